import type { LogEvent } from 'kysely';

/** SQLSTATE: five capitals or digits. Errors of the network have other codes. */
const SQLSTATE = /^[0-9A-Z]{5}$/;
/** Where PGlite and pg put the statement, its parameters, and the values of the row it failed on. */
const told = ['query', 'params', 'queryOptions', 'detail', 'hint', 'where', 'internalQuery', 'dataType'] as const;

/** What a statement is called in the log: its verb and its first table. `insert submissions`. */
export function statementName(text: string): string {
  const found = /\b(insert into|update|delete from|from)\s+"?([a-z_]+)"?/i.exec(text);
  const verb = found?.[1]?.toLowerCase().split(' ')[0] ?? '';
  return found ? `${verb === 'from' ? 'select' : verb} ${found[2]}` : (/^\s*([a-z]+)/i.exec(text)?.[1] ?? 'statement');
}

/**
 * Takes orders, notes and e-mail addresses out of a database error before anybody sees it: the statement's name stays, its parameters and the
 * database's own words about them do not. `code` and `constraint` stay, which our own code decides by. For Kysely's `log`.
 */
export function maskFault(event: LogEvent): void {
  if (event.level !== 'error' || !(event.error instanceof Error)) return;
  const error = event.error as Error & Record<string, unknown>;
  for (const name of told) if (name in error) delete error[name];
  if (typeof error.code !== 'string' || !SQLSTATE.test(error.code)) return;
  const { message } = error;
  error.message = `database error ${error.code} in "${statementName(event.query.sql)}"`;
  // V8 writes the message into the stack when the error is made.
  error.stack = error.stack?.replace(message, error.message);
}
