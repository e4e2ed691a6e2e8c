import { add, type Decimal, type ErpReturn, erpReturnSchema, isZero, negate } from '@backroom/shared';
import { z } from 'zod';
import { fit } from '../transport/json.ts';
import { sureOf } from './customers.ts';
import { letterOf, RETURN, TYPE } from './facts.ts';
import { idOf, idsOf, unknownCustomer } from './faults.ts';
import { recordWith } from './made-once.ts';
import { itemsById } from './products.ts';
import type { Session } from './session.ts';
import { day, type Has, optional, parts, text } from './sql.ts';
import { inSaleUnit } from './units.ts';
import {
  amount,
  blank,
  choice,
  date,
  flag,
  id,
  optionalId,
  quantity,
  reference,
  referenceId,
  sublist,
  zero,
} from './values.ts';

const row = z.object({
  id,
  tranid: z.string(),
  externalid: blank,
  status: z.string(),
  asked: date,
  memo: blank,
  currency: optionalId,
  ordernumber: blank,
  itemid: blank,
  displayname: blank,
  description: blank,
  quantity,
  billed: quantity,
  unitrate: amount,
  mainline: flag,
});
type Row = z.output<typeof row>;
const creditRow = z.object({ previousdoc: id, tranid: z.string(), total: amount, currency: optionalId });
type Credits = ReadonlyMap<string, readonly z.output<typeof creditRow>[]>;

const query =
  (condition: string) =>
  (has: Has): string =>
    `SELECT t.id, t.tranid, t.externalid, t.status, ${day('t.trandate', 'asked')}, t.memo${optional(has, 'currency', ', t.currency')}, o.tranid AS ordernumber, tl.mainline, tl.memo AS description, tl.quantity, tl.quantitybilled AS billed, i.itemid, i.displayname${optional(
      has,
      'unitstypeuom',
      ', u.conversionrate AS unitrate',
    )} FROM transaction t JOIN transactionline tl ON tl.transaction = t.id LEFT JOIN item i ON i.id = tl.item LEFT JOIN transaction o ON o.id = tl.createdfrom AND o.type = ${text(TYPE.order)}${optional(
      has,
      'unitstypeuom',
      ' LEFT JOIN unitstypeuom u ON u.internalid = tl.units',
    )} WHERE t.type = ${text(TYPE.return)} AND tl.taxline = 'F' AND (${condition}) ORDER BY t.id, tl.linesequencenumber, tl.id`;

function statusOf(letter: string, isCredited: boolean): ErpReturn['status'] {
  switch (letter) {
    case RETURN.pendingApproval:
      return 'requested';
    case RETURN.cancelled:
      return 'rejected';
    case RETURN.partlyReceived:
    case RETURN.pendingRefundPartlyReceived:
    case RETURN.pendingRefund:
      return isCredited ? 'partly_credited' : 'received';
    case RETURN.refunded:
      return 'credited';
    case RETURN.closed:
      return isCredited ? 'credited' : 'rejected';
    default:
      return 'approved';
  }
}
const size = (value: Decimal): Decimal => (value.startsWith('-') ? negate(value) : value);
function toReturn(session: Session, rows: readonly Row[], credits: Credits): ErpReturn | null {
  const head = rows.find(({ mainline }) => mainline) ?? rows[0];
  if (!head) return null;
  const own = credits.get(head.id) ?? [];
  const lines = rows.filter(({ mainline, itemid, quantity: many }) => !mainline && itemid !== null && !isZero(many));
  const [first] = own;
  return fit(
    erpReturnSchema,
    {
      id: head.id,
      number: head.tranid,
      reference: head.externalid,
      orderNumber: rows.find(({ ordernumber }) => ordernumber !== null)?.ordernumber ?? null,
      status: statusOf(letterOf(head.status), own.length > 0),
      requestedOn: head.asked,
      reason: head.memo,
      lines: lines.map((line) => ({
        code: line.itemid ?? '',
        name: line.description ?? line.displayname ?? line.itemid ?? '',
        quantity: inSaleUnit(size(line.quantity), line.unitrate),
        credited: inSaleUnit(size(line.billed), line.unitrate),
      })),
      creditNote: first?.tranid ?? null,
      credit:
        first === undefined
          ? null
          : session.money(add(zero, ...own.map(({ total }) => size(total ?? zero))), first.currency ?? head.currency),
    },
    'returnAuthorization',
  );
}
async function creditsOf(session: Session, returns: readonly string[], signal: AbortSignal): Promise<Credits> {
  const lists = await Promise.all(
    parts(returns).map((some) =>
      session.rows(
        creditRow,
        (has) =>
          `SELECT l.previousdoc, c.tranid, c.foreigntotal AS total${optional(has, 'currency', ', c.currency')} FROM nexttransactionlink l JOIN transaction c ON c.id = l.nextdoc WHERE c.type = ${text(TYPE.credit)} AND l.previousdoc IN (${some.join(',')}) ORDER BY c.id`,
        signal,
      ),
    ),
  );
  const credits = new Map<string, z.output<typeof creditRow>[]>();
  for (const [key, rows] of Map.groupBy(lists.flat(), ({ previousdoc }) => previousdoc))
    credits.set(key, [...new Map(rows.map((each) => [each.tranid, each])).values()]);
  return credits;
}
async function returnsWhere(
  session: Session,
  conditions: readonly string[],
  signal: AbortSignal,
): Promise<ErpReturn[]> {
  const lists = await Promise.all(conditions.map((condition) => session.rows(row, query(condition), signal)));
  const found = [...Map.groupBy(lists.flat(), (each) => each.id)];
  // A credit memo follows what was received or refunded.
  const credited = found
    .filter(([, rows]) => !['A', 'B', 'C'].includes(letterOf(rows[0]?.status ?? '')))
    .map(([key]) => key);
  const credits = await creditsOf(session, credited, signal);
  return found.flatMap(([, rows]) => toReturn(session, rows, credits) ?? []);
}

const SHOWN = 50;
export async function returnsOf(session: Session, customerId: string, signal: AbortSignal): Promise<ErpReturn[]> {
  const customer = idOf(customerId);
  if (customer === null) throw unknownCustomer(customerId);
  const newest = `SELECT n.id FROM (SELECT x.id FROM transaction x WHERE x.type = ${text(TYPE.return)} AND x.entity = ${customer} ORDER BY x.trandate DESC, x.id DESC FETCH FIRST ${SHOWN} ROWS ONLY) n`;
  const found = await returnsWhere(session, [`t.id IN (${newest})`], signal);
  if (found.length === 0) await sureOf(session, customerId, signal);
  return found.sort(
    (left, right) =>
      (right.requestedOn ?? '').localeCompare(left.requestedOn ?? '') || Number(right.id) - Number(left.id),
  );
}
const byIds = (ids: readonly string[]): string[] => parts(ids).map((some) => `t.id IN (${some.join(',')})`);
export async function returnsById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(ErpReturn | null)[]> {
  const known = idsOf(ids);
  const shown = await returnsWhere(session, byIds(known), signal);
  const missing = known.filter((each) => !shown.some(({ id: key }) => key === each));
  // A query may not have seen yet what was made a moment ago.
  const late = await Promise.all(
    missing.map(async (each) => {
      const record = await session.client.find(returnRecord, `returnAuthorization/${each}`, signal);
      return record && returnOf(session, record, signal);
    }),
  );
  const byId = new Map([...shown, ...late.filter((each) => each !== null)].map((each) => [each.id as string, each]));
  return ids.map((each) => byId.get(each) ?? null);
}

/** A return as its record shows it. */
export const returnRecord = z.object({
  id,
  tranId: z.string(),
  externalId: blank,
  status: choice,
  orderStatus: choice,
  tranDate: date,
  memo: blank,
  currency: referenceId,
  createdFrom: reference,
  item: sublist(z.object({ item: reference, description: blank, quantity, quantityBilled: quantity })),
});
/** `Sales Order #SO-1042` names the order by its number. */
const numberIn = (name: string | undefined): string | null => /#\s*(\S+)\s*$/.exec(name ?? '')?.[1] ?? name ?? null;
export async function returnOf(
  session: Session,
  record: z.output<typeof returnRecord>,
  signal: AbortSignal,
): Promise<ErpReturn> {
  const lines = record.item.filter(({ item, quantity: many }) => item !== null && !isZero(many));
  const items = await itemsById(
    session,
    lines.flatMap(({ item }) => item?.id ?? []),
    signal,
  );
  return fit(
    erpReturnSchema,
    {
      id: record.id,
      number: record.tranId,
      reference: record.externalId,
      orderNumber: numberIn(record.createdFrom?.refName),
      status: statusOf(record.status ?? record.orderStatus ?? '', false),
      requestedOn: record.tranDate,
      reason: record.memo,
      lines: lines.map(({ item, description, quantity: many, quantityBilled }) => {
        const known = items.get(item?.id ?? '');
        const code = known?.itemid ?? item?.refName ?? '';
        return { code, name: description ?? known?.displayname ?? code, quantity: many, credited: quantityBilled };
      }),
      creditNote: null,
      credit: null,
    },
    'returnAuthorization',
  );
}
/** By the record itself; the query tells its order and its credit memos, as soon as it has seen it. */
export async function returnsByReference(
  session: Session,
  references: readonly string[],
  signal: AbortSignal,
): Promise<(ErpReturn | null)[]> {
  const records = await Promise.all(
    references.map((each) =>
      recordWith(session, { type: 'returnAuthorization', row: returnRecord, reference: each }, signal),
    ),
  );
  const found = await returnsWhere(session, byIds(records.flatMap((record) => record?.id ?? [])), signal);
  const byId = new Map(found.map((each) => [each.id as string, each]));
  return Promise.all(
    records.map(async (record) => record && (byId.get(record.id) ?? returnOf(session, record, signal))),
  );
}
