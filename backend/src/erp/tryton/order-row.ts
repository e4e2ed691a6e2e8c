import {
  add,
  compare,
  currencySchema,
  type ErpOrder,
  erpCustomerIdSchema,
  erpOrderIdSchema,
  erpProductIdSchema,
  isNegative,
  negate,
} from '@backroom/shared';
import { z } from 'zod';
import type { FoundOrder } from '../contract/schemas.ts';
import type { Installation } from './installation.ts';
import { convert, dayIn, zero } from './support.ts';
import { date, datetime, float, numeric, ratio, reference } from './wire.ts';

const unit = z.object({ id: z.number(), factor: ratio });
const lineRow = z.object({
  id: z.number(),
  type: z.string(),
  description: z.string().nullable(),
  quantity: float.nullable(),
  unit_price: numeric.nullable(),
  'unit.': unit.nullable(),
  'product.': z.object({ code: z.string().nullable(), name: z.string(), type: z.string() }).nullable(),
});
const moveRow = z.object({
  state: z.string(),
  quantity: float,
  origin: reference.nullable(),
  'uom.': unit.optional(),
  'unit.': unit.optional(),
});
const shipmentRow = z.object({
  number: z.string().nullable(),
  state: z.string(),
  planned_date: date.nullable(),
  effective_date: date.nullable(),
});
export const orderRow = z.object({
  id: z.number(),
  number: z.string().nullable(),
  reference: z.string().nullable(),
  state: z.string(),
  invoice_state: z.string(),
  origin: reference.nullable(),
  sale_date: date.nullable(),
  create_date: datetime,
  shipping_date: date.nullable(),
  total_amount: numeric,
  'currency.': z.object({ code: currencySchema }),
  'lines.': z.array(lineRow),
  'moves.': z.array(moveRow).optional(),
  'shipments.': z.array(shipmentRow).optional(),
  'invoices.': z.array(z.object({ state: z.string() })).optional(),
});
export type OrderRow = z.infer<typeof orderRow>;
/** With whose order it is, and which product each line. */
export const foundRow = orderRow.extend({
  'party.': z.object({ id: z.number(), code: z.string().nullable(), name: z.string().nullable() }),
  'lines.': z.array(lineRow.extend({ product: z.number().nullable() })),
});

const ownFields = [
  'number',
  'reference',
  'state',
  'invoice_state',
  'origin',
  'sale_date',
  'create_date',
  'shipping_date',
  'total_amount',
  'currency.code',
];
const lineFields = [
  'type',
  'description',
  'quantity',
  'unit_price',
  'unit.factor',
  'product.code',
  'product.name',
  'product.type',
];

export const draftFields: readonly string[] = [...ownFields, ...lineFields.map((field) => `lines.${field}`)];

/** One call reads an order with its lines, moves, shipments and invoices; what this user may not read is left out. */
export function orderFields({ may, moveUnit }: Installation): readonly string[] {
  return [
    ...draftFields,
    ...(may('stock.move') ? ['moves.state', 'moves.quantity', 'moves.origin', `moves.${moveUnit}.factor`] : []),
    ...(may('stock.shipment.out')
      ? ['number', 'state', 'planned_date', 'effective_date'].map((field) => `shipments.${field}`)
      : []),
    ...(may('account.invoice') ? ['invoices.state'] : []),
  ];
}

export const foundFields = (there: Installation): readonly string[] => [
  ...orderFields(there),
  'party.code',
  'party.name',
  'lines.product',
];

/** Tryton's own way to name an order without a number, before it is quoted. */
const nameOf = ({ id, number }: OrderRow): string => number ?? `(${id})`;
const open = new Set(['confirmed', 'processing', 'done']);
const issued = new Set(['posted', 'paid']);

export function toOrder(row: OrderRow, { company }: Installation): ErpOrder {
  const currency = row['currency.'].code;
  const orderedOn = row.sale_date ?? dayIn(company.timeZone, new Date(row.create_date));
  const lines = row['lines.'].filter(({ type }) => type === 'line');
  const shipments = (row['shipments.'] ?? []).filter(({ state }) => state !== 'cancelled');
  const planned = shipments.map((shipment) => shipment.planned_date).filter((day) => day !== null);
  return {
    id: erpOrderIdSchema.parse(String(row.id)),
    number: nameOf(row),
    reference: row.reference,
    status: statusOf(row),
    orderedOn,
    promisedOn: row.shipping_date ?? planned.sort().at(-1) ?? null,
    total: { amount: row.total_amount, currency },
    lines: lines.map((line) => ({
      code: line['product.']?.code ?? '',
      name: line['product.']?.name ?? line.description ?? '',
      quantity: line.quantity ?? zero,
      delivered: deliveredOf(line, row),
      unitPrice: { amount: line.unit_price ?? zero, currency },
    })),
    deliveries: shipments.map((shipment) => ({
      number: shipment.number ?? '',
      date: shipment.effective_date ?? shipment.planned_date ?? orderedOn,
      status: shipment.state === 'done' ? 'delivered' : shipment.state === 'shipped' ? 'shipped' : 'planned',
      tracking: null,
    })),
  };
}

export function toFound(row: z.infer<typeof foundRow>, there: Installation): FoundOrder {
  const { deliveries: _, ...order } = toOrder(row, there);
  const party = row['party.'];
  const products = row['lines.'].filter(({ type }) => type === 'line').map(({ product }) => product);
  return {
    ...order,
    customer: {
      id: erpCustomerIdSchema.parse(String(party.id)),
      number: party.code ?? String(party.id),
      name: party.name ?? '',
    },
    lines: order.lines.map((line, nth) => {
      const product = products[nth] ?? null;
      return { ...line, productId: product === null ? null : erpProductIdSchema.parse(String(product)) };
    }),
  };
}

/** The shipment's state knows no halves, so what has left is counted: done moves that this line caused, in the line's unit. */
function deliveredOf(line: OrderRow['lines.'][number], row: OrderRow) {
  const gone = (row['moves.'] ?? [])
    .filter(({ state, origin }) => state === 'done' && origin?.model === 'sale.line' && origin.id === line.id)
    .map((move) => {
      const from = move['uom.'] ?? move['unit.'];
      return from && line['unit.'] ? convert(move.quantity, from, line['unit.']) : move.quantity;
    });
  const size = add(zero, ...gone);
  // What comes back is a line below zero whose goods move the other way.
  return line.quantity !== null && isNegative(line.quantity) ? negate(size) : size;
}

function statusOf(row: OrderRow): ErpOrder['status'] {
  if (row.state === 'cancelled' || row.state === 'cancel') return 'cancelled';
  if (!open.has(row.state)) return 'draft';
  const goods = row['lines.'].filter(
    (line) => line.type === 'line' && line['product.'] && line['product.'].type !== 'service',
  );
  const left = goods.map((line) => {
    const delivered = deliveredOf(line, row);
    const wanted = line.quantity ?? zero;
    const complete = isNegative(wanted) ? compare(delivered, wanted) <= 0 : compare(delivered, wanted) >= 0;
    return { complete, begun: compare(delivered, zero) !== 0 };
  });
  if (left.every(({ complete }) => complete)) {
    const invoices = row['invoices.'] ?? [];
    const settled =
      row.invoice_state === 'paid' || (invoices.length > 0 && invoices.every(({ state }) => issued.has(state)));
    if (settled) return 'invoiced';
    return goods.length > 0 ? 'delivered' : 'confirmed';
  }
  return left.some(({ begun }) => begun) ? 'partly_delivered' : 'confirmed';
}
