import type { ErpPorts } from '@backroom/backend/erp/contract/ports';
import { exchange } from '@backroom/backend/erp/transport/exchange';
import { fit, jsonOf, postJson } from '@backroom/backend/erp/transport/json';
import { statusError } from '@backroom/backend/erp/transport/status';
import type { z } from 'zod';

export type Ask = <Schema extends z.ZodType>(
  path: string,
  body: unknown,
  schema: Schema,
  signal: AbortSignal,
) => Promise<z.output<Schema>>;

/** One question to the ERP. Throws `ErpError` and nothing else; the engine decides whether to ask again. */
export function toyClient({ url, key }: { url: string; key: string }, { fetch, now }: ErpPorts): Ask {
  return async (path, body, schema, signal) => {
    const asked = { what: path, signal };
    const answer = await exchange(fetch, `${url}${path}`, postJson(body, { authorization: `Bearer ${key}` }), asked);
    if (answer.status !== 200) throw statusError(answer, asked, now());
    return fit(schema, jsonOf(answer.bytes), path);
  };
}
