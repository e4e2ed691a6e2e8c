import { instantIn } from '@backroom/shared';
import { z } from 'zod';
import type { Crm, Properties, StoredObject } from './database.ts';
import { exact, over, rounded, times, whole, written } from './exact.ts';
import type { Portal } from './portal.ts';

const HUNDRED = whole(100);
const percentOf = (amount: bigint, percent: bigint) => over(times(amount, percent), HUNDRED);
/** Months between two bills; weeks are counted in days. */
const months: Readonly<Record<string, number>> = {
  monthly: 1,
  quarterly: 3,
  per_six_months: 6,
  annually: 12,
  per_two_years: 24,
  per_three_years: 36,
  per_four_years: 48,
  per_five_years: 60,
};
const weeks: Readonly<Record<string, number>> = { weekly: 1, biweekly: 2 };

/** How often a line is billed in its term: once where it does not recur, and where it recurs until it is cancelled. */
function cycles(p: Properties): number {
  const frequency = p.recurringbillingfrequency ?? p.hs_recurring_billing_frequency ?? '';
  if (frequency === '') return 1;
  const told = Number(p.hs_recurring_billing_number_of_payments ?? '');
  if (told > 0) return told;
  const period = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?$/.exec(p.hs_recurring_billing_period ?? '');
  const inMonths = Number(period?.[1] ?? 0) * 12 + Number(period?.[2] ?? 0) || Number(p.hs_term_in_months ?? 0);
  const inWeeks = Number(period?.[3] ?? 0) || Math.round((inMonths * 52) / 12);
  const each = months[frequency];
  if (each !== undefined) return Math.max(1, Math.floor(inMonths / each));
  return Math.max(1, Math.floor(inWeeks / (weeks[frequency] ?? 1)));
}

const numbers = z.array(z.coerce.string());
const listOf = (text: string | null | undefined) => numbers.safeParse(JSON.parse(text || '[]')).data ?? [];
/**
 * Before discounts. Tiers: `hs_tier_ranges` holds the last quantity of each tier but the last, `hs_tier_prices` one price a tier. HubSpot does not
 * document the form of the two; whoever reads them should look at `amount` alone.
 */
function beforeDiscount(p: Properties, quantity: bigint): bigint | null {
  const model = p.hs_pricing_model ?? 'flat';
  const price = exact(p.price);
  if (model === 'flat' || !p.hs_tier_prices) return price === null ? null : times(price, quantity);
  const ends = listOf(p.hs_tier_ranges).map((each) => exact(each) ?? 0n);
  const prices = listOf(p.hs_tier_prices).map((each) => exact(each) ?? 0n);
  const at = ends.filter((end) => quantity > end).length;
  const tier = (index: number) => prices[index] ?? prices.at(-1) ?? 0n;
  if (model === 'stairstep') return tier(at);
  if (model === 'volume') return times(tier(at), quantity);
  return prices.reduce((sum, each, index) => {
    const from = ends[index - 1] ?? 0n;
    const end = ends[index] ?? quantity;
    const inTier = (quantity < end ? quantity : end) - from;
    return inTier > 0n ? sum + times(each, inTier) : sum;
  }, 0n);
}

/**
 * What HubSpot calculates of a line. A percentage is taken off the line's total and rounded there; `discount` is money off each unit. Which of the two
 * counts where both are set is not documented: here the percentage.
 */
function lineValues(p: Properties): Properties {
  const quantity = exact(p.quantity);
  const before = quantity === null ? null : beforeDiscount(p, quantity);
  if (quantity === null || before === null) return {};
  const percent = exact(p.hs_discount_percentage);
  const perUnit = exact(p.discount);
  const off =
    percent !== null ? rounded(percentOf(before, percent), 2) : perUnit !== null ? times(perUnit, quantity) : 0n;
  const count = whole(cycles(p));
  const amount = times(before - off, count);
  return {
    hs_pre_discount_amount: written(times(before, count)),
    hs_total_discount: written(times(off, count)),
    amount: written(amount),
    hs_tcv: written(amount),
    ...(quantity === 0n ? {} : { hs_effective_unit_price: written(rounded(over(before - off, quantity), 6)) }),
  };
}

/** A quote's discounts lower the sum of its lines in their order; fees come on top, and taxes on both. */
function quoteAmount(crm: Crm, id: string): string {
  const of = (type: string): Properties[] =>
    crm
      .associated('quotes', id, type)
      .map((each) => crm.get(type, each)?.properties ?? {})
      .sort((left, right) => Number(left.hs_sort_order ?? 0) - Number(right.hs_sort_order ?? 0));
  const value = (p: Properties, base: bigint) => {
    const number = exact(p.hs_value) ?? 0n;
    return p.hs_type === 'PERCENT' ? rounded(percentOf(base, number), 2) : number;
  };
  let sum = of('line_items').reduce((total, p) => total + (exact(p.amount ?? lineValues(p).amount) ?? 0n), 0n);
  for (const each of of('discounts')) sum -= value(each, sum);
  const net = sum;
  for (const each of of('fees')) sum += value(each, net);
  const taxed = sum;
  for (const each of of('taxes')) sum += value(each, taxed);
  return written(sum);
}

/** A property as HubSpot shows it: calculated where the data hold none, and the last day of a quote as the moment at which it begins. */
export function propertyReader(crm: Crm, portal: Portal, { type, id, properties }: StoredObject) {
  const zone = properties.hs_timezone ?? portal.timeZone;
  let calculated: Properties | null = null;
  return (name: string): string | null => {
    if (name === 'hs_object_id') return id;
    const stored = properties[name] ?? null;
    if (name === 'hs_expiration_date' && /^\d{4}-\d{2}-\d{2}$/.test(stored ?? ''))
      return instantIn(zone, stored ?? '')
        .toISOString()
        .replace('.000Z', 'Z');
    if (stored !== null) return stored;
    if (type === 'quotes' && name === 'hs_quote_amount') return quoteAmount(crm, id);
    if (type !== 'line_items') return null;
    calculated ??= lineValues(properties);
    return calculated[name] ?? null;
  };
}
