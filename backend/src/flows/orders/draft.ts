import { currencyOf, quotedPrice } from '../../deals/quoted.ts';
import type { OrderInput } from '../../erp/contract/schemas.ts';
import { type Context, identityOf } from '../context.ts';
import { dealOf, type MatchedLine } from '../lines.ts';

/** An order whose customer may still have to be created. */
export type OrderDraft = Omit<OrderInput, 'customerId'> & { customerId: OrderInput['customerId'] | null };

/** What would be sent; null while something is missing that an order cannot do without. `createsCustomer`: the customer may be it. */
export function orderInputOf(ctx: Context, lines: readonly MatchedLine[], createsCustomer: boolean): OrderDraft | null {
  const deal = dealOf(ctx);
  if ((!ctx.link && !createsCustomer) || lines.length === 0) return null;
  const currency = currencyOf(deal);
  const items = lines.flatMap((line, index) => {
    const unitPrice = quotedPrice(deal, index, currency);
    return line.product && unitPrice
      ? [{ productId: line.product.id, quantity: line.quantity, unitPrice, description: line.name || null }]
      : [];
  });
  if (items.length !== lines.length) return null;
  return {
    reference: identityOf(ctx).reference,
    customerId: ctx.link?.customer.id ?? null,
    currency,
    requestedDate: null,
    note: null,
    lines: items,
  };
}
