import { randomUUID } from 'node:crypto';
import type { AccountId, PanelResult, RecordRef } from '@backroom/shared';
import type { CreditAnswer, StockAnswer } from '../crm/contract/actions.ts';
import { type Asker, openContext, type Services, unseen } from '../flows/context.ts';
import { creditPanel } from '../flows/credit/service.ts';
import { stockPanel } from '../flows/stock/service.ts';
import { toProblemError } from '../problems/translate.ts';
import { nobody } from './convert.ts';

type Who = { account: AccountId; actor: string };
/** Why there is no answer; null: there is one. */
const missing = (result: PanelResult<unknown>): string | null =>
  result.state === 'ready' ? null : result.state === 'pending' ? 'erp_timeout' : result.problem.code;
const open = (services: Services, who: Who, ref: RecordRef) => {
  const asker: Asker = { ...who, ...nobody, reference: randomUUID() };
  return openContext(unseen(services), asker, ref, {});
};
const reasonOf = (error: unknown): string => toProblemError(error).code;

/** Credit for the branches of an automation. What could not be read is `unknown` with its reason, never an amount. */
export async function readCredit(services: Services, who: Who, ref: RecordRef): Promise<CreditAnswer> {
  const unknown = { free: null, limit: null, overdue: null, currency: null };
  try {
    const result = await creditPanel(await open(services, who, ref));
    if (result.state !== 'ready') return { verdict: 'unknown', ...unknown, reason: missing(result) };
    const { position, verdict, freeAfterDeal } = result.data;
    const free = freeAfterDeal ?? position.free;
    return {
      verdict,
      free: free?.amount ?? null,
      limit: position.limit?.amount ?? null,
      overdue: position.overdue.amount,
      currency: position.exposure.currency,
      reason: position.blockedReason,
    };
  } catch (error) {
    return { verdict: 'unknown', ...unknown, reason: reasonOf(error) };
  }
}

/** The stock of all lines of a deal; the worst line counts. */
export async function readStock(services: Services, who: Who, deal: string): Promise<StockAnswer> {
  try {
    const result = await stockPanel(await open(services, who, { type: 'deal', id: deal }));
    if (result.state !== 'ready') return { verdict: 'unknown', completeBy: null, short: null, reason: missing(result) };
    const { lines, completeBy } = result.data;
    const of = (verdict: string) => lines.filter((line) => line.state === 'known' && line.verdict === verdict).length;
    const notKnown = lines.filter((line) => line.state !== 'known').length;
    if (lines.length === 0 || notKnown > 0) {
      const reason = lines.length === 0 ? 'no_lines' : 'stock_unknown';
      return { verdict: 'unknown', completeBy: null, short: null, reason };
    }
    const short = of('short');
    const verdict = short > 0 ? 'short' : of('later') > 0 ? 'later' : 'available';
    return { verdict, completeBy, short, reason: null };
  } catch (error) {
    return { verdict: 'unknown', completeBy: null, short: null, reason: reasonOf(error) };
  }
}
