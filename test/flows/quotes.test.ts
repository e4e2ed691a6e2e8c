import type { CrmDeal } from '@backroom/backend/crm/contract/index';
import type { Preview } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, line, openApp } from '../support/app.ts';

let app: App;
beforeAll(async () => {
  app = await openApp();
  await app.backend.startWorker();
  await app.link('C-1001');
});
afterAll(() => app.close());

const byQuote = (number: string, price: string): CrmDeal =>
  app.deal('a14', 'C-1001', [line('PMP-003', '1', price)], {
    quote: { id: `q-${number}`, number, accepted: true, expiresOn: null },
  });
const choose = (quote: string) =>
  app.ask<{ quote: string }>('/v1/records/deal/a14/quote', { method: 'POST', body: { quote } });
const about = ({ checks }: Preview) => checks.filter(({ code }) => code === 'several_quotes');

test('two accepted quotes: the one used is named, the other can be chosen, and its lines are what is ordered', async () => {
  const newer = byQuote('Q-2', '600');
  const older = byQuote('Q-1', '500');
  app.quotes('a14', [newer, older]);
  const before = await app.preview('a14');
  expect(about(before)).toMatchObject([{ level: 'warn', values: { number: 'Q-2', others: 'Q-1' } }]);
  expect(before.quotes).toEqual([
    { id: 'q-Q-2', number: 'Q-2' },
    { id: 'q-Q-1', number: 'Q-1' },
  ]);
  expect(await choose('q-Q-1')).toEqual({ ok: true, data: { quote: 'q-Q-1' } });
  const after = await app.preview('a14');
  expect(after.quotedNet?.amount).toBe('500.00');
  expect(after.revision).not.toBe(before.revision);
  // Said once is enough; the other stays in view, and can be taken after all.
  expect(about(after)).toMatchObject([{ level: 'info', values: { number: 'Q-1', others: 'Q-2' } }]);
  expect(after.quotes?.map(({ id }) => id)).toEqual(['q-Q-1', 'q-Q-2']);
});
test('what was previewed by another quote is not converted', async () => {
  const { revision } = await app.preview('a14');
  await choose('q-Q-2');
  const body = { dealId: 'a14', revision, acceptedWarnings: ['several_quotes'], idempotencyKey: 'a14-old-choice' };
  expect(await app.ask('/v1/orders', { method: 'POST', body })).toMatchObject({ problem: { code: 'quote_changed' } });
});
test('the choice of the quote that is used anyway is a choice too', async () => {
  expect(about(await app.preview('a14'))).toMatchObject([{ level: 'info', values: { number: 'Q-2' } }]);
});
test('a quote that is accepted later asks again; one that counts no more leaves the other', async () => {
  const [newest, newer, older] = [byQuote('Q-3', '700'), byQuote('Q-2', '600'), byQuote('Q-1', '500')];
  app.quotes('a14', [newest, newer, older]);
  const preview = await app.preview('a14');
  expect(about(preview)).toMatchObject([{ level: 'warn', values: { number: 'Q-2', others: 'Q-3, Q-1' } }]);
  app.quotes('a14', [older]);
  const left = await app.preview('a14');
  expect(left.quotedNet?.amount).toBe('500.00');
  expect(about(left)).toEqual([]);
});
test('a quote that is none of the deal’s is refused', async () => {
  expect(await choose('q-elsewhere')).toMatchObject({ ok: false, problem: { code: 'quote_changed' } });
});
