import type { Difference } from '@backroom/shared';
import type { ErpAdapter, ErpCall, ErpDescription } from '../erp/contract/index.ts';
import { ErpError } from '../erp/contract/index.ts';
import { underRight } from '../erp/transport/leaving.ts';
import { LostClaim } from '../jobs/queue.ts';
import { ProblemError } from '../problems/error.ts';
import { erpLane } from '../store/connections.ts';
import type { Trx } from '../store/open.ts';
import { type Claimed, move } from './claims.ts';
import { type EngineContext, problemOf, system } from './context.ts';
import { customDifferences } from './custom-differences.ts';
import { differencesOf } from './differences.ts';
import { onlyDraft } from './drafts.ts';
import { fail, giveUp, MAX_SENDS, MAX_TAKEN } from './fail.ts';
import { beyondLimits } from './limits.ts';
import { stillDoubtful } from './outcome.ts';
import { type Payload, readPayload } from './payload.ts';
import { accountOf, type Row, recordOf, stateOf } from './rows.ts';
import type { During } from './state.ts';
import { confirm, create, lookUp, ordersUnder, underCutReference, type Written, wantsConfirm } from './targets.ts';

/** Whoever creates the customer wakes its orders; this is for a wake-up that got lost. */
const CUSTOMER_POLL_MS = 5000;

/** One claimed submission, from the step it had reached to where it rests. Gives what the ERP has now, if that is where it got to. */
export async function advance(ctx: EngineContext, claimed: Claimed): Promise<Payload | null> {
  try {
    const payload = readPayload(claimed.row.payload);
    if (payload && claimed.row.taken < MAX_TAKEN)
      return await underRight(claimed.lease, () => steps(ctx, claimed, payload));
    await giveUp(ctx, claimed, new ProblemError('cannot_process'));
    return null;
  } catch (error) {
    // Taken over by somebody else, who finds out by the look-up what we did.
    if (error instanceof LostClaim) return null;
    throw error;
  } finally {
    claimed.lease.release();
  }
}

async function steps(ctx: EngineContext, first: Claimed, kept: Payload): Promise<Payload | null> {
  const { hooks } = ctx;
  let claimed = first;
  let payload = kept;
  let during: During = 'look_up';
  const call = { signal: first.lease.signal };
  const go = async (...[change, event, more]: Tail<typeof move>) => {
    claimed = { ...claimed, row: await move(ctx, claimed, change, event, more) };
  };
  // Found in `sending`: whoever had it died between the call and the note of it, or lost its lease and with it the right to send. Nothing of it leaves any more.
  if (stateOf(claimed.row) === 'sending')
    await go(
      { state: 'checking', sent: true },
      { state: 'checking', step: 'look_up', actor: system },
      { tell: 'later' },
    );
  try {
    if (payload.kind === 'order' && payload.order.customerId === null) {
      during = 'customer';
      const known = await withCustomer(ctx, claimed, payload);
      if (!known) return null;
      payload = known;
      await go({ step: 'look_up', payload: JSON.stringify(payload), customer_key: payload.order.customerId }, null);
    }
    during = 'look_up';
    const account = accountOf(claimed.row);
    const erp = await ctx.erpFor(account, claimed.row.connection);
    const description = await erp.describe({}, call);
    await ctx.lanes.describe(
      account,
      erpLane(claimed.row.connection),
      description.limits.concurrency,
      description.inTurn ?? false,
    );
    await hooks.crash('before_look_up');
    let written = hooks.unsafe === 'no-look-up' ? null : await lookUp(erp, payload, claimed.row.erp_id, call);
    await ctx.lanes.report(account, erpLane(claimed.row.connection), { type: 'ok' });
    await hooks.crash('after_look_up');
    if (!written) {
      if (await stillDoubtful(ctx, claimed, description)) return null;
      if (claimed.row.sent_once && payload.kind === 'order') written = await underCutReference(erp, payload, call);
    }
    if (!written) {
      await mayBeSent(ctx, claimed.row, payload, description);
      // Committed before the call: from here on a crash means "look it up".
      await go(
        { state: 'sending', step: 'create', sent_once: true, sent: true, sends: claimed.row.sends + 1, erp_id: null },
        { state: 'sending', step: 'create', actor: system },
      );
      during = 'create';
      await hooks.crash('before_create');
      if (!claimed.lease.alive()) throw new LostClaim();
      written = await create(erp, payload, call);
      await hooks.crash('after_create');
    }
    await refuseCutReference(ctx, claimed.row, { erp, description, payload }, written, call);
    if (payload.kind === 'order' && wantsConfirm(erp, payload, written)) {
      // By its id the order is found again, whatever the ERP made of our reference.
      await go(
        { state: 'sending', step: 'confirm', sent_once: true, erp_id: written.id, erp_number: written.number },
        { state: 'sending', step: 'confirm', actor: system, words: written.number },
      );
      during = 'confirm';
      written = await onlyDraft(ctx, claimed, { erp, description, payload }, written);
      if (wantsConfirm(erp, payload, written)) written = await confirmed(ctx, claimed, erp, written);
    }
    const custom = await customDifferences(erp, payload, written.id, call);
    await done(ctx, claimed, payload, written, during, custom);
    return payload;
  } catch (error) {
    if (error instanceof LostClaim) throw error;
    await fail(ctx, claimed, during, error);
    return null;
  }
}
type Tail<Function> = Function extends (ctx: never, claimed: never, ...rest: infer Rest) => unknown ? Rest : never;

/** Throws where nothing may be sent: the connection is not fit for it, the ERP's limits are passed, or it was sent often enough. */
async function mayBeSent(ctx: EngineContext, row: Row, payload: Payload, description: ErpDescription): Promise<void> {
  const why = await ctx.unfit(accountOf(row), row.connection);
  if (why !== null) throw new ErpError('refused', 'the connection is not fit for writing', { words: why });
  const [beyond] = payload.kind === 'order' ? beyondLimits(payload.order, description) : [];
  if (beyond) throw new ErpError('refused', beyond.words, beyond);
  if (row.sends >= MAX_SENDS)
    throw new ErpError('refused', 'sent too often', {
      words: `Sent ${row.sends} times without a clear answer; the ERP has nothing under ${row.reference}.`,
    });
}

/**
 * An ERP that keeps another reference than ours cannot be asked whether it has an order: the next lost answer would make a second one. Where the
 * whole reference finds it all the same, the ERP only shows another one.
 */
async function refuseCutReference(
  ctx: EngineContext,
  row: Row,
  { erp, description, payload }: { erp: ErpAdapter; description: ErpDescription; payload: Payload },
  { order }: Written,
  call: ErpCall,
): Promise<void> {
  if (payload.kind !== 'order' || !order || order.reference === row.reference) return;
  try {
    const under = await ordersUnder(erp, payload, call);
    if (under.some(({ id }) => id === order.id)) return;
    // A look-up that lags says nothing yet.
    if (order.reference === null && description.settleMs > 0) return;
  } catch {
    // The order is there, whatever becomes of this question; the next one asks it again.
    return;
  }
  const kept = order.reference === null ? 'no reference' : `"${order.reference}" as reference`;
  const why = `The ERP keeps ${kept} where "${row.reference}" was sent.`;
  await ctx.markUnfit(accountOf(row), why, row.connection);
}

async function confirmed(ctx: EngineContext, { lease }: Claimed, erp: ErpAdapter, draft: Written): Promise<Written> {
  await ctx.hooks.crash('before_confirm');
  if (!lease.alive()) throw new LostClaim();
  const order = await confirm(erp, draft, { signal: lease.signal });
  await ctx.hooks.crash('after_confirm');
  return order;
}

/** The order's customer, once it is there; until then the order waits, and no attempt is spent. Null: noted, nothing more to do now. */
async function withCustomer(
  ctx: EngineContext,
  claimed: Claimed,
  payload: Extract<Payload, { kind: 'order' }>,
): Promise<Extract<Payload, { kind: 'order' }> | null> {
  const customer = await ctx.db
    .selectFrom('submissions')
    .select(['state', 'erp_id', 'problem'])
    .where('account', '=', accountOf(claimed.row))
    .where('id', '=', payload.awaits ?? claimed.row.id)
    .executeTakeFirst();
  if (customer?.state === 'confirmed' && customer.erp_id) {
    const known = readPayload({ ...payload, order: { ...payload.order, customerId: customer.erp_id } });
    if (known?.kind === 'order') return known;
  }
  if (!customer || customer.state === 'cancelled' || customer.state === 'confirmed')
    throw new ErpError('refused', 'the customer is not created', {
      field: 'customer',
      words: 'The customer this order waits for was stopped. Link the company to an ERP customer and convert again.',
    });
  const { row } = claimed;
  const same = row.state === 'waiting' && row.step === 'customer';
  const problem = problemOf(new ErpError('conflict', 'the customer is not there yet', { field: 'customer' }));
  await move(
    ctx,
    claimed,
    { state: 'waiting', step: 'customer', dueInMs: CUSTOMER_POLL_MS, problem: JSON.stringify(problem) },
    same ? null : { state: 'waiting', step: 'customer', actor: system },
    { release: 'rest', ...(same ? {} : { tell: 'later' as const }) },
  );
  return null;
}

/** The ERP has it. With the same commit: the link of a new customer, its waiting orders due, and the CRM page to be told. */
async function done(
  ctx: EngineContext,
  claimed: Claimed,
  payload: Payload,
  written: Written,
  during: During,
  custom: readonly Difference[],
): Promise<void> {
  const { row } = claimed;
  const told = payload.kind === 'return';
  const differences = [
    ...(payload.kind === 'order' && written.order ? differencesOf(payload, written.order) : []),
    ...custom,
  ];
  await move(
    ctx,
    claimed,
    {
      state: 'confirmed',
      step: 'write_back',
      erp_id: written.id,
      erp_number: written.number,
      erp_status: written.status,
      erp_total: written.total && JSON.stringify(written.total),
      erp_promised: written.promised,
      erp_holds: written.holds,
      differences: differences.length > 0 ? JSON.stringify(differences) : null,
      problem: null,
      dueInMs: null,
      sent_once: true,
      attempts: 0,
      // A return has no property in the CRM: there is nothing to tell.
      written_back: told,
    },
    { state: 'confirmed', step: during, actor: system, words: written.number },
    {
      release: 'rest',
      ...(told ? {} : { tell: 'now' as const }),
      ...(payload.kind === 'customer' ? { with: (trx) => keepCustomer(ctx, trx, row, written) } : {}),
    },
  );
}
async function keepCustomer(ctx: EngineContext, trx: Trx, row: Row, { customer }: Written): Promise<void> {
  const account = accountOf(row);
  // The company may have been merged into another since the row was claimed.
  const { record_type, record_id } = await trx
    .selectFrom('submissions')
    .select(['record_type', 'record_id'])
    .where('account', '=', account)
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow();
  const record = recordOf({ record_type, record_id });
  if (customer) await ctx.link(trx, { account, connection: row.connection, record, customer, actor: row.created_by });
  await trx
    .updateTable('submissions')
    .set({ next_try_at: ctx.clock() })
    .where('account', '=', account)
    .where('next_try_at', 'is not', null)
    .where('step', '=', 'customer')
    .execute();
}
