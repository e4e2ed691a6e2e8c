/** What an admin decides about a connection beside its address, and when the ERP last answered there. */
export const optionStatements = [
  `alter table erp_connections add column label text, add column options jsonb not null default '{}', add column credentials_end text,
     add column changed_by text, add column changed_at timestamptz`,
  'create table connection_uses (account text not null, connection text not null, ok_at timestamptz not null, primary key (account, connection))',
];

/** Orders that somebody else has to approve: for this deal, this revision of its quote, and these findings of the checks. */
export const approvalStatements = [
  `create table approvals (account text not null, id uuid not null, connection text not null, record_id text not null, revision text not null, asked text not null,
     checks jsonb not null, record_name text, customer_name text, total jsonb, role text not null, requested_by text not null, requested_at timestamptz not null,
     state text not null default 'waiting', decided_by text, decided_at timestamptz, reason text,
     primary key (account, id), unique (account, connection, record_id, revision, asked))`,
  'create index approvals_by_state on approvals (account, state, requested_at desc)',
];
