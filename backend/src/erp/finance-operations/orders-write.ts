import { compare, type Decimal, decimal, type ErpOrder } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { OrderInput } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { exactNumber } from '../transport/json.ts';
import { changeSetOf, refusalIn, type Write } from '../transport/odata/changeset.ts';
import { errorOf } from '../transport/odata/errors.ts';
import { queryOf } from '../transport/odata/query.ts';
import { ALL_COMPANIES, LENGTH, noon, REFERENCE_FIELD, REQUISITION_FIELD } from './facts.ts';
import { meaningOf, refused } from './faults.ts';
import { checkAddress, withField } from './order-refusals.ts';
import { isWhole, salesByReference } from './orders.ts';
import { type Sale, salesWhere, toOrder } from './orders-read.ts';
import type { Session } from './session.ts';

export type ChargeItems = { shipping: string | null; fee: string | null };
/** A line as it is to stand in the order. */
export type Line = {
  number: number;
  item: string;
  quantity: Decimal;
  price: Decimal;
  unit: string | null;
  text: string | null;
  day: string | null;
};
const SET = 'SalesOrderHeadersV2';

/** The lines of an order, and its charges behind them. */
export function linesOf(input: OrderInput, charges: ChargeItems): Line[] {
  const lines = input.lines.map((line, index) => {
    if (compare(line.quantity, decimal('0')) <= 0)
      throw refused(`lines.${index}.quantity`, 'The quantity of a line must be above zero.');
    return {
      item: line.productId as string,
      quantity: line.quantity,
      price: line.unitPrice.amount,
      unit: line.unit ?? null,
      text: line.description,
      day: line.requestedDate ?? null,
    };
  });
  const charged = (input.charges ?? []).map(({ kind, name, amount }, index) => {
    const item = charges[kind];
    if (item === null) throw refused(`charges.${index}`, `This connection names no item for "${name}".`);
    return { item, quantity: decimal('1'), price: amount.amount, unit: null, text: name, day: null };
  });
  return [...lines, ...charged].map((line, index) => ({ ...line, number: index + 1 }));
}
/** The price that is sent is the net one: a discount of the customer's would be taken off it otherwise. */
export const amountsOf = ({ quantity, price }: Line) => ({
  OrderedSalesQuantity: exactNumber(quantity),
  SalesPrice: exactNumber(price),
  LineDiscountPercentage: 0,
  LineDiscountAmount: 0,
});
/** Where it goes: a location of the customer's, or an address for this order only. */
export function addressOf({ deliverTo }: OrderInput) {
  if (!deliverTo) return {};
  if (deliverTo.kind === 'known') return { DeliveryAddressLocationId: deliverTo.id as string };
  const { name, street, postalCode, city, country } = deliverTo.address;
  const given = {
    DeliveryAddressName: name,
    DeliveryAddressStreet: street,
    DeliveryAddressZipCode: postalCode,
    DeliveryAddressCity: city,
    DeliveryAddressCountryRegionISOCode: country,
  };
  return {
    IsDeliveryAddressOrderSpecific: 'Yes',
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)),
  };
}
/** The field for the customer's own PO number: the one that does not carry our reference. */
export const poFieldOf = ({ referenceField }: Session): string =>
  referenceField === REFERENCE_FIELD ? REQUISITION_FIELD : REFERENCE_FIELD;
export function headerBody(session: Session, input: OrderInput): Record<string, unknown> {
  const most = session.referenceField === REQUISITION_FIELD ? LENGTH.requisition : LENGTH.reference;
  if (input.reference.length > most)
    throw refused(
      'reference',
      `Finance & Operations keeps ${most} characters of a reference in ${session.referenceField}.`,
    );
  return {
    dataAreaId: session.company,
    OrderingCustomerAccountNumber: input.customerId as string,
    InvoiceCustomerAccountNumber: input.customerId as string,
    CurrencyCode: input.currency,
    LanguageId: session.language,
    ...(input.poNumber ? { [poFieldOf(session)]: input.poNumber } : {}),
    ...(input.requestedDate ? { RequestedShippingDate: noon(input.requestedDate) } : {}),
    ...(session.site ? { DefaultShippingSiteId: session.site } : {}),
    ...(session.warehouse ? { DefaultShippingWarehouseId: session.warehouse } : {}),
    ...addressOf(input),
    [session.referenceField]: input.reference,
  };
}

/** The answer to a change set says for certain that nothing of it was stored. */
export const isStoredNothing = (error: unknown): boolean =>
  error instanceof ErpError && ['refused', 'not_found', 'unauthorised', 'conflict', 'busy'].includes(error.kind);

/** The create of a line, as a part of a change set. */
export const newLine = (session: Session, order: string, line: Line): Write => ({
  method: 'POST',
  path: `${session.lines}?cross-company=true`,
  body: {
    dataAreaId: session.company,
    SalesOrderNumber: order,
    ItemNumber: line.item,
    ...amountsOf(line),
    ...(line.unit ? { SalesUnitSymbol: line.unit } : {}),
    ...(line.text ? { LineDescription: line.text.slice(0, LENGTH.text) } : {}),
    ...(line.day ? { RequestedShippingDate: noon(line.day) } : {}),
    LineNumber: line.number,
    ...(session.site ? { ShippingSiteId: session.site } : {}),
    ...(session.warehouse ? { ShippingWarehouseId: session.warehouse } : {}),
  },
});
/** All of the writes or none. */
export async function writeTogether(session: Session, writes: readonly Write[], signal: AbortSignal): Promise<void> {
  const raw = changeSetOf(writes);
  const answer = await session.client.send({ method: 'POST', path: '$batch', raw }, { signal, write: true });
  const refusal = refusalIn(answer.headers.get('content-type'), answer.bytes, writes.length);
  if (refusal) throw errorOf(refusal, { what: session.lines, write: true, signal }, session.now(), meaningOf);
}
/** What is still to be written of an order that was cut off; refuses where the lines that are there are not those that were sent. */
function missing({ header, lines: there }: Sale, input: OrderInput, wanted: readonly Line[]): Line[] {
  const number = header.SalesOrderNumber;
  if (header.OrderingCustomerAccountNumber !== input.customerId)
    throw refused(
      'reference',
      `Order ${number} carries this reference and is of another customer. Settle it in Finance & Operations first.`,
    );
  const isAt = ({ LineNumber }: Sale['lines'][number], { number: nth }: Line) =>
    compare(LineNumber, decimal(String(nth))) === 0;
  const left = wanted.filter((line) => !there.some((row) => isAt(row, line)));
  const strange = there.some((row) => wanted.find((line) => isAt(row, line))?.item !== row.ItemNumber);
  if (strange)
    throw refused(
      'reference',
      `Order ${number} carries this reference and has other lines. Settle it in Finance & Operations first.`,
    );
  return left;
}

/**
 * Header, then all lines in one change set. What was cut off between the two is found by its reference and completed, never made again; where the lines are
 * refused, the empty header is taken away.
 */
export async function createOrder(
  session: Session,
  input: OrderInput,
  charges: ChargeItems,
  signal: AbortSignal,
): Promise<ErpOrder> {
  const body = headerBody(session, input);
  const wanted = linesOf(input, charges);
  const before = await salesByReference(session, [input.reference], signal);
  const whole = before.find((sale) => isWhole(sale) && sale.lines.length >= wanted.length);
  if (whole) return toOrder(session, whole);
  await checkAddress(session, input, signal);
  const begun = before.find(({ header }) => header.SalesOrderStatus !== 'Canceled');
  const left = begun ? missing(begun, input, wanted) : wanted;
  const number =
    begun?.header.SalesOrderNumber ??
    (await newHeader(session, body, signal).catch(async (error: unknown) => {
      throw await withField(session, input, error, signal);
    }));
  try {
    if (left.length > 0) {
      const writes = left.map((line) => newLine(session, number, line));
      await writeTogether(session, writes, signal);
    }
  } catch (error) {
    if (!isStoredNothing(error)) throw error;
    // A header that stays, if this fails as well, is completed or taken by the next try.
    if (!begun?.lines.length)
      await session.client
        .send({ method: 'DELETE', path: session.record(SET, { SalesOrderNumber: number }) }, { signal, write: true })
        .catch(() => null);
    throw await withField(session, input, error, signal);
  }
  return afterWrite(async () => {
    const [sale] = await salesWhere(session, ['SalesOrderNumber', [number]], signal);
    if (!sale) throw new ErpError('uncertain', `order ${number} is not there after it was made`);
    return toOrder(session, sale);
  });
}
async function newHeader(session: Session, body: unknown, signal: AbortSignal): Promise<string> {
  const path = `${SET}${queryOf({ more: ALL_COMPANIES })}`;
  const made = await session.client.create(z.object({ SalesOrderNumber: z.string().min(1) }), path, body, signal);
  return made.SalesOrderNumber;
}
