import { add, type Decimal, decimal, type ErpOrder } from '@backroom/shared';
import { z } from 'zod';
import { queryOf } from '../transport/odata/query.ts';
import { blank, day, expanded } from '../transport/odata/v2-values.ts';
import { DELIVERY, WHOLE } from './facts.ts';
import type { OrderRow } from './order-rows.ts';
import { conditions, type Session } from './session.ts';
import { amount, key } from './values.ts';

const itemRow = z.object({
  ReferenceSDDocument: key,
  ReferenceSDDocumentItem: key,
  ActualDeliveryQuantity: amount,
  GoodsMovementStatus: z.string(),
});
const deliveryRow = z.object({
  DeliveryDocument: key,
  ActualGoodsMovementDate: day,
  PlannedGoodsIssueDate: day,
  DeliveryDate: day,
  DocumentDate: day,
  OverallGoodsMovementStatus: z.string(),
  OverallProofOfDeliveryStatus: z.string(),
  BillOfLading: blank,
  to_DeliveryDocumentItem: expanded(itemRow),
});
export type DeliveryRow = z.output<typeof deliveryRow>;
const select = [
  ...Object.keys(deliveryRow.shape).filter((name) => !name.startsWith('to_')),
  ...Object.keys(itemRow.shape).map((name) => `to_DeliveryDocumentItem/${name}`),
];

/** The deliveries that follow the orders, in one request. */
export async function deliveriesOf(
  session: Session,
  orders: readonly OrderRow[],
  signal: AbortSignal,
): Promise<DeliveryRow[]> {
  const numbers = orders.flatMap(({ to_SubsequentProcFlowDoc: flow }) =>
    flow.filter((each) => each.SubsequentDocumentCategory === DELIVERY).map((each) => each.SubsequentDocument),
  );
  const paths = conditions('DeliveryDocument', numbers).map(
    (filter) => `A_OutbDeliveryHeader${queryOf({ filter, expand: 'to_DeliveryDocumentItem', select })}`,
  );
  return (await session.service('deliveries').lists(deliveryRow, paths, signal)).flat();
}
const isOf = ({ to_DeliveryDocumentItem: items }: DeliveryRow, order: string): boolean =>
  items.some(({ ReferenceSDDocument }) => ReferenceSDDocument === order);

/** What left the house: a delivery document alone is a plan. */
export const issuedOf = (deliveries: readonly DeliveryRow[], order: string, item: string): Decimal =>
  add(
    decimal('0'),
    ...deliveries
      .flatMap(({ to_DeliveryDocumentItem: items }) => items)
      .filter((each) => each.ReferenceSDDocument === order && each.ReferenceSDDocumentItem === item)
      .filter((each) => each.GoodsMovementStatus === WHOLE)
      .map((each) => each.ActualDeliveryQuantity),
  );
export const shipmentsOf = (deliveries: readonly DeliveryRow[], order: string): ErpOrder['deliveries'] =>
  deliveries
    .filter((row) => isOf(row, order))
    .flatMap((row) => {
      const gone = row.OverallGoodsMovementStatus === WHOLE;
      const planned = row.DeliveryDate ?? row.PlannedGoodsIssueDate ?? row.DocumentDate;
      const date = gone ? (row.ActualGoodsMovementDate ?? planned) : planned;
      const status = row.OverallProofOfDeliveryStatus === WHOLE ? 'delivered' : gone ? 'shipped' : 'planned';
      return date === null ? [] : [{ number: row.DeliveryDocument, date, status, tracking: row.BillOfLading } as const];
    });
