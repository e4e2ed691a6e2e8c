import {
  add,
  canonical,
  compare,
  type Decimal,
  decimal,
  divide,
  multiply,
  parseDecimal,
  round,
  subtract,
} from '@backroom/shared';
import { type Currency, placesOf } from '@backroom/shared/money';
import type { CrmAdjustment, CrmGap } from '../contract/index.ts';
import { type Amounts, isSame } from './lines.ts';
import type { DiscountRow } from './schemas.ts';

const zero = decimal('0');
const hundred = decimal('100');
type Given = {
  value: string | null;
  currency: Currency | null;
  lines: readonly Amounts[] | null;
  discounts: readonly DiscountRow[];
};
type Off = { name: string; percent: Decimal | null; amount: Decimal | null };

function offsOf(discounts: readonly DiscountRow[], gaps: CrmGap[]): Off[] {
  return discounts.map(({ id, type, amount, description }) => {
    const name = description?.trim() || id;
    const value = parseDecimal(amount);
    if (value === null || (type !== 'percentage' && type !== 'amount'))
      gaps.push({ kind: 'adjustment', what: `${name}: ${type} ${amount.slice(0, 60)}`, lineId: null });
    return { name, percent: type === 'percentage' ? value : null, amount: type === 'amount' ? value : null };
  });
}
const after = (start: Decimal, offs: readonly Off[]): Decimal =>
  offs.reduce((left, { percent, amount }) => {
    if (percent !== null) return divide(multiply(left, subtract(hundred, percent)), hundred);
    return amount === null ? left : subtract(left, amount);
  }, start);
const sum = (values: readonly Decimal[]): Decimal => add(zero, ...values);

/**
 * The discounts of the whole deal, net, and its net total. The value that Pipedrive shows has to be what lines and discounts come to, without or with tax; another
 * value means that something was not understood, or that somebody promised another price. `lines` null: a line could not be computed, which is named already.
 */
export function settleDeal(given: Given, gaps: CrmGap[]): { adjustments: CrmAdjustment[]; total: Decimal | null } {
  try {
    return settled(given, gaps);
  } catch (error) {
    // Beyond what can be computed: a total of more than 24 digits.
    if (!(error instanceof TypeError)) throw error;
    gaps.push({ kind: 'unreadable', what: 'value', lineId: null });
    return { adjustments: [], total: null };
  }
}
function settled(
  { value, currency, lines, discounts }: Given,
  gaps: CrmGap[],
): { adjustments: CrmAdjustment[]; total: Decimal | null } {
  const offs = offsOf(discounts, gaps);
  const plain = () =>
    offs.map(({ name, percent, amount }): CrmAdjustment => ({ kind: 'discount', name, percent, amount }));
  const known = offs.every(({ percent, amount }) => percent !== null || amount !== null);
  if (!lines || lines.length === 0 || !known) return { adjustments: known ? plain() : [], total: null };
  const net = sum(lines.map((each) => each.net));
  const gross = sum(lines.map((each) => each.gross));
  const shown = value === null ? null : parseDecimal(value);
  const fits = (total: Decimal) => shown !== null && isSame(total, shown, currency, 1 + lines.length);
  const byNet = [after(net, offs), ...(compare(net, zero) > 0 ? [divide(multiply(after(net, offs), gross), net)] : [])];
  const inclusive = lines.some((each) => each.inclusive);
  // Money off prices that hold the tax holds it too.
  const isOffGross = inclusive || (!byNet.some(fits) && fits(after(gross, offs)));
  const factors = new Set(lines.map(({ factor }) => factor));
  const adjustments = plain().map((each) => {
    if (!isOffGross || each.amount === null) return each;
    const [factor] = factors;
    // Of several rates nobody says which part of it is tax.
    if (factors.size !== 1 || factor === undefined) {
      gaps.push({ kind: 'adjustment', what: `${each.name}: ${each.amount}`, lineId: null });
      return each;
    }
    return { ...each, amount: divide(each.amount, factor) };
  });
  const total = round(
    after(
      net,
      adjustments.map(({ name, percent, amount }) => ({ name, percent, amount })),
    ),
    currency ? placesOf(currency) : 2,
  );
  const isUnderstood = [...byNet, after(gross, offs), total].some(fits);
  if (!isUnderstood) {
    const what = shown === null ? 'value' : `value ${shown} (products: ${canonical(total)})`;
    gaps.push({ kind: 'unreadable', what, lineId: null });
    return { adjustments, total: null };
  }
  return { adjustments, total };
}
