import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { exchange } from '../transport/exchange.ts';
import { jsonOf, postJson } from '../transport/json.ts';
import type { Tokens } from '../transport/oauth/tokens.ts';
import { errorOf } from '../transport/odata/errors.ts';
import { meaningOf } from './faults.ts';

/** What a custom service answers where its code threw: then its transaction was rolled back. The framework's own words stand before the first dash. */
const thrown = z.object({
  Message: z.string().transform((text) => text.replace(/^[^-]* - /, '').trim()),
  ExceptionType: z.string(),
});

/** Runs an operation of a custom service, named `group/service/operation`, with its parameters by name. Each is a write: a lost answer is uncertain. */
export function customServices(origin: string, tokens: Tokens, { fetch, now }: ErpPorts) {
  return async (
    operation: string,
    parameters: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<void> => {
    const asked = { what: `POST ${operation}`, write: true, signal };
    for (let attempt = 0; ; attempt += 1) {
      const token = await tokens.get(signal);
      const init = postJson(parameters, { accept: 'application/json', authorization: `Bearer ${token}` });
      const address = `${origin}/api/services/${operation}`;
      const answer = await exchange(fetch, address, { ...init, method: 'POST' }, asked);
      if (answer.status >= 200 && answer.status < 300) return;
      const { data: said } = thrown.safeParse(jsonOf(answer.bytes));
      if (said) throw new ErpError('refused', `${operation}: ${said.ExceptionType}`, { words: said.Message });
      // A 401 comes before anything is done: the operation may be asked for again after it, once.
      if (answer.status !== 401 || attempt > 0) throw errorOf(answer, asked, now(), meaningOf);
      tokens.refused(token);
    }
  };
}
