import { type ErpReturn, erpReturnSchema } from '@backroom/shared';
import { fit } from '../transport/json.ts';
import { queryOf, text } from '../transport/odata/query.ts';
import { sureOf, unknownCustomer, whoPath } from './customers.ts';
import { DRAFTS, LENGTH, VOID } from './facts.ts';
import { guidOf, guidsOf } from './faults.ts';
import { fieldsOf, type MemoWithLines, memoWithLines } from './rows.ts';
import { conditions, type Session } from './session.ts';

const memosPath = (filter: string, more: { orderby?: string; top?: number } = {}): string =>
  `salesCreditMemos${queryOf({ filter, select: fieldsOf(memoWithLines), expand: 'salesCreditMemoLines', ...more })}`;

/** A credit memo is what the API has of a return: a draft is asked for, a posted one is credited. Return orders can only be read, and only since 2026. */
const toReturn = (session: Session, row: MemoWithLines): ErpReturn => {
  const draft = DRAFTS.has(row.status);
  return fit(
    erpReturnSchema,
    {
      id: row.id,
      number: row.number,
      reference: row.externalDocumentNumber,
      orderNumber: null,
      status: draft ? 'requested' : VOID.has(row.status) ? 'rejected' : 'credited',
      requestedOn: row.creditMemoDate,
      reason: null,
      lines: row.salesCreditMemoLines
        .filter(({ lineType }) => lineType !== 'Comment' && lineType !== '')
        .map(({ lineObjectNumber, description, quantity }) => ({
          code: lineObjectNumber,
          name: description,
          quantity,
        })),
      creditNote: draft ? null : row.number,
      credit: draft ? null : session.money(row.totalAmountIncludingTax, row.currencyCode),
    },
    'salesCreditMemos',
  );
};
async function memosWhere(
  session: Session,
  filters: readonly string[],
  signal: AbortSignal,
  fresh = false,
): Promise<MemoWithLines[]> {
  if (filters.length === 0) return [];
  const reads = await session.together(
    filters.map((filter) => memosPath(filter)),
    signal,
    { fresh },
  );
  return reads.flatMap((read) => session.rows(memoWithLines, read, 'salesCreditMemos').rows);
}

const SHOWN = 50;
export async function returnsOf(session: Session, customerId: string, signal: AbortSignal): Promise<ErpReturn[]> {
  const customer = guidOf(customerId);
  if (!customer) throw unknownCustomer(customerId);
  const path = memosPath(`customerId eq ${customer}`, { orderby: 'creditMemoDate desc', top: SHOWN });
  const [who, read] = await session.together([whoPath(customer), path], signal);
  sureOf(session, who, customerId);
  return session.rows(memoWithLines, read, 'salesCreditMemos').rows.map((row) => toReturn(session, row));
}
export async function returnsById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(ErpReturn | null)[]> {
  const rows = await memosWhere(session, conditions('id', guidsOf(ids)), signal);
  const byId = new Map(rows.map((row) => [row.id, toReturn(session, row)]));
  return ids.map((id) => byId.get(guidOf(id) ?? '') ?? null);
}
export async function returnsByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<(ErpReturn | null)[]> {
  const asked = references.filter((each) => each.length <= LENGTH.reference).map(text);
  const rows = await memosWhere(session, conditions('externalDocumentNumber', asked), signal, true);
  return references.map((reference) => {
    const found = rows.find((row) => row.externalDocumentNumber === reference);
    return found ? toReturn(session, found) : null;
  });
}
