import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, line, openApp } from '../support/app.ts';

let app: App;
beforeAll(async () => {
  app = await openApp();
  await app.backend.startWorker();
  await app.link('C-1002');
});
afterAll(() => app.close());

const lines = [line('VLV-003', '1', '45')];
const blocking = async (deal: string) =>
  (await app.preview(deal)).checks.filter(({ code }) => code === 'already_converted' || code === 'order_again');
async function ordered(deal: string) {
  const answer = await app.convert(deal);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return (await app.inErp(answer.data.id)).erpNumber ?? '';
}

test('a deal cloned with all its properties is a new sale', async () => {
  app.deal('original', 'C-1002', lines);
  const number = await ordered('original');
  app.deal('original', 'C-1002', lines, { orderNumber: number });
  app.deal('clone', 'C-1002', lines, { orderNumber: number });
  expect(await blocking('clone')).toEqual([]);
  const { orders, overview } = await app.panels('deal/clone', 'orders', 'overview');
  expect(orders).toMatchObject({ data: { converted: null } });
  expect(overview).toMatchObject({ data: { converted: null, submission: null } });
  const second = await ordered('clone');
  expect(second).not.toBe(number);
  expect(await blocking('original')).toMatchObject([{ code: 'already_converted', values: { number } }]);
  expect(await blocking('clone')).toMatchObject([{ code: 'already_converted', values: { number: second } }]);
});

test('a clone of a deal whose order we have forgotten is a new sale, and the deal itself is that order', async () => {
  app.deal('restored', 'C-1002', lines);
  const number = await ordered('restored');
  await app.forgetSubmissions();
  app.deal('restored', 'C-1002', lines, { orderNumber: number });
  app.deal('restored-clone', 'C-1002', lines, { orderNumber: number });
  expect(await blocking('restored-clone')).toEqual([]);
  expect(await blocking('restored')).toMatchObject([{ code: 'already_converted', values: { number } }]);
});

test('an order of nobody here counts for the first deal that carries it; a copy asks a person', async () => {
  const erp = await app.adapter();
  const input = await app.orderOf('C-1002', [['VLV-003', '1', '45']]);
  const made = await erp.orders?.create(input, app.call());
  // A person's own order there: it has no reference of ours.
  const { number } = (await (await app.erpPage(`/orders/${made?.id}/copy`)).json()) as { number: string };
  app.deal('carried', 'C-1002', lines, { orderNumber: number });
  app.deal('copy', 'C-1002', lines, { orderNumber: number });
  expect(await blocking('carried')).toMatchObject([{ code: 'already_converted', values: { number } }]);
  expect(await blocking('copy')).toMatchObject([{ code: 'order_again', level: 'warn', values: { number } }]);
  expect(await blocking('carried')).toMatchObject([{ code: 'already_converted' }]);
  expect(await ordered('copy')).not.toBe(number);
});
