import { z } from 'zod';
import { type Change, changeSchema, type Out } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { fit } from '../transport/json.ts';
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
type Told = readonly (readonly [kind: Change['kind'], id: string | null | undefined])[];
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
/** What was being committed when a list was read has an earlier time than what was read: each question goes back so far. */
const OVERLAP_MS = 180_000;

/** How far each list was read, and what of the overlap was told: a cursor stands still when nothing is new. */
const cursorSchema = z.object({
  at: z.record(z.string(), z.iso.datetime()),
  seen: z.record(z.string(), z.string()),
});
type Cursor = z.output<typeof cursorSchema>;
const written = (instant: number): string => new Date(instant).toISOString();
/** Times are in UTC, whether a zone stands behind them or not. */
const instantOf = (text: string | null): number =>
  Date.parse(text !== null && /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);

/** No cursor: from now on. */
export async function changesSince(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'changes.since'>> {
  const before: Cursor | null = cursor === null ? null : cursorOf(cursorSchema, cursor);
  const start = written(session.now());
  const at = Object.fromEntries(feeds.map(({ resource }) => [resource, before?.at[resource] ?? start]));
  const lists = await Promise.all(
    feeds.map(({ resource, more }) => {
      const since = written(Date.parse(at[resource] ?? start) - OVERLAP_MS);
      return session.client.query(
        row,
        { resource, select: ['id', CHANGED, ...more], where: from(CHANGED, since) },
        signal,
      );
    }),
  );
  const seen: Record<string, string> = {};
  const changes: Change[] = [];
  for (const [index, { resource, told }] of feeds.entries())
    for (const each of lists[index] ?? []) {
      const time = instantOf(each[CHANGED]);
      if (Number.isNaN(time)) continue;
      const changed = written(time);
      const name = `${resource} ${each.id}`;
      seen[name] = changed;
      // A clock that is ahead of ours must not carry the question past what is changed now.
      if (changed > (at[resource] ?? '')) at[resource] = written(Math.min(time, session.now()));
      // What there was before the feed began is no change.
      if (!before || before.seen[name] === changed) continue;
      const instant = written(Math.min(time, session.now()));
      for (const [kind, key] of told(each))
        if (key) {
          const customerId = each.customer_id ?? (resource === RESOURCE.customers ? each.id : null);
          changes.push(fit(changeSchema, { kind, id: key, customerId, at: instant }, resource));
        }
    }
  if (cursor !== null && changes.length === 0) return { changes, cursor };
  return { changes, cursor: JSON.stringify({ at, seen } satisfies Cursor) };
}
