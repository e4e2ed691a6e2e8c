import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isZero,
  multiply,
  negate,
  parseDecimal,
  subtract,
} from '@backroom/shared';
import { type Currency, placesOf } from '@backroom/shared/money';
import type { CrmGap, CrmLine, RecordWish } from '../contract/index.ts';
import type { LineRow, ProductRow } from './schemas.ts';
import { amountIsOffTheLine } from './unproved.ts';
import { currencyOf, customText, filled } from './values.ts';

const zero = decimal('0');
const one = decimal('1');
const hundred = decimal('100');
/** Whether two amounts are one, but for the rounding to the currency's smallest unit. */
export function isSame(left: Decimal, right: Decimal, currency: Currency | null, times = 1): boolean {
  const places = currency ? placesOf(currency) : 2;
  const unit = decimal(places === 0 ? '1' : `0.${'1'.padStart(places, '0')}`);
  const difference = subtract(left, right);
  const size = compare(difference, zero) < 0 ? negate(difference) : difference;
  return compare(size, multiply(unit, decimal(String(times)))) <= 0;
}

/** `net` and `gross`: without and with the line's tax. `factor`: gross by net. */
export type Amounts = { net: Decimal; gross: Decimal; factor: Decimal; inclusive: boolean };
export type ReadLine = { line: CrmLine; amounts: Amounts | null };

/** Reads the numbers of a line; what cannot be held is a gap. */
function numbersOf(row: LineRow, label: string, gaps: CrmGap[]) {
  const number = (name: 'quantity' | 'item_price' | 'discount' | 'tax' | 'sum'): Decimal | null => {
    const written = filled(row[name]);
    if (written === null) return null;
    const value = parseDecimal(written);
    if (value === null)
      gaps.push({ kind: 'unreadable', what: `${label}: ${name}: ${written.slice(0, 60)}`, lineId: row.id });
    return value;
  };
  return {
    ...{ quantity: number('quantity'), price: number('item_price') },
    ...{ discount: number('discount'), tax: number('tax'), sum: number('sum') },
  };
}

/**
 * A line, net. With `inclusive` the price holds the tax, and is divided by it. Whether money off is meant for the line or for each unit is what Pipedrive's own
 * sum comes to; a sum that fits neither is named, because then something of the line is not understood.
 */
export function toLine(
  row: LineRow,
  product: ProductRow | null,
  gaps: CrmGap[],
  { code, unit }: NonNullable<RecordWish['lineNames']> = {},
): ReadLine {
  const name = row.name ?? '';
  const label = name || product?.code || row.id;
  const gap = (kind: CrmGap['kind'], what: string) => gaps.push({ kind, what, lineId: row.id });
  const before = gaps.length;
  const { quantity, price, discount, tax, sum } = numbersOf(row, label, gaps);
  const currency = currencyOf(row.currency);
  if (row.product_id != null && product === null) gap('unreadable', `${label}: product ${row.product_id}`);
  // Variations have no code and no fields of their own: those of the product would be of another article.
  if (row.product_variation_id != null) gap('unreadable', `${label}: product_variation_id ${row.product_variation_id}`);
  const often = filled(row.billing_frequency);
  if (often !== null && often !== 'one-time' && row.billing_frequency_cycles !== '1')
    gap('recurring', [label, often, row.billing_frequency_cycles].filter((each) => each != null).join(', '));
  const line: CrmLine = {
    id: row.id,
    code: product ? customText(product, code ?? 'code') : null,
    name,
    quantity,
    unitPrice: price,
    discountPercent: null,
    discountAmount: null,
    currency,
    ...(unit === undefined ? {} : { unit: product ? customText(product, unit) : null }),
  };
  const method = row.tax_method ?? 'none';
  const inclusive = method === 'inclusive';
  if (!['inclusive', 'exclusive', 'none'].includes(method)) gap('unreadable', `${label}: tax_method ${method}`);
  const rate = add(one, multiply(tax ?? zero, decimal('0.01')));
  if (inclusive && (tax === null || compare(rate, zero) <= 0)) gap('unreadable', `${label}: tax`);
  const off = discount === null || isZero(discount) ? null : discount;
  if (off !== null && row.discount_type === 'percentage') line.discountPercent = off;
  else if (off !== null && row.discount_type !== 'amount')
    gap('unreadable', `${label}: discount_type ${row.discount_type}`);
  if (price === null || quantity === null) return { line, amounts: null };
  try {
    const amounts = computed({ line, label, price, quantity, off, rate, inclusive, sum }, row, gaps);
    return { line, amounts: gaps.length > before ? null : amounts };
  } catch (error) {
    // Beyond what can be computed: an amount of more than 24 digits.
    if (!(error instanceof TypeError)) throw error;
    gap('unreadable', `${label}: ${price} × ${quantity}`);
    return { line, amounts: null };
  }
}

type Computing = {
  line: CrmLine;
  label: string;
  price: Decimal;
  quantity: Decimal;
  off: Decimal | null;
  rate: Decimal;
  inclusive: boolean;
  sum: Decimal | null;
};
/** Sets the net price, the discount of each unit and the total of the line; null where Pipedrive's sum is another one. */
function computed(
  { line, label, price, quantity, off, rate, inclusive, sum }: Computing,
  { id, discount_type, tax_method }: LineRow,
  gaps: CrmGap[],
): Amounts | null {
  const net = (value: Decimal) => (inclusive && compare(rate, zero) > 0 ? divide(value, rate) : value);
  const gap = (what: string) => gaps.push({ kind: 'unreadable', what, lineId: id });
  line.unitPrice = net(price);
  const whole = multiply(price, quantity);
  const isAmount = off !== null && discount_type === 'amount';
  const lower = (each: 'line' | 'unit') => {
    if (off === null) return whole;
    if (!isAmount) return divide(multiply(whole, subtract(hundred, off)), hundred);
    return subtract(whole, each === 'line' ? off : multiply(off, quantity));
  };
  const factor = tax_method === 'none' ? one : rate;
  const fits = (each: Decimal) =>
    sum !== null &&
    [each, ...(tax_method === 'exclusive' ? [multiply(each, factor)] : []), ...(inclusive ? [net(each)] : [])].some(
      (value) => isSame(value, sum, line.currency),
    );
  const [usual, other] = amountIsOffTheLine ? (['line', 'unit'] as const) : (['unit', 'line'] as const);
  // Without a sum nobody says what money off is meant for.
  const isPlain = sum === null && !isAmount;
  const meant = isPlain || fits(lower(usual)) ? usual : fits(lower(other)) ? other : null;
  if (meant === null) {
    gap(`${label}: sum ${sum}`);
    return null;
  }
  if (isAmount && meant === 'line' && isZero(quantity)) gap(`${label}: discount ${off}`);
  else if (isAmount && off !== null) line.discountAmount = net(meant === 'line' ? divide(off, quantity) : off);
  const said = lower(meant);
  const total = net(said);
  // Pipedrive's own figure, where it says the same.
  line.total = sum !== null && isSame(total, sum, line.currency) ? sum : total;
  return { net: total, gross: inclusive ? said : multiply(said, factor), factor, inclusive };
}
