import { compare, decimal, divide } from '@backroom/shared';
import type { In, Out } from '../contract/schemas.ts';
import { priceSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { customerRowOf, termsOf } from './customers.ts';
import { unknownCustomer } from './faults.ts';
import { productRows } from './products.ts';
import type { Session } from './session.ts';

const one = decimal('1');
const zero = decimal('0');
/**
 * The base price of the released product, and it is named as that. Trade agreements are not evaluated here: which of them counts is decided by
 * parameters that no entity shows. The price is in the company's currency: for another one it is not known.
 */
export async function quote(
  session: Session,
  input: In<'pricing.quote'>,
  signal: AbortSignal,
): Promise<Out<'pricing.quote'>> {
  const [customer, products, terms] = await Promise.all([
    customerRowOf(session, input.customerId, signal),
    productRows(
      session,
      input.lines.map(({ productId }) => productId),
      signal,
    ),
    termsOf(session),
  ]);
  if (!customer) throw unknownCustomer(input.customerId);
  const byId = new Map(products.map((row) => [row.ItemNumber, row]));
  const results = input.lines.map(({ productId, quantity }) => {
    const row = byId.get(productId);
    // A product without a price says 0.
    if (!row || compare(row.SalesPrice, zero) === 0 || input.currency !== session.currency) return null;
    const per = compare(row.SalesPriceQuantity, zero) > 0 ? row.SalesPriceQuantity : one;
    const price = session.money(divide(row.SalesPrice, per), null);
    const found = {
      productId,
      quantity,
      unitPrice: price,
      listPrice: price,
      discountPercent: null,
      source: 'base sales price',
      taxPercent: null,
      breaks: [],
    };
    return fit(priceSchema, found, 'ReleasedProductsV2');
  });
  return {
    results,
    paymentTerms: customer.PaymentTerms === null ? null : (terms.get(customer.PaymentTerms) ?? customer.PaymentTerms),
  };
}
