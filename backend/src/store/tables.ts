import type { ColumnType, Generated } from 'kysely';

/** JSON columns: what is read is parsed with zod by the entity's own file, what is written is text. */
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
    /** Links and sessions from before are dead. */
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
  };
  pending_installs: { id: string; sealed: string; until: Instant };
  /** How much of a CRM's quota was spent in each of the last seconds. */
  quotas: { account: string; name: string; uses: Json };
  request_counts: { account: string; who: string; span: number; used: number };
  /** Of earlier releases, as `links` is: written by a trigger for processes that are still of such a release. */
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
    /** `main`: the account's first one. */
    id: string;
    erp: string;
    name: string;
    url: string;
    credentials: string;
    settings: Json;
    mode: ColumnType<string, never, never>;
    state: string;
    /** Why nothing may be written to this ERP until an admin connects it anew; null where all is well. */
    unfit: string | null;
    /** Which records go to it; null on the default, and on one that no record goes to. */
    rule: ColumnType<unknown, string | null | undefined, string | null>;
    is_default: boolean;
    /** Another one with each change: an adapter is of one version. */
    version: Generated<string>;
    created_at: Generated<Date>;
  };
  crm_tokens: { account: string; sealed: string };
  /** Which process renews an account's tokens just now. */
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
    /** The record that is there now, after whatever further merges. */
    new_id: string;
    merged_at: Instant;
    /** The customer that the merged company was linked to, where the survivor had another: a person decides. */
    other_customer: Json | null;
    /** Revision of the survivor's quote when it was first seen after the merge. */
    quote_left: string | null;
  };
  /** Order numbers on deals that no write of the account made, and the deal that each belongs to. */
  carried_orders: { account: string; erp_number: string; record_id: string };
  cache_entries: { account: string; key: string; value: Json; as_of: Instant; due: boolean };
  cache_claims: { account: string; key: string; claim: string; until: Instant };
  submissions: {
    id: string;
    account: string;
    /** The connection that it was submitted to: it stays there, whatever the routing rules say later. */
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
    /** Who works on it, and until when without a sign of life. */
    claim: string | null;
    lease_until: Instant | null;
    /** The ERP has something of ours, or may have. */
    sent_once: boolean;
    /** The last moment at which a request of ours may have left for the ERP, by the database's clock. */
    sent_at: Instant | null;
    /** How often it was sent without a clear answer. */
    sends: number;
    /** How often it was claimed since a worker last brought it to rest. */
    taken: number;
    /** Where the ERP's answer differs from what was sent. */
    differences: Json | null;
    customer_key: string | null;
    /** A person confirmed that this deal is to be ordered once more. */
    again: boolean;
    /** What is sold at which ERP company: the same in every account of it. Null for what is no order. */
    sale: string | null;
    /** References of other accounts' orders that a person said are other sales. */
    different_from: Json;
    erp_status: string | null;
    erp_total: Json | null;
    /** The day that the ERP's order names; null where it names none. */
    erp_promised: string | null;
    /** Names for people, as they were when it was accepted. */
    record_name: string | null;
    customer_name: string | null;
    /** The CRM's contact whose data are in it, for a privacy deletion. */
    contact_id: ColumnType<string | null, string | null | undefined, string | null>;
  };
  /** Records whose page in the CRM does not tell the newest yet. A row goes when it is told. */
  write_backs: {
    account: string;
    record_type: string;
    record_id: string;
    due_at: Instant;
    /** When `due_at` was set: after the present only if the clock was set back since. */
    noted_at: Instant;
    version: number;
    tries: number;
    claim: string | null;
    lease_until: Instant | null;
  };
  /** How fast a connection may go just now; one row for the ERP, one for the CRM. */
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
    /** The night, as a day of the company's calendar, of a nightly run. */
    night: string | null;
    requested_by: string | null;
    from_day: string;
    to_day: string;
    time_zone: string;
    created_at: Instant;
    finished_at: Instant | null;
    phase: string;
    /** Where its phase goes on. */
    cursor: string | null;
    compared: number;
    /** How often a worker took it up. */
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
  /** Which of the ERP's changes a connection has followed. */
  feeds: {
    account: string;
    connection: string;
    /** Null: not begun, or lost. */
    cursor: string | null;
    read_at: Instant | null;
    begun_at: ColumnType<Date, Date | string | undefined, Date | string>;
    time_zone: string | null;
    /** The company's day on which every record was last made due. */
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
    /** The connection whose figures stand on the record. */
    connection: string;
    record_type: string;
    record_id: string;
    /** Null: up to date. */
    due_at: Instant | null;
    version: Generated<number>;
    written: Json;
    /** An order that is paid or cancelled: changes of its customer do not touch it. */
    settled: Generated<boolean>;
    tries: Generated<number>;
    problem: Json | null;
  };
  reconciliation_nights: { account: string; time_zone: string; next_at: Instant };
};
