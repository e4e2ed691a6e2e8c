import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { id, maybe, text } from '../transport/odoo/values.ts';
import { MINUTE_MS, type Session } from './session.ts';
import { readTree } from './tree.ts';

/** What hardly ever changes of a product. `kit`: it is put together of others when it is sold, and has no stock of its own. */
export type ProductFacts = { id: number; template: number; stocked: boolean; kit: boolean };
/** What says whether a product has stock, in any version. */
export const stockedSpec = { product_tmpl_id: {}, is_storable: {}, detailed_type: {}, is_kits: {} } as const;
export const stockedRow = {
  product_tmpl_id: maybe(id),
  is_storable: z.boolean().optional(),
  detailed_type: text.optional(),
  is_kits: z.boolean().optional(),
};
type Stocked = z.output<z.ZodObject<typeof stockedRow & { id: typeof id }>>;
/** `is_storable` since 18; before it the kind `product`. Without the stock module neither is there, and nothing is stocked. */
const isStorable = (product: Stocked) => product.is_storable ?? product.detailed_type === 'product';

/**
 * The products of `rows` that have stock: storable ones, and kits of storable components, whatever the kit itself is marked as. Of a kit Odoo
 * counts what its components allow.
 */
export async function stockedAmong(
  session: Session,
  rows: readonly Stocked[],
  signal: AbortSignal,
): Promise<ReadonlySet<number>> {
  const stocked = new Set(rows.filter(isStorable).map((row) => row.id));
  const kits = rows.filter((row) => row.is_kits && row.product_tmpl_id && !isStorable(row));
  if (kits.length === 0) return stocked;
  const storable = (await session.fields('product.product', signal))?.has('is_storable')
    ? ['product_id.is_storable', '=', true]
    : ['product_id.detailed_type', '=', 'product'];
  const templates = [...new Set(kits.map((row) => row.product_tmpl_id))];
  const lines =
    (await readTree(session, z.object({ id, parent_product_tmpl_id: maybe(id) }), {
      model: 'mrp.bom.line',
      domain: [
        ['bom_id.type', '=', 'phantom'],
        ['bom_id.active', '=', true],
        ['bom_id.product_tmpl_id', 'in', templates],
        '|',
        storable,
        ['product_id.product_tmpl_id.bom_ids.type', '=', 'phantom'],
      ],
      spec: { parent_product_tmpl_id: {} },
      signal,
    })) ?? [];
  const withStock = new Set(lines.map((line) => line.parent_product_tmpl_id));
  for (const kit of kits) if (withStock.has(kit.product_tmpl_id)) stocked.add(kit.id);
  return stocked;
}

const kept = new WeakMap<Session, LRUCache<number, ProductFacts>>();

/** Of the ids that this Odoo has, archived ones too; asked for once a minute. */
export async function productFacts(session: Session, ids: readonly number[], signal: AbortSignal) {
  const memory = kept.get(session) ?? new LRUCache<number, ProductFacts>({ max: 20_000, ttl: MINUTE_MS });
  kept.set(session, memory);
  const missing = [...new Set(ids)].filter((each) => !memory.has(each));
  if (missing.length > 0) {
    const domain = [['id', 'in', missing]];
    const row = z.object({ id, ...stockedRow });
    const rows = (await readTree(session, row, { model: 'product.product', domain, spec: stockedSpec, signal })) ?? [];
    const stocked = await stockedAmong(session, rows, signal);
    for (const each of rows)
      memory.set(each.id, {
        id: each.id,
        template: each.product_tmpl_id ?? 0,
        stocked: stocked.has(each.id),
        kit: each.is_kits ?? false,
      });
  }
  return new Map(
    ids.flatMap((each) => {
      const found = memory.get(each);
      return found ? [[each, found] as const] : [];
    }),
  );
}
