import type { ErpOrder } from '@backroom/shared';
import { compare, decimal } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { OrderInput } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { exactNumber } from '../transport/json.ts';
import { dayOf } from './days.ts';
import { ITEM_LINE, LENGTH, NO_LINE_DISCOUNT } from './facts.ts';
import { guidOf, refused } from './faults.ts';
import { withField } from './order-refusals.ts';
import { ordersById, ordersByReference } from './orders.ts';
import type { Session } from './session.ts';

export type ChargeItems = { shipping: string | null; fee: string | null };

function linesOf(input: OrderInput, charges: ChargeItems) {
  const lines = input.lines.map((line, index) => {
    const itemId = guidOf(line.productId);
    if (!itemId) throw refused(`lines.${index}.productId`, `Business Central has no item ${line.productId}.`);
    // It stores such a line, and refuses it when the order is posted.
    if (compare(line.quantity, decimal('0')) <= 0)
      throw refused(`lines.${index}.quantity`, 'The quantity of a line must be above zero.');
    return {
      lineType: ITEM_LINE,
      itemId,
      quantity: exactNumber(line.quantity),
      ...(line.unit ? { unitOfMeasureCode: line.unit } : {}),
      unitPrice: exactNumber(line.unitPrice.amount),
      ...NO_LINE_DISCOUNT,
      ...(line.description ? { description: line.description.slice(0, LENGTH.description) } : {}),
    };
  });
  const charged = (input.charges ?? []).map(({ kind, name, amount }, index) => {
    const item = charges[kind];
    if (item === null) throw refused(`charges.${index}`, `This connection names no item for "${name}".`);
    return {
      lineType: ITEM_LINE,
      lineObjectNumber: item,
      quantity: 1,
      unitPrice: exactNumber(amount.amount),
      ...NO_LINE_DISCOUNT,
      description: name.slice(0, LENGTH.description),
    };
  });
  return [...lines, ...charged];
}
function addressOf({ deliverTo }: OrderInput) {
  if (!deliverTo) return {};
  if (deliverTo.kind === 'known')
    throw refused('deliverTo', 'The API of Business Central has no delivery addresses to choose from.');
  const { name, street, postalCode, city, country } = deliverTo.address;
  const given = {
    shipToName: name,
    shipToAddressLine1: street,
    shipToPostCode: postalCode,
    shipToCity: city,
    shipToCountry: country,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}
export function bodyOf(session: Session, input: OrderInput, charges: ChargeItems) {
  const customerId = guidOf(input.customerId);
  if (!customerId) throw refused('customerId', `Business Central has no customer ${input.customerId}.`);
  if (input.reference.length > LENGTH.reference)
    throw refused('reference', `Business Central keeps ${LENGTH.reference} characters of a reference.`);
  return {
    customerId,
    externalDocumentNumber: input.reference,
    // Its own work date is that of UTC.
    orderDate: dayOf(session),
    // The company's own currency is the empty one.
    ...(input.currency === session.company.currency ? {} : { currencyCode: input.currency }),
    pricesIncludeTax: false,
    ...(input.requestedDate ? { requestedDeliveryDate: input.requestedDate } : {}),
    ...(input.partialDelivery === undefined ? {} : { partialShipping: input.partialDelivery }),
    ...addressOf(input),
    // Without `sequence`: it is refused with an internal error.
    salesOrderLines: linesOf(input, charges),
  };
}

/** Header and lines in one request, which is one transaction: no order is left without its lines. */
export async function createOrder(
  session: Session,
  input: OrderInput,
  charges: ChargeItems,
  signal: AbortSignal,
): Promise<ErpOrder> {
  const body = bodyOf(session, input, charges);
  const [before = []] = await ordersByReference(session, [input.reference], signal);
  if (before[0]) return before[0];
  const made = await session.client
    .create(z.object({ id: z.string() }), session.at('salesOrders'), body, signal)
    .catch(async (error: unknown) => {
      throw await withField(session, input, error, signal);
    });
  return afterWrite(async () => {
    const [order] = await ordersById(session, [made.id], signal, { fresh: true });
    if (!order) throw new ErpError('uncertain', `salesOrders ${made.id} is not there after it was made`);
    return order;
  });
}
