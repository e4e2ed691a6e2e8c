import type { ColumnType, Generated } from 'kysely';
import type { Instant, Json } from './columns.ts';

/** What the pages of admins read: alerts, calls, statistics and scans. */
export type ConsoleTables = {
  /** Companies whose mapped fields follow into the ERP. A row with `due_at` is its own job. */
  customer_syncs: {
    account: string;
    connection: string;
    record_id: string;
    base: Json;
    conflicts: Json;
    name: string | null;
    problem: string | null;
    version: Generated<number>;
    due_at: Instant | null;
    tries: Generated<number>;
    claim: string | null;
    lease_until: Instant | null;
    changed_at: Instant;
  };
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
    /** Id of its task in the CRM. */
    task: ColumnType<string | null, string | null | undefined, string | null>;
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
  /** Load tests of a test ERP. A row that is not finished is its own job. */
  load_tests: {
    account: string;
    id: string;
    connection: string;
    /** `queued`, `running`, `cleaning`, `finished`. */
    state: string;
    /** Why nothing more was sent. */
    ended: string | null;
    requested_by: string;
    created_at: Instant;
    started_at: Instant | null;
    sent_at: Instant | null;
    finished_at: Instant | null;
    /** Orders of the busiest day, and what they are multiplied with. */
    peak: number;
    factor: number;
    wanted: number;
    at_once: number | null;
    /** Somebody wants it to end. */
    stop: Generated<boolean>;
    problem: ColumnType<unknown, string | null | undefined, string | null>;
    tries: ColumnType<number, number | undefined, number>;
    due_at: ColumnType<Date, Date | string | undefined, Date | string>;
    claim: string | null;
    lease_until: Instant | null;
  };
  load_orders: {
    account: string;
    test: string;
    nth: number;
    reference: string;
    state: string;
    erp_id: string | null;
    erp_number: string | null;
    words: string | null;
    sent_at: Instant;
  };
  load_calls: { account: string; test: string; operation: string; ms: number; outcome: string };
};
