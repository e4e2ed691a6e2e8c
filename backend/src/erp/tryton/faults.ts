import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';

/**
 * What stands under `error` in an answer with status 200. The first element names the class; every text after it is in the user's language,
 * so nothing here looks at one.
 */
const fault = z.union([
  z.tuple([z.literal('UserError'), z.tuple([z.string(), z.string()]).rest(z.unknown())]),
  z.tuple([z.literal('UserWarning'), z.tuple([z.string(), z.string(), z.string()])]),
  z.tuple([z.literal('ConcurrencyException'), z.string()]),
  z.tuple([z.literal('LoginException'), z.unknown()]),
  z.tuple([z.string(), z.string()]),
]);
const envelope = z.union([z.object({ error: z.unknown() }), z.object({ result: z.unknown() })]);

/**
 * Confirming an order of a customer with a credit limit locks these tables without waiting. PostgreSQL translates its message, but not the
 * tables' names; the English texts are those of its two other ways to say "somebody else was faster".
 */
const lockFailure =
  /account_move_line|sale_sale|sale_line|could not serialize access|could not obtain lock|deadlock detected|canceling statement/;
/**
 * How PostgreSQL and its driver say that the database behind Tryton is gone, stopping or starting. In another language `client.ts` finds out by
 * asking again: Tryton hands every text on as it is.
 */
const databaseGone =
  /connection to server|could not connect|closed the connection|terminating connection|the database system is|connection (already|is) closed|too many clients|remaining connection slots|pool exhausted|could not receive data|no connection to the server/;
/** A pause after which the other transaction is most likely done: confirming takes some 200 ms. */
const LOCK_PAUSE_MS = 300;

/** The result of an answer. A refusal is thrown as the ERP's own words; `UserError` may also stand for missing rights, see `client.ts`. */
export function resultOf(method: string, body: unknown, write = false): unknown {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) throw new ErpError('drift', `${method}: neither result nor error`, { field: method });
  if (!('error' in parsed.data)) return parsed.data.result;
  throw faultOf(method, parsed.data.error, write);
}
/** The database may have gone in the moment of the commit, or after it: only a look-up tells what became of a write. */
export const withoutDatabase = (method: string, write: boolean): ErpError =>
  new ErpError(write ? 'uncertain' : 'unreachable', `${method}: Tryton has no database`);

function faultOf(method: string, error: unknown, write: boolean): ErpError {
  const parsed = fault.safeParse(error);
  if (!parsed.success) return new ErpError('drift', `${method}: an unknown kind of error`, { field: method });
  const [kind, more] = parsed.data;
  if (kind === 'UserError' && Array.isArray(more)) {
    const [message, description] = more;
    const words = [message, description].filter((text) => text !== '').join('\n');
    return new ErpError('refused', `${method}: UserError`, { words });
  }
  if (kind === 'UserWarning' && Array.isArray(more)) {
    // The name is the code of the warning and what it is about: `credit_limit_amount_sale.sale,49`. A person has to decide, in Tryton.
    const [name, message, description] = more;
    const words = [message, description].filter((text) => text !== '').join('\n');
    return new ErpError('refused', `${method}: UserWarning`, { words, field: name });
  }
  if (kind === 'ConcurrencyException') return new ErpError('conflict', `${method}: ConcurrencyException`);
  if (kind === 'LoginException')
    return new ErpError('unauthorised', `${method}: the login wants more than a password`, { field: 'password' });
  if (lockFailure.test(kind)) return new ErpError('busy', `${method}: lock`, { retryAfterMs: LOCK_PAUSE_MS });
  if (databaseGone.test(kind)) return withoutDatabase(method, write);
  // The text of an exception may hold values of a row; only what looks like the name of a class goes into the message.
  return new ErpError('drift', `${method}: ${/^[\w.]{1,60}$/.test(kind) ? kind : 'an unknown kind of error'}`, {
    field: method,
  });
}
