/** What an admin decides about a connection beside its address, and when the ERP last answered there. */
export const optionStatements = [
  `alter table erp_connections add column label text, add column options jsonb not null default '{}', add column credentials_end text,
     add column changed_by text, add column changed_at timestamptz`,
  'create table connection_uses (account text not null, connection text not null, ok_at timestamptz not null, primary key (account, connection))',
];
