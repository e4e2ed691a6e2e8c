import type { Currency, Decimal } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { LIST, ROWS_MOST, UNMARKED, UNNUMBERED } from './facts.ts';
import type { Session } from './session.ts';
import type { OrderDocument } from './settings.ts';
import { amount, blank, currency, day, id, idOf, link, moment, number } from './values.ts';

const lineRow = z.object({
  id,
  description: blank,
  product: link,
  service: link,
  quantity: number,
  unit_price: number,
  net_amount: number,
  discount_percentage: amount.optional(),
});
const lines = z.array(lineRow);
const shape = {
  id,
  contact: link,
  contact_name: blank,
  contact_reference: blank,
  date: day,
  reference: blank,
  notes: blank,
  shipping_net_amount: amount,
  net_amount: number,
  tax_amount: number,
  total_amount: number,
  base_currency_total_amount: amount,
  currency,
  status: link,
  created_at: moment,
  updated_at: moment,
  deleted_at: blank.optional(),
};
export type Line = z.output<typeof lineRow>;
/** A quote, or an invoice: what stands for an order here. */
export type Document = {
  kind: OrderDocument;
  id: string;
  number: string;
  reference: string | null;
  customer: { id: string | null; name: string | null; number: string | null };
  date: string | null;
  status: string;
  notes: string | null;
  currency: Currency | null;
  net: Decimal;
  total: Decimal;
  /** In the currency of the business. */
  baseTotal: Decimal;
  shipping: Decimal | null;
  lines: readonly Line[];
  /** A quote of which an invoice was made. */
  hasInvoice: boolean;
  createdAt: string;
  deleted: boolean;
};
type Row = z.output<z.ZodObject<typeof shape>>;

/** The number with its prefix, whether Sage says the two together or apart. A draft has none: people find it by its reference. */
function numberOf(own: string | null, prefix: string | null, row: Row): string {
  if (own === null || UNNUMBERED.test(own)) return row.reference ?? own ?? row.id;
  return prefix === null || own.startsWith(prefix) ? own : `${prefix}${own}`;
}
const toDocument = (row: Row, more: Pick<Document, 'kind' | 'number' | 'lines' | 'hasInvoice'>): Document => ({
  ...more,
  id: row.id,
  reference: row.reference,
  customer: { id: row.contact, name: row.contact_name, number: row.contact_reference },
  date: row.date,
  status: row.status?.toUpperCase() ?? '',
  notes: row.notes,
  currency: row.currency,
  net: row.net_amount,
  total: row.total_amount,
  baseTotal: row.base_currency_total_amount ?? row.total_amount,
  shipping: row.shipping_net_amount,
  createdAt: row.created_at ?? '',
  deleted: Boolean(row.deleted_at),
});
const quote = z
  .object({ ...shape, quote_number: blank, quote_number_prefix: blank, quote_lines: lines, invoice: link })
  .transform((row) =>
    toDocument(row, {
      kind: 'quote',
      number: numberOf(row.quote_number, row.quote_number_prefix, row),
      lines: row.quote_lines,
      hasInvoice: row.invoice !== null,
    }),
  );
const invoice = z
  .object({ ...shape, invoice_number: blank, invoice_number_prefix: blank, invoice_lines: lines })
  .transform((row) =>
    toDocument(row, {
      kind: 'invoice',
      number: numberOf(row.invoice_number, row.invoice_number_prefix, row),
      lines: row.invoice_lines,
      hasInvoice: false,
    }),
  );

/** Where each kind is kept, and what a request calls it. */
export const KIND = {
  quote: { list: LIST.quotes, entity: 'sales_quote', lines: 'quote_lines', row: quote, mark: 'q-', read: {} },
  invoice: {
    list: LIST.invoices,
    entity: 'sales_invoice',
    lines: 'invoice_lines',
    row: invoice,
    mark: 'i-',
    read: UNMARKED,
  },
} as const;
export const kinds = ['quote', 'invoice'] as const;
/** The lines are nested records: nothing less than everything has them in a list. */
const everything = { attributes: 'all' } as const;

/** Our id of a document tells its kind: the setting may be another one by now. */
export const orderId = ({ kind, id: own }: Pick<Document, 'kind' | 'id'>): string => `${KIND[kind].mark}${own}`;
function placeOf(order: string): { kind: OrderDocument; id: string } | null {
  const kind = kinds.find((each) => order.startsWith(KIND[each].mark));
  const own = kind === undefined ? null : idOf(order.slice(KIND[kind].mark.length));
  return kind === undefined || own === null ? null : { kind, id: own };
}

/** One document as it is now; null where it is not there, or was deleted. */
export async function readDocument({ client }: Session, order: string, signal: AbortSignal): Promise<Document | null> {
  const place = placeOf(order);
  if (!place) return null;
  const { list, row, read } = KIND[place.kind];
  const found = await client.one(row, `${list}/${place.id}`, read, signal);
  return found && !found.deleted ? found : null;
}
export async function documentsWith(
  { client }: Session,
  kind: OrderDocument,
  reference: string,
  signal: AbortSignal,
): Promise<Document[]> {
  const { list, row } = KIND[kind];
  const found = await client.all(row, list, { ...everything, search: reference }, signal);
  // The search looks into the names of customers too, and for parts.
  return found.filter((each) => each.reference === reference && !each.deleted);
}
/** The newest of a customer, and whether there are more. */
export async function newestOf(
  { client }: Session,
  kind: OrderDocument,
  contact: string,
  signal: AbortSignal,
): Promise<{ rows: Document[]; more: boolean }> {
  const { list, row } = KIND[kind];
  const { rows, more } = await client.first(
    row,
    list,
    { ...everything, contact_id: contact, sort: 'date:desc' },
    signal,
  );
  return { rows: rows.filter((each) => !each.deleted), more };
}
/** Newest first, page by page, until `enough` says so. What is not among them is not there. */
export async function scan(
  { client }: Session,
  kind: OrderDocument,
  enough: (found: readonly Document[]) => boolean,
  signal: AbortSignal,
): Promise<Document[]> {
  const { list, row } = KIND[kind];
  const found = new Map<string, Document>();
  let before: number | null = null;
  for (let nth = 1; ; nth += 1) {
    const { rows, more, total } = await client.first(
      row,
      list,
      { ...everything, sort: 'created_at:desc' },
      signal,
      nth,
    );
    if (total > ROWS_MOST)
      throw new ErpError('refused', `${list}: ${total} rows`, {
        field: list,
        words: `Sage Accounting has ${total} ${list.replaceAll('_', ' ')}: more than ${ROWS_MOST} are not read.`,
      });
    // What is new moves the others back, and is read again; what was deleted moves one to a page that was read.
    if (before !== null && total < before)
      throw new ErpError('conflict', `${list}: the list changed while it was read`, { field: list });
    before = total;
    for (const each of rows) if (!each.deleted) found.set(each.id, each);
    const all = [...found.values()];
    if (!more || rows.length === 0 || enough(all)) return all;
  }
}
