import { z } from 'zod';
import { ErpError, type ErpErrorKind } from '../../contract/errors.ts';

/** What Odoo says of an exception, in JSON-2 as the body, in JSON-RPC below `error.data`. Its `debug` is a traceback: never read. */
export const faultSchema = z.object({ name: z.string(), message: z.string() });
export type Fault = z.infer<typeof faultSchema>;

/**
 * By the exception's name, never by its text: that comes in the user's language. The transaction of a call that raised is rolled
 * back, so each of these means that nothing was written.
 */
const kinds: Readonly<Record<string, ErpErrorKind>> = {
  'odoo.exceptions.AccessError': 'unauthorised',
  'werkzeug.exceptions.Forbidden': 'unauthorised',
  'odoo.exceptions.MissingError': 'not_found',
  'odoo.exceptions.UserError': 'refused',
  'odoo.exceptions.ValidationError': 'refused',
  'odoo.exceptions.RedirectWarning': 'refused',
  'odoo.exceptions.LockError': 'busy',
  'odoo.exceptions.ConcurrencyError': 'conflict',
  'odoo.sql_db.PoolError': 'busy',
  'psycopg2.pool.PoolError': 'busy',
  'psycopg2.errors.LockNotAvailable': 'busy',
  'psycopg2.errors.QueryCanceled': 'busy',
  'psycopg2.errors.TooManyConnections': 'busy',
  'psycopg2.errors.DiskFull': 'busy',
  'psycopg2.errors.OutOfMemory': 'busy',
  'psycopg2.errors.SerializationFailure': 'conflict',
  'psycopg2.errors.DeadlockDetected': 'conflict',
  'psycopg2.errors.UniqueViolation': 'refused',
  'psycopg2.errors.NotNullViolation': 'refused',
  'psycopg2.errors.ForeignKeyViolation': 'refused',
  'psycopg2.errors.CheckViolation': 'refused',
  'werkzeug.exceptions.TooManyRequests': 'busy',
  // Unknown model or method: a module that is not installed, or a version we do not know.
  'werkzeug.exceptions.NotFound': 'unsupported',
};
/** The key itself is refused: it was revoked, has expired, or was never one. */
const keyRefused = new Set(['odoo.exceptions.AccessDenied', 'werkzeug.exceptions.Unauthorized']);
export const KEY_FIELD = 'credentials.key';
/** Whether the key is refused as such, rather than a right of its user. */
export const isKeyRefused = (error: unknown): boolean =>
  error instanceof ErpError && error.kind === 'unauthorised' && error.field === KEY_FIELD;
/** Odoo lost its database: a write that was under way may have been committed. */
const databaseGone = new Set([
  'psycopg2.OperationalError',
  'psycopg2.InterfaceError',
  'psycopg2.errors.AdminShutdown',
  'psycopg2.errors.CrashShutdown',
  'psycopg2.errors.CannotConnectNow',
  'psycopg2.errors.ConnectionException',
  'psycopg2.errors.ConnectionDoesNotExist',
  'psycopg2.errors.ConnectionFailure',
  'psycopg2.errors.SqlclientUnableToEstablishSqlconnection',
  'psycopg2.errors.ReadOnlySqlTransaction',
  'psycopg2.errors.IdleSessionTimeout',
]);
/** Words that are Odoo's own and made for people. Of the others only the name is passed on. */
const forPeople = /^odoo\.exceptions\.|^werkzeug\.exceptions\.NotFound$/;

export function faultOf(fault: Fault, what: string, silence: ErpErrorKind): ErpError {
  const known = kinds[fault.name];
  const words = forPeople.test(fault.name) ? fault.message.trim().slice(0, 1000) : null;
  if (known) return new ErpError(known, `${what}: ${fault.name}`, { words });
  if (keyRefused.has(fault.name))
    return new ErpError('unauthorised', `${what}: ${fault.name}`, { words, field: KEY_FIELD });
  if (databaseGone.has(fault.name)) return new ErpError(silence, `${what}: ${fault.name}`);
  // `builtins.ValueError` and the like: a field or an argument that this Odoo has not.
  if (fault.name.startsWith('builtins.') || fault.name.startsWith('werkzeug.'))
    return new ErpError('drift', `${what}: ${fault.name}`, { field: what });
  return new ErpError('refused', `${what}: ${fault.name}`, { words: `Odoo failed with ${fault.name}.` });
}
