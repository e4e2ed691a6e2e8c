import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { remembered } from '../transport/memory.ts';
import { missingDatabase } from './databases.ts';
import { resultOf } from './faults.ts';
import type { Post } from './transport.ts';

/** Sessions live for 30 days by default; a server that ends one earlier says 401. */
const SESSION_MS = 20 * 86_400_000;
const LOGIN_MS = 15_000;
/** How long Tryton keeps refusing every login of a user after too many wrong ones. */
const LOCKED_MS = 300_000;

type Options = {
  post: Post;
  root: string;
  database: string;
  url: string;
  user: string;
  password: string;
  language: string;
};

/**
 * One login for all calls of a connection. Tryton answers each wrong password slower, and after five it locks the user out for five
 * minutes: the first refusal is final, no login is tried again with these credentials until a new connection is made.
 */
export function trytonSession({ post, root, database, url, user, password, language }: Options) {
  let refused: ErpError | null = null;
  let last: string | null = null;
  const key = remembered(async () => {
    if (refused) throw refused;
    if (!user || !password)
      throw new ErpError('unauthorised', 'login: no credentials', { field: user ? 'password' : 'user' });
    const method = 'common.db.login';
    const params = [user, { password }, language];
    const signal = AbortSignal.timeout(LOGIN_MS);
    const answer = await post({ url, method, params, authorization: null, signal, write: false }).catch((error) => {
      if (!(error instanceof ErpError) || error.kind !== 'busy') throw error;
      // Locked out: asking again would only start the five minutes anew.
      refused = new ErpError('busy', 'login: locked out', {
        retryAfterMs: error.retryAfterMs ?? LOCKED_MS,
        cause: error,
      });
      const unlock = setTimeout(() => {
        refused = null;
      }, refused.retryAfterMs ?? LOCKED_MS);
      unlock.unref();
      throw refused;
    });
    if (answer.status === 'missing')
      throw await missingDatabase({ post, root, database, known: last !== null }, signal);
    const result = answer.status === 'answered' ? resultOf(method, answer.body) : null;
    const parsed = z.tuple([z.number(), z.string()]).safeParse(result);
    if (!parsed.success) {
      refused = new ErpError('unauthorised', 'login: refused', {
        words: `Tryton refuses the password of "${user}". It is not tried again, for Tryton locks a user out after five wrong ones.`,
        field: 'password',
      });
      throw refused;
    }
    last = `Session ${Buffer.from(`${user}:${parsed.data.join(':')}`).toString('base64')}`;
    return last;
  }, SESSION_MS);
  return {
    /** The header's value; logs in when there is no session. */
    authorization: (signal: AbortSignal) => key.get(signal),
    /** A 401: the next call logs in anew. Calls that were on their way with the old one share that login. */
    expired(used: string): void {
      if (last !== used) return;
      last = null;
      key.forget();
    },
    async close(): Promise<void> {
      const authorization = last;
      last = null;
      key.forget();
      if (!authorization) return;
      const signal = AbortSignal.timeout(2000);
      await post({ url, method: 'common.db.logout', params: [], authorization, signal, write: false }).catch(() => {});
    },
  };
}
