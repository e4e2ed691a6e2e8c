import {
  type CreditPanel,
  type CreditPosition,
  compare,
  compareMoney,
  creditPositionSchema,
  decimal,
  isNegative,
  type Money,
  multiply,
  type PanelResult,
  subtractMoney,
} from '@backroom/shared';
import { ProblemError } from '../../problems/error.ts';
import { type Context, linkedCustomer, panel, readSignal, requireFlow } from '../context.ts';
import { customerFigure } from '../customer-figure.ts';
import { dealTotal } from '../record/lines.ts';
import { creditPolicy, NEAR_LIMIT } from './policy.ts';

const zero = decimal('0');

/** One word for the position; the worst counts. */
export function verdictOf(position: CreditPosition, freeAfterDeal: Money | null): CreditPanel['verdict'] {
  if (position.blocked) return 'blocked';
  const free = freeAfterDeal ?? position.free;
  if (free && isNegative(free.amount)) return 'over_limit';
  if (compare(position.overdue.amount, zero) > 0) return 'overdue';
  if (!position.limit || !free) return 'no_limit';
  return compareMoney(free, { ...position.limit, amount: multiply(position.limit.amount, decimal(NEAR_LIMIT)) }) < 0
    ? 'near_limit'
    : 'ok';
}
export async function readCredit(ctx: Context): Promise<PanelResult<CreditPanel>> {
  requireFlow(ctx, 'credit');
  const customer = linkedCustomer(ctx);
  const { credit } = ctx.erp;
  if (!credit) throw new ProblemError('flow_unsupported');
  const figure = await customerFigure(ctx, {
    name: 'credit',
    customer: customer.id,
    policy: creditPolicy,
    schema: creditPositionSchema,
    read: () => credit.position({ customerId: customer.id }, { signal: readSignal() }),
  });
  const position = figure.value;
  const deal = ctx.record.type === 'deal' ? dealTotal(ctx.record) : null;
  const freeAfterDeal = deal && position.free?.currency === deal.currency ? subtractMoney(position.free, deal) : null;
  return {
    state: 'ready',
    data: { position, deal, freeAfterDeal, verdict: verdictOf(position, freeAfterDeal), freshness: figure.freshness },
    freshness: figure.freshness,
    refreshing: figure.refreshing,
  };
}
export const creditPanel = (ctx: Context) => panel(ctx, () => readCredit(ctx));
