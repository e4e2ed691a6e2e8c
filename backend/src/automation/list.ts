import { randomUUID } from 'node:crypto';
import type { AccountId } from '@backroom/shared';
import { type CrmAdapter, CrmError, type SoldDeal } from '../crm/contract/index.ts';
import type { Slowly } from '../reconciliation/calls.ts';
import { type Clock, later } from '../store/clock.ts';
import type { Db } from '../store/open.ts';
import { LEASE_MS } from './rows.ts';
import { changeRun, MOST_DEALS, type RunRow, restRun, runAccount } from './runs.ts';

type Ctx = { db: Db; clock: Clock; crmFor: (account: AccountId) => Promise<CrmAdapter>; now: () => Date };

/** Won, and neither the CRM nor we know an order of it. */
async function withoutOrder(db: Db, account: AccountId, deals: readonly SoldDeal[]): Promise<SoldDeal[]> {
  const open = deals.filter(({ wonOn, orderNumber, orderStatus }) => wonOn && !orderNumber && !orderStatus);
  if (open.length === 0) return [];
  const ordered = await db
    .selectFrom('submissions')
    .select('record_id')
    .where('account', '=', account)
    .where('kind', '=', 'order')
    .where('record_type', '=', 'deal')
    .where('state', '!=', 'cancelled')
    .where(
      'record_id',
      'in',
      open.map(({ id }) => id),
    )
    .execute();
  const known = new Set(ordered.map(({ record_id }) => record_id));
  return open.filter(({ id }) => !known.has(id));
}

/**
 * The won deals without an order, page by page as the CRM's search gives them. Each page is kept with the cursor behind it, so that a killed process goes
 * on from there. A list that cannot be read to its end is refused: throws, and no deal of it is offered.
 */
export async function listDeals(ctx: Ctx, claimed: RunRow, slow: Slowly): Promise<void> {
  const { db, clock, now } = ctx;
  const account = runAccount(claimed);
  const crm = await ctx.crmFor(account);
  let { cursor } = claimed;
  for (;;) {
    const asked = { from: claimed.from_day, to: claimed.to_day, timeZone: claimed.time_zone, cursor };
    const page = await slow(async (signal) => {
      if (!crm.sold) throw new CrmError('refused', 'no list of what was sold');
      return crm.sold(asked, { account, signal, unhurried: true });
    });
    const deals = await withoutOrder(db, account, page.deals);
    cursor = page.cursor;
    await db.transaction().execute(async (trx) => {
      await changeRun(trx, claimed, { cursor, tries: 0, lease_until: later(clock, LEASE_MS) });
      if (deals.length > 0)
        await trx
          .insertInto('conversions')
          .values(
            deals.map(({ id, name, company }) => ({
              account,
              id: randomUUID(),
              cause: 'bulk',
              key: `bulk:${claimed.id}:${id}`,
              record_type: 'deal',
              record_id: id,
              deal: id,
              run: claimed.id,
              state: 'listed',
              name: name || null,
              company: company?.name || null,
              revision: null,
              submission: null,
              callback: null,
              requested_by: claimed.requested_by,
              requested_at: now(),
              settled_at: null,
              claim: null,
              lease_until: null,
            })),
          )
          .onConflict((on) => on.doNothing())
          .execute();
    });
    const counted = await db
      .selectFrom('conversions')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('account', '=', account)
      .where('run', '=', claimed.id)
      .executeTakeFirst();
    if (Number(counted?.count ?? 0) > MOST_DEALS)
      throw new CrmError('too_large', 'too many deals', { words: String(MOST_DEALS) });
    if (cursor === null) break;
  }
  await db.transaction().execute(async (trx) => {
    await changeRun(trx, claimed, { state: 'previewing', claim: null, lease_until: null });
    await restRun(trx, account, claimed.id, now());
  });
}
/** A list that was not read to its end offers nothing. */
export async function refuseList(db: Db, run: RunRow, problem: string, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await changeRun(trx, run, { state: 'failed', problem, finished_at: now, claim: null, lease_until: null });
    await trx.deleteFrom('conversions').where('account', '=', run.account).where('run', '=', run.id).execute();
  });
}
