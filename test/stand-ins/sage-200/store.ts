import { openRecordFile } from '../record-file.ts';
import { type Amount, amount, written } from './amounts.ts';

/** Ids are text, because a JS number does not hold every int64. */
export type Value = string | Amount | boolean | number | null;
export type Group = { [name: string]: Value };
export type Row = { id: string; created: string; updated: string; [name: string]: Value | Group | undefined };
export type NewRow = { id?: string; created?: string; [name: string]: Value | Group | undefined };

/** The fields by which rows are looked up. Only these are indexed. */
const indexed: Readonly<Record<string, readonly string[]>> = {
  customer: ['reference', 'name', 'vat_number', 'currency_id', ...spareTexts()],
  customer_contact: ['customer_id'],
  customer_email: ['customer_contact_id', 'email'],
  customer_telephone: ['customer_contact_id'],
  customer_contact_role: ['customer_contact_id'],
  customer_delivery_address: ['customer_id'],
  product: ['code', 'barcode', 'product_group_id'],
  product_unit: ['product_id'],
  product_price: ['product_id'],
  product_discount: ['product_id'],
  warehouse_holding: ['product_id', 'warehouse_id'],
  sop_order: ['customer_id', 'document_no', 'customer_document_no', 'source_id', 'kind', ...spareTexts()],
  sop_order_line: ['sop_order_id', 'product_id'],
  sop_order_memo: ['sop_order_return_id'],
  sop_cancelled_line: ['sop_order_return_id'],
  sop_additional_charge: ['code'],
  despatch: ['sop_order_id', 'despatch_no'],
  despatch_line: ['sop_despatch_id', 'sop_order_line_id', 'sop_order_id'],
  invoice: ['sop_order_id', 'document_no'],
  invoice_line: ['invoice_id', 'sop_order_line_id'],
  sales_posted_transaction: ['customer_id', 'reference', 'second_reference', 'urn'],
};
function spareTexts(): string[] {
  return Array.from({ length: 10 }, (_, nth) => `spare_text_${nth + 1}`);
}
/** SQL Server's usual collation sees no case and no blanks at the end, but accents. */
export const folded = (value: unknown): string => String(value).toLowerCase().trimEnd();

/** As the API writes moments: in UTC, without a zone, thousandths without zeros at the end. */
export const momentOf = (time: number): string =>
  new Date(time)
    .toISOString()
    .slice(0, 23)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

/** An amount stands in JSON as `{"amount":"1.5"}`, for a number would lose places of it. */
const asJson = {
  write: (row: Row): string =>
    JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? { amount: written(value, 12, 0) } : value)),
  read: (json: string): Row =>
    JSON.parse(json, (_, value: unknown) =>
      typeof value === 'object' && value !== null && 'amount' in value ? amount(String(value.amount)) : value,
    ) as Row,
};

type TableOptions = { fields: readonly string[]; draw: () => string; write: (key: string, row: Row | null) => void };
function openTable({ fields, draw, write }: TableOptions) {
  const rows = new Map<string, Row>();
  const indexes = new Map(fields.map((field) => [field, new Map<string, Set<string>>()]));
  const keyOf = (row: Row, field: string): string | null => ((row[field] ?? null) === null ? null : folded(row[field]));
  function drop(row: Row): void {
    for (const [field, index] of indexes) {
      const key = keyOf(row, field);
      if (key !== null) index.get(key)?.delete(row.id);
    }
  }
  function place(row: Row): Row {
    const before = rows.get(row.id);
    rows.set(row.id, row);
    for (const [field, index] of indexes) {
      const key = keyOf(row, field);
      const was = before ? keyOf(before, field) : null;
      // A row keeps its place in the order while its key stays.
      if (key === was) continue;
      if (was !== null) index.get(was)?.delete(row.id);
      if (key !== null) index.set(key, (index.get(key) ?? new Set()).add(row.id));
    }
    return row;
  }
  function keep(row: Row): Row {
    write(row.id, row);
    return place(row);
  }
  return {
    find: (id: Value | Group | undefined): Row | null => (typeof id === 'string' ? (rows.get(id) ?? null) : null),
    all: (): Iterable<Row> => rows.values(),
    isIndexed: (field: string): boolean => field === 'id' || indexes.has(field),
    /** In the order in which they were made. */
    by(field: string, value: Value | undefined): Row[] {
      if (value === null || value === undefined) return [];
      if (field === 'id') return [rows.get(String(value))].filter((row) => row !== undefined);
      const ids = indexes.get(field)?.get(folded(value)) ?? [];
      return [...ids].map((id) => rows.get(id)).filter((row) => row !== undefined);
    },
    save(wanted: NewRow, now = Date.now()): Row {
      const at = momentOf(now);
      return keep({ ...wanted, id: wanted.id ?? draw(), created: wanted.created ?? at, updated: at });
    },
    /** Saves a row without a new moment of change. */
    keep,
    /** Takes a row over from the file. */
    place,
    remove(row: Row): void {
      drop(row);
      rows.delete(row.id);
      write(row.id, null);
    },
  };
}
type Table = ReturnType<typeof openTable>;

/** The sequence of ids, among those of documents. */
const IDS = 'id';
const FIRST_ID = 27_000;

/**
 * The company's records, in memory. One sequence numbers all of them, as in Sage 200. Nothing is unique but what the callers check. With a `file` they are
 * written through to it.
 */
export function openStore(file = ':memory:') {
  const database = file === ':memory:' ? null : openRecordFile<Row>(file, asJson);
  const tables = new Map<string, Table>();
  const numbers = new Map<string, number>();
  function next(kind: string, first = 0): number {
    const drawn = (numbers.get(kind) ?? first) + 1;
    numbers.set(kind, drawn);
    database?.count(kind, drawn);
    return drawn;
  }
  function table(name: string): Table {
    const found =
      tables.get(name) ??
      openTable({
        fields: indexed[name] ?? [],
        draw: () => String(next(IDS, FIRST_ID)),
        write: (key, row) => database?.keep(name, key, row),
      });
    tables.set(name, found);
    return found;
  }
  function load(): void {
    tables.clear();
    // In the order in which they were made.
    const records = (database?.records() ?? []).sort(([, left], [, right]) => Number(left) - Number(right));
    for (const [name, , row] of records) table(name).place(row);
    for (const [name, value] of database?.counters() ?? []) numbers.set(name, value);
  }
  load();
  let isOpen = false;
  return {
    table,
    isEmpty: tables.size === 0,
    /** Takes over what somebody else wrote into the file. */
    refresh: (): void => (database?.isTouched() ? load() : undefined),
    /** Writes to the file all at once, also what was done before a refusal. */
    atomic<Result>(work: () => Result): Result {
      if (isOpen) return work();
      isOpen = true;
      database?.begin();
      try {
        return work();
      } finally {
        isOpen = false;
        database?.commit();
      }
    },
    close: (): void => database?.close(),
    /** The next number of documents of a kind, of ten digits. */
    number: (kind: string): string => String(next(kind)).padStart(10, '0'),
  };
}
export type Store = ReturnType<typeof openStore>;

export const text = (row: Row | null, field: string): string => String(row?.[field] ?? '');
export const dec = (row: Row | null, field: string): Amount => {
  const value = row?.[field];
  return typeof value === 'bigint' ? value : 0n;
};
/** A field of the record that an id refers to. */
export const of = (store: Store, table: string, id: Value | Group | undefined, field: string): string =>
  text(store.table(table).find(id), field);
