import { compare, decimal, type ErpOrder } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { OrderInput } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { exactNumber } from '../transport/json.ts';
import { changeSetOf, refusalIn } from '../transport/odata/changeset.ts';
import { errorOf } from '../transport/odata/errors.ts';
import { queryOf } from '../transport/odata/query.ts';
import { ALL_COMPANIES, LENGTH, noon, REFERENCE_FIELD, REQUISITION_FIELD } from './facts.ts';
import { meaningOf, refused } from './faults.ts';
import { checkAddress, withField } from './order-refusals.ts';
import { isWhole, salesByReference } from './orders.ts';
import { type Sale, salesWhere, toOrder } from './orders-read.ts';
import type { Session } from './session.ts';

export type ChargeItems = { shipping: string | null; fee: string | null };
type Line = { LineNumber: number; ItemNumber: string; OrderedSalesQuantity: unknown } & Record<string, unknown>;
const SET = 'SalesOrderHeadersV2';

export function linesOf(session: Session, input: OrderInput, charges: ChargeItems): Line[] {
  const place = {
    ...(session.site ? { ShippingSiteId: session.site } : {}),
    ...(session.warehouse ? { ShippingWarehouseId: session.warehouse } : {}),
  };
  const lines = input.lines.map((line, index) => {
    if (compare(line.quantity, decimal('0')) <= 0)
      throw refused(`lines.${index}.quantity`, 'The quantity of a line must be above zero.');
    return {
      ItemNumber: line.productId as string,
      OrderedSalesQuantity: exactNumber(line.quantity),
      SalesPrice: exactNumber(line.unitPrice.amount),
      // The price that is sent is the net one: a discount of the customer's would be taken off it otherwise.
      LineDiscountPercentage: 0,
      LineDiscountAmount: 0,
      ...(line.unit ? { SalesUnitSymbol: line.unit } : {}),
      ...(line.description ? { LineDescription: line.description.slice(0, LENGTH.text) } : {}),
      ...(line.requestedDate ? { RequestedShippingDate: noon(line.requestedDate) } : {}),
    };
  });
  const charged = (input.charges ?? []).map(({ kind, name, amount }, index) => {
    const item = charges[kind];
    if (item === null) throw refused(`charges.${index}`, `This connection names no item for "${name}".`);
    return {
      ItemNumber: item,
      OrderedSalesQuantity: 1,
      SalesPrice: exactNumber(amount.amount),
      LineDescription: name.slice(0, LENGTH.text),
    };
  });
  return [...lines, ...charged].map((line, index) => ({ ...line, LineNumber: index + 1, ...place }));
}
function addressOf({ deliverTo }: OrderInput) {
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
export function headerBody(session: Session, input: OrderInput): Record<string, unknown> {
  const most = session.referenceField === REQUISITION_FIELD ? LENGTH.requisition : LENGTH.reference;
  if (input.reference.length > most)
    throw refused(
      'reference',
      `Finance & Operations keeps ${most} characters of a reference in ${session.referenceField}.`,
    );
  const poField = session.referenceField === REFERENCE_FIELD ? REQUISITION_FIELD : REFERENCE_FIELD;
  return {
    dataAreaId: session.company,
    OrderingCustomerAccountNumber: input.customerId as string,
    InvoiceCustomerAccountNumber: input.customerId as string,
    CurrencyCode: input.currency,
    LanguageId: session.language,
    ...(input.poNumber ? { [poField]: input.poNumber } : {}),
    ...(input.requestedDate ? { RequestedShippingDate: noon(input.requestedDate) } : {}),
    ...(session.site ? { DefaultShippingSiteId: session.site } : {}),
    ...(session.warehouse ? { DefaultShippingWarehouseId: session.warehouse } : {}),
    ...addressOf(input),
    [session.referenceField]: input.reference,
  };
}

/** Every line or none: a refusal names the first line that was not taken. */
async function addLines(session: Session, number: string, lines: readonly Line[], signal: AbortSignal): Promise<void> {
  const bodies = lines.map((line) => ({ dataAreaId: session.company, SalesOrderNumber: number, ...line }));
  const raw = changeSetOf(`${session.lines}?cross-company=true`, bodies);
  const answer = await session.client.send({ method: 'POST', path: '$batch', raw }, { signal, write: true });
  const refusal = refusalIn(answer.headers.get('content-type'), answer.bytes, bodies.length);
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
  const left = wanted.filter(
    ({ LineNumber }) => !there.some((row) => compare(row.LineNumber, decimal(String(LineNumber))) === 0),
  );
  const strange = there.some(({ LineNumber, ItemNumber }) => {
    const own = wanted.find((line) => compare(LineNumber, decimal(String(line.LineNumber))) === 0);
    return own?.ItemNumber !== ItemNumber;
  });
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
  const wanted = linesOf(session, input, charges);
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
    if (left.length > 0) await addLines(session, number, left, signal);
  } catch (error) {
    const certain =
      error instanceof ErpError && ['refused', 'not_found', 'unauthorised', 'conflict', 'busy'].includes(error.kind);
    if (!certain) throw error;
    // Nothing of it was stored. A header that stays, if this fails as well, is completed or taken by the next try.
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
