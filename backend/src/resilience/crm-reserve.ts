import { LRUCache } from 'lru-cache';
import { CrmError } from '../crm/contract/index.ts';

/** Beyond this part of a CRM's day, what is left is for write-backs. */
const READS_END = 0.95;
/** How often one read goes through nevertheless, whose answer says where the day stands. */
const LOOK_MS = 60_000;

/** Keeps the last calls of a CRM's daily quota for writes, where the CRM says how many are spent. */
export function crmReserve(now: () => number) {
  const spent = new LRUCache<string, { part: number; at: number }>({ max: 10_000 });
  return {
    spent: (account: string, part: number) => void spent.set(account, { part, at: now() }),
    /** Throws `busy` where a read would take what a write needs. */
    mayRead(account: string): void {
      const known = spent.get(account);
      if (!known || known.part < READS_END) return;
      if (now() - known.at < LOOK_MS)
        throw new CrmError('busy', `${account}: the rest of the day's calls is for writes`, { retryAfterMs: LOOK_MS });
      spent.set(account, { ...known, at: now() });
    },
  };
}
