import { randomUUID } from 'node:crypto';
import { ErpError } from '../../contract/errors.ts';
import { jsonText } from '../json.ts';
import { answersIn, type PartAnswer } from './v2-batch.ts';

const LINE = '\r\n';
/** Several creates as one change set: the service stores all of them or none. */
export function changeSetOf(path: string, bodies: readonly unknown[]): { type: string; body: string } {
  const [batch, set] = [`batch_${randomUUID()}`, `changeset_${randomUUID()}`];
  const parts = bodies.map((each, index) => {
    const body = jsonText(each);
    const head = [
      ...[
        `--${set}`,
        'Content-Type: application/http',
        'Content-Transfer-Encoding: binary',
        `Content-ID: ${index + 1}`,
        '',
      ],
      ...[
        `POST ${path} HTTP/1.1`,
        'Content-Type: application/json; odata.metadata=minimal',
        'Accept: application/json',
      ],
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
