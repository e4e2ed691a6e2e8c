import type { ColumnType, Generated } from 'kysely';
import type { Instant, Json } from './columns.ts';

/** What is remembered of an ERP, and work that is its own row. */
export type WorkTables = {
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
    /** What holds the order in the ERP. Null: nothing that is known. */
    erp_holds: Json | null;
    /** Names at the time of submission. */
    record_name: string | null;
    customer_name: string | null;
    /** The CRM contact in the payload, for privacy deletions. */
    contact_id: ColumnType<string | null, string | null | undefined, string | null>;
    /** The quote's revision that the order was last changed to. Null: never. */
    now_revision: string | null;
    /** How often it was changed. */
    changes: number;
  };
  /** Changes and cancellations of orders that the ERP has. */
  order_acts: {
    account: string;
    id: string;
    /** The submission that made the order. */
    submission: string;
    connection: string;
    kind: string;
    revision: string | null;
    erp_id: string;
    erp_number: string;
    /** Of the ERP's order, as the person saw it. */
    version: string;
    payload: Json;
    state: string;
    step: string;
    problem: Json | null;
    differences: Json | null;
    attempts: number;
    taken: number;
    sends: number;
    sent_at: Instant | null;
    /** The ERP may have done it. */
    in_doubt: boolean;
    customer_key: string | null;
    contact_id: string | null;
    next_try_at: Instant | null;
    created_by: string;
    created_at: Instant;
    updated_at: Instant;
    claim: string | null;
    lease_until: Instant | null;
    idempotency_key: string;
    body_hash: string;
  };
  order_act_events: {
    seq: Generated<number>;
    account: string;
    act: string;
    at: Instant;
    state: string;
    step: string;
    actor: string;
    problem: Json | null;
    words: string | null;
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
  /** A conversion that the CRM's automation, an accepted quote or a bulk run asked for. */
  conversions: {
    account: string;
    id: string;
    cause: string;
    /** The CRM's own id of the request. Null: it has none. */
    key: string | null;
    /** What was told of: the deal, or its quote. */
    record_type: string;
    record_id: string;
    /** Known once the record was read. */
    deal: string | null;
    run: string | null;
    state: string;
    name: string | null;
    company: string | null;
    revision: string | null;
    submission: string | null;
    findings: ColumnType<unknown, string | null | undefined, string | null>;
    /** As the ERP computes it. */
    total: ColumnType<unknown, string | null | undefined, string | null>;
    /** What the CRM's automation waits for an answer with. */
    callback: string | null;
    telling: Generated<boolean>;
    requested_by: string;
    requested_at: Instant;
    settled_at: Instant | null;
    tries: Generated<number>;
    due_at: ColumnType<Date, Date | string | undefined, Date | string>;
    claim: string | null;
    lease_until: Instant | null;
  };
  /** Events that the timeline of a CRM record is told. */
  timeline_entries: {
    account: string;
    id: string;
    key: string;
    kind: string;
    record_type: string;
    record_id: string;
    values: Json;
    happened_at: Instant;
    state: string;
    /** The CRM's id of the entry. */
    task: ColumnType<string | null, string | null | undefined, string | null>;
    problem: ColumnType<unknown, string | null | undefined, string | null>;
    tries: Generated<number>;
    due_at: ColumnType<Date, Date | string | undefined, Date | string>;
    claim: string | null;
    lease_until: Instant | null;
  };
  conversion_runs: {
    account: string;
    id: string;
    state: string;
    from_day: string;
    to_day: string;
    time_zone: string;
    requested_by: string;
    created_at: Instant;
    finished_at: Instant | null;
    /** Position in the CRM's list. */
    cursor: string | null;
    problem: ColumnType<unknown, string | null | undefined, string | null>;
    tries: Generated<number>;
    due_at: ColumnType<Date, Date | string | undefined, Date | string>;
    claim: string | null;
    lease_until: Instant | null;
  };
  reconciliation_nights: { account: string; time_zone: string; next_at: Instant };
};
