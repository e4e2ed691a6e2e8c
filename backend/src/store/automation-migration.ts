import { announcementOf } from './change-migration.ts';

/**
 * A conversion that no person pressed the button for: asked for by the CRM's automation, by an accepted quote, or by a bulk run of the desk. The row is
 * its own job. `callback`: what the CRM's automation waits for an answer with; `telling` until it has it.
 */
export const automationStatements = [
  `create table conversions (account text not null, id uuid not null, cause text not null, key text, record_type text not null, record_id text not null, deal text, run uuid, state text not null,
     name text, company text, revision text, submission text, findings jsonb, callback text, telling boolean not null default false, requested_by text not null, requested_at timestamptz not null, settled_at timestamptz,
     tries int not null default 0, due_at timestamptz not null default now(), claim uuid, lease_until timestamptz, primary key (account, id))`,
  // A callback that comes again is the same request.
  'create unique index conversions_key on conversions (account, key) where key is not null',
  // Many events about one quote are one request, until it is begun; so are requests of a flow that names no run.
  `create unique index conversions_heard on conversions (account, record_type, record_id) where state = 'queued' and key is null`,
  `create index conversions_due on conversions (due_at) where state in ('queued', 'running') or telling`,
  'create index conversions_deal on conversions (account, deal)',
  'create index conversions_state on conversions (account, state, settled_at desc)',
  announcementOf('conversions'),
];

/** A bulk run over won deals without an order; each of its deals is a row of `conversions`. */
export const bulkStatements = [
  `create table conversion_runs (account text not null, id uuid not null, state text not null, from_day text not null, to_day text not null, time_zone text not null, requested_by text not null,
     created_at timestamptz not null, finished_at timestamptz, cursor text, problem jsonb, tries int not null default 0, due_at timestamptz not null default now(), claim uuid, lease_until timestamptz, primary key (account, id))`,
  // An account has one run at a time.
  `create unique index conversion_runs_active on conversion_runs (account) where state not in ('finished', 'failed')`,
  `create index conversion_runs_due on conversion_runs (due_at) where state = 'listing'`,
  'alter table conversions add column total jsonb',
  'drop index conversions_due',
  `create index conversions_due on conversions (due_at) where state in ('queued', 'running', 'listed') or telling`,
  'create index conversions_run on conversions (account, run, state) where run is not null',
];
