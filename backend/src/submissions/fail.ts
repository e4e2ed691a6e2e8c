import { ErpError } from '../erp/contract/index.ts';
import type { Traffic } from '../jobs/lanes.ts';
import { ProblemError } from '../problems/error.ts';
import { erpLane } from '../store/connections.ts';
import { type Claimed, move } from './claims.ts';
import { brief, type EngineContext, problemOf, soon, system } from './context.ts';
import { accountOf } from './rows.ts';
import { afterFailure, type During } from './state.ts';

/** After an unknown outcome the first look-up comes at once: most often the ERP has it, and only the answer was lost. */
const FIRST_CHECK_MS = 250;
/** A row that was claimed so often and never brought to rest ends the process that takes it, or trips over a fault of ours: a person has to see it. */
export const MAX_TAKEN = 12;
/** So many creates without a clear answer, each looked up until its outcome was known: the ERP does not take this one. */
export const MAX_SENDS = 6;

/** What a failed call says about the connection as a whole. */
export function trafficOf(error: ErpError): Traffic {
  if (error.kind === 'busy') return { type: 'busy', retryAfterMs: error.retryAfterMs };
  if (error.kind === 'unreachable' || error.kind === 'unauthorised' || error.timedOut) return { type: 'down' };
  return { type: error.kind === 'uncertain' || error.kind === 'drift' ? 'neutral' : 'ok' };
}
/** Null: a fault of ours, of which the ERP knows nothing. */
function asErpError(error: unknown): ErpError | null {
  if (error instanceof ErpError) return error;
  // No connection, no credentials that open: an admin mends it, and everything goes on.
  if (error instanceof ProblemError) return new ErpError('unreachable', error.message, { cause: error });
  return null;
}

/** Notes a failure and when to go on. `waiting` and `checking` have no end; a refusal rests until a person comes, and so does what we cannot process. */
export async function fail(ctx: EngineContext, claimed: Claimed, during: During, thrown: unknown): Promise<void> {
  const { row } = claimed;
  const known = asErpError(thrown);
  if (!known) ctx.onError(thrown);
  const wrote = during === 'create' || during === 'confirm';
  // A fault of ours in the middle of a write tells nothing of the write.
  const error = known ?? new ErpError(wrote ? 'uncertain' : 'unreachable', 'failed inside', { cause: thrown });
  if (known) await ctx.lanes.report(accountOf(row), erpLane(row.connection), trafficOf(error));
  const hopeless = !known && row.taken >= MAX_TAKEN - 1;
  const state = hopeless ? 'needs_attention' : afterFailure(error.kind, during, row.sent_once);
  const problem = problemOf(known ?? thrown);
  const rests = state === 'needs_attention';
  const unknown = (state === 'checking' || hopeless) && wrote;
  // Waiting writes one event, not one a try: its history is for people.
  const same = row.state === state && row.problem !== null;
  await move(
    ctx,
    claimed,
    {
      state,
      step: during,
      attempts: row.attempts + 1,
      problem: JSON.stringify(problem),
      dueInMs: rests ? null : unknown ? FIRST_CHECK_MS : soon(row.attempts, error.retryAfterMs ?? 0),
      // A clear no, or a certain "nothing was sent", takes the doubt away; but what waits for `confirm` is in the ERP already.
      ...(during === 'create' && !unknown ? { sent_once: false, sends: 0 } : {}),
      // The call has ended: nothing of it leaves later than now.
      ...(unknown ? { sent: true as const } : {}),
    },
    same ? null : { state, step: during, actor: system, problem, words: error.words && brief(error.words) },
    { release: known ? 'rest' : 'fault', ...(same ? {} : { tell: rests ? ('now' as const) : ('later' as const) }) },
  );
}

/** Ends what cannot be processed where a person sees it. Whether the ERP has it stays as it was: only a look-up tells. */
export async function giveUp(ctx: EngineContext, claimed: Claimed, thrown: unknown): Promise<void> {
  const problem = problemOf(thrown);
  await move(
    ctx,
    claimed,
    {
      state: 'needs_attention',
      problem: JSON.stringify(problem),
      dueInMs: null,
      ...(claimed.row.state === 'sending' ? { sent: true as const } : {}),
    },
    { state: 'needs_attention', step: 'look_up', actor: system, problem },
    { release: 'rest', tell: 'now' },
  );
}
