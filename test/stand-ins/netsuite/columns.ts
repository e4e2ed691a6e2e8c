import type { Body, Rec, Store } from './database.ts';
import { accountTime } from './days.ts';
import { nameOf } from './names.ts';
import { unitName } from './pricing.ts';
import { displayOf, tables } from './tables.ts';

type Values = Record<string, unknown>;
/** Writes rows of the tables that SuiteQL sees. `source`: the record that a row comes from. */
export function openColumns(store: Store) {
  function put(table: string, source: string, values: Values): void {
    const columns = tables.get(table) ?? [];
    const row: Record<string, string | number | null> = { _source: source };
    for (const { name, kind, displayed } of columns) {
      row[name] = stored(values[name], kind);
      if (displayed) row[displayOf(name)] = stored(values[displayOf(name)], 'str');
    }
    const names = Object.keys(row);
    store.run(
      `insert into "q_${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`,
      ...Object.values(row),
    );
  }
  const clear = (source: string, among: readonly string[]) => {
    for (const table of among) store.run(`delete from "q_${table}" where _source = ?`, source);
  };
  /** A reference as its id, with the name of the record behind it. */
  const ref = (column: string, type: string, value: Body | undefined): Values => {
    if (!value) return {};
    const found =
      type === 'item' || type === 'transaction' ? store.inGroup(type, value.id) : store.find(type, value.id);
    return { [column]: Number(value.id), [displayOf(column)]: found ? nameOf(found) : String(value.id) };
  };
  const moments = (rec: Rec): Values => ({
    lastmodifieddate: accountTime(rec.modified),
    datecreated: accountTime(rec.created),
    createddate: accountTime(rec.created),
  });
  const unit = (column: string, id: unknown): Values =>
    id === undefined ? {} : { [column]: Number(id), [displayOf(column)]: unitName(store, id) };

  return { put, clear, ref, moments, unit };
}
export type Columns = ReturnType<typeof openColumns>;
export const lower = (body: Body): Values =>
  Object.fromEntries(
    Object.entries(body)
      .filter(([, value]) => typeof value !== 'object')
      .map(([name, value]) => [name.toLowerCase(), value]),
  );
export const address = (given: Body | undefined): Values => ({
  ...lower(given ?? {}),
  country: given?.country?.id,
  country__df: given?.country?.id,
});
function stored(value: unknown, kind: string): string | number | null {
  if (value === undefined || value === null || value === '') return null;
  if (kind === 'bool') return value === true ? 'T' : 'F';
  // A leading mark tells a moment from a text that looks like one.
  if (kind === 'date' || kind === 'datetime')
    return `\u0001${String(value).length === 10 ? `${value} 00:00:00` : value}`;
  if (kind === 'num') return Number(value);
  return String(value);
}
