import { type Decimal, type ErpOrder, erpOrderSchema } from '@backroom/shared';
import { z } from 'zod';
import { type FoundOrder, foundOrderSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { amount, dayOf, exact, id, maybe, recordId, recordIds, text } from '../transport/odoo/values.ts';
import { type Details, detailFields, detailSpec, detailsOf } from './order-details.ts';
import { referencesOf } from './order-references.ts';
import { withAllOrders } from './sales-right.ts';
import type { Session } from './session.ts';
import { netUnitPrice, taxesOf, taxRow, taxSpec } from './taxes.ts';
import { readTree, type Spec } from './tree.ts';

export const lineSpec: Spec = {
  product_id: { fields: { default_code: {}, type: {} } },
  name: {},
  display_type: {},
  product_uom_qty: {},
  qty_delivered: {},
  price_unit: {},
  discount: {},
  price_subtotal: {},
  tax_id: { fields: taxSpec },
  tax_ids: { fields: taxSpec },
};
export const orderSpec: Spec = {
  name: {},
  client_order_ref: {},
  origin: {},
  state: {},
  date_order: {},
  commitment_date: {},
  expected_date: {},
  amount_total: {},
  amount_untaxed: {},
  currency_id: {},
  invoice_status: {},
  delivery_status: {},
  order_line: { fields: lineSpec },
  picking_ids: {
    fields: {
      name: {},
      state: {},
      scheduled_date: {},
      date_done: {},
      picking_type_code: {},
      carrier_tracking_ref: {},
    },
  },
};
export const lineRow = z.object({
  product_id: maybe(z.object({ default_code: text, type: z.string() })),
  name: z.string(),
  display_type: text,
  product_uom_qty: z.number(),
  qty_delivered: z.number(),
  price_unit: z.number(),
  discount: z.number().default(0),
  price_subtotal: z.number(),
  tax_id: z.array(taxRow).optional(),
  tax_ids: z.array(taxRow).optional(),
});
const pickingRow = z.object({
  name: text,
  state: z.string(),
  scheduled_date: text,
  date_done: text,
  picking_type_code: text,
  carrier_tracking_ref: text.optional(),
});
const orderRow = z.object({
  id,
  name: z.string(),
  client_order_ref: text,
  origin: text,
  state: z.string(),
  date_order: z.string(),
  commitment_date: text,
  expected_date: text.optional(),
  amount_total: z.number(),
  amount_untaxed: z.number(),
  currency_id: id,
  invoice_status: text,
  delivery_status: text.optional(),
  order_line: z.array(lineRow),
  picking_ids: z.array(pickingRow).optional(),
});
export const detailRow = orderRow.extend(detailFields);
type Order = z.output<typeof orderRow>;
type Line = z.output<typeof lineRow>;
export const isProduct = (line: Pick<Line, 'product_id' | 'display_type'>) =>
  line.product_id !== null && !line.display_type;

/** How far it went. What Odoo's inventory says comes first; without deliveries (services) the delivered quantities say it. */
function statusOf({
  state,
  delivery_status: delivery,
  invoice_status: billing,
  order_line: all,
}: Order): ErpOrder['status'] {
  if (state === 'cancel') return 'cancelled';
  if (state === 'draft' || state === 'sent') return 'draft';
  const lines = all.filter(({ product_id: product }) => product);
  const goods = lines.filter(({ product_id: product }) => product?.type !== 'service');
  const counted = goods.length > 0 ? goods : lines;
  const whole = counted.length > 0 && counted.every((line) => line.qty_delivered >= line.product_uom_qty);
  const delivered = delivery === 'full' || whole;
  // "upselling": invoiced as ordered, though more was delivered.
  if (delivered) return billing === 'invoiced' || billing === 'upselling' ? 'invoiced' : 'delivered';
  return delivery === 'partial' || counted.some((line) => line.qty_delivered > 0) ? 'partly_delivered' : 'confirmed';
}

function unitPrice(line: Line): Decimal {
  const taxes = taxesOf(line.tax_ids ?? line.tax_id ?? []);
  const { price_unit, discount, price_subtotal: subtotal } = line;
  return netUnitPrice({ unitPrice: price_unit, discount, subtotal, taxes }, exact(line.product_uom_qty));
}

/** What is compared: no deliveries, and whose it is. A contact's order is its company's. */
const { picking_ids: _, ...comparedSpec } = orderSpec;
const foundSpec: Spec = {
  ...comparedSpec,
  partner_id: { fields: { commercial_partner_id: { fields: { name: {}, ref: {} } } } },
};
const linked = <Shape extends z.ZodRawShape>(shape: Shape) => maybe(z.object(shape));
const foundRow = orderRow.extend({
  partner_id: linked({ commercial_partner_id: linked({ id, name: text, ref: text }) }),
  order_line: z.array(lineRow.extend({ product_id: linked({ id, default_code: text, type: z.string() }) })),
});

export async function orderOf(
  session: Session,
  row: Order | (Order & Details),
  reference: string | null,
  signal: AbortSignal,
): Promise<ErpOrder> {
  const currency = await session.currency(row.currency_id, signal);
  const { timeZone } = session;
  const promised = row.commitment_date ?? row.expected_date ?? null;
  const lines = row.order_line.filter(isProduct);
  return fit(
    erpOrderSchema,
    {
      id: String(row.id),
      number: row.name,
      reference,
      status: statusOf(row),
      orderedOn: dayOf(row.date_order, timeZone),
      promisedOn: promised && dayOf(promised, timeZone),
      total: amount(row.amount_total, currency),
      net: amount(row.amount_untaxed, currency),
      ...('partner_shipping_id' in row ? detailsOf(row, reference, timeZone) : {}),
      lines: lines.map((line) => ({
        code: line.product_id?.default_code ?? '',
        name: line.name,
        quantity: exact(line.product_uom_qty),
        delivered: exact(line.qty_delivered),
        unitPrice: { amount: unitPrice(line), currency: currency.code },
        net: amount(line.price_subtotal, currency),
        ...(line.discount === 0 ? {} : { discountPercent: exact(line.discount) }),
      })),
      // Odoo knows when goods left, not when they arrived.
      deliveries: (row.picking_ids ?? [])
        .filter(
          (each) =>
            each.picking_type_code === 'outgoing' && each.state !== 'cancel' && (each.date_done ?? each.scheduled_date),
        )
        .map((each) => ({
          number: each.name ?? '',
          date: dayOf(each.date_done ?? each.scheduled_date ?? '', timeZone),
          status: each.state === 'done' ? 'shipped' : 'planned',
          tracking: each.carrier_tracking_ref ?? null,
        })),
    },
    'sale.order',
  );
}

/** The orders of a domain in the connection's company, newest first. */
export async function readOrders(
  session: Session,
  domain: unknown[],
  signal: AbortSignal,
  { limit, detailed = false }: { limit?: number; detailed?: boolean } = {},
): Promise<ErpOrder[]> {
  const rows = await withAllOrders<readonly (Order | (Order & Details))[] | null>(session, signal, () =>
    readTree(session, detailed ? detailRow : orderRow, {
      model: 'sale.order',
      domain: [['company_id', '=', session.company.id], ...domain],
      spec: detailed ? { ...orderSpec, ...detailSpec } : orderSpec,
      order: 'date_order desc, id desc',
      ...(limit ? { limit } : {}),
      signal,
    }),
  );
  const references = await referencesOf(session, rows ?? [], signal);
  return Promise.all((rows ?? []).map((row) => orderOf(session, row, references.get(row.id) ?? null, signal)));
}

/** Every order that has one of the references or numbers, with customer and products. */
export async function findOrders(
  session: Session,
  { references, numbers }: { references: readonly string[]; numbers: readonly string[] },
  signal: AbortSignal,
): Promise<FoundOrder[]> {
  if (references.length + numbers.length === 0) return [];
  const wanted = [...new Set(references)];
  const domain = [
    ['company_id', '=', session.company.id],
    '|',
    '|',
    ['client_order_ref', 'in', wanted],
    ['origin', 'in', wanted],
    ['name', 'in', [...new Set(numbers)]],
  ];
  const rows = await withAllOrders(session, signal, () =>
    readTree(session, foundRow, { model: 'sale.order', domain, spec: foundSpec, order: 'id', signal }),
  );
  const claims = await referencesOf(session, rows ?? [], signal);
  // A duplicate has the reference of its original in a field, and is not meant.
  const meant = (rows ?? []).filter(
    (row) => wanted.some((each) => each === claims.get(row.id)) || numbers.includes(row.name),
  );
  return Promise.all(
    meant.map(async (row) => {
      const { deliveries: _none, ...order } = await orderOf(session, row, claims.get(row.id) ?? null, signal);
      const buyer = row.partner_id?.commercial_partner_id;
      const products = row.order_line.filter(isProduct).map(({ product_id: product }) => product?.id);
      return fit(
        foundOrderSchema,
        {
          ...order,
          customer: buyer && { id: String(buyer.id), number: buyer.ref ?? String(buyer.id), name: buyer.name ?? '' },
          lines: order.lines.map((line, nth) => ({ ...line, productId: String(products[nth]) })),
        },
        'sale.order',
      );
    }),
  );
}

export async function ordersById(session: Session, ids: readonly string[], signal: AbortSignal) {
  const wanted = [...new Set(recordIds(ids))];
  const found = wanted.length > 0 ? await readOrders(session, [['id', 'in', wanted]], signal) : [];
  const byId = new Map<string, ErpOrder>(found.map((order) => [order.id, order]));
  return ids.map((each) => (recordId(each) === null ? null : (byId.get(each) ?? null)));
}
export async function ordersByNumber(session: Session, numbers: readonly string[], signal: AbortSignal) {
  const found = numbers.length > 0 ? await readOrders(session, [['name', 'in', [...new Set(numbers)]]], signal) : [];
  return numbers.map((number) => found.find((order) => order.number === number) ?? null);
}
/** One order with all that it says. */
export async function readOrder(session: Session, order: number, signal: AbortSignal): Promise<ErpOrder | null> {
  return (await readOrders(session, [['id', '=', order]], signal, { detailed: true }))[0] ?? null;
}
/** By the reference in the customer's reference, or in the source document where the customer's own number stands in the former. */
export async function ordersByReference(session: Session, references: readonly string[], signal: AbortSignal) {
  const wanted = [...new Set(references)];
  const found =
    wanted.length > 0
      ? await readOrders(session, ['|', ['client_order_ref', 'in', wanted], ['origin', 'in', wanted]], signal)
      : [];
  const ours = found.filter(({ reference }) => wanted.some((each) => each === reference));
  const details =
    ours.length > 0
      ? await readOrders(session, [['id', 'in', recordIds(ours.map(({ id: one }) => one))]], signal, { detailed: true })
      : [];
  return references.map((reference) => details.filter((order) => order.reference === reference));
}
/** More than these nobody looks through on a card; the answer says that there are more. */
const LISTED_AT_MOST = 1000;
/** Of a customer and of the contacts and addresses below it. */
export async function ordersOf(session: Session, customer: number, signal: AbortSignal) {
  const domain = [['partner_id.commercial_partner_id', '=', customer]];
  const found = await readOrders(session, domain, signal, { limit: LISTED_AT_MOST + 1 });
  return { results: found.slice(0, LISTED_AT_MOST), more: found.length > LISTED_AT_MOST };
}
