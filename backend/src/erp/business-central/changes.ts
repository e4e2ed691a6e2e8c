import { z } from 'zod';
import { type Change, changeSchema, type Out } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { fit } from '../transport/json.ts';
import { queryOf } from '../transport/odata/query.ts';
import { changedRow } from './rows.ts';
import type { Session } from './session.ts';

type Row = z.output<typeof changedRow>;
type Feed = {
  set: string;
  fields: readonly string[];
  changes: (row: Row) => readonly [kind: Change['kind'], id: string | null][];
};
/** What a change of each set makes stale. An order that was invoiced to its end is deleted: its invoice tells. */
const feeds: readonly Feed[] = [
  {
    set: 'customers',
    fields: [],
    changes: ({ id }) => [
      ['customer', id],
      ['credit', id],
    ],
  },
  {
    set: 'items',
    fields: [],
    changes: ({ id }) => [
      ['product', id],
      ['price', id],
      ['stock', id],
    ],
  },
  {
    set: 'salesOrders',
    fields: ['customerId'],
    changes: ({ id, customerId }) => [
      ['order', id],
      ['credit', customerId ?? null],
    ],
  },
  {
    set: 'salesInvoices',
    fields: ['customerId', 'orderId'],
    changes: ({ id, customerId, orderId }) => [
      ['invoice', id],
      ['order', orderId ?? null],
      ['credit', customerId ?? null],
    ],
  },
  {
    set: 'salesCreditMemos',
    fields: ['customerId'],
    changes: ({ id, customerId }) => [
      ['return', id],
      ['invoice', id],
      ['credit', customerId ?? null],
    ],
  },
];
/** What was being committed when a set was read has an earlier time than what was read: each question goes back so far. */
const OVERLAP_MS = 60_000;

/** How far was read, and which records of the overlap were given out with which time: a cursor stands still when nothing is new. */
const cursorSchema = z.object({ at: z.iso.datetime(), seen: z.record(z.string(), z.string()) });
type Cursor = z.output<typeof cursorSchema>;
const back = (at: string) => new Date(Date.parse(at) - OVERLAP_MS).toISOString();
const stampOf = ({ lastModifiedDateTime }: Row) => new Date(lastModifiedDateTime).toISOString();

/** No cursor: from now on. Deletions are told by nothing. */
export async function changesSince(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'changes.since'>> {
  const before = cursor === null ? null : cursorOf(cursorSchema, cursor);
  const now = new Date(session.now()).toISOString();
  let at = before?.at ?? now;
  const since = back(at);
  const paths = feeds.map(
    ({ set, fields }) =>
      `${set}${queryOf({ filter: `lastModifiedDateTime gt ${since}`, select: ['id', 'lastModifiedDateTime', ...fields] })}`,
  );
  const reads = await session.together(paths, signal, { fresh: true });
  const seen: Record<string, string> = { ...before?.seen };
  const changes: Change[] = [];
  for (const [index, { set, changes: of }] of feeds.entries()) {
    const rows = await session.client.rest(changedRow, session.rows(changedRow, reads[index], set), { signal });
    for (const row of rows) {
      const stamp = stampOf(row);
      if (seen[row.id] === stamp) continue;
      seen[row.id] = stamp;
      // A time that is still to come must not hide what happens until then.
      if (stamp > at && stamp <= now) at = stamp;
      // What there was before the feed began is no change.
      if (!before) continue;
      const customerId = set === 'customers' ? row.id : (row.customerId ?? null);
      for (const [kind, id] of of(row))
        if (id !== null) changes.push(fit(changeSchema, { kind, id, customerId, at: stamp }, set));
    }
  }
  if (cursor !== null && changes.length === 0) return { changes, cursor };
  const horizon = back(at);
  const kept = Object.fromEntries(Object.entries(seen).filter(([, stamp]) => stamp > horizon));
  return { changes, cursor: JSON.stringify({ at, seen: kept } satisfies Cursor) };
}
