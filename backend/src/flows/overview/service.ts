import {
  type Alert,
  type ErpCustomer,
  isNegative,
  isZero,
  type OverviewPanel,
  oldest,
  type PanelData,
  type PanelName,
  type PanelResult,
  type Submission,
} from '@backroom/shared';
import { translator, wordsFor } from '@backroom/shared/messages/languages';
import { makeProblem } from '@backroom/shared/messages/problems';
import type { Context, LeftToPerson } from '../context.ts';
import { twinsOfDeal } from '../orders/before.ts';
import { orderOfDeal } from '../orders/ordered.ts';
import { twinWords } from '../orders/sale.ts';

type Others = { [Name in Exclude<PanelName, 'overview'>]?: PanelResult<PanelData[Name]> };
const dataOf = <Data>(result: PanelResult<Data> | undefined): Data | null =>
  result?.state === 'ready' ? result.data : null;
const alert = (code: Alert['code'], level: Alert['level'], panel: PanelName, values: Alert['values'] = {}): Alert => ({
  code,
  level,
  panel,
  values,
});

function alertsOf(others: Others, submission: Submission | null, revision: string | null): Alert[] {
  const alerts: Alert[] = [];
  const customer = dataOf(others.customer);
  if (customer && (customer.state === 'candidates' || customer.state === 'none'))
    alerts.push(alert('customer_not_linked', 'warning', 'customer'));
  if (customer?.state === 'linked' && customer.others) {
    const named = ({ number, name }: ErpCustomer) => `${number} ${name}`;
    const values = { customer: named(customer.customer), other: customer.others.map(named).join(', ') };
    alerts.push(alert('other_customer', 'warning', 'customer', values));
  }
  const credit = dataOf(others.credit);
  if (credit) {
    const { position, verdict, freeAfterDeal, ordered } = credit;
    // An order that is there already is part of the position: its own page raises no alarm about the limit.
    const free = ordered ? null : (freeAfterDeal ?? position.free);
    if (verdict === 'blocked')
      alerts.push(alert('credit_blocked', 'danger', 'credit', { reason: position.blockedReason ?? '' }));
    if (free && isNegative(free.amount))
      alerts.push(
        alert('credit_over_limit', 'danger', 'credit', {
          by: { ...free, amount: free.amount.slice(1) as typeof free.amount },
        }),
      );
    if (verdict === 'near_limit' && free) alerts.push(alert('credit_near_limit', 'warning', 'credit', { free }));
    if (!isZero(position.overdue.amount))
      alerts.push(alert('credit_overdue', 'warning', 'invoices', { amount: position.overdue }));
  }
  const lines = dataOf(others.stock)?.lines ?? [];
  const count = (test: (line: (typeof lines)[number]) => boolean) => lines.filter(test).length;
  const short = count((line) => line.state === 'known' && line.verdict === 'short');
  const later = count((line) => line.state === 'known' && line.verdict === 'later');
  const unknown = count((line) => line.state === 'unknown');
  const trouble = count((line) => line.state === 'trouble');
  if (short > 0) alerts.push(alert('stock_short', 'danger', 'stock', { count: String(short) }));
  if (later > 0) alerts.push(alert('stock_later', 'warning', 'stock', { count: String(later) }));
  if (unknown > 0) alerts.push(alert('stock_unknown', 'warning', 'stock', { count: String(unknown) }));
  if (trouble > 0) alerts.push(alert('unknown_product', 'danger', 'stock', { count: String(trouble) }));
  const below = (dataOf(others.pricing)?.lines ?? []).filter(
    (line) => line.state === 'known' && line.verdict === 'below',
  ).length;
  if (below > 0) alerts.push(alert('price_below', 'warning', 'pricing', { count: String(below) }));
  if (submission && (submission.state === 'waiting' || submission.state === 'checking'))
    alerts.push(alert('order_waiting', 'warning', 'orders'));
  if (submission?.state === 'needs_attention')
    alerts.push(alert('order_needs_attention', 'danger', 'orders', { words: submission.problem?.detail ?? '' }));
  // The order stays as it was; what the quote says now is ordered only by somebody who says so.
  if (submission?.state === 'confirmed' && revision !== null && submission.revision !== revision)
    alerts.push(alert('quote_changed', 'warning', 'orders'));
  const stale = Object.values(others).some(
    (result) => result?.state === 'ready' && result.freshness?.source === 'stale',
  );
  if (stale) alerts.push(alert('figures_stale', 'info', 'overview'));
  return alerts;
}

/** In the viewer's words: the first of what a person has to look at. */
function leftAlert({ locale, reference }: Context, { problem, checks }: LeftToPerson): Alert {
  const [first] = checks;
  const { format } = wordsFor({ locale, timeZone: 'UTC' });
  const values = Object.entries(first?.values ?? {}).map(
    ([name, value]) => [name, typeof value === 'string' ? value : format.money(value)] as const,
  );
  const reason = first
    ? translator(locale)(`check.${first.code}`, Object.fromEntries(values))
    : problem
      ? makeProblem(problem, locale, reference).title
      : '';
  return alert('automation_waiting', 'warning', 'orders', { reason });
}

/** When the goods come: of a deal that is an order the day promised with that order, whatever its quote says now. */
async function completionOf(ctx: Context, others: Others): Promise<Pick<OverviewPanel, 'completeBy' | 'completion'>> {
  const ordered = await orderOfDeal(ctx);
  if (ordered) return { completeBy: ordered.promisedOn, completion: ordered.promisedOn === null ? 'unknown' : 'known' };
  const stock = dataOf(others.stock);
  return { completeBy: stock?.completeBy ?? null, completion: stock?.completion ?? 'unknown' };
}

/** Made of the other panels of this request; asks the ERP nothing of its own but what became of a twin. What could not be read is named, not shown as nothing. */
export async function overviewOf(ctx: Context, others: Others): Promise<PanelResult<OverviewPanel>> {
  const written = await ctx.services.submissions.listForRecord(ctx.account.id, {
    type: ctx.record.type,
    id: ctx.record.id,
  });
  const orders = written.filter(({ kind }) => kind === 'order');
  const submission = orders.find(({ state }) => state !== 'cancelled') ?? orders[0] ?? null;
  const results = Object.entries(others);
  if (results.some(([, result]) => result.state === 'pending')) return { state: 'pending', pollAfterMs: 1500 };
  // Without a linked customer there is nothing to miss: the overview says so itself.
  const missing = results.flatMap(([name, result]) =>
    result.state === 'problem' && result.problem.code !== 'customer_not_linked' ? [name as PanelName] : [],
  );
  const ages = results.flatMap(([name, result]) =>
    name !== 'customer' && result.state === 'ready' && result.freshness ? [result.freshness] : [],
  );
  const [first, ...rest] = ages;
  const freshness = first ? oldest(first, ...rest) : null;
  const invoices = dataOf(others.invoices);
  const converted = dataOf(others.orders)?.converted ?? null;
  const isOrder = converted !== null || orders.some(({ state }) => state !== 'cancelled');
  const left =
    isOrder || ctx.record.type !== 'deal' ? null : await ctx.services.leftToPerson(ctx.account.id, ctx.record.id);
  const twins = isOrder ? [] : await twinsOfDeal(ctx);
  return {
    state: 'ready',
    freshness,
    refreshing: results.some(([, result]) => result.state === 'ready' && result.refreshing),
    data: {
      customer: dataOf(others.customer),
      ...(await completionOf(ctx, others)),
      credit: dataOf(others.credit),
      openInvoices: invoices?.totals ?? null,
      converted,
      submission: submission && { id: submission.id, state: submission.state, orderNumber: submission.erpNumber },
      alerts: [
        ...twins.map((twin) => alert('possible_twin', 'danger', 'orders', twinWords(ctx.services.crmNames, twin))),
        ...(left ? [leftAlert(ctx, left)] : []),
        ...alertsOf(others, submission, ctx.identity?.revision ?? null),
      ],
      freshness,
      missing,
    },
  };
}
