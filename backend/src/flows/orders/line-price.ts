import {
  type AccountId,
  canonical,
  compare,
  compareMoney,
  decimalSchema,
  type LinePriceInput,
  type Money,
  type PriceChange,
} from '@backroom/shared';
import { z } from 'zod';
import type { CrmDeal, CrmLine, LinePrice, LineRef } from '../../crm/contract/index.ts';
import { currencyOf, quotedPrice } from '../../deals/quoted.ts';
import { ProblemError } from '../../problems/error.ts';
import { type Context, identityOf } from '../context.ts';
import { dealOf } from '../lines.ts';
import { readPricing } from '../pricing/service.ts';
import { ready } from './checks/check.ts';
import { priceEditOf } from './checks/lines.ts';

/** Writes a line's price to the CRM, and keeps for ten minutes what takes it back. */
export type LinePrices = {
  set: (account: AccountId, line: LineRef, price: LinePrice) => Promise<void>;
  keep: (value: string) => Promise<string>;
  take: (ticket: string) => Promise<string | null>;
};
const linePriceSchema = z.object({
  unitPrice: decimalSchema.nullable(),
  discountPercent: decimalSchema.nullable(),
  discountAmount: decimalSchema.nullable(),
});
/** `after` is what the CRM made of it: it may round. */
const undoSchema = z.object({
  account: z.string(),
  deal: z.string(),
  line: z.string(),
  before: linePriceSchema,
  after: linePriceSchema,
});
const priceOf = ({ unitPrice, discountPercent, discountAmount }: CrmLine): LinePrice => ({
  unitPrice,
  discountPercent,
  discountAmount,
});
const isSame = (left: LinePrice, right: LinePrice): boolean =>
  (['unitPrice', 'discountPercent', 'discountAmount'] as const).every((name) => {
    const [one, other] = [left[name], right[name]];
    return one === null || other === null ? one === other : compare(one, other) === 0;
  });

function lineOf(deal: CrmDeal, id: string) {
  const index = deal.lines.findIndex((line) => line.id === id);
  const line = deal.lines[index];
  const net = line ? quotedPrice(deal, index, currencyOf(deal)) : null;
  if (!line || !net) throw new ProblemError('quote_changed', { field: 'line' });
  return { line, net };
}
async function write(ctx: Context, prices: LinePrices, id: string, price: LinePrice) {
  const deal = dealOf(ctx);
  const from = deal.linesFrom === 'quote' ? 'quote' : 'deal';
  await prices.set(ctx.account.id, { deal: deal.id, from, id }, price);
  const read = await ctx.services.recordFor(ctx.account.id, { type: 'deal', id: deal.id }, 'fresh');
  if (read.type !== 'deal') throw new ProblemError('record_not_found');
  return lineOf(read, id);
}
/** The ERP's price as it is now, where the person saw that one and the line takes it. */
async function wantedPrice(ctx: Context, id: string, expected: Money): Promise<LinePrice> {
  const pricing = ready(await readPricing(ctx));
  const priced = pricing?.lines.find(({ lineId }) => lineId === id);
  if (priced?.state !== 'known' || priced.verdict === 'other_currency')
    throw new ProblemError('quote_changed', { field: 'line' });
  const isSeen = priced.erp.currency === expected.currency && compareMoney(priced.erp, expected) === 0;
  if (!isSeen) throw new ProblemError('quote_changed', { field: 'line' });
  return { unitPrice: canonical(priced.erp.amount), discountPercent: null, discountAmount: null };
}

/** Puts the ERP's price on a line of the CRM, without a discount beside it. Nothing is written where quote or price are other than was seen. */
async function apply(
  ctx: Context,
  prices: LinePrices,
  { line: id, revision, expected }: Extract<LinePriceInput, { action: 'apply' }>,
): Promise<PriceChange> {
  const deal = dealOf(ctx);
  if (identityOf(ctx).revision !== revision) throw new ProblemError('quote_changed');
  const { line, net } = lineOf(deal, id);
  if (priceEditOf(deal, id).price !== 'open') throw new ProblemError('crm_refused', { field: 'line' });
  const after = await write(ctx, prices, id, await wantedPrice(ctx, id, expected));
  const undo = { account: ctx.account.id, deal: deal.id, line: id, before: priceOf(line), after: priceOf(after.line) };
  await ctx.services.note(ctx.account.id, ctx.actor, 'line_price_changed', targetOf(deal, line, net, after.net));
  const { code, name } = line;
  return { code, name, before: net, after: after.net, undo: await prices.keep(JSON.stringify(undo)) };
}
/** Takes it back, while the line still has the price that was written. */
async function restore(ctx: Context, prices: LinePrices, ticket: string): Promise<PriceChange> {
  const deal = dealOf(ctx);
  const kept = await prices.take(ticket);
  const undo = kept === null ? null : undoSchema.safeParse(JSON.parse(kept)).data;
  if (!undo || undo.account !== ctx.account.id || undo.deal !== deal.id) throw new ProblemError('quote_changed');
  const { line, net } = lineOf(deal, undo.line);
  if (!isSame(priceOf(line), undo.after)) throw new ProblemError('quote_changed', { field: 'line' });
  const after = await write(ctx, prices, line.id, undo.before);
  await ctx.services.note(ctx.account.id, ctx.actor, 'line_price_restored', targetOf(deal, line, net, after.net));
  return { code: line.code, name: line.name, before: net, after: after.net, undo: null };
}
const targetOf = (deal: CrmDeal, { code, name }: CrmLine, before: Money, after: Money): string =>
  `${deal.name} (${deal.id}), ${code ?? name}: ${before.amount} → ${after.amount} ${after.currency}`;

export const setLinePrice = (ctx: Context, prices: LinePrices, input: LinePriceInput): Promise<PriceChange> =>
  input.action === 'apply' ? apply(ctx, prices, input) : restore(ctx, prices, input.undo);
