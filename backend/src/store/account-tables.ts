import type { ColumnType, Generated } from 'kysely';
import type { Instant, Json } from './columns.ts';

type LinkRow = {
  account: string;
  connection: string;
  record_type: string;
  record_id: string;
  customer: Json;
  linked_at: Instant;
  linked_by: string;
};
/** An account: who uses it, its connections, and which record is which. */
export type AccountTables = {
  accounts: {
    id: string;
    crm: string;
    state: string;
    settings: Json;
    created_at: Generated<Date>;
    /** Earlier links and sessions are invalid. */
    since: ColumnType<Date, Date | string | undefined, Date | string>;
    state_at: ColumnType<Date, Date | string | undefined, Date | string>;
    grant_checked_at: ColumnType<Date | null, Date | undefined, Date>;
    /** Null: nobody went through the wizard, and the account is live. */
    setup: ColumnType<unknown, string | null | undefined, string | null>;
  };
  setups: { account: string; sealed: string; revision: number; by_whom: string; at: Instant };
  desk_sessions: {
    account: string;
    id: string;
    user_id: string;
    actor: string;
    created_at: Instant;
    seen_at: Instant;
    until: Instant;
  };
  people: { account: string; user_id: string; email: string; admin: boolean; by_whom: string | null; at: Instant };
  /** Keys of programs that use the account's API. `hash`: SHA-256 of the secret part. */
  api_keys: {
    account: string;
    id: string;
    name: string;
    hash: string;
    scopes: Json;
    made_by: string;
    made_at: Instant;
    until: Instant;
    used_at: Instant | null;
  };
  audit_log: {
    account: string;
    seq: Generated<number>;
    at: Instant;
    actor: string;
    event: string;
    target: string | null;
    /** What was changed, before and after. */
    change: ColumnType<unknown, string | null | undefined, string | null>;
  };
  pending_installs: { id: string; sealed: string; until: Instant };
  /** Use of a CRM's quota per second. */
  quotas: { account: string; name: string; uses: Json };
  request_counts: { account: string; who: string; span: number; used: number };
  /** From earlier releases, like `links`. A trigger writes it for processes of such a release. */
  connections: {
    account: string;
    id: string;
    erp: string;
    name: string;
    url: string;
    credentials: string;
    settings: Json;
    unfit: string | null;
  };
  erp_connections: {
    account: string;
    /** `main`: the account's first connection. */
    id: string;
    erp: string;
    name: string;
    url: string;
    credentials: string;
    settings: Json;
    mode: ColumnType<string, never, never>;
    state: string;
    /** Why this ERP must not be written to until an admin reconnects it. Null where writing is allowed. */
    unfit: string | null;
    /** The routing rule. Null for the default connection and for an unused one. */
    rule: ColumnType<unknown, string | null | undefined, string | null>;
    is_default: boolean;
    /** Changes with each change of the connection. An adapter belongs to one version. */
    version: Generated<string>;
    created_at: Generated<Date>;
    /** What an admin calls it. */
    label: ColumnType<string | null, string | null | undefined, string | null>;
    options: ColumnType<unknown, string | undefined, string>;
    /** Last day of the credentials. */
    credentials_end: ColumnType<string | null, string | null | undefined, string | null>;
    changed_by: ColumnType<string | null, string | null | undefined, string | null>;
    changed_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  connection_uses: { account: string; connection: string; ok_at: Instant };
  crm_tokens: { account: string; sealed: string };
  /** The process that refreshes an account's tokens. */
  crm_token_leases: { account: string; claim: string; until: Instant };
  /** Tokens of ERPs that are used once. `of`: a hash of what was entered, from which they follow. */
  erp_tokens: { account: string; of: string; connection: string; sealed: string; at: Instant };
  erp_token_leases: { account: string; of: string; claim: string; until: Instant };
  /** Users who installed the app. `sealed`: a grant that is not in use; that in use is in `crm_tokens`. */
  pipedrive_grants: {
    account: string;
    user_id: string;
    email: string | null;
    name: string | null;
    language: string | null;
    admin: boolean;
    sealed: string | null;
  };
  salesforce_orgs: { account: string; keys: Json; sandbox: boolean; instance: string };
  used_tokens: { account: string; jti: string; until: Instant };
  approvals: {
    account: string;
    id: string;
    connection: string;
    record_id: string;
    revision: string;
    /** Hash of the findings that need the approval. */
    asked: string;
    checks: Json;
    record_name: string | null;
    customer_name: string | null;
    total: Json | null;
    role: string;
    requested_by: string;
    requested_at: Instant;
    state: Generated<string>;
    decided_by: string | null;
    decided_at: Instant | null;
    reason: string | null;
  };
  quote_choices: {
    account: string;
    record_id: string;
    quote: string;
    among: Json;
    chosen_by: string;
    chosen_at: Instant;
  };
  order_entries: {
    account: string;
    record_id: string;
    revision: string;
    entries: Json;
    entered_by: string;
    entered_at: Instant;
  };
  links: Omit<LinkRow, 'connection'>;
  connection_links: LinkRow;
  record_merges: {
    account: string;
    record_type: string;
    old_id: string;
    /** The surviving record after all further merges. */
    new_id: string;
    merged_at: Instant;
    /** The merged company's customer, where the survivor had a different one. A person decides. */
    other_customer: Json | null;
    /** Revision of the survivor's quote when it was first seen after the merge. */
    quote_left: string | null;
  };
  /** Order numbers on deals that this account did not write, with the deal of each. */
  carried_orders: { account: string; erp_number: string; record_id: string };
};
