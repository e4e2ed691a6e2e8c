import type { Preview } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMailServer } from '../../backend/test/mail-server.ts';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';

const DEAL = '5001';
let world: SecurityWorld;
let pat: string;
let smtp: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  smtp = await startMailServer();
  world = await openSecurityWorld({
    crmCalls: 10_000,
    env: { SMTP_URL: smtp.url, SMTP_FROM: 'backroom@example.com' },
  });
  pat = await world.signIn();
  const page = await (await world.desk('/policies', pat)).text();
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
  const people = 'kim@example.com\nlee@example.com\npat@example.com';
  const form = { version, orderAmount: '1', currency: 'EUR', role: 'Sales management', people };
  expect((await world.desk('/policies/main', pat, form)).status).toBe(303);
});
afterAll(async () => {
  await world.close();
  await smtp.close();
});

async function preview(): Promise<Preview> {
  const { data, code } = await world.ask(`/v1/records/deal/${DEAL}/preview`, { method: 'POST', body: {} });
  if (code) throw new Error(code);
  return data as Preview;
}
/** Asks for the approval of the deal as it stands; the links of the mails by their recipients. */
async function asked(): Promise<Record<string, string>> {
  smtp.mails.length = 0;
  const { revision, checks } = await preview();
  const acceptedWarnings = [...new Set(checks.filter(({ level }) => level === 'warn').map(({ code }) => code))];
  const body = { dealId: DEAL, revision, acceptedWarnings, idempotencyKey: crypto.randomUUID() };
  expect((await world.ask('/v1/orders', { method: 'POST', body })).code).toBe('approval_waiting');
  await world.backend.alerts.draw();
  await expect.poll(() => smtp.mails.length, { timeout: 20_000 }).toBe(2);
  return Object.fromEntries(smtp.mails.map(({ to, text }) => [to, /\/desk(\/approve\/[\w.-]+)/.exec(text)?.[1] ?? '']));
}
const open = async (path: string) => {
  const answer = await world.desk(path, '');
  return { status: answer.status, text: await answer.text() };
};
const decide = async (path: string, form: Record<string, string>) => {
  const answer = await world.desk(path, '', form);
  return { status: answer.status, text: await answer.text() };
};
const state = async () => (await preview()).approval?.state;
function changeQuote(): void {
  const [line] = world.crm.all('line_items');
  if (line) world.crm.put('line_items', line.id, { quantity: String(Number(line.properties.quantity) + 1) });
}

test('the others are mailed a link; opening it shows the deal and decides nothing', async () => {
  const links = await asked();
  expect(Object.keys(links).sort()).toEqual(['kim@example.com', 'lee@example.com']);
  expect(smtp.mails[0]?.text).toContain('Pump line upgrade');
  const link = links['kim@example.com'] ?? '';
  for (let times = 0; times < 3; times += 1) {
    const page = await open(link);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<form');
    // Neither navigation nor anything else of the desk.
    expect(page.text).not.toContain('href="/desk/orders"');
  }
  expect(await state()).toBe('waiting');
  // Whichever way, with a reason.
  expect((await decide(link, { verdict: 'approved', reason: ' ' })).status).toBe(422);
  expect(await state()).toBe('waiting');
  const done = await decide(link, { verdict: 'approved', reason: 'Known customer' });
  expect(done.status).toBe(200);
  expect((await preview()).approval).toMatchObject({
    state: 'approved',
    by: 'kim@example.com',
    reason: 'Known customer',
  });
  // Used up; and the other's link comes too late.
  expect((await open(link)).status).toBe(410);
  expect((await decide(links['lee@example.com'] ?? '', { verdict: 'rejected', reason: 'No' })).status).toBe(409);
  const rows = await world.store.db
    .selectFrom('audit_log')
    .selectAll()
    .where('event', '=', 'approval_granted')
    .execute();
  expect(rows.map(({ actor }) => actor)).toEqual(['kim@example.com']);
});

test('a changed quote, a forged or old link, and somebody who may no longer decide', async () => {
  changeQuote();
  const links = await asked();
  const link = links['lee@example.com'] ?? '';
  const forged = `${link.slice(0, -4)}AAAA`;
  expect((await open(forged)).status).toBe(410);
  expect((await decide(forged, { verdict: 'approved', reason: 'x' })).status).toBe(410);
  // Another site's page posts the form.
  const cross = await fetch(`${world.backendUrl}/desk${link}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
    body: 'verdict=approved&reason=x',
  });
  expect(cross.status).toBe(403);
  expect(await state()).toBe('waiting');
  changeQuote();
  expect((await decide(link, { verdict: 'approved', reason: 'Known' })).status).toBe(409);
  expect(await state()).toBe('needed');
  const next = (await asked())['lee@example.com'] ?? '';
  const page = await (await world.desk('/policies', pat)).text();
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
  const form = { version, orderAmount: '1', currency: 'EUR', role: 'Sales management', people: 'kim@example.com' };
  await world.desk('/policies/main', pat, form);
  expect((await decide(next, { verdict: 'approved', reason: 'Known' })).status).toBe(403);
  expect(await state()).toBe('waiting');
});
