import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Session } from './session.ts';
import { id, link, text } from './values.ts';

/** What hardly ever changes of a product. `kit`: it is put together of others when it is sold, and has no stock of its own. */
export type ProductFacts = { id: number; template: number; stocked: boolean; kit: boolean };
const row = z.object({
  id,
  product_tmpl_id: link,
  is_storable: z.boolean().optional(),
  detailed_type: text.optional(),
  is_kits: z.boolean().optional(),
});
/** `is_storable` since 18; before it the kind `product`. Without the stock module neither is there, and nothing is stocked. */
export const isStocked = (product: { is_storable?: boolean | undefined; detailed_type?: string | null | undefined }) =>
  product.is_storable ?? product.detailed_type === 'product';

const optional = ['is_storable', 'detailed_type', 'is_kits'];
const REMEMBERED_MS = 600_000;
const kept = new WeakMap<Session, LRUCache<number, ProductFacts>>();

/** Of the ids that this Odoo has, archived ones too; asked for once in ten minutes. */
export async function productFacts(session: Session, ids: readonly number[], signal: AbortSignal) {
  const memory = kept.get(session) ?? new LRUCache<number, ProductFacts>({ max: 20_000, ttl: REMEMBERED_MS });
  kept.set(session, memory);
  const missing = [...new Set(ids)].filter((each) => !memory.has(each));
  if (missing.length > 0) {
    const known = await session.fields('product.product', signal);
    const rows = await session.ask(z.array(row), {
      model: 'product.product',
      method: 'search_read',
      args: {
        domain: [['id', 'in', missing]],
        fields: ['product_tmpl_id', ...optional.filter((name) => known?.has(name))],
      },
      context: { active_test: false },
      signal,
    });
    for (const each of rows)
      memory.set(each.id, {
        id: each.id,
        template: each.product_tmpl_id?.[0] ?? 0,
        stocked: isStocked(each),
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
