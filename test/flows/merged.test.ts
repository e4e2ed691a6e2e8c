import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, line, openApp } from '../support/app.ts';

let app: App;
beforeAll(async () => {
  app = await openApp();
  await app.backend.startWorker();
});
afterAll(() => app.close());

const lines = [line('VLV-003', '1', '40')];
const codesOf = (checks: readonly { code: string }[]) => checks.map(({ code }) => code);

test('a converted deal that comes back under a new id, without its order number, is converted already', async () => {
  await app.link('C-1002');
  app.deal('A', 'C-1002', lines);
  const answer = await app.convert('A');
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  const { erpNumber } = await app.inErp(answer.data.id);
  // HubSpot's survivor has an id of its own, and says which records went into it.
  app.deal('C', 'C-1002', lines, { mergedIds: ['A', 'B'], quote: null, linesFrom: 'deal' });
  const { checks, canConvert } = await app.preview('C');
  expect(checks.find(({ code }) => code === 'already_converted')?.values).toEqual({ number: erpNumber });
  expect(canConvert).toBe(false);
  expect(await app.convert('C')).toMatchObject({ ok: false, problem: { code: 'already_converted' } });
  expect((await app.panels('deal/C', 'orders')).orders).toMatchObject({ data: { converted: { number: erpNumber } } });
  // What is changed after the merge is a person's to decide, as on any deal.
  app.deal('C', 'C-1002', [line('VLV-003', '2', '40')], { mergedIds: ['A', 'B'], quote: null, linesFrom: 'deal' });
  expect(codesOf((await app.preview('C')).checks)).toContain('order_again');
});

test('the survivor of a deal with the same quote is that order, and blocked', async () => {
  app.deal('D', 'C-1002', lines);
  const answer = await app.convert('D');
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  const { erpNumber } = await app.inErp(answer.data.id);
  app.deal('E', 'C-1002', lines, {
    mergedIds: ['D'],
    quote: { id: 'quote-D', number: null, accepted: true, expiresOn: null },
  });
  const preview = await app.preview('E');
  expect(preview.checks.find(({ code }) => code === 'already_converted')?.values).toEqual({ number: erpNumber });
  expect(preview.canConvert).toBe(false);
  const again = await app.convert('E');
  expect(again).toMatchObject({ ok: true, data: { id: answer.data.id } });
});

test('a record that answers under another id than it was asked for takes its link and orders along', async () => {
  await app.link('C-1004');
  app.deal('F', 'C-1004', lines);
  const answer = await app.convert('F');
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  const { erpNumber } = await app.inErp(answer.data.id);
  app.answers(
    'F',
    app.deal('G', 'C-1004', lines, { quote: { id: 'quote-F', number: null, accepted: true, expiresOn: null } }),
  );
  expect((await app.preview('F')).checks.find(({ code }) => code === 'already_converted')?.values).toEqual({
    number: erpNumber,
  });
  expect((await app.preview('G')).checks.find(({ code }) => code === 'already_converted')?.values).toEqual({
    number: erpNumber,
  });
});

test('the company of a converted deal is merged: its link moves, and the quote is the order that it was', async () => {
  await app.link('C-1006');
  app.deal('H', 'C-1006', lines);
  const answer = await app.convert('H');
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  const { erpNumber } = await app.inErp(answer.data.id);
  app.deal('H', 'C-1006', lines, { company: { ...app.companyOf('S-1'), mergedIds: ['C-1006'] } });
  const { customer } = await app.panels('deal/H', 'customer');
  expect(customer).toMatchObject({ data: { state: 'linked', customer: { number: 'C-1006' } } });
  const preview = await app.preview('H');
  expect(preview.checks.find(({ code }) => code === 'already_converted')?.values).toEqual({ number: erpNumber });
  expect(codesOf(preview.checks)).not.toContain('order_again');
});

test('a customer that the ERP merged into another is followed by link, figures and preview', async () => {
  const [gone, survivor] = [await app.newCustomer('Sommer Technik e.K.'), await app.newCustomer('Sommer Technik GmbH')];
  await app.link(gone.number);
  app.deal('I', gone.number, lines);
  const linked = async () => (await app.panels('deal/I', 'customer')).customer;
  expect(await linked()).toMatchObject({ data: { state: 'linked', customer: { number: gone.number } } });
  await app.erpPage(`/customers/${gone.number}/merge/${survivor.number}`);
  // The preview asks anew.
  expect((await app.preview('I')).customer).toMatchObject({ id: survivor.id, number: survivor.number });
  expect(await linked()).toMatchObject({ data: { state: 'linked', customer: { number: survivor.number } } });
  const answer = await app.convert('I');
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  await app.inErp(answer.data.id);
  const { orders } = await app.panels('deal/I', 'orders');
  expect(orders).toMatchObject({ data: { orders: [{ reference: answer.data.reference }] } });
});
