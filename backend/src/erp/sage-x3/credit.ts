import { add, type CreditPosition, creditPositionSchema, type Decimal, subtract } from '@backroom/shared';
import { z } from 'zod';
import { ageingOf } from '../kit/ageing.ts';
import { fit } from '../transport/json.ts';
import { customerWith, isHeld } from './customers.ts';
import { CLASS, CREDIT } from './facts.ts';
import { lateOf, openItems } from './receivables.ts';
import { dayOf, type Session } from './session.ts';
import { number, present, zero } from './values.ts';
import { all, equal } from './where.ts';

/** X3's own sums of a customer in one company, in its currency: orders with taxes, deliveries that are not invoiced, invoices that are not posted. */
const movementRow = z.object({ ORDBPIATIC: number, DLVOSTC: number, NPTINVC: number });
/** Null: X3 has no sums of this customer. */
async function openOrdersOf(session: Session, customer: string, signal: AbortSignal): Promise<Decimal | null> {
  const where = all(equal('BPCNUM', customer), equal('CPY', session.company.code));
  const [row] = await session.rest.all(movementRow, { of: CLASS.movement, where }, signal);
  return row ? add(row.ORDBPIATIC, row.DLVOSTC, row.NPTINVC) : null;
}

/** In the company's currency. What is owed is added up from everything that is open. */
export async function creditOf(session: Session, customerId: string, signal: AbortSignal): Promise<CreditPosition> {
  const customer = await customerWith(session, customerId, signal);
  const [items, openOrders] = await Promise.all([
    openItems(session, customer.BPCNUM, signal),
    openOrdersOf(session, customer.BPCNUM, signal),
  ]);
  const money = (value: Decimal) => session.money(value);
  const late = lateOf(
    items.map(({ due, base }) => ({ due, value: base })),
    dayOf(session),
  );
  const receivable = add(zero, ...items.map(({ base }) => base));
  const exposure = add(receivable, openOrders ?? zero);
  // A customer on hold keeps his limit; without a check there is none.
  const limit = customer.OSTCTL === CREDIT.none ? null : present(customer.OSTAUZ, 'OSTAUZ');
  const blockedReason = isHeld(customer) ? 'On hold' : customer.BPCSTA ? null : 'Inactive';
  return fit(
    creditPositionSchema,
    {
      limit: limit && money(limit),
      openOrders: openOrders && money(openOrders),
      receivable: money(receivable),
      exposure: money(exposure),
      free: limit && money(subtract(limit, exposure)),
      overdue: money(add(zero, ...late.map(({ amount }) => amount))),
      ageing: ageingOf(late, money),
      blocked: blockedReason !== null,
      blockedReason,
    },
    CLASS.customer,
  );
}
