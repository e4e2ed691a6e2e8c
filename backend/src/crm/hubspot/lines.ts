import { compare, decimal, divide, isZero } from '@backroom/shared';
import type { CrmGap, CrmLine, RecordWish } from '../contract/index.ts';
import type { HubSpotObject } from './schemas.ts';
import { flatModels, tieredModels } from './unproved.ts';
import { currencyOf, isProperty, isTrue, numberOf } from './values.ts';

const lineProperties = [
  'name',
  'quantity',
  'price',
  'amount',
  'discount',
  'hs_discount_percentage',
  'hs_tax_amount',
  'hs_sku',
  'hs_line_item_currency_code',
  'hs_position_on_quote',
  'hs_pricing_model',
  'hs_is_optional',
  'recurringbillingfrequency',
  'hs_recurring_billing_period',
  'hs_recurring_billing_number_of_payments',
  'hs_term_in_months',
  'hs_billing_start_delay_type',
];
type Properties = HubSpotObject['properties'];
/** Properties of a line that the account chose itself. */
export const chosenLineFields = ({ lineNames = {} }: RecordWish): string[] =>
  Object.values(lineNames).flatMap((name) => (name !== undefined && isProperty(name) ? [name] : []));
export const lineFields = (wish: RecordWish): string[] => [...new Set([...lineProperties, ...chosenLineFields(wish)])];

/** Billed more than once: the price is that of one bill. A sales order has no such thing, and how often it is meant is the rep's to say. */
export function isRecurring(p: Properties): boolean {
  if (!p.recurringbillingfrequency && !p.hs_recurring_billing_period) return false;
  return p.hs_recurring_billing_number_of_payments !== '1';
}
const position = ({ properties: p }: HubSpotObject) => Number(p.hs_position_on_quote ?? 0);
export const byPosition = (left: HubSpotObject, right: HubSpotObject) =>
  position(left) - position(right) || left.id.localeCompare(right.id, 'en', { numeric: true });

/**
 * A line, and what of it could not be understood. With tiers `price` is the first tier's and means nothing: the unit price is then what HubSpot's own
 * total comes to, and its discounts are in that.
 */
export function toLine(
  { id, properties: p }: HubSpotObject,
  gaps: CrmGap[],
  { code: ofCode = 'hs_sku', unit: ofUnit }: NonNullable<RecordWish['lineNames']> = {},
): CrmLine {
  const name = p.name ?? '';
  const label = name || p.hs_sku || id;
  const number = (property: string) => numberOf(p[property], `${label}: ${property}`, id, gaps);
  const gap = (kind: CrmGap['kind'], what: string) => gaps.push({ kind, what, lineId: id });
  const quantity = number('quantity');
  const total = number('amount');
  const model = (p.hs_pricing_model ?? '').toLowerCase();
  const line: CrmLine = {
    id,
    code: p[ofCode]?.trim() || null,
    name,
    quantity,
    unitPrice: number('price'),
    discountPercent: number('hs_discount_percentage'),
    discountAmount: number('discount'),
    currency: currencyOf(p.hs_line_item_currency_code),
    total,
    ...(ofUnit ? { unit: p[ofUnit]?.trim() || null } : {}),
  };
  if (isRecurring(p))
    gap('recurring', [label, p.recurringbillingfrequency, p.hs_recurring_billing_period].filter(Boolean).join(', '));
  // Whether the buyer took it, and how many, the line does not say.
  if (isTrue(p.hs_is_optional)) gap('unreadable', `${label}: hs_is_optional`);
  if (flatModels.has(model)) return { ...line, priceEdit: 'open' };
  if (
    !tieredModels.has(model) ||
    total === null ||
    quantity === null ||
    isZero(quantity) ||
    compare(quantity, decimal('0')) < 0
  ) {
    gap('tiered', label);
    return line;
  }
  return {
    ...line,
    unitPrice: divide(total, quantity),
    discountPercent: null,
    discountAmount: null,
    priceEdit: 'computed',
  };
}
