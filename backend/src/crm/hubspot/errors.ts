import { dayIn, daysAfter, instantIn } from '@backroom/shared';
import { CrmError } from '../contract/index.ts';
import type { HubSpotFault } from './schemas.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
/** A window of ten seconds is empty again after ten seconds at the latest. */
const BURST_MS = 10 * SECOND;
const LOCKED_MS = 2 * SECOND;
const MOVING_MS = 60 * MINUTE;

/** The daily limit begins anew at midnight in the account's time zone; near midnight a clock may be wrong. */
export function untilReset(zone: string, now: number): number {
  const midnight = instantIn(zone, daysAfter(dayIn(zone, new Date(now)), 1)).getTime();
  return Math.max(midnight - now, 15 * MINUTE);
}

/** `Retry-After` of API answers is in seconds. (In HubSpot's own calls to apps it is milliseconds.) */
function retryAfter(header: string | null, otherwise: number, most: number): number {
  const seconds = Number(header ?? '');
  return header !== null && Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * SECOND, most) : otherwise;
}

function busyFor(status: number, policy: string | undefined, header: string | null, reset: () => number) {
  if (status === 423) return LOCKED_MS;
  // The account is moving to another data centre, for up to a day.
  if (status === 477) return Math.max(retryAfter(header, MOVING_MS, DAY), MINUTE);
  if (policy === 'DAILY') return reset();
  return policy === 'SECONDLY' ? SECOND : retryAfter(header, BURST_MS, BURST_MS);
}

const scopesOf = ({ errors = [], context }: HubSpotFault): string[] => {
  const lists = [context, ...errors.map((each) => each.context)].flatMap((each) => [
    ...(each?.requiredGranularScopes ?? []),
    ...(each?.missingScopes ?? []),
  ]);
  return [...new Set(lists)];
};

export const missingScopes = (scopes: readonly string[]): CrmError =>
  new CrmError('refused', 'HubSpot: a right is missing', {
    words: `HubSpot did not grant ${scopes.join(', ')}. A super admin has to connect Backroom again and allow it.`,
  });

/** A refused call as ours. `reset`: how long until the account's day is over. */
export function toCrmError(status: number, body: HubSpotFault, header: string | null, reset: () => number): CrmError {
  const words = body.message ?? null;
  const message = `HubSpot ${status} ${body.category ?? ''}`.trim();
  if (status === 429 || status === 423 || status === 477)
    return new CrmError('busy', message, { words, retryAfterMs: busyFor(status, body.policyName, header, reset) });
  if (status === 401) return new CrmError('unauthorised', message, { words });
  // It ends what was tried, not the connection.
  if (status === 403) {
    const scopes = scopesOf(body);
    return scopes.length > 0 ? missingScopes(scopes) : new CrmError('refused', message, { words });
  }
  if (status === 404) return new CrmError('not_found', message, { words });
  if (status >= 500) return new CrmError('unreachable', message, { words });
  return new CrmError('refused', message, { words });
}
