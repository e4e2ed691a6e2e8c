/** The payload is an account, or `EVERY_ACCOUNT`. */
export const CHANGES_CHANNEL = 'backroom_changes';
export const EVERY_ACCOUNT = '*';

const announcedFirst = [
  'accounts',
  'erp_connections',
  'connection_links',
  'record_merges',
  'carried_orders',
  'submissions',
  'quote_choices',
  'order_entries',
  'salesforce_orgs',
] as const;
/** Tables that answers to cards are made of. A test fails when an answer is made of another one. */
export const announcedTables = [...announcedFirst, 'conversions'] as const;

const announcing = (name: string, payload: string): string =>
  `create function ${name}() returns trigger language plpgsql as $body$ begin perform pg_notify('${CHANGES_CHANNEL}', ${payload}); return null; end $body$`;
const columnOf = (column: string): string => `case when tg_op = 'DELETE' then old.${column} else new.${column} end`;
const functionOf: Partial<Record<(typeof announcedTables)[number], string>> = {
  accounts: 'backroom_announce_account',
  // Whether two accounts sell into one ERP is part of what both are answered.
  erp_connections: 'backroom_announce_all',
};

/** The trigger of a table that a later migration makes is part of that migration. */
export const announcementOf = (table: (typeof announcedTables)[number]): string =>
  `create trigger ${table}_announce after insert or update or delete on ${table} for each row execute function ${functionOf[table] ?? 'backroom_announce'}()`;

/** The database announces each write itself: several equal announcements of a transaction are one. */
export const changeStatements = [
  announcing('backroom_announce', columnOf('account')),
  announcing('backroom_announce_account', columnOf('id')),
  announcing('backroom_announce_all', `'${EVERY_ACCOUNT}'`),
  ...announcedFirst.map(announcementOf),
];
