import { z } from 'zod';
import { ErpError } from '../../contract/errors.ts';
import type { ErpPorts } from '../../contract/ports.ts';
import { fit } from '../json.ts';
import type { ODataClient } from './client.ts';
import { errorOf, type MeaningOf } from './errors.ts';

const answers = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.coerce.number(),
      headers: z.record(z.string(), z.string()).nullish(),
      body: z.unknown().optional(),
    }),
  ),
});
export type Read = { body: unknown; headers?: Headers } | { error: ErpError };

/**
 * Several reads as one request, in the JSON form of OData 4.01. Answers may come in any order, and each read fails by itself. One that
 * is missing makes the whole an answer that does not fit: a part is never taken for all.
 */
export async function readTogether(
  client: ODataClient,
  paths: readonly string[],
  { meaningOf, now, most }: { meaningOf: MeaningOf; now: ErpPorts['now']; most: number },
  more: { signal: AbortSignal; headers?: Readonly<Record<string, string>> },
): Promise<Read[]> {
  const reads: Read[] = [];
  for (let from = 0; from < paths.length; from += most) {
    const some = paths.slice(from, from + most);
    const requests = some.map((url, index) => ({
      id: String(index),
      method: 'GET',
      url,
      headers: { accept: 'application/json', ...more.headers },
    }));
    const headers = { ...more.headers, prefer: 'odata.continue-on-error' };
    const body = await client.json(
      { method: 'POST', path: '$batch', body: { requests } },
      { signal: more.signal, headers },
    );
    const byId = new Map(fit(answers, body, '$batch').responses.map((each) => [each.id, each]));
    for (const [index, path] of some.entries()) {
      const answer = byId.get(String(index));
      if (!answer) throw new ErpError('drift', `$batch: no answer to ${path.replace(/\?.*/, '')}`, { field: '$batch' });
      if (answer.status >= 200 && answer.status < 300) {
        reads.push({ body: answer.body });
        continue;
      }
      const bytes = new TextEncoder().encode(JSON.stringify(answer.body ?? null));
      const part = { status: answer.status, headers: new Headers(answer.headers ?? {}), bytes };
      reads.push({ error: errorOf(part, { what: path.replace(/\?.*/, ''), signal: more.signal }, now(), meaningOf) });
    }
  }
  return reads;
}
