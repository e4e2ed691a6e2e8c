import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { Answer } from '../transport/exchange.ts';
import { exactJsonOf } from '../transport/json.ts';
import type { Asked } from '../transport/silence.ts';
import { type Meaning, retryAfterMs, statusError } from '../transport/status.ts';
import { BUSY, NO_LOGIN, RETRY_HEADERS, TAKEN, TAKEN_CODES } from './facts.ts';

/** What Intacct says about a request that it did not do. `codes`: of all the layers, the outermost first. `target`: the field, where one is named. */
export type Fault = { status: number; codes: readonly string[]; words: string; target: string | null };

const detail = z.object({
  errorId: z.string().optional(),
  message: z.string().optional(),
  correction: z.string().optional(),
  target: z.string().nullish(),
});
const problem = detail.extend({
  code: z.string().optional(),
  details: z.union([z.array(detail), detail]).nullish(),
});
/** An error stands at the top or under the result, and has another name where the gateway speaks. */
const envelope = z.union([
  z.object({ 'ia::result': z.object({ 'ia::error': problem }) }).transform((body) => body['ia::result']['ia::error']),
  z.object({ 'ia::error': problem }).transform((body) => body['ia::error']),
  z.object({ error: problem }).transform((body) => body.error),
]);

/** Null for an answer that bears no error. */
export function faultOf({ status, bytes }: Pick<Answer, 'status' | 'bytes'>): Fault | null {
  const parsed = envelope.safeParse(exactJsonOf(bytes));
  return parsed.success ? toFault(status, parsed.data) : null;
}
function toFault(status: number, error: z.output<typeof problem>): Fault {
  const details = Array.isArray(error.details) ? error.details : error.details ? [error.details] : [];
  // The outer layers say that something failed; why stands in the last one.
  const cause = details.findLast(({ message }) => message?.trim()) ?? error;
  const words = [cause.message, cause.correction].map((each) => each?.trim()).filter(Boolean);
  return {
    status,
    codes: [error.code, error.errorId, ...details.map(({ errorId }) => errorId)].filter((each) => each !== undefined),
    words: words.join(' '),
    target: cause.target?.trim() || null,
  };
}

const RIGHTS =
  'Sage Intacct does not let this integration in. Check client ID, secret, user and company, the sender ID under Company > Security > Web Services authorizations, and that the user is one of the client’s authorized users.';
const has = (fault: Fault, codes: ReadonlySet<string>): boolean => fault.codes.some((each) => codes.has(each));
export const isTaken = (fault: Fault): boolean => has(fault, TAKEN_CODES) || TAKEN.test(fault.words);

/** What a refusal means. Null: nothing is known about it, and the status decides. */
function meaningOf(fault: Fault): Meaning | null {
  const { status, words, target } = fault;
  if (status === 429 || has(fault, BUSY)) return { kind: 'busy', words };
  if (status === 401 || has(fault, NO_LOGIN)) return { kind: 'unauthorised', words: RIGHTS, field: 'credentials' };
  if (status === 403) return { kind: 'unauthorised', words, field: 'permissions' };
  if (status === 404) return { kind: 'not_found', words };
  if (status === 409) return { kind: 'conflict', words };
  // Whether a failure of the server came before the commit, nobody knows.
  if (status >= 500) return null;
  return { kind: 'refused', words, ...(target === null ? {} : { field: target }) };
}
function waitMs(headers: Headers, now: number): number | null {
  const own = RETRY_HEADERS.map((name) => headers.get(name)).find((each) => each !== null);
  return retryAfterMs(own == null ? headers : new Headers({ 'retry-after': own }), now);
}

/** The error of an answer that is none. It keeps what Intacct said as its cause. */
export function errorOf(answer: Answer, asked: Asked, now: number): ErpError {
  const fault = faultOf(answer);
  const meaning = fault && meaningOf(fault);
  const after = () => waitMs(answer.headers, now);
  if (!fault || !meaning) {
    const { kind, message } = statusError(answer, asked, now);
    const retryAfter = kind === 'busy' ? after() : null;
    return new ErpError(kind, `${message} ${fault?.words ?? ''}`.trim(), { retryAfterMs: retryAfter, cause: fault });
  }
  const { kind, words, field } = meaning;
  return new ErpError(kind, `${asked.what}: ${fault.codes.join(' ')} ${fault.words}`.trim(), {
    words: words || null,
    field,
    retryAfterMs: kind === 'busy' ? after() : null,
    cause: fault,
  });
}
/** What Intacct said, of an error that `errorOf` made. */
export const faultIn = (error: unknown): Fault | null =>
  error instanceof ErpError && error.cause !== null && typeof error.cause === 'object' && 'codes' in error.cause
    ? (error.cause as Fault)
    : null;

export const notFound = (field: string, words: string) => new ErpError('not_found', words, { field, words });
export const refused = (field: string, words: string) => new ErpError('refused', words, { field, words });
export const unknownCustomer = (id: string): ErpError => notFound('customerId', `Sage Intacct has no customer ${id}.`);
