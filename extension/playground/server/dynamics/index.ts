import { Hono } from 'hono';
import { z } from 'zod';
import type { Row } from '../../../../test/stand-ins/dataverse/database.ts';
import { ORGANIZATION, openOrganization, people, TENANT } from '../../../../test/stand-ins/dataverse/start.ts';
import { accountColumns, type Column, orders } from '../../../dynamics/solution/columns.ts';
import type { Crm } from '../hubspot/database.ts';
import { stableIds } from '../sales.ts';
import { copyDeals, installSolution } from './copy.ts';

const recordSchema = z.object({ entity: z.enum(['opportunity', 'account']), id: z.guid() });
const states = ['Open', 'Won', 'Lost'];
const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/**
 * One organisation of Dynamics 365 Sales, its Entra, and what its forms show, at the origin of the playground's page: the frame's ancestor is then the
 * organisation's own address.
 */
export function standInDynamics(crm: Crm, options: { publicOrigin: string; backendUrl: string }) {
  const { publicOrigin, backendUrl } = options;
  const organization = openOrganization({
    newId: stableIds(),
    redirectUris: [`${publicOrigin}/dynamics-sales/signed-in`],
  });
  const { desk, store } = organization;
  installSolution(organization);
  organization.vatIn('bkrm_vatid');
  let copied: ReturnType<typeof copyDeals> | null = null;
  const all = () => {
    copied ??= copyDeals(crm, organization);
    return copied;
  };
  const rowOf = (table: string, id: unknown): Row => desk.get(table, text(id)) ?? {};
  const currencyOf = (row: Row) => text(rowOf('transactioncurrency', row._transactioncurrencyid_value).isocurrencycode);
  /** Columns of ours that hold something, by their labels. */
  const ours = (row: Row, columns: readonly Column[]) =>
    columns.flatMap(({ name, label, kind }) => {
      const value = row[name] ?? null;
      if (value === null || value === '') return [];
      return [{ name: label, value: kind === 'yes-no' ? (value === 1 ? 'Yes' : 'No') : text(value) }];
    });
  function opportunityOf(id: string) {
    const row = rowOf('opportunity', id);
    const quotes = store.all('select * from quote where _opportunityid_value = ? order by _seq', id);
    const [quote] = quotes;
    return {
      ...{ id, name: text(row.name), currency: currencyOf(row), status: states[Number(row.statecode)] ?? '' },
      value: text(quote?.totalamount ?? row.totalamount ?? row.estimatedvalue),
      account: row._parentaccountid_value === null ? null : text(row._parentaccountid_value),
      accountName: text(rowOf('account', row._parentaccountid_value).name),
      quotes: quotes.map(({ quoteid, quotenumber, name, totalamount }) => ({
        ...{ id: text(quoteid), number: text(quotenumber), name: text(name), total: text(totalamount) },
      })),
    };
  }
  const linesOf = (table: 'quotedetail' | 'opportunityproduct', link: string, id: string) =>
    store.all(`select * from ${table} where ${link} = ? order by lineitemnumber`, id).map((row) => ({
      ...{ id: text(row[`${table}id`]), name: text(row.productname ?? row.productdescription) },
      ...{ quantity: text(row.quantity), price: text(row.priceperunit), amount: text(row.baseamount) },
    }));

  const app = new Hono();
  app.all('/api/data/*', (c) => organization.fetch(c.req.raw));
  app.all(`/${TENANT}/*`, async (c) => {
    const answer = await organization.fetch(c.req.raw);
    const to = answer.headers.get('location');
    // The public address of the playground is nobody's.
    return to?.startsWith(publicOrigin) ? c.redirect(to.replace(publicOrigin, backendUrl)) : answer;
  });
  // What the seed of the backend asks: who the organisation is, and which account is which company of the demonstration.
  app.get('/__dynamics/account', (c) =>
    c.json({
      ...{ organization: ORGANIZATION, tenant: TENANT },
      links: [...all().accounts].map(([companyId, accountId]) => ({ companyId, accountId })),
    }),
  );
  app.get('/__dynamics/opportunities', (c) =>
    c.json({
      ...{ organization: ORGANIZATION, address: backendUrl, person: people.rep.name },
      opportunities: [...all().opportunities].map(([id, situation]) => ({ ...opportunityOf(id), situation })),
    }),
  );
  app.get('/__dynamics/records/:entity/:id', (c) => {
    all();
    const { entity, id } = recordSchema.parse(c.req.param());
    if (entity === 'account') {
      const row = rowOf('account', id);
      const place = [row.address1_line1, row.address1_postalcode, row.address1_city].filter(Boolean).join(', ');
      return c.json({ id, name: text(row.name), place, fields: ours(row, accountColumns), lines: [], quotes: [] });
    }
    const found = opportunityOf(id);
    const [quote] = found.quotes;
    const order = store.one(`select * from ${orders.table} where ${orders.key.name} = ?`, id) ?? {};
    return c.json({
      ...found,
      fields: ours(order, orders.columns),
      lines: quote
        ? linesOf('quotedetail', '_quoteid_value', quote.id)
        : linesOf('opportunityproduct', '_opportunityid_value', id),
    });
  });
  return { app, organization };
}
