import { compare, type Decimal, decimal, type ErpReturn, negate, subtract } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { ErpReturnInput } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { exactNumber } from '../transport/json.ts';
import type { Write } from '../transport/odata/changeset.ts';
import { queryOf } from '../transport/odata/query.ts';
import { ALL_COMPANIES, LENGTH } from './facts.ts';
import { refused } from './faults.ts';
import { type Sale, salesWhere } from './orders-read.ts';
import { isStoredNothing, writeTogether } from './orders-write.ts';
import { RETURN_LINES, RETURNS, type ReturnRow, returnsById, rowsByReference } from './returns.ts';
import type { LineRow } from './rows.ts';
import type { Session } from './session.ts';

type Part = { sold: LineRow; quantity: Decimal };
const zero = decimal('0');

async function saleOf(session: Session, input: ErpReturnInput, signal: AbortSignal): Promise<Sale> {
  const { orderNumber } = input;
  const asked = orderNumber !== '' && orderNumber.length <= LENGTH.account ? [orderNumber] : [];
  const [sale] = await salesWhere(session, ['SalesOrderNumber', asked], signal);
  if (!sale || sale.header.OrderingCustomerAccountNumber !== input.customerId)
    throw refused('orderNumber', `Finance & Operations has no order ${orderNumber} of this customer.`);
  return sale;
}
/** What comes back of which lines of the order: a product may stand in several, in the order and in the claim. */
function partsOf({ header, lines }: Sale, input: ErpReturnInput): Part[] {
  const left = new Map(lines.map((line) => [line, line.OrderedSalesQuantity]));
  return input.lines.flatMap(({ code, quantity }, index) => {
    const sold = lines.filter((line) => line.ItemNumber.trim() === code && line.SalesOrderLineStatus !== 'Canceled');
    if (sold.length === 0) throw refused(`lines.${index}.code`, `Order ${header.SalesOrderNumber} has no ${code}.`);
    if (compare(quantity, zero) <= 0)
      throw refused(`lines.${index}.quantity`, 'The quantity of a line must be above zero.');
    let rest = quantity;
    const parts = sold.flatMap((line): Part[] => {
      const most = left.get(line) ?? zero;
      const part = compare(rest, most) > 0 ? most : rest;
      rest = subtract(rest, part);
      left.set(line, subtract(most, part));
      return compare(part, zero) > 0 ? [{ sold: line, quantity: part }] : [];
    });
    if (compare(rest, zero) > 0)
      throw refused(`lines.${index}.quantity`, `Order ${header.SalesOrderNumber} has less of ${code}.`);
    return parts;
  });
}
/** What a return still needs that was cut off; refused where its lines are not those of this claim. */
function missing({ ReturnOrderNumber, ReturnOrderLines: there }: ReturnRow, parts: readonly Part[]): Part[] {
  const strange = there.some((row) => !parts.some(({ sold }) => sold.InventoryLotId === row.ReturningInventoryLotId));
  if (strange)
    throw refused(
      'reference',
      `Return ${ReturnOrderNumber} carries this reference and has other lines. Settle it in Finance & Operations first.`,
    );
  return parts.filter(({ sold }) => !there.some(({ ReturningInventoryLotId: lot }) => lot === sold.InventoryLotId));
}
/** The lot names the line that comes back, from which Finance & Operations takes cost and discounts; it goes at the price that it was sold for. */
const newLine = (session: Session, number: string, { sold, quantity }: Part): Write => ({
  method: 'POST',
  path: `${RETURN_LINES}${queryOf({ more: ALL_COMPANIES })}`,
  body: {
    dataAreaId: session.company,
    ReturnOrderNumber: number,
    ReturningInventoryLotId: sold.InventoryLotId,
    ItemNumber: sold.ItemNumber,
    ReturnSalesQuantity: exactNumber(negate(quantity)),
    SalesUnitSymbol: sold.SalesUnitSymbol,
    SalesPrice: exactNumber(sold.SalesPrice),
  },
});
async function newHeader(session: Session, input: ErpReturnInput, sale: Sale, signal: AbortSignal): Promise<string> {
  const body = {
    dataAreaId: session.company,
    CustomerAccountNumber: input.customerId as string,
    InvoiceCustomerAccountNumber: input.customerId as string,
    CurrencyCode: sale.header.CurrencyCode ?? session.currency,
    LanguageId: session.language,
    CustomersOrderReference: input.reference,
    ...(session.returnReason ? { CustomerReturnReasonCode: session.returnReason } : {}),
    ...(session.site ? { DefaultReturnSiteId: session.site } : {}),
    ...(session.warehouse ? { DefaultReturnWarehouseId: session.warehouse } : {}),
  };
  const made = z.object({ ReturnOrderNumber: z.string().min(1) });
  const path = `${RETURNS}${queryOf({ more: ALL_COMPANIES })}`;
  return (await session.client.create(made, path, body, signal)).ReturnOrderNumber;
}

/** Header, then all lines in one change set, as an order is made: what was cut off between the two is found by its reference and completed. */
export async function createReturn(session: Session, input: ErpReturnInput, signal: AbortSignal): Promise<ErpReturn> {
  if (input.reference.length > LENGTH.reference)
    throw refused('reference', `Finance & Operations keeps ${LENGTH.reference} characters of a reference.`);
  const [begun] = await rowsByReference(session, [input.reference], signal);
  const sale = await saleOf(session, input, signal);
  const parts = partsOf(sale, input);
  if (begun && begun.CustomerAccountNumber !== input.customerId)
    throw refused(
      'reference',
      `Return ${begun.ReturnOrderNumber} carries this reference and is of another customer. Settle it in Finance & Operations first.`,
    );
  const left = begun ? missing(begun, parts) : parts;
  const number = begun?.ReturnOrderNumber ?? (await newHeader(session, input, sale, signal));
  try {
    if (left.length > 0) {
      const writes = left.map((part) => newLine(session, number, part));
      await writeTogether(session, writes, signal);
    }
  } catch (error) {
    if (!isStoredNothing(error)) throw error;
    // A header that stays, if this fails as well, is completed or taken by the next try.
    if (!begun?.ReturnOrderLines.length)
      await session.client
        .send(
          { method: 'DELETE', path: session.record(RETURNS, { ReturnOrderNumber: number }) },
          { signal, write: true },
        )
        .catch(() => null);
    throw error;
  }
  return afterWrite(async () => {
    const [found] = await returnsById(session, [number], signal);
    if (!found) throw new ErpError('uncertain', `return ${number} is not there after it was made`);
    return found;
  });
}
