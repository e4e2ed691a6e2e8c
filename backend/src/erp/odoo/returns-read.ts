import { compare, decimal, type ErpReturn, erpReturnSchema } from '@backroom/shared';
import { z } from 'zod';
import { requireApp } from './apps.ts';
import { fit } from './faults.ts';
import { referenceIn } from './orders-read.ts';
import type { Session } from './session.ts';
import { readTree, type Spec } from './tree.ts';
import { amount, dayOf, exact, id, maybe, recordIds, text } from './values.ts';

const returnSpec: Spec = {
  name: {},
  origin: {},
  state: {},
  note: {},
  create_date: {},
  sale_id: {
    fields: {
      name: {},
      invoice_ids: {
        fields: {
          name: {},
          move_type: {},
          state: {},
          create_date: {},
          amount_total: {},
          currency_id: {},
          invoice_line_ids: { fields: { product_id: {} } },
        },
      },
    },
  },
  move_ids: {
    fields: { product_id: { fields: { default_code: {}, display_name: {} } }, product_uom_qty: {}, state: {} },
  },
};
const creditNoteRow = z.object({
  id,
  name: text,
  move_type: z.string(),
  state: z.string(),
  create_date: z.string(),
  amount_total: z.number(),
  currency_id: id,
  invoice_line_ids: z.array(z.object({ product_id: maybe(id) })),
});
const returnRow = z.object({
  id,
  name: text,
  origin: text,
  state: z.string(),
  note: text,
  create_date: z.string(),
  sale_id: maybe(z.object({ name: z.string(), invoice_ids: z.array(creditNoteRow).optional() })).optional(),
  move_ids: z.array(
    z.object({
      product_id: maybe(z.object({ id, default_code: text, display_name: z.string() })),
      product_uom_qty: z.number(),
      state: z.string(),
    }),
  ),
});
type Row = z.output<typeof returnRow>;

/** Text of an HTML field: Odoo wraps what was written in paragraphs. */
const plain = (html: string | null): string | null =>
  html
    ?.replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim() || null;

/** The first posted credit note of the order that was made after the return and takes all of its products back. */
function creditNoteOf(row: Row) {
  const products = row.move_ids.map(({ product_id: product }) => product?.id);
  return (row.sale_id?.invoice_ids ?? [])
    .filter((move) => move.move_type === 'out_refund' && move.state === 'posted' && move.create_date >= row.create_date)
    .sort((left, right) => left.create_date.localeCompare(right.create_date))
    .find((move) => products.every((product) => move.invoice_line_ids.some((line) => line.product_id === product)));
}
function statusOf(row: Row, credited: boolean): ErpReturn['status'] {
  if (row.state === 'cancel') return 'rejected';
  if (credited) return 'credited';
  // A return exists in Odoo once somebody has accepted it.
  return row.state === 'done' ? 'received' : 'approved';
}

async function returnOf(session: Session, row: Row, signal: AbortSignal): Promise<ErpReturn> {
  const note = creditNoteOf(row);
  const lines = row.move_ids.filter(
    (move) =>
      (move.state !== 'cancel' || row.state === 'cancel') && compare(exact(move.product_uom_qty), decimal('0')) > 0,
  );
  return fit(
    erpReturnSchema,
    {
      id: String(row.id),
      number: row.name ?? '',
      reference: referenceIn(row.origin),
      orderNumber: row.sale_id?.name ?? null,
      status: statusOf(row, note !== undefined),
      requestedOn: dayOf(row.create_date, session.timeZone),
      reason: plain(row.note),
      lines: lines.map((move) => ({
        code: move.product_id?.default_code ?? '',
        name: move.product_id?.display_name ?? '',
        quantity: exact(move.product_uom_qty),
      })),
      creditNote: note?.name ?? null,
      credit: note ? amount(note.amount_total, await session.currency(note.currency_id, signal)) : null,
    },
    'stock.picking',
  );
}

/** Receipts that take goods of a delivery back, newest first. */
async function readReturns(session: Session, domain: unknown[], signal: AbortSignal): Promise<ErpReturn[]> {
  await requireApp(session, 'stock.picking', signal);
  const rows = await readTree(session, returnRow, {
    model: 'stock.picking',
    domain: [
      ['company_id', '=', session.company.id],
      ['picking_type_code', '=', 'incoming'],
      // 16 keeps no link from picking to picking; the moves have one in every version.
      ['move_ids.origin_returned_move_id', '!=', false],
      ...domain,
    ],
    spec: returnSpec,
    order: 'id desc',
    context: { display_default_code: false },
    signal,
  });
  return Promise.all((rows ?? []).map((row) => returnOf(session, row, signal)));
}

export const returnsOf = (session: Session, customer: number, signal: AbortSignal) =>
  readReturns(session, [['partner_id.commercial_partner_id', '=', customer]], signal);
export async function returnsById(session: Session, ids: readonly string[], signal: AbortSignal) {
  const wanted = [...new Set(recordIds(ids))];
  const found = wanted.length > 0 ? await readReturns(session, [['id', 'in', wanted]], signal) : [];
  return ids.map((each) => found.find((one) => one.id === each) ?? null);
}
/** Our reference stands behind Odoo's own words in the source document. */
export async function returnsByReference(session: Session, references: readonly string[], signal: AbortSignal) {
  const leaves = [...new Set(references)].map((reference) => ['origin', '=like', `%${reference}`]);
  const found =
    leaves.length > 0 ? await readReturns(session, [...leaves.slice(1).map(() => '|'), ...leaves], signal) : [];
  return references.map((reference) => found.find((one) => one.reference === reference) ?? null);
}
