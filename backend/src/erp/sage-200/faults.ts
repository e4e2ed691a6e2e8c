import { ErpError } from '../contract/errors.ts';
import type { Answer } from '../transport/exchange.ts';
import { jsonOf } from '../transport/json.ts';
import type { Asked } from '../transport/silence.ts';
import { statusError } from '../transport/status.ts';

const MOST_WORDS = 500;
const NAMES = [
  'message',
  'Message',
  'error_description',
  'ExceptionMessage',
  'exceptionMessage',
  'detail',
  'description',
  'title',
  'error',
  'errors',
  'Errors',
  'details',
  'Details',
  'validation_errors',
  'modelState',
  'ModelState',
] as const;
/** [K] Sage says only that a body has details: its texts are taken wherever they stand, the outermost first. */
function textsIn(body: unknown, depth = 0): string[] {
  if (typeof body === 'string') return body.trim() ? [body.trim()] : [];
  if (depth > 4 || body === null || typeof body !== 'object') return [];
  if (Array.isArray(body)) return body.flatMap((each) => textsIn(each, depth + 1));
  const named = NAMES.flatMap((name) => textsIn((body as Record<string, unknown>)[name], depth + 1));
  if (named.length > 0 || depth === 0) return named;
  // Below `errors`, each field may have its own list.
  return Object.values(body).flatMap((each) => textsIn(each, depth + 1));
}
/** What Sage 200 says about a request that it did not do; empty where it says nothing. */
function wordsOf({ bytes, headers }: Pick<Answer, 'bytes' | 'headers'>): string {
  const body = jsonOf(bytes);
  const isText = /^text\/plain/i.test(headers.get('content-type') ?? '');
  const texts = body === undefined ? (isText ? [new TextDecoder().decode(bytes).trim()] : []) : textsIn(body);
  return [...new Set(texts)].join(' ').slice(0, MOST_WORDS);
}

const RIGHTS =
  'Sage 200 does not let this connection in. Check client ID and secret, that the person who signed in still has access to this site and company (Sage Provisioning Portal), and enter a new refresh token.';

/** The error of an answer that is none. */
export function errorOf(answer: Answer, asked: Asked, now: number): ErpError {
  const { status } = answer;
  const words = wordsOf(answer);
  if (status === 401)
    return new ErpError('unauthorised', `${asked.what}: HTTP 401 ${words}`.trim(), {
      words: `${RIGHTS} ${words}`.trim(),
      field: 'credentials',
    });
  if (status === 403)
    return new ErpError('unauthorised', `${asked.what}: HTTP 403 ${words}`.trim(), {
      words: words || 'The Sage 200 user of this connection may not do this.',
      field: 'permissions',
    });
  if (status === 400 || status === 409 || status === 422)
    return new ErpError('refused', `${asked.what}: HTTP ${status} ${words}`.trim(), { words: words || null });
  // A tunnel that has lost its server answers much the same as an address that is not there: neither says that a record is missing.
  const { kind, message, retryAfterMs } = statusError(answer, asked, now);
  return new ErpError(kind, `${message} ${words}`.trim(), { retryAfterMs });
}

const notFound = (field: string, words: string) => new ErpError('not_found', words, { field, words });
export const refused = (field: string, words: string) => new ErpError('refused', words, { field, words });
export const unknownCustomer = (id: string): ErpError => notFound('customerId', `Sage 200 has no customer ${id}.`);
