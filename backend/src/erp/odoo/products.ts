import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { type Product, productSchema } from '../contract/schemas.ts';
import { fit } from './faults.ts';
import { stockedAmong, stockedRow, stockedSpec } from './product-facts.ts';
import type { Session } from './session.ts';
import { readTree, type Spec } from './tree.ts';
import { decimalsOf, unitRow, unitSpec } from './units.ts';
import { id, maybe, text } from './values.ts';

const rowSchema = z.object({
  id,
  default_code: text,
  display_name: z.string(),
  active: z.boolean(),
  sale_ok: z.boolean(),
  uom_id: maybe(unitRow),
  ...stockedRow,
});
const spec: Spec = {
  default_code: {},
  display_name: {},
  active: {},
  sale_ok: {},
  uom_id: { fields: unitSpec },
  ...stockedSpec,
};
const read = async (session: Session, domain: unknown[], signal: AbortSignal) =>
  (await readTree(session, rowSchema, {
    model: 'product.product',
    domain,
    spec,
    order: 'id',
    // The code has its own place, so it is not wanted in the name as well.
    context: { display_default_code: false },
    signal,
  })) ?? [];
const productOf = (row: z.output<typeof rowSchema>, stocked: ReadonlySet<number>): Product =>
  fit(
    productSchema,
    {
      id: String(row.id),
      code: row.default_code ?? '',
      name: row.display_name,
      unit: row.uom_id?.name ?? '',
      stocked: stocked.has(row.id),
      archived: !row.active,
      ...(row.uom_id ? { quantityDecimals: decimalsOf(row.uom_id) } : {}),
    },
    'product.product',
  );

/**
 * By internal reference, which Odoo lets two products share. Archived ones only count where no other has the code, those not for
 * sale likewise; where two remain, none is taken and the words name the code: a guess could deliver the wrong thing.
 */
export async function resolveProducts(session: Session, codes: readonly string[], signal: AbortSignal) {
  const wanted = [...new Set(codes.map((code) => code.trim()).filter(Boolean))];
  const rows = wanted.length === 0 ? [] : await read(session, [['default_code', 'in', wanted]], signal);
  const stocked = await stockedAmong(session, rows, signal);
  return codes.map((code, index): Product | null => {
    const all = rows.filter((row) => row.default_code === code.trim());
    const active = all.filter((row) => row.active);
    const sold = active.filter((row) => row.sale_ok);
    const left = sold.length > 0 ? sold : active.length > 0 ? active : all;
    const [row] = left;
    if (!row) return null;
    if (left.length > 1)
      throw new ErpError('refused', `${left.length} products have the code ${code}`, {
        field: `codes.${index}`,
        words: `${left.length} products in Odoo have the internal reference "${code}" (${left.map(({ display_name }) => display_name).join(', ')}). Give each its own.`,
      });
    return productOf(row, stocked);
  });
}

export async function productsById(session: Session, ids: readonly number[], signal: AbortSignal): Promise<Product[]> {
  if (ids.length === 0) return [];
  const rows = await read(session, [['id', 'in', ids]], signal);
  const stocked = await stockedAmong(session, rows, signal);
  return rows.map((row) => productOf(row, stocked));
}
