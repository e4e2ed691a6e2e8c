import {
  absolute,
  add,
  compare,
  currencySchema,
  type Decimal,
  dayIn,
  type ErpReturn,
  erpReturnIdSchema,
  isNegative,
  isZero,
} from '@backroom/shared';
import { z } from 'zod';
import type { Installation } from './installation.ts';
import { sum, zero } from './support.ts';
import { convert, unitFields, unitRow } from './units.ts';
import { date, datetime, float, numeric, reference } from './wire.ts';

const invoiceLineRow = z.object({
  quantity: float.nullable(),
  amount: numeric.nullable(),
  'unit.': unitRow.nullable(),
  'invoice.': z.object({ number: z.string().nullable(), state: z.string() }).nullable(),
});
/** An order that a return is about, or that brings the goods back. */
export const saleRow = z.object({
  id: z.number(),
  number: z.string().nullable(),
  reference: z.string().nullable(),
  state: z.string(),
  origin: reference.nullable(),
  comment: z.string().nullable(),
  sale_date: date.nullable(),
  create_date: datetime,
  'currency.': z.object({ code: currencySchema }),
  'lines.': z.array(
    z.object({
      id: z.number(),
      type: z.string(),
      quantity: float.nullable(),
      'unit.': unitRow.nullable(),
      'product.': z.object({ code: z.string().nullable(), name: z.string(), type: z.string() }).nullable(),
      'invoice_lines.': z.array(invoiceLineRow),
    }),
  ),
  'shipment_returns.': z.array(z.object({ state: z.string() })),
  'invoices.': z.array(z.object({ number: z.string().nullable(), state: z.string(), total_amount: numeric })),
});
export type SaleRow = z.infer<typeof saleRow>;
export const saleFields = [
  ...['number', 'reference', 'state', 'origin', 'comment', 'sale_date', 'create_date', 'currency.code'],
  ...['lines.type', 'lines.quantity', 'lines.product.code', 'lines.product.name', 'lines.product.type'],
  ...unitFields('lines.unit'),
  ...['quantity', 'amount', 'invoice.number', 'invoice.state', ...unitFields('unit')].map(
    (field) => `lines.invoice_lines.${field}`,
  ),
  ...['shipment_returns.state', 'invoices.number', 'invoices.state', 'invoices.total_amount'],
];
export const returnModels = ['sale.sale', 'sale.line', 'stock.shipment.out.return', 'account.invoice'] as const;

const issued = new Set(['posted', 'paid']);
const arrived = new Set(['received', 'done']);

export type Outcome = { status: ErpReturn['status']; creditNote: string | null; credit: ErpReturn['credit'] };
/** How far a return order is: credited only when all that comes back is on posted credit notes. */
export function outcomeOf(sale: SaleRow): Outcome {
  const notes = sale['invoices.'].filter(({ state }) => issued.has(state));
  const amount = sum(notes.map(({ total_amount }) => absolute(total_amount)));
  const back = sale['shipment_returns.'];
  const received = back.length > 0 && back.every(({ state }) => arrived.has(state));
  const returned = sale['lines.'].filter(({ type, quantity }) => type === 'line' && quantity && isNegative(quantity));
  const credited =
    notes.length > 0 && returned.every((line) => compare(creditedOf(line), absolute(line.quantity ?? zero)) >= 0);
  const taken = ['confirmed', 'processing', 'done'].includes(sale.state);
  return {
    status:
      sale.state === 'cancelled'
        ? 'rejected'
        : credited
          ? 'credited'
          : notes.length > 0
            ? 'partly_credited'
            : received
              ? 'received'
              : taken
                ? 'approved'
                : 'requested',
    creditNote: notes[0]?.number ?? null,
    credit: isZero(amount) ? null : { amount, currency: sale['currency.'].code },
  };
}
/** In the line's unit. */
function creditedOf(line: SaleRow['lines.'][number]): Decimal {
  const noted = line['invoice_lines.'].filter(({ 'invoice.': invoice }) => invoice && issued.has(invoice.state));
  return add(
    zero,
    ...noted.map(({ quantity, 'unit.': from }) => {
      const amount = absolute(quantity ?? zero);
      return from && line['unit.'] ? convert(amount, from, line['unit.']) : amount;
    }),
  );
}

/** A return that a colleague made of an order with Tryton's own "Return Sale". `orderNumber`: the order that it was made of. */
export function toSaleReturn(sale: SaleRow, orderNumber: string | null, { company }: Installation): ErpReturn {
  return {
    id: erpReturnIdSchema.parse(saleReturnId(sale.id)),
    number: sale.number ?? `(${sale.id})`,
    // It carries the reference of the order that it was copied from, which is not its own.
    reference: null,
    orderNumber,
    requestedOn: sale.sale_date ?? dayIn(company.timeZone, new Date(sale.create_date)),
    reason: sale.comment || null,
    lines: sale['lines.']
      .filter(({ type, 'product.': product }) => type === 'line' && product)
      .map((line) => ({
        code: line['product.']?.code ?? '',
        name: line['product.']?.name ?? '',
        quantity: absolute(line.quantity ?? zero),
        credited: creditedOf(line),
      })),
    ...outcomeOf(sale),
  };
}
/** Complaints and return orders have ids of their own, which may be the same number. */
export const saleReturnId = (id: number): string => `sale-${id}`;
export const saleOfReturn = (id: string): string | null => /^sale-(\d+)$/.exec(id)?.[1] ?? null;
