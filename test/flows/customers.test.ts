import { type Mapping, noMapping } from '@backroom/backend/store/mapping';
import type { CustomerPanel, ErpCustomer, Preview } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, line, openApp } from '../support/app.ts';

const app = await openApp();
beforeAll(() => app.backend.startWorker());
afterAll(() => app.close());

async function map(mapping: Partial<Mapping>): Promise<void> {
  const connection = await app.backend.accounts.connection(app.account);
  if (!connection) throw new Error('no connection');
  const options = { ...connection.options, mapping: { ...noMapping, ...mapping } };
  const who = { version: connection.version, by: 'pat@example.com', at: new Date() };
  expect(await app.backend.accounts.changeConnection(app.account, connection.id, { options }, who)).toBe('done');
}
const company = (id: string, more: object = {}) => ({
  ...app.companyOf(id),
  name: `Neukunde ${id} GmbH`,
  street: 'Hauptstraße 1',
  postalCode: '20095',
  city: 'Hamburg',
  country: 'Germany',
  ...more,
});
const linkOf = async (id: string) =>
  (await app.backend.links.get(app.account, { type: 'company', id }))?.customer ?? null;
const find = async (keys: object) =>
  (await (await app.adapter()).customers?.search({ queries: [keys] }, app.call()))?.results[0] ?? [];

test('a customer is created with contacts, delivery address, language, registration number and mapped fields', async () => {
  await map({ toErp: [{ record: 'customer', crm: 'sector', erp: 'industry' }] });
  const buyer = company('n-1', {
    registrationNumber: 'HRB 4711',
    fields: { sector: 'Steel' },
    shipTo: { street: 'Kanalweg 18', postalCode: '21107', city: 'Hamburg', country: 'Germany' },
  });
  app.deal('9301', 'n-1', [line('VLV-001', '1', '36.50')], {
    company: buyer,
    contacts: [
      { id: '1', name: 'Jördis Behrend', email: 'j.behrend@neukunde.example', role: 'Purchasing', language: 'de' },
      { id: '2', name: 'Mika Ohm', email: 'm.ohm@neukunde.example', phone: '+49 40 1' },
    ],
  });
  const answer = await app.convert('9301');
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  await app.inErp(answer.data.id);
  const customer = await linkOf('n-1');
  if (!customer) throw new Error('not linked');
  for (const keys of [{ registrationNumber: 'hrb-4711' }, { email: 'm.ohm@neukunde.example' }])
    expect((await find(keys)).map(({ id }) => id)).toContain(customer.id);
  const adapter = await app.adapter();
  const { results } = (await adapter.customers?.addresses?.({ customerId: customer.id }, app.call())) ?? {
    results: [],
  };
  expect(results.map(({ street }) => street)).toEqual(['Hauptstraße 1', 'Kanalweg 18']);
  const asked = { record: 'customer' as const, ids: [customer.id], names: ['industry'] };
  expect((await adapter.fields?.read(asked, app.call()))?.results).toEqual([{ industry: 'Steel' }]);
});

test('a mapped value that the ERP does not take keeps the customer from being created, by its name', async () => {
  await map({ toErp: [{ record: 'customer', crm: 'class', erp: 'segment' }] });
  const buyer = company('n-2', { fields: { class: 'Z' } });
  app.deal('9302', 'n-2', [line('VLV-001', '1', '36.50')], { company: buyer });
  const preview: Preview = await app.preview('9302');
  expect(codesOf(preview)).toContain('value_not_mapped');
  expect(preview.canConvert).toBe(false);
  app.answers('n-2', { type: 'company', id: 'n-2', name: buyer.name, company: buyer, contacts: [] });
  const created = await app.ask('/v1/records/company/n-2/link', {
    method: 'POST',
    body: { action: 'create', idempotencyKey: crypto.randomUUID() },
  });
  expect(created).toMatchObject({ ok: false, problem: { code: 'invalid_input', field: 'class' } });
  expect(await linkOf('n-2')).toBeNull();
  await map({});
});

test('a company is unlinked, another customer is searched and linked, and the first one again: each in the audit log', async () => {
  app.company('C-1001');
  await app.link('C-1001');
  const act = (body: object) =>
    app.good<{ panel: CustomerPanel }>('/v1/records/company/C-1001/link', { method: 'POST', body });
  const before = (await linkOf('C-1001')) as ErpCustomer;
  expect((await act({ action: 'unlink' })).panel.state).not.toBe('linked');
  const search = async (text: string) => {
    const asked = { method: 'POST', body: { text } };
    const { panel } = await app.good<{ panel: CustomerPanel }>('/v1/records/company/C-1001/customers', asked);
    return panel.state === 'candidates' ? panel.candidates.map(({ customer }) => customer) : [];
  };
  expect((await search('C-1004'))[0]?.number).toBe('C-1004');
  expect((await search('kessler anlagenbau'))[0]?.number).toBe('C-1004');
  expect(await search('nobody of that name at all')).toEqual([]);
  const [other] = await search('C-1004');
  expect((await act({ action: 'link', customerId: other?.id })).panel).toMatchObject({ state: 'linked' });
  expect((await linkOf('C-1001'))?.number).toBe('C-1004');
  await act({ action: 'unlink' });
  await act({ action: 'link', customerId: before.id });
  expect(await linkOf('C-1001')).toEqual(before);
  const rows = await app.store.db.selectFrom('audit_log').select(['event', 'target']).orderBy('seq').execute();
  const told = rows
    .filter(({ event }) => event.startsWith('customer_'))
    .map(({ event, target }) => `${event} ${target}`);
  expect(told).toEqual([
    `customer_unlinked company C-1001: C-1001 (${before.id})`,
    `customer_linked company C-1001: C-1004 (${other?.id})`,
    `customer_unlinked company C-1001: C-1004 (${other?.id})`,
    `customer_linked company C-1001: C-1001 (${before.id})`,
  ]);
});
