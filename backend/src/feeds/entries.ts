import { randomUUID } from 'node:crypto';
import type { AccountId, RecordRef } from '@backroom/shared';
import type { Trx } from '../store/open.ts';
import type { TimelineKind } from '../store/timeline-kinds.ts';
import { eventsBetween, keyOf } from './events.ts';
import type { Plain } from './fields.ts';

export type Told = { ref: RecordRef; before: Plain; after: Plain; isNew?: boolean };

/** Keeps what happened, in the transaction that keeps what was written: an entry is neither lost nor made twice. `wanted`: what the account has switched on. */
export async function noteEvents(
  trx: Trx,
  account: AccountId | string,
  wanted: readonly TimelineKind[],
  told: readonly Told[],
  now: Date,
): Promise<void> {
  const day = now.toISOString().slice(0, 10);
  const entries = told.flatMap(({ ref, before, after, isNew = false }) =>
    eventsBetween(ref, before, after, isNew)
      .filter((kind) => wanted.includes(kind))
      .map((kind) => ({
        account,
        id: randomUUID(),
        key: keyOf(kind, ref, after, day),
        kind,
        record_type: ref.type,
        record_id: ref.id,
        values: JSON.stringify({
          order: String(after.orderNumber ?? ''),
          amount: String(
            kind === 'overdue'
              ? (after.overdueTotal ?? '')
              : kind === 'over_limit'
                ? (after.creditFree ?? '')
                : (after.orderTotal ?? ''),
          ),
          currency: String(after.erpCurrency ?? ''),
        }),
        happened_at: now,
        state: 'waiting',
        claim: null,
        lease_until: null,
      })),
  );
  if (entries.length === 0) return;
  await trx
    .insertInto('timeline_entries')
    .values(entries)
    .onConflict((on) => on.columns(['account', 'key']).doNothing())
    .execute();
}
