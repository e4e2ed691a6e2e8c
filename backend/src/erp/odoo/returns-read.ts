import { add, compare, decimal, type ErpReturn, erpReturnSchema } from '@backroom/shared';
import { z } from 'zod';
import { fit } from '../transport/json.ts';
import { amount, dayOf, id, maybe, recordIds, text } from '../transport/odoo/values.ts';
import { requireApp } from './apps.ts';
import { referenceIn } from './order-references.ts';
import { type Credited, creditedOf, creditRow, creditSpec } from './return-credits.ts';
import { type Move, moveRow, moveSpec, orderedOf, saleLineOf, soldQuantity } from './return-tree.ts';
import type { Session } from './session.ts';
import { readTree, type Spec } from './tree.ts';

const zero = decimal('0');
const returnSpec: Spec = {
  name: {},
  origin: {},
  state: {},
  note: {},
  create_date: {},
  sale_id: { fields: { name: {}, ...creditSpec } },
  move_ids: { fields: moveSpec },
};
const returnRow = z.object({
  id,
  name: text,
  origin: text,
  state: z.string(),
  note: text,
  create_date: z.string(),
  sale_id: maybe(creditRow.extend({ name: z.string() })).optional(),
  move_ids: z.array(moveRow),
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

function statusOf(row: Row, credited: Credited | null): ErpReturn['status'] {
  if (row.state === 'cancel') return 'rejected';
  if (credited?.whole) return 'credited';
  if (credited && credited.notes.length > 0) return 'partly_credited';
  // A return exists in Odoo once somebody has accepted it.
  return row.state === 'done' ? 'received' : 'approved';
}

/** As the order has it where that is possible: in the unit it was sold in, kits as kits. Else as it moves. */
function linesOf(row: Row, credited: Credited | null): ErpReturn['lines'] {
  const moves = row.move_ids.filter(
    (move) => (move.state !== 'cancel' || row.state === 'cancel') && compare(orderedOf(move), zero) > 0,
  );
  const asMoved = (move: Move) => ({
    code: move.product_id?.default_code ?? '',
    name: move.product_id?.display_name ?? '',
    quantity: orderedOf(move),
  });
  return [...Map.groupBy(moves, saleLineOf)].flatMap(([saleLine, mine]) => {
    const line = row.sale_id?.order_line.find((each) => each.id === saleLine);
    const quantity = line ? soldQuantity(line, mine, sentFor(row, line.id)) : null;
    if (!line || quantity === null) return mine.map(asMoved);
    const { default_code: code, display_name: name } = line.product_id ?? { default_code: null, display_name: '' };
    const back = credited?.lines.get(line.id);
    return [{ code: code ?? '', name, quantity, ...(back === undefined ? {} : { credited: back }) }];
  });
}
const sentFor = (row: Row, saleLine: number): Move[] =>
  (row.sale_id?.picking_ids ?? [])
    .filter((each) => each.picking_type_code === 'outgoing')
    .flatMap((each) => each.move_ids)
    .filter((move) => move.origin_returned_move_id === null && saleLineOf(move) === saleLine);

async function returnOf(session: Session, row: Row, signal: AbortSignal): Promise<ErpReturn> {
  const credited = row.sale_id ? creditedOf(row.sale_id, row.id) : null;
  const [note] = credited?.notes ?? [];
  const currency = note ? await session.currency(note.currency_id, signal) : null;
  return fit(
    erpReturnSchema,
    {
      id: String(row.id),
      number: row.name ?? '',
      reference: referenceIn(row.origin),
      orderNumber: row.sale_id?.name ?? null,
      status: statusOf(row, credited),
      requestedOn: dayOf(row.create_date, session.timeZone),
      reason: plain(row.note),
      lines: linesOf(row, credited),
      creditNote: credited?.notes.map(({ name }) => name).join(', ') || null,
      credit:
        credited && currency
          ? {
              amount: add(zero, ...credited.notes.map((each) => amount(each.amount_total, currency).amount)),
              currency: currency.code,
            }
          : null,
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
