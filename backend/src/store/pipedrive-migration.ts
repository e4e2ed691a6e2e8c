/** Users who installed the app in a Pipedrive account, and the grants of those that are not in use. */
export const pipedriveStatements = [
  'create table pipedrive_grants (account text not null, user_id text not null, email text, name text, language text, admin boolean not null, sealed text, primary key (account, user_id))',
];
