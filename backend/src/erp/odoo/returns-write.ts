import type { ErpReturn } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { ErpReturnInput } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { id, text } from '../transport/odoo/values.ts';
import { referenceIn } from './order-references.ts';
import { type Picking, planReturn, type Taken } from './return-plan.ts';
import { returnsById, returnsByReference } from './returns-read.ts';
import type { Session } from './session.ts';

/** The picking is there without our reference: a look-up would not find it, so a person has to see the refusal. */
const refusalStands = { clear: ['refused'] } as const;

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
  // The wizard makes the return in one call and our reference is written in the next, so one of our own user without a reference may be ours.
  const plan = await planReturn(
    session,
    input,
    (each) =>
      each.create_uid === session.uid &&
      each.state !== 'cancel' &&
      referenceIn(each.picking_id?.origin ?? null) === null,
    signal,
  );
  const made =
    'unfinished' in plan
      ? plan.unfinished
      : { id: await throughWizard(session, plan.delivery, plan.taken, signal), origin: null };
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
  }, refusalStands);
}
