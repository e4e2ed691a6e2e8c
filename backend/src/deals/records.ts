import type { AccountId, RecordRef } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import { usableRecord } from '../crm/contract/bounds.ts';
import type { CrmAdapter, CrmCall, CrmRecord, RecordWish } from '../crm/contract/index.ts';
import { type QuoteChoice, readByChoice } from './choice.ts';

/** A deal's record serves all cards of one page view; a change in the CRM is seen after this at the latest. */
const RECORD_MS = 5000;

type Parts = {
  crmFor: (account: AccountId) => Promise<Pick<CrmAdapter, 'record'>>;
  crmCall: (account: AccountId) => CrmCall;
  /** Throws where the rest of the CRM's quota is for writes. */
  mayRead: (account: AccountId) => void;
  choiceOf: (account: AccountId, deal: string) => Promise<QuoteChoice | null>;
  /** What else is wanted of a record. */
  wishOf: (account: AccountId) => Promise<Pick<RecordWish, 'fields' | 'names'>>;
  now: () => number;
};
/** `stamp.current` ends when the record is read anew or forgotten. */
type Kept = { reading: Promise<CrmRecord>; stamp: { current: boolean }; until: number };

/** The CRM's records as they were read a moment ago. */
export function recordCache({ crmFor, crmCall, mayRead, choiceOf, wishOf, now }: Parts) {
  const records = new LRUCache<string, Kept>({
    max: 5000,
    dispose: ({ stamp }) => {
      stamp.current = false;
    },
  });
  const stamps = new WeakMap<CrmRecord, Kept>();
  const keyOf = (account: AccountId, ref: RecordRef) => `${account}|${ref.type}|${ref.id}`;
  return {
    /** `fresh`: past the cache, for whatever is about to be written. */
    read(account: AccountId, ref: RecordRef, fresh: boolean): Promise<CrmRecord> {
      const key = keyOf(account, ref);
      const known = fresh ? undefined : records.get(key);
      const at = now();
      if (known && at < known.until) return known.reading;
      mayRead(account);
      const chosen = ref.type === 'deal' ? choiceOf(account, ref.id) : null;
      const reading = Promise.all([crmFor(account), chosen, wishOf(account)])
        .then(([crm, choice, wish]) =>
          readByChoice((quote) => crm.record(ref, { ...crmCall(account), quote, ...wish }), choice),
        )
        .then(usableRecord);
      const kept: Kept = { reading, stamp: { current: true }, until: at + RECORD_MS };
      records.set(key, kept);
      reading.then(
        (record) => void stamps.set(record, kept),
        // A failure is not remembered.
        () => records.peek(key) === kept && records.delete(key),
      );
      return reading;
    },
    /** The stamp of a record that was read here. */
    stampOf: (record: CrmRecord): Pick<Kept, 'stamp' | 'until'> | undefined => stamps.get(record),
    forget: (account: AccountId, ref: RecordRef) => void records.delete(keyOf(account, ref)),
    forgetAccount(account: AccountId): void {
      for (const key of records.keys()) if (key.startsWith(`${account}|`)) records.delete(key);
    },
  };
}
export type RecordCache = ReturnType<typeof recordCache>;
