import type { AccountId, RecordRef, Submission } from '@backroom/shared';
import type { CrmAdapter, CrmDeal, CrmField, CrmRecord, FieldOwner, SoldDeal } from '../crm/contract/index.ts';
import type { CrmApi } from '../crm/contract/manifest.ts';
import type { NativeConnector } from '../crm/contract/own-orders.ts';
import type { OwnOrdersTold } from '../deals/own-orders.ts';
import type { ErpAdapter, ErpDescription } from '../erp/contract/index.ts';
import type { ErpManifest } from '../erp/contract/manifest.ts';
import type { ScanViews } from '../scans/views.ts';
import type { Account } from '../store/accounts.ts';
import type { Connection } from '../store/connections.ts';

/** What the checks may ask; each is asked when the preflight runs, and nothing is remembered. */
export type PreflightParts = {
  accountOf: (account: AccountId) => Promise<Account | null>;
  connectionOf: (account: AccountId) => Promise<Connection | null>;
  connectionsOf: (account: AccountId) => Promise<readonly Connection[]>;
  /** The CRM's fields; null where it does not list them, or not just now. */
  fieldsOf: (account: AccountId, type: FieldOwner) => Promise<readonly CrmField[] | null>;
  manifestOf: (erp: string) => ErpManifest;
  erpFor: (account: AccountId, connection: string) => Promise<ErpAdapter>;
  /** The version of the CRM's API that is asked; null where it has none. */
  crmApiOf: (account: AccountId) => ({ name: string } & CrmApi) | null;
  /** The connector that the CRM's vendor has for this ERP; null where they are of two vendors. */
  nativeOf: (account: AccountId, erp: string) => NativeConnector | null;
  /** What makes orders of the account's deals without Backroom. */
  ownOrders: (account: AccountId) => Promise<OwnOrdersTold>;
  crmFor: (account: AccountId) => Promise<CrmAdapter>;
  recordFor: (account: AccountId, ref: RecordRef) => Promise<CrmRecord>;
  submissions: {
    list: (
      account: AccountId,
      input: { order: 'newest'; limit: number; states: readonly ['confirmed'] },
    ) => Promise<readonly Omit<Submission, 'events'>[]>;
    connectionOf: (account: AccountId, record: RecordRef) => Promise<string | null>;
  };
  /** The newest finished scan for duplicates, and what is open in it. */
  scans: Pick<ScanViews, 'shown' | 'counts'>;
  /** How many people and systems are alerted, and how many of them no test message has reached. */
  alertTargets: (account: AccountId) => Promise<{ count: number; untested: number }>;
  /** When the CRM told last of a change, within the last seven days; null: it did not. */
  toldAt: (account: AccountId) => Promise<Date | null>;
  /** The calls of the CRM's day; null where it has told none. */
  crmQuotaOf: (account: AccountId) => { used: number; limit: number } | null;
  /** The `Date` that the ERP's web server puts on an answer, in milliseconds; null where it puts none. */
  clockAt: (url: string) => Promise<number | null>;
  now: () => Date;
};
/** What several checks look at, read once for a run, and only if one of them asks. */
export type World = PreflightParts & {
  account: Account;
  connection: Connection;
  connections: readonly Connection[];
  manifest: ErpManifest;
  erp: ErpAdapter;
  description: ErpDescription | null;
  /** Deals of the last 90 days that the CRM calls sold; null where it has no such list, or did not give it. `more`: there are further ones. */
  sold: () => Promise<{ deals: SoldDeal[]; more: boolean } | null>;
  /** Whole records of the newest of them, and how many could not be read. */
  sample: () => Promise<{ deals: readonly CrmDeal[]; unread: number }>;
};
export const CALL_MS = 10_000;
export const call = () => ({ signal: AbortSignal.timeout(CALL_MS) });
