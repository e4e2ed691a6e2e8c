import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accountIdSchema } from '@backroom/shared';
import { sql } from 'kysely';
import { pino } from 'pino';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Database, databases } from '../../../test/databases.ts';
import { createVault } from '../../access/secrets.ts';
import type { Store } from '../../store/open.ts';
import type { Summary, Waiting } from '../stats-read.ts';
import type { CrmTasks } from './crm-task.ts';
import { openAlerts } from './index.ts';
import { sendableAt } from './quiet.ts';
import { WEBHOOK } from './settings.ts';

const account = accountIdSchema.parse('hubspot:4242');
const vault = createVault([Buffer.alloc(32, 1).toString('base64')]);
const logger = pino({ level: 'silent' });
const origin = 'https://app.backroom.example';
let database: Database;
let store: Store;
/** A real mail server: what it takes is in `mails`; `refuse` is its answer to a recipient. */
let smtp: SMTPServer;
const mails: { to: string; raw: string }[] = [];
const mailServer = { refuse: null as number | null };
/** A real receiver of webhooks. */
let receiver: Server;
const received: { headers: Record<string, unknown>; body: string }[] = [];
const answers = { status: 204 };
let at = Date.parse('2026-11-25T10:00:00Z');
/** What the rules look at. */
const state = {
  calls: 10,
  silent: 0,
  failed: 0,
  attention: 0,
  oldest: null as number | null,
  heardAt: null as number | null,
};

beforeAll(async () => {
  const [first] = databases;
  if (!first) throw new Error('no database is chosen');
  database = await first.start();
  store = await database.open();
  await store.db
    .insertInto('accounts')
    .values({ id: account, crm: 'hubspot', state: 'connected', settings: '{}' })
    .execute();
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address: _ }, _session, done) {
      done(
        mailServer.refuse === null ? null : Object.assign(new Error('refused'), { responseCode: mailServer.refuse }),
      );
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address).join(),
          raw: Buffer.concat(parts).toString(),
        });
        done();
      });
    },
  });
  await new Promise<void>((done) => smtp.listen(0, '127.0.0.1', done));
  receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      response.writeHead(answers.status).end();
    });
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  receiver?.close();
  await new Promise<void>((done) => (smtp ? smtp.close(() => done()) : done()));
  await store?.close();
  await database?.remove();
});
afterEach(async () => {
  Object.assign(state, { calls: 10, silent: 0, failed: 0, attention: 0, oldest: null, heardAt: null });
  mailServer.refuse = null;
  answers.status = 204;
  mails.length = 0;
  received.length = 0;
  for (const table of ['alerting', 'alerts', 'alert_messages'] as const) await store.db.deleteFrom(table).execute();
});

const summary = (): Summary => ({
  connection: 'main',
  subject: 'stock',
  ok_at: null,
  failed_at: null,
  calls: state.calls,
  failed: state.failed,
  silent: state.silent,
  hits: 0,
  misses: 0,
  quota: null,
  buckets: [],
});
const waiting = (): Waiting[] => [
  {
    connection: 'main',
    kind: 'order',
    oldest: state.oldest === null ? null : new Date(state.oldest),
    attention: state.attention,
  },
];
/** A CRM with tasks, whatever its kind: by id, whether they are finished. */
const tasks = new Map<
  string,
  { title: string; text: string; urgent: boolean; owner: string | null; finished: boolean }
>();
let crm: Awaited<ReturnType<CrmTasks>> = null;
const takesTasks: Awaited<ReturnType<CrmTasks>> = {
  async create({ title, text, urgent, owner }) {
    const id = `t${tasks.size + 1}`;
    tasks.set(id, { title, text, urgent, owner, finished: false });
    return id;
  },
  async finish(id) {
    const task = tasks.get(id);
    if (task) task.finished = true;
  },
};
function process() {
  const port = (smtp.server.address() as AddressInfo).port;
  return openAlerts({
    db: store.db,
    clock: () => sql<Date>`${new Date(at)}::timestamptz`,
    vault,
    figures: { summaries: async () => [summary()], series: async () => [], waiting: async () => waiting() },
    connections: async () => [{ id: 'main', name: 'Kessler ERP' }],
    feeds: async () => [{ connection: 'main', heardAt: state.heardAt ?? at }],
    ends: async () => [],
    tasks: async () => crm,
    mail: { url: `smtp://127.0.0.1:${port}`, from: 'Backroom <alerts@backroom.example>' },
    origin,
    logger,
    now: () => new Date(at),
  });
}
type Alerts = ReturnType<typeof process>;
const recipient = (alerts: Alerts, address: string, locale: 'en' | 'de' = 'en') =>
  alerts.settings.change(account, (before) => ({ ...before, recipients: [...before.recipients, { address, locale }] }));
/** Hours pass at once in a test: that nobody evaluated the rules meanwhile is not its subject. */
const withoutGaps = (alerts: Alerts) =>
  alerts.settings.change(account, (before) => ({ ...before, rules: { monitoring_gap: { on: false, limit: 15 } } }));
/** Time passes, and the processes do what is due. */
async function pass(ms: number, ...all: Alerts[]): Promise<void> {
  at += ms;
  await Promise.all(all.map((each) => each.draw()));
  await Promise.all(all.map((each) => each.settled()));
}
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The decoded parts of an e-mail. */
const textOf = (raw: string) =>
  raw
    .replace(/=\r\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString());
const subjectOf = (raw: string) => {
  const line = /^Subject: (.*(?:\r\n .*)*)/m.exec(raw)?.[1] ?? '';
  return line
    .replace(/\?=\r\n =\?/g, '?= =?')
    .replace(/=\?UTF-8\?Q\?(.*?)\?=\s?/gi, (_, text: string) => textOf(text.replaceAll('_', ' ')))
    .replace(/=\?UTF-8\?B\?(.*?)\?=\s?/gi, (_, text: string) => Buffer.from(text, 'base64').toString());
};

test('a fault is told once, in the recipient’s language and with a link, and once more when it is solved', async () => {
  const alerts = process();
  await recipient(alerts, 'pat@example.com');
  await recipient(alerts, 'chef@example.com', 'de');
  await pass(0, alerts);
  expect(mails).toEqual([]);
  state.attention = 2;
  await pass(2 * MINUTE, alerts);
  await pass(2 * MINUTE, alerts);
  await pass(2 * MINUTE, alerts);
  expect(mails.map(({ to }) => to).sort()).toEqual(['chef@example.com', 'pat@example.com']);
  const [english, german] = ['pat@example.com', 'chef@example.com'].map(
    (to) => mails.find((each) => each.to === to)?.raw ?? '',
  );
  expect(subjectOf(english ?? '')).toBe('Backroom: Alert: 2 orders for Kessler ERP need attention');
  expect(subjectOf(german ?? '')).toBe('Backroom: Alarm: 2 Aufträge für Kessler ERP sind zu erledigen');
  for (const raw of [english, german]) {
    expect(textOf(raw ?? '')).toContain(`${origin}/desk/orders?tab=attention`);
    expect(raw).toContain('Content-Type: text/plain');
    expect(raw).toContain('Content-Type: text/html');
    expect(raw).toContain('Auto-Submitted: auto-generated');
  }
  expect(textOf(german ?? '')).toContain('<html lang="de">');
  mails.length = 0;
  state.attention = 0;
  await pass(2 * MINUTE, alerts);
  // A fault that comes back at once was never solved.
  state.attention = 1;
  await pass(2 * MINUTE, alerts);
  state.attention = 0;
  await pass(2 * MINUTE, alerts);
  expect(mails).toEqual([]);
  await pass(4 * MINUTE, alerts);
  expect(mails).toHaveLength(2);
  expect(subjectOf(mails.find(({ to }) => to === 'pat@example.com')?.raw ?? '')).toMatch(/^Backroom: Solved: /);
  expect(await alerts.list(account)).toMatchObject([{ rule: 'needs_attention', solved_at: new Date(at) }]);
});

test('an alert is one task in the CRM: made once, not again by a reminder, finished when it is solved', async () => {
  const alerts = process();
  crm = takesTasks;
  await alerts.settings.change(account, (before) => ({ ...before, crm: { owner: '005xx', locale: 'de' } }));
  await withoutGaps(alerts);
  state.attention = 2;
  await pass(2 * MINUTE, alerts);
  expect([...tasks.values()]).toMatchObject([
    { title: 'Backroom: 2 Aufträge für Kessler ERP sind zu erledigen', owner: '005xx', finished: false },
  ]);
  expect(tasks.get('t1')?.text).toContain(`${origin}/desk/orders?tab=attention`);
  await pass(25 * HOUR, alerts);
  expect(tasks.size).toBe(1);
  state.attention = 0;
  await pass(2 * MINUTE, alerts);
  await pass(6 * MINUTE, alerts);
  expect(tasks.get('t1')?.finished).toBe(true);
  expect(tasks.size).toBe(1);
  crm = null;
});

test('a CRM that takes no tasks is named, and the message waits', async () => {
  const alerts = process();
  await alerts.settings.change(account, (before) => ({ ...before, crm: { owner: null, locale: 'en' } }));
  const id = await alerts.sendTest(account, 'crm');
  expect(await alerts.messages.get(account, id ?? '')).toMatchObject({ sent_at: null, problem: 'CRM no_tasks' });
  expect((await alerts.settings.read(account)).settings.tested).toEqual({});
});

test('a fault that stands is told again after a day', async () => {
  const alerts = process();
  await recipient(alerts, 'pat@example.com');
  await withoutGaps(alerts);
  state.attention = 1;
  await pass(2 * MINUTE, alerts);
  for (let hours = 0; hours < 25; hours += 5) await pass(5 * HOUR, alerts);
  expect(mails.map(({ raw }) => subjectOf(raw).split(': ')[1])).toEqual(['Alert', 'Still open']);
});

test('two processes send each message once', async () => {
  const [one, other] = [process(), process()];
  await recipient(one, 'pat@example.com');
  state.attention = 1;
  await pass(2 * MINUTE, one, other);
  for (let round = 0; round < 5; round += 1) await pass(2 * MINUTE, one, other);
  expect(mails).toHaveLength(1);
});

test('a mail server that is down or refuses loses nothing: the page names the reason, and the message arrives later', async () => {
  const alerts = process();
  await recipient(alerts, 'pat@example.com');
  mailServer.refuse = 451;
  state.attention = 1;
  await pass(2 * MINUTE, alerts);
  expect(await alerts.messages.undelivered(account, 10)).toMatchObject([
    { target: 'pat@example.com', tries: 1, problem: 'EENVELOPE 451' },
  ]);
  // Not before its pause is over.
  await pass(10_000, alerts);
  expect(await alerts.messages.undelivered(account, 10)).toMatchObject([{ tries: 1 }]);
  await pass(MINUTE, alerts);
  expect(await alerts.messages.undelivered(account, 10)).toMatchObject([{ tries: 2 }]);
  mailServer.refuse = null;
  await pass(5 * MINUTE, alerts);
  expect(mails).toHaveLength(1);
  expect(await alerts.messages.undelivered(account, 10)).toEqual([]);
});
test('a message is given up after three days, and stays on the page', async () => {
  const alerts = process();
  await recipient(alerts, 'pat@example.com');
  await withoutGaps(alerts);
  mailServer.refuse = 550;
  state.attention = 1;
  await pass(2 * MINUTE, alerts);
  for (let hours = 0; hours < 84; hours += 12) await pass(12 * HOUR, alerts);
  const [oldest] = (await alerts.messages.undelivered(account, 100)).slice(-1);
  expect(oldest).toMatchObject({ given_up_at: expect.any(Date), problem: 'EENVELOPE 550' });
});

test('in quiet hours messages wait, and what is solved by then is told to nobody', async () => {
  const alerts = process();
  await recipient(alerts, 'pat@example.com');
  await withoutGaps(alerts);
  at = Date.parse('2026-11-25T21:30:00Z');
  await alerts.settings.change(account, (before) => ({
    ...before,
    quiet: { from: '22:00', to: '06:00', timeZone: 'Europe/Berlin' },
  }));
  await pass(0, alerts);
  state.attention = 1;
  await pass(2 * MINUTE, alerts);
  state.attention = 0;
  await pass(6 * MINUTE, alerts);
  state.oldest = at - HOUR;
  await pass(2 * MINUTE, alerts);
  expect(mails).toEqual([]);
  while (at < Date.parse('2026-11-26T05:01:00Z')) await pass(HOUR, alerts);
  expect(mails).toHaveLength(1);
  expect(subjectOf(mails[0]?.raw ?? '')).toContain('The oldest order for Kessler ERP has waited');
});
test('quiet hours may cross midnight and follow the clock of their zone', () => {
  const quiet = { from: '22:00', to: '06:00', timeZone: 'Europe/Berlin' };
  const end = (now: string) => sendableAt(quiet, new Date(now)).toISOString();
  expect(end('2026-11-25T20:59:00Z')).toBe('2026-11-25T20:59:00.000Z');
  expect(end('2026-11-25T21:00:00Z')).toBe('2026-11-26T05:00:00.000Z');
  expect(end('2026-11-26T04:59:00Z')).toBe('2026-11-26T05:00:00.000Z');
  expect(end('2026-11-26T05:00:00Z')).toBe('2026-11-26T05:00:00.000Z');
  // The night in which the clock goes forward.
  expect(end('2026-03-28T21:30:00Z')).toBe('2026-03-29T04:00:00.000Z');
  expect(sendableAt({ ...quiet, from: '12:00', to: '13:00' }, new Date('2026-11-25T11:30:00Z')).toISOString()).toBe(
    '2026-11-25T12:00:00.000Z',
  );
});

test('a webhook is signed with time and secret, says what stands, and is repeated until the receiver takes it', async () => {
  const alerts = process();
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  await alerts.settings.change(account, (before) => ({ ...before, webhook: url }));
  const secret = await alerts.renewSecret(account);
  answers.status = 500;
  Object.assign(state, { calls: 5, silent: 5, failed: 5 });
  await pass(2 * MINUTE, alerts);
  expect(await alerts.messages.undelivered(account, 10)).toMatchObject([{ target: WEBHOOK, problem: 'HTTP 500' }]);
  answers.status = 204;
  await pass(2 * MINUTE, alerts);
  expect(received).toHaveLength(2);
  const { headers, body } = received[1] ?? { headers: {}, body: '' };
  const [, seconds, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['backroom-signature'])) ?? [];
  expect(Number(seconds) * 1000).toBe(Math.floor(at / 1000) * 1000);
  expect(signature).toBe(createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'));
  expect(JSON.parse(body)).toMatchObject({
    version: 1,
    account,
    kind: 'alerts',
    alerts: [
      {
        rule: 'erp_unreachable',
        news: 'raised',
        level: 'critical',
        connection: 'main',
        url: `${origin}/desk/connections/main`,
      },
    ],
  });
  // A flow that fails because its ERP is down is not a second alert.
  expect(JSON.parse(body).alerts).toHaveLength(1);
});

test('a test message tells how it went, and marks its target as tested', async () => {
  const alerts = process();
  await recipient(alerts, 'pat@example.com');
  expect(await alerts.targets(account)).toEqual({ count: 1, untested: 1 });
  mailServer.refuse = 550;
  const failed = await alerts.sendTest(account, 'pat@example.com');
  expect(await alerts.messages.get(account, failed ?? '')).toMatchObject({ sent_at: null, problem: 'EENVELOPE 550' });
  mailServer.refuse = null;
  const sent = await alerts.sendTest(account, 'pat@example.com');
  expect(await alerts.messages.get(account, sent ?? '')).toMatchObject({ sent_at: new Date(at) });
  expect(await alerts.targets(account)).toEqual({ count: 1, untested: 0 });
  expect(await alerts.sendTest(account, 'nobody@example.com')).toBeNull();
});

test('silence is an alert: of the ERP’s changes, and of the evaluation itself', async () => {
  const alerts = process();
  await recipient(alerts, 'pat@example.com');
  await pass(0, alerts);
  state.heardAt = at;
  for (let round = 0; round < 8; round += 1) await pass(2 * MINUTE, alerts);
  expect(mails.map(({ raw }) => subjectOf(raw))).toEqual([
    'Backroom: Alert: No changes read from Kessler ERP for 16 minutes',
  ]);
  state.heardAt = null;
  await pass(6 * MINUTE, alerts);
  mails.length = 0;
  await pass(3 * HOUR, alerts);
  expect(mails.map(({ raw }) => subjectOf(raw))).toEqual(['Backroom: Alert: Alerts were not checked for 180 minutes']);
});

test('a rule that is off, and a value below its limit, are told to nobody', async () => {
  const alerts = process();
  await recipient(alerts, 'pat@example.com');
  await alerts.settings.change(account, (before) => ({
    ...before,
    rules: { needs_attention: { on: true, limit: 3 }, order_waiting: { on: false, limit: 1 } },
  }));
  Object.assign(state, { attention: 2, oldest: at - 5 * HOUR, failed: 4 });
  for (let round = 0; round < 3; round += 1) await pass(2 * MINUTE, alerts);
  expect(mails).toEqual([]);
  Object.assign(state, { attention: 3, failed: 5 });
  await pass(2 * MINUTE, alerts);
  expect(mails).toHaveLength(1);
  // Both in one message.
  expect(subjectOf(mails[0]?.raw ?? '')).toBe('Backroom: 2 updates');
});
