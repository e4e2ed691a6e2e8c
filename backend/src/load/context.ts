import type { AccountId } from '@backroom/shared';
import type { ErpAdapter } from '../erp/contract/index.ts';
import type { AccountStore } from '../store/accounts.ts';
import type { AuditStore } from '../store/audit.ts';
import type { Clock } from '../store/clock.ts';
import type { Db } from '../store/open.ts';

export type LoadContext = {
  db: Db;
  clock: Clock;
  accounts: Pick<AccountStore, 'connection'>;
  audit: Pick<AuditStore, 'note'>;
  erpFor: (account: AccountId, connection: string) => Promise<ErpAdapter>;
  /** Those of the ERP's customers that a CRM record is linked to. */
  linkedAmong: (account: AccountId, connection: string, customers: readonly string[]) => Promise<ReadonlySet<string>>;
  now: () => Date;
  /** A clock that never jumps, in milliseconds. */
  steady: () => number;
};
