import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { Answer } from '../transport/exchange.ts';
import { exactJsonOf } from '../transport/json.ts';
import type { Asked } from '../transport/silence.ts';
import { statusError } from '../transport/status.ts';
import { NOT_STARTED } from './facts.ts';

const diagnosis = z.object({ $severity: z.string().optional(), $message: z.string() });
const envelope = z.object({ $diagnoses: z.array(diagnosis).min(1) });
/** What Syracuse says is wrong, in its own words. Null where it says nothing of the kind. */
export function diagnosisIn(body: unknown): string | null {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return null;
  const wrong = parsed.data.$diagnoses.filter(
    ({ $severity }) => $severity === undefined || /error|fatal/i.test($severity),
  );
  return wrong.map(({ $message }) => $message.trim()).join(' ') || null;
}

const RIGHTS =
  'Sage X3 does not let this connection in. Check the user, its password or the connected application, and that its login is allowed there.';
/** A refused token is explained in plain text: `Error 45: Invalid token`. A page of HTML explains nothing. */
function plainWords({ bytes }: Pick<Answer, 'bytes'>): string {
  const text = new TextDecoder().decode(bytes.slice(0, 400)).trim();
  return /[<{]/.test(text) ? '' : (text.split('\n')[0] ?? '');
}

/** The error of an answer that is none. */
export function errorOf(answer: Answer, asked: Asked, now: number): ErpError {
  const { status } = answer;
  const words = diagnosisIn(exactJsonOf(answer.bytes)) ?? plainWords(answer);
  const because = `${asked.what}: HTTP ${status} ${words}`.trim();
  if (status === 401)
    return new ErpError('unauthorised', because, { words: `${RIGHTS} ${words}`.trim(), field: 'credentials' });
  if (status === 403) return new ErpError('unauthorised', because, { words: words || null, field: 'permissions' });
  // The server says so before it hands the request on.
  if (NOT_STARTED.test(words)) return new ErpError('unreachable', because, { words });
  if (status === 404 && words !== '') return new ErpError('unsupported', because, { words });
  if (status >= 400 && status < 500 && status !== 429 && words !== '')
    return new ErpError('refused', because, { words });
  const { kind, message, retryAfterMs } = statusError(answer, asked, now);
  return new ErpError(kind, `${message} ${words}`.trim(), { words: words || null, retryAfterMs });
}
const notFound = (field: string, words: string) => new ErpError('not_found', words, { field, words });
export const refused = (field: string, words: string) => new ErpError('refused', words, { field, words });
export const unknownCustomer = (id: string): ErpError => notFound('customerId', `Sage X3 has no customer ${id}.`);
