import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { type Out, type Product, productSchema } from '../contract/schemas.ts';
import { codeKey, codeLook, codeSpellings, pickByCode } from '../kit/product-code.ts';
import { fit } from '../transport/json.ts';
import { id, literal, maybe, text } from '../transport/odoo/values.ts';
import { stockedAmong, stockedRow, stockedSpec } from './product-facts.ts';
import type { Session } from './session.ts';
import { readTree, type Spec } from './tree.ts';
import { decimalsOf, unitRow, unitSpec } from './units.ts';

const rowSchema = z.object({
  id,
  default_code: text,
  display_name: z.string(),
  active: z.boolean(),
  sale_ok: z.boolean(),
  uom_id: maybe(unitRow),
  ...stockedRow,
});
type Row = z.output<typeof rowSchema>;
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
const productOf = (row: Row, stocked: ReadonlySet<number>): Product =>
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

/** Codes that nobody has are looked for by what people mistype; a list of more than these is no quote, but an import. */
const MISTYPED_AT_MOST = 100;
/** Whatever dash and blanks stand between the signs of the code, in either case. A short code would find half of the products that way. */
function mistyped(code: string): string {
  const signs = [...codeKey(code)].map((sign) => (sign === '-' ? '_' : literal(sign)));
  return `%${signs.join(signs.length < 5 ? '' : '%')}%`;
}

/** Archived products only count where no other has the code, those not for sale likewise. */
export function preferred<One extends { active: boolean; sale_ok: boolean }>(rows: readonly One[]): One[] {
  const active = rows.filter((row) => row.active);
  const sold = active.filter((row) => row.sale_ok);
  return [...(sold.length > 0 ? sold : active.length > 0 ? active : rows)];
}

/**
 * By internal reference, which Odoo lets two products share: where two remain, none is taken and the words name the code, as a guess could deliver
 * the wrong thing.
 */
export async function resolveProducts(
  session: Session,
  codes: readonly string[],
  signal: AbortSignal,
): Promise<Out<'products.resolve'>> {
  const asked = [...new Set(codes.filter((code) => codeLook(code) !== ''))];
  if (asked.length === 0) return { results: codes.map(() => null) };
  const rows = await read(session, [['default_code', 'in', [...new Set(asked.flatMap(codeSpellings))]]], signal);
  const held = new Set(rows.map((row) => row.default_code));
  const unknown = asked.filter((code) => !codeSpellings(code).some((each) => held.has(each)));
  if (unknown.length > 0 && unknown.length <= MISTYPED_AT_MOST) {
    const leaves = unknown.map((code) => ['default_code', '=ilike', mistyped(code)]);
    rows.push(...(await read(session, [...leaves.slice(1).map(() => '|'), ...leaves], signal)));
  }
  const each = new Map(rows.map((row) => [row.id, row]));
  const byCode = new Map(
    [...Map.groupBy(each.values(), (row) => row.default_code ?? '')].map(([code, own]) => [code, preferred(own)]),
  );
  const known = [...byCode].flatMap(([code, [row]]) => (row ? [{ code, row }] : []));
  const stocked = await stockedAmong(session, rows, signal);
  const found = codes.map((code, index) => {
    if (codeLook(code) === '') return { product: null, near: null };
    const { product, near } = pickByCode(code, known);
    if (!product) return { product: null, near };
    const same = byCode.get(product.code) ?? [];
    if (same.length > 1)
      throw new ErpError('refused', `${same.length} products have the code ${code}`, {
        field: `codes.${index}`,
        words: `${same.length} products in Odoo have the internal reference "${code}" (${same.map(({ display_name }) => display_name).join(', ')}). Give each its own.`,
      });
    return { product: productOf(product.row, stocked), near: null };
  });
  return { results: found.map(({ product }) => product), near: found.map(({ near }) => near) };
}

export async function productsById(session: Session, ids: readonly number[], signal: AbortSignal): Promise<Product[]> {
  if (ids.length === 0) return [];
  const rows = await read(session, [['id', 'in', ids]], signal);
  const stocked = await stockedAmong(session, rows, signal);
  return rows.map((row) => productOf(row, stocked));
}
