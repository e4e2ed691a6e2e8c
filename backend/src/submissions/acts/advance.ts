import { erpOrderIdSchema } from '@backroom/shared';
import {
  DEFAULT_MAX_COMMIT_MS,
  type ErpAdapter,
  type ErpCall,
  type ErpDescription,
  ErpError,
} from '../../erp/contract/index.ts';
import type { StandingOrder } from '../../erp/contract/standing.ts';
import { underRight } from '../../erp/transport/leaving.ts';
import { LostClaim } from '../../jobs/queue.ts';
import { ProblemError } from '../../problems/error.ts';
import { erpLane } from '../../store/connections.ts';
import { blindWait } from '../blind-wait.ts';
import { type EngineContext, system } from '../context.ts';
import { MAX_SENDS, MAX_TAKEN } from '../fail.ts';
import type { Payload } from '../payload.ts';
import { accountOf } from '../rows.ts';
import { type ClaimedAct, moveAct } from './claims.ts';
import { type During, failAct, stopAct } from './fail.ts';
import { judge } from './judge.ts';
import { type ActPayload, readActPayload } from './payload.ts';
import { actStateOf } from './rows.ts';
import { settle } from './settle.ts';

type Orders = NonNullable<ErpAdapter['orders']>;
type Touched = Extract<Payload, { kind: 'order' }>;

/** One claimed act, from the step it had reached to where it rests. Gives what the order touched, if it was done. */
export async function advanceAct(ctx: EngineContext, claimed: ClaimedAct): Promise<Touched | null> {
  try {
    const payload = readActPayload(claimed.row.payload);
    if (payload && claimed.row.taken < MAX_TAKEN)
      return await underRight(claimed.lease, () => steps(ctx, claimed, payload));
    await stopAct(ctx, claimed, 'needs_attention', new ProblemError('cannot_process'));
    return null;
  } catch (error) {
    // Taken over by somebody else, who reads what we did from the order.
    if (error instanceof LostClaim) return null;
    throw error;
  } finally {
    claimed.lease.release();
  }
}

async function steps(ctx: EngineContext, first: ClaimedAct, payload: ActPayload): Promise<Touched | null> {
  const { hooks } = ctx;
  let claimed = first;
  let during: During = 'look_up';
  const call = { signal: first.lease.signal };
  const go = async (...[change, event]: Move) => {
    claimed = { ...claimed, row: await moveAct(ctx, claimed, change, event) };
  };
  // In `sending` a worker died between the call and its note, or lost its lease. Nothing more of that call leaves.
  if (actStateOf(claimed.row) === 'sending')
    await go({ state: 'checking', in_doubt: true, sent: true }, { state: 'checking', step: 'look_up', actor: system });
  try {
    const { account, connection, erp_id: erpId } = claimed.row;
    const owner = accountOf({ account });
    const erp = await ctx.erpFor(owner, connection);
    const orders = ordersOf(erp);
    const description = await erp.describe({}, call);
    await hooks.crash('act_before_look_up');
    const id = erpOrderIdSchema.parse(erpId);
    const skips = hooks.unsafe === 'act-no-look-up' && claimed.row.sends > 0;
    const { order } = skips ? { order: null } : await orders.read({ id }, call);
    await ctx.lanes.report(owner, erpLane(connection), { type: 'ok' });
    await hooks.crash('act_after_look_up');
    const version = await ready(ctx, claimed, { payload, orders, order, description, skips }, call);
    if (typeof version !== 'string') return version;
    const { row } = claimed;
    // Committed before the call: from here on a crash means "read the order".
    await go(
      { state: 'sending', step: 'send', in_doubt: true, sent: true, sends: row.sends + 1 },
      { state: 'sending', step: 'send', actor: system },
    );
    during = 'send';
    await hooks.crash('act_before_send');
    if (!claimed.lease.alive()) throw new LostClaim();
    const answer =
      payload.kind === 'change'
        ? await orders.change(
            { id, version, order: payload.order, ...(payload.clear.length > 0 ? { clear: payload.clear } : {}) },
            call,
          )
        : await orders.cancel({ id, version, reason: payload.reason }, call);
    await hooks.crash('act_after_send');
    if (payload.kind === 'cancel' && answer.status !== 'cancelled')
      throw new ErpError('refused', 'not cancelled', {
        field: 'status',
        words: `Order ${answer.number} is not cancelled.`,
      });
    return await settle(ctx, claimed, payload, answer);
  } catch (error) {
    if (error instanceof LostClaim) throw error;
    await failAct(ctx, claimed, during, error);
    return null;
  }
}
type Move = Parameters<typeof moveAct> extends [unknown, unknown, ...infer Rest] ? [Rest[0], Rest[1]] : never;

type Full = Orders & Required<Pick<Orders, 'read' | 'change' | 'cancel'>>;
function ordersOf({ orders }: ErpAdapter): Full {
  if (!orders?.read || !orders.change || !orders.cancel)
    throw new ErpError('unsupported', 'the ERP changes no orders', { words: 'This ERP cannot change orders.' });
  return orders as Full;
}

type Found = {
  payload: ActPayload;
  orders: Full;
  order: StandingOrder | null;
  description: ErpDescription;
  skips: boolean;
};
/**
 * What the order, as it was read, says about the act: the version to send it for; or, where nothing is to be sent now, what the order touched, or null.
 * Throws where the ERP would not take it.
 */
async function ready(
  ctx: EngineContext,
  claimed: ClaimedAct,
  { payload, orders, order, description, skips }: Found,
  call: ErpCall,
): Promise<string | Touched | null> {
  const { row } = claimed;
  if (skips) return row.version;
  const judged = judge(payload, row, order);
  if (order && judged === 'done')
    return settle(ctx, claimed, payload, await confirmed(ctx, claimed, orders, order, call));
  // Until then the last request may still arrive, whatever the order says now.
  if (row.in_doubt && (await stillBlind(ctx, claimed, description))) return null;
  if (!order) {
    await stopAct(ctx, claimed, 'refused', new ProblemError('order_gone', { detail: row.erp_number }));
    return null;
  }
  if (judged === 'changed' && ctx.hooks.unsafe !== 'act-any-version') {
    // After an unknown outcome a part of what is there may be ours: a person has to look.
    const state = row.in_doubt ? 'needs_attention' : 'refused';
    await stopAct(ctx, claimed, state, new ProblemError('order_changed_in_erp', { detail: order.number }));
    return null;
  }
  const closed = order.closedTo[payload.kind];
  if (closed) {
    // A change that was cut after it had taken the order back to a draft: the order goes on as it was.
    await confirmed(ctx, claimed, orders, order, call);
    await stopAct(ctx, claimed, 'refused', new ProblemError('erp_refused', { detail: closed.words, field: 'status' }));
    return null;
  }
  const why = await ctx.unfit(accountOf(row), row.connection);
  const problem =
    why !== null
      ? new ProblemError('erp_unfit', { detail: why })
      : row.sends >= MAX_SENDS
        ? new ProblemError('erp_uncertain', { detail: `Sent ${row.sends} times without a clear answer.` })
        : null;
  if (problem) {
    await stopAct(ctx, claimed, 'needs_attention', problem);
    return null;
  }
  return order.version;
}

/** How an order goes on that an interrupted change left as a draft. */
async function confirmed(
  ctx: EngineContext,
  { row, lease }: ClaimedAct,
  orders: Full,
  order: StandingOrder,
  call: ErpCall,
): Promise<Omit<StandingOrder, 'version' | 'closedTo'>> {
  if (order.status !== 'draft' || row.sends === 0 || !orders.confirm) return order;
  if (!lease.alive()) throw new LostClaim();
  await orders.confirm({ id: order.id }, call);
  const { order: again } = await orders.read({ id: order.id }, call);
  await ctx.hooks.crash('act_after_send');
  return again ?? order;
}

/** Whether the ERP may still be at the last request. Notes when to look again. */
async function stillBlind(
  ctx: EngineContext,
  claimed: ClaimedAct,
  { settleMs, maxCommitMs }: ErpDescription,
): Promise<boolean> {
  const { row, at } = claimed;
  const blind = settleMs + (maxCommitMs ?? DEFAULT_MAX_COMMIT_MS);
  const wait = blindWait(row.sent_at, at, blind);
  if (!wait) return false;
  const same = row.state === 'checking' && row.step === 'look_up';
  await moveAct(
    ctx,
    claimed,
    { state: 'checking', step: 'look_up', ...wait },
    same ? null : { state: 'checking', step: 'look_up', actor: system },
    { release: 'rest' },
  );
  return true;
}
