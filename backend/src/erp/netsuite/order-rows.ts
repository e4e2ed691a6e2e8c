import { add, type Decimal, isZero, negate, subtract } from '@backroom/shared';
import { z } from 'zod';
import { addressRow } from './address-rows.ts';
import { letterOf, SHIPPING_LINE, TYPE } from './facts.ts';
import type { LineFacts, OrderFacts } from './order-facts.ts';
import type { Session } from './session.ts';
import { day, type Has, optional, text } from './sql.ts';
import { inSaleUnit, perSaleUnit } from './units.ts';
import { amount, blank, date, flag, id, number, optionalId, quantity, rate, zero } from './values.ts';

/** One line of an order, with its head. Lines of texts have no item. */
const orderRow = z.object({
  id,
  tranid: z.string(),
  externalid: blank,
  entity: id,
  entityid: blank,
  name: blank,
  status: z.string(),
  orderedon: date,
  requested: date,
  otherrefnum: blank,
  memo: blank,
  shipcomplete: flag.optional(),
  currency: optionalId,
  foreigntotal: number,
  addressee: blank,
  attention: blank,
  addr1: blank,
  addr2: blank,
  city: blank,
  zip: blank,
  country: blank,
  line: id,
  item: optionalId,
  itemid: blank,
  displayname: blank,
  itemtype: blank,
  description: blank,
  quantity,
  rate,
  foreignamount: amount,
  mainline: flag,
  taxline: flag,
  iscogs: flag,
  isclosed: flag,
  shipped: quantity,
  billed: quantity,
  expected: date,
  unitrate: amount,
});
type Row = z.output<typeof orderRow>;

const columns = (has: Has): string =>
  [
    't.id, t.tranid, t.externalid, t.entity, t.status, t.otherrefnum, t.memo, t.foreigntotal',
    day('t.trandate', 'orderedon'),
    day('t.shipdate', 'requested'),
    optional(has, 'currency', 't.currency'),
    optional(has, 'shipcomplete', 't.shipcomplete'),
    'c.entityid, COALESCE(c.companyname, c.altname) AS name',
    optional(has, 'transactionshippingaddress', 'a.addressee, a.attention, a.addr1, a.addr2, a.city, a.zip, a.country'),
    'tl.id AS line, tl.item, tl.itemtype, tl.memo AS description, tl.quantity, tl.rate, tl.foreignamount',
    'tl.mainline, tl.taxline, tl.isclosed, tl.quantityshiprecv AS shipped, tl.quantitybilled AS billed',
    optional(has, 'iscogs', 'tl.iscogs'),
    optional(has, 'expectedshipdate', day('tl.expectedshipdate', 'expected')),
    'i.itemid, i.displayname',
    optional(has, 'unitstypeuom', 'u.conversionrate AS unitrate'),
  ]
    .filter(Boolean)
    .join(', ');
const tables = (has: Has): string =>
  [
    'transaction t JOIN transactionline tl ON tl.transaction = t.id',
    'LEFT JOIN customer c ON c.id = t.entity LEFT JOIN item i ON i.id = tl.item',
    optional(has, 'transactionshippingaddress', 'LEFT JOIN transactionshippingaddress a ON a.nkey = t.shippingaddress'),
    optional(has, 'unitstypeuom', 'LEFT JOIN unitstypeuom u ON u.internalid = tl.units'),
  ]
    .filter(Boolean)
    .join(' ');

/** Sales orders with their lines, in one query. `t` is the order. */
export async function ordersWhere(session: Session, condition: string, signal: AbortSignal): Promise<OrderFacts[]> {
  const rows = await session.rows(
    orderRow,
    (has) =>
      `SELECT ${columns(has)} FROM ${tables(has)} WHERE t.type = ${text(TYPE.order)} AND (${condition}) ORDER BY t.id, tl.linesequencenumber, tl.id`,
    signal,
  );
  return [...Map.groupBy(rows, (row) => row.id).values()].map(factsOf);
}

/** Sales are credits in the ledger: quantities and amounts of their lines are below zero. */
const turned = (value: Decimal): Decimal => (isZero(value) ? zero : negate(value));
const size = (value: Decimal): Decimal => (value.startsWith('-') ? negate(value) : value);
function factsOf(rows: readonly Row[]): OrderFacts {
  const [head] = rows;
  if (!head) throw new Error('a group of rows is never empty');
  const lines = rows.filter((row) => !row.mainline && !row.iscogs);
  const taxes = lines.filter(({ taxline }) => taxline);
  const shipping = lines.filter(({ itemtype }) => itemtype === SHIPPING_LINE);
  const sum = (some: readonly Row[]) => add(zero, ...some.map(({ foreignamount }) => turned(foreignamount ?? zero)));
  const total = head.foreigntotal;
  const { addressee, attention, addr1, addr2, city, zip, country } = head;
  return {
    id: head.id,
    number: head.tranid,
    reference: head.externalid,
    customer: head.entity,
    customerNumber: head.entityid ?? '',
    customerName: head.name ?? head.entityid ?? '',
    status: letterOf(head.status),
    orderedOn: head.orderedon,
    requested: head.requested,
    poNumber: head.otherrefnum,
    note: head.memo,
    isWhole: head.shipcomplete ?? null,
    currency: head.currency,
    total,
    net: subtract(total, sum(taxes)),
    shipping: sum(shipping),
    deliverTo: { id: null, address: addressRow.parse({ addressee, attention, addr1, addr2, city, zip, country }) },
    invoiceTo: null,
    lines: lines.filter(({ taxline }) => !taxline).map(lineOf),
  };
}
function lineOf(row: Row): LineFacts {
  const inUnit = (value: Decimal) => inSaleUnit(size(value), row.unitrate);
  return {
    line: row.line,
    item: row.item,
    code: row.itemid ?? '',
    name: row.description ?? row.displayname ?? row.itemid ?? '',
    kind: row.itemtype ?? '',
    quantity: inSaleUnit(turned(row.quantity), row.unitrate),
    fulfilled: inUnit(row.shipped),
    billed: inUnit(row.billed),
    rate: row.rate && perSaleUnit(row.rate, row.unitrate),
    amount: turned(row.foreignamount ?? zero),
    isClosed: row.isclosed,
    expected: row.expected,
  };
}
