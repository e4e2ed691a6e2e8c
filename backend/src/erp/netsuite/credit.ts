import {
  add,
  type CreditPosition,
  compare,
  creditPositionSchema,
  type Decimal,
  isZero,
  subtract,
} from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { ageingOf } from '../kit/ageing.ts';
import { fit } from '../transport/json.ts';
import { type CustomerRecord, customerWith, isOnHold } from './customer-record.ts';
import { TYPE } from './facts.ts';
import { dayOf, daysBetween, type Session } from './session.ts';
import { day, text } from './sql.ts';
import { amount, date, optionalId, zero } from './values.ts';

const openRow = z.object({ due: date, currency: optionalId, unpaid: amount });

/** The buckets of the customer's record; null where this account's record has none. */
function recordBuckets({ aging1, aging2, aging3, aging4 }: CustomerRecord): { late: number; amount: Decimal }[] | null {
  if (aging1 === null || aging2 === null || aging3 === null || aging4 === null) return null;
  return [
    { late: 1, amount: aging1 },
    { late: 31, amount: aging2 },
    { late: 61, amount: aging3 },
    { late: 91, amount: aging4 },
  ];
}
async function openInvoices(
  session: Session,
  record: CustomerRecord,
  signal: AbortSignal,
): Promise<{ late: number; amount: Decimal }[] | null> {
  const today = dayOf(session);
  const rows = await session.rows(
    openRow,
    (has) =>
      `SELECT ${day('t.duedate', 'due')}, t.foreignamountunpaid AS unpaid${has('currency') ? ', t.currency' : ''} FROM transaction t WHERE t.type = ${text(TYPE.invoice)} AND t.entity = ${record.id} AND t.foreignamountunpaid > 0 ORDER BY t.id`,
    signal,
  );
  if (rows.some(({ currency }) => currency !== null && currency !== record.currency)) return null;
  return rows.map(({ due, unpaid }) => ({ late: due === null ? 0 : daysBetween(due, today), amount: unpaid ?? zero }));
}
/** Shown where the parts are NetSuite's own overdue sum. Payments that nobody has applied are in no invoice. */
async function ageing(
  session: Session,
  record: CustomerRecord,
  overdue: Decimal,
  signal: AbortSignal,
): Promise<CreditPosition['ageing']> {
  const money = (value: Decimal) => session.money(value, record.currency);
  if (isZero(overdue)) return ageingOf([], money);
  const items = recordBuckets(record) ?? (await openInvoices(session, record, signal)) ?? [];
  const late = items.filter((item) => item.late > 0);
  const isWhole = compare(add(zero, ...late.map((item) => item.amount)), overdue) === 0;
  return isWhole ? ageingOf(late, money) : [];
}

/** A field that the role may not see is left out: a balance that is not there is not zero. */
function seen(record: CustomerRecord): { balance: Decimal; overdue: Decimal; hold: string } {
  const { balance, overdueBalance, creditHoldOverride: hold } = record;
  if (balance === null || overdueBalance === null || hold === null)
    throw new ErpError('unauthorised', 'the balance of the customer is hidden', {
      field: 'permissions',
      words: 'The role of this integration does not see balance, overdue balance and hold of customers in NetSuite.',
    });
  return { balance, overdue: overdueBalance, hold };
}

export async function creditOf(session: Session, customerId: string, signal: AbortSignal): Promise<CreditPosition> {
  const record = await customerWith(session, customerId, signal);
  const { balance, overdue, hold } = seen(record);
  const money = (value: Decimal) => session.money(value, record.currency);
  const { creditLimit: limit, unbilledOrders: openOrders } = record;
  const exposure = add(balance, openOrders ?? zero);
  const onHold = isOnHold(hold);
  return fit(
    creditPositionSchema,
    {
      limit: limit && money(limit),
      openOrders: openOrders && money(openOrders),
      receivable: money(balance),
      exposure: money(exposure),
      free: limit && money(subtract(limit, exposure)),
      overdue: money(overdue),
      ageing: await ageing(session, record, overdue, signal),
      blocked: onHold || record.isInactive,
      blockedReason: onHold ? 'Hold: On' : record.isInactive ? 'Inactive' : null,
    },
    'customer',
  );
}
