import { type Availability, type Product, productSchema } from '@backroom/backend/erp/contract/schemas';
import { codeSpellings, pickByCode } from '@backroom/backend/erp/kit/product-code';
import { erpProductIdSchema, subtract } from '@backroom/shared';
import { z } from 'zod';
import type { Ask } from './client.ts';
import { type ItemRow, itemRow } from './schemas.ts';

const rowsSchema = z.object({ rows: z.array(itemRow) });
const toProduct = ({ id, code, name, unit, kind, discontinued }: ItemRow): Product =>
  productSchema.parse({ id, code, name, unit, stocked: kind === 'goods', archived: discontinued });

export async function resolveProducts(ask: Ask, codes: readonly string[], signal: AbortSignal) {
  if (codes.length === 0) return { results: [] };
  const { rows } = await ask('/items', { codes: codes.flatMap(codeSpellings) }, rowsSchema, signal);
  const products = rows.map(toProduct);
  const picked = codes.map((code) => pickByCode(code, products));
  return { results: picked.map(({ product }) => product), near: picked.map(({ near }) => near) };
}

/** A service has no stock: null, and not zero. */
function stockOf({ id, kind, onHand, reserved }: ItemRow): Availability | null {
  if (kind === 'service') return null;
  const available = subtract(onHand, reserved);
  const warehouses = [{ code: 'MAIN', name: 'Main', onHand, available }];
  return { productId: erpProductIdSchema.parse(id), onHand, reserved, available, incoming: [], warehouses };
}
export async function availability(ask: Ask, productIds: readonly string[], signal: AbortSignal) {
  if (productIds.length === 0) return { results: [] };
  const { rows } = await ask('/items', { ids: productIds }, rowsSchema, signal);
  const byId = new Map(rows.map((row) => [row.id, stockOf(row)]));
  return { results: productIds.map((id) => byId.get(id) ?? null) };
}
