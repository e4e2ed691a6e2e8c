import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, line, openApp } from '../support/app.ts';

let app: App;
beforeAll(async () => {
  app = await openApp();
  await app.backend.startWorker();
  await app.link('C-1002');
});
afterAll(() => app.close());

test('characters that no database takes are left out of names and notes, and the order goes through', async () => {
  const company = { ...app.companyOf('C-1002'), name: 'Atelier\u0000 Lumi\uD800ère' };
  app.deal('a16', 'C-1002', [line('VLV-003', '1', '40', { name: 'Valve \u0000\uDFFF' })], {
    name: 'Deal\u0000 \uDC00',
    company,
  });
  const answer = await app.convert('a16', { note: 'Ring\u0000 twice \uD83D' });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  expect((await app.inErp(answer.data.id)).erpNumber).toMatch(/^SO-/);
  const claimed = await app.ask('/v1/returns', {
    method: 'POST',
    body: {
      record: { type: 'deal', id: 'a16' },
      orderNumber: 'SO-1',
      reason: 'broken\u0000 \uD800',
      lines: [{ code: 'VLV-003', quantity: '1' }],
      idempotencyKey: 'clean-reason-1',
    },
  });
  expect(claimed).toMatchObject({ ok: true, data: { kind: 'return' } });
});
test.each([
  ['the wanted date has passed', { requestedDate: '2020-01-01' }],
  ['half a piece', { lines: [{ quantity: '0.5' }] }],
  ['an archived product', { lines: [{ productId: 'prod-SEA-029' }] }],
])('the demo ERP’s simulation refuses what its create refuses: %s', async (_, change) => {
  const erp = await app.adapter();
  const input = await app.orderOf('C-1002', [['VLV-003', '1', '40']], change);
  const created = await erp.orders?.create(input, app.call()).then(
    () => null,
    (error: { words: string }) => error.words,
  );
  expect((await erp.orders?.simulate?.(input, app.call()))?.refusals.map(({ words }) => words)).toEqual([created]);
});
