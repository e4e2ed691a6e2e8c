import { add, compare, type Decimal, decimal } from '@backroom/shared';
import { z } from 'zod';
import { exact, id, maybe, text } from '../transport/odoo/values.ts';
import type { Session } from './session.ts';
import { readTree, type Spec } from './tree.ts';

const zero = decimal('0');
const dayMs = 86_400_000;
/** Days from the due day to today; negative while it is not due. */
export const daysLate = (due: string, today: string): number =>
  Math.round((Date.parse(today) - Date.parse(due)) / dayMs);

const itemSpec: Spec = {
  date: {},
  date_maturity: {},
  amount_residual: {},
  amount_residual_currency: {},
  currency_id: {},
  move_id: { fields: { payment_state: {} } },
};
export const itemRow = z.object({
  id,
  date: z.string(),
  date_maturity: text,
  amount_residual: z.number(),
  amount_residual_currency: z.number(),
  currency_id: id,
  move_id: maybe(z.object({ id, payment_state: text })),
});
type Row = z.output<typeof itemRow>;
/** An open item of the receivable account: an instalment, or below zero a credit note or a payment that is not matched yet. */
export type OpenItem = {
  move: number | null;
  due: string;
  late: number;
  /** In the company's currency, and in its own. */
  amount: Decimal;
  ownAmount: Decimal;
  currency: number;
  /** Past its due day. Odoo counts an invoice with a payment under way ("In Payment"), or reversed, as not overdue. */
  overdue: boolean;
};

const settling = new Set(['in_payment', 'paid', 'reversed', 'blocked']);
export function openItemOf(row: Row, today: string): OpenItem {
  const due = row.date_maturity ?? row.date;
  const late = daysLate(due, today);
  return {
    move: row.move_id?.id ?? null,
    due,
    late,
    amount: exact(row.amount_residual),
    ownAmount: exact(row.amount_residual_currency),
    currency: row.currency_id,
    overdue: late > 0 && !settling.has(row.move_id?.payment_state ?? ''),
  };
}

/** Everything that a customer has open in the receivable account, each with what `more` asks for besides. */
export async function readOpenItems<Schema extends z.ZodType<Row>>(
  session: Session,
  customer: number,
  more: { schema: Schema; spec: Spec },
  signal: AbortSignal,
): Promise<z.output<Schema>[]> {
  const rows = await readTree(session, more.schema, {
    model: 'account.move.line',
    domain: [
      ['company_id', '=', session.company.id],
      ['account_id.account_type', '=', 'asset_receivable'],
      ['parent_state', '=', 'posted'],
      ['reconciled', '=', false],
      ['partner_id', '=', customer],
    ],
    spec: { ...itemSpec, ...more.spec },
    order: 'date_maturity, id',
    signal,
  });
  return rows ?? [];
}

/** Credits count against what is overdue: payments on account, credit notes. */
export const overdueOf = (items: readonly OpenItem[], part: 'amount' | 'ownAmount'): Decimal =>
  add(zero, ...items.filter(({ overdue }) => overdue).map((item) => item[part]));
/** The first instalment that is still open. */
export const firstDue = (items: readonly OpenItem[]): string | null =>
  items
    .filter(({ ownAmount }) => compare(ownAmount, zero) > 0)
    .map(({ due }) => due)
    .sort()[0] ?? null;
