import { add, type CreditPosition, type Decimal, subtract } from '@backroom/shared';
import { z } from 'zod';
import type { ErpAdapter } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import { ageingOf } from '../kit/ageing.ts';
import type { Call, TrytonClient } from './client.ts';
import type { Installation } from './installation.ts';
import { ratesOf } from './rates.ts';
import { type Entry, type Instalment, isOverdue, openOf } from './receivables.ts';
import {
  archivedToo,
  daysBetween,
  idOf,
  sum,
  survivorOf,
  type Tryton,
  todayOf,
  unknownCustomer,
  zero,
} from './support.ts';
import { date, numeric, reference } from './wire.ts';

const partyRow = z.object({
  active: z.boolean(),
  replaced_by: z.number().nullable(),
  credit_limit_amount: numeric.nullable(),
  credit_amount: numeric,
  receivable: numeric,
});
const partyFields = ['active', 'replaced_by', 'credit_limit_amount', 'credit_amount', 'receivable'];
const lineRow = z.object({
  id: z.number(),
  maturity_date: date.nullable(),
  debit: numeric,
  credit: numeric,
  invoice_payment: z.number().nullable(),
  'move.': z.object({ origin: reference.nullable() }),
  'dunnings.': z
    .array(
      z.object({
        blocked: z.boolean().nullable(),
        'level.': z.object({ credit_limit: z.boolean().nullish(), rec_name: z.string() }),
      }),
    )
    .optional(),
});
type Line = z.infer<typeof lineRow>;
const lineFields = ['maturity_date', 'debit', 'credit', 'move.origin', 'invoice_payment'];
const reminderFields = ['dunnings.blocked', 'dunnings.level.credit_limit', 'dunnings.level.rec_name'];
/** The position as Tryton counts it when it confirms an order; ageing and overdue from the open entries of the receivable accounts. */
export function creditOf(tryton: Tryton): NonNullable<ErpAdapter['credit']> {
  const { client, installation } = tryton;
  return {
    async position({ customerId }, call) {
      const there = await installation(call.signal, 'party.party', 'account.move.line');
      if (!there.hasModule('account_credit_limit'))
        throw new ErpError('unsupported', 'module account_credit_limit is not active', {
          words: 'The Tryton module account_credit_limit is not active.',
          field: 'account_credit_limit',
        });
      const read = (party: number | null) => {
        const domain = [['id', '=', party], archivedToo];
        return Promise.all([
          client.search('party.party', { domain, fields: partyFields, row: partyRow }, call),
          openLines(client, there, party, call),
        ]);
      };
      const [found, rates] = await Promise.all([read(idOf(customerId)), ratesOf(client, there, call)]);
      let [[row], lines] = found;
      if (row && row.replaced_by !== null) [[row], lines] = await read(await survivorOf(client, customerId, call));
      if (!row) throw unknownCustomer(customerId);
      return { ...toPosition(row, lines, there), rates };
    },
  };
}

/** The entries that Tryton sums up as `receivable`: not reconciled, posted or not. Their reminders come along. */
function openLines(client: TrytonClient, there: Installation, party: number | null, call: Call): Promise<Line[]> {
  const domain = [
    ['account.type.receivable', '=', true],
    ['account.company', '=', there.company.id],
    ['party', '=', party],
    ['reconciliation', '=', null],
  ];
  const fields = there.hasModule('account_dunning') ? [...lineFields, ...reminderFields] : lineFields;
  return client.search('account.move.line', { domain, fields, row: lineRow }, call);
}

function toPosition(row: z.infer<typeof partyRow>, lines: readonly Line[], there: Installation): CreditPosition {
  const { currency } = there.company;
  const money = (amount: Decimal) => ({ amount, currency });
  const today = todayOf(there);
  const overdue = openOf(lines.map(toEntry), today).filter((each) => isOverdue(each, today));
  const open = (some: readonly Instalment[]) => money(sum(some.map((each) => each.open)));
  const late = ({ dueOn }: Instalment) => daysBetween(dueOn ?? today, today);
  const { receivable, credit_limit_amount: limit } = row;
  // What the module sale_credit_limit adds to the receivable; without it Tryton does not count orders.
  const openOrders = there.hasModule('sale_credit_limit') ? subtract(row.credit_amount, receivable) : null;
  const exposure = add(receivable, openOrders ?? zero);
  // Without a limit Tryton asks for no reminder either.
  const reminder = limit === null ? null : blockingReminder(lines);
  return {
    limit: limit && money(limit),
    openOrders: openOrders && money(openOrders),
    receivable: money(receivable),
    exposure: money(exposure),
    free: limit && money(subtract(limit, exposure)),
    overdue: open(overdue),
    ageing: ageingOf(
      overdue.map((each) => ({ late: late(each), amount: each.open })),
      money,
    ),
    blocked: !row.active || reminder !== null,
    blockedReason: row.active ? reminder : 'archived',
  };
}
/** The reminder for which Tryton refuses to confirm, by its level's name. */
function blockingReminder(lines: readonly Line[]): string | null {
  const reminders = lines.flatMap((line) => line['dunnings.'] ?? []);
  return reminders.find(({ blocked, 'level.': level }) => !blocked && level.credit_limit)?.['level.'].rec_name ?? null;
}
function toEntry({ maturity_date: dueOn, debit, credit, invoice_payment, 'move.': { origin } }: Line): Entry {
  const invoice = invoice_payment ?? (origin?.model === 'account.invoice' ? origin.id : null);
  return { document: invoice === null ? null : String(invoice), dueOn, amount: subtract(debit, credit) };
}
