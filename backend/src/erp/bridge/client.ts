import { z } from 'zod';
import { ErpError, erpErrorKinds } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { type In, type Operation, type Out, operations, writeOperations } from '../contract/schemas.ts';
import { type Answer, exchange, isPdf } from '../transport/exchange.ts';
import { fit, jsonOf, postJson } from '../transport/json.ts';
import { silenceOf } from '../transport/silence.ts';
import { retryAfterMs, statusError } from '../transport/status.ts';

const problemBody = z.object({ kind: z.enum(erpErrorKinds), words: z.string().nullish(), field: z.string().nullish() });

export function bridgeClient({ url, key }: { url: string; key: string }, { fetch, now }: ErpPorts) {
  /** One POST of the contract. A problem document is taken at its word. */
  async function send(operation: string, input: unknown, signal: AbortSignal): Promise<Answer> {
    const asked = { what: operation, write: writeOperations.has(operation), signal };
    const path = `${url}/v1/${operation.replace('.', '/')}`;
    const answer = await exchange(fetch, path, postJson(input, { authorization: `Bearer ${key}` }), asked);
    if (answer.status >= 200 && answer.status < 300) return answer;
    const body = problemBody.safeParse(jsonOf(answer.bytes));
    if (body.success) {
      const { kind, words, field } = body.data;
      const after = retryAfterMs(answer.headers, now());
      // Its words may name people and orders: they go to people, and stay out of the message, which the log has.
      throw new ErpError(kind, `${operation}: ${kind}`, { words, field, retryAfterMs: after });
    }
    // A 404 without a problem is not the bridge's: a tool says so whose flow has not started. What a bridge lacks it names in `describe.without`.
    throw statusError(answer, asked, now(), { 501: { kind: 'unsupported', words: operation } });
  }
  return {
    async call<Op extends Operation>(operation: Op, input: In<Op>, signal: AbortSignal): Promise<Out<Op>> {
      const { bytes } = await send(operation, input, signal);
      const write = writeOperations.has(operation);
      const body = jsonOf(bytes);
      if (body === undefined) throw new ErpError(silenceOf({ write }), `${operation}: the answer is not JSON`);
      return fit(operations[operation].out, body, operation, write) as Out<Op>;
    },
    async bytes(operation: string, input: unknown, signal: AbortSignal): Promise<Uint8Array> {
      const answer = await send(operation, input, signal);
      if (!isPdf(answer)) throw new ErpError('drift', `${operation}: not a PDF`);
      return answer.bytes;
    },
  };
}
