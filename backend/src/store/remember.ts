import type { AccountId } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import type { AccountStore } from './accounts.ts';
import type { Changes, Stamp } from './changes.ts';
import type { LinkStore } from './links.ts';
import type { MergeStore } from './merges.ts';
import type { OrderEntryStore } from './order-entries.ts';
import type { QuoteChoiceStore } from './quote-choices.ts';

/** A stamp tells of every change before that; this bounds the memory of accounts that nobody asks about. */
const KEEP_MS = 60_000;
/** Delay until changes of other processes are seen while their announcements may be missed. Own changes are seen at once. */
const KEEP_DEAF_MS = 1000;
export const choiceOf = (deal: string): string => `choice|${deal}`;
export const entriesOf = (deal: string): string => `entries|${deal}`;
type Kept = { reading: Promise<unknown>; stamp: Stamp | null; at: number };
/** Remembers a read of an account for as long as its stamp is current. */
export type Remembers = <Value>(account: AccountId, what: string, read: () => Promise<Value>) => Promise<Value>;
type Stores = {
  accounts: AccountStore;
  links: LinkStore;
  merges: MergeStore;
  quoteChoices: QuoteChoiceStore;
  orderEntries: OrderEntryStore;
};

/** Remembers what is stored of an account, its connections and a record, which every card of a page reads at the same time. */
export function rememberReads(
  { accounts, links, merges, quoteChoices, orderEntries }: Stores,
  changes: Pick<Changes, 'of' | 'ofAny' | 'touchAll'>,
): Stores & {
  /** What a conversion depends on: while announcements may be missed, it is read each time. */
  remembers: Remembers;
  /** The same for reads that look past the account. */
  remembersAny: Remembers;
  /** Forgets these reads of the account that began before an instant of `performance.now()`. */
  forgetBefore: (account: AccountId, whats: readonly string[], instant: number) => void;
  /** For code that writes inside its own transaction, past these stores. */
  forget: () => void;
} {
  const kept = new LRUCache<string, Kept>({ max: 10_000, ttl: KEEP_MS });
  const isCurrent = ({ stamp, at }: Kept) => (stamp ? stamp.current : performance.now() - at < KEEP_DEAF_MS);
  const forget = () => {
    kept.clear();
    changes.touchAll();
  };
  function under<Value>(stamp: Stamp | null, key: string, read: () => Promise<Value>): Promise<Value> {
    const known = kept.get(key);
    if (known && isCurrent(known)) return known.reading as Promise<Value>;
    const reading = read();
    const entry = { reading, stamp, at: performance.now() };
    kept.set(key, entry);
    // A failure is not remembered.
    reading.catch(() => kept.peek(key) === entry && kept.delete(key));
    return reading;
  }
  const once: Remembers = (account, what, read) => under(changes.of(account), `${account}|${what}`, read);
  const strictly =
    (stampOf: (account: AccountId) => Stamp | null): Remembers =>
    (account, what, read) => {
      const stamp = stampOf(account);
      return stamp ? under(stamp, `${account}|${what}`, read) : read();
    };
  const remembers = strictly(changes.of);
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
      get(account) {
        // The connections are asked for next. Asked now, both are one statement.
        connectionsOf(account).catch(() => {});
        return once(account, 'account', () => accounts.get(account));
      },
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
    quoteChoices: {
      get: (account, deal) => remembers(account, choiceOf(deal), () => quoteChoices.get(account, deal)),
      put: clearing(quoteChoices.put),
    },
    orderEntries: {
      of: (account, deal) => remembers(account, entriesOf(deal), () => orderEntries.of(account, deal)),
      put: clearing(orderEntries.put),
    },
    merges: {
      ...merges,
      former: (account, record) =>
        once(account, `former|${record.type}|${record.id}`, () => merges.former(account, record)),
      settle: clearing(merges.settle),
      quoteLeft: clearing(merges.quoteLeft),
    },
    remembers,
    remembersAny: strictly(changes.ofAny),
    forgetBefore(account, whats, instant) {
      for (const key of whats.map((what) => `${account}|${what}`))
        if ((kept.peek(key)?.at ?? instant) < instant) kept.delete(key);
    },
    forget,
  };
}
