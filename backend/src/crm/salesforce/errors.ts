import { z } from 'zod';
import { CrmError } from '../contract/index.ts';
import { saysLocked } from './unproved.ts';

/** Salesforce's error envelope: an array, also for one error. Source: REST API guide, "Status Codes and Error Responses". */
const envelope = z.array(z.looseObject({ errorCode: z.string().optional(), message: z.string().optional() })).min(1);
const gone = new Set([
  'NOT_FOUND',
  'ENTITY_IS_DELETED',
  'MALFORMED_ID',
  'INVALID_ID_FIELD',
  'INVALID_CROSS_REFERENCE_KEY',
]);
const noRight = new Set([
  'INVALID_SESSION_ID',
  'API_CURRENTLY_DISABLED',
  'API_DISABLED_FOR_ORG',
  'INVALID_AUTH_HEADER',
]);
/** The day's calls are spent: the window rolls, so a look every ten minutes is enough. */
const DAY_IS_SPENT_MS = 600_000;
const SHORT_MS = 3000;

/** A refused call as ours. `code` is kept in the message, for the log. */
export function toCrmError(status: number, body: unknown): CrmError {
  const errors = envelope.safeParse(body).data ?? [];
  const code = errors[0]?.errorCode ?? '';
  const words = errors.flatMap(({ message }) => message ?? []).join('\n') || null;
  const message = `Salesforce ${status} ${code}`.trim();
  if (code === 'REQUEST_LIMIT_EXCEEDED' || status === 429) {
    const daily = /TotalRequests/i.test(words ?? '');
    return new CrmError('busy', message, { words, retryAfterMs: daily ? DAY_IS_SPENT_MS : SHORT_MS });
  }
  if (code === 'SERVER_UNAVAILABLE' || code === 'QUERY_TIMEOUT' || saysLocked(`${code} ${words ?? ''}`))
    return new CrmError('busy', message, { words, retryAfterMs: SHORT_MS });
  if (status === 401 || noRight.has(code)) return new CrmError('unauthorised', message, { words });
  if (status === 404 || gone.has(code)) return new CrmError('not_found', message, { words });
  // 420 and 5xx: the instance is moving, down or overloaded.
  if (status >= 500 || status === 420) return new CrmError('unreachable', message, { words });
  return new CrmError('refused', message, { words });
}
/** A field or a whole object that was described is not there any more, or may not be seen any more. */
export const isInvalidField = (error: unknown): boolean =>
  error instanceof CrmError && /INVALID_(FIELD|TYPE)\b/.test(error.message);
