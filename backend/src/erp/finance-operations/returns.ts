import {
  add,
  compare,
  type Decimal,
  decimal,
  type ErpReturn,
  erpReturnSchema,
  isNegative,
  negate,
} from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { decimalText, fit } from '../transport/json.ts';
import { text } from '../transport/odata/query.ts';
import { customerRowOf } from './customers.ts';
import { LENGTH } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import { currency, text as filled } from './rows.ts';
import { conditions, type Session } from './session.ts';

export const RETURNS = 'ReturnOrderHeadersV2';
export const RETURN_LINES = 'ReturnOrderLinesV2';

/** `ReturnInventoryLotId`: of the line itself. `ReturningInventoryLotId`: of the order's line that comes back. Quantities are below zero. */
const lineRow = z.object({
  ReturnInventoryLotId: z.string(),
  ReturningInventoryLotId: filled,
  LineCreationSequenceNumber: decimalText,
  ItemNumber: z.string(),
  LineDescription: z.string(),
  ReturnSalesQuantity: decimalText,
  ReturnStatus: z.enum(['None', 'Awaiting', 'Registered', 'Quarantine', 'Received', 'Invoiced', 'Canceled']),
});
const returnRow = z.object({
  ReturnOrderNumber: z.string(),
  RMANumber: filled,
  CustomerAccountNumber: z.string(),
  CustomersOrderReference: filled,
  CurrencyCode: currency,
  ReturnStatus: z.enum(['None', 'Created', 'Open', 'Closed', 'Canceled']),
  ReplacementSalesOrderNumber: filled,
  ReturnOrderLines: z.array(lineRow),
});
export type ReturnRow = z.output<typeof returnRow>;
type Line = ReturnRow['ReturnOrderLines'][number];
const soldRow = z.object({ InventoryLotId: z.string(), SalesOrderNumber: z.string() });
/** A credit note is the posted invoice of a return order, which stands in it as a sales order. Its total is below zero. */
const noteRow = z.object({
  InvoiceNumber: z.string(),
  SalesOrderNumber: z.string(),
  TotalInvoiceAmount: decimalText,
  CurrencyCode: currency,
});
type Note = z.output<typeof noteRow>;
type Around = { orders: ReadonlyMap<string, string>; notes: ReadonlyMap<string, readonly Note[]> };

const { ReturnOrderLines: _, ...headShape } = returnRow.shape;
const query = { select: Object.keys(headShape), expand: 'ReturnOrderLines' };
const size = (quantity: Decimal): Decimal => (isNegative(quantity) ? negate(quantity) : quantity);

function statusOf(
  { ReturnStatus, ReplacementSalesOrderNumber }: ReturnRow,
  alive: readonly Line[],
): ErpReturn['status'] {
  const all = (...states: readonly Line['ReturnStatus'][]) =>
    alive.length > 0 && alive.every((line) => states.includes(line.ReturnStatus));
  if (ReturnStatus === 'Canceled' || alive.length === 0) return 'rejected';
  if (all('Invoiced')) return 'credited';
  if (alive.some((line) => line.ReturnStatus === 'Invoiced')) return 'partly_credited';
  if (ReplacementSalesOrderNumber !== null) return 'replaced';
  if (all('Registered', 'Quarantine', 'Received')) return 'received';
  return ReturnStatus === 'Open' ? 'approved' : 'requested';
}
/** A line has the lowest state of its parts: of one that is not invoiced in full, a part may be. */
const creditedOf = ({ ReturnStatus, ReturnSalesQuantity }: Line) =>
  ReturnStatus === 'Invoiced' ? { credited: size(ReturnSalesQuantity) } : {};

function toReturn(session: Session, row: ReturnRow, { orders, notes }: Around): ErpReturn {
  const lines = [...row.ReturnOrderLines].sort((left, right) =>
    compare(left.LineCreationSequenceNumber, right.LineCreationSequenceNumber),
  );
  const own = notes.get(row.ReturnOrderNumber) ?? [];
  const [note] = own;
  const lots = lines.flatMap(({ ReturningInventoryLotId: lot }) => lot ?? []);
  return fit(
    erpReturnSchema,
    {
      id: row.ReturnOrderNumber,
      number: row.RMANumber ?? row.ReturnOrderNumber.trim(),
      reference: row.CustomersOrderReference,
      orderNumber: lots.map((lot) => orders.get(lot)).find((number) => number !== undefined) ?? null,
      status: statusOf(
        row,
        lines.filter(({ ReturnStatus }) => ReturnStatus !== 'Canceled'),
      ),
      // Its entities tell no day, and have no field for the words of a claim.
      requestedOn: null,
      reason: null,
      lines: lines.map((line) => ({
        code: line.ItemNumber.trim(),
        name: line.LineDescription,
        quantity: size(line.ReturnSalesQuantity),
        ...creditedOf(line),
      })),
      creditNote: note?.InvoiceNumber ?? null,
      credit: note
        ? session.money(
            negate(add(decimal('0'), ...own.map(({ TotalInvoiceAmount }) => TotalInvoiceAmount))),
            note.CurrencyCode ?? row.CurrencyCode,
          )
        : null,
    },
    RETURNS,
  );
}

/** The orders of what comes back, and the credit notes of what was invoiced: one request. Without the right to invoices, no credit note is known. */
async function around(session: Session, rows: readonly ReturnRow[], signal: AbortSignal): Promise<Around> {
  const lines = rows.flatMap((row) => row.ReturnOrderLines);
  const lots = conditions(
    'InventoryLotId',
    lines.flatMap(({ ReturningInventoryLotId: lot }) => lot ?? []),
  ).map((filter) => session.path(soldRow, session.lines, filter));
  const posted = rows.filter(({ ReturnOrderLines: own }) =>
    own.some(({ ReturnStatus }) => ReturnStatus === 'Invoiced'),
  );
  const notes = conditions(
    'SalesOrderNumber',
    posted.map(({ ReturnOrderNumber }) => ReturnOrderNumber),
  ).map((filter) => session.path(noteRow, 'SalesInvoiceHeadersV2', filter));
  const either = z.union([noteRow, soldRow]);
  const read = async (paths: readonly string[]) =>
    paths.length === 0 ? [] : (await session.read(either, paths, signal)).flat();
  const found = await read([...lots, ...notes]).catch((error: unknown) => {
    const closed = error instanceof ErpError && ['not_found', 'unauthorised', 'refused'].includes(error.kind);
    if (!closed || notes.length === 0) throw error;
    return read(lots);
  });
  return {
    orders: new Map(
      found.flatMap((row) => ('InventoryLotId' in row ? [[row.InventoryLotId, row.SalesOrderNumber]] : [])),
    ),
    notes: Map.groupBy(
      found.flatMap((row) => ('InvoiceNumber' in row ? [row] : [])),
      ({ SalesOrderNumber }) => SalesOrderNumber,
    ),
  };
}
async function shown(session: Session, rows: readonly ReturnRow[], signal: AbortSignal): Promise<ErpReturn[]> {
  const facts = await around(session, rows, signal);
  return rows.map((row) => toReturn(session, row, facts));
}
async function rowsWhere(
  session: Session,
  field: string,
  values: readonly string[],
  signal: AbortSignal,
): Promise<ReturnRow[]> {
  const paths = conditions(field, values).map((filter) => session.path(returnRow, RETURNS, filter, query));
  return paths.length === 0 ? [] : (await session.read(returnRow, paths, signal)).flat();
}
/** A header without lines is no return: a create left it that was cut off, and the next one completes it. */
const isWhole = ({ ReturnOrderLines: lines }: ReturnRow): boolean => lines.length > 0;
const oldestFirst = (left: ReturnRow, right: ReturnRow): number =>
  left.ReturnOrderNumber.localeCompare(right.ReturnOrderNumber, 'en', { numeric: true });

const SHOWN = 50;
export async function returnsOf(session: Session, customerId: string, signal: AbortSignal): Promise<ErpReturn[]> {
  const mine = `CustomerAccountNumber eq ${text(customerId)}`;
  const newest = { ...query, orderby: 'ReturnOrderNumber desc', top: SHOWN };
  const [rows = []] = await session.read(returnRow, [session.path(returnRow, RETURNS, mine, newest)], signal, SHOWN);
  if (rows.length === 0 && !(await customerRowOf(session, customerId, signal))) throw unknownCustomer(customerId);
  return shown(session, rows.filter(isWhole), signal);
}
export async function returnsById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(ErpReturn | null)[]> {
  const asked = ids.filter((id) => id !== '' && id.length <= LENGTH.account);
  const rows = await rowsWhere(session, 'ReturnOrderNumber', asked, signal);
  const byId = new Map((await shown(session, rows, signal)).map((each) => [each.id as string, each]));
  return ids.map((id) => byId.get(id) ?? null);
}
/** Nothing keeps a reference unique: the oldest return counts. */
export async function rowsByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<ReturnRow[]> {
  const asked = references.filter((each) => each !== '' && each.length <= LENGTH.reference);
  const rows = await rowsWhere(session, 'CustomersOrderReference', asked, signal);
  return rows.filter(({ ReturnStatus }) => ReturnStatus !== 'Canceled').sort(oldestFirst);
}
export async function returnsByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<(ErpReturn | null)[]> {
  const rows = (await rowsByReference(session, references, signal)).filter(isWhole);
  const found = await shown(session, rows, signal);
  return references.map((reference) => found.find((each) => each.reference === reference) ?? null);
}
