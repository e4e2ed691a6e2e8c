import {
  add,
  canonical,
  type Decimal,
  decimal,
  divide,
  isZero,
  multiply,
  parseDecimal,
  round,
  subtract,
} from '@backroom/shared';
import type { StoredObject } from '../hubspot/database.ts';

const HUNDRED = decimal('100');
const ZERO = decimal('0');
/** A number beyond our arithmetic has no total here either. */
const read = (text: string | null | undefined) => (text ? parseDecimal(text) : null);
export type LineMoney = {
  quantity: Decimal | null;
  price: Decimal | null;
  subtotal: Decimal | null;
  total: Decimal | null;
};
type Schedule = { date: string; quantity?: string; revenue?: string };
export const scheduleOf = ({ properties: p }: StoredObject): Schedule[] =>
  p.sf_schedule ? (JSON.parse(p.sf_schedule) as Schedule[]) : [];

/** Subtotal is quantity by sales price, the total that less the discount; a schedule overrides quantity and total with its sums. */
export function lineMoney(line: StoredObject): LineMoney {
  const { properties: p } = line;
  const schedule = scheduleOf(line);
  const sum = (parts: readonly (string | undefined)[]): Decimal | null =>
    parts.some((part) => part !== undefined) ? add(...parts.map((part) => decimal(part ?? '0'))) : null;
  const quantity = sum(schedule.map((row) => row.quantity)) ?? read(p.quantity);
  const price = read(p.price);
  const subtotal = quantity !== null && price !== null ? round(multiply(quantity, price), 2) : null;
  const off = round(read(p.hs_discount_percentage) ?? ZERO, 2);
  const reduced = subtotal && round(multiply(subtotal, divide(subtract(HUNDRED, off), HUNDRED)), 2);
  return { quantity, price, subtotal, total: sum(schedule.map((row) => row.revenue)) ?? reduced };
}

export type QuoteMoney = Record<'Subtotal' | 'Discount' | 'TotalPrice' | 'GrandTotal', string> &
  Record<'Tax' | 'ShippingHandling', string | null>;
/** A quote's discount is the weighted average of its lines' and only shown; tax and shipping are typed in and have no line. */
export function quoteMoney({ properties: p }: StoredObject, lines: readonly StoredObject[]): QuoteMoney {
  const sums = lines.map(lineMoney);
  const subtotal = add(...sums.map((line) => line.subtotal ?? ZERO));
  const total = add(...sums.map((line) => line.total ?? ZERO));
  const off = isZero(subtotal) ? ZERO : multiply(divide(subtract(subtotal, total), subtotal), HUNDRED);
  const grand = add(total, decimal(p.sf_tax ?? '0'), decimal(p.sf_shipping ?? '0'));
  return {
    Subtotal: canonical(subtotal),
    Discount: canonical(round(off, 2)),
    TotalPrice: canonical(total),
    GrandTotal: canonical(grand),
    Tax: p.sf_tax ?? null,
    ShippingHandling: p.sf_shipping ?? null,
  };
}
