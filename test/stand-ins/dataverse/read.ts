import type { Access } from './access.ts';
import { etagOf, type Row, type Store, type Value } from './database.ts';
import { badQuery, noProperty } from './errors.ts';
import type { Faults } from './faults.ts';
import { type Condition, conditionOf, sqlColumn } from './filter.ts';
import type { Column, Metadata, Table } from './metadata.ts';
import type { Options, Preferences } from './options.ts';
import { formatted, shownValue } from './values.ts';

/** One request's view: who asks, and how the answer is wanted. `root` ends with `/api/data/v9.2/`. */
export type Reading = {
  store: Store;
  metadata: Metadata;
  access: Access;
  faults: Faults;
  user: string;
  root: string;
  /** Decimals as texts. */
  compatible: boolean;
  prefer: Preferences;
};
const MOST = 5000;

function orderOf(table: Table, orderby: string | null): string {
  const parts = (orderby ?? '').split(',').filter((part) => part.trim() !== '');
  const sorted = parts.map((part) => {
    const [name = '', way = 'asc', more] = part.trim().split(/\s+/);
    const column = table.columns.get(name);
    if (!column) throw noProperty(name, table.name);
    if (!['asc', 'desc'].includes(way) || more !== undefined) throw badQuery(`Syntax error in '${part}'.`);
    return `${sqlColumn(column, 't')} ${way}`;
  });
  return [...sorted, 't._seq'].join(', ');
}
const cookieOf = (from: number, page: number) => `<cookie pagenumber="${page}" last="${from}" istracking="False" />`;
function positionIn(skiptoken: string | null): { from: number; page: number } {
  if (skiptoken === null) return { from: 0, page: 1 };
  const [, page, from] = /^<cookie pagenumber="(\d+)" last="(\d+)"/.exec(skiptoken) ?? [];
  if (page === undefined) throw badQuery('The paging cookie is not valid.');
  return { from: Number(from), page: Number(page) };
}

/** One page of a table's rows, of those that the user sees and the conditions leave. `next`: the cookie of the page after it. */
export function pageOf(reading: Reading, table: Table, options: Options, within: readonly Condition[] = []) {
  const { store, access, user, prefer, faults } = reading;
  access.check(user, 'Read', table);
  columnsOf(table, options);
  for (const { name } of options.expand) navigationOf(table, name);
  const asked = options.filter ? [conditionOf(options.filter, table, reading.metadata, 't')] : [];
  const unseen = access.unseen(user);
  const hidden: Condition[] =
    unseen.length > 0 ? [{ sql: `t."${table.id}" not in (${unseen.map(() => '?').join(', ')})`, values: unseen }] : [];
  const parts = [...within, ...asked, ...hidden];
  const where = parts.length > 0 ? `where ${parts.map(({ sql }) => `(${sql})`).join(' and ')}` : '';
  const values: Value[] = parts.flatMap((part) => part.values);
  const { from, page } = positionIn(options.skiptoken);
  const size = Math.min(prefer.pageSize ?? MOST, MOST, faults.pageSize);
  // A `$top` beside a size of pages is not kept.
  const most = prefer.pageSize === null && options.top !== null ? Math.min(options.top, size) : size;
  const rows = store.all(
    `select t.* from "${table.name}" t ${where} order by ${orderOf(table, options.orderby)} limit ? offset ?`,
    ...values,
    most,
    from,
  );
  const total = Number(store.one(`select count(*) as n from "${table.name}" t ${where}`, ...values)?.n ?? 0);
  const capped = prefer.pageSize === null && options.top !== null;
  const more = !capped && from + rows.length < total && rows.length > 0;
  return { rows, total: Math.min(total, MOST), next: more ? cookieOf(from + rows.length, page + 1) : null };
}
function columnsOf(table: Table, { select }: Options): Column[] {
  if (!select) return [...table.columns.values()];
  const chosen = select.map((name) => {
    const column = table.columns.get(name);
    // A lookup is selected by its value; its plain name is that of a navigation.
    if (!column) throw noProperty(name, table.name);
    return column;
  });
  const id = table.columns.get(table.id);
  return id && !chosen.includes(id) ? [...chosen, id] : chosen;
}
function navigationOf(table: Table, name: string) {
  const one = table.navigations.get(name);
  const many = table.collections.get(name);
  if (!one && !many) throw noProperty(name, table.name);
  return { one, many };
}
/** Rows of the other table that belong to this one. */
export function belonging(name: string, column: string, id: Value): Condition {
  if (column === 'systemuserroles')
    return { sql: 't."roleid" in (select role from systemuserroles where user = ?)', values: [id] };
  const typed = column === 'parentcustomerid' || column === 'customerid' || column === 'regardingobjectid';
  return typed
    ? { sql: `t."_${column}_value" = ? and t."_${column}_value_type" = ?`, values: [id, name] }
    : { sql: `t."_${column}_value" = ?`, values: [id] };
}

function annotationsOf(reading: Reading, table: Table, column: Column, row: Row): [string, unknown][] {
  const { prefer, store, metadata } = reading;
  const value = row[column.wire] ?? null;
  if (value === null) return [];
  const told: [string, unknown][] = [];
  const add = (name: string, text: string | null) => {
    if (text !== null && prefer.annotated(name)) told.push([`${column.wire}@${name}`, text]);
  };
  const type = column.kind === 'lookup' ? String(row[`${column.wire}_type`] ?? column.targets[0]) : null;
  if (type !== null) {
    const to = metadata.named(type);
    const title = store.get(to, String(value))?.[to.title];
    add('OData.Community.Display.V1.FormattedValue', title === null || title === undefined ? null : String(title));
    const along = [...table.navigations].find(([, each]) => each.column === column && each.target === type)?.[0];
    add('Microsoft.Dynamics.CRM.associatednavigationproperty', along ?? null);
    add('Microsoft.Dynamics.CRM.lookuplogicalname', type);
  } else add('OData.Community.Display.V1.FormattedValue', formatted(column, value, symbolOf(reading, row)));
  return told;
}
function symbolOf({ store, metadata }: Reading, row: Row): string {
  const currency = row._transactioncurrencyid_value;
  if (typeof currency !== 'string') return '';
  return String(store.get(metadata.named('transactioncurrency'), currency)?.currencysymbol ?? '');
}

/** A row as the Web API shows it: the chosen columns and the id, annotations where they were asked for, and what is expanded. */
export function shown(reading: Reading, table: Table, row: Row, options: Options): Record<string, unknown> {
  const { store, metadata, access, user, compatible, faults } = reading;
  const out: [string, unknown][] = [['@odata.etag', etagOf(row)]];
  for (const column of columnsOf(table, options)) {
    const hidden = access.hides(table, column.name) || column.name === 'authvalue';
    const value = hidden ? null : (row[column.wire] ?? null);
    if (!hidden) out.push(...annotationsOf(reading, table, column, row));
    out.push([column.wire, shownValue(column, value, compatible)]);
  }
  for (const { name, options: inner } of options.expand) {
    const { one, many } = navigationOf(table, name);
    if (one) {
      const to = metadata.named(one.target);
      access.check(user, 'Read', to);
      const id = row[one.column.wire];
      const points = (row[`${one.column.wire}_type`] ?? one.target) === one.target && typeof id === 'string';
      const found = points && access.sees(user, id) ? store.get(to, id) : null;
      out.push([name, found ? shown(reading, to, found, inner) : null]);
    } else if (many) {
      const to = metadata.named(many.table);
      const id = row[table.id] ?? null;
      const size = Math.min(reading.prefer.pageSize ?? MOST, faults.pageSize);
      const page = pageOf(
        { ...reading, prefer: { ...reading.prefer, pageSize: inner.top === null ? size : null } },
        to,
        inner,
        [belonging(table.name, many.column, id)],
      );
      out.push([name, page.rows.map((each) => shown(reading, to, each, inner))]);
      const link = `${reading.root}${table.set}(${id})/${name}${queryOf(inner, page.next)}`;
      if (page.next !== null) out.push([`${name}@odata.nextLink`, link]);
    }
  }
  return Object.fromEntries(out);
}
/** The options of an expanded collection, as the query of its next page. */
function queryOf(options: Options, next: string | null): string {
  const expand = options.expand.map(({ name, options: inner }) =>
    inner.select ? `${name}($select=${inner.select.join(',')})` : name,
  );
  const pairs: [string, string | null][] = [
    ['$select', options.select?.join(',') ?? null],
    ['$filter', options.filter],
    ['$orderby', options.orderby],
    ['$expand', expand.length > 0 ? expand.join(',') : null],
    ['$skiptoken', next],
  ];
  const given = pairs.flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return given.length > 0 ? `?${given.join('&')}` : '';
}
