import { add, type Currency, currencySchema, type Decimal, isNegative, negate, subtract } from '@backroom/shared';
import { z } from 'zod';
import type { Out } from '../contract/schemas.ts';
import type { Call, TrytonClient } from './client.ts';
import type { Installation } from './installation.ts';
import { type InvoiceRow, instalmentsOfInvoice } from './invoice-row.ts';
import { type Entry, isOverdue, openOf } from './receivables.ts';
import { sum, zero } from './support.ts';
import { date, numeric, reference } from './wire.ts';

const lineRow = z.object({
  maturity_date: date.nullable(),
  debit: numeric,
  credit: numeric,
  amount_second_currency: numeric.nullable(),
  'second_currency.': z.object({ code: currencySchema }).nullable(),
  invoice_payment: z.number().nullable(),
  'move.': z.object({ origin: reference.nullable() }),
});
const fields = [
  ...['maturity_date', 'debit', 'credit', 'amount_second_currency', 'second_currency.code', 'invoice_payment'],
  'move.origin',
];
export type OnAccount = { currency: Currency; entry: Entry };

/** Open entries of the receivable that belong to no invoice: payments on account, and what was booked by hand. */
export async function onAccountOf(
  client: TrytonClient,
  { company }: Installation,
  party: number | null,
  call: Call,
): Promise<OnAccount[]> {
  const domain = [
    ['account.type.receivable', '=', true],
    ['account.company', '=', company.id],
    ['party', '=', party],
    ['reconciliation', '=', null],
  ];
  const rows = await client.search('account.move.line', { domain, fields, row: lineRow }, call);
  return rows
    .filter((row) => row.invoice_payment === null && row['move.'].origin?.model !== 'account.invoice')
    .map((row) => {
      const foreign = row['second_currency.']?.code ?? null;
      const amount = subtract(row.debit, row.credit);
      return {
        currency: foreign ?? company.currency,
        entry: {
          document: null,
          dueOn: row.maturity_date,
          amount: foreign && row.amount_second_currency !== null ? row.amount_second_currency : amount,
        },
      };
    });
}

/** `invoices`: every one that is open. One row for each currency in which something is. */
export function totalsOf(
  invoices: readonly InvoiceRow[],
  onAccount: readonly OnAccount[],
  { company }: Installation,
  today: string,
): NonNullable<Out<'invoices.list'>['totals']> {
  const currencies = new Set([
    company.currency,
    ...invoices.map((row) => row['currency.'].code),
    ...onAccount.map(({ currency }) => currency),
  ]);
  return [...currencies].flatMap((currency) => {
    const own = invoices.filter((row) => row['currency.'].code === currency);
    const free = onAccount.filter((each) => each.currency === currency).map(({ entry }) => entry);
    if (own.length + free.length === 0) return [];
    const open = add(zero, ...own.map((row) => row.amount_to_pay), ...free.map(({ amount }) => amount));
    const left = openOf([...own.flatMap(entriesOf), ...free], today);
    const money = (amount: Decimal) => ({ amount, currency });
    return [
      {
        open: money(open),
        overdue: money(sum(left.filter((each) => isOverdue(each, today)).map((each) => each.open))),
        nextDue: left.find(({ dueOn }) => dueOn !== null)?.dueOn ?? null,
      },
    ];
  });
}
function entriesOf(row: InvoiceRow): Entry[] {
  const signed = (amount: Decimal) => (isNegative(row.total_amount) ? negate(amount) : amount);
  return instalmentsOfInvoice(row).map(({ dueOn, open }) => ({
    document: String(row.id),
    dueOn,
    amount: signed(open),
  }));
}
