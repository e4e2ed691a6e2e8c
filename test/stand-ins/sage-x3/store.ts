import { randomUUID } from 'node:crypto';
import { openRecordFile } from '../record-file.ts';
import { type Kind, type Table, tableOf } from './metadata.ts';

export type Scalar = string | number | boolean | null;
export type Value = Scalar | readonly Scalar[];
export type Row = Readonly<Record<string, Value>>;
/** Rows of some columns with these values. */
export type Among = { column: string; values: readonly Scalar[] };
type Index = Map<Scalar, Set<string>>;

const emptyOf = ({ type, size }: Kind): Scalar => {
  if (type === 'A') return '';
  if (type === 'D' || type === 'T') return null;
  if (type === 'M') return size === 1 ? false : 1;
  return 0;
};
const asJson = { write: JSON.stringify, read: (text: string) => JSON.parse(text) as Row };
const keyOf = ({ key }: Table, row: Row): string => key.map((column) => String(row[column])).join('~');
const now = (): string => `${new Date().toISOString().slice(0, 19)}Z`;

/**
 * Tables in memory, with their primary keys and, from the first query on, an index for each column that is asked for by value. With a
 * `file` they are written through to it.
 */
export function openStore(file = ':memory:') {
  const database = file === ':memory:' ? null : openRecordFile<Row>(file, asJson);
  const data = new Map<string, Map<string, Row>>();
  const indexes = new Map<string, Map<string, Index>>();
  const counters = new Map<string, number>();
  let undo: (() => void)[] | null = null;
  const rowsOf = (table: string): Map<string, Row> => {
    const known = data.get(table) ?? new Map<string, Row>();
    data.set(table, known);
    return known;
  };
  function indexed(table: string, key: string, row: Row, add: boolean): void {
    for (const [column, index] of indexes.get(table) ?? []) {
      const value = row[column] as Scalar;
      const keys = index.get(value) ?? new Set<string>();
      if (add) keys.add(key);
      else keys.delete(key);
      index.set(value, keys);
    }
  }
  function place(table: string, key: string, row: Row | null): void {
    const rows = rowsOf(table);
    const old = rows.get(key);
    if (old) indexed(table, key, old, false);
    if (row) {
      rows.set(key, row);
      indexed(table, key, row, true);
    } else rows.delete(key);
    database?.keep(table, key, row);
    undo?.push(() => place(table, key, old ?? null));
  }
  function indexOf(table: string, column: string): Index {
    const ofTable = indexes.get(table) ?? new Map<string, Index>();
    indexes.set(table, ofTable);
    const known = ofTable.get(column);
    if (known) return known;
    const index: Index = new Map();
    for (const [key, row] of rowsOf(table)) {
      const value = row[column] as Scalar;
      const keys = index.get(value) ?? new Set<string>();
      keys.add(key);
      index.set(value, keys);
    }
    ofTable.set(column, index);
    return index;
  }
  function among(table: string, { column, values }: Among): Row[] {
    const rows = rowsOf(table);
    const index = indexOf(table, column);
    const keys = new Set(values.flatMap((value) => [...(index.get(value) ?? [])]));
    return [...keys].map((key) => rows.get(key) as Row);
  }
  function load(): void {
    data.clear();
    indexes.clear();
    for (const [table, key, row] of database?.records() ?? []) rowsOf(table).set(key, row);
    for (const [name, value] of database?.counters() ?? []) counters.set(name, value);
  }
  load();
  const get = (table: string, ...key: readonly (string | number)[]): Row | null =>
    rowsOf(table).get(key.join('~')) ?? null;
  return {
    get,
    among,
    isEmpty: data.size === 0,
    /** Takes over what somebody else wrote into the file. */
    refresh: (): void => (database?.isTouched() ? load() : undefined),
    close: (): void => database?.close(),
    all: (table: string): Row[] => [...rowsOf(table).values()],
    where: (table: string, column: string, value: Scalar): Row[] => among(table, { column, values: [value] }),
    /** Adds a row; columns that are not given are empty, as the dictionary has it. */
    add(name: string, given: Row): Row {
      const table = tableOf(name);
      const row: Record<string, Value> = { $uuid: randomUUID() };
      for (const { name: column, kind, values } of table.columns.values())
        row[column] =
          given[column] ?? (values > 1 ? Array.from({ length: values }, () => emptyOf(kind)) : emptyOf(kind));
      for (const stamp of ['CREDATTIM', 'UPDDATTIM']) if (table.columns.has(stamp)) row[stamp] = given[stamp] ?? now();
      const key = keyOf(table, row);
      if (rowsOf(name).has(key)) throw new Error(`${name} ${key} is there`);
      place(name, key, row);
      return row;
    },
    change(name: string, row: Row, values: Row): Row {
      const table = tableOf(name);
      const stamp: Row = table.columns.has('UPDDATTIM') ? { UPDDATTIM: now() } : {};
      const next = { ...row, ...stamp, ...values };
      place(name, keyOf(table, row), next);
      return next;
    },
    remove: (name: string, row: Row): void => place(name, keyOf(tableOf(name), row), null),
    /** The next number of a sequence. It is gone even if what it was drawn for is refused. */
    draw(sequence: string): number {
      const next = (counters.get(sequence) ?? 0) + 1;
      counters.set(sequence, next);
      database?.count(sequence, next);
      return next;
    },
    /** All of it or nothing. */
    atomic<Result>(work: () => Result): Result {
      if (undo) return work();
      const entries: (() => void)[] = [];
      undo = entries;
      database?.begin();
      try {
        return work();
      } catch (error) {
        undo = null;
        for (const back of entries.reverse()) back();
        throw error;
      } finally {
        undo = null;
        database?.commit();
      }
    },
  };
}
export type Store = ReturnType<typeof openStore>;
