import { compare, type ErpReturn, erpReturnSchema, isZero } from '@backroom/shared';
import { z } from 'zod';
import { fit } from '../transport/json.ts';
import { customerWith } from './customers.ts';
import { LINE, RESOURCE, STATUS } from './facts.ts';
import { among, bare, type Condition } from './query.ts';
import type { Session } from './session.ts';
import { amount, blank, day, id, idsOf, zero } from './values.ts';

const lineRow = z.object({
  sop_return_id: id,
  sop_return_document_no: blank,
  sop_return_document_date: day,
  sop_return_document_status: blank,
  sop_return_line_id: id,
  sop_return_line_type: blank,
  sop_return_line_product_code: blank,
  sop_return_line_product_description: blank,
  sop_return_line_quantity: amount,
  sop_return_line_despatch_receipt_quantity: amount,
  sop_return_line_invoice_credit_quantity: amount,
});
type LineRow = z.output<typeof lineRow>;

async function linesWhere({ client }: Session, conditions: readonly Condition[], signal: AbortSignal) {
  const select = Object.keys(lineRow.shape);
  const lists = await Promise.all(
    conditions.map((where) =>
      client.query(lineRow, { resource: RESOURCE.returnLines, select, where }, signal, 'sop_return_line_id'),
    ),
  );
  return lists.flat().filter(({ sop_return_line_type: type }) => type === LINE.standard || type === LINE.freeText);
}
function statusOf(lines: readonly LineRow[]): ErpReturn['status'] {
  const all = (value: (line: LineRow) => LineRow['sop_return_line_quantity']) =>
    lines.every((line) => compare(value(line) ?? zero, line.sop_return_line_quantity ?? zero) >= 0);
  if (lines[0]?.sop_return_document_status === STATUS.cancelled) return 'rejected';
  if (all((line) => line.sop_return_line_invoice_credit_quantity)) return 'credited';
  if (lines.some((line) => !isZero(line.sop_return_line_invoice_credit_quantity ?? zero))) return 'partly_credited';
  return all((line) => line.sop_return_line_despatch_receipt_quantity) ? 'received' : 'approved';
}
function toReturn(key: string, lines: readonly LineRow[]): ErpReturn {
  const [first] = lines;
  return fit(
    erpReturnSchema,
    {
      id: key,
      number: first?.sop_return_document_no ?? key,
      reference: null,
      orderNumber: null,
      status: statusOf(lines),
      requestedOn: first?.sop_return_document_date ?? null,
      reason: null,
      lines: lines.map((line) => ({
        code: line.sop_return_line_product_code ?? '',
        name: line.sop_return_line_product_description ?? line.sop_return_line_product_code ?? '',
        quantity: line.sop_return_line_quantity ?? zero,
        ...(line.sop_return_line_invoice_credit_quantity === null
          ? {}
          : { credited: line.sop_return_line_invoice_credit_quantity }),
      })),
      creditNote: null,
      credit: null,
    },
    RESOURCE.returnLines,
  );
}

/** Returns that people entered in Sage 200, the newest first: its API makes none. */
export async function returnsOf(session: Session, customerId: string, signal: AbortSignal): Promise<ErpReturn[]> {
  const customer = await customerWith(session, customerId, signal);
  const lines = await linesWhere(session, [bare('customer_id', customer.id)], signal);
  return [...Map.groupBy(lines, (line) => line.sop_return_id)]
    .map(([key, own]) => toReturn(key, own))
    .sort((left, right) => (right.requestedOn ?? '').localeCompare(left.requestedOn ?? ''));
}
export async function returnsById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(ErpReturn | null)[]> {
  const lines = Map.groupBy(
    await linesWhere(session, among('sop_return_id', idsOf(ids)), signal),
    (line) => line.sop_return_id,
  );
  return ids.map((each) => {
    const own = lines.get(each);
    return own ? toReturn(each, own) : null;
  });
}
