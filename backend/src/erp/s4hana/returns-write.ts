import { compare, type Decimal, decimal, type ErpReturn, subtract } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { ErpReturnInput } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { queryOf, text } from '../transport/odata/query.ts';
import { blank, dayValue, expanded } from '../transport/odata/v2-values.ts';
import { LENGTH } from './facts.ts';
import { refused } from './faults.ts';
import { returnsById, returnsByReference } from './returns.ts';
import type { Session } from './session.ts';
import { amount, key, keyOf, today } from './values.ts';

const orderRow = z.object({
  SalesOrder: key,
  SoldToParty: key,
  SalesOrganization: z.string(),
  DistributionChannel: z.string(),
  OrganizationDivision: z.string(),
  to_Item: expanded(
    z.object({
      SalesOrderItem: key,
      Material: key,
      RequestedQuantity: amount,
      RequestedQuantityUnit: blank,
      SalesDocumentRjcnReason: blank,
    }),
  ),
});
type Order = z.output<typeof orderRow>;
const select = ['SalesOrder', 'SoldToParty', 'SalesOrganization', 'DistributionChannel', 'OrganizationDivision'].concat(
  ['SalesOrderItem', 'Material', 'RequestedQuantity', 'RequestedQuantityUnit', 'SalesDocumentRjcnReason'].map(
    (name) => `to_Item/${name}`,
  ),
);

async function orderOf(session: Session, input: ErpReturnInput, signal: AbortSignal): Promise<Order> {
  const number = keyOf(input.orderNumber);
  const path = `A_SalesOrder${queryOf({ filter: `SalesOrder eq ${text(number ?? '')}`, expand: 'to_Item', select })}`;
  const rows = number === null ? [] : (await session.service('orders').lists(orderRow, [path], signal)).flat();
  const order = rows.find(({ SoldToParty }) => SoldToParty === keyOf(input.customerId));
  return order ?? fail('orderNumber', `SAP has no order ${input.orderNumber} of this customer.`);
}
const fail = (field: string, words: string): never => {
  throw refused(field, words);
};

/** What comes back of which items: a product may stand in several, in the order and in the claim. */
function itemsOf(session: Session, input: ErpReturnInput, order: Order) {
  const left = new Map(order.to_Item.map((item) => [item, item.RequestedQuantity]));
  return input.lines.flatMap((line, index) => {
    const sold = order.to_Item.filter((item) => item.Material === line.code && item.SalesDocumentRjcnReason === null);
    if (sold.length === 0) fail(`lines.${index}.code`, `Order ${order.SalesOrder} has no ${line.code}.`);
    let rest: Decimal = line.quantity;
    const zero = decimal('0');
    if (compare(rest, zero) <= 0) fail(`lines.${index}.quantity`, 'The quantity of a line must be above zero.');
    const parts = sold.flatMap((item) => {
      const most = left.get(item) ?? zero;
      const part = compare(rest, most) > 0 ? most : rest;
      rest = subtract(rest, part);
      left.set(item, subtract(most, part));
      return compare(part, zero) > 0 ? [{ item, part }] : [];
    });
    if (compare(rest, zero) > 0) fail(`lines.${index}.quantity`, `Order ${order.SalesOrder} has less of ${line.code}.`);
    return parts.map(({ item, part }) => ({
      Material: item.Material,
      RequestedQuantity: part,
      ...(item.RequestedQuantityUnit ? { RequestedQuantityUnit: item.RequestedQuantityUnit } : {}),
      ReferenceSDDocument: order.SalesOrder,
      ReferenceSDDocumentItem: item.SalesOrderItem,
      ReturnReason: session.returnReason,
    }));
  });
}

/** With reference to the order, in one request. SAP decides by customizing what is inspected and credited. */
export async function createReturn(session: Session, input: ErpReturnInput, signal: AbortSignal): Promise<ErpReturn> {
  if (input.reference.length > LENGTH.reference)
    throw refused('reference', `SAP keeps ${LENGTH.reference} characters of a reference.`);
  const [before] = await returnsByReference(session, [input.reference], signal);
  if (before) return before;
  const order = await orderOf(session, input, signal);
  const body = {
    CustomerReturnType: session.returnType,
    SalesOrganization: order.SalesOrganization,
    DistributionChannel: order.DistributionChannel,
    OrganizationDivision: order.OrganizationDivision,
    SoldToParty: order.SoldToParty,
    PurchaseOrderByCustomer: input.reference,
    CustomerReturnDate: dayValue(today(session)),
    ReferenceSDDocument: order.SalesOrder,
    SDDocumentReason: session.returnReason,
    to_Text: [{ Language: session.language, LongTextID: session.noteText, LongText: input.reason }],
    to_Item: itemsOf(session, input, order),
  };
  const made = z.object({ CustomerReturn: key });
  const { entity } = await session.service('returns').post(made, 'A_CustomerReturn', body, { signal, write: true });
  return afterWrite(async () => {
    const [found] = await returnsById(session, [entity.CustomerReturn], signal);
    if (!found) throw new ErpError('uncertain', `return ${entity.CustomerReturn} is not there after it was made`);
    return found;
  });
}
