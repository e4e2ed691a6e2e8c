import type { Decimal } from '@backroom/shared';
import { z } from 'zod';
import { documentsOf, IN_MOST, OBJECT } from './facts.ts';
import { among, any, type Condition } from './query.ts';
import type { Session } from './session.ts';
import { amount, blank, currencyCode, day, key, number, optionalKey, parts, quantity, unique } from './values.ts';

/** The head of a document of order entry: a quote, order, shipment, invoice or return, by its transaction definition. */
export const headRow = z.object({
  key,
  documentNumber: z.string(),
  documentType: z.string(),
  state: z.string(),
  referenceNumber: blank,
  customerPONumber: blank,
  notes: blank,
  txnDate: day,
  requestedShippingDate: day,
  shippedDate: day,
  trackingNumber: blank,
  txnCurrency: currencyCode,
  baseCurrency: currencyCode,
  subtotal: amount,
  total: number,
  subtotalInTxnCurrency: amount,
  totalInTxnCurrency: amount,
  'customer.key': key,
  'customer.id': z.string(),
  'customer.name': blank,
  'contacts.shipTo.id': blank,
  'contacts.billTo.id': blank,
  'sourceDocument.key': optionalKey,
  'audit.createdBy': blank,
});
export type Head = z.output<typeof headRow>;
const headFields = Object.keys(headRow.shape);

export const lineRow = z.object({
  key,
  'documentHeader.key': key,
  'documentHeader.documentNumber': blank,
  'documentHeader.documentType': blank,
  'documentHeader.state': blank,
  'documentHeader.txnDate': day,
  'documentHeader.shippedDate': day,
  'documentHeader.trackingNumber': blank,
  'documentHeader.txnCurrency': currencyCode,
  'documentHeader.total': amount,
  'documentHeader.totalInTxnCurrency': amount,
  lineNumber: amount,
  'dimensions.item.key': optionalKey,
  'dimensions.item.id': blank,
  'dimensions.item.name': blank,
  lineDescription: blank,
  unit: blank,
  unitQuantity: quantity,
  quantity: amount,
  quantityConverted: amount,
  unitPrice: amount,
  priceInTxnCurrency: amount,
  taxInTxnCurrency: amount,
  'sourceDocument.key': optionalKey,
  'sourceDocumentLine.key': optionalKey,
});
export type Line = z.output<typeof lineRow>;
const lineFields = Object.keys(lineRow.shape);

/** Documents of one transaction definition, or of all. */
export async function headsWhere(
  { client }: Session,
  type: string | null,
  conditions: readonly Condition[],
  signal: AbortSignal,
): Promise<Head[]> {
  const object = type === null ? OBJECT.document : documentsOf(type);
  const lists = await Promise.all(
    conditions.map((where) => client.query(headRow, { object, fields: headFields, where }, signal)),
  );
  return unique(lists.flat());
}
export const newestHeads = (
  { client }: Session,
  type: string,
  where: Condition,
  most: number,
  signal: AbortSignal,
): Promise<{ rows: Head[]; more: boolean }> =>
  client.first(
    headRow,
    { object: documentsOf(type), fields: headFields, where, orderBy: [{ txnDate: 'desc' }, { key: 'desc' }] },
    most,
    signal,
  );

async function linesWhere({ client }: Session, conditions: readonly Condition[], signal: AbortSignal): Promise<Line[]> {
  const lists = await Promise.all(
    conditions.map((where) => client.query(lineRow, { object: OBJECT.line, fields: lineFields, where }, signal)),
  );
  return unique(lists.flat());
}
const inOrder = (left: Line, right: Line): number =>
  Number(left.lineNumber ?? 0) - Number(right.lineNumber ?? 0) || Number(left.key) - Number(right.key);
/** The lines of documents, by the key of the document and in their order. */
export async function linesOf(
  session: Session,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Line[]>> {
  const conditions = parts(keys, IN_MOST).map((some) => among('documentHeader.key', some));
  const rows = (await linesWhere(session, conditions, signal)).sort(inOrder);
  return Map.groupBy(rows, (row) => row['documentHeader.key']);
}

/** Where a line names its item it may name it as `code--name`. */
export function codeOf(line: Line): string {
  const { 'dimensions.item.id': code, 'dimensions.item.name': name } = line;
  const tail = `--${name ?? ''}`;
  return code !== null && name !== null && code.endsWith(tail) ? code.slice(0, -tail.length) : (code ?? '');
}
export const nameOf = (line: Line): string => line.lineDescription ?? line['dimensions.item.name'] ?? codeOf(line);

/** A document that was made from another one, with the lines that were. */
export type Follower = {
  key: string;
  documentNumber: string;
  documentType: string;
  state: string;
  txnDate: string | null;
  shippedDate: string | null;
  trackingNumber: string | null;
  currency: string | null;
  total: Decimal | null;
  lines: readonly Line[];
};
function toFollower(lines: readonly [Line, ...Line[]]): Follower {
  const [line] = lines;
  return {
    key: line['documentHeader.key'],
    documentNumber: line['documentHeader.documentNumber'] ?? line['documentHeader.key'],
    documentType: line['documentHeader.documentType'] ?? '',
    state: line['documentHeader.state'] ?? '',
    txnDate: line['documentHeader.txnDate'],
    shippedDate: line['documentHeader.shippedDate'],
    trackingNumber: line['documentHeader.trackingNumber'],
    currency: line['documentHeader.txnCurrency'],
    total: line['documentHeader.totalInTxnCurrency'] ?? line['documentHeader.total'],
    lines: lines.toSorted(inOrder),
  };
}
function followersIn(lines: readonly Line[]): ReadonlyMap<string, Follower[]> {
  const bySource = Map.groupBy(lines, (line) => line['sourceDocument.key'] ?? '');
  return new Map(
    [...bySource].map(([source, own]) => [
      source,
      [...Map.groupBy(own, (line) => line['documentHeader.key']).values()]
        .flatMap(([first, ...rest]) => (first ? [toFollower([first, ...rest])] : []))
        .sort((left, right) => Number(left.key) - Number(right.key)),
    ]),
  );
}
/** What was made from these documents, by the key of the document that it was made from. */
export async function followersOf(
  session: Session,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Follower[]>> {
  const conditions = parts(keys, IN_MOST).map((some) => among('sourceDocument.key', some));
  return followersIn(await linesWhere(session, conditions, signal));
}
/** The lines of documents and what was made from them. Both are lines, and cost one call. */
export async function linesAndFollowers(session: Session, keys: readonly string[], signal: AbortSignal) {
  const conditions = parts(keys, IN_MOST).map((some) =>
    any(among('documentHeader.key', some), among('sourceDocument.key', some)),
  );
  const rows = await linesWhere(session, conditions, signal);
  const wanted = new Set(keys);
  const own = rows.filter((row) => wanted.has(row['documentHeader.key'])).sort(inOrder);
  return {
    lines: Map.groupBy(own, (row) => row['documentHeader.key']),
    followers: followersIn(rows.filter((row) => wanted.has(row['sourceDocument.key'] ?? ''))),
  };
}

const definitionRow = z.object({ key, id: z.string(), docClass: blank, workflowCategory: blank, status: blank });
/** What each transaction definition of the company stands for, by its name. */
export const categoriesOf = (session: Session, signal: AbortSignal): Promise<ReadonlyMap<string, string | null>> =>
  session.remember('definitions', async () => {
    const fields = Object.keys(definitionRow.shape);
    const rows = await session.client.query(definitionRow, { object: OBJECT.definition, fields }, signal);
    return new Map(rows.map((row) => [row.id, row.workflowCategory ?? row.docClass]));
  });
