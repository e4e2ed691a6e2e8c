import { add, type CreditPosition, type Decimal, subtract } from '@backroom/shared';
import { z } from 'zod';
import type { ErpAdapter } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { Call, TrytonClient } from './client.ts';
import type { Installation } from './installation.ts';
import { type Instalment, instalmentsOf, isOverdue, openOnes } from './receivables.ts';
import { archivedToo, daysBetween, idOf, sum, type Tryton, todayOf, unknownCustomer, zero } from './support.ts';
import { date, numeric, reference } from './wire.ts';

const partyRow = z.object({
  active: z.boolean(),
  name: z.string().nullable(),
  credit_limit_amount: numeric.nullable(),
  credit_amount: numeric,
  receivable: numeric,
});
const partyFields = ['active', 'name', 'credit_limit_amount', 'credit_amount', 'receivable'];
const lineRow = z.object({
  id: z.number(),
  maturity_date: date.nullable(),
  debit: numeric,
  credit: numeric,
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
const lineFields = ['maturity_date', 'debit', 'credit', 'move.origin'];
const reminderFields = ['dunnings.blocked', 'dunnings.level.credit_limit', 'dunnings.level.rec_name'];
const buckets: readonly (readonly [from: number, to: number | null])[] = [
  [1, 30],
  [31, 60],
  [61, 90],
  [91, null],
];

/** The position as Tryton counts it when it confirms an order; ageing and overdue from the open entries of the receivable accounts. */
export function creditOf({ client, installation }: Tryton): NonNullable<ErpAdapter['credit']> {
  return {
    async position({ customerId }, call) {
      const there = await installation(call.signal);
      there.need('party.party', 'account.move.line');
      if (!there.hasModule('account_credit_limit'))
        throw new ErpError('unsupported', 'module account_credit_limit is not active', {
          words: 'The Tryton module account_credit_limit is not active.',
          field: 'account_credit_limit',
        });
      const party = idOf(customerId);
      const [[row], lines] = await Promise.all([
        client.search(
          'party.party',
          { domain: [['id', '=', party], archivedToo], fields: partyFields, row: partyRow },
          call,
        ),
        openLines(client, there, party, call),
      ]);
      if (!row) throw unknownCustomer(customerId);
      return toPosition(row, lines, there);
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
  const fields = there.may('account.dunning') ? [...lineFields, ...reminderFields] : lineFields;
  return client.search('account.move.line', { domain, fields, row: lineRow }, call);
}

function toPosition(row: z.infer<typeof partyRow>, lines: readonly Line[], there: Installation): CreditPosition {
  const { currency } = there.company;
  const money = (amount: Decimal) => ({ amount, currency });
  const today = todayOf(there);
  const overdue = instalmentsPerDocument(lines).filter((each) => isOverdue(each, today));
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
    ageing: buckets.map(([fromDays, toDays]) => ({
      fromDays,
      toDays,
      amount: open(overdue.filter((each) => late(each) >= fromDays && (toDays === null || late(each) <= toDays))),
    })),
    blocked: !row.active || reminder !== null,
    blockedReason: row.active ? reminder : 'archived',
  };
}
/** The reminder for which Tryton refuses to confirm, by its level's name. */
function blockingReminder(lines: readonly Line[]): string | null {
  const reminders = lines.flatMap((line) => line['dunnings.'] ?? []);
  return reminders.find(({ blocked, 'level.': level }) => !blocked && level.credit_limit)?.['level.'].rec_name ?? null;
}
/** Payments count against the document they were made for; one that was made for none leaves every document as it is. */
function instalmentsPerDocument(lines: readonly Line[]): Instalment[] {
  const documents = Map.groupBy(lines, ({ id, 'move.': { origin } }) => (origin ? `${origin.model},${origin.id}` : id));
  return [...documents.values()].flatMap((own) => {
    const entries = own.map((line) => ({ dueOn: line.maturity_date, amount: subtract(line.debit, line.credit) }));
    return openOnes(instalmentsOf(entries, zero));
  });
}
