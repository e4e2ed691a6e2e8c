import type { Organization } from '../../../../test/stand-ins/dataverse/start.ts';
import { accountColumns, type Column, orders, SOLUTION } from '../../../dynamics/solution/columns.ts';
import type { Crm } from '../hubspot/database.ts';
import { companySpec, salesOf, specOf } from '../sales.ts';

const kinds = { text: 'text', amount: 'decimal', day: 'date', 'yes-no': 'bool' } as const;
const columnOf = ({ name, label, kind, length }: Column) => ({
  ...{ name, label, kind: kinds[kind] },
  ...(length === undefined ? {} : { length }),
});
/** What the solution of extension/dynamics brings, as somebody has imported it. */
export function installSolution({ desk }: Organization): void {
  const { table, lookup, key, title, columns } = orders;
  desk.installSolution({
    ...{ uniquename: SOLUTION.uniquename, version: SOLUTION.version },
    tables: [
      {
        ...{ name: table, set: `${table}s`, title: title.name },
        columns: [
          ...[title, key.column, ...columns].map(columnOf),
          { name: lookup.name, label: lookup.label, kind: 'lookup', targets: [lookup.to] },
        ],
        keys: [[key.name]],
      },
    ],
    columns: { account: accountColumns.map(columnOf) },
  });
}

/** The deals of the playground as opportunities with their quotes. */
export function copyDeals(crm: Crm, { desk, fill }: Organization) {
  const accounts = new Map<string, string>();
  const opportunities = new Map<string, string>();
  function accountOf(id: string): string {
    const known = accounts.get(id) ?? fill.company(companySpec(crm, id));
    accounts.set(id, known);
    return known;
  }
  for (const sale of salesOf(crm)) {
    const { quotes = [], ...spec } = specOf(sale);
    const account = sale.buyer === null ? null : accountOf(sale.buyer);
    const opportunity = fill.deal(spec);
    if (account) desk.change('opportunity', opportunity, { parentaccountid: account, customerid_account: account });
    for (const quote of quotes) fill.quote(opportunity, account, spec, quote);
    opportunities.set(opportunity, sale.situation);
  }
  return { accounts, opportunities };
}
