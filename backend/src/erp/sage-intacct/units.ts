import { type Decimal, decimal, divide, isZero, multiply } from '@backroom/shared';
import { z } from 'zod';
import { OBJECT } from './facts.ts';
import type { Session } from './session.ts';
import { amount, blank, key } from './values.ts';

const unitRow = z.object({
  key,
  id: z.string(),
  'parent.id': blank,
  conversionFactor: amount,
  numberOfDecimalPlaces: amount,
});
const groupRow = z.object({ key, id: z.string(), baseUnit: blank, 'defaults.orderEntry.id': blank });
/** The unit in which an item is sold. `factor`: base units in one of it; stock and price lists count in base units. */
export type Unit = { name: string; factor: Decimal; decimals: number | null };

const one = decimal('1');
const none: Unit = { name: '', factor: one, decimals: null };
/** The unit of a group of units. An item without a group has none. */
export type UnitOf = (group: string | null, name?: string | null) => Unit | null;
export const unitsOf = (session: Session, signal: AbortSignal): Promise<UnitOf> =>
  session.remember('units', async () => {
    const [units, groups] = await Promise.all([
      session.client.query(unitRow, { object: OBJECT.unit, fields: Object.keys(unitRow.shape) }, signal),
      session.client.query(groupRow, { object: OBJECT.unitGroup, fields: Object.keys(groupRow.shape) }, signal),
    ]);
    const byName = new Map(units.map((row) => [`${row['parent.id']}\n${row.id}`, row]));
    const byGroup = new Map(groups.map((row) => [row.id, row]));
    return (group, name) => {
      if (group === null) return name == null ? none : null;
      const own = byGroup.get(group);
      const wanted = name ?? own?.['defaults.orderEntry.id'] ?? own?.baseUnit ?? null;
      if (wanted === null) return none;
      const row = byName.get(`${group}\n${wanted}`);
      if (!row) return name == null ? { ...none, name: wanted } : null;
      const { conversionFactor: factor, numberOfDecimalPlaces: places } = row;
      return {
        name: wanted,
        factor: factor === null || isZero(factor) ? one : factor,
        decimals: places === null ? null : Number(places),
      };
    };
  });

export const inUnit = (base: Decimal, { factor }: Unit): Decimal => divide(base, factor);
/** A price for one base unit, as one for the unit. */
export const perUnit = (price: Decimal, { factor }: Unit): Decimal => multiply(price, factor);
