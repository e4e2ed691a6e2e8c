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
} from '@backroom/shared';
import { ProblemError } from '../../problems/error.ts';
import { type Context, linkedCustomer, panel, readSignal, requireFlow } from '../context.ts';
import { customerFigure } from '../customer-figure.ts';
import { orderOfDeal } from '../orders/ordered.ts';
import { rememberedSimulation, type Simulated } from '../orders/simulation.ts';
import { type Held, held, orderTotal } from './order-total.ts';
import { creditPolicy, NEAR_LIMIT } from './policy.ts';

const zero = decimal('0');

/** One word for the position; the worst counts. */
export function verdictOf(position: CreditPosition, { freeAfterDeal, unjudged }: Held): CreditPanel['verdict'] {
  if (position.blocked) return 'blocked';
  const free = freeAfterDeal ?? position.free;
  if (free && isNegative(free.amount)) return 'over_limit';
  if (compare(position.overdue.amount, zero) > 0) return 'overdue';
  if (!position.limit || !free) return 'no_limit';
  if (unjudged) return 'not_judged';
  return compareMoney(free, { ...position.limit, amount: multiply(position.limit.amount, decimal(NEAR_LIMIT)) }) < 0
    ? 'near_limit'
    : 'ok';
}

/** What is held against the limit. A preview asks the ERP itself, and an order that is there already is part of the exposure. */
export type OnCredit = { ordered: () => Promise<boolean>; simulated: () => Promise<Simulated> };
const ofPage = (ctx: Context): OnCredit => ({
  ordered: async () => (await orderOfDeal(ctx)) !== null,
  simulated: () => rememberedSimulation(ctx),
});

async function ofDeal(
  ctx: Context,
  { ordered, simulated }: OnCredit,
): Promise<{ ordered: boolean; total: Money | null }> {
  if (await ordered()) return { ordered: true, total: null };
  return { ordered: false, total: await orderTotal(ctx, await simulated()) };
}

export async function readCredit(ctx: Context, on: OnCredit): Promise<PanelResult<CreditPanel>> {
  requireFlow(ctx, 'credit');
  const customer = linkedCustomer(ctx);
  const { credit } = ctx.erp;
  if (!credit) throw new ProblemError('flow_unsupported');
  const isDeal = ctx.record.type === 'deal' && ctx.record.lines.length > 0;
  const [figure, deal] = await Promise.all([
    customerFigure(ctx, {
      name: 'credit',
      customer: customer.id,
      policy: creditPolicy,
      schema: creditPositionSchema,
      read: () => credit.position({ customerId: customer.id }, { signal: readSignal() }),
    }),
    isDeal ? ofDeal(ctx, on) : null,
  ]);
  const position = figure.value;
  const after: Held = deal && !deal.ordered ? held(position, deal.total) : { freeAfterDeal: null, unjudged: null };
  return {
    state: 'ready',
    data: {
      position,
      deal: deal?.total ?? null,
      ...after,
      ordered: deal?.ordered ?? false,
      verdict: verdictOf(position, after),
      freshness: figure.freshness,
    },
    freshness: figure.freshness,
    refreshing: figure.refreshing,
  };
}
export const creditPanel = (ctx: Context, on: OnCredit = ofPage(ctx)) => panel(ctx, () => readCredit(ctx, on));
