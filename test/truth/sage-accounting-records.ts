import type { Body, Rec, Store } from '../stand-ins/sage-accounting/database.ts';

/** The double's own numbers, added up from what is stored: what it derives in code for its API is not used. */
const today = () =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Dublin', dateStyle: 'short' }).format(new Date());
const places = (value: number, most = 100): string => String(Math.round(value * most) / most);
const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
const living = (recs: readonly Rec[]): Rec[] => recs.filter(({ deleted }) => deleted === null);
const bodyOf = (store: Store, kind: string, id: unknown): Body => store.find(kind, id)?.body ?? {};
const stateOf = ({ body }: Rec): string => String(body.status?.id ?? body.status);
const newest = (recs: readonly Rec[]): Rec[] =>
  recs.toSorted(
    (left, right) => String(right.body.date).localeCompare(String(left.body.date)) || right.created - left.created,
  );

/** Money on account is in the balance of a customer and in none of its documents: those who have some are left out. */
export const customers = (store: Store): { id: string }[] =>
  living(store.all('contacts'))
    .filter(
      ({ body }) => body.contact_types.includes('CUSTOMER') && body.currency === 'EUR' && body.reference !== 'LIFFEY1',
    )
    .map(({ id }) => ({ id }));
export const products = (store: Store) =>
  living(store.all('products'))
    .filter(({ body }) => body.active)
    .map(({ id, body }) => ({ id, number: String(body.item_code), stocked: body.quantity_in_stock !== undefined }));

export function customer(store: Store, id: string) {
  const body = bodyOf(store, 'contacts', id);
  return {
    ...{ number: body.reference, name: body.name, vat: body.tax_number, blocked: Number(body.is_active === false) },
    city: bodyOf(store, 'addresses', body.main_address).city,
    terms: body.credit_days == null ? '' : `${body.credit_days} days`,
  };
}
export const stock = (store: Store, id: string) => ({
  onHand: String(bodyOf(store, 'products', id).quantity_in_stock),
  taken: '0',
});
/** In euros: of the customer's kind of price, else the first. */
export function price(store: Store, customerId: string, id: string): string | null {
  const own = bodyOf(store, 'contacts', customerId).product_sales_price_type;
  const prices: Body[] = bodyOf(store, 'products', id).sales_prices ?? [];
  const found = prices.find((each) => each.product_sales_price_type === own) ?? prices[0];
  return found ? String(found.price) : null;
}

const statuses: Readonly<Record<string, string>> = { DECLINED: 'cancelled', INVOICED: 'invoiced' };
const statusOf = (rec: Rec): string => statuses[stateOf(rec)] ?? (rec.body.invoice ? 'invoiced' : 'confirmed');
/** What our id of a quote begins with. */
const QUOTE = 'q-';
const SHOWN = 40;
export const orders = (store: Store, customerId: string) =>
  newest(living(store.of('sales_quotes', customerId)))
    .slice(0, SHOWN)
    .map((rec) => ({
      id: `${QUOTE}${rec.id}`,
      number: String(rec.body.quote_number),
      status: statusOf(rec),
      day: String(rec.body.date),
      net: places(sum(rec.body.quote_lines.map((line: Body) => Number(line.net_amount)))),
      total: places(sum(rec.body.quote_lines.map((line: Body) => Number(line.net_amount) + Number(line.tax_amount)))),
    }));
export function orderLines(store: Store, order: string) {
  const rec = store.find('sales_quotes', order.slice(QUOTE.length));
  if (!rec) return [];
  return rec.body.quote_lines.map((line: Body) => ({
    code: String((store.find('products', line.product) ?? store.find('services', line.service))?.body.item_code),
    quantity: String(line.quantity),
    rate: String(line.unit_price),
    net: places(Number(line.quantity) * Number(line.unit_price)),
    shipped: statusOf(rec) === 'invoiced' ? String(line.quantity) : '0',
  }));
}

const posted = (store: Store, kind: string, customerId: string): Rec[] =>
  living(store.of(kind, customerId)).filter((rec) => !['DRAFT', 'PRO_FORMA'].includes(stateOf(rec)));
const openOf = (rec: Rec): number => (stateOf(rec) === 'VOID' ? 0 : Number(rec.body.outstanding_amount));
export const invoices = (store: Store, customerId: string) =>
  newest(posted(store, 'sales_invoices', customerId))
    .slice(0, SHOWN)
    .map((rec) => ({
      number: String(rec.body.invoice_number),
      total: String(rec.body.total_amount),
      open: places(openOf(rec)),
      issued: String(rec.body.date),
      due: String(rec.body.due_date),
      overdue: openOf(rec) > 0 && String(rec.body.due_date) < today(),
    }));
export const memos = (store: Store, customerId: string) =>
  newest(posted(store, 'sales_credit_notes', customerId))
    .slice(0, 5)
    .map((rec) => ({
      number: String(rec.body.credit_note_number),
      total: String(rec.body.total_amount),
      open: places(openOf(rec)),
    }));
/** Open invoices less open credits. */
export function credit(store: Store, customerId: string) {
  const limit = bodyOf(store, 'contacts', customerId).credit_limit;
  const bills = posted(store, 'sales_invoices', customerId);
  const credited = sum(posted(store, 'sales_credit_notes', customerId).map(openOf));
  const late = sum(bills.filter(({ body }) => String(body.due_date) < today()).map(openOf));
  return {
    limit: limit == null ? null : String(limit),
    balance: places(sum(bills.map(openOf)) - credited),
    overdue: places(Math.max(0, late - credited)),
  };
}
/** It has no returns. */
export const claims = () => [];
