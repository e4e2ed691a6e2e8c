/**
 * A feed follows the changes of one connection's ERP; `read_at`: when it last had an answer. Each CRM record that it keeps up to date has a row, which is
 * due while something may have changed for it; `written`: what was written there last.
 */
export const feedStatements = [
  `create table feeds (account text not null, connection text not null, cursor text, read_at timestamptz, begun_at timestamptz not null default now(), time_zone text, filled_on text, due_at timestamptz not null default now(), noted_at timestamptz not null default now(),
     taken int not null default 0, tries int not null default 0, problem jsonb, problem_at timestamptz, claim uuid, lease_until timestamptz, primary key (account, connection))`,
  'create index feeds_due on feeds (due_at)',
  `create table feed_records (account text not null, connection text not null, record_type text not null, record_id text not null, due_at timestamptz, version int not null default 1, written jsonb not null default '{}', settled boolean not null default false,
     tries int not null default 0, problem jsonb, primary key (account, record_type, record_id))`,
  'create index feed_records_due on feed_records (account, connection, record_type, due_at) where due_at is not null',
  'create index feed_records_problems on feed_records (account) where problem is not null',
  'create index submissions_erp_id on submissions (account, erp_id) where erp_id is not null',
  'create index submissions_of_customer on submissions (account, customer_key) where erp_id is not null',
];
