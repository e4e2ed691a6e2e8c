import { currencySchema, type Money, money } from '@backroom/shared';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type App, codesOf, line, openApp } from '../support/app.ts';

let app: App;
beforeAll(async () => {
  app = await openApp();
  await app.backend.startWorker();
  // A French customer: the ERP adds 20 % tax.
  await app.link('C-1002');
});
afterEach(() => app.alter(null));
afterAll(() => app.close());

const euros = (amount: string): Money => money(amount, 'EUR');
/** The customer's position with so much left of its limit. */
const free = (amount: string, more: object = {}) =>
  app.alter((erp) => ({
    credit: {
      position: async (input, call) => ({
        ...(await erp.credit.position(input, call)),
        limit: euros('1000.00'),
        free: euros(amount),
        overdue: euros('0.00'),
        ...more,
      }),
    },
    orders: { ...erp.orders, ...('orders' in more ? (more.orders as object) : {}) },
  }));
/** A limit is remembered for a minute: each test has a customer of its own. */
async function customer(number: string): Promise<string> {
  await app.link(number);
  return number;
}

test('an order of 500 net is held against the limit with its tax', async () => {
  free('559.60');
  app.deal('b1', 'C-1002', [line('PMP-001', '1', '500')]);
  const { credit } = await app.panels('deal/b1', 'credit');
  expect(credit).toMatchObject({
    data: { deal: euros('600'), freeAfterDeal: { amount: '-40.4' }, verdict: 'over_limit' },
  });
  const { checks } = await app.preview('b1');
  expect(checks).toContainEqual(
    expect.objectContaining({ code: 'over_limit', level: 'warn', values: { free: euros('-40.4'), by: euros('40.4') } }),
  );
});
test('an ERP that cannot simulate: net plus the tax that it names with its prices', async () => {
  const number = await customer('C-1015');
  free('559.60', { orders: { simulate: undefined } });
  app.deal('b1-tax', number, [line('PMP-001', '1', '500')]);
  const { credit } = await app.panels('deal/b1-tax', 'credit');
  expect(credit).toMatchObject({ data: { deal: euros('600'), freeAfterDeal: { amount: '-40.4' } } });
});
test('an ERP that names no tax: the limit cannot be judged, and nothing else is said', async () => {
  const number = await customer('C-1018');
  app.alter((erp) => ({
    orders: { ...erp.orders, simulate: undefined as never },
    pricing: {
      quote: async (input, call) => {
        const answer = await erp.pricing.quote(input, call);
        return { ...answer, results: answer.results.map((price) => price && { ...price, taxPercent: null }) };
      },
    },
    credit: {
      position: async (input, call) => ({
        ...(await erp.credit.position(input, call)),
        limit: euros('1000.00'),
        free: euros('559.60'),
        overdue: euros('0.00'),
      }),
    },
  }));
  app.deal('b1-blind', number, [line('PMP-001', '1', '500')]);
  const { credit } = await app.panels('deal/b1-blind', 'credit');
  expect(credit).toMatchObject({
    data: { deal: null, freeAfterDeal: null, unjudged: 'total', verdict: 'not_judged' },
  });
  expect(codesOf(await app.preview('b1-blind'))).toContain('credit_total_unknown');
});

const USD = currencySchema.parse('USD');
test('an order in dollars against a limit in euros is reckoned at the ERP’s rate', async () => {
  const number = await customer('C-1022');
  free('1000.00');
  app.deal('usd', number, [line('PMP-001', '1', '540')], { currency: USD });
  const { credit } = await app.panels('deal/usd', 'credit');
  // 540 USD and 20 % tax are 648 USD, at 1.08 USD for one euro.
  expect(credit).toMatchObject({ data: { deal: money('648', 'USD'), freeAfterDeal: euros('400') } });
});
test('without a rate the limit is not judged', async () => {
  const number = await customer('C-1026');
  free('1000.00', { rates: undefined });
  app.deal('usd-blind', number, [line('PMP-001', '1', '540')], { currency: USD });
  const { credit } = await app.panels('deal/usd-blind', 'credit');
  expect(credit).toMatchObject({ data: { freeAfterDeal: null, unjudged: 'currency', verdict: 'not_judged' } });
  const found = (await app.preview('usd-blind')).checks.find(({ code }) => code === 'credit_not_comparable');
  expect(found).toMatchObject({ level: 'warn', values: { limit: 'EUR', order: 'USD' } });
});

test('a deal that became an order: not subtracted again, no alarm, the day it was promised', async () => {
  const number = await customer('C-1003');
  // More than half of all there is: the same again would be short, and twice the limit.
  app.deal('b2', number, [line('CTL-005', '2', '20000')]);
  const before = await app.preview('b2');
  const answer = await app.convert('b2');
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  await app.inErp(answer.data.id);
  const panels = await app.panels('deal/b2', 'credit', 'stock', 'orders', 'overview');
  expect(panels.credit).toMatchObject({ data: { ordered: true, deal: null, freeAfterDeal: null } });
  expect(panels.stock).toMatchObject({
    data: { completeBy: before.completeBy, lines: [{ verdict: 'ordered', promiseDate: before.completeBy }] },
  });
  expect(panels.orders).toMatchObject({ data: { converted: { promisedOn: null }, promisedOn: before.completeBy } });
  const overview = panels.overview?.state === 'ready' ? panels.overview.data : null;
  expect(overview?.converted?.number).toMatch(/^SO-/);
  expect(overview?.alerts.map(({ code }) => code)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/stock|limit/)]),
  );
  const codes = codesOf(await app.preview('b2'));
  expect(codes).toContain('already_converted');
  expect(codes).not.toEqual(expect.arrayContaining([expect.stringMatching(/stock|limit|differs/)]));
});
test('a product that the order does not have is not called ordered, whatever its deal became', async () => {
  app.deal('b2', 'C-1003', [line('CTL-005', '2', '20000'), line('PMP-001', '1', '540')]);
  const { stock } = await app.panels('deal/b2', 'stock');
  expect(stock).toMatchObject({ data: { lines: [{ verdict: 'ordered' }, { verdict: 'available' }] } });
  // One without any date takes nothing off the promise: the overview names the day of the order, as the order card does.
  app.deal('b2', 'C-1003', [line('GBX-007', '3', '1324.50')]);
  const { orders, overview } = await app.panels('deal/b2', 'stock', 'orders', 'credit', 'overview');
  const promised = orders?.state === 'ready' ? (orders.data as { promisedOn?: string }).promisedOn : 'unread';
  expect(overview).toMatchObject({ data: { completeBy: promised, credit: { ordered: true } } });
});
test('the changed quote of such a deal would be a second order, and is looked at as one', async () => {
  app.deal('b2', 'C-1003', [line('CTL-005', '3', '20000')]);
  const codes = codesOf(await app.preview('b2'));
  expect(codes).toEqual(expect.arrayContaining(['order_again', 'over_limit', 'stock_short']));
});
