import { type AccountId, accountIdSchema, moneySchema, recordTypeSchema } from '@backroom/shared';
import { createFormat } from '@backroom/shared/format';
import { timelineTranslator } from '@backroom/shared/messages/timeline';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { type CrmAdapter, type CrmCall, CrmError } from '../crm/contract/index.ts';
import type { CrmTask } from '../crm/contract/tasks.ts';
import { createPool } from '../jobs/pool.ts';
import { claimRows, forgetClaims } from '../jobs/queue.ts';
import { toProblemError } from '../problems/translate.ts';
import type { AccountStore, TimelineSettings } from '../store/accounts.ts';
import { type Clock, databaseClock, later } from '../store/clock.ts';
import type { Db } from '../store/open.ts';
import type { Tables } from '../store/tables.ts';
import { timelineKinds } from '../store/timeline-kinds.ts';

type Entry = Selectable<Tables['timeline_entries']>;
const valuesSchema = z.object({ order: z.string(), amount: z.string(), currency: z.string() });
const AGAIN_MS = [30_000, 300_000, 1_800_000, 3_600_000] as const;
const MOST_WAIT_MS = 86_400_000;
/** After so many tries nobody wants to read it any more. */
const TRIES = 30;
const KEEP_DAYS = 90;

type Options = {
  db: Db;
  accounts: Pick<AccountStore, 'get'>;
  crmFor: (account: AccountId) => Promise<CrmAdapter>;
  callOf: (account: AccountId) => CrmCall;
  onError: (error: unknown) => void;
  now: () => Date;
  clock?: Clock;
};

/** The entry as people read it, in the account's language. */
export function taskOf(
  { kind, values, record_type, record_id, happened_at }: Entry,
  language: TimelineSettings['language'],
): CrmTask {
  const l = timelineTranslator(language);
  const { order, amount, currency } = valuesSchema.parse(values);
  const money = moneySchema.safeParse({ amount, currency }).data;
  const format = createFormat({ locale: language, timeZone: 'UTC' });
  const known = timelineKinds.find((each) => each === kind) ?? 'order_confirmed';
  const title = l(known, { order, amount: money ? format.money(money) : amount || '–' });
  return {
    title,
    text: l('text'),
    due: happened_at,
    urgent: false,
    owner: null,
    about: { type: recordTypeSchema.parse(record_type), id: record_id },
    done: true,
  };
}

/** Tells the timelines of CRM records what happened in the ERP: a finished task for each event. */
export function createTimeline({ db, accounts, crmFor, callOf, onError, now, clock = databaseClock }: Options) {
  /** One entry that is due, of an account of which none is under way. */
  async function claim(): Promise<Entry | null> {
    const at = clock();
    const under = sql`select o.account from timeline_entries o where o.claim is not null and o.lease_until > ${at}`;
    const and = sql<boolean>`q.account <> all(array(${under}))`;
    return (await claimRows(db, 'timeline_entries', { at, limit: 1, and }))[0] ?? null;
  }
  const change = (entry: Entry, set: object) =>
    db
      .updateTable('timeline_entries')
      .set({ claim: null, lease_until: null, ...set })
      .where('account', '=', entry.account)
      .where('id', '=', entry.id)
      .where('claim', '=', entry.claim)
      .execute();
  async function tell(entry: Entry): Promise<void> {
    const account = accountIdSchema.parse(entry.account);
    const known = await accounts.get(account);
    if (known?.state !== 'connected') return void (await change(entry, { state: 'given_up', problem: null }));
    const crm = await crmFor(account);
    const call = { ...callOf(account), unhurried: true };
    try {
      const task = taskOf(entry, known.settings.automation.timeline.language);
      if (!crm.createTask) throw new CrmError('refused', 'this CRM takes no entries');
      // An answer that was lost may have been one of success.
      const made = entry.tries > 1 ? await crm.findTask?.(task, call) : null;
      const id = made ?? (await crm.createTask(task, call));
      await change(entry, { state: 'told', task: id, problem: null });
    } catch (error) {
      if (!(error instanceof CrmError)) onError(error);
      const passes = error instanceof CrmError && ['busy', 'unreachable'].includes(error.kind);
      const { code } = toProblemError(error);
      if (!passes || entry.tries >= TRIES)
        return void (await change(entry, { state: 'given_up', problem: JSON.stringify({ code }) }));
      const asked = error.retryAfterMs ?? 0;
      const wait = Math.min(Math.max(asked, AGAIN_MS[entry.tries - 1] ?? 3_600_000), MOST_WAIT_MS);
      await change(entry, { due_at: later(clock, wait), problem: JSON.stringify({ code }) });
    }
  }
  const pool = createPool({
    size: 2,
    async claim(free) {
      const claimed: Entry[] = [];
      while (claimed.length < free) {
        const entry = await claim();
        if (!entry) break;
        claimed.push(entry);
      }
      return claimed;
    },
    run: tell,
    onError,
  });
  return {
    draw: pool.draw,
    settled: pool.settled,
    stop: pool.stop,
    forgetClaims: () => forgetClaims(db, ['timeline_entries']),
    /** What the CRM did not take, by reason: for the page. */
    async refused(account: AccountId): Promise<{ code: string; count: number }[]> {
      const { rows } = await sql<{
        code: string;
        count: string;
      }>`select problem ->> 'code' as code, count(*) as count from timeline_entries
        where account = ${account} and state = 'given_up' and problem is not null group by 1`.execute(db);
      return rows.map(({ code, count }) => ({ code, count: Number(count) }));
    },
    /** The entries of an account leave its CRM; nothing else there changes. */
    async removeAll(account: AccountId): Promise<number> {
      const crm = await crmFor(account);
      const rows = await db
        .selectFrom('timeline_entries')
        .select(['id', 'task'])
        .where('account', '=', account)
        .where('task', 'is not', null)
        .execute();
      for (const { id, task } of rows) {
        await crm.removeTask?.(task ?? '', { ...callOf(account), unhurried: true });
        await db
          .updateTable('timeline_entries')
          .set({ task: null, state: 'removed' })
          .where('account', '=', account)
          .where('id', '=', id)
          .execute();
      }
      return rows.length;
    },
    async forgetOld(): Promise<void> {
      await db
        .deleteFrom('timeline_entries')
        .where('happened_at', '<', new Date(now().getTime() - KEEP_DAYS * 86_400_000))
        .where('state', '!=', 'waiting')
        .execute();
    },
  };
}
export type Timeline = ReturnType<typeof createTimeline>;
