import { canonical, compare, decimal } from '@backroom/shared';
import type { OrderInput } from '../contract/schemas.ts';
import { exactNumber } from '../transport/json.ts';
import { addressBody } from './address-body.ts';
import { CUSTOM_LEVEL, LENGTH } from './facts.ts';
import { idOf, refused } from './faults.ts';
import { itemIdOf, itemsById } from './products.ts';
import { currencyIdOf, dayOf, type Session } from './session.ts';

/** A line as it is written: a price of its own, so that no price level sets another one. */
export type LineBody = {
  item: { id: string };
  quantity: unknown;
  price: { id: string };
  rate: unknown;
  description?: string;
};

async function chargeLines(session: Session, input: OrderInput, signal: AbortSignal): Promise<LineBody[]> {
  const { shippingItem, feeItem } = session.settings;
  return Promise.all(
    (input.charges ?? []).map(async ({ kind, name, amount }, index) => {
      const code = kind === 'shipping' ? shippingItem : feeItem;
      if (code === null) throw refused(`charges.${index}`, `This connection names no item for "${name}".`);
      const id = await itemIdOf(session, code, signal);
      if (id === null) throw refused(`charges.${index}`, `NetSuite has no item ${code}, which stands for "${name}".`);
      return {
        item: { id },
        quantity: 1,
        price: { id: CUSTOM_LEVEL },
        rate: exactNumber(amount.amount),
        description: name,
      };
    }),
  );
}
/** An item is sold in one unit here, which is left to NetSuite: a quantity in another one would be a different amount of goods. */
async function checkUnits(session: Session, { lines }: OrderInput, signal: AbortSignal): Promise<void> {
  const given = lines.filter(({ unit }) => unit);
  const items = await itemsById(
    session,
    given.map(({ productId }) => productId),
    signal,
  );
  for (const [index, { productId, unit }] of lines.entries()) {
    const sold = items.get(productId)?.unit;
    if (unit && sold && sold !== unit)
      throw refused(`lines.${index}.unit`, `NetSuite sells this item in ${sold}, not in ${unit}.`);
  }
}
export async function linesOf(session: Session, input: OrderInput, signal: AbortSignal): Promise<LineBody[]> {
  await checkUnits(session, input, signal);
  const lines = input.lines.map((line, index): LineBody => {
    const id = idOf(line.productId);
    if (id === null) throw refused(`lines.${index}.productId`, `NetSuite has no item ${line.productId}.`);
    if (compare(line.quantity, decimal('0')) <= 0)
      throw refused(`lines.${index}.quantity`, 'The quantity of a line must be above zero.');
    return {
      item: { id },
      quantity: exactNumber(canonical(line.quantity)),
      price: { id: CUSTOM_LEVEL },
      rate: exactNumber(canonical(line.unitPrice.amount)),
      ...(line.description ? { description: line.description } : {}),
    };
  });
  return [...lines, ...(await chargeLines(session, input, signal))];
}

const addressLimits = [
  ['name', LENGTH.addressee],
  ['street', LENGTH.street],
  ['postalCode', LENGTH.zip],
  ['city', LENGTH.city],
] as const;
/** One of the customer's addresses, or one of this order: an order that has one of the book already (`isThere`) lets go of it then. */
function addressesBody(input: OrderInput, isThere: boolean) {
  const side = (field: 'deliverTo' | 'invoiceTo', list: string, address: string) => {
    const to = input[field];
    if (!to) return {};
    if (to.kind === 'known') {
      const id = idOf(to.id);
      if (id === null) throw refused(field, `NetSuite has no address ${to.id}.`);
      return { [list]: { id } };
    }
    for (const [part, most] of addressLimits)
      if ((to.address[part] ?? '').length > most)
        throw refused(`${field}.${part}`, `NetSuite takes at most ${most} characters here.`);
    return { ...(isThere ? { [list]: null } : {}), [address]: addressBody(to.address) };
  };
  return {
    ...side('deliverTo', 'shipAddressList', 'shippingAddress'),
    ...side('invoiceTo', 'billAddressList', 'billingAddress'),
  };
}

/** What an order says besides its lines. */
export function headBody(input: OrderInput, { isThere }: { isThere: boolean }) {
  if ((input.poNumber ?? '').length > LENGTH.poNumber)
    throw refused('poNumber', `NetSuite takes at most ${LENGTH.poNumber} characters here.`);
  if ((input.note ?? '').length > LENGTH.memo)
    throw refused('note', `NetSuite takes at most ${LENGTH.memo} characters here.`);
  return {
    ...(input.poNumber ? { otherRefNum: input.poNumber } : {}),
    ...(input.note ? { memo: input.note } : {}),
    ...(input.requestedDate ? { shipDate: input.requestedDate } : {}),
    ...(input.partialDelivery === undefined ? {} : { shipComplete: !input.partialDelivery }),
    ...addressesBody(input, isThere),
  };
}
export async function orderBody(session: Session, input: OrderInput, signal: AbortSignal) {
  const customer = idOf(input.customerId);
  if (customer === null) throw refused('customerId', `NetSuite has no customer ${input.customerId}.`);
  const currency = currencyIdOf(session, input.currency);
  if (currency === null) throw refused('currency', `NetSuite has no currency ${input.currency}.`);
  const { subsidiary, orderLocation, orderStatus } = session.settings;
  return {
    externalId: input.reference,
    entity: { id: customer },
    // Its own day is that of the integration's user.
    tranDate: dayOf(session),
    currency: { id: currency },
    ...(subsidiary === null ? {} : { subsidiary: { id: subsidiary } }),
    ...(orderLocation === null ? {} : { location: { id: orderLocation } }),
    ...(orderStatus === null ? {} : { orderStatus: { id: orderStatus } }),
    ...headBody(input, { isThere: false }),
    item: { items: await linesOf(session, input, signal) },
  };
}
