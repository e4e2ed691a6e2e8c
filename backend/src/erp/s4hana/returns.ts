import { add, compare, type Decimal, decimal, type ErpReturn, erpReturnSchema, isZero } from '@backroom/shared';
import { z } from 'zod';
import { fit } from '../transport/json.ts';
import { queryOf, text } from '../transport/odata/query.ts';
import { blank, day, expanded } from '../transport/odata/v2-values.ts';
import { sureOf } from './customers.ts';
import { APPROVED, CREDIT_MEMO, LENGTH, WHOLE } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import { conditions, type Session } from './session.ts';
import { amount, flag, key, keyOf, keysOf, reference } from './values.ts';

const zero = decimal('0');
const itemRow = z.object({
  CustomerReturnItem: key,
  CustomerReturnItemText: blank,
  Material: key,
  RequestedQuantity: amount,
  ReturnsMaterialHasBeenReceived: flag,
  SalesDocumentRjcnReason: blank,
  ReferenceSDDocument: reference,
});
const returnRow = z.object({
  CustomerReturn: key,
  SoldToParty: key,
  CustomerReturnDate: day,
  CreationDate: day,
  PurchaseOrderByCustomer: blank,
  ReferenceSDDocument: reference,
  OverallSDDocumentRejectionSts: z.string(),
  SalesDocApprovalStatus: z.string(),
  to_Item: expanded(itemRow),
  to_Text: expanded(z.object({ LongTextID: z.string(), LongText: z.string() })),
});
type ReturnRow = z.output<typeof returnRow>;
const query = {
  expand: 'to_Item,to_Text',
  select: [
    ...Object.keys(returnRow.shape).filter((name) => !name.startsWith('to_')),
    ...Object.keys(itemRow.shape).map((name) => `to_Item/${name}`),
    'to_Text/LongTextID',
    'to_Text/LongText',
  ],
};
const returnsPath = (filter: string, more: { orderby?: string; top?: number } = {}): string =>
  `A_CustomerReturn${queryOf({ ...query, filter, ...more })}`;

const memoRow = z.object({
  BillingDocument: key,
  SalesDocument: key,
  SalesDocumentItem: key,
  BillingQuantity: amount,
  NetAmount: amount,
  TaxAmount: amount,
  TransactionCurrency: z.string(),
  to_BillingDocument: z.object({ BillingDocumentIsCancelled: flag, SDDocumentCategory: z.string() }),
});
type MemoRow = z.output<typeof memoRow>;
/** Credit memos are billing documents of the return. */
async function memosOf(session: Session, returns: readonly ReturnRow[], signal: AbortSignal): Promise<MemoRow[]> {
  const select = [
    ...Object.keys(memoRow.shape).filter((name) => !name.startsWith('to_')),
    'to_BillingDocument/BillingDocumentIsCancelled',
    'to_BillingDocument/SDDocumentCategory',
  ];
  const paths = conditions(
    'SalesDocument',
    returns.map(({ CustomerReturn }) => CustomerReturn),
  ).map((filter) => `A_BillingDocumentItem${queryOf({ filter, expand: 'to_BillingDocument', select })}`);
  const rows = (await session.service('billing').lists(memoRow, paths, signal)).flat();
  return rows.filter(
    ({ to_BillingDocument: document }) =>
      !document.BillingDocumentIsCancelled && document.SDDocumentCategory === CREDIT_MEMO,
  );
}

function statusOf(row: ReturnRow, credited: readonly Decimal[]): ErpReturn['status'] {
  const alive = row.to_Item.filter(({ SalesDocumentRjcnReason }) => SalesDocumentRjcnReason === null);
  if (alive.length === 0 && row.to_Item.length > 0) return 'rejected';
  const all = row.to_Item.every((item, index) => compare(credited[index] ?? zero, item.RequestedQuantity) >= 0);
  if (all && row.to_Item.length > 0) return 'credited';
  if (credited.some((quantity) => !isZero(quantity))) return 'partly_credited';
  if (alive.length > 0 && alive.every(({ ReturnsMaterialHasBeenReceived }) => ReturnsMaterialHasBeenReceived))
    return 'received';
  return row.SalesDocApprovalStatus === APPROVED ? 'approved' : 'requested';
}
function toReturn(session: Session, row: ReturnRow, memos: readonly MemoRow[]): ErpReturn {
  const mine = memos.filter(({ SalesDocument }) => SalesDocument === row.CustomerReturn);
  const credited = row.to_Item.map(({ CustomerReturnItem }) =>
    add(
      zero,
      ...mine.filter((memo) => memo.SalesDocumentItem === CustomerReturnItem).map((memo) => memo.BillingQuantity),
    ),
  );
  const [memo] = mine;
  const reason = row.to_Text.find(({ LongTextID }) => LongTextID === session.noteText)?.LongText.trim();
  return fit(
    erpReturnSchema,
    {
      id: row.CustomerReturn,
      number: row.CustomerReturn,
      reference: row.PurchaseOrderByCustomer,
      orderNumber: row.ReferenceSDDocument ?? row.to_Item[0]?.ReferenceSDDocument ?? null,
      status: row.OverallSDDocumentRejectionSts === WHOLE ? 'rejected' : statusOf(row, credited),
      requestedOn: row.CustomerReturnDate ?? row.CreationDate,
      reason: reason || null,
      lines: row.to_Item.map((item, index) => ({
        code: item.Material,
        name: item.CustomerReturnItemText ?? item.Material,
        quantity: item.RequestedQuantity,
        credited: credited[index] ?? zero,
      })),
      creditNote: memo?.BillingDocument ?? null,
      credit: memo
        ? {
            amount: add(zero, ...mine.map((each) => add(each.NetAmount, each.TaxAmount))),
            currency: memo.TransactionCurrency,
          }
        : null,
    },
    'A_CustomerReturn',
  );
}
async function returnsWhere(session: Session, paths: readonly string[], signal: AbortSignal): Promise<ErpReturn[]> {
  const rows = (await session.service('returns').lists(returnRow, paths, signal)).flat();
  const memos = await memosOf(session, rows, signal);
  return rows.map((row) => toReturn(session, row, memos));
}

const SHOWN = 50;
export async function returnsOf(session: Session, customerId: string, signal: AbortSignal): Promise<ErpReturn[]> {
  const customer = keyOf(customerId);
  if (customer === null) throw unknownCustomer(customerId);
  const order = { orderby: 'CreationDate desc,CustomerReturn desc', top: SHOWN };
  const found = await returnsWhere(session, [returnsPath(`SoldToParty eq ${text(customer)}`, order)], signal);
  if (found.length === 0) await sureOf(session, customerId, signal);
  return found;
}
export async function returnsById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(ErpReturn | null)[]> {
  const paths = conditions('CustomerReturn', keysOf(ids)).map((filter) => returnsPath(filter));
  const byId = new Map((await returnsWhere(session, paths, signal)).map((each) => [each.number, each]));
  return ids.map((id) => byId.get(keyOf(id) ?? '') ?? null);
}
/** A return has no field for the ship-to party's number: ours stands in that of the customer. The oldest one counts. */
export async function returnsByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<(ErpReturn | null)[]> {
  const asked = references.filter((each) => each.length <= LENGTH.reference);
  const paths = conditions('PurchaseOrderByCustomer', asked).map((filter) => returnsPath(filter));
  const found = (await returnsWhere(session, paths, signal)).sort((left, right) =>
    left.number.localeCompare(right.number, 'en', { numeric: true }),
  );
  return references.map((reference) => found.find((each) => each.reference === reference) ?? null);
}
