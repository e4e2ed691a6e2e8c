import { extend } from '@backroom/backend/crm/sap-sales-cloud/conformance';
import { Hono } from 'hono';
import { z } from 'zod';
import { textOf } from '../../../../test/stand-ins/numbers.ts';
import { apiUsers, openSalesCloud, people } from '../../../../test/stand-ins/sap-sales-cloud/start.ts';
import type { Row } from '../../../../test/stand-ins/sap-sales-cloud/tenant.ts';
import type { Crm } from '../hubspot/database.ts';
import { companySpec, salesOf, specOf, stableIds } from '../sales.ts';

const recordSchema = z.object({ entity: z.enum(['opportunity', 'account']), id: z.guid() });
type Amount = { content?: unknown; currencyCode?: string };
type Item = {
  id: string;
  description?: string;
  totalValues?: { requestedQuantity?: Amount; netPrice?: { amount?: Amount }; netAmount?: Amount };
};
/** The group of the identity provider whose members see ERP data. */
const USERS = 'Backroom_Users';
const shown = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
const amount = (value: Amount | undefined): string => (value?.content === undefined ? '' : textOf(value.content));

/** One tenant of SAP Sales Cloud, its identity provider, and what its object pages show, at the origin of the playground's page. */
export function standInSalesCloud(crm: Crm, options: { port: number; publicOrigin: string; backendUrl: string }) {
  const { publicOrigin, backendUrl } = options;
  const url = `http://127.0.0.1:${options.port}`;
  const cloud = openSalesCloud({
    ...{ newId: stableIds(), issuer: () => url },
    application: { redirectUris: [`${publicOrigin}/sap-sales-cloud/signed-in`] },
  });
  const { desk, fill } = cloud;
  extend(cloud);
  cloud.identity.sitsDown({ ...people.rep, groups: [USERS] });
  let copied: { accounts: Map<string, string>; opportunities: Map<string, string> } | null = null;
  /** The deals of the playground as opportunities with their quotes. */
  function all() {
    if (copied) return copied;
    const accounts = new Map<string, string>();
    const opportunities = new Map<string, string>();
    for (const sale of salesOf(crm)) {
      const { buyer } = sale;
      const account = buyer === null ? null : (accounts.get(buyer) ?? fill.company(companySpec(crm, buyer)));
      if (buyer !== null && account !== null) accounts.set(buyer, account);
      opportunities.set(fill.deal(specOf(sale), account), sale.situation);
    }
    copied = { accounts, opportunities };
    return copied;
  }
  const rowOf = (entity: 'opportunity' | 'account' | 'salesQuote', id: string): Row => desk.get(entity, id) ?? { id };
  const ours = (row: Row) =>
    Object.entries((row.extensions ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
      value === null ? [] : [{ name, value: typeof value === 'object' ? textOf(value) : shown(value) }],
    );
  function opportunityOf(id: string) {
    const row = rowOf('opportunity', id);
    const [first] = desk.quotesOf(id);
    const quote = first === undefined ? null : rowOf('salesQuote', first);
    const { id: account = null, name: accountName = '' } = (row.account ?? {}) as { id?: string; name?: string };
    const net = quote
      ? (quote.totalValues as { netAmount?: Amount }).netAmount
      : (row.totalExpectedNetAmount as Amount);
    return {
      ...{ id, name: shown(row.name), number: shown(row.displayId), status: shown(row.statusDescription) },
      ...{ value: amount(net), currency: shown(net?.currencyCode), account, accountName },
      quote: quote && shown(quote.displayId),
      lines: ((quote ?? row).items as Item[]).map(({ id: line, description, totalValues = {} }) => ({
        ...{ id: line, name: shown(description), quantity: amount(totalValues.requestedQuantity) },
        ...{ price: amount(totalValues.netPrice?.amount), amount: amount(totalValues.netAmount) },
      })),
    };
  }

  const app = new Hono();
  app.all('/sap/c4c/*', (c) => cloud.fetch(c.req.raw));
  for (const path of ['/.well-known/openid-configuration', '/oauth2/*'])
    app.all(path, async (c) => {
      const answer = await cloud.identity.fetch(c.req.raw);
      const to = answer.headers.get('location');
      // The public address of the playground is nobody's.
      return to?.startsWith(publicOrigin) ? c.redirect(to.replace(publicOrigin, backendUrl)) : answer;
    });
  // What the seed of the backend asks: how the tenant is reached, and which account is which company of the demonstration.
  app.get('/__sap-sales-cloud/account', (c) =>
    c.json({
      ...{ url, issuer: url, user: apiUsers[0].name, password: apiUsers[0].password },
      ...{ clientId: cloud.application.clientId, clientSecret: cloud.application.secret, group: USERS },
      links: [...all().accounts].map(([companyId, accountId]) => ({ companyId, accountId })),
    }),
  );
  app.get('/__sap-sales-cloud/opportunities', (c) =>
    c.json({
      ...{ tenant: new URL(url).hostname, address: backendUrl },
      person: `${people.rep.givenName} ${people.rep.familyName}`,
      opportunities: [...all().opportunities].map(([id, situation]) => {
        const { lines: _, ...found } = opportunityOf(id);
        return { ...found, situation };
      }),
    }),
  );
  app.get('/__sap-sales-cloud/records/:entity/:id', (c) => {
    all();
    const { entity, id } = recordSchema.parse(c.req.param());
    const row = rowOf(entity, id);
    if (entity === 'opportunity') return c.json({ ...opportunityOf(id), fields: ours(row) });
    const { streetName, houseId, postalCode, cityName } = (row.defaultAddress ?? {}) as Record<string, string>;
    const place = [
      [streetName, houseId],
      [postalCode, cityName],
    ]
      .map((parts) => parts.filter(Boolean).join(' '))
      .filter(Boolean)
      .join(', ');
    return c.json({ id, name: shown(row.formattedName), place, fields: ours(row), lines: [], quote: null });
  });
  return { app, cloud };
}
