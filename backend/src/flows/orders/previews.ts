import type { AccountId } from '@backroom/shared';
import { LRUCache } from 'lru-cache';

/** A rep who reads a preview for longer has it checked again. */
const LONGEST_MS = 60_000;
type Sale = { account: AccountId; deal: string; revision: string };

/** When this process made which preview: what it read of the ERP need not be read again by the conversion that follows it. */
export function previewTimes(now: () => number) {
  const previews = new LRUCache<string, number>({ max: 5000 });
  const nameOf = ({ account, deal, revision }: Sale) => `${account}|${deal}|${revision}`;
  return {
    /** A preview that began then is complete. */
    note: (sale: Sale, began: number): void => void previews.set(nameOf(sale), began),
    /** When the last preview of this revision began; null where that is too long ago. */
    since(sale: Sale): number | null {
      const began = previews.get(nameOf(sale));
      return began !== undefined && now() - began <= LONGEST_MS ? began : null;
    },
  };
}
export type PreviewTimes = ReturnType<typeof previewTimes>;
