import type { ErpOrder } from '@backroom/shared';
import { type ErpAdapter, type ErpDescription, ErpError } from '../erp/contract/index.ts';
import { LostClaim } from '../jobs/queue.ts';
import { type Claimed, move } from './claims.ts';
import { type EngineContext, system } from './context.ts';
import { differencesOf } from './differences.ts';
import type { Payload } from './payload.ts';
import { ofOrder, ordersUnder, oursOf, type Written } from './targets.ts';

type Order = Extract<Payload, { kind: 'order' }>;
/**
 * Before a draft is confirmed: whether it is the only one. A create that was lost and came in late, or a second process, leaves a second draft
 * here and no second order. Gives the one to go on with; what is surplus is cancelled, and never more than we sent too many: other drafts
 * under our reference are a person's copies.
 */
export async function onlyDraft(
  ctx: EngineContext,
  claimed: Claimed,
  { erp, description, payload }: { erp: ErpAdapter; description: ErpDescription; payload: Order },
  draft: Written,
): Promise<Written> {
  const { row, lease } = claimed;
  // Two under one key are not possible there.
  if (description.idempotency === 'native') return draft;
  const call = { signal: lease.signal };
  const all = await ordersUnder(erp, payload, call);
  const ours = oursOf(all, draft.id) ?? draft.order;
  const surplus = all
    .filter((each) => each.id !== ours?.id && isOurDraft(each, payload))
    .slice(0, Math.max(0, row.sends - 1));
  for (const { id, number } of surplus) {
    if (!erp.orders?.cancel) break;
    if (!lease.alive()) throw new LostClaim();
    const gone = await erp.orders.cancel({ id }, call).then(
      () => true,
      (error: unknown) => {
        // A draft that cannot be cancelled is no order: reconciliation names it.
        if (error instanceof ErpError && ['refused', 'unsupported', 'not_found'].includes(error.kind)) return false;
        throw error;
      },
    );
    if (!gone) continue;
    const event = {
      state: 'sending' as const,
      step: 'look_up' as const,
      actor: system,
      words: `${number}: draft → cancelled`,
    };
    await move(ctx, claimed, { state: 'sending' }, event);
  }
  return ours ? ofOrder(ours) : draft;
}

/** A draft with what we sent in it; the total is not asked for, because a draft may have none yet. */
const isOurDraft = (order: ErpOrder, payload: Order): boolean =>
  order.status === 'draft' &&
  differencesOf({ ...payload, expected: null }, order).every(({ field }) => field === 'net' || field === 'unit_price');
