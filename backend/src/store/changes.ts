import type { AccountId } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import { CHANGES_CHANNEL, EVERY_ACCOUNT } from './change-migration.ts';
import type { Store } from './open.ts';

/** What was read under a stamp is out of date once `current` is false. It never becomes true again. */
export type Stamp = { readonly current: boolean };

/** Accounts with a stamp. The stamp of an account beyond these expires. */
const MOST = 10_000;

/**
 * Stamps for what is stored of an account. The database announces every write to the tables that answers are made of, whichever process, statement or
 * person writes, so no writer can forget to.
 */
export function watchChanges(store: Pick<Store, 'listen'>) {
  let hears = false;
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
    touch: (account: AccountId): void => void stamps.delete(account),
    touchAll: (): void => stamps.clear(),
    listen: (): Promise<void> =>
      store.listen(
        CHANGES_CHANNEL,
        (account) => (account === EVERY_ACCOUNT ? stamps.clear() : void stamps.delete(account)),
        (now) => {
          hears = now;
          stamps.clear();
        },
      ),
  };
}
export type Changes = ReturnType<typeof watchChanges>;
