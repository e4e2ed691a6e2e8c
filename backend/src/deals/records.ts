import type { AccountId, RecordRef } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import { usableRecord } from '../crm/contract/bounds.ts';
import type { CrmAdapter, CrmCall, CrmEvent, CrmRecord, RecordWish } from '../crm/contract/index.ts';
import { type QuoteChoice, readByChoice } from './choice.ts';
import { type Part, recordIndex } from './record-index.ts';
import type { RecordNews } from './record-news.ts';

/** A deal's record serves all cards of one page view. A change in a CRM that does not tell of it is seen after this at the latest. */
const SILENT_MS = 5000;
/** The same where the CRM tells of changes, for the fields that it does not tell of. */
const TOLD_MS = 120_000;
/** A kind of object that the CRM told of within this time is known to be subscribed to. */
const PROVEN_MS = 7 * 86_400_000;
/** `recent`: for a person who asked for newer figures. `fresh`: for whatever is about to be written. */
export type RecordAge = 'recent' | 'fresh' | 'remembered';

type Parts = {
  crmFor: (account: AccountId) => Promise<Pick<CrmAdapter, 'record'>>;
  crmCall: (account: AccountId) => CrmCall;
  /** Throws where the rest of the CRM's quota is for writes. */
  mayRead: (account: AccountId) => void;
  choiceOf: (account: AccountId, deal: string) => Promise<QuoteChoice | null>;
  /** What else is wanted of a record. */
  wishOf: (account: AccountId) => Promise<Omit<RecordWish, 'quote'>>;
  /** What the account is stored with. `current` ends with the next write to it; null while such a write may be missed. */
  changes: { of: (account: AccountId) => Stamp | null };
  news: RecordNews;
  now: () => number;
};
type Stamp = { readonly current: boolean };
/** `stamp.current` ends when the record is read again or forgotten. `asked`: the quote and fields that were read; they apply while `own`, the account's stamp, is current. */
type Kept = {
  reading: Promise<CrmRecord>;
  stamp: { current: boolean };
  at: number;
  until: number;
  asked: string;
  own: Stamp | null;
  unlist: () => void;
};

/** The CRM's records as they were read a moment ago. */
export function recordCache({ crmFor, crmCall, mayRead, choiceOf, wishOf, changes, news, now }: Parts) {
  const records = new LRUCache<string, Kept>({
    max: 5000,
    dispose(kept) {
      kept.stamp.current = false;
      kept.unlist();
    },
  });
  const stamps = new WeakMap<CrmRecord, Kept>();
  const index = recordIndex();
  const heardAt = new LRUCache<string, number>({ max: 10_000 });
  const keyOf = (account: AccountId, ref: RecordRef) => `${account}|${ref.type}|${ref.id}`;
  /** Longer only where the CRM has told of every kind of object that the record is read from. */
  function remembersFor(account: AccountId, record: CrmRecord, at: number): number {
    const isTold = kindsOf(record).every(
      (kind) => at - (heardAt.get(`${account}|${kind}`) ?? Number.NEGATIVE_INFINITY) < PROVEN_MS,
    );
    return news.hears() && isTold ? TOLD_MS : SILENT_MS;
  }

  function forgetAccount(account: AccountId): void {
    for (const key of records.keys()) if (key.startsWith(`${account}|`)) records.delete(key);
  }
  function forgetPart(account: AccountId, part: Part): void {
    const found = index.recordsWith(account, part);
    // A quote of no record may be accepted now, and then count instead of the one that was read.
    if (found.length === 0 && part.type === 'quote') forgetAccount(account);
    for (const key of found) records.delete(key);
    // The record itself may be asked for under an id that was merged away; and of a read under way the parts are not known yet.
    records.delete(`${account}|${part.type}|${part.id}`);
    for (const [key, { unlist }] of records.entries())
      if (unlist === unread && key.startsWith(`${account}|`)) records.delete(key);
  }
  news.follow({
    lost: () => records.clear(),
    changed(account, parts, told) {
      for (const kind of told) heardAt.set(`${account}|${kind}`, now());
      if (parts === null) forgetAccount(account);
      else for (const part of parts) forgetPart(account, part);
    },
  });

  const usable = (key: string, at: number, age: RecordAge): Kept | undefined => {
    const known = age === 'fresh' ? undefined : records.get(key);
    const until = known && (age === 'recent' ? Math.min(known.until, known.at + SILENT_MS) : known.until);
    return until !== undefined && at < until ? known : undefined;
  };
  async function read(account: AccountId, ref: RecordRef, age: RecordAge, unhurried = false): Promise<CrmRecord> {
    const key = keyOf(account, ref);
    const at = now();
    const own = changes.of(account);
    const remembered = usable(key, at, age);
    if (remembered?.own?.current) return remembered.reading;
    const [choice, wish] = await Promise.all([ref.type === 'deal' ? choiceOf(account, ref.id) : null, wishOf(account)]);
    const asked = JSON.stringify([choice, wish]);
    const known = usable(key, at, age);
    if (known?.asked === asked) {
      known.own = own;
      return known.reading;
    }
    mayRead(account);
    const reading = crmFor(account)
      .then((crm) =>
        readByChoice((quote) => crm.record(ref, { ...crmCall(account), unhurried, quote, ...wish }), choice),
      )
      .then(usableRecord);
    const kept: Kept = {
      reading,
      stamp: { current: true },
      at,
      until: at + SILENT_MS,
      asked,
      own,
      unlist: unread,
    };
    records.set(key, kept);
    reading.then(
      (record) => {
        kept.until = at + remembersFor(account, record, at);
        stamps.set(record, kept);
        if (kept.stamp.current) kept.unlist = index.add(account, key, record);
      },
      // A failure is not remembered.
      () => records.peek(key) === kept && records.delete(key),
    );
    return reading;
  }
  return {
    read,
    /** The stamp of a record that was read here. */
    stampOf: (record: CrmRecord): Pick<Kept, 'stamp' | 'until'> | undefined => stamps.get(record),
    /** What the CRM tells, for every process. */
    heard: (account: AccountId, events: readonly CrmEvent[]): Promise<void> => news.tell(account, events),
    /** After a write of ours, for every process. */
    forget(account: AccountId, ref: RecordRef): void {
      void news.wrote(account, ref);
    },
    forgetAccount,
  };
}
export type RecordCache = ReturnType<typeof recordCache>;

/** What a changed order would come from. A company or contact that changes unnoticed is seen in two minutes. */
const kindsOf = (record: CrmRecord): Part['type'][] =>
  record.type === 'company' ? ['company'] : ['deal', 'line_item', ...(record.quote ? (['quote'] as const) : [])];

/** Until a record was read it is not known what it is made of. */
const unread = (): void => {};
