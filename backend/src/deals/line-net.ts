import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isZero,
  multiply,
  round,
  subtract,
  withinRounding,
} from '@backroom/shared';
import type { CrmLine } from '../crm/contract/index.ts';

const zero = decimal('0');
const hundred = decimal('100');
type Prices = Pick<CrmLine, 'unitPrice' | 'discountPercent' | 'discountAmount' | 'quantity' | 'total'>;

/** Price less the discounts, up to 12 places; null without a price. A percentage comes off first, then the amount per unit. */
export function netUnitPrice(line: Prices): Decimal | null {
  if (line.unitPrice === null) return null;
  let price = line.unitPrice;
  if (line.discountPercent !== null) price = multiply(price, divide(subtract(hundred, line.discountPercent), hundred));
  return line.discountAmount === null ? price : subtract(price, line.discountAmount);
}

/** What the line comes to before rounding: the percentage is taken off the line's total, not off each unit. */
function computed(line: Prices, quantity: Decimal, price: Decimal): Decimal {
  const full = multiply(price, quantity);
  const percent = line.discountPercent === null ? zero : divide(multiply(full, line.discountPercent), hundred);
  const amount = line.discountAmount === null ? zero : multiply(line.discountAmount, quantity);
  return subtract(full, add(percent, amount));
}
/** `net`: the line's net total in the currency's places. `differs`: what price, quantity and discount give, where the CRM's own total is another. */
export type LineNet = { net: Decimal; differs: Decimal | null };

/**
 * The net total that was promised for a line: the CRM's own where it has one, else what price, quantity and discount give. Null while one of them
 * is missing. Where a line has both kinds of discount, CRMs do not say which counts: the total decides.
 */
export function lineNet(line: Prices, places: number): LineNet | null {
  const { quantity, unitPrice } = line;
  if (quantity === null || unitPrice === null) return null;
  const own = computed(line, quantity, unitPrice);
  const net = round(own, places);
  const total = line.total ?? null;
  if (total === null) return { net, differs: null };
  const promised = round(total, places);
  const readings = [
    own,
    ...(line.discountPercent !== null && line.discountAmount !== null
      ? [
          computed({ ...line, discountAmount: null }, quantity, unitPrice),
          computed({ ...line, discountPercent: null }, quantity, unitPrice),
        ]
      : []),
  ];
  const understood = readings.some((reading) => withinRounding(reading, total, places, 2));
  return { net: promised, differs: understood ? null : net };
}

/**
 * A unit price that gives `net` for this quantity when the ERP multiplies and rounds; the line's own net price where that one does. Null where
 * 12 places are not enough.
 */
export function unitPriceFor(net: Decimal, quantity: Decimal, own: Decimal | null, places: number): Decimal | null {
  const gives = (price: Decimal) => compare(round(multiply(price, quantity), places), net) === 0;
  if (own !== null && gives(own)) return own;
  if (isZero(quantity)) return null;
  const price = divide(net, quantity);
  return gives(price) ? price : null;
}
