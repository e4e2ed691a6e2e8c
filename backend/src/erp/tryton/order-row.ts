import {
  currencySchema,
  dayIn,
  type ErpOrder,
  erpAddressIdSchema,
  erpCustomerIdSchema,
  erpOrderIdSchema,
  erpProductIdSchema,
} from '@backroom/shared';
import { z } from 'zod';
import type { FoundOrder } from '../contract/schemas.ts';
import { addressFields, addressRow, toAddress } from './addresses.ts';
import type { Installation } from './installation.ts';
import { poNumberOf, referenceOf } from './order-reference.ts';
import { deliveredOf, statusOf } from './order-state.ts';
import { zero } from './support.ts';
import { unitFields, unitRow } from './units.ts';
import { date, datetime, float, numeric, reference } from './wire.ts';

const lineRow = z.object({
  id: z.number(),
  type: z.string(),
  description: z.string().nullable(),
  quantity: float.nullable(),
  unit_price: numeric.nullable(),
  amount: numeric.nullable(),
  'unit.': unitRow.nullable(),
  'components.': z.array(z.object({ id: z.number(), quantity: float, 'unit.': unitRow })).optional(),
  'product.': z.object({ code: z.string().nullable(), name: z.string(), type: z.string() }).nullable(),
});
const moveRow = z.object({
  state: z.string(),
  quantity: float,
  origin: reference.nullable(),
  'uom.': unitRow.optional(),
  'unit.': unitRow.optional(),
});
export type OrderLineRow = z.infer<typeof lineRow>;
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
  description: z.string().nullable(),
  party: z.number(),
  comment: z.string().nullable(),
  'shipment_address.': addressRow.nullable(),
  'invoice_address.': addressRow.nullable(),
  state: z.string(),
  invoice_state: z.string(),
  shipment_state: z.string(),
  create_uid: z.number().nullable(),
  origin: reference.nullable(),
  sale_date: date.nullable(),
  create_date: datetime,
  shipping_date: date.nullable(),
  untaxed_amount: numeric,
  total_amount: numeric,
  'currency.': z.object({ code: currencySchema }),
  'lines.': z.array(lineRow),
  'moves.': z.array(moveRow).default([]),
  'shipments.': z.array(shipmentRow).default([]),
  'invoices.': z.array(z.object({ state: z.string() })).default([]),
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
  'description',
  'party',
  'comment',
  ...['shipment_address', 'invoice_address'].flatMap((path) => addressFields.map((field) => `${path}.${field}`)),
  'state',
  'invoice_state',
  'shipment_state',
  'create_uid',
  'origin',
  'sale_date',
  'create_date',
  'shipping_date',
  'untaxed_amount',
  'total_amount',
  'currency.code',
];
const lineFields = [
  'type',
  'description',
  'quantity',
  'unit_price',
  'amount',
  ...unitFields('unit'),
  'product.code',
  'product.name',
  'product.type',
];

export const draftFields: readonly string[] = [...ownFields, ...lineFields.map((field) => `lines.${field}`)];

/** What is read of an order must be readable: without its moves nothing would seem delivered. */
export const orderModels = [
  'sale.sale',
  'sale.line',
  'party.party',
  'party.address',
  'product.product',
  'stock.move',
  'stock.shipment.out',
  'account.invoice',
] as const;
/** One call reads an order with its lines, moves, shipments and invoices. */
export const orderFields = ({ moveUnit, hasModule }: Installation): readonly string[] => [
  ...draftFields,
  ...(hasModule('product_kit') ? ['quantity', ...unitFields('unit')].map((field) => `lines.components.${field}`) : []),
  ...['moves.state', 'moves.quantity', 'moves.origin', ...unitFields(`moves.${moveUnit}`)],
  ...['number', 'state', 'planned_date', 'effective_date'].map((field) => `shipments.${field}`),
  'invoices.state',
];

export const foundFields = (there: Installation): readonly string[] => [
  ...orderFields(there),
  'party.code',
  'party.name',
  'lines.product',
];

/** Tryton's own way to name an order without a number, before it is quoted. */
const nameOf = ({ id, number }: OrderRow): string => number ?? `(${id})`;

const placed = (row: z.infer<typeof addressRow> | null) =>
  row && { ...toAddress(row), id: erpAddressIdSchema.parse(String(row.id)) };

export function toOrder(row: OrderRow, { company }: Installation): ErpOrder {
  const currency = row['currency.'].code;
  const orderedOn = row.sale_date ?? dayIn(company.timeZone, new Date(row.create_date));
  const lines = row['lines.'].filter(({ type }) => type === 'line');
  const shipments = row['shipments.'].filter(({ state }) => state !== 'cancelled');
  const planned = shipments.map((shipment) => shipment.planned_date).filter((day) => day !== null);
  return {
    id: erpOrderIdSchema.parse(String(row.id)),
    number: nameOf(row),
    reference: referenceOf(row),
    customerId: erpCustomerIdSchema.parse(String(row.party)),
    status: statusOf(row),
    orderedOn,
    promisedOn: row.shipping_date ?? planned.sort().at(-1) ?? null,
    total: { amount: row.total_amount, currency },
    net: { amount: row.untaxed_amount, currency },
    poNumber: poNumberOf(row),
    deliverTo: placed(row['shipment_address.']),
    invoiceTo: placed(row['invoice_address.']),
    requestedDate: row.shipping_date,
    note: row.comment || null,
    lines: lines.map((line) => ({
      code: line['product.']?.code ?? '',
      name: line['product.']?.name ?? line.description ?? '',
      quantity: line.quantity ?? zero,
      delivered: deliveredOf(line, row),
      unitPrice: { amount: line.unit_price ?? zero, currency },
      net: { amount: line.amount ?? zero, currency },
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
