import { canonical, compare, type Decimal, divide, isZero, multiply, round } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { type In, type Out, type Price, priceSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { type CustomerRow, customerWith, paymentTermsOf } from './customers.ts';
import { PLACES, RESOURCE } from './facts.ts';
import { refused } from './faults.ts';
import { isStocked, type ProductRow, productsById, unitOf } from './products.ts';
import type { Session } from './session.ts';
import { taxesOf } from './taxes.ts';
import { unitsOf } from './units.ts';
import { amount, blank, id, idNumber, idOf, number, optionalId, plain, present } from './values.ts';

const answer = z.object({
  product_id: id,
  selling_unit: blank,
  quantity: number,
  currency_id: optionalId,
  unit_price: amount,
  discounted_unit_price: amount,
  total_price_before_discount: amount,
  total_discounted_price: amount,
});
type Line = In<'pricing.quote'>['lines'][number];

/** Sage 200 prices one product in one quantity a request. Another currency than the account's is refused. */
export async function quote(
  session: Session,
  input: In<'pricing.quote'>,
  signal: AbortSignal,
): Promise<Out<'pricing.quote'>> {
  const wanted = input.lines.map(({ productId }) => productId);
  const [customer, products, units] = await Promise.all([
    customerWith(session, input.customerId, signal),
    productsById(session, wanted, signal),
    unitsOf(session, signal),
  ]);
  const own = customer.currency_iso_code ?? session.company.currency;
  if (input.currency !== own)
    throw refused(
      'currency',
      `Sage 200 sells to ${customer.reference.trim()} in ${own}: it has no prices in ${input.currency}.`,
    );
  const keyOf = ({ productId, quantity }: Line) => `${productId} ${canonical(quantity)}`;
  const asked = new Map(input.lines.map((line) => [keyOf(line), line]));
  const [taxes, found] = await Promise.all([
    taxesOf(session, customer, [...products.keys()], signal),
    Promise.all(
      [...asked].map(async ([key, line]) => {
        const product = products.get(idOf(line.productId) ?? '');
        return [key, product ? await priceOf(session, customer, product, line, units, signal) : null] as const;
      }),
    ),
  ]);
  const prices = new Map(found);
  const results = input.lines.map((line): Price | null => {
    const price = prices.get(keyOf(line)) ?? null;
    return price && { ...price, taxPercent: taxes(line.productId) };
  });
  return { results, paymentTerms: paymentTermsOf(customer) };
}

/** Places of an amount. */
const AMOUNT_PLACES = 2;
/**
 * A unit price of the answer has two places, one of the price book five, and by that Sage computes totals. Where the total of the quantity is another one, the
 * unit price is that of the total.
 */
function unitPriceOf(price: Decimal, total: Decimal | null, quantity: Decimal): Decimal {
  if (total === null || isZero(total) || isZero(quantity)) return price;
  const isSame = compare(round(multiply(price, quantity), AMOUNT_PLACES), total) === 0;
  return isSame ? price : canonical(round(divide(total, quantity), PLACES));
}

async function priceOf(
  session: Session,
  customer: CustomerRow,
  product: ProductRow,
  { quantity }: Line,
  units: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<Price | null> {
  const unit = isStocked(product) ? units.get(unitOf(product)) : undefined;
  const body = {
    customer_id: idNumber(customer.id),
    product_id: idNumber(product.id),
    quantity: plain(quantity),
    ...(unit === undefined ? {} : { selling_unit_id: idNumber(unit) }),
  };
  const found = await session.client.ask(answer, RESOURCE.price, body, signal).catch((error: unknown) => {
    // A product that Sage does not price has no price; the others keep theirs.
    if (error instanceof ErpError && error.kind === 'refused') return null;
    throw error;
  });
  if (!found) return null;
  // A price for another unit than the quantity's would be wrong by a factor.
  if (unit !== undefined && found.selling_unit !== null && found.selling_unit !== unitOf(product)) return null;
  const { total_price_before_discount: before, total_discounted_price: after } = found;
  const money = (value: Decimal, total: Decimal | null) => ({
    amount: unitPriceOf(value, total, quantity),
    currency: session.currencies.get(found.currency_id ?? '') ?? customer.currency_iso_code ?? session.company.currency,
  });
  const list = found.unit_price === null ? null : money(found.unit_price, before);
  const net = present(found.discounted_unit_price ?? found.unit_price, 'discounted_unit_price');
  return fit(
    priceSchema,
    {
      productId: product.id,
      quantity,
      unitPrice: money(net, found.discounted_unit_price === null ? before : after),
      listPrice: list,
      discountPercent: null,
      source: customer.price_band_name ?? 'Price book',
      taxPercent: null,
      breaks: [],
    },
    RESOURCE.price,
  );
}
