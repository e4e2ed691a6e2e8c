import { createHash } from 'node:crypto';
import {
  canonical,
  erpReturnSchema,
  type PanelResult,
  type ReturnInput,
  type ReturnsPanel,
  type Submission,
} from '@backroom/shared';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import { referenceFor } from '../../submissions/reference.ts';
import { type Context, linkedCustomer, panel, readSignal, requireFlow, requireWriting, writes } from '../context.ts';
import { customerFigure } from '../customer-figure.ts';
import { returnsPolicy } from './policy.ts';

export async function readReturns(ctx: Context): Promise<PanelResult<ReturnsPanel>> {
  requireFlow(ctx, 'returns');
  const customer = linkedCustomer(ctx);
  const { returns } = ctx.erp;
  if (!returns) throw new ProblemError('flow_unsupported');
  const figure = await customerFigure(ctx, {
    name: 'returns',
    customer: customer.id,
    policy: returnsPolicy,
    schema: z.array(erpReturnSchema),
    read: async () => (await returns.list({ customerId: customer.id }, { signal: readSignal() })).results,
  });
  return {
    state: 'ready',
    data: {
      returns: figure.value,
      canClaim: returns.create !== undefined && writes(ctx, 'returns'),
      freshness: figure.freshness,
    },
    freshness: figure.freshness,
    refreshing: figure.refreshing,
  };
}
export const returnsPanel = (ctx: Context) => panel(ctx, () => readReturns(ctx));

/** Claims a return. The same claim sent twice is one; a second one of the same goods has its own key and is another. */
export async function claimReturn(
  ctx: Context,
  input: Omit<ReturnInput, 'idempotencyKey'>,
  idempotencyKey: string,
): Promise<Submission> {
  requireFlow(ctx, 'returns');
  requireWriting(ctx, 'returns');
  const customer = linkedCustomer(ctx);
  if (!ctx.erp.returns?.create) throw new ProblemError('flow_unsupported');
  for (const [index, { quantity }] of input.lines.entries())
    if (!/^(?!0+(\.0+)?$)[^-]/.test(canonical(quantity)))
      throw new ProblemError('quantity_invalid', { field: `lines.${index}.quantity` });
  const revision = createHash('sha256')
    .update(JSON.stringify([input.orderNumber, input.lines, idempotencyKey]))
    .digest('hex')
    .slice(0, 32);
  const reference = referenceFor(ctx.account.id, 'return', ctx.record.id, revision);
  return ctx.services.submissions.submit(
    { account: ctx.account.id, actor: ctx.actor },
    {
      connection: ctx.connection.id,
      record: { type: ctx.record.type, id: ctx.record.id },
      revision,
      reference,
      idempotencyKey,
      body: { claim: input },
      names: { record: ctx.record.name, customer: customer.name },
      payload: {
        kind: 'return',
        claim: {
          reference,
          customerId: customer.id,
          orderNumber: input.orderNumber,
          reason: input.reason,
          lines: input.lines,
        },
      },
    },
  );
}
