import { add, compare, type Decimal, decimal, divide, multiply, negate, round, subtract } from '@backroom/shared';
import { dec, factorOf, hundred, rateOf, zero } from './amounts.ts';
import type { Row, Store } from './database.ts';
import { refused } from './errors.ts';
import { isoOf } from './units.ts';

/** A condition that somebody entered. */
export type Manual = { type: string; rate: Decimal; currency: string; quantity: Decimal; unit: string };
export type PricedItem = {
  number: string;
  product: Row;
  quantity: Decimal;
  unit: string;
  manual: readonly Manual[];
};
export type Sale = {
  customer: string;
  organization: string;
  channel: string;
  priceList: string;
  currency: string;
  day: string;
  taxable: boolean;
  manual: readonly Manual[];
};
export type Price = { net: Decimal; tax: Decimal; gross: Decimal; priced: boolean; elements: Row[] };

/** The pricing procedure of this system: condition types, where they stand, and how they count. */
const procedure: Readonly<Record<string, { step: number; calculation: 'A' | 'B' | 'C'; sign: -1 | 1; header?: true }>> =
  {
    PPR0: { step: 20, calculation: 'C', sign: 1 },
    PMP0: { step: 21, calculation: 'C', sign: 1 },
    DCM2: { step: 133, calculation: 'A', sign: -1 },
    RB00: { step: 134, calculation: 'B', sign: -1 },
    HA00: { step: 150, calculation: 'A', sign: -1, header: true },
    HB00: { step: 151, calculation: 'B', sign: -1, header: true },
    HD00: { step: 160, calculation: 'B', sign: 1, header: true },
  };
const taxRates: Readonly<Record<string, string>> = { '1': '19', '2': '7', '0': '0' };

export function checkManual(manual: readonly Manual[], header: boolean): void {
  for (const { type } of manual) {
    const found = procedure[type];
    if (found && Boolean(found.header) === header) continue;
    throw refused('V1/257', {
      EN: `Condition type ${type} is not in procedure RVAA01 A V`,
      DE: `Konditionsart ${type} ist nicht im Schema RVAA01 A V enthalten`,
    });
  }
}
type Found = { rate: Decimal; currency: string; per: Decimal; unit: string };
/** The price that is on record: of the customer, else of the price list, else of the product; by quantity where it has a scale. */
function recorded(store: Store, sale: Sale, item: PricedItem): Found | null {
  const rows = store.all(
    `select r.*, v.Customer as _customer, v.PriceListType as _list from A_SlsPrcgCndnRecdValidity v
     join A_SlsPrcgConditionRecord r on r.ConditionRecord = v.ConditionRecord
     where v.ConditionType = 'PPR0' and v.Material = ? and v.SalesOrganization = ? and v.DistributionChannel = ?
       and v.ConditionValidityStartDate <= ? and v.ConditionValidityEndDate >= ? and r.ConditionIsDeleted = 0
       and v.Customer in ('', ?) and v.PriceListType in ('', ?)
     order by v.Customer desc, v.PriceListType desc`,
    ...[String(item.product.Product), sale.organization, sale.channel, `${sale.day}T00:00:00`, `${sale.day}T00:00:00`],
    ...[sale.customer, sale.priceList],
  );
  const [row] = rows;
  if (!row) return null;
  const unit = String(row.ConditionQuantityUnit);
  const quantity = inUnit(store, item, unit);
  const scale = store
    .all(
      'select * from A_SlsPrcgCndnRecordScale where ConditionRecord = ? order by cast(ConditionScaleQuantity as real)',
      String(row.ConditionRecord),
    )
    .filter((each) => compare(dec(each.ConditionScaleQuantity), quantity) <= 0)
    .at(-1);
  return {
    rate: dec(scale?.ConditionRateAmount ?? row.ConditionRateAmount),
    currency: String(row.ConditionCurrency),
    per: dec(row.ConditionQuantity),
    unit,
  };
}
/** The discount of a customer that the system finds by itself. */
const discountOf = (store: Store, sale: Sale): Decimal | null => {
  const row = store.one(
    `select r.ConditionRateRatio as rate from A_SlsPrcgCndnRecdValidity v join A_SlsPrcgConditionRecord r on r.ConditionRecord = v.ConditionRecord
     where v.ConditionType = 'DCM2' and v.Customer = ? and r.ConditionIsDeleted = 0`,
    sale.customer,
  );
  return row ? dec(row.rate) : null;
};
const inUnit = (store: Store, item: PricedItem, unit: string): Decimal => {
  if (unit === item.unit) return item.quantity;
  const product = String(item.product.Product);
  const [from, to] = [factorOf(store, product, item.unit), factorOf(store, product, unit)];
  const base = divide(multiply(item.quantity, from.numerator), from.denominator);
  return divide(multiply(base, to.denominator), to.numerator);
};
const signed = (type: string, rate: Decimal): Decimal =>
  procedure[type]?.sign === -1 && compare(rate, zero) > 0 ? negate(rate) : rate;

function element(sale: Sale, step: number, counter: number, type: string, more: Row): Row {
  return {
    ...{ PricingProcedureStep: String(step), PricingProcedureCounter: String(counter), ConditionType: type },
    ...{ PriceConditionDeterminationDte: `${sale.day}T00:00:00`, ConditionBaseValue: '0', ConditionRateValue: '0' },
    ...{
      ConditionCurrency: '',
      ConditionQuantity: '0',
      ConditionQuantityUnit: '',
      ConditionQuantitySAPUnit: '',
      ConditionQuantityISOUnit: '',
    },
    ...{
      ConditionCalculationType: 'A',
      ConditionOrigin: 'A',
      ConditionAmount: '0',
      TransactionCurrency: sale.currency,
    },
    ...{ ConditionInactiveReason: '', ConditionClass: 'A', ConditionIsManuallyChanged: 0, ConditionIsForStatistics: 0 },
    ...more,
  };
}
const perUnit = (quantity: Decimal, unit: string): Row => ({
  ConditionQuantity: quantity,
  ConditionQuantityUnit: unit,
  ConditionQuantitySAPUnit: unit,
  ConditionQuantityISOUnit: isoOf(unit),
});

/** One item's price without the conditions of the header. */
function itemPrice(
  store: Store,
  sale: Sale,
  item: PricedItem,
): { base: Decimal; net: Decimal; priced: boolean; elements: Row[] } {
  const elements: Row[] = [];
  const found = recorded(store, sale, item);
  const own = item.manual.find(({ type }) => type === 'PPR0' || type === 'PMP0');
  const price = own
    ? {
        rate: own.rate,
        currency: own.currency || sale.currency,
        per: compare(own.quantity, zero) > 0 ? own.quantity : decimal('1'),
        unit: own.unit || item.unit,
      }
    : found;
  const amountOf = ({ rate, currency, per, unit }: Found) => {
    const own = divide(multiply(rate, inUnit(store, item, unit)), per);
    return round(
      currency === sale.currency ? own : divide(multiply(own, rateOf(store, currency)), rateOf(store, sale.currency)),
      2,
    );
  };
  const priceElement = (type: string, each: Found, more: Row) =>
    element(sale, procedure[type]?.step ?? 20, 1, type, {
      ...{ ConditionRateValue: each.rate, ConditionCurrency: each.currency, ...perUnit(each.per, each.unit) },
      ...{
        ConditionCalculationType: 'C',
        ConditionClass: 'B',
        ConditionBaseValue: item.quantity,
        ConditionAmount: amountOf(each),
        ...more,
      },
    });
  if (found && own?.type !== 'PPR0')
    elements.push(priceElement('PPR0', found, own ? { ConditionInactiveReason: 'M' } : {}));
  if (own && price)
    elements.push(priceElement(own.type, price, { ConditionOrigin: 'C', ConditionIsManuallyChanged: 1 }));
  const base = price ? amountOf(price) : zero;
  const subtotal = (step: number, amount: Decimal) =>
    element(sale, step, 1, '', {
      ...{
        ConditionAmount: amount,
        ConditionOrigin: '',
        ConditionClass: '',
        ConditionCalculationType: 'C',
        ConditionCurrency: sale.currency,
      },
      ...{
        ConditionRateValue: compare(item.quantity, zero) > 0 ? round(divide(amount, item.quantity), 9) : '0',
        ...perUnit(decimal('1'), item.unit),
      },
    });
  elements.push(subtotal(100, base));
  const percent = (rate: Decimal) => round(divide(multiply(base, rate), hundred), 2);
  const discount = item.manual.find(({ type }) => type === 'DCM2');
  const found2 = discountOf(store, sale);
  let net = base;
  if (found2)
    elements.push(
      element(sale, 133, 1, 'DCM2', {
        ...{ ConditionRateValue: found2, ConditionBaseValue: base, ConditionAmount: percent(found2) },
        ConditionInactiveReason: discount ? 'M' : '',
      }),
    );
  if (found2 && !discount) net = add(net, percent(found2));
  if (discount) {
    const rate = signed('DCM2', discount.rate);
    elements.push(
      element(sale, 133, found2 ? 2 : 1, 'DCM2', {
        ...{ ConditionRateValue: rate, ConditionBaseValue: base, ConditionAmount: percent(rate), ConditionOrigin: 'C' },
        ConditionIsManuallyChanged: 1,
      }),
    );
    net = add(net, percent(rate));
  }
  for (const [nth, { rate }] of item.manual.filter(({ type }) => type === 'RB00').entries()) {
    const amount = round(signed('RB00', rate), 2);
    elements.push(
      element(sale, 134, nth + 1, 'RB00', {
        ...{ ConditionRateValue: amount, ConditionCurrency: sale.currency, ConditionCalculationType: 'B' },
        ...{ ConditionAmount: amount, ConditionOrigin: 'C', ConditionIsManuallyChanged: 1 },
      }),
    );
    net = add(net, amount);
  }
  elements.push(subtotal(300, subtract(net, base)));
  return { base, net, priced: price !== null, elements };
}

/** Every item's net and tax. Header conditions are spread over the items by their value, the rest of a cent on the last one. */
export function priced(store: Store, sale: Sale, items: readonly PricedItem[]): Price[] {
  const each = items.map((item) => itemPrice(store, sale, item));
  const total = add(zero, ...each.map(({ net }) => net));
  for (const { type, rate } of sale.manual) {
    const { step = 150, calculation } = procedure[type] ?? {};
    const value = signed(type, rate);
    const whole = calculation === 'A' ? round(divide(multiply(total, value), hundred), 2) : round(value, 2);
    let left = whole;
    for (const [nth, one] of each.entries()) {
      const share = compare(total, zero) === 0 ? zero : round(divide(multiply(whole, one.net), total), 2);
      const amount = nth === each.length - 1 ? left : share;
      left = subtract(left, amount);
      one.elements.push(
        element(sale, step, 1, type, {
          ...{
            ConditionRateValue: value,
            ConditionAmount: amount,
            ConditionCalculationType: calculation ?? 'A',
            ConditionOrigin: 'D',
          },
          ...{
            ConditionCurrency: calculation === 'A' ? '' : sale.currency,
            ConditionBaseValue: one.net,
            ConditionIsManuallyChanged: 1,
          },
        }),
      );
      one.net = add(one.net, amount);
    }
  }
  return each.map(({ net, base, priced: has, elements }, nth) => {
    const { product } = items[nth] ?? { product: {} as Row };
    const tax = store.get('A_ProductSalesTax', { Product: product.Product ?? '', Country: 'DE' });
    const rate = decimal(sale.taxable ? (taxRates[String(tax?.TaxClassification ?? '1')] ?? '19') : '0');
    const amount = round(divide(multiply(net, rate), hundred), 2);
    const last = [
      element(sale, 915, 1, 'TTX1', {
        ConditionRateValue: rate,
        ConditionBaseValue: net,
        ConditionAmount: amount,
        ConditionClass: 'D',
      }),
      element(sale, 940, 1, 'PCIP', {
        ...{
          ConditionIsForStatistics: 1,
          ConditionCalculationType: 'C',
          ConditionClass: 'B',
          ConditionAmount: round(multiply(base, decimal('0.6')), 2),
        },
        ...perUnit(decimal('1'), String(product.BaseUnit ?? 'ST')),
      }),
    ];
    return { net, tax: amount, gross: base, priced: has, elements: [...elements, ...last] };
  });
}
