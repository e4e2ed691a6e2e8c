import {
  type Alert,
  type CreditPanel,
  compare,
  decimal,
  type ErpOrder,
  type Freshness,
  type Invoice,
  isNegative,
  isZero,
  type Money,
  negate,
  type PriceLine,
  type Problem,
  type StockLine,
} from '@backroom/shared';
import { problemView, type Tag } from '@backroom/shared/messages/submission';
import type { MessageKey } from '@backroom/shared/messages/ui';
import { dayText, say, valuesOf } from './values.ts';
import type { Words } from './words.ts';

export { eventView, problemView, submissionView, type Tag, type Tone } from '@backroom/shared/messages/submission';

/** "Updated 2 min ago": the age of the figures of a card. */
export function ageView(words: Words, freshness: Freshness, now: number): { text: string; stale: boolean; at: string } {
  const { t, format, problems } = words;
  const age = format.ago(freshness.asOf, now);
  const at = format.instant(freshness.asOf);
  if (freshness.source === 'stale') {
    const reason = problems[freshness.reason ?? 'erp_unreachable'][0];
    return { text: t('age.stale', { age, reason }), stale: true, at };
  }
  // Seconds that count up are a flicker.
  return {
    text: now - Date.parse(freshness.asOf) < 60_000 ? t('age.live') : t('age.cached', { age }),
    stale: false,
    at,
  };
}
/** Why the ERP cannot be reached, for an admin: whom to ask is no answer to the person who is asked. */
export function causeText(words: Words, problem: Problem): string {
  const { title, detail } = problemView(words, problem);
  return detail ? words.t('label_value', { label: title, value: detail }) : title;
}
/** Why the figures that stand there are not newer, although somebody asked. */
export function refreshFailure(words: Words, problem: Problem, freshness: Freshness | null, now: number): string {
  const reason = problemView(words, problem).title;
  return freshness
    ? words.t('refresh.failed', { reason, when: words.format.ago(freshness.asOf, now) })
    : words.t('refresh.failed_now', { reason });
}
const alertTones = { danger: 'danger', warning: 'warning', info: 'info' } as const;
export const alertView = (words: Words, alert: Alert): Tag => ({
  text: words.t(`alert.${alert.code}`, valuesOf(words, alert.values)),
  tone: alertTones[alert.level],
});
type KnownLine = Extract<StockLine, { state: 'known' }>;
const stockTones = {
  available: 'success',
  later: 'warning',
  short: 'danger',
  not_stocked: 'default',
  ordered: 'default',
} as const;
const priceTones = { equal: 'success', below: 'warning', above: 'info', other_currency: 'warning' } as const;
/** The available quantity against the ordered one, or why there is none. */
function stockText({ t, format }: Words, { verdict, available, quantity }: KnownLine): string {
  const values = { count: available, available: format.quantity(available), quantity: format.quantity(quantity) };
  if (verdict === 'available') return t('stock.available_count', values);
  return verdict === 'short' && !isZero(available) && !isNegative(available)
    ? t('stock.available_of', values)
    : t(`stock.${verdict}`);
}
/** When a line can be delivered, or was promised; null where it needs no stock. */
function promiseOf(words: Words, line: StockLine | undefined, today: string): string | null {
  const { t, format } = words;
  if (line?.state === 'unknown') return t('unknown');
  if (line?.state !== 'known' || line.verdict === 'not_stocked') return null;
  const { promiseDate, verdict } = line;
  if (verdict === 'ordered') return promiseDate === null ? t('unknown') : format.date(promiseDate);
  if (promiseDate === null) return t('stock.never');
  return dayText(words, promiseDate, today);
}
/** "quote €3.44 lower" */
const differenceText = ({ t, format }: Words, { amount, currency }: Money): string =>
  isNegative(amount)
    ? t('price.quote_lower', { amount: format.price({ amount: negate(amount), currency }) })
    : t('price.quote_higher', { amount: format.price({ amount, currency }) });
/** One line of the quote with its stock and price. A figure that is not known is null. */
export type LineView = {
  id: string;
  /** Empty for a line without a product code. */
  code: string;
  name: string;
  quantity: string;
  stock: Tag;
  promise: string | null;
  promiseSort: string;
  quoted: string | null;
  erp: string | null;
  price: Tag | null;
  difference: string | null;
  stockLine: KnownLine | null;
  priceLine: Extract<PriceLine, { state: 'known' }> | null;
};
export function lineViews(
  words: Words,
  stock: readonly StockLine[] | null,
  prices: readonly PriceLine[] | null,
  today: string,
): LineView[] {
  const { t, format } = words;
  return (stock ?? prices ?? []).map((line, index): LineView => {
    const s = stock?.[index];
    const p = prices?.[index];
    const trouble = s?.state === 'trouble' ? s.trouble : p?.state === 'trouble' ? p.trouble : null;
    const known = s?.state === 'known' ? s : null;
    const priced = p?.state === 'known' ? p : null;
    const stocked = known !== null && known.verdict !== 'not_stocked';
    const unit = s?.state === 'trouble' ? undefined : s?.unit;
    return {
      id: line.lineId,
      code: line.code ?? '',
      name: line.name,
      quantity: format.quantity(line.quantity, unit),
      stock: trouble
        ? { text: t(`trouble.${trouble}`), tone: 'danger' }
        : known
          ? { text: stockText(words, known), tone: stockTones[known.verdict] }
          : { text: t('stock.unknown'), tone: 'default' },
      promise: promiseOf(words, s, today),
      promiseSort: known?.promiseDate ?? (stocked ? '9999' : '0000'),
      quoted: priced && format.price(priced.quoted),
      erp: priced && format.price(priced.erp),
      price: priced && { text: t(`price.${priced.verdict}`), tone: priceTones[priced.verdict] },
      difference: priced?.difference ? differenceText(words, priced.difference) : null,
      stockLine: known,
      priceLine: priced,
    };
  });
}
export const priceSource = (words: Words, source: string): string => say(words, `price.source.${source}`, source);

const orderTones = {
  draft: 'default',
  confirmed: 'info',
  partly_delivered: 'warning',
  delivered: 'success',
  invoiced: 'success',
  cancelled: 'danger',
} as const;
export const orderTag = ({ t }: Words, status: ErpOrder['status']): Tag => ({
  text: t(`order.status.${status}`),
  tone: orderTones[status],
});
const invoiceTones = {
  paid: 'success',
  part_paid: 'info',
  open: 'default',
  overdue: 'danger',
  cancelled: 'default',
} as const;
export function invoiceTag({ t }: Words, { kind, status, overdueDays }: Invoice): Tag {
  const state =
    status === 'overdue' ? t('invoice.overdue_days', { count: String(overdueDays) }) : t(`invoice.status.${status}`);
  return {
    text: kind === 'credit_note' ? t('label_value', { label: t('invoice.kind.credit_note'), value: state }) : state,
    tone: invoiceTones[status],
  };
}
/** An amount of an invoice as it counts: a credit note takes off. */
export const invoiceAmount = ({ format }: Words, { kind }: Invoice, { amount, currency }: Money): string =>
  format.money({ amount: kind === 'credit_note' && !isZero(amount) ? negate(amount) : amount, currency });
const creditTones = {
  ok: 'success',
  near_limit: 'warning',
  over_limit: 'danger',
  overdue: 'warning',
  blocked: 'danger',
  no_limit: 'default',
  not_judged: 'warning',
} as const;
export function creditView(words: Words, { position, deal, freeAfterDeal, unjudged, ordered, verdict }: CreditPanel) {
  const { t, format } = words;
  const money = (value: Money | null, none: MessageKey) => (value ? format.money(value) : t(none));
  return {
    tag: { text: t(`credit.verdict.${verdict}`), tone: creditTones[verdict] } satisfies Tag,
    limit: money(position.limit, 'credit.no_limit'),
    exposure: format.money(position.exposure),
    free: money(position.free, 'credit.no_limit'),
    deal: deal && format.money(deal),
    afterDeal: freeAfterDeal ? format.money(freeAfterDeal) : unjudged ? t('unknown') : null,
    note:
      unjudged === 'currency'
        ? t('check.credit_not_comparable', { limit: position.free?.currency ?? '', order: deal?.currency ?? '' })
        : unjudged === 'total'
          ? t('check.credit_total_unknown')
          : ordered
            ? t('credit.ordered')
            : null,
    openOrders: money(position.openOrders, 'unknown'),
    receivable: format.money(position.receivable),
    overdue: format.money(position.overdue),
    hasOverdue: compare(position.overdue.amount, decimal('0')) > 0,
    blockedReason: position.blocked ? position.blockedReason : null,
    ageing: position.ageing.map(({ fromDays, toDays, amount }) => ({
      label:
        fromDays <= 0
          ? t('credit.ageing.not_due')
          : toDays === null
            ? t('credit.ageing.more', { from: String(fromDays - 1) })
            : t('credit.ageing.range', { from: String(fromDays), to: String(toDays) }),
      amount: format.money(amount),
    })),
  };
}
const returnTones = {
  requested: 'info',
  approved: 'info',
  received: 'warning',
  partly_credited: 'warning',
  credited: 'success',
  replaced: 'success',
  rejected: 'danger',
} as const;
export const returnTag = ({ t }: Words, status: keyof typeof returnTones): Tag => ({
  text: t(`return.status.${status}`),
  tone: returnTones[status],
});
