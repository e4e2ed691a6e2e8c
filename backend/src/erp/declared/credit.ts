import { add, type CreditPosition, creditPositionSchema, type Decimal, decimal, subtract } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import { ageingOf } from '../kit/ageing.ts';
import { fit } from '../transport/json.ts';
import type { Client } from './client.ts';
import { coerced, needed } from './coerce.ts';
import { daysLate } from './invoices.ts';
import { rowsOf } from './rows.ts';

const sum = (values: readonly Decimal[]): Decimal => add(decimal('0'), ...values);
/** Limit, open orders and open items, each as the ERP has them; the sums are ours, and exact. */
export async function creditOf(client: Client, customerId: string, signal: AbortSignal): Promise<CreditPosition> {
  const { credit, company, name } = client.document;
  if (!credit) throw new ErpError('unsupported', 'credit.position', { words: 'credit.position' });
  const input = { customerId };
  const [who, orders, items] = await Promise.all([
    rowsOf(client, credit.limit, { at: 'credit.limit', input, signal }),
    credit.openOrders ? rowsOf(client, credit.openOrders, { at: 'credit.openOrders', input, signal }) : null,
    rowsOf(client, credit.openItems, { at: 'credit.openItems', input, signal }),
  ]);
  const [customer] = who.rows;
  if (!customer)
    throw new ErpError('not_found', 'no such customer', {
      field: 'customerId',
      words: `${name} has no customer ${customerId}.`,
    });
  const place = (at: string) => client.place(`credit.${at}`, input);
  const limit = await coerced<Decimal>(credit.limit.value, customer, 'decimal', place('limit.value'));
  const blocked = (await coerced<boolean>(credit.limit.blocked, customer, 'boolean', place('limit.blocked'))) ?? false;
  const ordered =
    orders && credit.openOrders
      ? sum(
          await Promise.all(
            orders.rows.map((row) =>
              needed<Decimal>(credit.openOrders?.amount ?? '', row, 'decimal', place('openOrders.amount')),
            ),
          ),
        )
      : null;
  const { fields } = credit.openItems;
  const open = await Promise.all(
    items.rows.map(async (row) => ({
      amount: await needed<Decimal>(fields.open, row, 'decimal', place('openItems.fields.open')),
      late: daysLate(await coerced<string>(fields.dueOn, row, 'date', place('openItems.fields.dueOn')), client.today()),
    })),
  );
  const money = (amount: Decimal) => ({ amount, currency: company.currency });
  const receivable = sum(open.map(({ amount }) => amount));
  const exposure = ordered === null ? receivable : add(receivable, ordered);
  const overdue = open.filter(({ late }) => late > 0);
  const position = {
    limit: limit === null ? null : money(limit),
    openOrders: ordered === null ? null : money(ordered),
    receivable: money(receivable),
    exposure: money(exposure),
    free: limit === null ? null : money(subtract(limit, exposure)),
    overdue: money(sum(overdue.map(({ amount }) => amount))),
    ageing: ageingOf(overdue, money),
    blocked,
    blockedReason: null,
  };
  return fit(creditPositionSchema, position, 'credit');
}
