import { randomUUID } from 'node:crypto';
import { type AccountId, accountIdSchema, type RecordRef } from '@backroom/shared';
import { z } from 'zod';
import { type CrmEvent, crmEventSchema } from '../crm/contract/index.ts';
import { isSelfContained, type Part } from './record-index.ts';

/** More objects than this are told as "everything of the account", which keeps a message below Postgres' 8,000 bytes. */
const MOST = 100;
const noteSchema = z.object({
  parts: z.array(crmEventSchema.shape.record.unwrap()).nullable(),
  /** Kinds of objects that the CRM told of; none where we changed something. */
  told: z.array(z.string()),
  /** The process that tells. */
  from: z.string(),
});
type Follower = {
  /** Changes may have been missed. */
  lost: () => void;
  /** `parts` null: anything of the account. `told`: kinds of objects that the CRM tells of. */
  changed: (account: AccountId, parts: readonly Part[] | null, told: readonly string[]) => void;
};

/** Carries a text about an account to every process. */
type Channel = {
  hears: () => boolean;
  announce: (account: AccountId, note: string) => Promise<void>;
  onNote: (follow: (account: string, note: string) => void) => void;
  onGap: (follow: () => void) => void;
};

/** What was changed in the CRM, told to every process. */
export function recordNews(channel: Channel) {
  const us = randomUUID();
  let follower: Follower | null = null;
  channel.onGap(() => follower?.lost());
  channel.onNote((id, text) => {
    const account = accountIdSchema.safeParse(id);
    const note = noteSchema.safeParse(JSON.parse(text));
    if (account.success && note.success && note.data.from !== us)
      follower?.changed(account.data, note.data.parts, note.data.told);
  });
  async function announce(account: AccountId, parts: readonly Part[] | null, told: readonly string[]): Promise<void> {
    // This process at once. Told twice, a quote would be one that no record was read by.
    follower?.changed(account, parts, told);
    await channel.announce(account, JSON.stringify({ parts, told, from: us }));
  }
  return {
    hears: channel.hears,
    follow(following: Follower): void {
      follower = following;
    },
    async tell(account: AccountId, events: readonly CrmEvent[]): Promise<void> {
      const parts = events.flatMap(({ record }) => record ?? []);
      const told = [...new Set(parts.map(({ type }) => type))];
      await announce(account, events.every(isSelfContained) && parts.length <= MOST ? parts : null, told);
    },
    /** Best effort: a record that other processes remember ends by its age. */
    wrote: (account: AccountId, ref: RecordRef): Promise<void> => announce(account, [ref], []).catch(() => {}),
  };
}
export type RecordNews = ReturnType<typeof recordNews>;
