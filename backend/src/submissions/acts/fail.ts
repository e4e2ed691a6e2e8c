import type { OrderActState } from '@backroom/shared';
import { ErpError } from '../../erp/contract/index.ts';
import { ProblemError } from '../../problems/error.ts';
import { erpLane } from '../../store/connections.ts';
import { brief, type EngineContext, problemOf, soon, system } from '../context.ts';
import { MAX_TAKEN, trafficOf } from '../fail.ts';
import { accountOf } from '../rows.ts';
import { type ClaimedAct, moveAct } from './claims.ts';

/** After an unknown outcome the order is read at once: most often it is done, and only the answer was lost. */
const FIRST_CHECK_MS = 250;
export type During = 'look_up' | 'send';

type After = { state: OrderActState; doubt: boolean };
/** The state after a failure, and whether the ERP may have done it. From anything that may have written, the way leads through `checking`. */
export function afterActFailure(kind: ErpError['kind'], during: During, doubt: boolean): After {
  if (during === 'look_up') {
    const waits = ['unreachable', 'busy', 'conflict', 'unauthorised', 'uncertain'].includes(kind);
    return { state: waits ? (doubt ? 'checking' : 'waiting') : 'needs_attention', doubt };
  }
  switch (kind) {
    case 'unreachable':
    case 'busy':
    case 'unauthorised':
    // Somebody else was at it: what became of the order is read, and then judged.
    case 'conflict':
      return { state: 'waiting', doubt: false };
    case 'uncertain':
    case 'drift':
      return { state: 'checking', doubt: true };
    default:
      return { state: 'refused', doubt: false };
  }
}

function asErpError(error: unknown): ErpError | null {
  if (error instanceof ErpError) return error;
  // No connection, no credentials that open: an admin mends it, and everything goes on.
  if (error instanceof ProblemError) return new ErpError('unreachable', error.message, { cause: error });
  return null;
}
/** An order that is gone is no unknown customer. */
const asProblem = (error: unknown): unknown =>
  error instanceof ErpError && error.kind === 'not_found'
    ? new ProblemError('order_gone', error.words ? { detail: error.words } : {})
    : error;

/** Notes a failure and when to go on. */
export async function failAct(ctx: EngineContext, claimed: ClaimedAct, during: During, thrown: unknown): Promise<void> {
  const { row } = claimed;
  const known = asErpError(thrown);
  if (!known) ctx.onError(thrown);
  // A fault of ours in the middle of a write tells nothing of the write.
  const error =
    known ?? new ErpError(during === 'send' ? 'uncertain' : 'unreachable', 'failed inside', { cause: thrown });
  if (known) await ctx.lanes.report(accountOf(row), erpLane(row.connection), trafficOf(error));
  const hopeless = !known && row.taken >= MAX_TAKEN - 1;
  const after = afterActFailure(error.kind, during, row.in_doubt);
  const state = hopeless ? 'needs_attention' : after.state;
  const problem = problemOf(asProblem(known ?? thrown));
  const rests = state === 'needs_attention' || state === 'refused';
  const unknown = after.doubt && during === 'send';
  // Waiting writes one event, not one a try.
  const same = row.state === state && row.problem !== null;
  await moveAct(
    ctx,
    claimed,
    {
      state,
      step: during,
      attempts: row.attempts + 1,
      in_doubt: after.doubt,
      problem: JSON.stringify(problem),
      dueInMs: rests ? null : unknown ? FIRST_CHECK_MS : soon(row.attempts, error.retryAfterMs ?? 0),
      ...(unknown ? { sent: true as const } : {}),
    },
    same ? null : { state, step: during, actor: system, problem, words: error.words && brief(error.words) },
    { release: known ? 'rest' : 'fault' },
  );
}

/** Ends an act where a person sees it: `refused` where it is certain that nothing was written, else `needs_attention`. */
export async function stopAct(
  ctx: EngineContext,
  claimed: ClaimedAct,
  state: 'refused' | 'needs_attention',
  thrown: unknown,
): Promise<void> {
  const problem = problemOf(thrown);
  await moveAct(
    ctx,
    claimed,
    {
      state,
      step: 'look_up',
      dueInMs: null,
      problem: JSON.stringify(problem),
      ...(state === 'refused' ? { in_doubt: false } : {}),
    },
    { state, step: 'look_up', actor: system, problem },
    { release: 'rest' },
  );
}
