import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { CHANGES_CHANNEL, EVERY_ACCOUNT } from './change-migration.ts';
import type { Store } from './open.ts';

/** What was read under a stamp is out of date once `current` is false. It never becomes true again. */
export type Stamp = { readonly current: boolean };

const noteSchema = z.tuple([z.string(), z.string()]);
/** Accounts with a stamp. The stamp of an account beyond these expires. */
const MOST = 10_000;

/**
 * Stamps for what is stored of an account. The database announces every write to the tables that answers are made of, whichever process, statement or
 * person writes, so no writer can forget to.
 */
export function watchChanges(store: Pick<Store, 'listen' | 'db'>) {
  let hears = false;
  let any = { current: true };
  const endAny = () => {
    any.current = false;
    any = { current: true };
  };
  const onNote: ((account: string, note: string) => void)[] = [];
  const onGap: (() => void)[] = [];
  const stamps = new LRUCache<string, { current: boolean }>({
    max: MOST,
    dispose: (stamp) => {
      stamp.current = false;
    },
  });
  return {
    /** The account's stamp, taken before anything is read. Null while announcements of other processes may be missed. */
    of(account: AccountId): Stamp | null {
      if (!hears) return null;
      const known = stamps.get(account);
      if (known) return known;
      const stamp = { current: true };
      stamps.set(account, stamp);
      return stamp;
    },
    /** For the process that wrote: its next answer does not wait for the announcement. */
    touch(account: AccountId): void {
      endAny();
      stamps.delete(account);
    },
    touchAll(): void {
      endAny();
      stamps.clear();
    },
    /** The stamp of everything that is stored, for what is read across accounts. */
    ofAny: (): Stamp | null => (hears ? any : null),
    hears: (): boolean => hears,
    /** Tells every process something about an account that is not stored. */
    announce: async (account: AccountId, note: string): Promise<void> =>
      void (await sql`select pg_notify(${CHANGES_CHANNEL}, ${JSON.stringify([account, note])})`.execute(store.db)),
    onNote: (follow: (account: string, note: string) => void): void => void onNote.push(follow),
    /** Called when announcements may have been missed. */
    onGap: (follow: () => void): void => void onGap.push(follow),
    listen: (): Promise<void> =>
      store.listen(
        CHANGES_CHANNEL,
        (payload) => {
          endAny();
          if (payload === EVERY_ACCOUNT) stamps.clear();
          else if (payload.startsWith('[')) {
            const [account, note] = noteSchema.parse(JSON.parse(payload));
            for (const follow of onNote) follow(account, note);
          } else stamps.delete(payload);
        },
        (now) => {
          hears = now;
          endAny();
          stamps.clear();
          for (const follow of onGap) follow();
        },
      ),
  };
}
export type Changes = ReturnType<typeof watchChanges>;
