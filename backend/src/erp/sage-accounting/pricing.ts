import { canonical, type Decimal, isZero, round } from '@backroom/shared';
import { type In, type Out, type Price, priceSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import type { CustomerRow } from './customer-rows.ts';
import { customerWith } from './customers.ts';
import { LIST, PLACES } from './facts.ts';
import type { ItemPrice, ItemRow } from './item-rows.ts';
import { itemsOf, RECENT_MS } from './products.ts';
import type { Session } from './session.ts';
import { rateIdOf, taxRatesOf, withoutTax } from './taxes.ts';

/**
 * By the prices of each product: the one of the customer's kind of price, else the first. Services have rates of their own, of which a customer has no kind.
 * They are in the currency of the business.
 */
export async function quote(
  session: Session,
  input: In<'pricing.quote'>,
  signal: AbortSignal,
): Promise<Out<'pricing.quote'>> {
  const [customer, items, rates] = await Promise.all([
    customerWith(session, input.customerId, signal),
    itemsOf(session, signal, RECENT_MS),
    taxRatesOf(session, signal),
  ]);
  const results = input.lines.map(({ productId, quantity }): Price | null => {
    const item = items.get(productId);
    if (!item || input.currency !== session.business.currency) return null;
    const found = priceOf(item, customer, rates);
    if (!found) return null;
    const money = (amount: Decimal) => session.money(amount);
    return fit(
      priceSchema,
      {
        productId,
        quantity,
        unitPrice: money(found.price),
        listPrice: found.list === null ? null : money(found.list),
        discountPercent: null,
        source: found.name,
        taxPercent: found.taxPercent,
        breaks: [],
      },
      LIST.products,
    );
  });
  return { results, paymentTerms: customer.credit_days === null ? null : `${customer.credit_days} days` };
}

/** A price of nothing is one that nobody has entered. A price with a tax that is not known cannot be told without it. */
function netOf(price: ItemPrice | undefined, taxPercent: Decimal | null): Decimal | null {
  const { amount, withTax } = price ?? { amount: null, withTax: false };
  if (amount === null || isZero(amount)) return null;
  if (!withTax) return amount;
  return taxPercent === null ? null : canonical(round(withoutTax(amount, taxPercent), PLACES));
}
function priceOf(item: ItemRow, customer: CustomerRow, rates: ReadonlyMap<string, Decimal | null>) {
  const taxPercent = rates.get(rateIdOf(item, customer) ?? '') ?? null;
  // What a price includes is the tax of the product, whoever buys it.
  const included = rates.get(item.sales_tax_rate ?? '') ?? taxPercent;
  const [first] = item.prices;
  const own = customer.product_sales_price_type;
  const chosen = item.prices.find(({ type }) => own !== null && type === own);
  const list = netOf(first, included);
  const net = netOf(chosen, included);
  if (net !== null) return { price: net, list, name: chosen?.name ?? '', taxPercent };
  return list === null ? null : { price: list, list, name: first?.name ?? '', taxPercent };
}
