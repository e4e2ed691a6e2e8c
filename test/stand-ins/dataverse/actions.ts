import { randomUUID } from 'node:crypto';
import type { Row } from './database.ts';
import { badQuery, businessRule, noRecord, noSegment } from './errors.ts';
import type { Table } from './metadata.ts';
import { recalculate } from './pricing.ts';
import { shown } from './read.ts';
import { parseBody } from './values.ts';
import { updateRow, type Writing } from './write.ts';

const nothing = {
  select: null,
  filter: null,
  orderby: null,
  expand: [],
  top: null,
  count: false,
  skiptoken: null,
  deltatoken: null,
};
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number => Number((value as { digits?: string } | undefined)?.digits ?? Number.NaN);

function rowOf(writing: Writing, name: string, id: string): { table: Table; row: Row } {
  const table = writing.metadata.named(name);
  const row = writing.store.get(table, id);
  if (!row) throw noRecord(name, id);
  writing.access.check(writing.user, 'Write', table, id);
  return { table, row };
}
/** The document that a close activity names: `quoteid@odata.bind`, or `opportunityid@odata.bind`. */
function closing(writing: Writing, body: Record<string, unknown>, activity: string, name: string) {
  const about = body[activity] as Record<string, unknown> | undefined;
  const id =
    /\(([0-9a-fA-F-]{36})\)/.exec(textOf(about?.[`${name}id@odata.bind`]))?.[1] ?? textOf(about?.[`${name}id`]);
  if (!about || id === '') throw badQuery(`The parameter '${activity}' names no ${name}.`);
  return rowOf(writing, name, id);
}
const statusIn = (body: Record<string, unknown>, allowed: readonly number[]): number => {
  const status = numberOf(body.Status);
  if (status === -1) return allowed[0] ?? 0;
  if (!allowed.includes(status)) throw businessRule('0x80048408', `${status} is not a valid status code for state.`);
  return status;
};

/** Closes the quote as revised and gives the next revision, a draft under the same number. */
export function reviseQuote(writing: Writing, id: string): Row {
  const { table, row } = rowOf(writing, 'quote', id);
  if (Number(row.statecode) === 0)
    throw businessRule(
      '0x80043b1f',
      'The quote cannot be revised as there already exists another quote in Draft state.',
    );
  if (Number(row.statecode) === 1) updateRow(writing, table, row, { statecode: 3, statuscode: 7 });
  const { store, metadata } = writing;
  const { _seq: _, versionnumber: __, ...rest } = row;
  const next = randomUUID();
  const draft = { statecode: 0, statuscode: 1, revisionnumber: Number(row.revisionnumber) + 1 };
  store.insert(table, { ...rest, ...draft, quoteid: next });
  const details = metadata.named('quotedetail');
  for (const line of store.rows(details, '_quoteid_value', id)) {
    const { _seq: ___, versionnumber: ____, ...kept } = line;
    store.insert(details, { ...kept, quotedetailid: randomUUID(), _quoteid_value: next });
  }
  recalculate(store, metadata, 'quote', next);
  return store.get(table, next) ?? row;
}

const unbound: Readonly<Record<string, (writing: Writing, body: Record<string, unknown>) => object | null>> = {
  WinQuote(writing, body) {
    const { table, row } = closing(writing, body, 'QuoteClose', 'quote');
    if (row.statecode !== 1)
      throw businessRule('0x80043b20', 'The quote cannot be won because it is not in active state.');
    updateRow(writing, table, row, { statecode: 2, statuscode: statusIn(body, [4]) });
    return null;
  },
  CloseQuote(writing, body) {
    const { table, row } = closing(writing, body, 'QuoteClose', 'quote');
    if (row.statecode !== 1)
      throw businessRule('0x80043b20', 'The quote cannot be closed because it is not in active state.');
    updateRow(writing, table, row, { statecode: 3, statuscode: statusIn(body, [5, 6, 7]) });
    return null;
  },
  ReviseQuote(writing, body) {
    const row = reviseQuote(writing, textOf(body.QuoteId));
    const table = writing.metadata.named('quote');
    return { '@odata.context': `${writing.root}$metadata#quotes/$entity`, ...shown(writing, table, row, nothing) };
  },
  WinOpportunity: (writing, body) => closeOpportunity(writing, body, 1, [3]),
  LoseOpportunity: (writing, body) => closeOpportunity(writing, body, 2, [4, 5]),
};
function closeOpportunity(writing: Writing, body: Record<string, unknown>, statecode: number, allowed: number[]) {
  const { table, row } = closing(writing, body, 'OpportunityClose', 'opportunity');
  if (row.statecode !== 0) throw businessRule('0x80043b1d', 'The opportunity has already been closed.');
  const about = body.OpportunityClose as Record<string, unknown>;
  const day = textOf(about.actualend).slice(0, 10) || new Date(writing.now()).toISOString().slice(0, 10);
  updateRow(writing, table, row, {
    statecode,
    statuscode: statusIn(body, allowed),
    actualclosedate: day,
    actualvalue: row.estimatedvalue ?? null,
  });
  return null;
}
export const action = (writing: Writing, name: string, text: string): object | null => {
  const known = unbound[name];
  if (!known) throw noSegment(name);
  return known(writing, parseBody(text));
};

export function whoAmI({ store, root, user }: Writing): object {
  const found = store.one('select _businessunitid_value as unit from systemuser where systemuserid = ?', user);
  return {
    '@odata.context': `${root}$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse`,
    BusinessUnitId: found?.unit ?? null,
    UserId: user,
    OrganizationId: store.one('select organizationid as id from organization')?.id ?? null,
  };
}
/** What a user may do with a record: `Target=@t` with `@t={'@odata.id':'opportunities(<id>)'}`. */
export function principalAccess(writing: Writing, user: string, query: URLSearchParams, call: string): object {
  const { store, metadata, access, root } = writing;
  if (!store.get(metadata.named('systemuser'), user)) throw noRecord('systemuser', user);
  const alias = /^\(Target=(@\w+)\)$/.exec(call)?.[1];
  const text = alias === undefined ? (/^\(Target=(\{.*\})\)$/.exec(call)?.[1] ?? '') : (query.get(alias) ?? '');
  const [, set = '', id = ''] = /(\w+)\(([0-9a-fA-F-]{36})\)/.exec(text) ?? [];
  const table = metadata.bySet(set);
  if (!table) throw badQuery(`Syntax error in the parameter Target: '${text}'.`);
  if (!store.get(table, id)) throw noRecord(table.name, id);
  return {
    '@odata.context': `${root}$metadata#Microsoft.Dynamics.CRM.RetrievePrincipalAccessResponse`,
    AccessRights: access.rightsOn(user, table, id.toLowerCase()),
  };
}
