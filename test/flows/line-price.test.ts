import type { CrmLine, LinePrice } from '@backroom/backend/crm/contract/index';
import { decimal, type Preview, type PriceChange } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, line, openApp } from '../support/app.ts';

let app: App;
const written: { id: string; from: string; price: LinePrice }[] = [];
beforeAll(async () => {
  app = await openApp();
  await app.link('C-1001');
  await app.backend.people.appoint(app.account, '77', 'pat@example.com', 'test');
  // The CRM takes the price, and says it when the deal is read again.
  app.backend.crms.crmFor = async () =>
    ({
      setLinePrice: async ({ deal, id, from }: { deal: string; id: string; from: string }, price: LinePrice) => {
        written.push({ id, from, price });
        const old = lines.get(deal) ?? [];
        put(
          deal,
          old.map((each) => (each.id === id ? { ...each, ...price } : each)),
        );
      },
    }) as never;
});
afterAll(() => app.close());

const lines = new Map<string, CrmLine[]>();
function put(deal: string, own: CrmLine[], more: Parameters<App['deal']>[3] = {}): void {
  lines.set(deal, own);
  app.deal(deal, 'C-1001', own, { quote: null, linesFrom: 'deal', ...more });
}
const cheap = (more: Partial<CrmLine> = {}) =>
  line('PMP-003', '2', '500', { discountPercent: decimal('20'), priceEdit: 'open', ...more });
const set = (deal: string, body: object) =>
  app.ask<PriceChange>(`/v1/records/deal/${deal}/prices`, { method: 'POST', body, userId: '77' });
const checkOf = ({ checks }: Preview) => checks.find(({ code }) => code === 'price_below' || code === 'price_above');
async function offered(deal: string) {
  const preview = await app.preview(deal);
  const found = checkOf(preview);
  return {
    preview,
    found,
    apply: { action: 'apply', line: found?.lineId, revision: preview.revision, expected: found?.values.erp },
  };
}

test('the ERP’s price replaces price and discount of the line, and the way back restores both', async () => {
  put('lp1', [cheap(), line('SEA-004', '5', '1')]);
  const { found, apply, preview } = await offered('lp1');
  expect(found).toMatchObject({ price: 'open', lineId: 'line-PMP-003-2', values: { quoted: { amount: '400' } } });
  const done = await set('lp1', apply);
  expect(done).toMatchObject({
    ok: true,
    data: { code: 'PMP-003', before: { amount: '400' }, after: { amount: '504.5' } },
  });
  expect(written.at(-1)).toMatchObject({ from: 'deal', price: { discountPercent: null, discountAmount: null } });
  const after = await app.preview('lp1');
  expect(after.revision).not.toBe(preview.revision);
  expect(after.checks.filter(({ lineId }) => lineId === 'line-PMP-003-2').map(({ code }) => code)).not.toContain(
    found?.code,
  );
  const undo = done.ok ? done.data.undo : null;
  expect(await set('lp1', { action: 'undo', undo })).toMatchObject({
    ok: true,
    data: { after: { amount: '400' }, undo: null },
  });
  expect(written.at(-1)?.price).toEqual({ unitPrice: '500', discountPercent: '20', discountAmount: null });
  // Once.
  expect(await set('lp1', { action: 'undo', undo })).toMatchObject({ problem: { code: 'quote_changed' } });
  const events = await app.backend.audit.list(app.account, 5);
  expect(events.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['line_price_changed', 'line_price_restored']),
  );
});
test('nothing is written for a quote or a price that changed since the person looked', async () => {
  put('lp2', [cheap()]);
  const { apply } = await offered('lp2');
  const before = written.length;
  const other = { ...apply, expected: { amount: '1.00', currency: 'EUR' } };
  expect(await set('lp2', other)).toMatchObject({ problem: { code: 'quote_changed' } });
  put('lp2', [cheap({ quantity: decimal('3') })]);
  expect(await set('lp2', apply)).toMatchObject({ problem: { code: 'quote_changed' } });
  expect(written).toHaveLength(before);
});
test('a price that somebody changed afterwards is not overwritten by the way back', async () => {
  put('lp3', [cheap()]);
  const { apply } = await offered('lp3');
  const done = await set('lp3', apply);
  put('lp3', [cheap({ unitPrice: decimal('477') })]);
  const before = written.length;
  const undo = done.ok ? done.data.undo : null;
  expect(await set('lp3', { action: 'undo', undo })).toMatchObject({ problem: { code: 'quote_changed' } });
  expect(written).toHaveLength(before);
});
test('a published quote and a discount on the whole quote are named, and nothing is written', async () => {
  put('lp4', [cheap({ priceEdit: 'published' })]);
  put('lp5', [cheap()], { adjustments: [{ kind: 'discount', name: 'Spring', percent: decimal('5'), amount: null }] });
  const before = written.length;
  for (const [deal, price] of [
    ['lp4', 'published'],
    ['lp5', 'computed'],
  ] as const) {
    const { found, apply } = await offered(deal);
    expect(found?.price).toBe(price);
    expect(await set(deal, apply)).toMatchObject({ problem: { code: 'crm_refused' } });
  }
  expect(written).toHaveLength(before);
});
test('a CRM that writes no prices is offered none', async () => {
  put('lp6', [cheap({ priceEdit: undefined })]);
  expect((await offered('lp6')).found).not.toHaveProperty('price');
});
test('who may not edit the deal changes no price', async () => {
  put('lp7', [cheap()]);
  const { apply } = await offered('lp7');
  const before = written.length;
  const answer = await app.ask('/v1/records/deal/lp7/prices', { method: 'POST', body: apply, userId: '78' });
  expect(answer).toMatchObject({ problem: { code: 'forbidden' } });
  expect(written).toHaveLength(before);
});
