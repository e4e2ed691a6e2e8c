import type { AccountId, OrderAct, OrderActAction } from '@backroom/shared';
import { sql } from 'kysely';
import { ProblemError } from '../../problems/error.ts';
import type { EngineContext } from '../context.ts';
import { ACTS_CHANNEL } from './accept.ts';
import { type ActChange, actColumnsOf } from './claims.ts';
import { actEventColumns, actEventsOf, actStateOf, mayClose, mayResendAct, mayWithdraw, readAct } from './rows.ts';

const changes = {
  resend: { state: 'queued', step: 'look_up', dueInMs: 0, problem: null, attempts: 0, sends: 0 },
  withdraw: { state: 'withdrawn', dueInMs: null },
  close: { state: 'closed', dueInMs: null },
} as const satisfies Record<OrderActAction, ActChange>;

/** A person's hand: try again now, stop what was not sent, or close what a person took care of in the ERP. The precondition stands in the WHERE too. */
export async function intervene(
  ctx: EngineContext,
  who: { account: AccountId; actor: string },
  id: string,
  action: OrderActAction,
): Promise<OrderAct> {
  const row = await ctx.db
    .selectFrom('order_acts')
    .selectAll()
    .where('account', '=', who.account)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProblemError('not_found');
  const allowed = { resend: mayResendAct, withdraw: mayWithdraw, close: mayClose }[action](row);
  if (!allowed) throw new ProblemError('submission_state');
  const change: ActChange = changes[action];
  // In doubt it is still to be read before anything is sent: only the count begins anew.
  const next: ActChange =
    action === 'resend' && row.in_doubt ? { ...change, state: 'checking', sends: Math.min(row.sends, 1) } : change;
  const moved = await ctx.db
    .with('moved', (q) =>
      q
        .updateTable('order_acts')
        .set(actColumnsOf(ctx, next))
        .where('account', '=', who.account)
        .where('id', '=', id)
        .where('state', '=', row.state)
        .where('in_doubt', '=', row.in_doubt)
        .where((eb) => eb.or([eb('claim', 'is', null), eb('lease_until', '<', ctx.clock())]))
        .returning(['id', 'account']),
    )
    .with('noted', (q) =>
      q
        .insertInto('order_act_events')
        .columns(actEventColumns)
        .expression(
          actEventsOf('moved', ctx.clock(), {
            state: actStateOf({ state: next.state ?? row.state }),
            step: action,
            actor: who.actor,
          }),
        ),
    )
    .selectFrom('moved')
    .select(['moved.id', sql`pg_notify(${ACTS_CHANNEL}, moved.account)`.as('told')])
    .executeTakeFirst();
  if (!moved) throw new ProblemError('submission_state');
  return readAct(ctx.db, who.account, id);
}
