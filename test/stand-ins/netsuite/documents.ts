import type { Body, Rec, Store } from './database.ts';
import { dayOf } from './days.ts';
import { alreadyExists, Refusal, userError } from './errors.ts';
import { dueDate, editable, isFulfilled, orderStatus, settled } from './transactions.ts';
import { money } from './values.ts';

const PREFIX: Readonly<Record<string, string>> = {
  salesOrder: 'SO',
  invoice: 'INV',
  returnAuthorization: 'RA',
  creditMemo: 'CM',
  customerPayment: 'PYMT',
  itemFulfillment: 'IF',
};
const number = (store: Store, type: string): string => `${PREFIX[type]}${10_000 + store.draw(`number ${type}`)}`;
export const linesOf = (body: Body): Body[] => (body.item?.items ?? []) as Body[];

function fresh(store: Store, type: string, body: Body, at?: number): Rec {
  const external = body.externalId ?? null;
  if (external !== null && store.isTaken(type, external)) throw alreadyExists();
  const own = {
    ...body,
    tranId: body.tranId ?? number(store, type),
    transactionNumber: String(store.draw('transaction numbers')),
  };
  return store.save({ type, external, body: own }, at);
}
export function createOrder(store: Store, given: Body, source = 'restWebServices', at?: number): Rec {
  const body = settled(store, { orderStatus: { id: 'A' }, source, ...given });
  return fresh(store, 'salesOrder', { ...body, status: { id: orderStatus(store, body) } }, at);
}
/** Saves an order after a change of its body, with what follows from it. */
export function saveOrder(store: Store, order: Rec, body: Body): Rec {
  const status = { id: orderStatus(store, body) };
  return store.save({ ...order, external: body.externalId ?? order.external, body: { ...body, status } });
}
/** Lines of a change are merged by their number; `replace` takes them as the whole. */
export function changeOrder(store: Store, order: Rec, changes: Body, replace: boolean): Rec {
  editable(order);
  const { item, ...header } = changes;
  const kept = linesOf(order.body);
  const sent = item === undefined ? null : (item.items as Body[]);
  const numbers = (sent ?? []).flatMap(({ line }) => (line === undefined ? [] : [line]));
  if (new Set(numbers).size < numbers.length)
    throw new Refusal(400, 'DUPLICATE_KEYS', 'Duplicate keys in the sublist item.', { 'o:errorPath': 'item' });
  const merged = (line: Body): Body => {
    const old = kept.find((each) => each.line === line.line);
    if (line.line !== undefined && !old)
      throw new Refusal(400, 'NONEXISTENT_ID', 'The sublist line does not exist.', { 'o:errorPath': 'item' });
    if (!old) return line;
    // A new quantity or item is priced again unless a rate comes along, or the line has a price of its own.
    const priced = line.rate !== undefined || line.amount !== undefined;
    const { amount: _, ...rest } = old;
    const own = old.price?.id === '-1' && line.item === undefined;
    const { rate: __, price: ___, ...unpriced } = rest;
    return {
      ...(priced || own || (line.quantity === undefined && line.item === undefined && line.units === undefined)
        ? rest
        : unpriced),
      ...line,
    };
  };
  const lines =
    sent === null
      ? kept
      : replace
        ? sent.map(merged)
        : [
            ...kept.map((old) => merged(sent.find(({ line }) => line === old.line) ?? { line: old.line })),
            ...sent.filter(({ line }) => line === undefined),
          ];
  for (const { quantity, quantityFulfilled = 0, item: own } of lines)
    if (quantity !== undefined && quantity < quantityFulfilled)
      throw userError(`The quantity of item ${own?.id ?? ''} cannot be less than what was fulfilled.`, 'item');
  const body = settled(store, { ...header, item: { items: lines } }, order.body);
  if (
    header.externalId &&
    header.externalId.toLowerCase() !== order.external?.toLowerCase() &&
    store.isTaken('salesOrder', header.externalId)
  )
    throw alreadyExists();
  return saveOrder(store, order, body);
}
export function removeRecord(store: Store, rec: Rec): void {
  if (
    rec.type === 'salesOrder' &&
    linesOf(rec.body).some(({ quantityFulfilled, quantityBilled }) => quantityFulfilled > 0 || quantityBilled > 0)
  )
    throw new Refusal(
      400,
      'USER_ERROR',
      'Error while accessing a resource. This record cannot be deleted because it has dependent records.',
    );
  store.remove(rec);
}

const notTransformable = () =>
  new Refusal(400, 'USER_ERROR', 'Error while accessing a resource. That is not a valid record transformation.');
/** Which document may follow which, and in which status. */
const FOLLOWS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  salesOrder: { invoice: 'BDEF', itemFulfillment: 'BDE', returnAuthorization: 'DEFG' },
  invoice: { creditMemo: 'AB', returnAuthorization: 'AB' },
  returnAuthorization: { creditMemo: 'DEF' },
};
/** `!transform`: the next document, with all lines of its source unless `replace` takes those of the body only. */
export function transform(store: Store, from: Rec, type: string, given: Body, replace: boolean): Rec {
  if (!FOLLOWS[from.type]?.[type]?.includes(String(from.body.status?.id))) throw notTransformable();
  const wanted = given.item === undefined ? null : (given.item.items as Body[]);
  const source = linesOf(from.body).filter(({ itemType, isClosed }) => itemType !== 'Discount' && isClosed !== true);
  for (const { orderLine } of wanted ?? [])
    if (!source.some(({ line }) => line === orderLine))
      throw new Refusal(
        400,
        'INVALID_VALUE',
        `Invalid value for the resource or sub-resource field 'orderLine'. Provide a valid value.`,
        { 'o:errorPath': 'item.items[0].orderLine' },
      );
  const items = source.flatMap((line) => {
    const asked = wanted?.find(({ orderLine }) => orderLine === line.line);
    if (wanted !== null && !asked && replace) return [];
    const most = leftOf(store, from.type, type, line);
    const {
      line: orderLine,
      lineUniqueKey: _,
      quantityFulfilled: __,
      quantityBilled: ___,
      amount: ____,
      ...rest
    } = line;
    const quantity = asked?.quantity ?? most;
    if (asked?.quantity !== undefined && asked.quantity > most + 1e-9)
      throw userError(
        `You cannot ${type === 'returnAuthorization' ? 'return' : 'process'} more than ${most} of this item.`,
        'item.items[0].quantity',
      );
    return quantity > 0 ? [{ ...rest, ...asked, quantity, orderLine, price: { id: '-1' } }] : [];
  });
  if (items.length === 0) throw userError('You must enter at least one line item for this transaction.');
  const {
    entity,
    currency,
    subsidiary,
    otherRefNum,
    terms,
    discountRate,
    shippingCost,
    billingAddress,
    shippingAddress,
    location,
  } = from.body;
  const inherited = {
    entity,
    currency,
    subsidiary,
    otherRefNum,
    terms,
    billingAddress,
    shippingAddress,
    location,
    ...(type === 'invoice' ? { discountRate, shippingCost } : {}),
  };
  const { item: _, ...header } = given;
  const known = Object.fromEntries(Object.entries(inherited).filter(([, value]) => value !== undefined));
  const body = {
    ...settled(store, { ...known, ...header, item: { items } }, {}),
    createdFrom: { id: String(from.id) },
    source: 'restWebServices',
  };
  return finished(store, from, type, body);
}
function leftOf(store: Store, from: string, type: string, line: Body): number {
  const item = store.inGroup('item', line.item.id);
  if (from === 'salesOrder' && type === 'itemFulfillment')
    return item && isFulfilled(item) ? line.quantity - line.quantityFulfilled : 0;
  if (from === 'salesOrder' && type === 'invoice')
    return (item && isFulfilled(item) ? line.quantityFulfilled : line.quantity) - line.quantityBilled;
  if (from === 'salesOrder') return item && isFulfilled(item) ? line.quantityFulfilled : line.quantityBilled;
  return line.quantity;
}
function finished(store: Store, from: Rec, type: string, body: Body): Rec {
  if (type === 'invoice') {
    const invoice = fresh(store, type, {
      ...body,
      dueDate: body.dueDate ?? dueDate(store, body),
      amountPaid: 0,
      amountRemaining: body.total,
      status: { id: 'A' },
    });
    countOn(store, from, invoice, 'quantityBilled');
    return invoice;
  }
  if (type === 'itemFulfillment') {
    const made = fresh(store, type, { ...body, total: 0, status: 'Shipped', shipStatus: { id: 'C' } });
    countOn(store, from, made, 'quantityFulfilled');
    return made;
  }
  if (type === 'returnAuthorization') {
    const orderStatus = body.orderStatus ?? { id: 'A' };
    return fresh(store, type, { ...body, orderStatus, status: { id: orderStatus.id } });
  }
  const invoice = from.type === 'invoice' ? from : null;
  const applied = invoice ? Math.min(body.total, invoice.body.amountRemaining) : 0;
  if (invoice) settle(store, invoice, applied);
  if (from.type === 'returnAuthorization') store.save({ ...from, body: { ...from.body, status: { id: 'G' } } });
  return fresh(store, type, {
    ...body,
    applied: money(applied),
    unapplied: money(body.total - applied),
    status: { id: applied >= body.total ? 'B' : 'A' },
  });
}
/** Part of an invoice is paid or credited. */
export function settle(store: Store, invoice: Rec, amount: number): Rec {
  const amountPaid = money(Number(invoice.body.amountPaid) + amount);
  const amountRemaining = money(invoice.body.total - amountPaid);
  return store.save({
    ...invoice,
    body: { ...invoice.body, amountPaid, amountRemaining, status: { id: amountRemaining <= 0 ? 'B' : 'A' } },
  });
}
function countOn(store: Store, order: Rec, document: Rec, what: 'quantityBilled' | 'quantityFulfilled'): void {
  const done = new Map(linesOf(document.body).map(({ orderLine, quantity }) => [orderLine, Number(quantity)]));
  const items = linesOf(order.body).map((line) => ({ ...line, [what]: line[what] + (done.get(line.line) ?? 0) }));
  const shipped = what === 'quantityFulfilled' ? { actualShipDate: dayOf() } : {};
  saveOrder(store, order, { ...order.body, ...shipped, item: { items } });
}

export { number as drawNumber };
