import { randomUUID } from 'node:crypto';
import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Trx } from '../../store/open.ts';
import type { Finding } from './evaluate.ts';
import { sendableAt } from './quiet.ts';
import { type AlertSettings, type RuleId, ruleIdSchema, targetsOf } from './settings.ts';

/** How long a fault has to be gone before it counts as solved: one that comes and goes is one alert. */
const CALM_MS = 5 * 60_000;
/** An alert that still stands is told again after this. */
const REMIND_MS = 24 * 3_600_000;

/** One line of a message. It is kept as it was when it was found. */
export const itemSchema = z.object({
  id: z.uuid(),
  news: z.enum(['raised', 'solved', 'still']),
  key: z.string(),
  rule: ruleIdSchema,
  connection: z.string(),
  /** The connection's name at the time. */
  name: z.string(),
  subject: z.string(),
  value: z.string(),
  level: z.enum(['warning', 'critical']),
  since: z.iso.datetime(),
  at: z.iso.datetime(),
});
export type Item = z.infer<typeof itemSchema>;
const openSchema = z.object({
  id: z.string(),
  key: z.string(),
  rule: ruleIdSchema,
  connection: z.string(),
  subject: z.string(),
  value: z.string(),
  level: z.enum(['warning', 'critical']),
  raised_at: z.date(),
  seen_at: z.date(),
  told_at: z.date().nullable(),
});

type Input = {
  account: AccountId;
  bad: readonly Finding[];
  unknown: readonly string[];
  settings: AlertSettings;
  nameOf: (connection: string) => string;
  now: Date;
};
/** Compares what was found with what stands, and queues the messages about the difference. In one transaction. */
export async function settle(trx: Trx, { account, bad, unknown, settings, nameOf, now }: Input): Promise<void> {
  const rows = await trx
    .selectFrom('alerts')
    .selectAll()
    .where('account', '=', account)
    .where('solved_at', 'is', null)
    .execute();
  const open = rows.map((row) => openSchema.parse(row));
  const found = new Map(bad.map((each) => [each.key, each]));
  const items: Item[] = [];
  const item = (
    news: Item['news'],
    alert: {
      id: string;
      key: string;
      rule: RuleId;
      connection: string;
      subject: string;
      value: string;
      level: Item['level'];
    },
    since: Date,
  ) =>
    items.push({ ...alert, news, name: nameOf(alert.connection), since: since.toISOString(), at: now.toISOString() });
  for (const { key, rule, connection, subject, value, level } of bad) {
    if (open.some((each) => each.key === key)) continue;
    const alert = { id: randomUUID(), key, rule, connection, subject, value, level };
    const made = await trx
      .insertInto('alerts')
      .values({ account, ...alert, raised_at: now, seen_at: now, solved_at: null, told_at: now })
      .onConflict((on) => on.columns(['account', 'key']).where('solved_at', 'is', null).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (made) item('raised', alert, now);
  }
  for (const each of open) {
    const { id, key, rule, connection, subject, level, raised_at, told_at } = each;
    const still = found.get(key);
    const of = trx.updateTable('alerts').where('account', '=', account).where('id', '=', id);
    if (still) {
      const remind = now.getTime() - (told_at ?? raised_at).getTime() >= REMIND_MS;
      await of
        .set({ seen_at: now, value: still.value, level: still.level, ...(remind ? { told_at: now } : {}) })
        .execute();
      if (remind)
        item('still', { id, key, rule, connection, subject, value: still.value, level: still.level }, raised_at);
    } else if (!unknown.includes(key) && now.getTime() - each.seen_at.getTime() >= CALM_MS) {
      await of.set({ solved_at: now }).execute();
      item('solved', { id, key, rule, connection, subject, value: each.value, level }, raised_at);
    }
  }
  if (items.length > 0) await queue(trx, { account, settings, items, now });
}

const waitingSchema = z.object({ id: z.string(), items: z.array(itemSchema) });
/** One message for each target. A fault that is solved before its message left is told to nobody. */
async function queue(
  trx: Trx,
  { account, settings, items, now }: { account: AccountId; settings: AlertSettings; items: readonly Item[]; now: Date },
): Promise<void> {
  for (const { channel, target, locale } of targetsOf(settings)) {
    const rows = await trx
      .selectFrom('alert_messages')
      .select(['id', 'items'])
      .where('account', '=', account)
      .where('target', '=', target)
      .where('kind', '=', 'alerts')
      .where('sent_at', 'is', null)
      .where('given_up_at', 'is', null)
      .where((eb) => eb.or([eb('claim', 'is', null), eb('lease_until', '<', now)]))
      .forUpdate()
      .execute();
    const untold = new Set<string>();
    for (const row of rows.map((each) => waitingSchema.parse(each))) {
      const solved = row.items.filter(
        ({ id, news }) => news !== 'solved' && items.some((each) => each.id === id && each.news === 'solved'),
      );
      if (solved.length === 0) continue;
      for (const { id, news } of solved) if (news === 'raised') untold.add(id);
      const left = row.items.filter((each) => !solved.includes(each));
      const of = { account, id: row.id };
      if (left.length === 0)
        await trx.deleteFrom('alert_messages').where('account', '=', of.account).where('id', '=', of.id).execute();
      else
        await trx
          .updateTable('alert_messages')
          .set({ items: JSON.stringify(left) })
          .where('account', '=', of.account)
          .where('id', '=', of.id)
          .execute();
    }
    const told = items.filter(({ id, news }) => news !== 'solved' || !untold.has(id));
    if (told.length > 0)
      await addMessage(trx, {
        account,
        channel,
        target,
        locale,
        kind: 'alerts',
        items: told,
        due: sendableAt(settings.quiet, now),
        now,
      });
  }
}

type Message = {
  account: AccountId;
  channel: 'email' | 'webhook' | 'crm';
  target: string;
  locale: string;
  kind: string;
  items: readonly Item[];
  due: Date;
  now: Date;
};
export async function addMessage(
  trx: Trx,
  { account, channel, target, locale, kind, items, due, now }: Message,
): Promise<string> {
  const id = randomUUID();
  await sql`insert into alert_messages (account, id, channel, target, locale, kind, items, made_at, due_at)
    values (${account}, ${id}, ${channel}, ${target}, ${locale}, ${kind}, ${JSON.stringify(items)}::jsonb, ${now}, ${due})`.execute(
    trx,
  );
  return id;
}
