import { randomUUID } from 'node:crypto';
import type { Row } from './database.ts';
import { badQuery, businessRule, duplicateKey, noRecord, readOnlyRecord, undeclared } from './errors.ts';
import type { Column, Table } from './metadata.ts';
import { baseAmounts, lineAmounts, parentOf, recalculate } from './pricing.ts';
import type { Reading } from './read.ts';
import { parseBody, storedValue } from './values.ts';

export type Writing = Reading & { now: () => number; newId?: (() => string) | undefined };
const moment = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `/accounts(<id>)`, with or without the address of the service, as a row that is there. */
function bound(writing: Writing, text: unknown): { table: Table; id: string } {
  const [, set = '', id = ''] = /(\w+)\(([0-9a-fA-F-]{36})\)$/.exec(String(text)) ?? [];
  const table = writing.metadata.bySet(set);
  if (!table || !GUID.test(id)) throw badQuery(`Resource not found for the segment '${String(text)}'.`);
  if (!writing.store.get(table, id)) throw noRecord(table.name, id);
  return { table, id: id.toLowerCase() };
}
/** A body as columns of the table. Names that are none, and read-only ones, are refused; lookups come by `@odata.bind`. */
function columnsIn(writing: Writing, table: Table, text: string): Row {
  const row: Row = {};
  const put = (column: Column, id: string | null, type: string | null) => {
    row[column.wire] = id;
    row[`${column.wire}_type`] = type;
  };
  for (const [name, value] of Object.entries(parseBody(text))) {
    const [, along = '', mark] = /^([^@]*)(@.*)?$/.exec(name) ?? [];
    if (mark === '@odata.bind') {
      const navigation = table.navigations.get(along);
      if (!navigation)
        throw badQuery(
          `An undeclared property '${along}' which only has property annotations in the payload but no property value was found in the payload. In OData, only declared navigation properties and declared named streams can be represented as properties without values.`,
        );
      if (value === null) put(navigation.column, null, null);
      else {
        const to = bound(writing, value);
        if (to.table.name !== navigation.target)
          throw badQuery(`The entity type of '${along}' is not '${to.table.name}'.`);
        put(navigation.column, to.id, to.table.name);
      }
      continue;
    }
    if (mark !== undefined) continue;
    const navigation = table.navigations.get(name);
    if (navigation && value === null) put(navigation.column, null, null);
    else {
      const column = table.columns.get(name);
      if (!column) throw undeclared(name, table.name);
      // Computed columns are passed over without a word, as the service does it.
      if (!column.readOnly) row[column.wire] = storedValue(table, column, value, writing.compatible);
    }
  }
  return row;
}
/** A document is written while it is a draft or open, its lines too. */
function checkOpen({ store, metadata }: Writing, table: Table, row: Row, changes: Row): void {
  const parent = parentOf[table.name];
  const owner = parent ? store.get(metadata.named(parent.table), String(row[parent.link] ?? '')) : row;
  const name = parent?.table ?? table.name;
  if (name !== 'quote' && name !== 'opportunity') return;
  if (!owner || Number(owner.statecode) === 0) return;
  const reopens = !parent && changes.statecode === 0;
  if (!reopens) throw readOnlyRecord(name);
}
function checkState(table: Table, row: Row, changes: Row): void {
  const wanted = changes.statecode;
  if (wanted === undefined || wanted === row.statecode) return;
  const byAction = (table.name === 'quote' && Number(wanted) > 1) || (table.name === 'opportunity' && wanted !== 0);
  if (byAction) throw businessRule('0x80048408', `The state ${wanted} of ${table.name} is not set by an update.`);
}
function unique(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof Error && /UNIQUE constraint/.test(error.message)) throw duplicateKey();
    throw error;
  }
}

function defaultsOf(writing: Writing, table: Table, given: Row): Row {
  const { store, metadata, user } = writing;
  const at = moment(writing.now());
  const defaults: Row = {};
  for (const column of table.columns.values()) {
    defaults[column.wire] = null;
    if (column.kind === 'lookup') defaults[`${column.wire}_type`] = null;
    if (column.kind === 'bool') defaults[column.wire] = 0;
  }
  const parent = parentOf[table.name];
  const owner = parent ? store.get(metadata.named(parent.table), String(given[parent.link] ?? '')) : null;
  const base = store.all('select _basecurrencyid_value as id from organization')[0]?.id ?? null;
  const currency = given._transactioncurrencyid_value ?? owner?._transactioncurrencyid_value ?? base;
  const state = table.columns.get('statuscode')?.options[0]?.value ?? null;
  const rows: Row = {
    [table.id]: writing.newId?.() ?? randomUUID(),
    ...{ createdon: at, modifiedon: at, _ownerid_value: user, _ownerid_value_type: 'systemuser' },
    ...{ _createdby_value: user, _modifiedby_value: user },
    ...(table.columns.has('statecode')
      ? { statecode: table.columns.get('statecode')?.options[0]?.value ?? 0, statuscode: state }
      : {}),
  };
  if (table.columns.has('_transactioncurrencyid_value') && typeof currency === 'string')
    Object.assign(rows, {
      _transactioncurrencyid_value: currency,
      exchangerate: store.get(metadata.named('transactioncurrency'), currency)?.exchangerate ?? '1',
    });
  if (parent) {
    const last = store.one(
      `select max(lineitemnumber) as n from "${table.name}" where "${parent.link}" = ?`,
      given[parent.link] ?? null,
    );
    Object.assign(rows, { lineitemnumber: Number(last?.n ?? 0) + 1, producttypecode: 1 });
  }
  if (table.name === 'quote') Object.assign(rows, { revisionnumber: 0, quotenumber: numberOf(writing), statuscode: 1 });
  if (table.name === 'opportunity') rows.statuscode = 1;
  return { ...defaults, ...rows };
}
/** `QUO-01017-K4T7M2`, as the automatic numbers of an organisation are at first. */
function numberOf({ store }: Writing): string {
  const count = Number(store.one('select count(*) as n from quote')?.n ?? 0);
  return `QUO-${String(1001 + count).padStart(5, '0')}-${randomUUID().slice(0, 6).toUpperCase()}`;
}
/** What follows from the columns: full names, titles of lines, states of lines, amounts. */
function derived({ store, metadata }: Writing, table: Table, row: Row): Row {
  const more: Row = {};
  if (table.name === 'contact') more.fullname = [row.firstname, row.lastname].filter(Boolean).join(' ') || null;
  const parent = parentOf[table.name];
  if (parent) {
    const product =
      typeof row._productid_value === 'string' ? store.get(metadata.named('product'), row._productid_value) : null;
    more[`${table.name}name`] = (product?.name ?? row.productdescription) as string | null;
    more.productname = product?.name ?? null;
    Object.assign(more, lineAmounts(row));
  }
  return { ...more, ...baseAmounts(table, { ...row, ...more }) };
}
function settle({ store, metadata }: Writing, table: Table, row: Row): void {
  const parent = parentOf[table.name];
  if (parent) recalculate(store, metadata, parent.table, String(row[parent.link]));
  else recalculate(store, metadata, table.name, String(row[table.id]));
}

/** Stores a new row. `row` comes from a body, or from a test's hands, which may put what the service refuses. */
export function insertRow(writing: Writing, table: Table, given: Row): Row {
  const row = { ...defaultsOf(writing, table, given), ...given };
  const whole = { ...row, ...derived(writing, table, row) };
  unique(() => void writing.store.insert(table, whole));
  settle(writing, table, whole);
  return writing.store.get(table, String(whole[table.id])) ?? whole;
}
export function updateRow(writing: Writing, table: Table, found: Row, changes: Row): Row {
  const row = { ...found, ...changes };
  const at = { modifiedon: moment(writing.now()), _modifiedby_value: writing.user };
  const id = String(found[table.id]);
  unique(() => writing.store.update(table, id, { ...changes, ...derived(writing, table, row), ...at }));
  settle(writing, table, row);
  return writing.store.get(table, id) ?? row;
}
export function removeRow(writing: Writing, table: Table, found: Row): void {
  const children: Readonly<Record<string, string>> = { opportunity: 'opportunityproduct', quote: 'quotedetail' };
  const lines = children[table.name];
  if (lines) {
    const to = writing.metadata.named(lines);
    for (const each of writing.store.rows(to, `_${table.id}_value`, found[table.id] ?? null))
      writing.store.remove(to, String(each[to.id]));
  }
  writing.store.remove(table, String(found[table.id]));
  if (parentOf[table.name]) settle(writing, table, found);
}

export function created(writing: Writing, table: Table, text: string, key: Row): Row {
  writing.access.check(writing.user, 'Create', table);
  const given = { ...key, ...columnsIn(writing, table, text) };
  for (const column of table.columns.values())
    if (column.required && column.name !== table.id && !column.readOnly && (given[column.wire] ?? null) === null)
      throw businessRule(
        '0x80040203',
        `${table.name} With Ids = Do Not Have a value for the required attribute ${column.name}`,
      );
  checkOpen(writing, table, given, {});
  return insertRow(writing, table, given);
}
export function changed(writing: Writing, table: Table, found: Row, text: string): Row {
  writing.access.check(writing.user, 'Write', table, String(found[table.id]));
  const changes = columnsIn(writing, table, text);
  checkOpen(writing, table, found, changes);
  checkState(table, found, changes);
  const next = Number(changes.statecode);
  const status = changes.statecode === undefined || changes.statuscode !== undefined ? {} : statusOf(table, next);
  return updateRow(writing, table, found, { ...changes, ...status });
}
/** The usual status of a state, where none is given. */
function statusOf(table: Table, state: number): Row {
  const usual: Readonly<Record<string, readonly number[]>> = { quote: [1, 3], task: [2, 5, 6] };
  return { statuscode: (usual[table.name] ?? [1, 2])[state] ?? 1 };
}
export function removed(writing: Writing, table: Table, found: Row): void {
  writing.access.check(writing.user, 'Delete', table, String(found[table.id]));
  checkOpen(writing, table, found, {});
  removeRow(writing, table, found);
}
