import { add, type Decimal, isZero, subtract } from '@backroom/shared';
import { z } from 'zod';
import { addressRow } from './address-rows.ts';
import type { LineFacts, OrderFacts } from './order-facts.ts';
import { itemsById } from './products.ts';
import type { Session } from './session.ts';
import {
  amount,
  blank,
  choice,
  date,
  flag,
  id,
  quantity,
  rate,
  reference,
  referenceId,
  sublist,
  zero,
} from './values.ts';

const lineRow = z.object({
  line: z.string(),
  item: reference,
  itemType: choice,
  description: blank,
  quantity,
  rate,
  amount,
  taxAmount: amount,
  quantityFulfilled: quantity,
  quantityBilled: quantity,
  isClosed: flag,
  expectedShipDate: date,
});
/** A sales order as its record shows it, with its lines. */
export const orderRecord = z.object({
  id,
  tranId: z.string(),
  externalId: blank,
  entity: z.object({ id, refName: z.string().default('') }),
  status: choice,
  orderStatus: choice,
  tranDate: date,
  shipDate: date,
  otherRefNum: blank,
  memo: blank,
  shipComplete: flag,
  currency: referenceId,
  total: amount,
  taxTotal: amount,
  tax2Total: amount,
  discountTotal: amount,
  discountItem: reference,
  shippingCost: amount,
  shipAddressList: choice,
  billAddressList: choice,
  shippingAddress: addressRow.optional(),
  billingAddress: addressRow.optional(),
  item: sublist(lineRow),
});
export type OrderRecord = z.output<typeof orderRecord>;
type LineRow = OrderRecord['item'][number];

/** Codes and kinds of items stand in no line; a discount of the whole order is one of its own. */
export async function factsOf(session: Session, record: OrderRecord, signal: AbortSignal): Promise<OrderFacts> {
  const items = await itemsById(
    session,
    record.item.flatMap(({ item }) => item?.id ?? []),
    signal,
  );
  const toLine = (row: LineRow): LineFacts => {
    const item = items.get(row.item?.id ?? '');
    const code = item?.itemid ?? row.item?.refName ?? '';
    return {
      line: row.line,
      item: row.item?.id ?? null,
      code,
      name: row.description ?? item?.displayname ?? code,
      kind: row.itemType ?? item?.itemtype ?? '',
      quantity: row.quantity,
      fulfilled: row.quantityFulfilled,
      billed: row.quantityBilled,
      rate: row.rate,
      amount: row.amount ?? zero,
      isClosed: row.isClosed,
      expected: row.expectedShipDate,
    };
  };
  const total = record.total ?? zero;
  const tax = add(record.taxTotal ?? zero, record.tax2Total ?? zero);
  const discount = record.discountTotal ?? zero;
  return {
    id: record.id,
    number: record.tranId,
    reference: record.externalId,
    customer: record.entity.id,
    customerNumber: '',
    customerName: record.entity.refName,
    status: record.status ?? record.orderStatus ?? '',
    orderedOn: record.tranDate,
    requested: record.shipDate,
    poNumber: record.otherRefNum,
    note: record.memo,
    isWhole: record.shipComplete,
    currency: record.currency,
    total,
    net: subtract(total, tax),
    shipping: record.shippingCost ?? zero,
    deliverTo: record.shippingAddress ? { id: record.shipAddressList, address: record.shippingAddress } : null,
    invoiceTo: record.billingAddress ? { id: record.billAddressList, address: record.billingAddress } : null,
    lines: [...record.item.map(toLine), ...(isZero(discount) ? [] : [discountLine(record, discount)])],
  };
}
const discountLine = ({ discountItem }: OrderRecord, discount: Decimal): LineFacts => ({
  line: '',
  item: discountItem?.id ?? null,
  code: discountItem?.refName ?? '',
  name: discountItem?.refName ?? 'Discount',
  kind: 'Discount',
  quantity: zero,
  fulfilled: zero,
  billed: zero,
  rate: null,
  amount: discount,
  isClosed: false,
  expected: null,
});
