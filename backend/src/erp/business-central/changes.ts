import { z } from 'zod';
import { type Change, changeSchema, type Out } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { queryOf } from '../transport/odata/query.ts';
import { refused } from './faults.ts';
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
/** What was being committed when the cursor was taken has an earlier time than it. */
const OVERLAP_MS = 60_000;

/** No cursor: from now on. What happened before a minute ago may be told twice. Deletions are told by nothing. */
export async function changesSince(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'changes.since'>> {
  const now = new Date(session.now()).toISOString();
  const since = cursor === null ? now : z.iso.datetime().safeParse(cursor).data;
  if (since === undefined) throw refused('cursor', 'This is no cursor of this feed.');
  const from = new Date(Date.parse(since) - OVERLAP_MS).toISOString();
  const paths = feeds.map(
    ({ set, fields }) =>
      `${set}${queryOf({ filter: `lastModifiedDateTime gt ${from}`, select: ['id', 'lastModifiedDateTime', ...fields] })}`,
  );
  const reads = await session.together(paths, signal, { fresh: true });
  if (cursor === null) {
    // A right that is missing is said at the start, not found out by silence.
    for (const [index, { set }] of feeds.entries()) session.rows(changedRow, reads[index], set);
    return { changes: [], cursor: now };
  }
  const changes: Change[] = [];
  for (const [index, { set, changes: of }] of feeds.entries()) {
    const rows = await session.client.rest(changedRow, session.rows(changedRow, reads[index], set), { signal });
    for (const row of rows)
      for (const [kind, id] of of(row))
        if (id !== null) {
          const at = new Date(row.lastModifiedDateTime).toISOString();
          const customerId = set === 'customers' ? row.id : (row.customerId ?? null);
          changes.push(fit(changeSchema, { kind, id, customerId, at }, set));
        }
  }
  return { changes, cursor: now };
}
