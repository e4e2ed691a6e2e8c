import { type CrmCall, CrmError } from '@backroom/backend/crm/contract/index';
import { z } from 'zod';
import type { ToyTokens } from './tokens.ts';

const faultSchema = z.object({ code: z.string() });
const SOON_MS = 2000;
const DAY_SPENT_MS = 15 * 60_000;

function errorOf(status: number, body: unknown): CrmError {
  const code = faultSchema.safeParse(body).data?.code ?? '';
  const said = `HTTP ${status} ${code}`;
  if (status === 404) return new CrmError('not_found', said);
  if (status === 401) return new CrmError('unauthorised', said);
  if (status === 429) return new CrmError('busy', said, { retryAfterMs: code === 'DAY' ? DAY_SPENT_MS : SOON_MS });
  if (status === 423) return new CrmError('busy', said, { retryAfterMs: SOON_MS });
  return new CrmError(status >= 500 ? 'unreachable' : 'refused', said);
}

/** One call of the CRM's API. It is never repeated, except once with a new session after the CRM refused the old one. */
export function toyClient({ url }: { url: string }, tokens: ToyTokens) {
  async function send(method: string, path: string, body: unknown, { signal }: CrmCall, token: string) {
    const init = { method, signal, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } };
    const response = await fetch(`${url}${path}`, {
      ...init,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      throw new CrmError('unreachable', `${method} ${path}: no answer`, { cause });
    });
    return { status: response.status, body: (await response.json().catch(() => undefined)) as unknown };
  }
  return {
    async request<Schema extends z.ZodType>(
      method: string,
      path: string,
      body: unknown,
      schema: Schema,
      call: CrmCall,
    ): Promise<z.output<Schema>> {
      const token = await tokens.access(call.account);
      let answer = await send(method, path, body, call, token);
      if (answer.status === 401)
        answer = await send(method, path, body, call, await tokens.access(call.account, token));
      if (answer.status !== 200) throw errorOf(answer.status, answer.body);
      const parsed = schema.safeParse(answer.body);
      if (!parsed.success) throw new CrmError('drift', `${method} ${path}: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    },
  };
}
