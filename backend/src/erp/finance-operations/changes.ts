import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { type Change, changeSchema, type Out } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { fit } from '../transport/json.ts';
import { FOLLOWED_MOST, NO_DATE, noon, OPEN_ORDERS, OPEN_RETURNS } from './facts.ts';
import { refused } from './faults.ts';
import { RETURNS } from './returns.ts';
import { date } from './rows.ts';
import type { Session } from './session.ts';

const ETAG = '@odata.etag';
const openRow = z.object({
  [ETAG]: z.string(),
  SalesOrderNumber: z.string(),
  OrderingCustomerAccountNumber: z.string(),
});
const returningRow = z.object({ [ETAG]: z.string(), ReturnOrderNumber: z.string(), CustomerAccountNumber: z.string() });
const movedRow = z.object({
  Voucher: z.string(),
  Invoice: z.string(),
  OrderAccount: z.string(),
  AmountCur: z.unknown().transform(String),
  SettleAmountCur: z.unknown().transform(String),
  TransDate: date,
  LastSettleDate: date,
});
/** A posting may be dated a day before or after that of the server. */
const DAY_MS = 86_400_000;

/** What was seen last: ETag and customer of each open order and return, and how far each transaction of these days was settled. */
const seen = z.record(z.string(), z.tuple([z.string(), z.string()]));
const cursorSchema = z.object({
  at: z.iso.datetime(),
  open: seen,
  /** Null: not followed. Absent: of an earlier release. */
  returning: seen.nullable().optional(),
  moved: z.record(z.string(), z.string()),
});
type Cursor = z.output<typeof cursorSchema>;
async function openOrders(session: Session, signal: AbortSignal): Promise<Cursor['open'] | null> {
  const rows = await session.rows(openRow, 'SalesOrderHeadersV2', OPEN_ORDERS, signal, { top: FOLLOWED_MOST + 1 });
  if (rows.length > FOLLOWED_MOST) return null;
  return Object.fromEntries(
    rows.map((row) => [row.SalesOrderNumber, [row[ETAG], row.OrderingCustomerAccountNumber] as [string, string]]),
  );
}
/** Where return orders are closed to us, or too many, they are not followed: linked records are read again every hour. */
async function openReturns(session: Session, signal: AbortSignal): Promise<Cursor['open'] | null> {
  const closed = (error: unknown) => {
    if (error instanceof ErpError && ['not_found', 'unauthorised', 'refused'].includes(error.kind)) return null;
    throw error;
  };
  const top = FOLLOWED_MOST + 1;
  const rows = await session.rows(returningRow, RETURNS, OPEN_RETURNS, signal, { top }).catch(closed);
  if (rows === null || rows.length > FOLLOWED_MOST) return null;
  return Object.fromEntries(
    rows.map((row) => [row.ReturnOrderNumber, [row[ETAG], row.CustomerAccountNumber] as [string, string]]),
  );
}
async function transactions(session: Session, at: string, signal: AbortSignal) {
  if (session.transactions === null) return [];
  const since = noon(new Date(Date.parse(at) - 2 * DAY_MS).toISOString().slice(0, 10));
  return session.rows(movedRow, session.transactions, `TransDate ge ${since} or LastSettleDate ge ${since}`, signal);
}

/** Those that are there otherwise than before, or no more: number and customer. */
function moves(before: Cursor['open'], now: Cursor['open']): (readonly [string, string])[] {
  return [...new Set([...Object.keys(now), ...Object.keys(before)])].flatMap((number) => {
    const [was, is] = [before[number], now[number]];
    return was?.[0] === is?.[0] ? [] : [[number, is?.[1] ?? was?.[1] ?? ''] as const];
  });
}

/**
 * No cursor: from now on. Entities have no time of their last change: open orders are compared with what they were, and transactions of these days. An order
 * that was invoiced or cancelled is open no more, which is its last change. Products, prices and stock are told by nothing.
 */
export async function changesSince(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'changes.since'>> {
  const before = cursor === null ? null : cursorOf(cursorSchema, cursor);
  const now = new Date(session.now()).toISOString();
  const [open, returning, rows] = await Promise.all([
    openOrders(session, signal),
    openReturns(session, signal),
    transactions(session, before?.at ?? now, signal),
  ]);
  if (open === null) {
    if (before) throw refused('cursor', 'There are more open orders than this feed follows.');
    throw new ErpError('unsupported', 'too many open orders to compare', {
      words: `Finance & Operations has more than ${FOLLOWED_MOST} open orders, and tells no time of their last change.`,
    });
  }
  const changes: Change[] = [];
  const tell = (kind: Change['kind'], id: string, customerId: string) =>
    changes.push(fit(changeSchema, { kind, id, customerId: customerId || null, at: now }, 'changes'));
  for (const [number, customer] of before ? moves(before.open, open) : []) {
    tell('order', number, customer);
    tell('credit', customer, customer);
  }
  for (const [number, customer] of before?.returning && returning ? moves(before.returning, returning) : [])
    tell('return', number, customer);
  const moved: Cursor['moved'] = {};
  for (const row of rows) {
    const name = [row.Voucher, row.Invoice, row.OrderAccount, row.AmountCur].join(' ');
    const sign = `${row.SettleAmountCur} ${row.LastSettleDate ?? NO_DATE}`;
    moved[name] = sign;
    if (!before || before.moved[name] === sign) continue;
    tell('invoice', row.Invoice || row.Voucher, row.OrderAccount);
    tell('credit', row.OrderAccount, row.OrderAccount);
    // A return that was made and credited since the last look was never seen open.
    const isCreditNote = row.Invoice !== '' && row.AmountCur.startsWith('-');
    if (isCreditNote) tell('return', row.Invoice, row.OrderAccount);
  }
  if (cursor !== null && changes.length === 0) return { changes, cursor };
  return { changes, cursor: JSON.stringify({ at: now, open, returning, moved } satisfies Cursor) };
}
