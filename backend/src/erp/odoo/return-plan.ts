import { add, compare, type Decimal, decimal, isZero, smaller, subtract } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { ErpReturnInput } from '../contract/schemas.ts';
import { id, maybe, recordId, text } from '../transport/odoo/values.ts';
import {
  doneOf,
  type Move,
  movedFor,
  moveRow,
  moveSpec,
  orderedOf,
  type Sold,
  saleLineOf,
  soldShape,
  soldSpec,
} from './return-tree.ts';
import type { Session } from './session.ts';
import { readTree, type Spec } from './tree.ts';
import { converted, type Unit } from './units.ts';

const zero = decimal('0');
const orderSpec: Spec = {
  name: {},
  partner_id: { fields: { commercial_partner_id: {} } },
  order_line: { fields: soldSpec },
  picking_ids: {
    fields: {
      state: {},
      picking_type_code: {},
      location_id: {},
      move_ids: {
        fields: {
          ...moveSpec,
          returned_move_ids: {
            fields: { ...moveSpec, create_uid: {}, picking_id: { fields: { origin: {} } } },
          },
        },
      },
    },
  },
};
const returnedRow = moveRow.extend({ create_uid: maybe(id), picking_id: maybe(z.object({ id, origin: text })) });
const sentRow = moveRow.extend({ returned_move_ids: z.array(returnedRow) });
export type Sent = z.output<typeof sentRow>;
const pickingRow = z.object({
  id,
  state: z.string(),
  picking_type_code: text,
  location_id: maybe(id),
  move_ids: z.array(sentRow),
});
export type Picking = z.output<typeof pickingRow>;
const orderRow = z.object({
  id,
  name: z.string(),
  partner_id: maybe(z.object({ commercial_partner_id: maybe(id) })),
  order_line: z.array(z.object(soldShape)),
  picking_ids: z.array(pickingRow).optional(),
});

export const refused = (field: string, words: string) => new ErpError('refused', `return: ${words}`, { field, words });

/** The order with everything that was planned to go out for it. */
async function orderFor(session: Session, input: ErpReturnInput, signal: AbortSignal) {
  const domain = [
    ['company_id', '=', session.company.id],
    ['name', '=', input.orderNumber],
  ];
  const [order] = (await readTree(session, orderRow, { model: 'sale.order', domain, spec: orderSpec, signal })) ?? [];
  if (!order || order.partner_id?.commercial_partner_id !== recordId(input.customerId))
    throw refused('orderNumber', `This customer has no order ${input.orderNumber} in Odoo.`);
  if (!order.picking_ids)
    throw new ErpError('unsupported', 'sale.order has no picking_ids', {
      words: 'Sales and Inventory are not connected in Odoo (module sale_stock).',
    });
  const outgoing = order.picking_ids.filter((each) => each.picking_type_code === 'outgoing');
  return { lines: order.order_line, outgoing };
}

/** What has to come back of one product, in the unit of its moves. `asked`: the place of the line that asks for it. */
type Want = { asked: number; product: number; of: (move: Move) => boolean; quantity: Decimal; unit: Unit | null };
const inUnitOf = (move: Move, quantity: Decimal, unit: Unit | null): Decimal =>
  unit && move.product_uom ? converted(quantity, unit, move.product_uom) : quantity;

/** Of what was delivered, less what is on its way back already. */
export function leftOf(move: Sent): Decimal {
  const back = move.returned_move_ids.filter(({ state }) => state !== 'cancel');
  return subtract(doneOf(move), add(zero, ...back.map((each) => inUnitOf(move, orderedOf(each), each.product_uom))));
}

/** Quantities are asked for as the order has them: in the unit it was sold in, and kits as kits. Moves are in the product's own. */
function wantsOf(lines: readonly Sold[], sent: readonly Sent[], input: ErpReturnInput): Want[] {
  return input.lines.flatMap(({ code, quantity }, asked): Want[] => {
    const sold = lines.filter((line) => line.product_id?.default_code === code);
    const [first] = sold;
    if (!first) {
      // A component of a kit by itself, in its own unit.
      const move = sent.find((each) => each.product_id?.default_code === code);
      const product = move?.product_id?.id ?? 0;
      return [{ asked, product, of: () => true, quantity, unit: move?.product_uom ?? null }];
    }
    const ids = sold.map((line) => line.id);
    const of = (move: Move) => ids.includes(saleLineOf(move) ?? first.id);
    const mine = sent.filter((move) => saleLineOf(move) === first.id);
    return [...movedFor(first, quantity, mine)].map(([product, moved]) => ({ asked, product, of, ...moved }));
  });
}
const movesFor = (want: Want, moves: readonly Sent[]) =>
  moves.filter((move) => move.state === 'done' && move.product_id?.id === want.product && want.of(move));

/** Only what was delivered can come back, and not more of it. */
function check(wants: readonly Want[], moves: readonly Sent[], input: ErpReturnInput): void {
  for (const [asked, { code, quantity }] of input.lines.entries()) {
    if (compare(quantity, zero) <= 0) throw refused(`lines.${asked}.quantity`, 'The quantity must be above zero.');
    for (const want of wants.filter((each) => each.asked === asked)) {
      const mine = movesFor(want, moves);
      const [first] = mine;
      if (!first)
        throw refused(
          `lines.${asked}.code`,
          `Nothing with the code ${code} was delivered for order ${input.orderNumber}.`,
        );
      const left = add(zero, ...mine.map(leftOf));
      if (compare(inUnitOf(first, want.quantity, want.unit), left) <= 0) continue;
      const what = `${left} ${first.product_uom?.name ?? ''} of ${first.product_id?.default_code ?? code}`;
      throw refused(`lines.${asked}.quantity`, `Only ${what} can come back of order ${input.orderNumber}.`);
    }
  }
}

/** What goes back: so much of a move of the delivery, in the unit of the move. */
export type Taken = { move: Sent; product: number; quantity: Decimal };
/** Takes everything out of one delivery; null where it does not hold all of it. */
function takenFrom(delivery: Picking, wants: readonly Want[]): Taken[] | null {
  const taken: Taken[] = [];
  for (const want of wants) {
    let due: Decimal | null = null;
    for (const move of movesFor(want, delivery.move_ids)) {
      due ??= inUnitOf(move, want.quantity, want.unit);
      const part = smaller(leftOf(move), due);
      if (compare(part, zero) <= 0) continue;
      taken.push({ move, product: want.product, quantity: part });
      due = subtract(due, part);
    }
    if (due === null || !isZero(due)) return null;
  }
  return taken;
}

export type Plan =
  | { unfinished: { id: number; origin: string | null } }
  | { delivery: Picking; taken: readonly Taken[] };
/** From which delivery the goods come back. `isOurs`: whether a return may be one that was interrupted before it got its reference. */
export async function planReturn(
  session: Session,
  input: ErpReturnInput,
  isOurs: (returned: z.output<typeof returnedRow>) => boolean,
  signal: AbortSignal,
): Promise<Plan> {
  const { lines, outgoing } = await orderFor(session, input, signal);
  const planned = outgoing.flatMap((each) => each.move_ids).filter((move) => move.origin_returned_move_id === null);
  const wants = wantsOf(lines, planned, input);
  const done = outgoing.filter(({ state }) => state === 'done');
  // An interrupted one has taken its quantities already, so it is looked for before they are checked.
  const begun = done.map((each) => interrupted(each, wants, isOurs)).find((each) => each !== null);
  if (begun) return { unfinished: begun };
  check(
    wants,
    done.flatMap((each) => each.move_ids),
    input,
  );
  for (const delivery of done) {
    const taken = takenFrom(delivery, wants);
    if (taken) return { delivery, taken };
  }
  throw refused('lines', 'These goods were delivered in several shipments: ask for one return for each of them.');
}

/** A return of this delivery, without a reference, with just these quantities. */
function interrupted(
  delivery: Picking,
  wants: readonly Want[],
  isOurs: (returned: z.output<typeof returnedRow>) => boolean,
): { id: number; origin: string | null } | null {
  const candidates = delivery.move_ids.flatMap((move) => move.returned_move_ids.filter(isOurs));
  for (const [, whole] of Map.groupBy(candidates, (each) => each.picking_id?.id ?? 0)) {
    const picking = whole[0]?.picking_id;
    const products = Map.groupBy(whole, (each) => each.product_id?.id ?? 0);
    const same =
      products.size === wants.length &&
      wants.every((want) => {
        const mine = products.get(want.product) ?? [];
        const back = add(zero, ...mine.map(orderedOf));
        return mine[0] !== undefined && compare(back, inUnitOf(mine[0], want.quantity, want.unit)) === 0;
      });
    if (picking && same) return picking;
  }
  return null;
}
