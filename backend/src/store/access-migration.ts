/** Who may do what, and what was done: sessions of the desk, appointed admins, the audit log, installs to be confirmed, spent quotas. */
export const accessStatements = [
  // Links, sessions and document links from before `since` are dead: an account that was removed or disconnected does not revive them.
  `alter table accounts add column since timestamptz not null default '1970-01-01', add column state_at timestamptz not null default now(), add column grant_checked_at timestamptz`,
  `create table desk_sessions (account text not null, id uuid not null, user_id text not null, actor text not null, created_at timestamptz not null, seen_at timestamptz not null, until timestamptz not null, primary key (account, id))`,
  `create table people (account text not null, user_id text not null, email text not null, admin boolean not null, by_whom text, at timestamptz not null, primary key (account, user_id))`,
  `create table audit_log (account text not null, seq bigserial, at timestamptz not null, actor text not null, event text not null, target text, primary key (account, seq))`,
  'create table pending_installs (id text primary key, sealed text not null, until timestamptz not null)',
  `create table quotas (account text not null, name text not null, uses jsonb not null default '{}', primary key (account, name))`,
  `create unlogged table request_counts (account text not null, who text not null, span bigint not null, used int not null, primary key (account, who, span))`,
  'alter table submissions add column contact_id text',
  'create index submissions_contact on submissions (account, contact_id) where contact_id is not null',
];
