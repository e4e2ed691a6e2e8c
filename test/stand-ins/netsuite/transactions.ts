import type { Body, Rec, Store } from './database.ts';
import { dayOf, daysAfter } from './days.ts';
import { enterValue, invalidReference, Refusal, userError } from './errors.ts';
import { priceOf, taxRate, unitRate } from './pricing.ts';
import { money } from './values.ts';

const STOCKED = new Set(['inventoryItem']);
const KINDS: Readonly<Record<string, string>> = {
  inventoryItem: 'InvtPart',
  nonInventorySaleItem: 'NonInvtPart',
  serviceSaleItem: 'Service',
  otherChargeSaleItem: 'OthCharge',
  discountItem: 'Discount',
};
export const isFulfilled = (item: Rec): boolean =>
  item.type === 'inventoryItem' || item.type === 'nonInventorySaleItem';
const itemKind = (type: string): string => KINDS[type] ?? type;

/** A line as the form completes it: unit, price, amount, tax. */
function completed(
  store: Store,
  line: Body,
  nth: number,
  context: { customer: Rec; currency: string; above: Body | null },
): Body {
  const path = `item.items[${nth}].item`;
  const item = line.item === undefined ? null : store.inGroup('item', line.item.id);
  if (!item) throw enterValue('Item');
  if (item.body.isInactive === true) throw invalidReference(path, String(item.id));
  const { customer, currency, above } = context;
  if (item.type === 'discountItem') {
    const rate = Number(line.rate ?? Number.parseFloat(String(item.body.rate ?? '0')));
    const amount = line.amount ?? (line.rate !== undefined ? rate : money(((above?.amount ?? 0) * rate) / 100));
    return { ...line, itemType: 'Discount', amount: money(Number(amount)), taxRate1: above?.taxRate1 ?? 0 };
  }
  const quantity = line.quantity ?? 1;
  if (quantity === 0) throw enterValue('Quantity');
  const unit = line.units ?? item.body.saleUnit;
  if (unit !== undefined) {
    const known = store.one('select unitstype from units where id = ?', Number(unit));
    if (!known || String(known.unitstype) !== String(item.body.unitsType?.id))
      throw invalidReference(path.replace(/item$/, 'units'), String(unit));
  }
  const level = line.price?.id;
  const listed = level === '-1' ? null : priceOf(store, { customer, item, currency, quantity, unit, level });
  const rate =
    line.rate ?? (line.amount === undefined || line.amount === null ? listed?.rate : Number(line.amount) / quantity);
  if (rate === undefined) throw enterValue('Amount');
  const amount = line.amount ?? money(rate * quantity);
  return {
    quantityFulfilled: 0,
    quantityBilled: 0,
    isClosed: false,
    ...line,
    itemType: itemKind(item.type),
    description: line.description ?? item.body.salesDescription ?? item.body.displayName ?? '',
    quantity,
    ...(unit === undefined ? {} : { units: String(unit) }),
    price: { id: line.rate !== undefined && level === undefined ? '-1' : (listed?.level ?? '-1') },
    rate,
    amount,
    taxRate1: taxRate(store, customer, item),
  };
}
/** Header and lines as the form completes them before it saves. `type` says which document it is. */
export function settled(store: Store, given: Body, kept: Body | null = null): Body {
  const body: Body = { ...kept, ...given };
  const customer = body.entity ? store.find('customer', body.entity.id) : null;
  if (!customer) throw enterValue('Customer');
  if (customer.body.isInactive === true) throw invalidReference('entity', String(customer.id));
  if (customer.body.creditHoldOverride?.id === 'ON' && kept === null)
    throw userError('The customer is on credit hold. The transaction cannot be saved.', 'entity');
  const allowed: string[] = [customer.body.currency?.id ?? '1', ...((customer.body._currencies ?? []) as string[])];
  const currency = body.currency?.id ?? allowed[0] ?? '1';
  if (!allowed.includes(currency)) throw invalidReference('currency', currency);
  const subsidiary = body.subsidiary ?? customer.body.subsidiary;
  if (subsidiary?.id !== customer.body.subsidiary?.id) throw invalidReference('subsidiary', String(subsidiary?.id));
  const lines = (body.item?.items ?? []) as Body[];
  if (lines.length === 0) throw userError('You must enter at least one line item for this transaction.');
  const items: Body[] = [];
  let above: Body | null = null;
  let last = Math.max(0, ...lines.map((line) => Number(line.line ?? 0)));
  for (const [nth, line] of lines.entries()) {
    const done: Body = completed(store, line, nth, { customer, currency, above });
    if (done.itemType !== 'Discount') above = done;
    last += done.line === undefined ? 1 : 0;
    const number = done.line ?? last;
    const tax = money((done.amount * done.taxRate1) / 100);
    items.push({
      ...done,
      line: number,
      lineUniqueKey: done.lineUniqueKey ?? String(store.draw('lines')),
      taxAmount: tax,
      tax1Amt: tax,
      grossAmt: money(done.amount + tax),
    });
  }
  const subtotal = money(items.reduce((sum, { amount }) => sum + amount, 0));
  const discountTotal =
    body.discountRate === undefined || body.discountRate === null ? 0 : money(Number(body.discountRate));
  // A discount of the whole document takes its share of the tax of each line.
  const share = subtotal === 0 ? 1 : (subtotal + discountTotal) / subtotal;
  const taxTotal = money(items.reduce((sum, { amount, taxRate1 }) => sum + (amount * share * taxRate1) / 100, 0));
  const total = money(subtotal + discountTotal + Number(body.shippingCost ?? 0) + taxTotal);
  const tranDate = body.tranDate ?? dayOf();
  const rate = Number(store.find('currency', currency)?.body.exchangeRate ?? 1);
  const terms = body.terms ?? customer.body.terms;
  return {
    ...body,
    ...addressesOf(customer, body),
    entity: { id: String(customer.id) },
    currency: { id: currency },
    exchangeRate: body.exchangeRate ?? rate,
    ...(subsidiary ? { subsidiary } : {}),
    ...(terms ? { terms } : {}),
    tranDate,
    item: { items },
    subtotal,
    discountTotal,
    taxTotal,
    total,
    totalAfterTaxes: total,
  };
}
/** An address of the book that was chosen, one of the order's own, or the customer's default. */
function addressesOf(customer: Rec, body: Body): Body {
  const book = (customer.body.addressBook?.items ?? []) as Body[];
  const out: Body = {};
  for (const [name, list, flag] of [
    ['shippingAddress', 'shipAddressList', 'defaultShipping'],
    ['billingAddress', 'billAddressList', 'defaultBilling'],
  ] as const) {
    const chosen =
      body[list] === undefined || body[list] === null ? null : book.find(({ id }) => String(id) === body[list].id);
    if (chosen === undefined) throw invalidReference(list, body[list].id);
    const address = chosen?.addressBookAddress ?? body[name] ?? book.find((each) => each[flag])?.addressBookAddress;
    if (address) out[name] = address;
  }
  return out;
}
export const dueDate = (store: Store, body: Body): string =>
  daysAfter(body.tranDate, Number(body.terms ? (store.find('term', body.terms.id)?.body.daysUntilNetDue ?? 0) : 0));

/** A sales order's status after what its lines say. */
export function orderStatus(store: Store, body: Body): string {
  if (body.status?.id === 'C') return 'C';
  const lines = (body.item.items as Body[]).filter(({ itemType }) => itemType !== 'Discount');
  const open = lines.filter(({ isClosed }) => isClosed !== true);
  if (open.length === 0) return 'H';
  if (body.orderStatus?.id === 'A') return 'A';
  if (open.every(({ quantity, quantityBilled }) => quantityBilled >= quantity)) return 'G';
  const toShip = open.filter(({ item }) => {
    const found = store.inGroup('item', item.id);
    return found !== null && isFulfilled(found);
  });
  const shipped = toShip.filter(({ quantityFulfilled }) => quantityFulfilled > 0);
  if (toShip.every(({ quantity, quantityFulfilled }) => quantityFulfilled >= quantity)) return 'F';
  if (shipped.length === 0) return 'B';
  return lines.some(({ quantityFulfilled, quantityBilled }) => quantityFulfilled > quantityBilled) ? 'E' : 'D';
}
/** Open quantities of approved orders, which the stock is committed to. */
export function recommit(store: Store, order: Rec, gone = false): void {
  store.run('delete from open_lines where id = ?', order.id);
  const status = order.body.status?.id;
  if (gone || !['B', 'D', 'E'].includes(status)) return;
  for (const line of order.body.item.items as Body[]) {
    const item = store.inGroup('item', line.item.id);
    if (!item || !STOCKED.has(item.type) || line.isClosed === true) continue;
    const left = (line.quantity - line.quantityFulfilled) * unitRate(store, line.units);
    if (left > 0)
      store.run(
        'insert into open_lines values (?, ?, ?, ?, ?)',
        order.id,
        line.line,
        item.id,
        Number(line.location?.id ?? order.body.location?.id ?? 1),
        left,
      );
  }
}
export type StockRow = {
  item: number;
  location: number;
  onHand: number;
  onOrder: number;
  committed: number;
  available: number;
  backOrdered: number;
};
export function stockOf(store: Store, item: number): StockRow[] {
  return store.all('select * from stock where item = ? order by location', item).map((row) => {
    const open = Number(
      store.one(
        'select coalesce(sum(quantity), 0) as n from open_lines where item = ? and location = ?',
        item,
        Number(row.location),
      )?.n,
    );
    const onHand = Number(row.onhand);
    const committed = Math.min(onHand, open);
    return {
      item,
      location: Number(row.location),
      onHand,
      onOrder: Number(row.onorder),
      committed,
      available: onHand - committed,
      backOrdered: open - committed,
    };
  });
}
/** Only what an order may still become can be changed. */
export function editable(order: Rec): void {
  if (['C', 'G', 'H'].includes(order.body.status?.id))
    throw new Refusal(
      400,
      'USER_ERROR',
      'Error while accessing a resource. This transaction cannot be edited in its current status.',
    );
}
