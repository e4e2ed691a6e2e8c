import { randomBytes } from 'node:crypto';
import type { AccountId } from '@backroom/shared';
import { accountIdSchema } from '@backroom/shared';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Vault } from '../../access/secrets.ts';
import { createPool } from '../../jobs/pool.ts';
import { type Clock, plus } from '../../store/clock.ts';
import type { Db } from '../../store/open.ts';
import type { Logger } from '../log.ts';
import type { FlowFigures } from '../stats-read.ts';
import type { ApprovalLetter } from './approval-letter.ts';
import { addMessage, settle } from './check.ts';
import { type CrmTasks, crmProblem, crmTasks } from './crm-task.ts';
import { evaluate, type World } from './evaluate.ts';
import { type MailSettings, mailer, mailProblem } from './mail.ts';
import { approvalOf, type Message, outbox } from './outbox.ts';
import { alertSettings, ruleIdSchema, ruleOf, targetsOf } from './settings.ts';
import { sendWebhook, webhookProblem } from './webhook.ts';

/** Interval at which an account's rules are evaluated, and accounts that one process evaluates at once. */
const CHECK_MS = 60_000;
const ACCOUNTS_A_DRAW = 20;
const RECENT_MS = 15 * 60_000;
/** Messages that one process sends at once. */
const AT_ONCE = 4;

const alertSchema = z.object({
  id: z.string(),
  rule: ruleIdSchema,
  connection: z.string(),
  subject: z.string(),
  value: z.string(),
  level: z.enum(['warning', 'critical']),
  raised_at: z.date(),
  solved_at: z.date().nullable(),
});
export type Alert = z.infer<typeof alertSchema>;

export type AlertParts = {
  db: Db;
  clock: Clock;
  vault: Vault;
  figures: FlowFigures;
  connections: (account: AccountId) => Promise<readonly { id: string; name: string }[]>;
  feeds: (account: AccountId) => Promise<readonly { connection: string; heardAt: number }[]>;
  /** Certificates of the account whose end is known. */
  ends: (account: AccountId) => Promise<World['ends']>;
  /** Tasks in the account's CRM. */
  tasks: CrmTasks;
  /** Null where the operator has set up no mail server. */
  mail: MailSettings | null;
  /** Absent: no order needs an approval here. */
  approvalLetter?: ApprovalLetter;
  origin: string;
  logger: Pick<Logger, 'warn' | 'error'>;
  now: () => Date;
};

/** Alerts: rules over the figures, what stands, and the messages about it. Any number of processes; each account is checked and each message sent by one. */
export function openAlerts(parts: AlertParts) {
  const { db, clock, vault, figures, mail, origin, logger, now } = parts;
  const settings = alertSettings(db, vault);
  const messages = outbox(db, clock);
  const zoneOf = async ({ account }: Message) => (await settings.read(account)).settings.quiet?.timeZone ?? 'UTC';
  const sendTasks = crmTasks(db, parts.tasks);
  const sendMail = mail && mailer(mail, { origin, zoneOf, approvalLetter: parts.approvalLetter ?? (async () => null) });

  async function worldOf(account: AccountId): Promise<{ world: World; nameOf: (id: string) => string }> {
    const at = now().getTime();
    const { settings: wanted, checkedAt } = await settings.read(account);
    const reachedFrom = at - ruleOf(wanted, 'erp_unreachable').limit * 60_000;
    const [connections, recent, reached, waiting, feeds, ends] = await Promise.all([
      parts.connections(account),
      figures.summaries(account, 'minute', at - RECENT_MS),
      figures.summaries(account, 'minute', reachedFrom),
      figures.waiting(account),
      parts.feeds(account),
      parts.ends(account),
    ]);
    const names = new Map(connections.map(({ id, name }) => [id, name]));
    const world = {
      now: at,
      connections,
      recent,
      reached,
      waiting,
      feeds,
      ends,
      checkedAt: checkedAt?.getTime() ?? null,
    };
    return { world, nameOf: (id) => names.get(id) ?? '' };
  }
  async function check(account: AccountId): Promise<void> {
    const { world, nameOf } = await worldOf(account);
    await db.transaction().execute(async (trx) => {
      const { settings: wanted } = await alertSettings(trx as Db, vault).read(account);
      const verdict = evaluate(world, wanted);
      await settle(trx, { account, ...verdict, settings: wanted, nameOf, now: now() });
      await trx.updateTable('alerting').set({ checked_at: now() }).where('account', '=', account).execute();
    });
  }
  /** Takes accounts whose turn it is; another process passes over them. */
  async function takeAccounts(): Promise<AccountId[]> {
    const { rows } = await sql<{
      account: string;
    }>`with due as materialized (select a.account from alerting a join accounts on accounts.id = a.account
        where a.due_at <= ${clock()} and accounts.state = 'connected' order by a.due_at limit ${ACCOUNTS_A_DRAW} for update of a skip locked)
      update alerting set due_at = ${plus(clock(), CHECK_MS)} from due where alerting.account = due.account returning alerting.account`.execute(
      db,
    );
    return rows.map(({ account }) => accountIdSchema.parse(account));
  }
  async function deliver(message: Message): Promise<void> {
    const { account, channel, target, kind } = message;
    const { settings: wanted } = await settings.read(account);
    if (approvalOf(kind) === null && !targetsOf(wanted).some((each) => each.target === target)) {
      await messages.drop(account, target);
      return;
    }
    try {
      if (channel === 'email') {
        if (!sendMail) throw Object.assign(new Error('no mail server'), { code: 'NO_MAIL_SERVER' });
        await sendMail(message);
      } else if (channel === 'crm') {
        const timeZone = wanted.quiet?.timeZone ?? 'UTC';
        await sendTasks(message, { origin, timeZone, owner: wanted.crm?.owner ?? null, now: now() });
      } else {
        await sendWebhook(message, {
          url: wanted.webhook ?? '',
          secret: (await settings.secret(account)) ?? '',
          origin,
          now: now(),
        });
      }
    } catch (error) {
      const problem = { email: mailProblem, webhook: webhookProblem, crm: crmProblem }[channel](error);
      logger.warn({ account, channel, problem }, 'alert not sent');
      await messages.failed(message, problem);
      return;
    }
    await messages.sent(message);
    if (kind !== 'test') return;
    await settings.change(account, (before) => ({
      ...before,
      tested: { ...before.tested, [target]: now().toISOString() },
    }));
  }
  const pool = createPool({
    size: AT_ONCE,
    claim: messages.claim,
    run: deliver,
    onError: (error) => logger.error({ err: error }, 'alerts'),
  });
  return {
    settings,
    messages,
    /** How many targets there are, and how many of them no test message has reached. */
    async targets(account: AccountId): Promise<{ count: number; untested: number }> {
      const { settings: wanted } = await settings.read(account);
      const targets = targetsOf(wanted);
      return { count: targets.length, untested: targets.filter(({ target }) => !wanted.tested[target]).length };
    },
    hasMail: mail !== null,
    /** Evaluates what is due and sends what waits. Only workers call it. */
    async draw(): Promise<void> {
      for (const account of await takeAccounts())
        await check(account).catch((error: unknown) => logger.error({ err: error, account }, 'alerts'));
      await pool.draw();
    },
    /** For tests: when nothing is being sent. */
    settled: pool.settled,
    check,
    /** Sends a test message to one target; the id tells how it went. Null for a target that is none. */
    async sendTest(account: AccountId, target: string): Promise<string | null> {
      const { settings: wanted } = await settings.read(account);
      const found = targetsOf(wanted).find((each) => each.target === target);
      if (!found) return null;
      const id = await addMessage(db, { account, ...found, kind: 'test', items: [], due: now(), now: now() });
      await pool.draw();
      await pool.settled();
      return id;
    },
    /** A new secret for the webhook; the old one is worth nothing from then on. It is returned once. */
    async renewSecret(account: AccountId): Promise<string> {
      const secret = `whsec_${randomBytes(24).toString('base64url')}`;
      await settings.setSecret(account, secret);
      return secret;
    },
    /** What stands, and what was solved in the last week. */
    async list(account: AccountId): Promise<Alert[]> {
      const rows = await db
        .selectFrom('alerts')
        .select(['id', 'rule', 'connection', 'subject', 'value', 'level', 'raised_at', 'solved_at'])
        .where('account', '=', account)
        .where((eb) =>
          eb.or([eb('solved_at', 'is', null), eb('solved_at', '>', new Date(now().getTime() - 7 * 86_400_000))]),
        )
        .orderBy('raised_at', 'desc')
        .limit(100)
        .execute();
      return rows.map((row) => alertSchema.parse(row));
    },
    forgetOld: () => messages.forgetOld(now()),
    stop: pool.stop,
  };
}
export type Alerts = ReturnType<typeof openAlerts>;
