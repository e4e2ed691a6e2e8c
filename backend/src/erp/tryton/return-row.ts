import { currencySchema, type Decimal, type ErpReturn, erpReturnIdSchema, isNegative, negate } from '@backroom/shared';
import { z } from 'zod';
import { zero } from './support.ts';
import { date, float, numeric, reference } from './wire.ts';

export const complaintRow = z.object({
  id: z.number(),
  number: z.string().nullable(),
  reference: z.string().nullable(),
  date: date.nullable(),
  state: z.string(),
  description: z.string().nullable(),
  origin: reference.nullable(),
  'actions.': z.array(
    z.object({
      action: z.string(),
      quantity: float.nullable(),
      result: reference.nullable(),
      'result.': z.object({ number: z.string().nullable(), state: z.string(), total_amount: numeric }).nullish(),
      'sale_lines.': z.array(z.object({ line: z.number(), quantity: float.nullable() })),
    }),
  ),
});
export type ComplaintRow = z.infer<typeof complaintRow>;
export const complaintFields = [
  ...[
    'number',
    'reference',
    'date',
    'state',
    'description',
    'origin',
    'actions.action',
    'actions.quantity',
    'actions.result',
  ],
  ...['actions.result.number', 'actions.result.state', 'actions.result.total_amount'],
  ...['actions.sale_lines.line', 'actions.sale_lines.quantity'],
];

/** The orders that complaints are about, and the return orders that came of them. */
export const saleRow = z.object({
  id: z.number(),
  number: z.string().nullable(),
  'currency.': z.object({ code: currencySchema }),
  'lines.': z.array(
    z.object({
      id: z.number(),
      quantity: float.nullable(),
      'product.': z.object({ code: z.string().nullable(), name: z.string() }).nullable(),
    }),
  ),
  'shipment_returns.': z.array(z.object({ state: z.string() })).optional(),
  'invoices.': z
    .array(z.object({ number: z.string().nullable(), state: z.string(), total_amount: numeric }))
    .optional(),
});
export type SaleRow = z.infer<typeof saleRow>;

const issued = new Set(['posted', 'paid']);
const arrived = new Set(['received', 'done']);
const size = (amount: Decimal) => (isNegative(amount) ? negate(amount) : amount);

/** `sales`: what could be read of them, by id. */
export function toReturn(row: ComplaintRow, sales: ReadonlyMap<number, SaleRow>, today: string): ErpReturn {
  const origin = originOf(row, sales);
  const { note, currency, received } = outcomeOf(row, sales);
  const amount = note && size(note.total_amount);
  return {
    id: erpReturnIdSchema.parse(String(row.id)),
    number: row.number ?? `(${row.id})`,
    reference: row.reference,
    orderNumber: origin?.number ?? null,
    status: statusOf(row, note !== null, received),
    requestedOn: row.date ?? today,
    reason: row.description,
    lines: origin ? linesOf(row, origin) : [],
    creditNote: note?.number ?? null,
    credit: amount && currency ? { amount, currency } : null,
  };
}

function originOf({ origin }: ComplaintRow, sales: ReadonlyMap<number, SaleRow>): SaleRow | null {
  if (origin?.model === 'sale.sale') return sales.get(origin.id) ?? null;
  if (origin?.model !== 'sale.line') return null;
  return [...sales.values()].find((sale) => sale['lines.'].some(({ id }) => id === origin.id)) ?? null;
}
/** About one line: that much of it. About an order: the lines its action names, else all of them. */
function linesOf(row: ComplaintRow, sale: SaleRow): ErpReturn['lines'] {
  const [action] = row['actions.'];
  const chosen = new Map(action?.['sale_lines.'].map(({ line, quantity }) => [line, quantity]));
  return sale['lines.']
    .filter(({ id }) =>
      row.origin?.model === 'sale.line' ? id === row.origin.id : chosen.size === 0 || chosen.has(id),
    )
    .map((line) => ({
      code: line['product.']?.code ?? '',
      name: line['product.']?.name ?? '',
      quantity: chosen.get(line.id) ?? action?.quantity ?? line.quantity ?? zero,
    }));
}
/** A credit note may come of the complaint itself, or of the return order; only a posted one counts. */
function outcomeOf(row: ComplaintRow, sales: ReadonlyMap<number, SaleRow>) {
  for (const { result, 'result.': made } of row['actions.']) {
    if (!result || !made) continue;
    if (result.model === 'account.invoice') {
      const currency = sales.values().next().value?.['currency.'].code ?? null;
      return { note: issued.has(made.state) ? made : null, currency, received: false };
    }
    const sale = sales.get(result.id);
    const back = sale?.['shipment_returns.'] ?? [];
    const note = sale?.['invoices.']?.find(({ state }) => issued.has(state)) ?? null;
    const received = back.length > 0 && back.every(({ state }) => arrived.has(state));
    return { note, currency: sale?.['currency.'].code ?? null, received };
  }
  return { note: null, currency: null, received: false };
}
function statusOf({ state }: ComplaintRow, credited: boolean, received: boolean): ErpReturn['status'] {
  if (state === 'rejected' || state === 'cancelled') return 'rejected';
  if (credited) return 'credited';
  if (received) return 'received';
  return state === 'approved' || state === 'done' ? 'approved' : 'requested';
}
