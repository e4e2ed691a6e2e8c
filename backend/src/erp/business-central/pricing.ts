import { isZero } from '@backroom/shared';
import type { In, Out } from '../contract/schemas.ts';
import { priceSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { customerPath, termsOf, termsPath, unknownCustomer } from './customers.ts';
import { guidOf, guidsOf } from './faults.ts';
import { itemsPath } from './products.ts';
import { customerRow, itemRow } from './rows.ts';
import { conditions, type Session } from './session.ts';

/**
 * The API has no price lists and no customer prices: what is read is the price on the item's card, and it is named as that. It is in the company's
 * currency, and net unless the card says otherwise: for another currency, or a gross price, the price is not known.
 */
export async function quote(
  session: Session,
  input: In<'pricing.quote'>,
  signal: AbortSignal,
): Promise<Out<'pricing.quote'>> {
  const customer = guidOf(input.customerId);
  if (!customer) throw unknownCustomer(input.customerId);
  const ids = guidsOf(input.lines.map(({ productId }) => productId));
  const [terms, who, ...reads] = await session.together(
    [termsPath, customerPath(customer), ...conditions('id', ids).map(itemsPath)],
    signal,
  );
  const { paymentTermsId } = session.one(customerRow, who, 'customers');
  const byId = new Map(
    reads.flatMap((read) => session.rows(itemRow, read, 'items').rows).map((item) => [item.id, item]),
  );
  const results = input.lines.map(({ productId, quantity }) => {
    const item = byId.get(guidOf(productId) ?? '');
    // A card without a price says 0.
    if (!item || isZero(item.unitPrice) || item.priceIncludesTax || input.currency !== session.company.currency)
      return null;
    const price = session.money(item.unitPrice, null);
    const found = {
      productId,
      quantity,
      unitPrice: price,
      listPrice: price,
      discountPercent: null,
      source: 'item card',
      taxPercent: null,
      breaks: [],
    };
    return fit(priceSchema, found, 'items');
  });
  return {
    results,
    paymentTerms: paymentTermsId === null ? null : (termsOf(session, terms).get(paymentTermsId) ?? null),
  };
}
