import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { resultOf } from './faults.ts';
import type { Post } from './transport.ts';

type Asked = {
  post: Post;
  root: string;
  database: string;
  /** Whether this connection has been logged in to it before. */
  known: boolean;
};

/**
 * A 404 is Tryton's answer to the name of a database that it does not have, and also to one that it cannot reach right now. The list of databases
 * tells the two apart, where the server gives it out.
 */
export async function missingDatabase({ post, root, database, known }: Asked, signal: AbortSignal): Promise<ErpError> {
  const gone = new ErpError('unreachable', 'login: Tryton cannot reach its database');
  const unknown = new ErpError('unauthorised', 'login: 404', {
    words: `Tryton has no database "${database}".`,
    field: 'database',
  });
  if (known) return gone;
  const method = 'common.db.list';
  try {
    const answer = await post({ url: root, method, params: [], authorization: null, signal, write: false });
    const list = z.array(z.string()).safeParse(answer.status === 'answered' ? resultOf(method, answer.body) : null);
    return list.data?.includes(database) ? gone : unknown;
  } catch (error) {
    // No answer, or Tryton's own error about its database. A server that keeps its list to itself says 403: the name is what can be looked at.
    return error instanceof ErpError && ['unreachable', 'drift'].includes(error.kind) ? gone : unknown;
  }
}
