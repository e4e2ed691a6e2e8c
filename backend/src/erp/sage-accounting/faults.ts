import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { Answer } from '../transport/exchange.ts';
import { jsonOf } from '../transport/json.ts';
import type { Asked } from '../transport/silence.ts';
import { type Meaning, retryAfterMs, statusError } from '../transport/status.ts';
import { NO_RECORD, NO_RIGHT } from './facts.ts';

/** What Sage says about a request that it did not do. `source`: the field, where one is named. */
export type Fault = { status: number; codes: readonly string[]; words: string; source: string | null };

const text = z.string().nullish();
const problem = z.object({ $dataCode: text, $message: text, $source: text });
const several = z.array(problem).min(1);
/** The gateway before the service speaks as OAuth does. */
const oauth = z.object({ error: z.string(), error_description: text });

/** Null for an answer that bears no error. */
export function faultOf({ status, bytes }: Pick<Answer, 'status' | 'bytes'>): Fault | null {
  const body = jsonOf(bytes);
  const plain = oauth.safeParse(body).data;
  if (plain)
    return { status, codes: [plain.error], words: plain.error_description?.trim() || plain.error, source: null };
  const errors = several.safeParse(Array.isArray(body) ? body : [body]).data ?? [];
  const told = errors.filter(({ $dataCode, $message }) => $dataCode || $message);
  if (told.length === 0) return null;
  const words = told.map(({ $message, $source }) =>
    // Many messages name no field by themselves: "This field is required."
    $source && $source !== 'base' ? `${$message?.trim() ?? ''} (${$source})` : ($message?.trim() ?? ''),
  );
  return {
    status,
    codes: told.flatMap(({ $dataCode }) => $dataCode ?? []),
    words: [...new Set(words)].filter(Boolean).join(' '),
    source: told.find(({ $source }) => $source && $source !== 'base')?.$source ?? null,
  };
}

const has = (fault: Fault, codes: ReadonlySet<string>): boolean => fault.codes.some((each) => codes.has(each));
const LOGIN = 'Sage Accounting does not let this application in. Authorize it again and enter the new refresh token.';

/** What a refusal means. Null: nothing is known about it, and the status decides. */
function meaningOf(fault: Fault): Meaning | null {
  const { status, words, source } = fault;
  if (status === 429) return { kind: 'busy', words };
  if (status === 401) return { kind: 'unauthorised', words: words || LOGIN, field: 'credentials' };
  if (status === 403 || has(fault, NO_RIGHT)) return { kind: 'unauthorised', words, field: 'permissions' };
  if (status === 404 || has(fault, NO_RECORD)) return { kind: 'not_found', words };
  if (status === 409) return { kind: 'conflict', words };
  // "If there is ever an issue which results in an unhandled 500 error on a POST request, it is possible that the request completed successfully."
  if (status >= 500) return null;
  return { kind: 'refused', words, ...(source === null ? {} : { field: source }) };
}

/** The error of an answer that is none. It keeps what Sage said as its cause. */
export function errorOf(answer: Answer, asked: Asked, now: number): ErpError {
  const fault = faultOf(answer);
  const meaning = fault && meaningOf(fault);
  if (!fault || !meaning) {
    if (answer.status === 404) return new ErpError('not_found', `${asked.what}: HTTP 404`);
    const { kind, message, retryAfterMs: retry } = statusError(answer, asked, now);
    return new ErpError(kind, `${message} ${fault?.words ?? ''}`.trim(), { retryAfterMs: retry, cause: fault });
  }
  const { kind, words, field } = meaning;
  return new ErpError(kind, `${asked.what}: ${fault.codes.join(' ')} ${fault.words}`.trim(), {
    words: words || null,
    field,
    retryAfterMs: kind === 'busy' ? retryAfterMs(answer.headers, now) : null,
    cause: fault,
  });
}

export const notFound = (field: string, words: string) => new ErpError('not_found', words, { field, words });
export const refused = (field: string, words: string) => new ErpError('refused', words, { field, words });
export const unknownCustomer = (id: string): ErpError =>
  notFound('customerId', `Sage Accounting has no customer ${id}.`);
/** Nothing, where the user may not read it. Any other error is thrown again. */
export function ifHidden(error: unknown): null {
  if (error instanceof ErpError && error.kind === 'unauthorised' && error.field === 'permissions') return null;
  throw error;
}
