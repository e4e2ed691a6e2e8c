import type { ErpAdapter, ErpDescription } from '../erp/contract/index.ts';
import { ErpError } from '../erp/contract/index.ts';
import { type Claimed, LostClaim, move } from './claims.ts';
import { type EngineContext, problemOf, system } from './context.ts';
import { fail } from './fail.ts';
import { type Payload, payloadSchema } from './payload.ts';
import { accountOf, type Row, recordOf, stateOf, type Trx } from './rows.ts';
import type { During } from './state.ts';
import { confirm, create, lookUp, type Written, wantsConfirm } from './targets.ts';

/**
 * After a cut or a time-out an ERP may still be at it, and a paused one answers a look-up before it reads what lay in its socket. "Not found"
 * is believed when it was said twice, so far apart. The longest create we saw commit after its caller was gone took four seconds.
 */
const SETTLE_MS = 10_000;
/** Whoever creates the customer wakes its orders; this is for a wake-up that got lost. */
const CUSTOMER_POLL_MS = 5000;

/** One claimed submission, from the step it had reached to where it rests. Gives what the ERP has now, if that is where it got to. */
export async function advance(ctx: EngineContext, claimed: Claimed): Promise<Payload | null> {
  try {
    return await steps(ctx, claimed);
  } catch (error) {
    // Taken over by somebody else, who finds out by the look-up what we did.
    if (error instanceof LostClaim) return null;
    throw error;
  } finally {
    claimed.lease.release();
  }
}

async function steps(ctx: EngineContext, first: Claimed): Promise<Payload | null> {
  const { hooks } = ctx;
  let claimed = first;
  let payload = payloadSchema.parse(claimed.row.payload);
  let during: During = 'look_up';
  const call = { signal: new AbortController().signal };
  const go = async (...[change, event, more]: Tail<typeof move>) => {
    claimed = { ...claimed, row: await move(ctx, claimed, change, event, more) };
  };
  // Found in `sending`: whoever had it died between the call and the note of it.
  if (stateOf(claimed.row) === 'sending')
    await go(
      { state: 'checking', absent_since: null },
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
    const erp = await ctx.erpFor(account);
    const description = await erp.describe({}, call);
    await ctx.lanes.describe(account, description.limits.concurrency, description.inTurn ?? false);
    await hooks.crash('before_look_up');
    let written = hooks.unsafe === 'no-look-up' ? null : await lookUp(erp, payload, call);
    await ctx.lanes.report(account, 'erp', { type: 'ok' });
    await hooks.crash('after_look_up');
    if (!written) {
      if (await stillDoubtful(ctx, claimed, description)) return null;
      // Committed before the call: from here on a crash means "look it up".
      await go(
        { state: 'sending', step: 'create', sent_once: true, absent_since: null },
        { state: 'sending', step: 'create', actor: system },
      );
      during = 'create';
      await hooks.crash('before_create');
      if (!claimed.lease.alive()) throw new LostClaim();
      written = await create(erp, payload, call);
      await hooks.crash('after_create');
    }
    if (wantsConfirm(erp, payload, written)) {
      await go(
        { state: 'sending', step: 'confirm', sent_once: true, erp_id: written.id, erp_number: written.number },
        { state: 'sending', step: 'confirm', actor: system, words: written.number },
      );
      during = 'confirm';
      written = await confirmed(ctx, claimed, erp, written);
    }
    await done(ctx, claimed, payload, written, during);
    return payload;
  } catch (error) {
    if (error instanceof LostClaim) throw error;
    await fail(ctx, claimed, during, error);
    return null;
  }
}
type Tail<Function> = Function extends (ctx: never, claimed: never, ...rest: infer Rest) => unknown ? Rest : never;

async function confirmed(ctx: EngineContext, { lease }: Claimed, erp: ErpAdapter, draft: Written): Promise<Written> {
  await ctx.hooks.crash('before_confirm');
  if (!lease.alive()) throw new LostClaim();
  const order = await confirm(erp, draft, { signal: new AbortController().signal });
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
  if (customer?.state === 'confirmed' && customer.erp_id)
    return payloadSchema.parse({
      ...payload,
      order: { ...payload.order, customerId: customer.erp_id },
    }) as typeof payload;
  if (!customer || customer.state === 'cancelled')
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
    {
      state: 'waiting',
      step: 'customer',
      next_try_at: new Date(ctx.now().getTime() + CUSTOMER_POLL_MS),
      problem: JSON.stringify(problem),
    },
    same ? null : { state: 'waiting', step: 'customer', actor: system },
    { release: true, ...(same ? {} : { tell: 'later' as const }) },
  );
  return null;
}

/** Nothing was found, but something may have been sent: whether it is too early to believe that. Notes when to look again. */
async function stillDoubtful(ctx: EngineContext, claimed: Claimed, description: ErpDescription): Promise<boolean> {
  const { row } = claimed;
  if (!row.sent_once || ctx.hooks.unsafe === 'no-look-up') return false;
  const now = ctx.now();
  // An ERP that takes our reference as its key answers a second create with the first order: only its own lag counts.
  const settle =
    description.idempotency === 'native' ? description.settleMs : Math.max(description.settleMs, SETTLE_MS);
  const since = row.absent_since && row.absent_since <= now ? row.absent_since : now;
  const believedAt = new Date(since.getTime() + settle);
  if (row.absent_since && believedAt <= now) return false;
  const same = row.state === 'checking' && row.absent_since !== null;
  await move(
    ctx,
    claimed,
    { state: 'checking', step: 'look_up', absent_since: since, next_try_at: believedAt },
    same ? null : { state: 'checking', step: 'look_up', actor: system },
    { release: true },
  );
  return true;
}

/** The ERP has it. With the same commit: the link of a new customer, its waiting orders due, and the CRM page to be told. */
async function done(
  ctx: EngineContext,
  claimed: Claimed,
  payload: Payload,
  written: Written,
  during: During,
): Promise<void> {
  const { row } = claimed;
  const told = payload.kind === 'return';
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
      problem: null,
      next_try_at: null,
      absent_since: null,
      sent_once: true,
      attempts: 0,
      // A return has no property in the CRM: there is nothing to tell.
      written_back: told,
    },
    { state: 'confirmed', step: during, actor: system, words: written.number },
    {
      release: true,
      ...(told ? {} : { tell: 'now' as const }),
      ...(payload.kind === 'customer' ? { with: (trx) => keepCustomer(ctx, trx, row, written) } : {}),
    },
  );
}
async function keepCustomer(ctx: EngineContext, trx: Trx, row: Row, { customer }: Written): Promise<void> {
  const account = accountOf(row);
  if (customer) await ctx.link(trx, { account, record: recordOf(row), customer, actor: row.created_by });
  await trx
    .updateTable('submissions')
    .set({ next_try_at: ctx.now() })
    .where('account', '=', account)
    .where('next_try_at', 'is not', null)
    .where('step', '=', 'customer')
    .execute();
}
