import { z } from 'zod';
import type { Change } from '../contract/schemas.ts';
import { id, maybe } from '../transport/odoo/values.ts';
import type { Spec } from './tree.ts';

export type Row = { id: number; write_date: string } & Record<string, unknown>;
type Found = Omit<Change, 'at' | 'customerId'> & { customerId: string | null };
export type Feed = {
  model: string;
  domain: unknown[];
  spec: Spec;
  row: z.ZodType<Row>;
  changes: (row: never) => Found[];
};
export const stamped = { id, write_date: z.string() };

const partner = maybe(z.object({ commercial_partner_id: maybe(id) }));
const asText = (value: number | null | undefined) => (value ? String(value) : null);
const commercial: Spec[string] = { fields: { commercial_partner_id: {} } };
const owner = (row: { partner_id: z.output<typeof partner> }) => asText(row.partner_id?.commercial_partner_id);
const of = (kind: Change['kind'], value: number | null | undefined, customerId: string | null = null): Found[] =>
  value ? [{ kind, id: String(value), customerId }] : [];
const creditOf = (customer: string | null): Found[] =>
  customer ? [{ kind: 'credit', id: customer, customerId: customer }] : [];

function feed<Shape extends z.ZodRawShape>(
  model: string,
  domain: unknown[],
  spec: Spec,
  shape: Shape,
  changes: (row: z.output<z.ZodObject<typeof stamped & Shape>>) => Found[],
): Feed {
  return { model, domain, spec, row: z.object({ ...stamped, ...shape }) as never, changes: changes as never };
}

/** A product, and the kits that it is a component of: their stock moves with its own. */
const variants = maybe(z.object({ product_variant_ids: z.array(id) }));
const component = maybe(
  z.object({ id, bom_line_ids: z.array(z.object({ parent_product_tmpl_id: variants })).optional() }),
);
const componentSpec: Spec[string] = {
  fields: {
    bom_line_ids: { fields: { parent_product_tmpl_id: { fields: { product_variant_ids: {} } } } },
  },
};
const stockOf = (product: z.output<typeof component>): Found[] => [
  ...of('stock', product?.id),
  ...(product?.bom_line_ids ?? []).flatMap(({ parent_product_tmpl_id: kit }) =>
    (kit?.product_variant_ids ?? []).flatMap((each) => of('stock', each)),
  ),
];

const soldOrder = maybe(
  z.object({ id, picking_ids: z.array(z.object({ id, picking_type_code: z.string() })).optional() }),
);
const invoiceLines = z.array(z.object({ sale_line_ids: z.array(z.object({ order_id: soldOrder })).optional() }));
const orderOfLine: Spec = {
  order_id: { fields: { picking_ids: { fields: { picking_type_code: {} } } } },
};

/** What is followed, and what a change of it means. A product's own date does not move with its stock: the quants are followed. */
export const feeds: readonly Feed[] = [
  feed(
    'res.partner',
    [['partner_share', '=', true]],
    { commercial_partner_id: {} },
    { commercial_partner_id: maybe(id) },
    (row) => of('customer', row.commercial_partner_id, asText(row.commercial_partner_id)),
  ),
  feed('product.template', [], { product_variant_ids: {} }, { product_variant_ids: z.array(id) }, (row) =>
    row.product_variant_ids.flatMap((product) => [...of('product', product), ...of('price', product)]),
  ),
  // A variant's own values: its code, whether it is archived.
  feed('product.product', [], {}, {}, (row) => [...of('product', row.id), ...of('price', row.id)]),
  // What a variant costs more for its attributes.
  feed(
    'product.template.attribute.value',
    [],
    { ptav_product_variant_ids: {} },
    { ptav_product_variant_ids: z.array(id) },
    (row) => row.ptav_product_variant_ids.flatMap((product) => of('price', product)),
  ),
  feed('product.pricelist.item', [], { pricelist_id: {} }, { pricelist_id: maybe(id) }, (row) =>
    of('price', row.pricelist_id ?? row.id),
  ),
  feed('product.pricelist', [], {}, {}, (row) => of('price', row.id)),
  feed('account.tax', [['type_tax_use', '=', 'sale']], {}, {}, (row) => of('price', row.id)),
  feed('res.currency.rate', [], { currency_id: {} }, { currency_id: maybe(id) }, (row) => [
    ...of('price', row.currency_id),
    ...of('credit', row.currency_id),
  ]),
  feed('sale.order', [], { partner_id: commercial }, { partner_id: partner }, (row) => [
    ...of('order', row.id, owner(row)),
    ...creditOf(owner(row)),
  ]),
  feed(
    'stock.quant',
    [['location_id.usage', '=', 'internal']],
    { product_id: componentSpec },
    { product_id: component },
    (row) => stockOf(row.product_id),
  ),
  // What is planned to come in or to go out, which no quant knows yet.
  feed('stock.move', [['state', '!=', 'draft']], { product_id: componentSpec }, { product_id: component }, (row) =>
    stockOf(row.product_id),
  ),
  feed(
    'mrp.bom.line',
    [],
    { parent_product_tmpl_id: { fields: { product_variant_ids: {} } } },
    { parent_product_tmpl_id: variants },
    (row) => (row.parent_product_tmpl_id?.product_variant_ids ?? []).flatMap((kit) => of('stock', kit)),
  ),
  feed(
    'stock.picking',
    [['picking_type_code', 'in', ['incoming', 'outgoing']]],
    { partner_id: commercial, picking_type_code: {}, sale_id: {} },
    { partner_id: partner, picking_type_code: z.string(), sale_id: maybe(id).optional() },
    (row) => [
      ...(row.picking_type_code === 'incoming' ? of('return', row.id, owner(row)) : []),
      ...of('order', row.sale_id, owner(row)),
    ],
  ),
  // An invoice moves what is open of its order, and a credit note the returns that it pays.
  feed(
    'account.move',
    [['move_type', 'in', ['out_invoice', 'out_refund']]],
    {
      partner_id: commercial,
      move_type: {},
      invoice_line_ids: { fields: { sale_line_ids: { fields: orderOfLine } } },
    },
    { partner_id: partner, move_type: z.string(), invoice_line_ids: invoiceLines },
    (row) => {
      const orders = row.invoice_line_ids.flatMap((line) =>
        (line.sale_line_ids ?? []).flatMap((each) => each.order_id ?? []),
      );
      const receipts = orders
        .flatMap((order) => order.picking_ids ?? [])
        .filter((each) => each.picking_type_code === 'incoming');
      return [
        ...of('invoice', row.id, owner(row)),
        ...creditOf(owner(row)),
        ...orders.flatMap((order) => of('order', order.id, owner(row))),
        ...(row.move_type === 'out_refund' ? receipts.flatMap((each) => of('return', each.id, owner(row))) : []),
      ];
    },
  ),
  // Payments, also those on account, which belong to no invoice.
  feed(
    'account.move.line',
    [
      ['account_id.account_type', '=', 'asset_receivable'],
      ['parent_state', '=', 'posted'],
    ],
    { partner_id: commercial, move_id: {} },
    { partner_id: partner, move_id: maybe(id) },
    (row) => [...of('invoice', row.move_id, owner(row)), ...creditOf(owner(row))],
  ),
];
