import { randomUUID } from 'node:crypto';
import { type AccountId, accountIdSchema, type RecordRef } from '@backroom/shared';
import { z } from 'zod';
import { type CrmEvent, crmEventSchema } from '../crm/contract/index.ts';
import type { Changes } from '../store/changes.ts';
import { isSelfContained, type Part } from './record-index.ts';

/** More objects than this are told as "everything of the account", which keeps a message below Postgres' 8,000 bytes. */
const MOST = 100;
const noteSchema = z.object({
  parts: z.array(crmEventSchema.shape.record.unwrap()).nullable(),
  byCrm: z.boolean(),
  /** The process that tells. */
  from: z.string(),
});
type Follower = {
  /** Changes may have been missed. */
  lost: () => void;
  /** `parts` null: anything of the account. `byCrm`: the CRM told of it, so it tells of changes. */
  changed: (account: AccountId, parts: readonly Part[] | null, byCrm: boolean) => void;
};

/** What was changed in the CRM, told to every process. */
export function recordNews(changes: Pick<Changes, 'hears' | 'announce' | 'onNote' | 'onGap'>) {
  const us = randomUUID();
  let follower: Follower | null = null;
  changes.onGap(() => follower?.lost());
  changes.onNote((id, text) => {
    const account = accountIdSchema.safeParse(id);
    const note = noteSchema.safeParse(JSON.parse(text));
    if (account.success && note.success && note.data.from !== us)
      follower?.changed(account.data, note.data.parts, note.data.byCrm);
  });
  async function announce(account: AccountId, parts: readonly Part[] | null, byCrm: boolean): Promise<void> {
    // This process at once. Told twice, a quote would be one that no record was read by.
    follower?.changed(account, parts, byCrm);
    await changes.announce(account, JSON.stringify({ parts, byCrm, from: us }));
  }
  return {
    hears: changes.hears,
    follow(following: Follower): void {
      follower = following;
    },
    async tell(account: AccountId, events: readonly CrmEvent[]): Promise<void> {
      const parts = events.flatMap(({ record }) => record ?? []);
      await announce(account, events.every(isSelfContained) && parts.length <= MOST ? parts : null, true);
    },
    /** Best effort: a record that other processes remember ends by its age. */
    wrote: (account: AccountId, ref: RecordRef): Promise<void> => announce(account, [ref], false).catch(() => {}),
  };
}
export type RecordNews = ReturnType<typeof recordNews>;
