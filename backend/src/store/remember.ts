import type { AccountId } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import type { AccountStore } from './accounts.ts';
import type { Changes, Stamp } from './changes.ts';
import type { LinkStore } from './links.ts';
import type { MergeStore } from './merges.ts';

/** A stamp tells of every change before that; this bounds the memory of accounts that nobody asks about. */
const KEEP_MS = 60_000;
/** Delay until changes of other processes are seen while their announcements may be missed. Own changes are seen at once. */
const KEEP_DEAF_MS = 1000;
type Kept = { value: unknown; stamp: Stamp | null; at: number };

/** Caches account, connection, former ids and link, which every card of a page reads at the same time. */
export function rememberReads(
  accounts: AccountStore,
  links: LinkStore,
  merges: MergeStore,
  changes: Pick<Changes, 'of' | 'touchAll'>,
): {
  accounts: AccountStore;
  links: LinkStore;
  merges: MergeStore;
  /** For code that writes inside its own transaction, past these stores. */
  forget: () => void;
} {
  const kept = new LRUCache<string, Kept>({ max: 10_000, ttl: KEEP_MS });
  const isCurrent = ({ stamp, at }: Kept) => (stamp ? stamp.current : performance.now() - at < KEEP_DEAF_MS);
  const forget = () => {
    kept.clear();
    changes.touchAll();
  };
  async function once<Value>(account: AccountId, what: string, read: () => Promise<Value>): Promise<Value> {
    const key = `${account}|${what}`;
    const known = kept.get(key);
    if (known && isCurrent(known)) return known.value as Value;
    const [stamp, at] = [changes.of(account), performance.now()];
    const value = await read();
    kept.set(key, { value, stamp, at });
    return value;
  }
  const clearing =
    <Input extends unknown[], Output>(write: (...input: Input) => Promise<Output>) =>
    async (...input: Input): Promise<Output> => {
      try {
        return await write(...input);
      } finally {
        forget();
      }
    };
  const connectionsOf = (account: AccountId) => once(account, 'connections', () => accounts.connections(account));
  const remembered = (store: LinkStore, of: string): LinkStore => ({
    ...store,
    get: (account, { type, id }) => once(account, `link|${of}|${type}|${id}`, () => store.get(account, { type, id })),
    put: clearing(store.put),
    remove: clearing(store.remove),
    follow: clearing(store.follow),
    of: (connection) => remembered(store.of(connection), connection),
  });
  return {
    accounts: {
      ...accounts,
      get: (account) => once(account, 'account', () => accounts.get(account)),
      connections: connectionsOf,
      connection: async (account, id) =>
        (await connectionsOf(account)).find((each) => (id === undefined ? each.isDefault : each.id === id)) ?? null,
      onSameErp: (account, id) => once(account, `same|${id ?? ''}`, () => accounts.onSameErp(account, id)),
      put: clearing(accounts.put),
      disconnect: clearing(accounts.disconnect),
      connect: clearing(accounts.connect),
      switchTo: clearing(accounts.switchTo),
      setRule: clearing(accounts.setRule),
      changeConnection: clearing(accounts.changeConnection),
      dropCredentials: clearing(accounts.dropCredentials),
      saveSetup: clearing(accounts.saveSetup),
      makeDefault: clearing(accounts.makeDefault),
      markTest: clearing(accounts.markTest),
      markUnfit: clearing(accounts.markUnfit),
      saveSettings: clearing(accounts.saveSettings),
      remove: clearing(accounts.remove),
    },
    links: remembered(links, ''),
    merges: {
      ...merges,
      former: (account, record) =>
        once(account, `former|${record.type}|${record.id}`, () => merges.former(account, record)),
      settle: clearing(merges.settle),
      quoteLeft: clearing(merges.quoteLeft),
    },
    forget,
  };
}
