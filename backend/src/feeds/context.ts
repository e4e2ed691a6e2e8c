import type { AccountId, ErpCustomer } from '@backroom/shared';
import type { CrmAdapter } from '../crm/contract/index.ts';
import type { ErpAdapter, ErpDescription } from '../erp/contract/index.ts';
import type { Lanes } from '../jobs/lanes.ts';
import type { AccountStore } from '../store/accounts.ts';
import type { Clock } from '../store/clock.ts';
import type { Db, Trx } from '../store/open.ts';
import type { Told } from './entries.ts';
import type { Outcome } from './records.ts';
import type { At } from './rows.ts';

export type FeedOptions = {
  db: Db;
  clock: Clock;
  accounts: Pick<AccountStore, 'get' | 'connection'>;
  erpFor: (account: AccountId, connection: string) => Promise<ErpAdapter>;
  describedBy: (account: AccountId, connection: string) => Promise<ErpDescription | null>;
  crmFor: (account: AccountId) => Promise<CrmAdapter>;
  figures: {
    invalidate: (at: At, keys: readonly string[]) => Promise<void>;
    /** Every figure of these names. */
    invalidateAll: (at: At, names: readonly string[]) => Promise<void>;
  };
  /** The ERP merged the customer into another, or changed its card. */
  follow: (at: At, customer: string, now: ErpCustomer) => Promise<void>;
  /** These records were written: what is remembered of them is old. */
  wrote: (account: AccountId, outcomes: readonly Outcome[]) => void;
  onError: (error: unknown) => void;
  /** Feeds of which nothing was heard for too long. */
  onSilent: (accounts: readonly string[]) => void;
  now: () => Date;
  /** Milliseconds of a clock that never jumps. */
  steady?: () => number;
  pause?: (ms: number) => Promise<void>;
  /** How often a quiet ERP is asked what has changed. */
  everyMs?: number;
  /** Tests kill a process here. */
  hooks: { crash: (point: string) => Promise<void> | void };
};
export type FeedContext = FeedOptions & {
  lanes: Lanes;
  signal: AbortSignal;
  steadily: () => number;
  rest: (ms: number) => Promise<void>;
  /** Keeps what the timelines of an account's records are told, in the transaction that keeps what was written. */
  note: (account: AccountId) => Promise<(trx: Trx, told: readonly Told[]) => Promise<void>>;
};
