import {
  add,
  type CreditPosition,
  compare,
  creditPositionSchema,
  currencySchema,
  type Decimal,
  decimal,
  divide,
  multiply,
  placesOf,
  round,
  subtract,
} from '@backroom/shared';
import { z } from 'zod';
import { ageingOf } from '../kit/ageing.ts';
import { fit } from '../transport/json.ts';
import { queryOf } from '../transport/odata/query.ts';
import { customerPath, unknownCustomer } from './customers.ts';
import { dayOf, daysBetween } from './days.ts';
import { OPEN_INVOICES } from './facts.ts';
import { guidOf } from './faults.ts';
import { financialPath } from './invoices.ts';
import {
  customerRow,
  fieldsOf,
  financialRow,
  type InvoiceRow,
  invoiceRow,
  type OrderLineRow,
  orderLineRow,
} from './rows.ts';
import type { Session } from './session.ts';

const zero = decimal('0');
const orderRow = z.object({
  currencyCode: z.string().transform((value) => currencySchema.safeParse(value).data ?? null),
  salesOrderLines: z.array(orderLineRow.extend({ amountIncludingTax: orderLineRow.shape.netAmount })),
});
type Order = z.output<typeof orderRow>;

/** What is ordered and not invoiced, gross; null where an order is in another currency: the API has no rate of today. */
function openOrdersOf(orders: readonly Order[], { company }: Session): Decimal | null {
  if (orders.some(({ currencyCode }) => currencyCode !== null && currencyCode !== company.currency)) return null;
  const places = placesOf(company.currency);
  // Its own outstanding amounts are rounded line by line: what is to ship, and what is shipped and not invoiced.
  const left = (line: OrderLineRow & { amountIncludingTax: Decimal }) => {
    const { quantity, shippedQuantity, invoicedQuantity, amountIncludingTax } = line;
    const share = (part: Decimal) => round(divide(multiply(amountIncludingTax, part), quantity), places);
    if (compare(quantity, zero) <= 0) return zero;
    return add(share(subtract(quantity, shippedQuantity)), share(subtract(shippedQuantity, invoicedQuantity)));
  };
  return add(zero, ...orders.flatMap(({ salesOrderLines }) => salesOrderLines.map(left)));
}
/** By due date of the open invoices. Payments on account are in no invoice: where the parts are not the ERP's own sum, none is shown. */
function ageing(session: Session, invoices: readonly InvoiceRow[], overdue: Decimal): CreditPosition['ageing'] {
  const today = dayOf(session);
  const money = (amount: Decimal) => session.money(amount, null);
  const foreign = invoices.some(
    ({ currencyCode }) => currencyCode !== null && currencyCode !== session.company.currency,
  );
  const items = invoices.map(({ dueDate, remainingAmount }) => ({
    late: dueDate === null ? 0 : daysBetween(dueDate, today),
    amount: remainingAmount,
  }));
  const late = items.filter((item) => item.late > 0);
  const whole = compare(add(zero, ...late.map(({ amount }) => amount)), overdue) === 0;
  return foreign || !whole ? [] : ageingOf(late, money);
}

export async function creditOf(session: Session, customerId: string, signal: AbortSignal): Promise<CreditPosition> {
  const customer = guidOf(customerId);
  if (!customer) throw unknownCustomer(customerId);
  const mine = `customerId eq ${customer}`;
  const [who, money, orders, invoices] = await session.together(
    [
      customerPath(customer),
      financialPath(customer),
      `salesOrders${queryOf({ filter: mine, select: ['currencyCode'], expand: 'salesOrderLines' })}`,
      `salesInvoices${queryOf({ filter: `${mine} and ${OPEN_INVOICES}`, select: fieldsOf(invoiceRow) })}`,
    ],
    signal,
  );
  const { creditLimit, blocked } = session.one(customerRow, who, 'customers');
  const { balance, overdueAmount } = session.one(financialRow, money, 'customerFinancialDetails');
  const [open, unpaid] = await Promise.all([
    session.client.rest(orderRow, session.rows(orderRow, orders, 'salesOrders'), { signal }),
    session.client.rest(invoiceRow, session.rows(invoiceRow, invoices, 'salesInvoices'), { signal }),
  ]);
  const openOrders = openOrdersOf(open, session);
  const exposure = add(balance, openOrders ?? zero);
  // A limit of zero is its "none".
  const limit = compare(creditLimit, zero) > 0 ? creditLimit : null;
  const inOwn = (amount: Decimal) => session.money(amount, null);
  return fit(
    creditPositionSchema,
    {
      limit: limit && inOwn(limit),
      openOrders: openOrders && inOwn(openOrders),
      receivable: inOwn(balance),
      exposure: inOwn(exposure),
      free: limit && inOwn(subtract(limit, exposure)),
      overdue: inOwn(overdueAmount),
      ageing: ageing(session, unpaid, overdueAmount),
      blocked: blocked !== '',
      blockedReason: blocked === '' ? null : blocked,
    },
    'customers',
  );
}
