import { z } from 'zod';
import { id, link, maybe } from '../transport/odoo/values.ts';
import { MINUTE_MS, MOMENT_MS, type Session } from './session.ts';

const warehouseRow = z.object({ id, code: z.string(), name: z.string(), view_location_id: link });
const placeRow = z.object({ id, parent_path: z.string() });
export type Places = {
  warehouses: readonly { id: number; code: string; name: string }[];
  /** The root place of each warehouse. */
  roots: readonly number[];
  /** Which warehouse a place belongs to: the one below whose root it hangs. */
  warehouseOf: ReadonlyMap<number, number>;
};

/** The company's warehouses and the places in them. */
export function placesOf(session: Session, signal: AbortSignal): Promise<Places> {
  return session.remembered('places', () => readPlaces(session, signal), MINUTE_MS);
}
async function readPlaces(session: Session, signal: AbortSignal): Promise<Places> {
  const rows = await session.ask(z.array(warehouseRow), {
    model: 'stock.warehouse',
    method: 'search_read',
    args: {
      domain: [['company_id', '=', session.company.id]],
      fields: ['code', 'name', 'view_location_id'],
      order: 'sequence, id',
    },
    signal,
  });
  const roots = rows.flatMap(({ view_location_id: root }) => (root ? [root[0]] : []));
  const inside = await session.ask(z.array(placeRow), {
    model: 'stock.location',
    method: 'search_read',
    args: { domain: [['id', 'child_of', roots]], fields: ['parent_path'] },
    context: { active_test: false },
    signal,
  });
  const warehouseOf = new Map<number, number>();
  for (const { id: place, parent_path } of inside) {
    const above = parent_path.split('/').map(Number);
    const owner = rows.find(({ view_location_id: root }) => root && above.includes(root[0]));
    if (owner) warehouseOf.set(place, owner.id);
  }
  return { warehouses: rows.map(({ id: each, code, name }) => ({ id: each, code, name })), roots, warehouseOf };
}

const modernDefault = z.object({ value: z.object({ warehouse_id: maybe(z.object({ id })).optional() }) });
const olderDefault = z.object({ value: z.object({ warehouse_id: link.optional() }) });
/**
 * The warehouse from which Odoo delivers the orders of the key's user: what its order form fills in. Null where that is not told, as without Sales:
 * then each of them may.
 */
export function servingWarehouse(session: Session, signal: AbortSignal): Promise<number | null> {
  return session.remembered('serving', () => readServing(session, signal), MOMENT_MS);
}
async function readServing(session: Session, signal: AbortSignal): Promise<number | null> {
  if (!(await session.fields('sale.order', signal))?.has('warehouse_id')) return null;
  const values = { company_id: session.company.id };
  const call = { model: 'sale.order', method: 'onchange', ids: [], signal };
  if (session.transport.major >= 17) {
    const args = { values, field_names: [], fields_spec: { warehouse_id: { fields: {} } } };
    return (await session.ask(modernDefault, { ...call, args })).value.warehouse_id?.id ?? null;
  }
  const args = { values, field_name: [], field_onchange: { company_id: '1', user_id: '1', warehouse_id: '1' } };
  return (await session.ask(olderDefault, { ...call, args })).value.warehouse_id?.[0] ?? null;
}
