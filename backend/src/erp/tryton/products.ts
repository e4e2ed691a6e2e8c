import { erpProductIdSchema } from '@backroom/shared';
import { z } from 'zod';
import type { ErpAdapter } from '../contract/adapter.ts';
import type { Product } from '../contract/schemas.ts';
import { archivedToo, type Tryton } from './support.ts';

const unit = z.object({ symbol: z.string() });
const row = z.object({
  id: z.number(),
  code: z.string(),
  name: z.string(),
  active: z.boolean(),
  salable: z.boolean(),
  type: z.string(),
  consumable: z.boolean(),
  'default_uom.': unit,
  'sale_uom.': unit.nullable(),
});
const fields = ['code', 'name', 'active', 'salable', 'type', 'consumable', 'default_uom.symbol', 'sale_uom.symbol'];

/** A code is not unique in Tryton. Of several products the oldest that is on sale counts, so that the answer is always the same one. */
export function productsOf({ client, installation }: Tryton): NonNullable<ErpAdapter['products']> {
  return {
    async resolve({ codes }, call) {
      if (codes.length === 0) return { results: [] };
      (await installation(call.signal)).need('product.product');
      const rows = await client.search(
        'product.product',
        { domain: [['code', 'in', [...new Set(codes)]], archivedToo], fields, row, order: [['id', 'ASC']] },
        call,
      );
      const byCode = new Map<string, Product>();
      for (const each of rows) {
        const product: Product = {
          id: erpProductIdSchema.parse(String(each.id)),
          code: each.code,
          name: each.name,
          unit: each['sale_uom.']?.symbol ?? each['default_uom.'].symbol,
          // Consumable goods may be sold below zero: their stock promises nothing.
          stocked: each.type !== 'service' && !each.consumable,
          archived: !each.active || !each.salable,
        };
        const known = byCode.get(each.code);
        if (!known || (known.archived && !product.archived)) byCode.set(each.code, product);
      }
      return { results: codes.map((code) => (code === '' ? null : (byCode.get(code) ?? null))) };
    },
  };
}
