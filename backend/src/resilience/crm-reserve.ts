import { LRUCache } from 'lru-cache';
import { CrmError } from '../crm/contract/index.ts';

/** Share of the daily CRM quota for reads. The rest is reserved for write-backs. */
const READS_END = 0.95;
/** Interval of a single read beyond the limit, whose answer gives the current use of the quota. */
const LOOK_MS = 60_000;

/** Reserves the last calls of a CRM's daily quota for writes, for CRMs that report their use. */
export function crmReserve(now: () => number) {
  const spent = new LRUCache<string, { part: number; at: number }>({ max: 10_000 });
  return {
    spent: (account: string, part: number) => void spent.set(account, { part, at: now() }),
    /** Throws `busy` where a read would use calls reserved for writes. */
    mayRead(account: string): void {
      const known = spent.get(account);
      if (!known || known.part < READS_END) return;
      if (now() - known.at < LOOK_MS)
        throw new CrmError('busy', `${account}: the rest of the day's calls is for writes`, { retryAfterMs: LOOK_MS });
      spent.set(account, { ...known, at: now() });
    },
  };
}
