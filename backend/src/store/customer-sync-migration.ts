/**
 * Companies whose mapped fields follow into the ERP's customer. A row is its own job while `due_at` is set. `base`: what both sides had last, by the ERP's
 * fields. `conflicts`: what both sides changed since, for a person.
 */
export const customerSyncStatements = [
  `create table customer_syncs (account text not null, connection text not null, record_id text not null, base jsonb not null default '{}', conflicts jsonb not null default '[]', name text, problem text,
     version int not null default 1, due_at timestamptz, tries int not null default 0, claim uuid, lease_until timestamptz, changed_at timestamptz not null default now(), primary key (account, connection, record_id))`,
  'create index customer_syncs_due on customer_syncs (due_at) where due_at is not null',
  `create index customer_syncs_open on customer_syncs (account, changed_at desc) where conflicts <> '[]'::jsonb`,
];
