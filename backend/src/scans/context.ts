import type { AccountId } from '@backroom/shared';
import type { CrmAdapter } from '../crm/contract/index.ts';
import type { ErpAdapter } from '../erp/contract/index.ts';
import type { AccountStore } from '../store/accounts.ts';
import type { AuditStore } from '../store/audit.ts';
import type { Clock } from '../store/clock.ts';
import type { LinkStore } from '../store/links.ts';
import type { Db } from '../store/open.ts';

export type ScanContext = {
  db: Db;
  clock: Clock;
  accounts: Pick<AccountStore, 'get' | 'connections'>;
  /** Links are put through this, so that the CRM's fields follow. */
  links: LinkStore;
  audit: Pick<AuditStore, 'note'>;
  erpFor: (account: AccountId, connection: string) => Promise<ErpAdapter>;
  crmFor: (account: AccountId) => Promise<CrmAdapter>;
  now: () => Date;
};
