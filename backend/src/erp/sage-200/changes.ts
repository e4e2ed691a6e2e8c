import { z } from 'zod';
import type { Out } from '../contract/schemas.ts';
import { type ChangedRow, changesByTime } from '../transport/changes-by-time.ts';
import { RESOURCE } from './facts.ts';
import { from } from './query.ts';
import type { Session } from './session.ts';
import { blank, id, optionalId } from './values.ts';

const CHANGED = 'date_time_updated';
const row = z.object({
  id,
  [CHANGED]: blank,
  customer_id: optionalId.optional(),
  product_id: optionalId.optional(),
});
type Row = z.output<typeof row>;
type Told = ChangedRow['told'];
type Feed = { resource: string; more: readonly string[]; told: (row: Row) => Told };

const ofCustomer = (changed: Row): Told => [['credit', changed.customer_id]];
/** What a change of each makes stale. Deletions are told by nothing, and what comes of a returned order is told by the order's own postings. */
const feeds: readonly Feed[] = [
  {
    resource: RESOURCE.orders,
    more: ['customer_id'],
    told: (changed) => [['order', changed.id], ...ofCustomer(changed)],
  },
  {
    resource: RESOURCE.transactions,
    more: ['customer_id'],
    told: (changed) => [['invoice', changed.id], ...ofCustomer(changed)],
  },
  {
    resource: RESOURCE.customers,
    more: [],
    told: (changed) => [
      ['customer', changed.id],
      ['credit', changed.id],
      ['price', changed.id],
    ],
  },
  {
    resource: RESOURCE.products,
    more: [],
    told: (changed) => [
      ['product', changed.id],
      ['price', changed.id],
    ],
  },
  { resource: RESOURCE.holdings, more: ['product_id'], told: (changed) => [['stock', changed.product_id]] },
];
/** Times are in UTC, whether a zone stands behind them or not. */
const instantOf = (text: string | null): number =>
  Date.parse(text !== null && /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);

/** No cursor: from now on. */
export function changesSince(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'changes.since'>> {
  const lists = feeds.map(({ resource, more, told }) => ({
    name: resource,
    async since(instant: number) {
      const where = from(CHANGED, new Date(instant).toISOString());
      const rows = await session.client.query(row, { resource, select: ['id', CHANGED, ...more], where }, signal);
      return rows.map((each) => ({
        key: each.id,
        time: instantOf(each[CHANGED]),
        customerId: each.customer_id ?? (resource === RESOURCE.customers ? each.id : null),
        told: told(each),
      }));
    },
  }));
  return changesByTime(lists, cursor, () => session.now());
}
