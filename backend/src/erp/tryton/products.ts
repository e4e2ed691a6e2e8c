import { erpProductIdSchema } from '@backroom/shared';
import { z } from 'zod';
import type { ErpAdapter } from '../contract/adapter.ts';
import { MAX_BATCH, type Product } from '../contract/schemas.ts';
import { archivedToo, idOf, refused, type Tryton } from './support.ts';

const unit = z.object({ symbol: z.string() });
const row = z.object({
  id: z.number(),
  code: z.string().nullable(),
  name: z.string(),
  active: z.boolean(),
  salable: z.boolean(),
  type: z.string(),
  consumable: z.boolean(),
  'default_uom.': unit,
  'sale_uom.': unit.nullable(),
});
type Row = z.infer<typeof row>;
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
      for (const product of rows.map(toProduct)) {
        const known = byCode.get(product.code);
        if (!known || (known.archived && !product.archived)) byCode.set(product.code, product);
      }
      return { results: codes.map((code) => (code === '' ? null : (byCode.get(code) ?? null))) };
    },
    /** By id, so that a product made meanwhile comes in the end and none comes twice. */
    async list({ cursor }, call) {
      const after = cursor === null ? 0 : idOf(cursor);
      if (after === null) throw refused('cursor', `"${cursor}" is no cursor of this list.`);
      (await installation(call.signal)).need('product.product');
      const asked = {
        domain: [
          ['id', '>', after],
          ['salable', '=', true],
        ],
        fields,
        row,
        order: [['id', 'ASC']] as const,
        limit: MAX_BATCH,
      };
      const products = (await client.search('product.product', asked, call)).map(toProduct);
      return { products, cursor: products.length < MAX_BATCH ? null : (products.at(-1)?.id ?? null) };
    },
  };
}

function toProduct(each: Row): Product {
  return {
    id: erpProductIdSchema.parse(String(each.id)),
    code: each.code ?? '',
    name: each.name,
    unit: each['sale_uom.']?.symbol ?? each['default_uom.'].symbol,
    // Consumable goods may be sold below zero: their stock promises nothing.
    stocked: each.type !== 'service' && !each.consumable,
    archived: !each.active || !each.salable,
  };
}
