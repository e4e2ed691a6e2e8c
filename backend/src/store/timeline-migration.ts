/** What the timeline of a CRM record is told: once for each `key`. `task`: the CRM's id of the entry. */
export const timelineStatements = [
  `create table timeline_entries (account text not null, id uuid not null, key text not null, kind text not null, record_type text not null, record_id text not null, values jsonb not null, happened_at timestamptz not null, state text not null,
     task text, problem jsonb, tries int not null default 0, due_at timestamptz not null default now(), claim uuid, lease_until timestamptz, primary key (account, id))`,
  'create unique index timeline_entries_key on timeline_entries (account, key)',
  `create index timeline_entries_due on timeline_entries (due_at) where state = 'waiting'`,
];

/** What is under way is found at once, however many rows of the account wait. */
export const claimedStatements = [
  'create index conversions_claimed on conversions (account) where claim is not null',
  'create index timeline_entries_claimed on timeline_entries (account) where claim is not null',
];
