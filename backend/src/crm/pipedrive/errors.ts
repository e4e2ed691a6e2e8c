import { CrmError } from '../contract/index.ts';
import type { PipedriveFault } from './schemas.ts';
import { untilReset } from './unproved.ts';

const SECOND = 1000;
/** A burst is over after its rolling window of two seconds; near its end a clock may be wrong. */
const BURST_MS = 3 * SECOND;
const MOST_BURST_MS = 15 * SECOND;
/** The wall in front of Pipedrive lets nobody through for some minutes. */
const WALL_MS = 5 * 60 * SECOND;

/** What the account's plan does not allow, or has used up: an admin of the account can change it. */
export class PlanError extends CrmError {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, words: string) {
    super('refused', `Pipedrive ${status} ${code}`.trim(), { words });
    this.status = status;
    this.code = code;
  }
}
/** A body or a query that Pipedrive does not take: names a field that is gone, as a rule. */
export class ShapeError extends CrmError {
  readonly code: string;
  constructor(code: string, words: string | null) {
    super('refused', `Pipedrive 400 ${code}`.trim(), { words });
    this.code = code;
  }
}

export type Limits = { dailyLeft: number | null; retryAfter: string | null; reset: string | null };
function waitFor({ dailyLeft, retryAfter, reset }: Limits, now: number): number {
  if (dailyLeft !== null && dailyLeft <= 0) return untilReset(now);
  const seconds = [retryAfter, reset].map(Number).find((each) => Number.isFinite(each) && each > 0);
  if (seconds === undefined) return BURST_MS;
  // A long wait is the day's: nothing else lasts longer than a burst.
  return retryAfter !== null && seconds > 60 ? seconds * SECOND : Math.min(seconds * SECOND, MOST_BURST_MS);
}

/** A refused call as ours. `json`: whether the answer was JSON; a page instead comes from the wall in front of Pipedrive. */
export function toCrmError(status: number, body: PipedriveFault, json: boolean, limits: Limits, now: number): CrmError {
  const listed = Object.entries(body.errors ?? {}).map(([name, each]) => `${name}: ${each.join(', ')}`);
  const words = body.error ?? (listed.length > 0 ? listed.join('; ') : null);
  const code = body.code ?? '';
  const message = `Pipedrive ${status} ${code}`.trim();
  if (status === 429) return new CrmError('busy', message, { words, retryAfterMs: waitFor(limits, now) });
  if (status === 403 && !json) return new CrmError('busy', `${message}: no JSON`, { retryAfterMs: WALL_MS });
  if (status === 401) return new CrmError('unauthorised', message, { words });
  if (status === 404 || status === 410) return new CrmError('not_found', message, { words });
  if (status === 402)
    return new PlanError(status, code, 'The Pipedrive account is not open: its trial or its subscription has ended.');
  if (status === 403 && code.startsWith('feature_'))
    return new PlanError(status, code, `Pipedrive's plan of this account does not allow it (${code}).`);
  if (status === 403 && /scope/i.test(words ?? ''))
    return new CrmError('refused', message, {
      words: 'Pipedrive did not grant a right that Backroom asks for. An admin has to install Backroom again.',
    });
  if (status === 415) return new PlanError(status, code, words ?? 'A feature of Pipedrive is not enabled.');
  if (status === 400) return new ShapeError(code, words);
  if (status >= 500) return new CrmError('unreachable', message, { words });
  return new CrmError('refused', message, { words });
}
