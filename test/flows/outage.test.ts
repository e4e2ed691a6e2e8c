import type { Submission } from '@backroom/shared';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type App, codesOf, line, openApp } from '../support/app.ts';

let app: App;
beforeAll(async () => {
  app = await openApp();
  await app.backend.startWorker();
  await app.link('C-1001');
});
afterEach(() => app.switches({ outage: false }));
afterAll(() => app.close());

test('what can be completed later is taken with the warning accepted, and goes through when the ERP is back', async () => {
  app.deal('c15', 'C-1001', [line('PMP-004', '1', '500')]);
  // Somebody saw the page while the ERP was up: its products are known.
  await app.panels('deal/c15', 'stock');
  await app.switches({ outage: true });
  const preview = await app.preview('c15');
  expect(preview.checks).toContainEqual(expect.objectContaining({ code: 'erp_unavailable', level: 'warn' }));
  expect(preview.canConvert).toBe(true);
  const body = { dealId: 'c15', revision: preview.revision, acceptedWarnings: [], idempotencyKey: 'c15-unaccepted' };
  expect(await app.ask('/v1/orders', { method: 'POST', body })).toMatchObject({
    ok: false,
    problem: { code: 'preview_blocked' },
  });
  const answer = await app.convert('c15');
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  await expect
    .poll(async () => (await app.good<Submission>(`/v1/submissions/${answer.data.id}`)).state, { timeout: 20_000 })
    .toBe('waiting');
  // A second press while it waits is the same order, and asks no checks.
  const again = await app.convert('c15', { acceptedWarnings: [] });
  expect(again).toMatchObject({ ok: true, data: { id: answer.data.id } });
  await app.switches({ outage: false });
  expect((await app.inErp(answer.data.id)).erpNumber).toMatch(/^SO-/);
}, 60_000);
test('a deal whose page was never open, with the ERP off: its checks say why it cannot be an order yet', async () => {
  app.deal('b16', 'C-1001', [line('PMP-003', '1', '500')]);
  await app.switches({ outage: true });
  const preview = await app.preview('b16');
  expect(preview.canConvert).toBe(false);
  expect(preview.checks).toContainEqual({
    code: 'products_not_known',
    level: 'block',
    lineId: null,
    values: { reason: 'erp_unreachable' },
  });
  expect(codesOf(preview)).not.toContain('all_well');
  const { overview } = await app.panels('deal/b16', 'overview');
  expect(overview).toMatchObject({
    data: {
      completeBy: null,
      completion: 'unknown',
      converted: null,
      openInvoices: null,
      missing: expect.arrayContaining(['stock', 'orders', 'credit', 'invoices']),
    },
  });
});
test('a company that is not linked, with the ERP off: who it is could not be read', async () => {
  app.deal('b16-who', 'C-1009', [line('PMP-003', '1', '500')]);
  await app.switches({ outage: true });
  const preview = await app.preview('b16-who');
  expect(preview.checks).toContainEqual(expect.objectContaining({ code: 'customer_not_known', level: 'block' }));
  expect(codesOf(preview)).not.toContain('customer_not_linked');
});
