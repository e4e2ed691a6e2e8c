import { add, type Decimal, decimal, divide, multiply, negate, parseDecimal, round, subtract } from '@backroom/shared';
import { num, textOf } from '../numbers.ts';

const hundred = decimal('100');
const zero = decimal('0');
const numberOf = (value: unknown): Decimal =>
  (value === undefined || value === null ? null : parseDecimal(textOf(value))) ?? zero;
const money = (content: string, currencyCode: string) => ({ content: num(content), currencyCode });
export type Money = ReturnType<typeof money>;
/** What stands on a line or on the whole beside its price. */
export type Condition = {
  kind: 'discount' | 'fee' | 'shipping' | 'tax';
  name: string;
  percent?: string;
  amount?: string;
};
/** `off`: money off each unit; `percents`: what comes off after that, one after the other. */
type Sale = {
  price: string | null;
  quantity: string;
  currency: string;
  unit: string;
  percents: readonly string[];
  off: string | null;
};

/** Beyond 24 digits the service reckons with floats, as every JSON number of its own. */
function orFloat(exact: () => string, float: () => number): string {
  try {
    return exact();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return String(float());
  }
}
/** What an item shows: the price of a unit after everything that comes off it, and the net amount. Without a price there is neither. */
export function totalsOfItem({ price, quantity, currency, unit, percents, off }: Sale) {
  const requestedQuantity = { content: num(quantity), uomCode: unit };
  if (price === null) return { requestedQuantity };
  const lowered = () =>
    percents.reduce<Decimal>(
      (left, each) => divide(multiply(left, subtract(hundred, numberOf(each))), hundred),
      subtract(numberOf(price), numberOf(off)),
    );
  const net = percents.length === 0 && off === null ? price : orFloat(lowered, () => Number(price));
  const amount = orFloat(
    () => round(multiply(parseDecimal(net) ?? decimal(net), numberOf(quantity)), 2),
    () => Number(net) * Number(quantity),
  );
  return {
    requestedQuantity,
    netPrice: { amount: money(net, currency), baseQuantity: { content: num('1'), uomCode: unit } },
    netAmount: money(amount, currency),
  };
}
type Priced = { totalValues: { netAmount?: Money } };
export const netOf = (items: readonly Priced[]): Decimal =>
  items.reduce<Decimal>((sum, { totalValues }) => add(sum, numberOf(totalValues.netAmount?.content)), zero);

/** Totals of a quote. A discount in percent is in its items already; one of money lowers the sum; freight is a part of the net amount or not. */
export function totalsOfQuote(
  items: readonly Priced[],
  conditions: readonly Condition[],
  currency: string,
  freightInNet: boolean,
) {
  const of = (...kinds: Condition['kind'][]) =>
    conditions.reduce<Decimal>(
      (sum, { kind, amount }) => (kinds.includes(kind) ? add(sum, numberOf(amount)) : sum),
      zero,
    );
  const less = subtract(netOf(items), of('discount'));
  const net = freightInNet ? add(less, of('fee', 'shipping')) : less;
  return {
    netAmount: money(net, currency),
    taxAmount: money(of('tax'), currency),
    grossAmount: money(add(net, of('tax')), currency),
  };
}

const kinds = {
  discount: { categoryCode: 'DISCOUNT', conditionType: 'DRG1' },
  fee: { categoryCode: 'SURCHARGE', conditionType: 'ZFEE' },
  shipping: { categoryCode: 'FREIGHT', conditionType: 'KF00' },
  tax: { categoryCode: 'TAX', conditionType: 'MWST' },
} as const;
const element = (nth: number, more: object) => ({
  ...{ id: crypto.randomUUID(), stepNumber: (nth + 1) * 10, counter: 1, isEffective: true, isManuallyChanged: false },
  ...more,
});
/** The conditions as a document shows them: rates and values as text, what lowers the price below zero. `base`: what percents are of. */
export const elementsOf = (conditions: readonly Condition[], currency: string, base: Decimal, from = 0): object[] =>
  conditions.map(({ kind, name, percent, amount }, nth) => {
    const signed = (text: string) => (kind === 'discount' ? negate(numberOf(text)) : text);
    const value = percent === undefined ? (amount ?? '0') : divide(multiply(base, numberOf(percent)), hundred);
    return element(from + nth, {
      ...{ description: name, ...kinds[kind], netValue: round(numberOf(signed(value)), 2), netCurrency: currency },
      ...{ netPrice: signed(percent ?? amount ?? '0'), netPriceCurrency: percent === undefined ? currency : '%' },
    });
  });
/** The price of an item before anything comes off it. */
export function priceElement({ price, quantity, currency, unit }: Sale): object[] {
  if (price === null) return [];
  const netValue = orFloat(
    () => round(multiply(numberOf(price), numberOf(quantity)), 2),
    () => Number(price) * Number(quantity),
  );
  return [
    element(0, {
      ...{
        description: 'Price',
        categoryCode: 'PRICE',
        conditionType: 'PPR0',
        netPrice: price,
        netPriceCurrency: currency,
      },
      ...{ netValue, netCurrency: currency, pricingUnit: '1', unitOfMeasure: unit },
    }),
  ];
}
