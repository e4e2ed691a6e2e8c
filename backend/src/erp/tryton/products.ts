import { erpProductIdSchema } from '@backroom/shared';
import { z } from 'zod';
import type { ErpAdapter } from '../contract/adapter.ts';
import { MAX_BATCH, type Product } from '../contract/schemas.ts';
import { codeLook, codeSpellings, pickByCode } from '../kit/product-code.ts';
import type { Call } from './client.ts';
import { literally } from './party-search.ts';
import { archivedToo, idOf, refused, type Tryton } from './support.ts';

const unit = z.object({ symbol: z.string(), digits: z.number().int() });
const row = z.object({
  id: z.number(),
  code: z.string().nullable(),
  name: z.string(),
  active: z.boolean(),
  'template.': z.object({ active: z.boolean() }),
  salable: z.boolean(),
  type: z.string(),
  consumable: z.boolean(),
  'default_uom.': unit,
  'sale_uom.': unit.nullable(),
});
type Row = z.infer<typeof row>;
/** Rows that one mistyped code may bring. */
const MOST_SIMILAR = 10;
const fields = [
  ...['code', 'name', 'active', 'template.active', 'salable', 'type', 'consumable'],
  ...['default_uom', 'sale_uom'].flatMap((path) => [`${path}.symbol`, `${path}.digits`]),
];

/** A code is not unique in Tryton. Of several products the oldest that is on sale counts, so that the answer is always the same one. */
export function productsOf({ client, installation }: Tryton): NonNullable<ErpAdapter['products']> {
  /** Products whose codes may differ by case, blanks and the kind of dash only. */
  async function similar(codes: readonly string[], call: Call): Promise<Row[]> {
    if (codes.length === 0) return [];
    const patterns = codes.map((code) => literally(codeLook(code)).replace(/[\s\u2010-\u2015\u2212-]+/gu, '%'));
    const wanted = ['OR', ...patterns.map((pattern) => ['code', 'ilike', pattern])];
    const limit = MOST_SIMILAR * codes.length;
    return client.search('product.product', { domain: [wanted, archivedToo], fields, row, limit }, call);
  }
  return {
    async resolve({ codes }, call) {
      if (codes.length === 0) return { results: [] };
      await installation(call.signal, 'product.product');
      const spelled = [...new Set(codes.flatMap(codeSpellings))].filter((code) => code !== '');
      const rows = await client.search(
        'product.product',
        { domain: [['code', 'in', spelled], archivedToo], fields, row, order: [['id', 'ASC']] },
        call,
      );
      const byCode = oldestOnSale(rows);
      const found = [...byCode.values()];
      const results = codes.map((code) =>
        codeLook(code) === '' ? null : (byCode.get(code) ?? pickByCode(code, found).product),
      );
      const open = codes.filter((code, nth) => results[nth] === null && codeLook(code) !== '');
      const alike = [...oldestOnSale(await similar([...new Set(open)], call)).values()];
      return {
        results,
        near: codes.map((code, nth) =>
          results[nth] === null && codeLook(code) !== '' ? pickByCode(code, alike).near : null,
        ),
      };
    },
    /** By id, so that a product made meanwhile comes in the end and none comes twice. */
    async list({ cursor }, call) {
      const after = cursor === null ? 0 : idOf(cursor);
      if (after === null) throw refused('cursor', `"${cursor}" is no cursor of this list.`);
      await installation(call.signal, 'product.product');
      const asked = {
        domain: [
          ['id', '>', after],
          ['salable', '=', true],
          ['template.active', '=', true],
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

function oldestOnSale(rows: readonly Row[]): Map<string, Product> {
  const byCode = new Map<string, Product>();
  for (const product of rows.map(toProduct)) {
    const known = byCode.get(product.code);
    if (!known || (known.archived && !product.archived)) byCode.set(product.code, product);
  }
  return byCode;
}
function toProduct(each: Row): Product {
  return {
    id: erpProductIdSchema.parse(String(each.id)),
    code: each.code ?? '',
    name: each.name,
    unit: each['sale_uom.']?.symbol ?? each['default_uom.'].symbol,
    // Consumable goods may be sold below zero: their stock promises nothing.
    stocked: each.type !== 'service' && !each.consumable,
    archived: !each.active || !each['template.'].active || !each.salable,
    quantityDecimals: (each['sale_uom.'] ?? each['default_uom.']).digits,
  };
}
