import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { Answer } from '../transport/exchange.ts';
import { exactJsonOf } from '../transport/json.ts';
import type { Asked } from '../transport/silence.ts';
import { type Meaning, retryAfterMs, statusError } from '../transport/status.ts';
import { BUSY, CHANGED, EXISTS, EXISTS_CODES, NO_LOGIN, NO_RIGHT, NOT_THERE, VIOLATION } from './facts.ts';

/** What NetSuite says about a request that it did not do. `path`: the field of the body, where it names one. */
export type Fault = { status: number; code: string; detail: string; path: string | null };

const restFault = z.object({
  'o:errorDetails': z
    .array(
      z.object({
        detail: z.string().default(''),
        'o:errorCode': z.string().default(''),
        'o:errorPath': z.string().optional(),
      }),
    )
    .min(1),
});
/** Of a RESTlet, and of a sign-in that failed. */
const scriptFault = z.object({ error: z.object({ code: z.string(), message: z.string().default('') }) });

export function faultOf({ status, bytes }: Pick<Answer, 'status' | 'bytes'>): Fault | null {
  const body = exactJsonOf(bytes);
  const rest = restFault.safeParse(body);
  if (rest.success) {
    const [first] = rest.data['o:errorDetails'];
    return first
      ? { status, code: first['o:errorCode'], detail: first.detail, path: first['o:errorPath'] ?? null }
      : null;
  }
  const script = scriptFault.safeParse(body);
  if (!script.success) return null;
  const { code, message } = script.data.error;
  return { status, code, detail: innermost(message), path: null };
}
/** What a script threw comes as JSON within the message. */
function innermost(message: string): string {
  if (!message.startsWith('{')) return message;
  const inner = z.object({ message: z.string() }).safeParse(exactJsonOf(new TextEncoder().encode(message)));
  return inner.success ? inner.data.message : message;
}

const RIGHTS =
  'NetSuite does not let this integration in. Check the certificate mapping (Setup > Integration > OAuth 2.0 Client Credentials) or the tokens, and the Login Audit Trail. A refreshed sandbox has lost its mappings.';

/** Its own words, without what the framework says before every one of them. */
export const wordsOf = (detail: string): string =>
  detail
    .replace(/^Error while accessing a resource\.\s*/, '')
    .replace(/^Invalid search query\. Detailed unprocessed description follows\.\s*/, '')
    .trim();

export const isBusy = ({ status, code }: Pick<Fault, 'status' | 'code'>): boolean =>
  BUSY.has(code) || (status === 429 && code !== '');
export const isTaken = ({ code, detail }: Pick<Fault, 'code' | 'detail'>): boolean =>
  EXISTS_CODES.has(code) || EXISTS.test(detail);

/** What a refusal means. Null: nothing is known about it, and the status decides. */
export function meaningOf({ status, code, detail, path }: Fault): Meaning | null {
  const words = wordsOf(detail) || code;
  if (isBusy({ status, code })) return { kind: 'busy', words };
  if (status === 401 || NO_LOGIN.has(code)) return { kind: 'unauthorised', words: RIGHTS, field: 'credentials' };
  if (status === 403 || NO_RIGHT.has(code) || VIOLATION.test(detail)) return { kind: 'unauthorised', words };
  if (status === 404 || NOT_THERE.has(code)) return { kind: 'not_found', words };
  if (status === 409 || status === 412 || CHANGED.has(code)) return { kind: 'conflict', words };
  // Whether an unexpected error came before the commit, nobody knows.
  if (status >= 500) return null;
  return status === 400 || status === 405 || status === 413 || status === 422
    ? { kind: 'refused', words, ...(path ? { field: path } : {}) }
    : null;
}

/** The error of an answer that is none. It keeps what NetSuite said as its cause. */
export function errorOf(answer: Answer, asked: Asked, now: number): ErpError {
  const fault = faultOf(answer);
  const meaning = fault && meaningOf(fault);
  if (!fault || !meaning) {
    const silent = statusError(answer, asked, now);
    if (!fault) return silent;
    // An unexpected error bears an id, which Oracle's support asks for.
    const words = silent.kind === 'unreachable' || silent.kind === 'uncertain' ? wordsOf(fault.detail) || null : null;
    return new ErpError(silent.kind, `${silent.message} ${fault.code} ${fault.detail}`, { words, cause: fault });
  }
  const { kind, words, field } = meaning;
  return new ErpError(kind, `${asked.what}: ${fault.code || `HTTP ${fault.status}`} ${fault.detail}`.trim(), {
    words,
    field,
    retryAfterMs: kind === 'busy' ? retryAfterMs(answer.headers, now) : null,
    cause: fault,
  });
}
/** What NetSuite said, of an error that `errorOf` made. */
export const faultIn = (error: unknown): Fault | null =>
  error instanceof ErpError && error.cause !== null && typeof error.cause === 'object' && 'detail' in error.cause
    ? (error.cause as Fault)
    : null;

/** Ids are whole numbers: another text names no record, and gets into no query. */
export const idOf = (id: string): string | null => (/^[1-9]\d{0,17}$/.test(id) ? id : null);
export const idsOf = (ids: readonly string[]): string[] => [...new Set(ids.map(idOf).filter((id) => id !== null))];

export const notFound = (field: string, words: string) => new ErpError('not_found', words, { field, words });
export const refused = (field: string, words: string) => new ErpError('refused', words, { field, words });
export const unknownCustomer = (id: string): ErpError => notFound('customerId', `NetSuite has no customer ${id}.`);
