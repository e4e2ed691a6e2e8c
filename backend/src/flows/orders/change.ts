import type { ChangeInput, OrderAct } from '@backroom/shared';
import { ProblemError } from '../../problems/error.ts';
import { type Context, identityOf } from '../context.ts';
import { requireApproval } from './approval.ts';
import { changePreviewOf, requireSeen } from './change-preview.ts';
import { isBlocking } from './checks/index.ts';
import { keepEntries } from './keep.ts';

/**
 * Has the ERP's order become what the quote says now, as the person saw it: a quote or an order that changed since the preview goes back to a new
 * preview. The same checks, policies and approvals as for a conversion.
 */
export async function changeOrder(
  ctx: Context,
  request: Omit<ChangeInput, 'idempotencyKey'>,
  idempotencyKey: string,
): Promise<OrderAct> {
  const { preview, plan } = await changePreviewOf(ctx, request);
  requireSeen(preview, request.fingerprint);
  if (preview.closed !== null) throw new ProblemError('erp_refused', { detail: preview.closed, field: 'status' });
  const blocking = preview.checks.filter((each) => isBlocking(each) && each.approval !== 'needed');
  const open = preview.checks.filter(({ level, code }) => level === 'warn' && !request.acceptedWarnings.includes(code));
  if (blocking.length > 0 || open.length > 0 || !plan)
    throw new ProblemError('preview_blocked', {
      errors: [...blocking, ...open].map(({ code, lineId }) => ({
        path: lineId ? `lines.${lineId}` : 'quote',
        message: code,
      })),
    });
  await requireApproval(ctx, plan.conversion, plan.bound);
  if (request.entries) await keepEntries(ctx, request.entries);
  const { standing, order, clear, places, contactId, conversion } = plan;
  return ctx.services.submissions.acts.submit(
    { account: ctx.account.id, actor: ctx.actor },
    {
      submission: standing.made.id,
      revision: identityOf(ctx).revision,
      version: standing.order.version,
      idempotencyKey,
      body: { change: request },
      contactId,
      payload: {
        kind: 'change',
        order,
        clear,
        promiseDate: conversion.completeBy,
        ...(Object.keys(places).length > 0 ? { places } : {}),
        expected: conversion.total,
      },
    },
  );
}
