/** What an admin wants to be told, what stands, and the messages about it. An audit entry says what was changed. */
export const alertStatements = [
  `create table alerting (account text primary key, settings jsonb not null default '{}', secret text, revision int not null default 0, due_at timestamptz not null default now(), checked_at timestamptz)`,
  'insert into alerting (account) select id from accounts',
  'create index alerting_due on alerting (due_at)',
  `create table alerts (account text not null, id uuid not null, key text not null, rule text not null, connection text not null, subject text not null, value text not null, level text not null,
     raised_at timestamptz not null, seen_at timestamptz not null, solved_at timestamptz, told_at timestamptz, primary key (account, id))`,
  // At most one open alert of a kind, whichever process looks first.
  'create unique index alerts_open on alerts (account, key) where solved_at is null',
  'create index alerts_newest on alerts (account, raised_at desc)',
  `create table alert_messages (account text not null, id uuid not null, channel text not null, target text not null, locale text not null, kind text not null, items jsonb not null, made_at timestamptz not null,
     due_at timestamptz not null, tries int not null default 0, claim uuid, lease_until timestamptz, sent_at timestamptz, given_up_at timestamptz, problem text, primary key (account, id))`,
  'create index alert_messages_due on alert_messages (due_at) where sent_at is null and given_up_at is null',
  'alter table audit_log add column change jsonb',
  'create index call_log_connection on call_log (account, connection, at desc, seq desc)',
];
