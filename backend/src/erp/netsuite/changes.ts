import { z } from 'zod';
import { type Change, changeSchema, type Out } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { fit } from '../transport/json.ts';
import { TYPE } from './facts.ts';
import type { Session } from './session.ts';
import { moment, momentLiteral, texts } from './sql.ts';
import { blank, id, optionalId } from './values.ts';

const row = z.object({ id, changed: blank, clock: blank, type: blank, entity: optionalId });
type Row = z.output<typeof row>;
type Told = readonly (readonly [kind: Change['kind'], id: string | null])[];
type Feed = {
  name: string;
  columns: string;
  table: string;
  where?: string;
  changes: (row: Row) => Told;
  customer: (row: Row) => string | null;
};
const transactions: Readonly<Record<string, (row: Row) => Told>> = {
  [TYPE.order]: ({ id: order, entity }) => [
    ['order', order],
    ['credit', entity],
  ],
  [TYPE.invoice]: ({ id: invoice, entity }) => [
    ['invoice', invoice],
    ['credit', entity],
  ],
  [TYPE.credit]: ({ id: memo, entity }) => [
    ['invoice', memo],
    ['return', memo],
    ['credit', entity],
  ],
  [TYPE.payment]: ({ id: payment, entity }) => [
    ['invoice', payment],
    ['credit', entity],
  ],
  [TYPE.return]: ({ id: claim }) => [['return', claim]],
};
/** What a change of each makes stale. A delivery changes its order as well. Deletions are told by nothing. */
const feeds: readonly Feed[] = [
  {
    name: 'transaction',
    columns: 't.type, t.entity',
    table: 'transaction',
    where: `t.type IN (${texts(Object.keys(transactions))})`,
    changes: (each) => transactions[each.type ?? '']?.(each) ?? [],
    customer: ({ entity }) => entity,
  },
  {
    name: 'customer',
    columns: 't.id AS entity',
    table: 'customer',
    changes: ({ id: customer }) => [
      ['customer', customer],
      ['credit', customer],
      ['price', customer],
    ],
    customer: ({ id: customer }) => customer,
  },
  {
    name: 'item',
    columns: "'' AS type",
    table: 'item',
    changes: ({ id: item }) => [
      ['product', item],
      ['price', item],
      ['stock', item],
    ],
    customer: () => null,
  },
];
/** What was being committed when a table was read has an earlier time than what was read: each question goes back so far. */
const OVERLAP_MS = 180_000;

/** How far each table was read, in its own time, and what of the overlap was told: a cursor stands still when nothing is new. */
const cursorSchema = z.object({
  at: z.record(z.string(), z.string()),
  seen: z.record(z.string(), z.string()),
});
type Cursor = z.output<typeof cursorSchema>;
/** Times of the database stand in its own zone. They are compared and moved as they are written. */
const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
const asUtc = (time: string): number => Date.parse(`${time.replace(' ', 'T')}Z`);
const back = (time: string): string => new Date(asUtc(time) - OVERLAP_MS).toISOString().slice(0, 19).replace('T', ' ');

const latestRow = z.object({ latest: blank });
async function latestOf(session: Session, { table, where }: Feed, signal: AbortSignal): Promise<string> {
  const [found] = await session.rows(
    latestRow,
    () => `SELECT ${moment('MAX(t.lastmodifieddate)', 'latest')} FROM ${table} t${where ? ` WHERE ${where}` : ''}`,
    signal,
  );
  return found?.latest ?? '2000-01-01 00:00:00';
}
async function changedSince(session: Session, { columns, table, where }: Feed, since: string, signal: AbortSignal) {
  return session.rows(
    row,
    () =>
      `SELECT t.id, ${columns}, ${moment('t.lastmodifieddate', 'changed')}, ${moment('SYSDATE', 'clock')} FROM ${table} t WHERE t.lastmodifieddate >= ${momentLiteral(since)}${where ? ` AND ${where}` : ''} ORDER BY t.id`,
    signal,
  );
}

/** No cursor: from now on. */
export async function changesSince(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'changes.since'>> {
  const before: Cursor | null = cursor === null ? null : cursorOf(cursorSchema, cursor);
  const at = Object.fromEntries(
    await Promise.all(
      feeds.map(async (feed) => [feed.name, before?.at[feed.name] ?? (await latestOf(session, feed, signal))] as const),
    ),
  );
  const lists = await Promise.all(feeds.map((feed) => changedSince(session, feed, back(at[feed.name] ?? ''), signal)));
  const seen: Record<string, string> = {};
  const changes: Change[] = [];
  for (const [index, feed] of feeds.entries())
    for (const each of lists[index] ?? []) {
      const changed = each.changed ?? '';
      if (!TIME.test(changed)) continue;
      const key = `${feed.name} ${each.id}`;
      seen[key] = changed;
      if (changed > (at[feed.name] ?? '')) at[feed.name] = changed;
      // What there was before the feed began is no change.
      if (!before || before.seen[key] === changed) continue;
      const instant = instantOf(session, changed, each.clock ?? changed);
      for (const [kind, changedId] of feed.changes(each))
        if (changedId !== null)
          changes.push(
            fit(changeSchema, { kind, id: changedId, customerId: feed.customer(each), at: instant }, feed.table),
          );
    }
  if (cursor !== null && changes.length === 0) return { changes, cursor };
  return { changes, cursor: JSON.stringify({ at, seen } satisfies Cursor) };
}
const QUARTER_MS = 900_000;
/** A time of the database as an instant. The database's own clock tells how far its zone is from UTC. */
function instantOf({ now }: Session, time: string, clock: string): string {
  const offset = Math.round((now() - asUtc(clock)) / QUARTER_MS) * QUARTER_MS;
  return new Date(Math.min(asUtc(time) + offset, now())).toISOString();
}
