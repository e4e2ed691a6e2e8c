import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { LINE, RESOURCE } from './facts.ts';
import { all, any, type Condition } from './query.ts';
import type { Session } from './session.ts';
import { amount, blank, day, flag, id, number, optionalId, unique } from './values.ts';

const lineRow = z.object({
  id,
  line_type: z.string(),
  line_number: z.string().nullish(),
  product_id: optionalId,
  code: blank,
  description: blank,
  line_quantity: amount,
  despatch_receipt_quantity: amount,
  invoice_credit_quantity: amount,
  selling_unit_price: amount,
  unit_discount_percent: amount,
  unit_discount_value: amount,
  line_total_value: amount,
});
export type Line = z.output<typeof lineRow>;
const deliveryRow = z.object({
  postal_name: blank,
  address_1: blank,
  address_2: blank,
  address_4: blank,
  city: blank,
  postcode: blank,
  country: blank,
  country_code_id: optionalId,
});
const memoRow = z.object({ id, note: blank, is_active: flag });
const customerPart = z.object({ id, reference: z.string(), name: blank });

/** What every answer with an order has, whatever the connection calls the field of our reference. */
const orderRow = z.looseObject({
  id,
  customer_id: id,
  is_draft: flag,
  document_no: z.string(),
  document_date: day,
  document_status: blank,
  despatch_receipt_status: blank,
  invoice_credit_status: blank,
  cancelled_status: blank,
  currency_id: optionalId,
  total_net_value: number,
  total_gross_value: number,
  customer_document_no: blank,
  is_credit_limit_exceeded: flag,
  requested_delivery_date: day,
  promised_delivery_date: day,
  document_created_by: blank,
  use_invoice_address: flag,
  customer: customerPart.nullish(),
  delivery_address: deliveryRow.nullish(),
  lines: z.array(lineRow),
  memos: z.array(memoRow).nullish(),
});
export type Order = z.output<typeof orderRow>;
const EXPANDED = ['lines', 'customer', 'delivery_address', 'memos'] as const;

/**
 * Our reference stands in a spare text, and behind it the mark of the request that brought it: who duplicates an order takes both along, a second request has
 * another mark.
 */
const MARK = '/';
export const marked = (reference: string): string => `${reference}${MARK}${randomUUID().slice(0, 4).toUpperCase()}`;
export function referenceIn(order: Order, { settings }: Session): { reference: string | null; mark: string } {
  const [reference = '', mark = ''] = blank.parse(order[settings.referenceField])?.split(MARK) ?? [];
  return { reference: reference || null, mark };
}

export async function ordersWhere(
  { client }: Session,
  conditions: readonly Condition[],
  signal: AbortSignal,
): Promise<Order[]> {
  const lists = await Promise.all(
    conditions.map((where) => client.query(orderRow, { resource: RESOURCE.orders, where, expand: EXPANDED }, signal)),
  );
  return unique(lists.flat());
}
/** The newest orders of a customer. */
export const newestOrders = ({ client }: Session, where: Condition, size: number, signal: AbortSignal) =>
  client.first(
    orderRow,
    { resource: RESOURCE.orders, where, expand: EXPANDED, orderBy: 'document_date desc,id desc' },
    size,
    signal,
  );

export const goodsOf = ({ lines }: Pick<Order, 'lines'>): Line[] => {
  const place = (line: Line) => Number(line.line_number ?? 0);
  return lines
    .filter(({ line_type: type }) => type === LINE.standard || type === LINE.freeText)
    .toSorted((left, right) => place(left) - place(right) || (BigInt(left.id) < BigInt(right.id) ? -1 : 1));
};
export const chargesOf = ({ lines }: Pick<Order, 'lines'>): Line[] =>
  lines.filter(({ line_type: type }) => type === LINE.charge);

const despatchRow = z.object({
  sop_despatch_id: z.string(),
  sop_despatch_document_no: blank,
  sop_despatch_date: day,
  sop_despatch_consignment_no: blank,
  sop_order_id: id,
});
export type Despatch = z.output<typeof despatchRow>;
/** What was despatched for these orders. */
export async function despatchesOf({ client }: Session, conditions: readonly Condition[], signal: AbortSignal) {
  const select = Object.keys(despatchRow.shape);
  const lists = await Promise.all(
    conditions.map((where) =>
      client.query(
        despatchRow,
        { resource: RESOURCE.despatches, select, where: all(any(where)) },
        signal,
        'sop_despatch_id',
      ),
    ),
  );
  return Map.groupBy(lists.flat(), (row) => row.sop_order_id);
}
