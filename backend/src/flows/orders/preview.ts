import {
  decimal,
  type Freshness,
  type OrderEntries,
  oldest,
  type PanelResult,
  type Preview,
  type PricingPanel,
  type StockPanel,
  type Submission,
} from '@backroom/shared';
import { quotesOf } from '../../deals/choice.ts';
import { currencyOfDeal } from '../../deals/currency.ts';
import { makersIn, ownOrderIn } from '../../deals/own-orders.ts';
import { dealTotal, quotedNet, quotedPrice } from '../../deals/quoted.ts';
import type { StandingOrder } from '../../erp/contract/standing.ts';
import { toProblemError } from '../../problems/translate.ts';
import type { Asked } from '../../store/approvals.ts';
import { beyondLimits } from '../../submissions/limits.ts';
import type { Sale } from '../../submissions/twins.ts';
import { type Context, identityOf, requireFlow, today, writes } from '../context.ts';
import { creditPanel } from '../credit/service.ts';
import { customerPanel } from '../customers/service.ts';
import { dealOf, matchLines } from '../lines.ts';
import { pricingPanel } from '../pricing/service.ts';
import { stockPanel } from '../stock/service.ts';
import { beyondOrder, openGoods } from './amended.ts';
import { approvalOf } from './approval.ts';
import { cancelledFrom, changedInto, numberInErp, orderedBefore, recentNumberInErp } from './before.ts';
import { type Matched, ready } from './checks/check.ts';
import { checksOf, isBlocking } from './checks/index.ts';
import { offered, placesOf, sentDetails, withAddresses } from './details.ts';
import { type OrderDraft, orderInputOf } from './draft.ts';
import { carriedOrder } from './elsewhere.ts';
import { orderOfDeal } from './ordered.ts';
import { withPolicies } from './policies.ts';
import { quoteIsChosen } from './quote.ts';
import { noTwins, saleOf, standingTwins, type Twins } from './sale.ts';
import { ordersPanel } from './service.ts';
import { recentSimulation, simulate } from './simulation.ts';

const matched = (ctx: Context): Promise<Matched> =>
  matchLines(ctx).then(
    (lines) => ({ lines }),
    (error: unknown) => ({ lines: null, reason: toProblemError(error).code }),
  );

/** Each line of the quote with what stock and prices say of it. */
function linesOf(ctx: Context, stock: PanelResult<StockPanel>, pricing: PanelResult<PricingPanel>): Preview['lines'] {
  const deal = dealOf(ctx);
  const { currency } = currencyOfDeal(deal);
  return deal.lines.map((line, index) => {
    const shelf = ready(stock)?.lines[index];
    const price = ready(pricing)?.lines[index];
    return {
      lineId: line.id,
      code: line.code,
      name: line.name,
      quantity: line.quantity ?? decimal('0'),
      quotedUnitPrice: currency && quotedPrice(deal, index, currency),
      erpUnitPrice: price?.state === 'known' ? price.erp : null,
      lineTotal: currency && quotedNet(deal, index, currency),
      stock: shelf?.state === 'known' ? shelf.verdict : 'unknown',
      promiseDate: shelf?.state === 'known' ? shelf.promiseDate : null,
    };
  });
}
function ageOf(results: readonly PanelResult<unknown>[]): Freshness | null {
  const [first, ...rest] = results.flatMap((result) =>
    result.state === 'ready' && result.freshness ? [result.freshness] : [],
  );
  return first ? oldest(first, ...rest) : null;
}

type Previewed = {
  preview: Preview;
  input: OrderDraft | null;
  /** What an approval of it is bound to; undefined where none is needed. */
  bound: Asked | undefined;
  orderedElsewhere: boolean;
  sale: Sale | null;
  twins: Twins;
  /** In words, the addresses that the order names by their id. */
  places: Record<string, string>;
  contactId: string | undefined;
};
/**
 * The preview of the deal's quote as it stands now, bound to its revision. `written`: what became of the deal before, when it is being
 * converted. `remembered`: for cards that ask again and again; the ERP's totals and search by reference may then be a minute old.
 */
export async function previewOf(
  ctx: Context,
  {
    written,
    entries,
    remembered = false,
    amends,
  }: {
    written?: readonly Submission[];
    entries?: OrderEntries | undefined;
    remembered?: boolean;
    /** The order that is to become what the quote says: its goods and its total are its own already. */
    amends?: StandingOrder;
  } = {},
): Promise<Previewed> {
  requireFlow(ctx, 'orders');
  const deal = dealOf(ctx);
  const { revision, reference, references, merged } = identityOf(ctx);
  const single = currencyOfDeal(deal).currency !== null;
  const [products, customer, quoteChosen, sent] = await Promise.all([
    matched(ctx),
    customerPanel(ctx),
    quoteIsChosen(ctx),
    single ? sentDetails(ctx, entries) : null,
  ]);
  const who = ready(customer);
  const createsCustomer = who?.state === 'creating' || (who?.state === 'none' && who.canCreate);
  const input = products.lines && single ? orderInputOf(ctx, products.lines, { createsCustomer, details: sent }) : null;
  const sale = input && saleOf(ctx.connection, input);
  const inOrder = amends ? new Map(openGoods(amends)) : undefined;
  const asking = remembered ? recentSimulation(ctx, input) : simulate(ctx, input);
  const looking = written ? Promise.resolve(null) : remembered ? recentNumberInErp(ctx) : numberInErp(ctx);
  // What has this deal's own reference is found by it.
  const searching = carriedOrder(ctx).then((carried) => (carried?.by === 'own' ? null : carried));
  // Of the order that this very quote is already; another revision would be a second order.
  const ordered = async () => {
    if (amends) return null;
    const [found, other] = await Promise.all([looking, searching]);
    if (found === null && other?.by !== 'another_way' && merged === null) return null;
    const known = await orderOfDeal(ctx);
    return { promisedOn: known?.promisedOn ?? other?.order?.promisedOn ?? null };
  };
  const [details, stock, pricing, credit, orders, simulated, elsewhere, found, submissions, twins, makers] =
    await Promise.all([
      sent && withAddresses(ctx, sent),
      stockPanel(ctx, ordered, inOrder),
      pricingPanel(ctx),
      creditPanel(ctx, {
        ordered: async () => (await ordered()) !== null,
        simulated: async () => (amends ? beyondOrder(await asking, amends) : asking),
      }),
      ordersPanel(ctx),
      asking,
      searching,
      looking,
      written ?? ctx.services.submissions.listForRecord(ctx.account.id, { type: 'deal', id: deal.id }),
      sale && !amends ? standingTwins(ctx, sale) : noTwins,
      ctx.services.ownOrders(ctx.account.id),
    ]);
  const carried = elsewhere?.by === 'another_way' ? elsewhere : null;
  // The number of a cloned deal is another's; which of the two the order is, a person has to say.
  const before = amends
    ? null
    : (orderedBefore(ctx, submissions, orders) ?? (elsewhere?.by === 'copied' ? elsewhere.number : null));
  // The engine looks every order up before it writes it. When one is converted, the ERP is asked here only where the answer decides whether a
  // person has to say something first.
  const number = written && (before !== null || twins.twins.length > 0) ? await numberInErp(ctx) : found;
  const sums =
    simulated.state === 'answered' && simulated.simulation.refusals.length === 0 ? simulated.simulation : null;
  const findings = checksOf({
    deal,
    quoteChosen,
    matched: products,
    link: ctx.link,
    others: ctx.former.company?.otherCustomers ?? [],
    customer,
    stock,
    pricing,
    credit,
    convertedTo: amends
      ? null
      : (number ??
        changedInto(submissions, revision) ??
        carried?.number ??
        (merged && (merged.erpNumber ?? merged.reference))),
    cancelledOrder: amends ? null : cancelledFrom(submissions, revision),
    createsCustomer,
    twins: twins.twins,
    crmNames: ctx.services.crmNames,
    before,
    simulated,
    details,
    beyond: input ? beyondLimits(input, details?.description ?? null).map(({ words }) => words) : [],
    readOnly: !writes(ctx, 'orders'),
    // An order that Backroom made is changed where it is.
    ownOrder: amends ? null : ownOrderIn(deal.ownOrder, ctx.connection),
    makers: amends ? [] : makersIn(makers, ctx.connection, ctx.connection.options.ownOrdersOff),
    unfit: ctx.connection.unfit ?? null,
    simulation: sums,
    today: today(ctx),
  });
  const judged = await approvalOf(ctx, withPolicies(findings, ctx.connection.options.policies, deal));
  const { checks, approval } = judged;
  const preview: Preview = {
    revision,
    reference,
    customer: ctx.link?.customer ?? null,
    quotes: quotesOf(deal),
    lines: linesOf(ctx, stock, pricing),
    net: sums?.net ?? null,
    tax: sums?.tax ?? null,
    total: sums?.total ?? null,
    quotedNet: dealTotal(deal),
    completeBy: ready(stock)?.completeBy ?? null,
    credit: ready(credit),
    checks,
    ...(approval ? { approval } : {}),
    ...(details ? { details: offered(ctx, details) } : {}),
    // Without the ERP's products there is nothing an order could be made of.
    canConvert:
      input !== null && !checks.some((each) => isBlocking(each) && !(each.approval && approval?.state === 'needed')),
    freshness: ageOf([stock, pricing, credit]),
  };
  // Under our own reference the engine finds it by itself, and takes it over instead of writing a second one.
  const otherwise =
    (carried !== null && !references.some((each) => each === carried.order?.reference)) || merged !== null;
  if (!written) ctx.services.previews.note({ account: ctx.account.id, deal: deal.id, revision }, ctx.began);
  return {
    preview,
    input,
    bound: judged.bound,
    orderedElsewhere: otherwise,
    sale,
    twins,
    places: details ? placesOf(details) : {},
    contactId: details?.contactId,
  };
}
