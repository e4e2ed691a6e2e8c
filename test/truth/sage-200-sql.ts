import { amountOf, centsOf, percentOf, type Records } from './records.ts';

/** The double's own numbers, by SQL over its records: what it computes in code for its API is not used. */
const today = () =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' }).format(new Date());
const text = (value: unknown): string => String(value ?? '0');
const is = (object: string, of = ''): string => `${of}object = '${object}'`;
const of = (field: string, from = 'body'): string => `(${from} ->> '$.${field}')`;
/** An amount stands in the records as a text with all of its places. */
const amount = (field: string, from = 'body'): string => `coalesce(cast(${from} ->> '$.${field}.amount' as real), 0)`;
const cents = (field: string, from = 'body'): string => `cast(round(${amount(field, from)} * 100) as integer)`;
const BASE = `select key from records where ${is('currency')} and ${of('is_base_currency')} = 1`;
/** From which orders are served. */
const WAREHOUSE = `select key from records where ${is('warehouse')} and ${of('name')} = 'HOME'`;

/** Those with the currency of the company: Sage 200 prices nothing in another one than the account's. */
export const customers = (store: Records) =>
  store
    .all(`select key from records where ${is('customer')} and ${of('currency_id')} = (${BASE}) order by key`)
    .map(({ key }) => ({ id: String(key) }));
export const products = (store: Records) =>
  store
    .all(
      `select p.key, ${of('code', 'p.body')} as code, ${of('product_type', 'g.body')} = 'EnumStockItemTypeStock' as stocked
       from records p join records g on ${is('product_group', 'g.')} and g.key = ${of('product_group_id', 'p.body')}
       where ${is('product', 'p.')} order by p.key`,
    )
    .map(({ key, code, stocked }) => ({ id: String(key), number: String(code), stocked: stocked === 1 }));

export const customer = (store: Records, id: string) =>
  store.one(
    `select ${of('reference')} as number, ${of('name')} as name, ${of('vat_number')} as vat, ${of('main_address.city')} as city,
       ${of('payment_terms_days')} || ' days' as terms, ${of('on_hold')} or ${of('account_status_type')} = 'AccountStatusHidden' as blocked
     from records where ${is('customer')} and key = ?`,
    id,
  );
/** Stock units in the selling unit of a line. */
const FACTOR = `(select ${amount('multiple_of_base_unit', 'u.body')} from records u where ${is('product_unit', 'u.')} and ${of('product_id', 'u.body')} = ${of('product_id', 'l.body')}
    and ${of('unit_id', 'u.body')} = ${of('selling_unit_id', 'l.body')})`;
/** What lies there, and what the lines of orders have been allocated of it and not yet got. */
export function stock(store: Records, product: string) {
  const { onHand } = store.one(
    `select ${amount('confirmed_qty_in_stock')} + ${amount('unconfirmed_qty_in_stock')} as onHand from records
     where ${is('warehouse_holding')} and ${of('product_id')} = ? and ${of('warehouse_id')} = (${WAREHOUSE})`,
    product,
  );
  const { taken } = store.one(
    `select round(sum((${amount('allocated_quantity', 'l.body')} - ${amount('despatch_receipt_quantity', 'l.body')}) * ${FACTOR}), 5) as taken
     from records l join records o on ${is('sop_order', 'o.')} and o.key = ${of('sop_order_id', 'l.body')} and ${of('kind', 'o.body')} = 'order'
     where ${is('sop_order_line', 'l.')} and ${of('product_id', 'l.body')} = ? and ${of('warehouse_id', 'l.body')} = (${WAREHOUSE})`,
    product,
  );
  return { onHand: text(onHand), taken: text(taken) };
}
/** In the company's currency, for a stock unit: of the customer's price band, else of the standard one, less the discount of the quantity or the customer. */
export function price(store: Records, customerId: string, product: string, quantity: string): string | null {
  const found = store.one(
    `select ${amount('price', 'p.body')} as price,
       coalesce((select ${amount('percent', 'd.body')} from records d where ${is('product_discount', 'd.')} and ${of('product_id', 'd.body')} = ?1
         and ${amount('from', 'd.body')} <= ?3 order by ${amount('from', 'd.body')} desc limit 1), ${amount('invoice_line_discount_percent', 'c.body')}) as off
     from records p join records b on ${is('price_band', 'b.')} and b.key = ${of('price_band_id', 'p.body')}
       join records c on ${is('customer', 'c.')} and c.key = ?2
     where ${is('product_price', 'p.')} and ${of('product_id', 'p.body')} = ?1
       and (b.key = ${of('price_band_id', 'c.body')} or ${of('is_standard_band', 'b.body')} = 1)
     order by b.key = ${of('price_band_id', 'c.body')} desc limit 1`,
    product,
    customerId,
    Number(quantity),
  );
  const places = (value: number): number => Math.round(Number(`${value.toPrecision(15)}e5`)) / 1e5;
  const list = Number(found.price);
  return String(places(list - places((list * Number(found.off)) / 100)));
}

/** Lines with goods: the price is less its discount. */
const LINES = `select ${of('sop_order_id', 'l.body')} as document, cast(${of('line_number', 'l.body')} as integer) as place, ${of('code', 'l.body')} as code,
    ${amount('line_quantity', 'l.body')} as quantity, ${amount('despatch_receipt_quantity', 'l.body')} as sent, ${amount('invoice_credit_quantity', 'l.body')} as billed,
    round(${amount('selling_unit_price', 'l.body')} - ${amount('unit_discount_value', 'l.body')}, 5) as rate, ${amount('tax_rate', 't.body')} as percent,
    ${centsOf(amount('line_quantity', 'l.body'), `${amount('selling_unit_price', 'l.body')} - ${amount('unit_discount_value', 'l.body')}`)} as net
  from records l join records t on ${is('tax_code', 't.')} and t.key = ${of('tax_code_id', 'l.body')} where ${is('sop_order_line', 'l.')}`;
const DOCUMENTS = `with lines as (${LINES}), sums as (select document, sum(net) as net, sum(net + ${percentOf('net', 'percent')}) as total,
    max(sent) > 0 as begun, min(sent >= quantity) as sent, min(billed >= quantity) as billed, sum(net * (quantity - billed) / quantity) as open from lines group by 1)
  select o.key, ${of('document_no', 'o.body')} as number, substr(${of('document_date', 'o.body')}, 1, 10) as day, substr(${of('document_status', 'o.body')}, 19) as status, sums.*
  from records o join sums on sums.document = o.key where ${is('sop_order', 'o.')} and ${of('customer_id', 'o.body')} = ?`;
export const orders = (store: Records, customerId: string) =>
  store
    .all(
      `${DOCUMENTS} and ${of('kind', 'o.body')} = 'order' order by day desc, cast(o.key as integer) desc limit 50`,
      customerId,
    )
    .map((each) => ({
      id: String(each.key),
      number: String(each.number),
      day: text(each.day),
      net: amountOf(each.net),
      total: amountOf(each.total),
      status: statusOf(each),
    }));
function statusOf({ status, begun, sent, billed }: Readonly<Record<string, unknown>>): string {
  if (status === 'Cancelled') return 'cancelled';
  if (status === 'Complete' || billed === 1) return 'invoiced';
  if (sent === 1) return 'delivered';
  return begun === 1 ? 'partly_delivered' : 'confirmed';
}
export const orderLines = (store: Records, order: string) =>
  store
    .all(`with lines as (${LINES}) select * from lines where document = ? order by place`, order)
    .map(({ code, quantity, rate, net, sent }) => ({
      ...{ code: String(code), quantity: text(quantity), rate: text(rate), net: amountOf(net), shipped: text(sent) },
    }));

/** The sales ledger of a customer. Credit notes and receipts are below zero. */
const LEDGER = `select key, ${of('reference')} as number, substr(${of('trader_transaction_type')}, 24) as kind, ${cents('document_gross_value')} as total,
    ${cents('document_gross_value')} - ${cents('document_allocated_value')} as open, substr(${of('transaction_date')}, 1, 10) as issued, substr(${of('due_date')}, 1, 10) as due
  from records where ${is('sales_posted_transaction')} and ${of('customer_id')} = ?1`;
const postings = (store: Records, customerId: string, kind: string, most: number) =>
  store.all(
    `select *, open > 0 and due < ?2 as overdue from (${LEDGER}) where kind = ?3 order by issued desc, cast(key as integer) desc limit ?4`,
    customerId,
    today(),
    kind,
    most,
  );
export const invoices = (store: Records, customerId: string) =>
  postings(store, customerId, 'Invoice', 50).map((each) => ({
    ...each,
    total: amountOf(each.total),
    open: amountOf(each.open),
  }));
export const memos = (store: Records, customerId: string) =>
  postings(store, customerId, 'CreditNote', 20).map(({ number, total, open }) => ({
    number: String(number),
    total: amountOf(-Number(total)),
    open: amountOf(-Number(open)),
  }));
/** Credits and receipts that nobody has allocated settle the oldest invoices first. */
export function credit(store: Records, customerId: string) {
  const { balance, late, credited } = store.one(
    `select sum(open) as balance, sum(case when kind = 'Invoice' and due < ?2 then open end) as late, -sum(case when open < 0 then open end) as credited from (${LEDGER})`,
    customerId,
    today(),
  );
  const { limit } = store.one(
    `select ${amount('credit_limit')} as "limit" from records where ${is('customer')} and key = ?`,
    customerId,
  );
  const open = store
    .all(`${DOCUMENTS} and ${of('kind', 'o.body')} = 'order' and status in ('Live', 'OnHold')`, customerId)
    .map((each) => Math.round((Number(each.total) * Number(each.open)) / Number(each.net)));
  return {
    limit: limit === 0 ? null : text(limit),
    balance: amountOf(balance),
    overdue: amountOf(Math.max(0, Number(late ?? 0) - Number(credited ?? 0))),
    orders: amountOf(open.reduce((sum, each) => sum + each, 0)),
  };
}
/** What came back and is not credited. */
export const claims = (store: Records, customerId: string) =>
  store.all(`${DOCUMENTS} and ${of('kind', 'o.body')} = 'return'`, customerId).map(({ number, sent, billed }) => ({
    number: String(number),
    status: billed === 1 ? 'credited' : sent === 1 ? 'received' : 'approved',
  }));
