import {
  type Currency,
  decimal,
  type Freshness,
  type OrdersPanel,
  oldest,
  type PanelResult,
  type Preview,
  type Reference,
  type Submission,
} from '@backroom/shared';
import type { Simulation } from '../../erp/contract/schemas.ts';
import { referenceFor, referencePrefix } from '../../submissions/reference.ts';
import type { Sale, Twin } from '../../submissions/twins.ts';
import { type Context, readSignal, requireFlow, today } from '../context.ts';
import { creditPanel } from '../credit/service.ts';
import { customerPanel } from '../customers/service.ts';
import { pricingPanel } from '../pricing/service.ts';
import { currencyOf, dealOf, dealTotal, matchLines, quotedNet, quotedPrice } from '../record/lines.ts';
import { revisionOf } from '../record/revision.ts';
import { stockPanel } from '../stock/service.ts';
import { checksOf, isBlocking } from './checks/index.ts';
import { type OrderDraft, orderInputOf } from './draft.ts';
import { orderedElsewhere } from './elsewhere.ts';
import { noTwins, saleOf, standingTwins, type Twins } from './sale.ts';
import { ordersPanel } from './service.ts';

/** What the ERP would make of the order. Null where it cannot be asked, or cannot say. */
async function simulated(ctx: Context, draft: OrderDraft | null): Promise<Simulation | null> {
  const input = draft?.customerId ? { ...draft, customerId: draft.customerId } : null;
  if (!input || !ctx.erp.orders?.simulate) return null;
  return ctx.erp.orders.simulate(input, { signal: readSignal() }).catch(() => null);
}
/** Number of the order that the ERP has under the quote's own reference. Null where it has none, or cannot be asked. */
async function numberInErp(ctx: Context, reference: Reference): Promise<string | null> {
  const found = await ctx.erp.orders
    ?.findByReference({ references: [reference] }, { signal: readSignal() })
    .catch(() => null);
  return found?.results[0]?.find(({ status }) => status !== 'cancelled')?.number ?? null;
}

/**
 * The order that this deal became by another revision: by our submissions, or by the ERP's own list when ours was lost with a restored backup.
 * Its number, or its reference while there is none.
 */
function orderedBefore(ctx: Context, written: readonly Submission[], orders: PanelResult<OrdersPanel>): string | null {
  const revision = revisionOf(dealOf(ctx));
  const ours = written.find(
    (each) => each.kind === 'order' && each.revision !== revision && each.state !== 'cancelled',
  );
  if (ours) return ours.erpNumber ?? ours.reference;
  const prefix = referencePrefix(ctx.account.id, 'order', ctx.record.id);
  const reference = referenceFor(ctx.account.id, 'order', ctx.record.id, revision);
  const theirs = (orders.state === 'ready' ? orders.data.orders : []).find(
    (each) => each.reference?.startsWith(prefix) && each.reference !== reference && each.status !== 'cancelled',
  );
  return theirs?.number ?? null;
}

/** What looks like the same sale in another CRM of the company; for the overview. */
export async function twinsOfDeal(ctx: Context): Promise<Twin[]> {
  if (ctx.record.type !== 'deal' || !ctx.link) return [];
  try {
    const input = orderInputOf(ctx, await matchLines(ctx), false);
    return input ? (await standingTwins(ctx, saleOf(ctx.connection, input))).twins : [];
  } catch {
    // Lines of several currencies, or products that cannot be read: the other alerts say so.
    return [];
  }
}

/** The preview of the deal's quote as it stands now, bound to its revision. `written`: what became of the deal before, when it is being converted. */
export async function previewOf(
  ctx: Context,
  written?: readonly Submission[],
): Promise<{
  preview: Preview;
  input: OrderDraft | null;
  orderedElsewhere: boolean;
  sale: Sale | null;
  twins: Twins;
}> {
  requireFlow(ctx, 'orders');
  const deal = dealOf(ctx);
  let currency: Currency | null = null;
  try {
    currency = currencyOf(deal);
  } catch {
    // Named among the checks.
  }
  const lines = await matchLines(ctx).catch(() => null);
  const customer = await customerPanel(ctx);
  const who = customer.state === 'ready' ? customer.data : null;
  const createsCustomer = who?.state === 'creating' || (who?.state === 'none' && who.canCreate);
  const input = currency && lines ? orderInputOf(ctx, lines, createsCustomer) : null;
  const sale = input && saleOf(ctx.connection, input);
  const revision = revisionOf(deal);
  const reference = referenceFor(ctx.account.id, 'order', deal.id, revision);
  const [stock, pricing, credit, orders, simulation, elsewhere, found, submissions, twins] = await Promise.all([
    stockPanel(ctx),
    pricingPanel(ctx),
    creditPanel(ctx),
    ordersPanel(ctx),
    simulated(ctx, input),
    orderedElsewhere(ctx),
    written ? null : numberInErp(ctx, reference),
    written ?? ctx.services.submissions.listForRecord(ctx.account.id, { type: 'deal', id: deal.id }),
    sale ? standingTwins(ctx, sale) : noTwins,
  ]);
  const before = orderedBefore(ctx, submissions, orders);
  // The engine looks every order up before it writes it. When one is converted, the ERP is asked here only where the answer decides whether a
  // person has to say something first.
  const number = written && (before !== null || twins.twins.length > 0) ? await numberInErp(ctx, reference) : found;
  const checks = checksOf({
    deal,
    customer,
    stock,
    pricing,
    credit,
    convertedTo: number ?? elsewhere?.number ?? null,
    createsCustomer,
    twins: twins.twins,
    before,
    simulation,
    asked: input !== null && input.customerId !== null,
    today: today(ctx),
  });
  const stockLines = stock.state === 'ready' ? stock.data.lines : [];
  const priceLines = pricing.state === 'ready' ? pricing.data.lines : [];
  const ages: Freshness[] = [stock, pricing, credit].flatMap((result) =>
    result.state === 'ready' && result.freshness ? [result.freshness] : [],
  );
  const [first, ...rest] = ages;
  const sums = simulation?.refusals.length === 0 ? simulation : null;
  const preview: Preview = {
    revision,
    reference,
    customer: ctx.link?.customer ?? null,
    lines: deal.lines.map((line, index) => {
      const stockLine = stockLines[index];
      const priceLine = priceLines[index];
      const quantity = line.quantity ?? decimal('0');
      return {
        lineId: line.id,
        code: line.code,
        name: line.name,
        quantity,
        quotedUnitPrice: currency && quotedPrice(deal, index, currency),
        erpUnitPrice: priceLine?.state === 'known' ? priceLine.erp : null,
        lineTotal: currency && quotedNet(deal, index, currency),
        stock: stockLine?.state === 'known' ? stockLine.verdict : 'unknown',
        promiseDate: stockLine?.state === 'known' ? stockLine.promiseDate : null,
      };
    }),
    net: sums?.net ?? null,
    tax: sums?.tax ?? null,
    total: sums?.total ?? null,
    quotedNet: dealTotal(deal),
    completeBy: stock.state === 'ready' ? stock.data.completeBy : null,
    credit: credit.state === 'ready' ? credit.data : null,
    checks,
    // Without the ERP's products there is nothing an order could be made of.
    canConvert: input !== null && !checks.some(isBlocking),
    freshness: first ? oldest(first, ...rest) : null,
  };
  // Under our own reference the engine finds it by itself, and takes it over instead of writing a second one.
  const otherwise = elsewhere !== null && elsewhere.order?.reference !== reference;
  return { preview, input, orderedElsewhere: otherwise, sale, twins };
}
