import { createHash } from 'node:crypto';
import { type AccountId, accountIdSchema, dayIn, daysAfter, instantIn } from '@backroom/shared';
import { sql } from 'kysely';
import type { ErpAdapter } from '../erp/contract/index.ts';
import { type AccountStore, flowIsOn } from '../store/accounts.ts';
import type { Db } from '../store/open.ts';
import { addRun, type RunStore } from './runs.ts';

/** After every change of clocks, before anybody works, and past the backups of midnight. */
const BEGIN = '03:30';
/** Accounts begin within this, each at its own minute: they may share an ERP. */
const SPREAD_MS = 45 * 60_000;
/** How far back a night looks: what is tampered with later than that, nobody ships any more. */
const DAYS = 90;
/** An ERP that does not say its time zone just now, or a run that is still under way. */
const AGAIN_MS = 15 * 60_000;
const AT_ONCE = 20;
const HEALTH_MS = 15_000;

/** Each account has its minute of the night, always the same. */
function spreadOf(account: AccountId): number {
  return createHash('sha256').update(account).digest().readUInt32BE(0) % SPREAD_MS;
}
/** The next start after `now`, in the company's time zone. */
export function nextNight(account: AccountId, timeZone: string, now: Date): Date {
  const today = dayIn(timeZone, now);
  const starts = [today, daysAfter(today, 1)].map(
    (day) => new Date(instantIn(timeZone, day, BEGIN).getTime() + spreadOf(account)),
  );
  return starts.find((start) => start > now) ?? new Date(now.getTime() + 86_400_000);
}
const isZone = (timeZone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

type Options = {
  db: Db;
  accounts: Pick<AccountStore, 'get'>;
  runs: RunStore;
  erpFor: (account: AccountId) => Promise<ErpAdapter>;
  now: () => Date;
};
type Due = { account: string; time_zone: string | null; next_at: Date | null };

/** Begins the nights that are due, each once over all processes. What was missed while nobody ran is made up for once. */
export async function beginNights(options: Options): Promise<void> {
  const now = options.now();
  const { rows } = await sql<Due>`select a.id as account, n.time_zone, n.next_at from accounts a
      join erp_connections c on c.account = a.id and c.is_default left join reconciliation_nights n on n.account = a.id
    where a.state = 'connected' and (n.account is null or n.next_at <= ${now}) order by n.next_at limit ${AT_ONCE}`.execute(
    options.db,
  );
  for (const due of rows) await begin(options, due, now);
}

/** The zone that the ERP's company lives in: it may move, so it is asked each night. */
export async function timeZoneOf(erpFor: Options['erpFor'], account: AccountId): Promise<string | null> {
  try {
    const erp = await erpFor(account);
    const { timeZone } = await erp.health({}, { signal: AbortSignal.timeout(HEALTH_MS) });
    return isZone(timeZone) ? timeZone : null;
  } catch {
    return null;
  }
}

async function begin(options: Options, due: Due, now: Date): Promise<void> {
  const account = accountIdSchema.parse(due.account);
  const told = await timeZoneOf(options.erpFor, account);
  const timeZone = told ?? due.time_zone;
  const later = new Date(now.getTime() + AGAIN_MS);
  const next = timeZone === null ? later : nextNight(account, timeZone, now);
  const zone = timeZone ?? 'UTC';
  if (due.next_at === null || due.time_zone === null) {
    // Just connected: its first night is the next one.
    await options.db
      .insertInto('reconciliation_nights')
      .values({ account, time_zone: zone, next_at: next })
      .onConflict((on) => on.doNothing())
      .execute();
    return;
  }
  const wanted = await options.accounts.get(account);
  const on = wanted !== null && flowIsOn(wanted, 'orders');
  const before = due.next_at;
  const night = dayIn(zone, now);
  await options.db.transaction().execute(async (trx) => {
    // The claim: whoever moves the time is the one who begins the night.
    const mine = await trx
      .updateTable('reconciliation_nights')
      .set({ time_zone: zone, next_at: next })
      .where('account', '=', account)
      .where('next_at', '=', before)
      .returning('account')
      .executeTakeFirst();
    if (!mine || !on) return;
    const run = { from: daysAfter(night, -DAYS), to: night, timeZone: zone, requestedBy: null, night };
    if (await addRun(trx, account, run, now)) return;
    const active = await trx
      .selectFrom('reconciliations')
      .select('id')
      .where('account', '=', account)
      .where('state', 'in', ['queued', 'running'])
      .executeTakeFirst();
    if (active)
      await trx.updateTable('reconciliation_nights').set({ next_at: later }).where('account', '=', account).execute();
  });
  await options.runs.forgetOld(account, now);
}
