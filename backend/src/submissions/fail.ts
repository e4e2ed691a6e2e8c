import { ErpError } from '../erp/contract/index.ts';
import { ProblemError } from '../problems/error.ts';
import { type Claimed, move } from './claims.ts';
import { type EngineContext, problemOf, soon, system } from './context.ts';
import type { Traffic } from './lanes.ts';
import { accountOf } from './rows.ts';
import { afterFailure, type During } from './state.ts';

/** After an unknown outcome the first look-up comes at once: most often the ERP has it, and only the answer was lost. */
const FIRST_CHECK_MS = 250;

/** What a failed call says about the connection as a whole. */
export function trafficOf(error: ErpError): Traffic {
  if (error.kind === 'busy') return { type: 'busy', retryAfterMs: error.retryAfterMs };
  if (error.kind === 'unreachable' || error.kind === 'unauthorised' || error.timedOut) return { type: 'down' };
  return { type: error.kind === 'uncertain' || error.kind === 'drift' ? 'neutral' : 'ok' };
}
function asErpError(error: unknown, during: During): ErpError {
  if (error instanceof ErpError) return error;
  // No connection, no credentials that open: an admin mends it, and everything goes on.
  if (error instanceof ProblemError) return new ErpError('unreachable', error.message, { cause: error });
  // A fault of ours in the middle of a write tells nothing of the write.
  const wrote = during === 'create' || during === 'confirm';
  return new ErpError(wrote ? 'uncertain' : 'unreachable', 'failed inside', { cause: error });
}

/** Notes a failure and when to go on. `waiting` and `checking` have no end; only a refusal rests until a person comes. */
export async function fail(ctx: EngineContext, claimed: Claimed, during: During, thrown: unknown): Promise<void> {
  const { row } = claimed;
  const error = asErpError(thrown, during);
  await ctx.lanes.report(accountOf(row), 'erp', trafficOf(error));
  const wrote = during === 'create' || during === 'confirm';
  const state = afterFailure(error.kind, during, row.sent_once);
  const problem = problemOf(error);
  const rests = state === 'needs_attention';
  const unknown = state === 'checking' && wrote;
  const now = ctx.now();
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
      next_try_at: rests
        ? null
        : unknown
          ? new Date(now.getTime() + FIRST_CHECK_MS)
          : soon(now, row.attempts, error.retryAfterMs ?? 0),
      // A clear no, or a certain "nothing was sent", takes the doubt away; but what waits for `confirm` is in the ERP already.
      ...(during === 'create' && !unknown ? { sent_once: false } : {}),
      ...(unknown ? { absent_since: null } : {}),
    },
    same ? null : { state, step: during, actor: system, problem, words: error.words },
    { release: true, ...(same ? {} : { tell: rests ? ('now' as const) : ('later' as const) }) },
  );
}
