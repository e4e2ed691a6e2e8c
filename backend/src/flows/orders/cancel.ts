import { createHash } from 'node:crypto';
import type { CancelOrderInput, CancelPreview, OrderAct } from '@backroom/shared';
import { ProblemError } from '../../problems/error.ts';
import type { Context } from '../context.ts';
import { type Standing, standingOf } from './standing.ts';

const fingerprintOf = ({ order }: Standing): string =>
  createHash('sha256').update(order.version).digest('hex').slice(0, 24);

export async function cancelPreviewOf(ctx: Context, submission?: string): Promise<CancelPreview> {
  const standing = await standingOf(ctx, 'cancel', submission);
  const { made, order, changedInErp, closed } = standing;
  return {
    submission: made.id,
    erpNumber: order.number,
    fingerprint: fingerprintOf(standing),
    total: order.total,
    changedInErp,
    closed,
    canCancel: closed === null,
  };
}

/** Has the ERP cancel the order, as the person saw it. */
export async function cancelOrder(
  ctx: Context,
  request: Omit<CancelOrderInput, 'idempotencyKey'>,
  idempotencyKey: string,
): Promise<OrderAct> {
  const standing = await standingOf(ctx, 'cancel', request.submission);
  if (fingerprintOf(standing) !== request.fingerprint)
    throw new ProblemError('order_changed_in_erp', { detail: standing.order.number });
  if (standing.closed !== null) throw new ProblemError('erp_refused', { detail: standing.closed, field: 'status' });
  return ctx.services.submissions.acts.submit(
    { account: ctx.account.id, actor: ctx.actor },
    {
      submission: standing.made.id,
      revision: null,
      version: standing.order.version,
      idempotencyKey,
      body: { cancel: request },
      payload: { kind: 'cancel', reason: request.reason },
    },
  );
}
