import type { AccountId } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import type { AccountStore } from './accounts.ts';
import type { LinkStore } from './links.ts';
import type { MergeStore } from './merges.ts';

/** Delay until changes of other processes are seen. Own changes are seen at once. */
const KEEP_MS = 1000;

/** Caches account, connection, former ids and link, which every card of a page reads at the same time. */
export function rememberReads(
  accounts: AccountStore,
  links: LinkStore,
  merges: MergeStore,
): {
  accounts: AccountStore;
  links: LinkStore;
  merges: MergeStore;
  /** For code that writes inside its own transaction, past these stores. */
  forget: () => void;
} {
  const kept = new LRUCache<string, { value: unknown }>({ max: 10_000, ttl: KEEP_MS });
  async function once<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
    const known = kept.get(key);
    if (known) return known.value as Value;
    const value = await read();
    kept.set(key, { value });
    return value;
  }
  const clearing =
    <Input extends unknown[], Output>(write: (...input: Input) => Promise<Output>) =>
    async (...input: Input): Promise<Output> => {
      try {
        return await write(...input);
      } finally {
        kept.clear();
      }
    };
  const connectionsOf = (account: AccountId) => once(`connections|${account}`, () => accounts.connections(account));
  const remembered = (store: LinkStore, of: string): LinkStore => ({
    ...store,
    get: (account, { type, id }) => once(`link|${of}|${account}|${type}|${id}`, () => store.get(account, { type, id })),
    put: clearing(store.put),
    remove: clearing(store.remove),
    follow: clearing(store.follow),
    of: (connection) => remembered(store.of(connection), connection),
  });
  return {
    accounts: {
      ...accounts,
      get: (account) => once(`account|${account}`, () => accounts.get(account)),
      connections: connectionsOf,
      connection: async (account, id) =>
        (await connectionsOf(account)).find((each) => (id === undefined ? each.isDefault : each.id === id)) ?? null,
      onSameErp: (account, id) => once(`same|${account}|${id ?? ''}`, () => accounts.onSameErp(account, id)),
      put: clearing(accounts.put),
      disconnect: clearing(accounts.disconnect),
      connect: clearing(accounts.connect),
      switchTo: clearing(accounts.switchTo),
      setRule: clearing(accounts.setRule),
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
        once(`former|${account}|${record.type}|${record.id}`, () => merges.former(account, record)),
      settle: clearing(merges.settle),
      quoteLeft: clearing(merges.quoteLeft),
    },
    forget: () => kept.clear(),
  };
}
