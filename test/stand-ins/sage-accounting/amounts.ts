import type { Body, Store } from './database.ts';
import { gap, invalid, needed, recordNotFound } from './errors.ts';
import { cents, fixed, percentOf, product, quotient, textOf, total } from './fixed.ts';

const newLineId = (): string => crypto.randomUUID().replaceAll('-', '');
const percentageOf = (store: Store, rate: string | null): bigint =>
  fixed(store.find('tax_rates', rate)?.body.percentage ?? '0');
function given(value: string | undefined, reckoned: bigint, source: string): void {
  if (value !== undefined && value !== null && fixed(value) !== reckoned)
    throw invalid('does not match the other amounts', source);
}
/** Base amounts beside those of the document's currency; the rate is how much of that one unit of the base currency is. */
const inBase = (amounts: Record<string, bigint>, rate: bigint): Body =>
  Object.fromEntries(
    Object.entries(amounts).flatMap(([name, amount]) => [
      [name, textOf(amount)],
      [`base_currency_${name}`, textOf(name === 'unit_price' ? quotient(amount, rate) : cents(quotient(amount, rate)))],
    ]),
  );

/** A line as it is kept. The tax amount is not reckoned by the vendor: whoever sends a line with a rate above zero has to say it. */
function lineOf(store: Store, input: Body, rate: bigint, at: string): Body {
  const [item, service] = [store.find('products', input.product_id), store.find('services', input.service_id)];
  if (item && service) throw invalid('A line has a product or a service', `${at}.service_id`);
  const sold = item ?? service;
  if (sold?.body.active === false) throw invalid('The item is inactive', `${at}.${item ? 'product_id' : 'service_id'}`);
  const ledger = store.find('ledger_accounts', input.ledger_account_id);
  if (!ledger?.body.visible_in_sales) throw recordNotFound();
  if (input.unit_price_includes_tax) throw gap('unit prices with tax');
  const quantity = fixed(input.quantity ?? '1');
  const price = fixed(input.unit_price);
  const gross = cents(product(quantity, price));
  const percentage = input.discount_percentage ? fixed(input.discount_percentage) : null;
  const discount = percentage === null ? fixed(input.discount_amount ?? '0') : percentOf(gross, percentage);
  const net = gross - discount;
  const taxRate: string | null = input.tax_rate_id ?? sold?.body.sales_tax_rate ?? ledger.body.tax_rate ?? null;
  const share = percentageOf(store, taxRate);
  if ((input.tax_amount ?? null) === null && share > 0n) throw needed(`${at}.tax_amount`);
  const tax = fixed(input.tax_amount ?? '0');
  given(input.net_amount, net, `${at}.net_amount`);
  given(input.total_amount, net + tax, `${at}.total_amount`);
  const breakdown =
    taxRate === null || tax === 0n ? [] : [{ tax_rate: taxRate, percentage: textOf(share), amount: textOf(tax) }];
  return {
    id: newLineId(),
    displayed_as: input.description,
    description: input.description,
    product: item?.id ?? null,
    service: service?.id ?? null,
    ledger_account: ledger.id,
    trade_of_asset: input.trade_of_asset ?? false,
    quantity: textOf(quantity),
    tax_rate: taxRate,
    unit_price_includes_tax: false,
    discount_percentage: percentage === null ? null : textOf(percentage),
    tax_breakdown: breakdown,
    base_currency_tax_breakdown: breakdown,
    ...inBase(
      { unit_price: price, net_amount: net, tax_amount: tax, total_amount: net + tax, discount_amount: discount },
      rate,
    ),
  };
}
const sumOf = (lines: readonly Body[], name: string): bigint => total(lines.map((each) => fixed(each[name])));

function analysisOf(lines: readonly Body[]): Body[] {
  const rates = [...new Set(lines.map(({ tax_rate }) => tax_rate as string | null))].filter((each) => each !== null);
  return rates.map((tax_rate) => {
    const those = lines.filter((each) => each.tax_rate === tax_rate);
    const net = (some: readonly Body[]) => textOf(sumOf(some, 'net_amount'));
    return {
      ...{ tax_rate, net_amount: net(those), tax_amount: textOf(sumOf(those, 'tax_amount')) },
      total_amount: textOf(sumOf(those, 'total_amount')),
      goods_amount: net(those.filter(({ product: item }) => item)),
      service_amount: net(those.filter(({ service }) => service)),
    };
  });
}
/** Lines, shipping and sums of a document. `name`: of its list of lines. */
export function amountsOf(store: Store, input: Body, name: string, exchangeRate: string): Body {
  const rate = fixed(exchangeRate);
  const inputs = input[name] as Body[];
  if (inputs.length === 0) throw needed(name);
  const lines = inputs.map((each) => lineOf(store, each, rate, name));
  const shipping = fixed(input.shipping_net_amount ?? '0');
  const shippingRate: string | null = input.shipping_tax_rate_id ?? null;
  const shippingTax = percentOf(shipping, percentageOf(store, shippingRate));
  const net = sumOf(lines, 'net_amount') + shipping;
  const tax = sumOf(lines, 'tax_amount') + shippingTax;
  return {
    [name]: lines,
    tax_analysis: analysisOf(lines),
    shipping_tax_rate: shippingRate,
    exchange_rate: textOf(rate),
    inverse_exchange_rate: textOf(quotient(fixed('1'), rate)),
    total_quantity: textOf(sumOf(lines, 'quantity')),
    ...inBase(
      {
        shipping_net_amount: shipping,
        shipping_tax_amount: shippingTax,
        shipping_total_amount: shipping + shippingTax,
        total_discount_amount: sumOf(lines, 'discount_amount'),
        net_amount: net,
        tax_amount: tax,
        total_amount: net + tax,
      },
      rate,
    ),
  };
}
/** What is open, in both currencies. */
export const outstanding = (body: Body, open: bigint): Body => ({
  outstanding_amount: textOf(open),
  base_currency_outstanding_amount: textOf(cents(quotient(open, fixed(body.exchange_rate)))),
  total_paid: textOf(fixed(body.total_amount) - open),
});
