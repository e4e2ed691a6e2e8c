/** Keys of programs that use an account's API. The secret is not kept, only its hash. */
export const apiKeyStatements = [
  `create table api_keys (account text not null, id text not null, name text not null, hash text not null, scopes jsonb not null, made_by text not null, made_at timestamptz not null,
     until timestamptz not null, used_at timestamptz, primary key (account, id))`,
];
