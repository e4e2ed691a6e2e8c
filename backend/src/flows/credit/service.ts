import {
  addMoney,
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
import { currencyOf, lineTotal, quotedPrice } from '../record/lines.ts';
import { creditPolicy, NEAR_LIMIT } from './policy.ts';

const zero = decimal('0');

/** The deal's net total at its quoted prices; null where it cannot be summed. */
export function dealTotal(ctx: Context): Money | null {
  if (ctx.record.type !== 'deal' || ctx.record.lines.length === 0) return null;
  try {
    const currency = currencyOf(ctx.record);
    return ctx.record.lines.reduce<Money | null>(
      (sum, line) => {
        const unit = quotedPrice(line, currency);
        // A line whose price is not known makes the sum unknown: a smaller one would promise credit that is not there.
        return sum && unit && line.quantity ? addMoney(sum, lineTotal(unit, line.quantity)) : null;
      },
      { amount: zero, currency },
    );
  } catch {
    return null;
  }
}
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
  const deal = dealTotal(ctx);
  const freeAfterDeal = deal && position.free?.currency === deal.currency ? subtractMoney(position.free, deal) : null;
  return {
    state: 'ready',
    data: { position, deal, freeAfterDeal, verdict: verdictOf(position, freeAfterDeal), freshness: figure.freshness },
    freshness: figure.freshness,
    refreshing: figure.refreshing,
  };
}
export const creditPanel = (ctx: Context) => panel(ctx, () => readCredit(ctx));
