import { add, compare, type Decimal, decimal, type ErpReturn, subtract } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { ErpReturnInput } from '../contract/schemas.ts';
import { afterWrite } from './load.ts';
import { referenceIn } from './orders-read.ts';
import { returnsById, returnsByReference } from './returns-read.ts';
import type { Session } from './session.ts';
import { readTree, type Spec } from './tree.ts';
import { exact, id, maybe, recordId, text } from './values.ts';

const zero = decimal('0');
/** The quantity of a move that was done: its name changed in 17. */
const done = { quantity: {}, quantity_done: {} } as const;
const doneRow = { quantity: z.number().optional(), quantity_done: z.number().optional() };
const orderSpec: Spec = {
  name: {},
  partner_id: { fields: { commercial_partner_id: {} } },
  order_line: { fields: { product_id: {}, product_uom_qty: {} } },
  picking_ids: {
    fields: {
      state: {},
      picking_type_code: {},
      location_id: {},
      move_ids: {
        fields: {
          state: {},
          product_id: { fields: { default_code: {} } },
          ...done,
          returned_move_ids: {
            fields: {
              state: {},
              product_uom_qty: {},
              ...done,
              create_uid: {},
              picking_id: { fields: { origin: {} } },
            },
          },
        },
      },
    },
  },
};
const returnedRow = z.object({
  id,
  state: z.string(),
  product_uom_qty: z.number(),
  ...doneRow,
  create_uid: maybe(id),
  picking_id: maybe(z.object({ id, origin: text })),
});
const moveRow = z.object({
  id,
  state: z.string(),
  product_id: maybe(z.object({ id, default_code: text })),
  ...doneRow,
  returned_move_ids: z.array(returnedRow),
});
const pickingRow = z.object({
  id,
  state: z.string(),
  picking_type_code: text,
  location_id: maybe(id),
  move_ids: z.array(moveRow),
});
const orderRow = z.object({
  id,
  name: z.string(),
  partner_id: maybe(z.object({ commercial_partner_id: maybe(id) })),
  order_line: z.array(z.object({ product_id: maybe(id) })),
  picking_ids: z.array(pickingRow).optional(),
});
type Move = z.output<typeof moveRow>;
type Picking = z.output<typeof pickingRow>;
/** What goes back: so much of a move of the delivery. */
type Taken = { move: Move; product: number; quantity: Decimal };

const doneOf = (move: { quantity?: number | undefined; quantity_done?: number | undefined }): Decimal =>
  exact(move.quantity_done ?? move.quantity ?? 0);
const refused = (field: string, words: string) => new ErpError('refused', `return: ${words}`, { field, words });
/** Of what was delivered, less what is on its way back already. */
function leftOf(move: Move): Decimal {
  const back = move.returned_move_ids
    .filter(({ state }) => state !== 'cancel')
    .map((each) => exact(each.product_uom_qty));
  return subtract(doneOf(move), add(zero, ...back));
}

async function deliveriesFor(session: Session, input: ErpReturnInput, signal: AbortSignal): Promise<Picking[]> {
  const [order] =
    (await readTree(session, orderRow, {
      model: 'sale.order',
      domain: [
        ['company_id', '=', session.company.id],
        ['name', '=', input.orderNumber],
      ],
      spec: orderSpec,
      signal,
    })) ?? [];
  if (!order || order.partner_id?.commercial_partner_id !== recordId(input.customerId))
    throw refused('orderNumber', `This customer has no order ${input.orderNumber} in Odoo.`);
  if (!order.picking_ids)
    throw new ErpError('unsupported', 'sale.order has no picking_ids', {
      words: 'Sales and Inventory are not connected in Odoo (module sale_stock).',
    });
  return order.picking_ids.filter((each) => each.picking_type_code === 'outgoing' && each.state === 'done');
}
/** Only what was delivered can come back, and not more of it. */
function checkLines(sent: readonly Picking[], input: ErpReturnInput): void {
  const moves = sent.flatMap((each) => each.move_ids).filter(({ state }) => state === 'done');
  for (const [index, { code, quantity }] of input.lines.entries()) {
    const mine = moves.filter((move) => move.product_id?.default_code === code);
    if (mine.length === 0)
      throw refused(
        `lines.${index}.code`,
        `Nothing with the code ${code} was delivered for order ${input.orderNumber}.`,
      );
    const left = add(zero, ...mine.map(leftOf));
    if (compare(quantity, left) > 0)
      throw refused(`lines.${index}.quantity`, `Only ${left} of ${code} can come back of order ${input.orderNumber}.`);
    if (compare(quantity, zero) <= 0) throw refused(`lines.${index}.quantity`, 'The quantity must be above zero.');
  }
}
/** Takes the asked quantities out of one delivery; null where it does not hold all of them. */
function takenFrom(delivery: Picking, input: ErpReturnInput): Taken[] | null {
  const taken: Taken[] = [];
  for (const { code, quantity } of input.lines) {
    let due: Decimal = quantity;
    for (const move of delivery.move_ids) {
      const left = leftOf(move);
      if (move.state !== 'done' || move.product_id?.default_code !== code || compare(left, zero) <= 0) continue;
      const part = compare(left, due) < 0 ? left : due;
      if (compare(part, zero) > 0) taken.push({ move, product: move.product_id.id, quantity: part });
      due = subtract(due, part);
    }
    if (compare(due, zero) > 0) return null;
  }
  return taken;
}
/**
 * The wizard makes the return in one call and our reference is written in the next. A return of this delivery that our own user made,
 * with just these quantities and without a reference, is one whose second call never came.
 */
function unfinished(
  session: Session,
  delivery: Picking,
  input: ErpReturnInput,
): { id: number; origin: string | null } | null {
  const candidates = delivery.move_ids.flatMap((move) =>
    move.returned_move_ids
      .filter(
        (each) =>
          each.create_uid === session.uid &&
          each.state !== 'cancel' &&
          each.picking_id &&
          referenceIn(each.picking_id.origin) === null,
      )
      .map((each) => ({
        code: move.product_id?.default_code,
        quantity: exact(each.product_uom_qty),
        picking: each.picking_id,
      })),
  );
  for (const { picking } of candidates) {
    const whole = candidates.filter((each) => each.picking?.id === picking?.id);
    const same =
      whole.length === input.lines.length &&
      input.lines.every((line) =>
        whole.some((each) => each.code === line.code && compare(each.quantity, line.quantity) === 0),
      );
    if (picking && same) return picking;
  }
  return null;
}

async function throughWizard(
  session: Session,
  delivery: Picking,
  taken: readonly Taken[],
  signal: AbortSignal,
): Promise<number> {
  const fields = await session.fields('stock.return.picking', signal);
  const lineFields = await session.fields('stock.return.picking.line', signal);
  const context = { active_id: delivery.id, active_ids: [delivery.id], active_model: 'stock.picking' };
  const [wizard = 0] = await session.ask(z.array(id), {
    model: 'stock.return.picking',
    method: 'create',
    args: {
      vals_list: [
        {
          picking_id: delivery.id,
          // Before 18 the place that the goods come back to is the wizard's.
          ...(fields?.has('location_id') ? { location_id: delivery.location_id } : {}),
          product_return_moves: taken.map(({ move, product, quantity }) => [
            0,
            0,
            {
              product_id: product,
              move_id: move.id,
              quantity: Number(quantity),
              // The order counts it as not delivered again, so that it can be credited.
              ...(lineFields?.has('to_refund') ? { to_refund: true } : {}),
            },
          ]),
        },
      ],
    },
    context,
    signal,
  });
  const method = session.transport.major >= 18 ? 'action_create_returns' : 'create_returns';
  const made = await session.ask(z.object({ res_id: id }), {
    model: 'stock.return.picking',
    method,
    ids: [wizard],
    context,
    write: true,
    signal,
  });
  return made.res_id;
}

/** The note is HTML. */
const asHtml = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * By Odoo's own return wizard, of one delivery: its modules have their say. Before it everything is looked at, since a refusal of the
 * wizard names no field.
 */
export async function createReturn(session: Session, input: ErpReturnInput, signal: AbortSignal): Promise<ErpReturn> {
  const [known] = await returnsByReference(session, [input.reference], signal);
  if (known) return known;
  // An interrupted one has taken its quantities already, so it is looked for before they are checked.
  const deliveries = await deliveriesFor(session, input, signal);
  const begun = deliveries.map((each) => unfinished(session, each, input)).find((each) => each !== null);
  let picking = begun ?? null;
  if (!picking) {
    checkLines(deliveries, input);
    const taken = deliveries
      .map((each) => ({ delivery: each, taken: takenFrom(each, input) }))
      .find((each) => each.taken !== null);
    if (!taken?.taken)
      throw refused('lines', 'These goods were delivered in several shipments: ask for one return for each of them.');
    const made = await throughWizard(session, taken.delivery, taken.taken, signal);
    picking = { id: made, origin: null };
  }
  const made = picking;
  return afterWrite(async () => {
    const rows = await session.ask(z.array(z.object({ origin: text })), {
      model: 'stock.picking',
      method: 'read',
      ids: [made.id],
      args: { fields: ['origin'] },
      signal,
    });
    await session.ask(z.unknown(), {
      model: 'stock.picking',
      method: 'write',
      ids: [made.id],
      args: {
        vals: { origin: [rows[0]?.origin, input.reference].filter(Boolean).join(', '), note: asHtml(input.reason) },
      },
      write: true,
      signal,
    });
    const [found] = await returnsById(session, [String(made.id)], signal);
    if (!found) throw new ErpError('uncertain', `stock.picking ${made.id} is not there after the wizard`);
    return found;
  });
}
