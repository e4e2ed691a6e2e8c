import { canonical, compare } from '@backroom/shared';
import type { OrderInput } from '../contract/schemas.ts';
import { LENGTH, RATE_TYPE } from './facts.ts';
import { refused } from './faults.ts';
import { itemKeyOf, itemsByKey } from './products.ts';
import { dayOf, type Session } from './session.ts';
import { unitsOf } from './units.ts';
import { keyOf, zero } from './values.ts';

/** A line as it is written. */
export type LineBody = {
  dimensions: Readonly<Record<string, { key: string } | { id: string }>>;
  unit?: string;
  unitQuantity: string;
  unitPrice?: string;
  priceInTxnCurrency?: string;
  lineDescription?: string;
  requestedShippingDate?: string;
};

function dimensionsOf({ settings }: Session, item: string): LineBody['dimensions'] {
  const { warehouse, location, department } = settings;
  return {
    item: { key: item },
    ...(warehouse === null ? {} : { warehouse: { id: warehouse } }),
    ...(location === null ? {} : { location: { id: location } }),
    ...(department === null ? {} : { department: { id: department } }),
  };
}
/** The price of a document in another currency stands in a field of its own. */
const priced = ({ company }: Session, { currency }: OrderInput, price: string) =>
  currency === company.currency ? { unitPrice: price } : { priceInTxnCurrency: price };

async function chargeLines(session: Session, input: OrderInput, signal: AbortSignal): Promise<LineBody[]> {
  const { shippingItem, feeItem } = session.settings;
  const units = await unitsOf(session, signal);
  return Promise.all(
    (input.charges ?? []).map(async ({ kind, name, amount }, index) => {
      const code = kind === 'shipping' ? shippingItem : feeItem;
      if (code === null) throw refused(`charges.${index}`, `This connection names no item for "${name}".`);
      const key = await itemKeyOf(session, code, signal);
      const item = key === null ? undefined : (await itemsByKey(session, [key], signal)).get(key);
      if (!item) throw refused(`charges.${index}`, `Sage Intacct has no item ${code}, which stands for "${name}".`);
      const unit = units(item['unitOfMeasureGroup.id'])?.name;
      return {
        dimensions: dimensionsOf(session, item.key),
        ...(unit ? { unit } : {}),
        unitQuantity: '1',
        ...priced(session, input, canonical(amount.amount)),
        lineDescription: name,
      };
    }),
  );
}
/** The lines of an order, and its charges behind them. Every line names its unit: Intacct refuses one without. */
export async function linesOf(session: Session, input: OrderInput, signal: AbortSignal): Promise<LineBody[]> {
  const ids = input.lines.map(({ productId }) => productId);
  const [items, units] = await Promise.all([itemsByKey(session, ids, signal), unitsOf(session, signal)]);
  const lines = input.lines.map((line, index): LineBody => {
    const item = items.get(keyOf(line.productId) ?? '');
    if (!item) throw refused(`lines.${index}.productId`, `Sage Intacct has no item ${line.productId}.`);
    if (compare(line.quantity, zero) <= 0)
      throw refused(`lines.${index}.quantity`, 'The quantity of a line must be above zero.');
    const unit = units(item['unitOfMeasureGroup.id'], line.unit || null);
    if (unit === null) throw refused(`lines.${index}.unit`, `Item ${item.id} is not sold in ${line.unit}.`);
    return {
      dimensions: dimensionsOf(session, item.key),
      ...(unit.name === '' ? {} : { unit: unit.name }),
      unitQuantity: canonical(line.quantity),
      ...priced(session, input, canonical(line.unitPrice.amount)),
      ...(line.description ? { lineDescription: line.description } : {}),
      ...(line.requestedDate ? { requestedShippingDate: line.requestedDate } : {}),
    };
  });
  return [...lines, ...(await chargeLines(session, input, signal))];
}

function contactsBody(input: OrderInput) {
  const side = (field: 'deliverTo' | 'invoiceTo', name: 'shipTo' | 'billTo') => {
    const to = input[field];
    if (!to) return {};
    if (to.kind === 'one_off')
      throw refused(field, 'Sage Intacct takes no address of one order: it has to be a contact of the customer.');
    return { [name]: { id: to.id as string } };
  };
  const contacts = { ...side('deliverTo', 'shipTo'), ...side('invoiceTo', 'billTo') };
  return Object.keys(contacts).length > 0 ? { contacts } : {};
}
/** What an order says besides its lines. */
export function headBody(input: OrderInput) {
  if ((input.poNumber ?? '').length > LENGTH.poNumber)
    throw refused('poNumber', `Sage Intacct takes at most ${LENGTH.poNumber} characters here.`);
  if ((input.note ?? '').length > LENGTH.note)
    throw refused('note', `Sage Intacct takes at most ${LENGTH.note} characters here.`);
  return {
    ...(input.poNumber ? { customerPONumber: input.poNumber } : {}),
    ...(input.note ? { notes: input.note } : {}),
    ...(input.requestedDate ? { requestedShippingDate: input.requestedDate } : {}),
    ...contactsBody(input),
  };
}
export async function orderBody(session: Session, input: OrderInput, signal: AbortSignal) {
  const customer = keyOf(input.customerId);
  if (customer === null) throw refused('customerId', `Sage Intacct has no customer ${input.customerId}.`);
  const today = dayOf(session);
  const { currency } = session.company;
  return {
    customer: { key: customer },
    txnDate: today,
    dueDate: input.requestedDate && input.requestedDate > today ? input.requestedDate : today,
    referenceNumber: input.reference,
    state: 'pending',
    txnCurrency: input.currency,
    ...(input.currency === currency
      ? {}
      : { baseCurrency: currency, exchangeRate: { date: today, typeName: RATE_TYPE } }),
    ...headBody(input),
    lines: await linesOf(session, input, signal),
  };
}
