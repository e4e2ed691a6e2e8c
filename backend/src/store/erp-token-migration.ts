/** Tokens of ERPs that are used once, and the leases of their refreshes. */
export const erpTokenStatements = [
  'create table erp_tokens (account text not null, of text not null, connection text not null, sealed text not null, at timestamptz not null default now(), primary key (account, of))',
  'create table erp_token_leases (account text not null, of text not null, claim uuid not null, until timestamptz not null, primary key (account, of))',
];
