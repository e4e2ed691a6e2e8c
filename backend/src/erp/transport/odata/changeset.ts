import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { ErpError } from '../../contract/errors.ts';
import type { ErpPorts } from '../../contract/ports.ts';
import { exactJsonOf, jsonText } from '../json.ts';
import type { ODataClient, Page } from './client.ts';
import { errorOf } from './errors.ts';
import { answersIn, batchOf, type PartAnswer } from './v2-batch.ts';

const LINE = '\r\n';
/** A write of a change set. `etag`: it is refused where the record is another one by now. */
export type Write =
  | { method: 'POST'; path: string; body: unknown }
  | { method: 'PATCH'; path: string; body: unknown; etag?: string }
  | { method: 'DELETE'; path: string; etag?: string };
/** Several writes as one change set: the service does all of them or none. */
export function changeSetOf(writes: readonly Write[]): { type: string; body: string } {
  const [batch, set] = [`batch_${randomUUID()}`, `changeset_${randomUUID()}`];
  const parts = writes.map((each, index) => {
    const body = 'body' in each ? jsonText(each.body) : '';
    const head = [
      ...[
        `--${set}`,
        'Content-Type: application/http',
        'Content-Transfer-Encoding: binary',
        `Content-ID: ${index + 1}`,
        '',
      ],
      `${each.method} ${each.path} HTTP/1.1`,
      ...('body' in each ? ['Content-Type: application/json; odata.metadata=minimal'] : []),
      ...('body' in each ? [`Content-Length: ${Buffer.byteLength(body)}`] : []),
      ...('etag' in each && each.etag !== undefined ? [`If-Match: ${each.etag}`] : []),
      'Accept: application/json',
    ];
    return [...head, '', body, ''].join(LINE);
  });
  const inner = [
    `--${batch}`,
    `Content-Type: multipart/mixed; boundary=${set}`,
    '',
    `${parts.join('')}--${set}--`,
    `--${batch}--`,
    '',
  ];
  return { type: `multipart/mixed; boundary=${batch}`, body: inner.join(LINE) };
}
/** The first refusal of a change set; null where every part was stored. Fewer answers than parts and no refusal leave the outcome open. */
export function refusalIn(type: string | null, bytes: Uint8Array, parts: number): PartAnswer | null {
  const answers = answersIn(type, bytes);
  const refused = answers?.find(({ status }) => status < 200 || status >= 300);
  if (refused) return refused;
  if (answers?.length === parts) return null;
  throw new ErpError('uncertain', '$batch: no whole answer to the change set');
}

/** Several lists as one multipart `$batch`; the first that fails fails the whole. */
export async function listsTogether<Row extends z.ZodType>(
  client: ODataClient,
  row: Row,
  paths: readonly string[],
  now: ErpPorts['now'],
  signal: AbortSignal,
): Promise<Page<z.output<Row>>[]> {
  const raw = batchOf(paths.map((path) => ({ method: 'GET', path })));
  const answer = await client.send({ method: 'POST', path: '$batch', raw }, { signal });
  const answers = answersIn(answer.headers.get('content-type'), answer.bytes);
  if (answers?.length !== paths.length) throw new ErpError('unreachable', '$batch: no whole answer');
  return answers.map((part, index) => {
    const what = (paths[index] ?? '').replace(/\?.*/s, '');
    if (part.status < 200 || part.status >= 300) throw errorOf(part, { what, signal }, now(), client.meaningOf);
    return client.pageOf(row, exactJsonOf(part.bytes), what);
  });
}
