import type { AccountId } from '@backroom/shared';
import { type Locale, locales } from '@backroom/shared/messages/locale';
import { sql } from 'kysely';
import { z } from 'zod';
import { claimRows } from '../../jobs/queue.ts';
import { type Clock, plus } from '../../store/clock.ts';
import type { Db } from '../../store/open.ts';
import { itemSchema } from './check.ts';

/** Pauses after failed attempts. The last one repeats until the message is given up. */
const PAUSES_MS = [30_000, 60_000, 2 * 60_000, 5 * 60_000, 10 * 60_000, 30 * 60_000, 3_600_000];
const GIVE_UP_MS = 3 * 86_400_000;
/** Retention of sent messages and solved alerts. */
const KEPT_MS = 30 * 86_400_000;

/** Of an approval the kind names the request; what the mail says is read when it is sent. */
const kindSchema = z.union([z.enum(['alerts', 'test']), z.templateLiteral(['approval:', z.uuid()])]);
export type MessageKind = z.infer<typeof kindSchema>;
export const approvalKind = (id: string): MessageKind => kindSchema.parse(`approval:${id}`);
export const approvalOf = (kind: MessageKind): string | null => (kind.startsWith('approval:') ? kind.slice(9) : null);

const messageSchema = z.object({
  account: z.string().transform((account) => account as AccountId),
  id: z.string(),
  channel: z.enum(['email', 'webhook', 'crm']),
  target: z.string(),
  locale: z.enum(locales).catch('en'),
  kind: kindSchema,
  items: z.array(itemSchema),
  made_at: z.date(),
  due_at: z.date(),
  tries: z.number(),
  claim: z.string().nullable(),
  sent_at: z.date().nullable(),
  given_up_at: z.date().nullable(),
  problem: z.string().nullable(),
});
export type Message = z.infer<typeof messageSchema> & { locale: Locale };

/** Messages that wait to be sent. A row is its own job: one process sends it, under a lease by the database's clock. */
export function outbox(db: Db, clock: Clock) {
  return {
    async claim(limit: number): Promise<Message[]> {
      const rows = await claimRows(db, 'alert_messages', { at: clock(), limit });
      return rows.map((row) => messageSchema.parse(row));
    },
    async sent({ account, id, claim }: Message): Promise<void> {
      await sql`update alert_messages set sent_at = ${clock()}, claim = null, lease_until = null, problem = null
        where account = ${account} and id = ${id} and claim = ${claim}`.execute(db);
    },
    async failed({ account, id, claim, tries }: Message, problem: string): Promise<void> {
      const pause = PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)] ?? 3_600_000;
      await sql`update alert_messages set tries = tries + 1, claim = null, lease_until = null, problem = ${problem}, due_at = ${plus(clock(), pause)},
          given_up_at = case when made_at < ${plus(clock(), -GIVE_UP_MS)} then ${clock()} end
        where account = ${account} and id = ${id} and claim = ${claim}`.execute(db);
    },
    /** Messages that did not arrive, for the page: those that are tried again, and those that were given up. */
    async undelivered(account: AccountId, limit: number): Promise<Message[]> {
      const rows = await db
        .selectFrom('alert_messages')
        .selectAll()
        .where('account', '=', account)
        .where('sent_at', 'is', null)
        .where('tries', '>', 0)
        .orderBy('made_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => messageSchema.parse(row));
    },
    async get(account: AccountId, id: string): Promise<Message | null> {
      const row = await db
        .selectFrom('alert_messages')
        .selectAll()
        .where('account', '=', account)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? messageSchema.parse(row) : null;
    },
    /** Messages to a target that was removed. */
    async drop(account: AccountId, target: string): Promise<void> {
      await db
        .deleteFrom('alert_messages')
        .where('account', '=', account)
        .where('target', '=', target)
        .where('sent_at', 'is', null)
        .execute();
    },
    async forgetOld(now: Date): Promise<void> {
      const before = new Date(now.getTime() - KEPT_MS);
      await sql`delete from alert_messages where made_at < ${before}::timestamptz`.execute(db);
      await sql`delete from alerts where solved_at < ${before}::timestamptz`.execute(db);
    },
  };
}
export type Outbox = ReturnType<typeof outbox>;
