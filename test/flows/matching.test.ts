import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, line, openApp } from '../support/app.ts';

let app: App;
beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.close());

type Company = Partial<ReturnType<App['companyOf']>>;
let count = 0;
/** What the customer panel says of a deal whose company is this one. */
async function candidates(company: Company, emails: string[] = []) {
  count += 1;
  const contacts = emails.map((email, index) => ({ id: String(index), name: 'Pat', email }));
  app.deal(`m${count}`, 'x', [line('VLV-003', '1', '40')], {
    company: { ...app.companyOf(`m${count}`), name: '', ...company },
    contacts,
  });
  const { customer } = await app.panels(`deal/m${count}`, 'customer');
  if (customer?.state !== 'ready') throw new Error(JSON.stringify(customer));
  return customer.data;
}
const numbersOf = (data: Awaited<ReturnType<typeof candidates>>) =>
  data.state === 'candidates' ? data.candidates.map(({ customer }) => customer.number) : data.state;

test.each([
  ['with dots, blanks and MWST', { vatId: 'CHE-811.071.271 MWST' }],
  ['in the national form', { vatId: '811.071.271', country: 'CH' }],
  ['in lower case', { vatId: 'che811071271' }],
])('a VAT id finds its customer %s, and nobody else', async (_, company) => {
  // A stranger's similar name does not come before a key.
  const data = await candidates({ name: 'Kessler Anlagenbau AG', ...company });
  expect(data).toMatchObject({ state: 'candidates', candidates: [{ customer: { number: 'C-1010' }, score: 98 }] });
});
test.each([
  ['Kessler Anlagenbau Aktiengesellschaft', 'C-1004'],
  ['KESSLER Anlagenbau A.G.', 'C-1004'],
  ['Bergmann Antriebstechnik G.m.b.H.', 'C-1003'],
  ['Mueller Metallbau', 'C-1007'],
  ['Müller Metallbau West Gesellschaft mit beschränkter Haftung', 'C-1009'],
  ['Muller Metallbau Koln', 'C-1008'],
  ['Atelier Lumiere S.A.R.L.', 'C-1002'],
  ['Duval Equipements', 'C-1005'],
])('“%s” finds %s first', async (name, number) => {
  expect(numbersOf(await candidates({ name }))[0]).toBe(number);
});
test('candidates can be told apart', async () => {
  const data = await candidates({ name: 'Müller Metallbau' });
  const told =
    data.state === 'candidates'
      ? data.candidates.map(({ customer: { number, city, vatId } }) => [number, city, vatId])
      : [];
  expect(told.length).toBeGreaterThanOrEqual(3);
  expect(new Set(told.map(String)).size).toBe(told.length);
  expect(told.flat()).not.toContain(null);
});
test('a free mail domain finds nobody, in whatever place it stands; a company’s own does', async () => {
  await app.newCustomer('Freihof', 'freihof@gmx.de');
  expect(await candidates({ name: 'Tischlerei Sommer' }, ['sommer@gmx.de'])).toMatchObject({ state: 'none' });
  expect(await candidates({ name: 'Tischlerei Sommer', domain: 'gmx.de' })).toMatchObject({ state: 'none' });
  expect(await candidates({ name: 'Tischlerei Sommer', domain: 'https://www.gmx.de/' }, ['x@GMX.de'])).toMatchObject({
    state: 'none',
  });
  // The very address is a key all the same.
  expect(await candidates({ name: 'Tischlerei Sommer' }, ['Freihof@GMX.de'])).toMatchObject({
    state: 'candidates',
    candidates: [{ customer: { name: 'Freihof' }, why: ['email'] }],
  });
  const data = await candidates({ name: 'Einkauf Nord' }, ['anna@nordwind-maschinenbau-gmbh.example']);
  expect(data).toMatchObject({
    state: 'candidates',
    candidates: [{ customer: { number: 'C-1001' }, why: ['email_domain'] }],
  });
});
test('a company without a name is not created: the name is asked for before anything is accepted', async () => {
  const data = await candidates({ name: '  ', domain: 'unnamed.example' });
  expect(data).toMatchObject({ state: 'none' });
  const { checks, canConvert } = await app.preview(`m${count}`);
  expect(checks).toContainEqual(expect.objectContaining({ code: 'company_without_name', level: 'block' }));
  expect(canConvert).toBe(false);
  expect(await app.convert(`m${count}`)).toMatchObject({ ok: false });
  expect(
    await app.ask(`/v1/records/deal/m${count}/link`, {
      method: 'POST',
      body: { action: 'create', idempotencyKey: 'without-name' },
    }),
  ).toMatchObject({ ok: false, problem: { code: 'company_without_name' } });
});
test.each([
  ['a trailing blank', 'VLV-003 '],
  ['a no-break space', 'VLV-003\u00a0'],
  ['a zero-width space', 'VLV-\u200b003'],
])('a product code with %s is the product', async (_, code) => {
  await app.link('C-1002');
  app.deal('code', 'C-1002', [line(code, '1', '40')]);
  const { checks, canConvert } = await app.preview('code');
  expect([checks.filter(({ level }) => level === 'block'), canConvert]).toEqual([[], true]);
});
test.each(['vlv-003', 'VLV–003', 'Vlv-003 '])('the code %j is not known, and the near one is named', async (code) => {
  app.deal('near', 'C-1002', [line(code, '1', '40')]);
  const { checks } = await app.preview('near');
  expect(checks).toContainEqual(
    expect.objectContaining({
      code: 'unknown_product_near',
      level: 'block',
      values: { code, near: 'VLV-003', name: `Line ${code}` },
    }),
  );
});
test('a merged company with two customers asks a person, who names one', async () => {
  await app.link('C-1003');
  await app.link('C-1006');
  const lines = [line('VLV-003', '1', '40')];
  const company = { ...app.companyOf('C-1003'), mergedIds: ['C-1006'] };
  app.deal('two', 'C-1003', lines, { company });
  const { customer, overview } = await app.panels('deal/two', 'customer', 'overview');
  expect(customer).toMatchObject({
    data: { state: 'linked', customer: { number: 'C-1003' }, others: [{ number: 'C-1006' }] },
  });
  expect(overview).toMatchObject({ data: { alerts: [{ code: 'other_customer' }] } });
  const { checks } = await app.preview('two');
  expect(checks.find(({ code }) => code === 'other_customer')).toMatchObject({ level: 'warn' });
  const other = customer?.state === 'ready' && customer.data.state === 'linked' ? customer.data.others?.[0]?.id : null;
  await app.good('/v1/records/deal/two/link', { method: 'POST', body: { action: 'link', customerId: other } });
  expect((await app.panels('deal/two', 'customer')).customer).toMatchObject({
    data: { state: 'linked', customer: { number: 'C-1006' } },
  });
  expect((await app.preview('two')).checks.map(({ code }) => code)).not.toContain('other_customer');
});
test('a merge that nobody told of is found when the survivor’s candidate is another company’s customer', async () => {
  await app.link('C-1005');
  app.deal('quiet', 'x', [line('VLV-003', '1', '40')], {
    company: { ...app.companyOf('S-9'), name: 'Duval Équipements' },
  });
  app.company('S-9');
  app.answers('C-1005', { type: 'company', id: 'S-9', name: 'Duval', company: app.companyOf('S-9'), contacts: [] });
  expect((await app.panels('deal/quiet', 'customer')).customer).toMatchObject({
    data: { state: 'linked', customer: { number: 'C-1005' } },
  });
});
