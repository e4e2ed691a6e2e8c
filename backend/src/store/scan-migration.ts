/**
 * A duplicate scan reads both sides into `scan_records`, with the keys that find pairs in `scan_keys`. Pairs are of one scan; decisions outlive it, so that
 * the next scan does not ask again.
 */
export const scanStatements = [
  `create table scans (account text not null, id uuid not null, connection text not null, state text not null, requested_by text not null, created_at timestamptz not null, finished_at timestamptz, phase text not null, cursor text,
     crm_read int not null default 0, erp_read int not null default 0, done int not null default 0, figures jsonb not null default '{}', report jsonb, problem jsonb, tries int not null default 0,
     due_at timestamptz not null default now(), claim uuid, lease_until timestamptz, primary key (account, id))`,
  // One at a time for each account, whichever process begins it.
  `create unique index scans_active on scans (account) where state in ('queued', 'running', 'paused')`,
  'create index scans_newest on scans (account, connection, created_at desc)',
  `create index scans_due on scans (due_at) where state in ('queued', 'running')`,
  'create table scan_records (account text not null, scan uuid not null, side text not null, id text not null, name text not null, facts jsonb not null, standing text, primary key (account, scan, side, id))',
  `create index scan_records_alone on scan_records (account, scan, standing, id) where standing is not null`,
  'create table scan_keys (account text not null, scan uuid not null, kind text not null, key text collate "C" not null, side text not null, id text not null, primary key (account, scan, kind, key, side, id))',
  `create table scan_pairs (account text not null, scan uuid not null, left_side text not null, left_id text not null, right_side text not null, right_id text not null, standing text not null, certain boolean not null, score int not null, why text not null, against text not null,
     primary key (account, scan, left_side, left_id, right_side, right_id))`,
  'create index scan_pairs_right on scan_pairs (account, scan, right_side, right_id)',
  'create index scan_pairs_standing on scan_pairs (account, scan, standing, left_id, right_id)',
  `create table scan_decisions (account text not null, connection text not null, left_side text not null, left_id text not null, right_side text not null, right_id text not null, decision text not null, outcome text, other text, decided_by text not null, decided_at timestamptz not null,
     primary key (account, connection, left_side, left_id, right_side, right_id))`,
  `create index scan_decisions_open on scan_decisions (account, connection) where outcome = 'wanted'`,
];
