import type { ColumnType, Generated } from 'kysely';

/** JSON columns are written as text and parsed with zod by the file of the entity. */
export type Json = ColumnType<unknown, string, string>;
export type Instant = ColumnType<Date, Date | string, Date | string>;

type LinkRow = {
  account: string;
  connection: string;
  record_type: string;
  record_id: string;
  customer: Json;
  linked_at: Instant;
  linked_by: string;
};
export type Tables = {
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
  approvals: {
    account: string;
    id: string;
    connection: string;
    record_id: string;
    revision: string;
    /** Hash of the findings that are to be approved. */
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
  connection_uses: { account: string; connection: string; ok_at: Instant };
  crm_tokens: { account: string; sealed: string };
  /** The process that refreshes an account's tokens. */
  crm_token_leases: { account: string; claim: string; until: Instant };
  salesforce_orgs: { account: string; keys: Json; sandbox: boolean; instance: string };
  used_tokens: { account: string; jti: string; until: Instant };
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
  cache_entries: { account: string; key: string; value: Json; as_of: Instant; due: boolean };
  cache_claims: { account: string; key: string; claim: string; until: Instant };
  submissions: {
    id: string;
    account: string;
    /** The connection of the submission. It stays the same when routing rules change. */
    connection: string;
    kind: string;
    record_type: string;
    record_id: string;
    revision: string;
    reference: string;
    payload: Json;
    state: string;
    step: string;
    erp_id: string | null;
    erp_number: string | null;
    problem: Json | null;
    next_try_at: Instant | null;
    attempts: number;
    created_by: string;
    created_at: Instant;
    updated_at: Instant;
    written_back: boolean;
    /** The worker's claim and the end of its lease. */
    claim: string | null;
    lease_until: Instant | null;
    /** The ERP has, or may have, received the write. */
    sent_once: boolean;
    /** Latest possible time of a request to the ERP, by the database's clock. */
    sent_at: Instant | null;
    /** Number of sends without a clear answer. */
    sends: number;
    /** Number of claims since the last completed step. */
    taken: number;
    /** Differences between the ERP's answer and the order sent. */
    differences: Json | null;
    customer_key: string | null;
    /** A person confirmed a second order of this deal. */
    again: boolean;
    /** Hash of the sold goods and the ERP company, equal in all accounts of that company. Null unless it is an order. */
    sale: string | null;
    /** References of other accounts' orders that a person marked as separate sales. */
    different_from: Json;
    erp_status: string | null;
    erp_total: Json | null;
    /** Promised date of the ERP order. Null where it has none. */
    erp_promised: string | null;
    /** Names at the time of submission. */
    record_name: string | null;
    customer_name: string | null;
    /** The CRM contact in the payload, for privacy deletions. */
    contact_id: ColumnType<string | null, string | null | undefined, string | null>;
  };
  /** Records with a pending write-back to the CRM. The row is deleted after the write-back. */
  write_backs: {
    account: string;
    record_type: string;
    record_id: string;
    due_at: Instant;
    /** When `due_at` was set. In the future only if the clock was set back. */
    noted_at: Instant;
    version: number;
    tries: number;
    claim: string | null;
    lease_until: Instant | null;
  };
  /** Current rate of a connection, one row for the ERP and one for the CRM. */
  lanes: {
    account: string;
    lane: string;
    ceiling: number;
    allowed: number;
    /** Failures in a row. */
    tries: number;
    held_until: Instant | null;
    /** When `held_until` was set. */
    held_at: Instant | null;
    in_turn: boolean;
  };
  submission_events: {
    seq: Generated<number>;
    account: string;
    submission: string;
    at: Instant;
    state: string;
    step: string;
    actor: string;
    problem: Json | null;
    words: string | null;
  };
  idempotency_keys: {
    account: string;
    key: string;
    body_hash: string;
    submission: string;
    answer: string | null;
    at: Instant;
  };
  reconciliations: {
    account: string;
    id: string;
    state: string;
    /** Date of a nightly run in the company's calendar. */
    night: string | null;
    requested_by: string | null;
    from_day: string;
    to_day: string;
    time_zone: string;
    created_at: Instant;
    finished_at: Instant | null;
    phase: string;
    /** Position in the current phase. */
    cursor: string | null;
    compared: number;
    /** Number of claims. */
    tries: number;
    due_at: ColumnType<Date, Date | string | undefined, Date | string>;
    noted_at: ColumnType<Date, Date | string | undefined, Date | string>;
    claim: string | null;
    lease_until: Instant | null;
  };
  reconciliation_items: {
    account: string;
    run: string;
    record_id: string;
    name: string | null;
    company: string | null;
    erp_id: string;
    erp_number: string | null;
    own: boolean;
  };
  reconciliation_findings: { account: string; run: string; seq: Generated<number>; kind: string; finding: Json };
  /** Cursor of a connection in the ERP's changes. */
  feeds: {
    account: string;
    connection: string;
    /** Null: not started, or lost. */
    cursor: string | null;
    read_at: Instant | null;
    begun_at: ColumnType<Date, Date | string | undefined, Date | string>;
    time_zone: string | null;
    /** Date in the company's calendar of the last full refresh. */
    filled_on: string | null;
    due_at: ColumnType<Date, Date | string | undefined, Date | string>;
    noted_at: ColumnType<Date, Date | string | undefined, Date | string>;
    taken: Generated<number>;
    /** Failures in a row. */
    tries: Generated<number>;
    problem: Json | null;
    problem_at: Instant | null;
    claim: string | null;
    lease_until: Instant | null;
  };
  feed_records: {
    account: string;
    /** The connection whose figures are on the record. */
    connection: string;
    record_type: string;
    record_id: string;
    /** Null: up to date. */
    due_at: Instant | null;
    version: Generated<number>;
    written: Json;
    /** The order is paid or cancelled: changes of its customer are ignored. */
    settled: Generated<boolean>;
    tries: Generated<number>;
    problem: Json | null;
  };
  reconciliation_nights: { account: string; time_zone: string; next_at: Instant };
  /** What an admin wants to be told. The secret of the webhook is sealed. */
  alerting: {
    account: string;
    settings: ColumnType<unknown, string | undefined, string>;
    secret: string | null;
    revision: Generated<number>;
    due_at: ColumnType<Date, Date | string | undefined, Date | string>;
    checked_at: Instant | null;
  };
  alerts: {
    account: string;
    id: string;
    key: string;
    rule: string;
    connection: string;
    subject: string;
    value: string;
    level: string;
    raised_at: Instant;
    /** When the fault was last found. */
    seen_at: Instant;
    solved_at: Instant | null;
    told_at: Instant | null;
  };
  /** A message to one target. A row that is not sent is its own job. */
  alert_messages: {
    account: string;
    id: string;
    channel: string;
    target: string;
    locale: string;
    kind: string;
    items: Json;
    made_at: Instant;
    due_at: Instant;
    tries: Generated<number>;
    claim: string | null;
    lease_until: Instant | null;
    sent_at: Instant | null;
    given_up_at: Instant | null;
    problem: string | null;
  };
  /** Calls to ERP and CRM, masked. */
  call_log: {
    account: string;
    seq: Generated<string>;
    at: Instant;
    system: string;
    connection: string;
    operation: string;
    method: string;
    path: string;
    status: number | null;
    ms: number;
    outcome: string;
    reference: string | null;
  };
  /** Calls and cache use of a flow in a minute, an hour or a day. It also has latency buckets, which only SQL names. */
  flow_stats: {
    account: string;
    connection: string;
    subject: string;
    span: string;
    at: Instant;
    calls: number;
    failed: number;
    silent: number;
    hits: number;
    misses: number;
    quota: number | null;
    ok_at: Instant | null;
    failed_at: Instant | null;
  };
  /** Scans for duplicates in CRM and ERP. */
  scans: {
    account: string;
    id: string;
    connection: string;
    state: string;
    requested_by: string;
    created_at: Instant;
    finished_at: Instant | null;
    phase: string;
    /** Position in the current phase. */
    cursor: string | null;
    crm_read: number;
    erp_read: number;
    /** Rows worked through in the current phase. */
    done: number;
    figures: ColumnType<unknown, string | undefined, string>;
    /** What came of the last linking of many. */
    report: ColumnType<unknown, string | null | undefined, string | null>;
    problem: ColumnType<unknown, string | null | undefined, string | null>;
    /** Failures since the last step that was kept. */
    tries: number;
    due_at: ColumnType<Date, Date | string | undefined, Date | string>;
    claim: string | null;
    lease_until: Instant | null;
  };
  scan_records: {
    account: string;
    scan: string;
    side: string;
    id: string;
    name: string;
    facts: Json;
    /** `alone`: on one side only. `linked`: linked before the scan. Null: neither, or not known yet. */
    standing: string | null;
  };
  scan_keys: { account: string; scan: string; kind: string; key: string; side: string; id: string };
  scan_pairs: {
    account: string;
    scan: string;
    left_side: string;
    left_id: string;
    right_side: string;
    right_id: string;
    standing: string;
    /** May be linked without a look, where no other record has the key. */
    certain: boolean;
    score: number;
    /** Reasons for and against, separated by blanks. */
    why: string;
    against: string;
  };
  scan_decisions: {
    account: string;
    connection: string;
    left_side: string;
    left_id: string;
    right_side: string;
    right_id: string;
    decision: string;
    /** Of a link: `wanted`, `done`, or why it was refused. Null otherwise. */
    outcome: string | null;
    /** What a refused link is linked to already. */
    other: string | null;
    decided_by: string;
    decided_at: Instant;
  };
};
