import {
  add,
  type Decimal,
  decimal,
  type Freshness,
  isZero,
  larger,
  type StockLine,
  type StockPanel,
  subtract,
} from '@backroom/shared';
import type { Figure } from '../../cache/figures.ts';
import type { Availability } from '../../erp/contract/schemas.ts';
import type { MatchedLine } from '../lines.ts';
import type { Ordered } from '../orders/ordered.ts';
import { promiseDate } from './promise.ts';

const zero = decimal('0');

export type Shelf = {
  figures: ReadonlyMap<string, Figure<Availability | null> | undefined>;
  today: string;
  now: Freshness;
  /** The order that the deal is already. Without `codes` it has all of its products; a quote that changed since may have others. */
  ordered: (Pick<Ordered, 'promisedOn'> & Partial<Pick<Ordered, 'codes'>>) | null;
  /** What an order that is to be changed holds already of each product: only more than that needs stock. */
  held?: ReadonlyMap<string, Decimal>;
};

/** Each line with its stock. Lines of one product share its stock, in the order they stand. */
export function stockLines(lines: readonly MatchedLine[], { figures, today, now, ordered, held }: Shelf): StockLine[] {
  const asked = new Map<string, Decimal>();
  return lines.map(({ product, trouble, ...base }): StockLine => {
    if (!product) return { ...base, state: 'trouble', trouble };
    const { unit } = product;
    if (!product.stocked)
      return {
        ...base,
        state: 'known',
        verdict: 'not_stocked',
        unit,
        onHand: zero,
        reserved: zero,
        available: zero,
        promiseDate: today,
        incoming: [],
        warehouses: [],
        freshness: now,
      };
    const figure = figures.get(product.id);
    if (!figure?.value) return { ...base, state: 'unknown', unit, freshness: figure?.freshness ?? now };
    const needed = add(asked.get(product.id) ?? zero, base.quantity);
    asked.set(product.id, needed);
    const { onHand, reserved, available, incoming, warehouses } = figure.value;
    const reservedBy = ordered && (ordered.codes?.has(product.code) ?? true) ? ordered : null;
    const own = held?.get(product.id) ?? zero;
    const more = larger(subtract(needed, own), zero);
    const date = reservedBy ? reservedBy.promisedOn : promiseDate(figure.value, more, today);
    // An order may hold more than there is. A line that asks for no more than the order has leaves that as it was.
    const isHeld = held?.has(product.id) && isZero(more);
    return {
      ...base,
      state: 'known',
      verdict:
        reservedBy || (isHeld && date === null)
          ? 'ordered'
          : date === null
            ? 'short'
            : date > today
              ? 'later'
              : 'available',
      unit,
      onHand,
      reserved,
      // What the order itself holds is there for it.
      available: held ? add(available, own) : available,
      promiseDate: date,
      incoming,
      warehouses,
      freshness: figure.freshness,
    };
  });
}

/** The day by which every line can be there, or why there is none. */
export function completionOf(rows: readonly StockLine[]): Pick<StockPanel, 'completeBy' | 'completion'> {
  const stands = rows.map((row) =>
    row.state !== 'known' || (row.verdict === 'ordered' && row.promiseDate === null)
      ? ('unknown' as const)
      : (row.promiseDate ?? ('never' as const)),
  );
  if (stands.includes('never')) return { completeBy: null, completion: 'never' };
  if (stands.length === 0 || stands.includes('unknown')) return { completeBy: null, completion: 'unknown' };
  return { completeBy: [...stands].sort().at(-1) ?? null, completion: 'known' };
}
