import type { Preview, Submission } from '@backroom/shared';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type App, line, openApp } from '../support/app.ts';

let app: App;
let nth = 0;
let deal: string;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  app = await openApp();
  await app.link('C-1001');
});
afterAll(async () => {
  await app.close();
  vi.useRealTimers();
});
beforeEach(() => {
  nth += 1;
  deal = `reads-${nth}`;
  put('3');
});
const put = (quantity: string) => app.deal(deal, 'C-1001', [line('BRG-004', quantity, '12.50')]);

async function counts(): Promise<Record<string, number>> {
  return ((await (await fetch(`${app.erp.url}/stats`)).json()) as { calls: Record<string, number> }).calls;
}
/** Operations that the ERP was asked for meanwhile. What the engine does after the acknowledgement is not counted. */
async function askedDuring(work: () => Promise<unknown>): Promise<string[]> {
  const before = await counts();
  await work();
  const after = await counts();
  return Object.keys(after)
    .filter((name) => (after[name] ?? 0) > (before[name] ?? 0))
    .filter((name) => !['orders.create', 'orders.findByReference', 'orders.confirm'].includes(name))
    .sort();
}
async function convert({ revision, checks }: Preview): Promise<Submission> {
  const acceptedWarnings = [...new Set(checks.filter(({ level }) => level === 'warn').map(({ code }) => code))];
  const body = { dealId: deal, revision, acceptedWarnings, idempotencyKey: crypto.randomUUID() };
  return app.good<Submission>('/v1/orders', { method: 'POST', body, at: Date.now() });
}
const preview = () =>
  app.good<Preview>(`/v1/records/deal/${deal}/preview`, { method: 'POST', body: {}, at: Date.now() });
const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

test('what the preview has read within a minute is not read again', async () => {
  const shown = await preview();
  later(55);
  expect(await askedDuring(() => convert(shown))).toEqual([]);
});
test('after a minute all of it is', async () => {
  const shown = await preview();
  later(61);
  expect(await askedDuring(() => convert(shown))).toEqual(
    expect.arrayContaining(['customers.get', 'orders.simulate', 'orders.list', 'stock.availability']),
  );
});
test('what became due since is read again, and nothing else', async () => {
  const shown = await preview();
  later(1);
  await app.backend.services.figures.invalidate(app.account, ['customer|cust-1001']);
  expect(await askedDuring(() => convert(shown))).toEqual(['customers.get']);
});
test('a preview of another revision counts for nothing', async () => {
  await preview();
  later(1);
  put('4');
  const shown = await preview();
  put('3');
  later(1);
  const { code } = await app
    .ask<Submission>('/v1/orders', {
      method: 'POST',
      body: { dealId: deal, revision: shown.revision, acceptedWarnings: [], idempotencyKey: crypto.randomUUID() },
      at: Date.now(),
    })
    .then((answer) => (answer.ok ? { code: null } : answer.problem));
  expect(code).toBe('quote_changed');
});
test('a preview reads the ERP itself, however fresh the figures are', async () => {
  await preview();
  later(1);
  expect(await askedDuring(preview)).toEqual(expect.arrayContaining(['customers.get', 'orders.simulate']));
});
test('what was read before the preview does not count for the conversion, though a page may show it', async () => {
  await app.panels(`deal/${deal}`, 'customer', 'credit');
  later(1);
  const shown = await preview();
  // As another process has it: the times of previews are this process's own.
  const { previews } = app.backend.services;
  const { since } = previews;
  previews.since = () => null;
  later(1);
  try {
    expect(await askedDuring(() => convert(shown))).toEqual(['customers.get', 'orders.simulate']);
  } finally {
    previews.since = since;
  }
});
