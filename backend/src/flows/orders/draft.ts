import { compare, decimal } from '@backroom/shared';
import type { CrmLine } from '../../crm/contract/index.ts';
import { netUnitPrice } from '../../deals/line-net.ts';
import { currencyOf, quotedPrice } from '../../deals/quoted.ts';
import type { OrderInput } from '../../erp/contract/schemas.ts';
import { type Context, identityOf } from '../context.ts';
import { dealOf, type MatchedLine } from '../lines.ts';
import type { MappedCharge } from '../mapping/order.ts';
import type { SentDetails } from './details.ts';

/** An order whose customer may still have to be created. */
export type OrderDraft = Omit<OrderInput, 'customerId'> & { customerId: OrderInput['customerId'] | null };

type Item = OrderInput['lines'][number];
const zero = decimal('0');
/** The list price and its discount, where they lead to the net price: a discount of the whole quote has changed it otherwise. */
function discountOf(
  { unitPrice, discountPercent, discountAmount, ...line }: CrmLine,
  net: Item['unitPrice'],
): Partial<Item> {
  const percent = discountPercent ?? zero;
  if (unitPrice === null || compare(percent, zero) <= 0 || discountAmount !== null) return {};
  const own = netUnitPrice({ ...line, unitPrice, discountPercent, discountAmount });
  if (own === null || compare(own, net.amount) !== 0) return {};
  return {
    listPrice: { amount: unitPrice, currency: net.currency },
    discount: { kind: 'percent', value: percent },
  };
}

/** A charge of the quote as a line of the item that stands for it. */
const chargeLine = ({ charge: { name, amount }, product }: MappedCharge): Item[] =>
  product ? [{ productId: product.id, quantity: decimal('1'), unitPrice: amount, description: name }] : [];

/** What would be sent; null while something is missing that an order cannot do without. `createsCustomer`: the customer may be it. */
export function orderInputOf(
  ctx: Context,
  lines: readonly MatchedLine[],
  { createsCustomer = false, details = null }: { createsCustomer?: boolean; details?: SentDetails | null } = {},
): OrderDraft | null {
  const deal = dealOf(ctx);
  if ((!ctx.link && !createsCustomer) || lines.length === 0) return null;
  const currency = currencyOf(deal);
  const items = lines.flatMap((line, index) => {
    const unitPrice = quotedPrice(deal, index, currency);
    const own = deal.lines[index];
    if (!line.product || !unitPrice) return [];
    return [
      {
        productId: line.product.id,
        quantity: line.quantity,
        unitPrice,
        description: line.name || null,
        ...(details?.carries.has('line_unit') && line.product.unit !== '' ? { unit: line.product.unit } : {}),
        ...(details?.carries.has('line_discount') && own ? discountOf(own, unitPrice) : {}),
      },
    ];
  });
  if (items.length !== lines.length) return null;
  const charges = details?.mapped.charges ?? [];
  // Without its item a charge would be lost.
  if (charges.some(({ product }) => product === null)) return null;
  return {
    reference: identityOf(ctx).reference,
    customerId: ctx.link?.customer.id ?? null,
    currency,
    ...(details?.sent ?? { requestedDate: null, note: null }),
    lines: [...items, ...charges.flatMap(chargeLine)],
  };
}
