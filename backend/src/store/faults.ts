import type { LogEvent } from 'kysely';

/** SQLSTATE: five capitals or digits. Network errors have other codes. */
const SQLSTATE = /^[0-9A-Z]{5}$/;
/** Properties in which PGlite and pg store the statement, its parameters and row values. */
const told = ['query', 'params', 'queryOptions', 'detail', 'hint', 'where', 'internalQuery', 'dataType'] as const;

/** Name of a statement in the log: its verb and first table, such as `insert submissions`. */
export function statementName(text: string): string {
  const found = /\b(insert into|update|delete from|from)\s+"?([a-z_]+)"?/i.exec(text);
  const verb = found?.[1]?.toLowerCase().split(' ')[0] ?? '';
  return found ? `${verb === 'from' ? 'select' : verb} ${found[2]}` : (/^\s*([a-z]+)/i.exec(text)?.[1] ?? 'statement');
}

/**
 * Removes parameters, row values and messages with personal data from a database error before it is logged. The name of the statement stays, and so
 * do `code` and `constraint`, which our code needs. For Kysely's `log`.
 */
export function maskFault(event: LogEvent): void {
  if (event.level !== 'error' || !(event.error instanceof Error)) return;
  const error = event.error as Error & Record<string, unknown>;
  for (const name of told) if (name in error) delete error[name];
  if (typeof error.code !== 'string' || !SQLSTATE.test(error.code)) return;
  const { message } = error;
  error.message = `database error ${error.code} in "${statementName(event.query.sql)}"`;
  // V8 copies the message into the stack when the error is created.
  error.stack = error.stack?.replace(message, error.message);
}
