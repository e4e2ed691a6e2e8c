import { sql } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';
import { accessStatements } from './access-migration.ts';
import { alertStatements } from './alert-migration.ts';
import { alertTaskStatements } from './alert-task-migration.ts';
import { apiKeyStatements } from './api-key-migration.ts';
import { automationStatements, bulkStatements } from './automation-migration.ts';
import { changeStatements } from './change-migration.ts';
import { connectionStatements } from './connection-migration.ts';
import { customerSyncStatements } from './customer-sync-migration.ts';
import { erpTokenStatements } from './erp-token-migration.ts';
import { feedStatements } from './feed-migration.ts';
import { holdStatements } from './holds.ts';
import { loadStatements } from './load-migration.ts';
import { monitoringStatements } from './monitoring-migration.ts';
import { approvalStatements, optionStatements } from './options-migration.ts';
import { orderActStatements } from './order-act-migration.ts';
import { pipedriveStatements } from './pipedrive-migration.ts';
import { scanStatements } from './scan-migration.ts';
import { searchStatements } from './search-migration.ts';
import { claimedStatements, timelineStatements } from './timeline-migration.ts';

/** Plain SQL that PGlite and Postgres both take. Every table begins its key with the account. */
const first = [
  `create table accounts (id text primary key, crm text not null, state text not null default 'connected', settings jsonb not null default '{}', created_at timestamptz not null default now())`,
  `create table connections (account text primary key, id text not null, erp text not null, name text not null, url text not null, credentials text not null, settings jsonb not null default '{}')`,
  'create table crm_tokens (account text primary key, sealed text not null)',
  'create table links (account text not null, record_type text not null, record_id text not null, customer jsonb not null, linked_at timestamptz not null, linked_by text not null, primary key (account, record_type, record_id))',
  'create table cache_entries (account text not null, key text not null, value jsonb not null, as_of timestamptz not null, due boolean not null default false, primary key (account, key))',
  'create table webhook_events (account text not null, dedupe_key text not null, at timestamptz not null default now(), primary key (account, dedupe_key))',
  `create table submissions (
     id uuid not null, account text not null, kind text not null, record_type text not null, record_id text not null, revision text not null, reference text not null,
     payload jsonb not null, state text not null, step text not null, erp_id text, erp_number text, problem jsonb, next_try_at timestamptz, attempts int not null default 0,
     created_by text not null, created_at timestamptz not null, updated_at timestamptz not null, written_back boolean not null default false,
     lease_until timestamptz, sent_once boolean not null default false,
     primary key (account, id), unique (account, kind, record_type, record_id, revision), unique (account, reference))`,
  'create index submissions_record on submissions (account, record_type, record_id, created_at desc)',
  // Finished submissions are business records and stay for ever; what still has work to do is found without reading them.
  `create index submissions_open on submissions (next_try_at) where state in ('queued', 'sending', 'checking', 'waiting') or (state = 'confirmed' and not written_back)`,
  `create table submission_events (seq bigserial primary key, account text not null, submission uuid not null, at timestamptz not null, state text not null, step text not null,
     actor text not null, problem jsonb, words text, foreign key (account, submission) references submissions (account, id))`,
  'create index submission_events_of on submission_events (account, submission, seq)',
  'create table idempotency_keys (account text not null, key text not null, body_hash text not null, submission uuid not null, at timestamptz not null, primary key (account, key))',
];

const salesforce = [
  'create table salesforce_orgs (account text primary key, keys jsonb not null, sandbox boolean not null, instance text not null)',
  'create table used_tokens (account text not null, jti text not null, until timestamptz not null, primary key (account, jti))',
];

/** Which process reads a figure right now, so that the others wait for its row. Worth nothing after a crash: not logged. */
const cacheClaims = [
  'create unlogged table cache_claims (account text not null, key text not null, claim uuid not null, until timestamptz not null, primary key (account, key))',
];

/**
 * A submission is its own job: `next_try_at` is set while there is work to do and null while it rests, so what is due is found without
 * reading the finished ones, which are business records and stay for ever.
 */
const engine = [
  'alter table submissions add column claim uuid, add column absent_since timestamptz, add column customer_key text, add column again boolean not null default false, add column erp_status text, add column erp_total jsonb',
  `update submissions set lease_until = null, customer_key = coalesce(payload->'order'->>'customerId', payload->'claim'->>'customerId'),
     next_try_at = case when state in ('queued', 'sending', 'checking', 'waiting') then coalesce(next_try_at, now()) end`,
  'drop index submissions_open',
  'create index submissions_due on submissions (account, next_try_at) where next_try_at is not null',
  'create index submissions_claimed on submissions (account) where claim is not null',
  'create index submissions_in_turn on submissions (account, customer_key, created_at) where next_try_at is not null and customer_key is not null',
  'create index submissions_newest on submissions (account, created_at desc, id desc)',
  'create index submissions_by_state on submissions (account, state, created_at desc, id desc)',
  'create index submissions_number on submissions (account, erp_number) where erp_number is not null',
  // One order a deal, whatever its revisions, unless a person asked for one more: not even two instances in the same instant get past it.
  `update submissions set again = true where kind = 'order' and exists (select 1 from submissions first where first.kind = 'order' and first.account = submissions.account
     and first.record_type = submissions.record_type and first.record_id = submissions.record_id and first.state <> 'cancelled' and (first.created_at, first.id) < (submissions.created_at, submissions.id))`,
  `create unique index submissions_one_order on submissions (account, record_type, record_id) where kind = 'order' and state <> 'cancelled' and not again`,
  `create table write_backs (account text not null, record_type text not null, record_id text not null, due_at timestamptz not null, version int not null default 1, tries int not null default 0,
     claim uuid, lease_until timestamptz, primary key (account, record_type, record_id))`,
  'create index write_backs_due on write_backs (account, due_at)',
  `insert into write_backs (account, record_type, record_id, due_at) select distinct account, record_type, record_id, now() from submissions where state = 'confirmed' and not written_back`,
  `create table lanes (account text not null, lane text not null, ceiling int not null, allowed real not null, tries int not null default 0, held_until timestamptz,
     in_turn boolean not null default false, primary key (account, lane))`,
  'alter table idempotency_keys add column answer text',
];

/** Names as they were when it was accepted: a page of the order desk asks neither CRM nor ERP. Rows from before have none. */
const desk = ['alter table submissions add column record_name text, add column customer_name text'];

/** What was compared with the ERP, and what was found. Items are of the run under way: they tell which deals it has been through. */
const reconciliation = [
  `create table reconciliations (account text not null, id uuid not null, state text not null, night text, requested_by text, from_day text not null, to_day text not null, time_zone text not null,
     created_at timestamptz not null, finished_at timestamptz, phase text not null, cursor text, compared int not null default 0, tries int not null default 0, claim uuid, lease_until timestamptz,
     primary key (account, id))`,
  // One at a time for each account, and one nightly run for each night, whichever process comes first.
  `create unique index reconciliations_active on reconciliations (account) where state in ('queued', 'running')`,
  'create unique index reconciliations_night on reconciliations (account, night) where night is not null',
  'create index reconciliations_newest on reconciliations (account, created_at desc)',
  `create table reconciliation_items (account text not null, run uuid not null, record_id text not null, name text, company text, erp_id text not null default '', erp_number text, own boolean not null default false,
     primary key (account, run, record_id, erp_id))`,
  `create table reconciliation_findings (account text not null, run uuid not null, seq bigserial, kind text not null, finding jsonb not null, primary key (account, run, seq))`,
  'create table reconciliation_nights (account text primary key, time_zone text not null, next_at timestamptz not null)',
];

/** What an order sells at which ERP, so that another CRM of the same company, with the same deal, does not order it a second time unasked. */
const twins = [
  `alter table submissions add column sale text, add column different_from jsonb not null default '[]'`,
  'create index submissions_sale on submissions (sale, created_at desc) where sale is not null',
];

/** A second delivery of an event does no harm, so nobody needs to remember the first. */
const events = ['drop table webhook_events'];

/** How long after a request an ERP may still commit it is counted from `sent_at`; a hold is told from a clock that jumped by when it was noted. */
const outcomes = [
  `alter table submissions drop column absent_since, add column sent_at timestamptz, add column sends int not null default 0, add column taken int not null default 0, add column differences jsonb`,
  'update submissions set sent_at = now(), sends = 1 where sent_once and next_try_at is not null',
  'alter table write_backs add column noted_at timestamptz not null default now()',
  'alter table lanes add column held_at timestamptz',
  'update lanes set held_at = now() where held_until is not null',
  'alter table connections add column unfit text',
  'create table crm_token_leases (account text primary key, claim uuid not null, until timestamptz not null)',
];

/** Which CRM record an id stands for since it was merged away, what a person has not decided about it, and whose a number on a deal is. */
const merges = [
  `create table record_merges (account text not null, record_type text not null, old_id text not null, new_id text not null, merged_at timestamptz not null, other_customer jsonb, quote_left text,
     primary key (account, record_type, old_id))`,
  `create index links_customer on links (account, (customer ->> 'id'))`,
  'create index record_merges_into on record_merges (account, record_type, new_id)',
  'create table carried_orders (account text not null, erp_number text not null, record_id text not null, primary key (account, erp_number))',
];

/** Which of several accepted quotes a person chose for a deal, and which there were to choose from. */
const quoteChoices = [
  `create table quote_choices (account text not null, record_id text not null, quote text not null, among jsonb not null, chosen_by text not null, chosen_at timestamptz not null, primary key (account, record_id))`,
];

/** A run is due like any other job. The default is for processes of the release before, which do not set it. */
const jobs = [
  'alter table reconciliations add column due_at timestamptz not null default now(), add column noted_at timestamptz not null default now()',
  `create index reconciliations_due on reconciliations (due_at) where state in ('queued', 'running')`,
];

/** What a rep entered for the order of a deal, by the revision of its quote; and the day that the ERP's own order names. */
const orderEntries = [
  `create table order_entries (account text not null, record_id text not null, revision text not null, entries jsonb not null, entered_by text not null, entered_at timestamptz not null, primary key (account, record_id))`,
  'alter table submissions add column erp_promised text',
];

/** What an admin entered in the wizard and has not connected yet, and how far an account's set-up is; null: live, as every account of before is. */
const setup = [
  'create table setups (account text primary key, sealed text not null, revision int not null, by_whom text not null, at timestamptz not null)',
  'alter table accounts add column setup jsonb',
];

const running = (statements: readonly string[]): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
const migrations: Record<string, Migration> = {
  '001_first': running(first),
  '002_salesforce': running(salesforce),
  '003_cache_claims': running(cacheClaims),
  '004_engine': running(engine),
  '005_desk': running(desk),
  '006_reconciliation': running(reconciliation),
  '007_twins': running(twins),
  '008_events': running(events),
  '009_outcomes': running(outcomes),
  '010_access': running(accessStatements),
  '011_merges': running(merges),
  '012_quote_choices': running(quoteChoices),
  '013_jobs': running(jobs),
  '014_connections': running(connectionStatements),
  '015_order_entries': running(orderEntries),
  '016_feeds': running(feedStatements),
  '017_setup': running(setup),
  '018_search': running(searchStatements),
  '022_connection_options': running(optionStatements),
  '026_changes': running(changeStatements),
  '027_monitoring': running(monitoringStatements),
  '028_scans': running(scanStatements),
  '029_approvals': running(approvalStatements),
  '030_alerts': running(alertStatements),
  '031_load_tests': running(loadStatements),
  '032_order_acts': running(orderActStatements),
  '034_automation': running(automationStatements),
  '035_alert_tasks': running(alertTaskStatements),
  '036_bulk': running(bulkStatements),
  '037_customer_sync': running(customerSyncStatements),
  '038_timeline': running(timelineStatements),
  '039_claimed': running(claimedStatements),
  '041_pipedrive': running(pipedriveStatements),
  '042_api_keys': running(apiKeyStatements),
  '043_erp_holds': running(holdStatements),
  '044_erp_tokens': running(erpTokenStatements),
};
export const migrationProvider: MigrationProvider = { getMigrations: async () => migrations };
