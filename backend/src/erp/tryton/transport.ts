import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { exchange } from '../transport/exchange.ts';
import { jsonOf, postJson } from '../transport/json.ts';
import { silenceOf } from '../transport/silence.ts';
import { statusError } from '../transport/status.ts';

export type Answer = { status: 'expired' } | { status: 'missing' } | { status: 'answered'; body: unknown };
export type Options = {
  url: string;
  method: string;
  params: readonly unknown[];
  authorization: string | null;
  signal: AbortSignal;
  /** Whether silence may mean that something was written. */
  write: boolean;
};
export type Post = (options: Options) => Promise<Answer>;

/** One call of Tryton's JSON-RPC. Exactly the keys `id`, `method`, `params`: with any others the server answers in another form. */
export const posting =
  ({ fetch, now }: ErpPorts): Post =>
  async ({ url, method, params, authorization, signal, write }) => {
    const asked = { what: method, write, signal };
    const init = postJson({ id: 1, method, params }, authorization ? { authorization } : {});
    const answer = await exchange(fetch, url, init, asked);
    if (answer.status === 401) return { status: 'expired' };
    if (answer.status === 404) return { status: 'missing' };
    // 403: not in the model's list of remote methods, so this version or its modules have no such thing.
    if (answer.status !== 200) throw statusError(answer, asked, now(), { 403: { kind: 'unsupported', words: method } });
    const body = jsonOf(answer.bytes);
    if (body === undefined) throw new ErpError(silenceOf(asked), `${method}: the answer is not JSON`);
    return { status: 'answered', body };
  };
