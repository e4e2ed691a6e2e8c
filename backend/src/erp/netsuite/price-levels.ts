import { add, type Decimal, decimal, divide, multiply } from '@backroom/shared';
import { z } from 'zod';
import type { Session } from './session.ts';
import { amount, blank, id } from './values.ts';

const row = z.object({ id, name: blank, discountpct: amount });
type Level = { name: string | null; factor: Decimal | null };
const hundred = decimal('100');

/** Price levels by internal id. One that is a percentage of the base price has no prices of its own for an item. */
export const levelsOf = (session: Session, signal: AbortSignal): Promise<ReadonlyMap<string, Level>> =>
  session.remember('levels', async () => {
    const rows = await session.rows(
      row,
      () => 'SELECT l.id, l.name, l.discountpct FROM pricelevel l ORDER BY l.id',
      signal,
    );
    return new Map(
      rows.map((each) => [
        each.id,
        { name: each.name, factor: each.discountpct && divide(add(hundred, each.discountpct), hundred) },
      ]),
    );
  });
export const times = (price: Decimal, factor: Decimal | null): Decimal =>
  factor === null ? price : multiply(price, factor);
