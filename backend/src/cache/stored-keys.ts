import type { AccountId } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import type { Db } from '../store/open.ts';

/** Accounts whose keys are known. */
const ACCOUNTS = 200;
/** Of an account with more, it is not known which it has. */
const MOST = 10_000;

/** Where other processes write too, the database may have any figure. */
export const everyKey = {
  foresee: async (_: AccountId): Promise<void> => {},
  among: async (_: AccountId, keys: readonly string[]): Promise<readonly string[]> => keys,
  add: (_: AccountId, _keys: Iterable<string>): void => {},
};

/** Which figures of an account the database has: the others need no look-up. Only for the process that alone writes them. */
export function storedKeys(db: Db) {
  const known = new LRUCache<AccountId, Promise<Set<string> | null>>({ max: ACCOUNTS });
  async function read(account: AccountId): Promise<Set<string> | null> {
    const rows = await db
      .selectFrom('cache_entries')
      .select('key')
      .where('account', '=', account)
      .limit(MOST + 1)
      .execute();
    return rows.length > MOST ? null : new Set(rows.map(({ key }) => key));
  }
  function of(account: AccountId): Promise<Set<string> | null> {
    let reading = known.get(account);
    if (!reading) {
      // Without the database nothing is known.
      const begun: Promise<Set<string> | null> = read(account).catch(() => {
        if (known.peek(account) === begun) known.delete(account);
        return null;
      });
      reading = begun;
      known.set(account, begun);
    }
    return reading;
  }
  return {
    /** Begins to read them. */
    foresee: async (account: AccountId): Promise<void> => void (await of(account)),
    /** Those that the database may have. A key that was deleted meanwhile is looked up in vain. */
    async among(account: AccountId, keys: readonly string[]): Promise<readonly string[]> {
      if (keys.length === 0) return keys;
      const stored = await of(account);
      return stored ? keys.filter((key) => stored.has(key)) : keys;
    },
    /** Before these are written. */
    add(account: AccountId, keys: Iterable<string>): void {
      const written = [...keys];
      void known.peek(account)?.then((stored) => {
        for (const key of written) stored?.add(key);
        if (stored && stored.size > MOST) known.delete(account);
      });
    },
  };
}
export type StoredKeys = ReturnType<typeof storedKeys>;
