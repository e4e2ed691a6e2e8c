import type { Decimal } from '@backroom/shared';
import { z } from 'zod';
import type { Call } from './client.ts';
import type { Installation } from './installation.ts';
import { archivedToo, type Tryton } from './support.ts';
import { convert, unitFields, unitRow } from './units.ts';
import type { Warehouse } from './warehouses.ts';
import { date, float, toDate } from './wire.ts';

const component = z.object({
  product: z.number(),
  quantity: float,
  fixed: z.boolean().nullable(),
  'unit.': unitRow,
  'product.': z.object({ 'default_uom.': unitRow }),
});
const productRow = z.object({
  id: z.number(),
  type: z.string(),
  consumable: z.boolean(),
  quantity: float,
  'default_uom.': unitRow,
  'sale_uom.': unitRow.nullable(),
  'components.': z.array(component).optional(),
  'template.': z.object({ 'components.': z.array(component) }).optional(),
});
export type StockProduct = z.infer<typeof productRow>;
export type Component = z.infer<typeof component>;
const place = z.object({ warehouse: z.number().nullable() });
const moveRow = z.object({
  product: z.number(),
  internal_quantity: float,
  planned_date: date.nullable(),
  'from_location.': place,
  'to_location.': place,
});
const quotedRow = z.object({
  product: z.number(),
  quantity: float,
  'unit.': unitRow.nullable(),
  'product.': z.object({ 'default_uom.': unitRow }),
  'sale.': z.object({ warehouse: z.number().nullable() }),
});
const componentFields = ['product', 'quantity', 'fixed', ...unitFields('unit'), ...unitFields('product.default_uom')];
const fields = ['type', 'consumable', 'quantity', ...unitFields('default_uom'), ...unitFields('sale_uom')];
const moveFields = ['product', 'internal_quantity', 'planned_date', 'from_location.warehouse', 'to_location.warehouse'];

export type StockFacts = {
  products: ReadonlyMap<number, StockProduct>;
  /** On hand of each product, a map for each warehouse. */
  onHand: readonly ReadonlyMap<number, Decimal>[];
  moves: readonly z.infer<typeof moveRow>[];
  /** In the product's own unit: what orders hold back that have no moves. */
  quoted: readonly { product: number; warehouse: number | null; quantity: Decimal }[];
};

export async function readStock(
  tryton: Tryton,
  there: Installation,
  warehouses: readonly Warehouse[],
  ids: readonly number[],
  today: string,
  call: Call,
): Promise<StockFacts> {
  const [moves, quoted, ...perWarehouse] = await Promise.all([
    openMoves(tryton, there, ids, call),
    quotedLines(tryton, there, ids, today, call),
    ...warehouses.map(({ id }) => quantities(tryton, there, id, ids, today, call)),
  ]);
  return {
    products: new Map((perWarehouse[0] ?? []).map((row) => [row.id, row])),
    onHand: perWarehouse.map((rows) => new Map(rows.map(({ id, quantity }) => [id, quantity]))),
    moves,
    quoted,
  };
}

function quantities(
  { client }: Tryton,
  { hasModule }: Installation,
  warehouse: number,
  ids: readonly number[],
  today: string,
  call: Call,
): Promise<StockProduct[]> {
  const more = hasModule('product_kit') ? ['components', 'template.components'] : [];
  const asked = {
    domain: [['id', 'in', ids], archivedToo],
    fields: [...fields, ...more.flatMap((path) => componentFields.map((field) => `${path}.${field}`))],
    row: productRow,
    context: { locations: [warehouse], stock_date_end: toDate(today) },
  };
  return client.search('product.product', asked, call);
}

function openMoves({ client }: Tryton, { company }: Installation, ids: readonly number[], call: Call) {
  const domain = [
    ['product', 'in', ids],
    ['company', '=', company.id],
    ['state', 'in', ['draft', 'assigned']],
  ];
  return client.search('stock.move', { domain, fields: moveFields, row: moveRow }, call);
}

/**
 * Orders without moves: confirmed ones that Tryton has not processed yet, and quotations where the module sale_stock_quantity counts them when
 * it lets an order pass.
 */
async function quotedLines(
  { client }: Tryton,
  { company, hasModule, may }: Installation,
  ids: readonly number[],
  today: string,
  call: Call,
): Promise<StockFacts['quoted']> {
  if (!may('sale.line') || !may('sale.sale')) return [];
  const states = hasModule('sale_stock_quantity') ? ['quotation', 'confirmed'] : ['confirmed'];
  const domain = [
    ['sale.company', '=', company.id],
    ['sale.state', 'in', states],
    ['product', 'in', ids],
    ['quantity', '>', 0],
    ['OR', ['sale.sale_date', '<=', toDate(today)], ['sale.sale_date', '=', null]],
  ];
  const asked = {
    domain,
    fields: ['product', 'quantity', ...unitFields('unit'), ...unitFields('product.default_uom'), 'sale.warehouse'],
    row: quotedRow,
  };
  return (await client.search('sale.line', asked, call)).map((line) => ({
    product: line.product,
    warehouse: line['sale.'].warehouse,
    quantity: convert(
      line.quantity,
      line['unit.'] ?? line['product.']['default_uom.'],
      line['product.']['default_uom.'],
    ),
  }));
}
