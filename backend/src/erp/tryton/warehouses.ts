import { z } from 'zod';
import type { Call } from './client.ts';
import { refused, type Tryton } from './support.ts';

const row = z.object({ id: z.number(), code: z.string().nullable(), name: z.string() });
/** `serves`: orders of this connection leave from it. */
export type Warehouse = z.infer<typeof row> & { serves: boolean };

/**
 * Every warehouse, the oldest first. With several Tryton has no default, and refuses only the quotation: ours is the connection's setting,
 * else the oldest.
 */
export async function warehousesOf({ client, settings }: Tryton, call: Call): Promise<Warehouse[]> {
  const asked = {
    domain: [['type', '=', 'warehouse']],
    fields: ['code', 'name'],
    row,
    order: [['id', 'ASC']] as const,
  };
  const rows = await client.search('stock.location', asked, call);
  const wanted = settings.warehouse;
  const serving =
    wanted === null
      ? rows[0]
      : rows.find(({ code, name, id }) => wanted === code || wanted === name || wanted === String(id));
  if (wanted !== null && !serving) throw refused('warehouse', `Tryton has no warehouse ${wanted}.`);
  return rows.map((each) => ({ ...each, serves: each === serving }));
}
/** Where an order leaves from; null where Tryton has no warehouse at all. */
export const servingOf = (warehouses: readonly Warehouse[]): Warehouse | null =>
  warehouses.find(({ serves }) => serves) ?? null;
export const labelOf = ({ code, name }: Warehouse): string => code ?? name;
