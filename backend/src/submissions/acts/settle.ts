import type { ErpOrder } from '@backroom/shared';
import { sql } from 'kysely';
import { holdsOf } from '../../store/holds.ts';
import type { Trx } from '../../store/open.ts';
import { type EngineContext, system } from '../context.ts';
import { differencesOf } from '../differences.ts';
import { type Payload, readPayload } from '../payload.ts';
import { accountOf, tellLater } from '../rows.ts';
import { type ClaimedAct, moveAct } from './claims.ts';
import type { ActPayload } from './payload.ts';
import type { ActRow } from './rows.ts';

type Order = Extract<Payload, { kind: 'order' }>;

/**
 * It is done in the ERP. With the same commit the submission says what the order is now, so that the page, reconciliation and the CRM's fields
 * compare with the new state. Gives what the order touched before and after, whose figures are out of date.
 */
export async function settle(
  ctx: EngineContext,
  claimed: ClaimedAct,
  payload: ActPayload,
  order: ErpOrder,
): Promise<Order | null> {
  const { row } = claimed;
  let touched: Order | null = null;
  const wanted: Order | null =
    payload.kind === 'change'
      ? {
          kind: 'order',
          awaits: null,
          order: payload.order,
          promiseDate: payload.promiseDate,
          places: payload.places,
          expected: payload.expected,
        }
      : null;
  const differences = wanted
    ? differencesOf(wanted, { ...order, reference: payload.kind === 'change' ? payload.order.reference : null })
    : [];
  const noted = differences.length > 0 ? JSON.stringify(differences) : null;
  await moveAct(
    ctx,
    claimed,
    { state: 'done', step: 'send', dueInMs: null, problem: null, in_doubt: false, attempts: 0, differences: noted },
    { state: 'done', step: 'send', actor: system, words: order.number },
    {
      release: 'rest',
      with: async (trx) => {
        touched = await keep(ctx, trx, row, { wanted, order, noted });
      },
    },
  );
  return touched;
}

async function keep(
  ctx: EngineContext,
  trx: Trx,
  row: ActRow,
  { wanted, order, noted }: { wanted: Order | null; order: ErpOrder; noted: string | null },
): Promise<Order | null> {
  const account = accountOf(row);
  const made = await trx
    .selectFrom('submissions')
    .select(['record_type', 'record_id', 'payload'])
    .where('account', '=', account)
    .where('id', '=', row.submission)
    .executeTakeFirstOrThrow();
  // The note is locked before the row, as the write-back to the CRM does.
  await tellLater(trx, account, made, ctx.clock, 0);
  await trx
    .updateTable('submissions')
    .set({
      erp_status: order.status,
      erp_total: JSON.stringify(order.total),
      erp_promised: order.promisedOn,
      erp_holds: holdsOf(order),
      written_back: false,
      updated_at: ctx.clock(),
      ...(wanted
        ? {
            payload: JSON.stringify(wanted),
            now_revision: row.revision,
            changes: sql<number>`changes + 1`,
            differences: noted,
            ...(row.contact_id === null ? {} : { contact_id: row.contact_id }),
          }
        : // A cancelled order leaves its deal free for another one.
          { again: true }),
    })
    .where('account', '=', account)
    .where('id', '=', row.submission)
    .execute();
  const before = readPayload(made.payload);
  if (before?.kind !== 'order') return wanted;
  const lines = [...before.order.lines, ...(wanted?.order.lines ?? [])];
  return { ...before, order: { ...before.order, lines } };
}
