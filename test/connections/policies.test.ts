import type { Preview, Submission } from '@backroom/shared';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';

/** Pat sells, Kim approves; both may open the order desk. */
const DEAL = '5001';
let world: SecurityWorld;
let pat: string;
let kim: string;
beforeAll(async () => {
  world = await openSecurityWorld({ crmCalls: 10_000 });
  pat = await world.signIn();
  await world.backend.people.appoint(account(), '8', 'kim@example.com', 'test');
  kim = await world.signIn({ userId: '8', userEmail: 'kim@example.com' });
});
afterAll(() => world.close());
beforeEach(async () => {
  expect((await save({})).status).toBe(303);
});
const account = () => 'hubspot:4242' as Parameters<SecurityWorld['backend']['accounts']['get']>[0];

async function get(path: string, by = pat): Promise<string> {
  return (await world.desk(path, by)).text();
}
async function post(path: string, form: Record<string, string>, by = pat) {
  const answer = await world.desk(path, by, form);
  return { status: answer.status, text: await answer.text() };
}
const versionIn = (text: string) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
const save = async (policies: Record<string, string>, version?: string) =>
  post('/policies/main', { version: version ?? versionIn(await get('/policies')), ...policies });
async function preview(): Promise<Preview> {
  const { data, code } = await world.ask(`/v1/records/deal/${DEAL}/preview`, { method: 'POST', body: {} });
  if (code) throw new Error(code);
  return data as Preview;
}
async function convert() {
  const { revision, checks } = await preview();
  const acceptedWarnings = [...new Set(checks.filter(({ level }) => level === 'warn').map(({ code }) => code))];
  const body = { dealId: DEAL, revision, acceptedWarnings, idempotencyKey: crypto.randomUUID() };
  return world.ask('/v1/orders', { method: 'POST', body });
}
const waiting = async () =>
  [...(await get('/approvals', kim)).matchAll(/href="\/desk(\/approvals\/[\w-]{36})"/g)].map(([, path]) => path ?? '');
const amount = { orderAmount: '1', currency: 'EUR', role: 'Sales management' };
const lines = () => world.crm.all('line_items');
/** Another quantity is another quote. */
function changeQuote(): void {
  const [line] = lines();
  if (!line) throw new Error('no line');
  world.crm.put('line_items', line.id, { quantity: String(Number(line.properties.quantity) + 1) });
}

test('limits and levels act on the next preview; some are never lowered', async () => {
  const plain = await preview();
  expect(plain.approval).toBeUndefined();
  await save({ ...amount, 'level-amount_limit': 'warn' });
  expect((await preview()).checks).toContainEqual(expect.objectContaining({ code: 'amount_limit', level: 'warn' }));
  await save({ ...amount, 'level-amount_limit': 'block' });
  const blocked = await preview();
  expect(blocked.canConvert).toBe(false);
  expect((await convert()).code).toBe('preview_blocked');
  // Below what is safe: the lowest safe level counts.
  await save({ ...amount, 'level-amount_limit': 'info' });
  expect((await preview()).checks).toContainEqual(expect.objectContaining({ code: 'amount_limit', level: 'warn' }));
  // A limit in another currency cannot be judged, and counts as passed.
  await save({ orderAmount: '999999999', currency: 'USD', 'level-amount_limit': 'block' });
  expect((await preview()).checks.map(({ code }) => code)).toContain('amount_limit');
  await save({ orderAmount: '999999999', currency: 'EUR' });
  expect((await preview()).checks.map(({ code }) => code)).not.toContain('amount_limit');
  const page = await get('/policies');
  expect(page).toContain('What always blocks');
  expect(page).not.toContain('name="level-unknown_product"');
});

test('what cannot be read stays in the form, and two admins do not overwrite each other', async () => {
  const wrong = await save({ orderAmount: 'much', discountPercent: '-3', currency: 'EUR', people: 'nobody' });
  expect(wrong.status).toBe(422);
  for (const value of ['value="much"', 'value="-3"', '>nobody</textarea>']) expect(wrong.text).toContain(value);
  const version = versionIn(await get('/policies'));
  await save({ role: 'First' });
  const late = await save({ role: 'Second' }, version);
  expect([late.status, late.text.includes('value="Second"')]).toEqual([409, true]);
  expect(await get('/policies')).toContain('value="First"');
});

test('an order beyond a limit asks for approval once, waits for the role, and is sent after it', async () => {
  await save({ ...amount, people: 'kim@example.com' });
  const asks = await preview();
  expect(asks).toMatchObject({ canConvert: true, approval: { state: 'needed', role: 'Sales management' } });
  expect((await convert()).code).toBe('approval_waiting');
  // Pressed again: the same request.
  expect((await convert()).code).toBe('approval_waiting');
  const waits = await preview();
  expect(waits).toMatchObject({ canConvert: false, approval: { state: 'waiting', role: 'Sales management' } });
  const [path, ...others] = await waiting();
  if (!path) throw new Error('nothing waits');
  expect(others).toEqual([]);
  // Nobody approves what they asked for, and a reason is needed to reject.
  expect((await post(path, { verdict: 'approved' }, pat)).status).toBe(403);
  expect((await post(path, { verdict: 'rejected', reason: ' ' }, kim)).status).toBe(422);
  expect((await post(path, { verdict: 'rejected', reason: 'Ask for prepayment first' }, kim)).status).toBe(303);
  expect((await preview()).approval).toEqual({
    state: 'rejected',
    role: 'Sales management',
    by: 'kim@example.com',
    reason: 'Ask for prepayment first',
  });
  expect((await post(path, { verdict: 'approved' }, kim)).status).toBe(409);
});

test('a changed quote voids the request; the new one is approved, converted and written to the audit log', async () => {
  await save(amount);
  changeQuote();
  expect((await convert()).code).toBe('approval_waiting');
  const [old] = await waiting();
  changeQuote();
  const stale = await post(old ?? '', { verdict: 'approved' }, kim);
  expect([stale.status, stale.text.includes('changed since')]).toEqual([409, true]);
  expect((await preview()).approval?.state).toBe('needed');
  expect((await convert()).code).toBe('approval_waiting');
  const [path] = await waiting();
  expect((await post(path ?? '', { verdict: 'approved', reason: 'Known customer' }, kim)).status).toBe(303);
  const approved = await preview();
  expect(approved).toMatchObject({ canConvert: true, approval: { state: 'approved', by: 'kim@example.com' } });
  expect(approved.checks).toContainEqual(
    expect.objectContaining({ code: 'amount_limit', level: 'info', approval: 'granted' }),
  );
  const { code, data } = await convert();
  expect(code, JSON.stringify(data)).toBeUndefined();
  await expect
    .poll(async () => ((await world.ask(`/v1/submissions/${(data as Submission).id}`)).data as Submission).state, {
      timeout: 30_000,
    })
    .toBe('confirmed');
  const log = await get('/access', kim);
  for (const words of ['Approval requested', 'Order rejected', 'Order approved']) expect(log).toContain(words);
});
