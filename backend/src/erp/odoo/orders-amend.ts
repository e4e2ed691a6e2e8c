import { compare, decimal, type ErpOrder, isZero } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { In, OrderInput } from '../contract/schemas.ts';
import type { StandingOrder } from '../contract/standing.ts';
import { checkOpen, orderAfter } from '../contract/standing-checks.ts';
import { afterWrite } from '../transport/after-write.ts';
import { exact, momentOf, recordId } from '../transport/odoo/values.ts';
import { type Checked, checkOrder } from './order-checks.ts';
import { itemsOf, previewOf, type Written } from './order-preview.ts';
import { isProduct } from './orders-read.ts';
import { type Amended, type AmendedLine, readAmended } from './orders-standing.ts';
import { cancelOrder } from './orders-write.ts';
import type { Session } from './session.ts';

/** A command of a one2many field: 0 makes a line, 1 changes one, 2 deletes one. */
type Command = readonly [0, 0, object] | readonly [1, number, object] | readonly [2, number, false];
const gone = (id: string) =>
  new ErpError('not_found', `no sale.order ${id}`, { field: 'id', words: 'Odoo has no such order.' });

/** Read right before the write: Odoo cannot compare and write in one call. */
async function seen(session: Session, id: string, signal: AbortSignal): Promise<Amended> {
  const found = await readAmended(session, id, signal);
  if (!found) throw gone(id);
  return found;
}

type Wanted = { product: number; quantity: number; written: Written; name: string | null };
function wantedLines(input: OrderInput, { charges, names }: Checked, written: readonly Written[]): Wanted[] {
  const none = { price: decimal('0'), discount: decimal('0') };
  return [
    ...input.lines.map(({ productId, quantity, description }, index) => ({
      product: recordId(productId) ?? 0,
      quantity: Number(quantity),
      written: written[index] ?? none,
      name: description || names[index] || null,
    })),
    ...charges.map(({ product, charge }, index) => ({
      product,
      quantity: 1,
      written: written[input.lines.length + index] ?? none,
      name: charge.name,
    })),
  ];
}
const valuesOf = ({ quantity, written }: Wanted) => ({
  product_uom_qty: quantity,
  price_unit: Number(written.price),
  discount: Number(written.discount),
});
const isSame = (line: AmendedLine, { product, quantity, written }: Wanted) =>
  line.product_id?.id === product &&
  line.product_uom_qty === quantity &&
  compare(exact(line.price_unit), written.price) === 0 &&
  compare(exact(line.discount), written.discount) === 0;

/** What leads from the order's lines to the wanted ones. A confirmed order keeps its lines: what is taken off stays with nothing in it. */
function lineCommands({ lines, state, order }: Amended, wanted: readonly Wanted[]): Command[] {
  const left = lines.filter(isProduct);
  const take = (find: (line: AmendedLine) => boolean): AmendedLine | null => {
    const index = left.findIndex(find);
    return index < 0 ? null : (left.splice(index, 1)[0] ?? null);
  };
  const same = wanted.map((each) => take((line) => isSame(line, each)));
  const changed = wanted.flatMap((each, index): Command[] => {
    if (same[index]) return [];
    const line = take(({ product_id: product }) => product?.id === each.product);
    if (line && line.qty_delivered > each.quantity) throw delivered(order.number, line);
    return line
      ? [[1, line.id, valuesOf(each)]]
      : [[0, 0, { product_id: each.product, ...valuesOf(each), ...(each.name ? { name: each.name } : {}) }]];
  });
  const draft = state === 'draft' || state === 'sent';
  const off = left.flatMap((line): Command[] => {
    if (line.qty_delivered > 0) throw delivered(order.number, line);
    if (draft) return [[2, line.id, false]];
    return isZero(exact(line.product_uom_qty)) ? [] : [[1, line.id, { product_uom_qty: 0 }]];
  });
  return [...changed, ...off];
}
function delivered(number: string, { name, qty_delivered: quantity }: AmendedLine): ErpError {
  const words = `Order ${number}: ${quantity} of "${name.split('\n')[0]}" are delivered in Odoo already.`;
  return new ErpError('refused', words, { field: 'lines', words });
}

/** A note is a line: the first one is ours, others are a colleague's. */
function noteCommands({ lines, order }: Amended, note: string | null, clears: boolean): Command[] {
  const notes = lines.filter(({ display_type: type }) => type === 'line_note');
  if (clears) return notes.map(({ id }) => [2, id, false]);
  if (note === null || note === order.note) return [];
  const [first] = notes;
  return first ? [[1, first.id, { name: note }]] : [[0, 0, { display_type: 'line_note', name: note }]];
}

async function headValues(
  session: Session,
  input: OrderInput,
  checked: Checked,
  { order, customerReference }: Amended,
  clear: ReadonlySet<string>,
) {
  const { deliverTo, invoiceTo, custom } = checked;
  const shipTo = deliverTo?.id ?? (await deliverTo?.make?.()) ?? null;
  const customer = clear.has('po_number') ? (order.reference ?? input.reference) : input.poNumber;
  const date = clear.has('requested_date')
    ? false
    : input.requestedDate && input.requestedDate !== order.requestedDate
      ? momentOf(input.requestedDate, session.timeZone, session.userTimeZone)
      : undefined;
  return {
    shipTo,
    values: {
      ...(customer !== undefined && customer !== customerReference ? { client_order_ref: customer } : {}),
      ...(date === undefined || date === null ? {} : { commitment_date: date }),
      ...(shipTo === null ? {} : { partner_shipping_id: shipTo }),
      ...(invoiceTo?.id ? { partner_invoice_id: invoiceTo.id } : {}),
      ...(input.partialDelivery === undefined ? {} : { picking_policy: input.partialDelivery ? 'direct' : 'one' }),
      ...Object.fromEntries(
        custom.map(([name, value]) => (name.endsWith('/.id') ? [name.slice(0, -4), Number(value)] : [name, value])),
      ),
    },
  };
}

/** One write, and so one transaction, however many lines it is about. */
export async function changeOrder(
  session: Session,
  { id, version, order: input, clear = [] }: In<'orders.change'>,
  signal: AbortSignal,
): Promise<StandingOrder> {
  const before = await seen(session, id, signal);
  checkOpen('change', before.order, version, 'Odoo');
  const checked = await checkOrder(session, input, signal);
  const [first] = checked.refusals;
  if (first) throw new ErpError('refused', `sale.order ${id}: ${first.words}`, first);
  if (!checked.terms) throw new ErpError('refused', `sale.order ${id}: no customer`, { field: 'customerId' });
  const cleared = new Set<string>(clear);
  const { values, shipTo } = await headValues(session, input, checked, before, cleared);
  const { written } = await previewOf(
    session,
    checked.terms,
    { items: itemsOf(input, checked.charges), shipTo: shipTo ?? recordId(before.order.deliverTo?.id ?? '') },
    signal,
  );
  const commands = [
    ...lineCommands(before, wantedLines(input, checked, written)),
    ...noteCommands(before, input.note, cleared.has('note')),
  ];
  const vals = { ...values, ...(commands.length > 0 ? { order_line: commands } : {}) };
  if (Object.keys(vals).length === 0) return before.order;
  await session.ask(z.unknown(), {
    model: 'sale.order',
    method: 'write',
    ids: [recordId(id) ?? 0],
    args: { vals },
    write: true,
    signal,
  });
  return afterWrite(async () => orderAfter(await readAmended(session, id, signal), id));
}

/** Odoo cancels what is partly delivered without a word, so it is asked for here. */
export async function cancelSeen(
  session: Session,
  { id, version }: In<'orders.cancel'>,
  signal: AbortSignal,
): Promise<ErpOrder> {
  if (version !== undefined) {
    const { order } = await seen(session, id, signal);
    if (order.status === 'cancelled') return order;
    checkOpen('cancel', order, version, 'Odoo');
  }
  return cancelOrder(session, id, signal);
}
