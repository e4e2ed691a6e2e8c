import { absolute, add, type Decimal, type ErpReturn, erpReturnIdSchema } from '@backroom/shared';
import { z } from 'zod';
import { type Outcome, outcomeOf, type SaleRow } from './return-row.ts';
import { zero } from './support.ts';
import { date, float, numeric, reference } from './wire.ts';

const actionRow = z.object({
  action: z.string(),
  quantity: float.nullable(),
  result: reference.nullable(),
  'result.': z.object({ number: z.string().nullable(), state: z.string(), total_amount: numeric }).nullish(),
  'sale_lines.': z.array(z.object({ line: z.number(), quantity: float.nullable() })),
});
export const complaintRow = z.object({
  id: z.number(),
  number: z.string().nullable(),
  reference: z.string().nullable(),
  date: date.nullable(),
  state: z.string(),
  description: z.string().nullable(),
  origin: reference.nullable(),
  'actions.': z.array(actionRow),
});
export type ComplaintRow = z.infer<typeof complaintRow>;
export const complaintFields = [
  ...['number', 'reference', 'date', 'state', 'description', 'origin'],
  ...['actions.action', 'actions.quantity', 'actions.result'],
  ...['actions.result.number', 'actions.result.state', 'actions.result.total_amount'],
  ...['actions.sale_lines.line', 'actions.sale_lines.quantity'],
];
const issued = new Set(['posted', 'paid']);

/** `sales`: the orders that it is about and those that came of it, by id. */
export function toReturn(row: ComplaintRow, sales: ReadonlyMap<number, SaleRow>, today: string): ErpReturn {
  const origin = originOf(row, sales);
  return {
    id: erpReturnIdSchema.parse(String(row.id)),
    number: row.number ?? `(${row.id})`,
    reference: row.reference,
    orderNumber: origin?.number ?? null,
    requestedOn: row.date ?? today,
    reason: row.description,
    lines: origin ? linesOf(row, origin) : [],
    ...complaintOutcome(row, sales, origin),
  };
}

function originOf({ origin }: ComplaintRow, sales: ReadonlyMap<number, SaleRow>): SaleRow | null {
  if (origin?.model === 'sale.sale') return sales.get(origin.id) ?? null;
  if (origin?.model !== 'sale.line') return null;
  return [...sales.values()].find((sale) => sale['lines.'].some(({ id }) => id === origin.id)) ?? null;
}
/** About one line: that much of it. About an order: the lines its actions name, else all of them. */
function linesOf(row: ComplaintRow, sale: SaleRow): ErpReturn['lines'] {
  const chosen = new Map<number, Decimal | null>();
  for (const action of row['actions.'])
    for (const { line, quantity } of action['sale_lines.']) {
      const before = chosen.get(line);
      chosen.set(line, quantity === null || before === null ? null : add(before ?? zero, quantity));
    }
  const [action] = row['actions.'];
  return sale['lines.']
    .filter(({ id, type }) =>
      row.origin?.model === 'sale.line'
        ? id === row.origin.id
        : type === 'line' && (chosen.size === 0 || chosen.has(id)),
    )
    .map((line) => ({
      code: line['product.']?.code ?? '',
      name: line['product.']?.name ?? '',
      quantity: chosen.get(line.id) ?? (chosen.has(line.id) ? null : action?.quantity) ?? line.quantity ?? zero,
    }));
}

const rank = ['rejected', 'requested', 'approved', 'received', 'partly_credited', 'replaced', 'credited'] as const;
/** Each action has an order or a credit note as its result; the complaint is as far as the least of them. */
function complaintOutcome(row: ComplaintRow, sales: ReadonlyMap<number, SaleRow>, origin: SaleRow | null): Outcome {
  const none = { creditNote: null, credit: null };
  if (row.state === 'rejected' || row.state === 'cancelled') return { status: 'rejected', ...none };
  const begun: Outcome = {
    status: row.state === 'approved' || row.state === 'done' ? 'approved' : 'requested',
    ...none,
  };
  const outcomes = row['actions.'].map(({ result, 'result.': made }): Outcome => {
    if (!result || !made) return begun;
    if (result.model === 'account.invoice') {
      const currency = (origin ?? sales.values().next().value)?.['currency.'].code ?? null;
      if (!issued.has(made.state)) return begun;
      const credit = currency ? { amount: absolute(made.total_amount), currency } : null;
      return { status: 'credited', creditNote: made.number, credit };
    }
    const sale = sales.get(result.id);
    return sale ? { ...outcomeOf(sale), status: further(outcomeOf(sale).status, begun.status) } : begun;
  });
  const [first = begun] = [...outcomes].sort((left, right) => rankOf(left) - rankOf(right));
  const noted = outcomes.find(({ creditNote }) => creditNote !== null);
  return { status: first.status, creditNote: noted?.creditNote ?? null, credit: noted?.credit ?? null };
}
const rankOf = ({ status }: Outcome): number => rank.indexOf(status);
/** The return order is still a draft when the complaint is approved. */
const further = (status: Outcome['status'], least: Outcome['status']): Outcome['status'] =>
  status === 'requested' ? least : status;
