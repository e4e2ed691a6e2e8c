import { z } from 'zod';
import { CrmError } from '../contract/index.ts';
import { isLocked, namesUnknown, noPrivilege, notMember } from './unproved.ts';

const envelope = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
const SHORT_MS = 3000;
const LONGEST_MS = 3_600_000;

/** Seconds that the service asks to wait; going on meanwhile prolongs it. */
const waitOf = (retryAfter: string | null): number => {
  const seconds = Number(retryAfter);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1000, LONGEST_MS) : SHORT_MS;
};
/** A refused call as ours. The code is kept in the message, for the log. */
export function toCrmError(status: number, body: unknown, retryAfter: string | null = null): CrmError {
  const { code = '', message: words = '' } = envelope.safeParse(body).data?.error ?? {};
  const said = `Dataverse ${status} ${code}`.trim();
  const more = { words: words || null };
  if (status === 429) return new CrmError('busy', said, { ...more, retryAfterMs: waitOf(retryAfter) });
  if (isLocked(code, words)) return new CrmError('busy', said, { ...more, retryAfterMs: SHORT_MS });
  if (status === 401) return new CrmError('unauthorised', said, more);
  if (notMember.has(code))
    return new CrmError('unauthorised', said, {
      words: `The organisation has no application user for Backroom, or it is switched off: ${words}`,
    });
  if (noPrivilege.has(code) || status === 403) return new CrmError('refused', said, more);
  if (namesUnknown(code, words)) return new CrmError('refused', `${said} UNKNOWN_NAME`, more);
  if (status === 404) return new CrmError('not_found', said, more);
  if (status >= 500) return new CrmError('unreachable', said, more);
  return new CrmError('refused', said, more);
}
/** A column or a table that was described is not there any more. */
export const isUnknownName = (error: unknown): boolean =>
  error instanceof CrmError && error.message.endsWith('UNKNOWN_NAME');
export const isKind = (error: unknown, ...kinds: CrmError['kind'][]): error is CrmError =>
  error instanceof CrmError && kinds.includes(error.kind);
