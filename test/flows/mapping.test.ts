import type { Mapping } from '@backroom/backend/store/mapping';
import { noMapping } from '@backroom/backend/store/mapping';
import { decimal } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, line, openApp } from '../support/app.ts';

const app = await openApp();
beforeAll(async () => {
  await app.backend.startWorker();
  await app.link('C-1001');
});
afterAll(() => app.close());

async function map(mapping: Partial<Mapping>): Promise<void> {
  const connection = await app.backend.accounts.connection(app.account);
  if (!connection) throw new Error('no connection');
  const options = { ...connection.options, mapping: { ...noMapping, ...mapping } };
  const who = { version: connection.version, by: 'pat@example.com', at: new Date() };
  expect(await app.backend.accounts.changeConnection(app.account, connection.id, { options }, who)).toBe('done');
}
const pumps = () => [line('VLV-001', '2', '36.50')];
const toErp = (crm: string, erp: string) => ({ record: 'order' as const, crm, erp });
async function ordered(deal: string) {
  const answer = await app.convert(deal);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  const done = await app.inErp(answer.data.id);
  const erp = await app.adapter();
  const [order] = (await erp.orders?.findByReference({ references: [done.reference] }, app.call()))?.results[0] ?? [];
  if (!order) throw new Error('the ERP has no such order');
  return { done, order };
}
const inErp = async (id: string, names: string[]) =>
  (await (await app.adapter()).fields?.read({ record: 'order', ids: [id], names }, app.call()))?.results[0];

test('without a mapping an order carries no field of its own', async () => {
  app.deal('9200', 'C-1001', pumps(), { fields: { cost_centre: '4711' } });
  const { order } = await ordered('9200');
  expect(await inErp(order.id, ['costCentre'])).toEqual({ costCentre: null });
});

test('mapped fields are in the ERP order, each as the ERP keeps it', async () => {
  await map({
    toErp: [
      toErp('cost_centre', 'costCentre'),
      toErp('owner', 'salesperson'),
      toErp('terms', 'paymentTerms'),
      toErp('starts', 'projectStart'),
      toErp('insured', 'insuredValue'),
      toErp('labels', 'labelled'),
    ],
    values: { 'order.salesperson': { '81': 'E-02' } },
  });
  app.deal('9201', 'C-1001', pumps(), {
    fields: {
      cost_centre: '4711',
      owner: '81',
      terms: '60 Days  net',
      // As HubSpot tells a date.
      starts: String(Date.parse('2027-03-01T00:00:00Z')),
      insured: '1500.50',
      labels: 'yes',
    },
  });
  expect(codesOf(await app.preview('9201'))).toEqual(['all_well']);
  const { done, order } = await ordered('9201');
  expect(done.differences).toBeUndefined();
  expect(
    await inErp(order.id, ['costCentre', 'salesperson', 'paymentTerms', 'projectStart', 'insuredValue', 'labelled']),
  ).toEqual({
    costCentre: '4711',
    salesperson: 'E-02',
    paymentTerms: '60 days net',
    projectStart: '2027-03-01',
    insuredValue: '1500.5',
    labelled: 'true',
  });
});

test('fields of the deal that an admin names hold PO number, date, note and delivery address', async () => {
  await map({
    order: {
      poNumber: 'po',
      requestedDate: 'wanted',
      note: 'remark',
      deliveryStreet: 'site_street',
      deliveryCity: 'site_city',
      deliveryCountry: 'site_country',
    },
  });
  const fields = {
    po: '4711',
    wanted: '2099-12-24T00:00:00Z',
    remark: 'Gate 3',
    site_street: 'Am Speicher 7',
    site_city: 'Lübeck',
    site_country: 'Germany',
  };
  app.deal('9202', 'C-1001', pumps(), { fields });
  const { order } = await ordered('9202');
  expect(order).toMatchObject({
    poNumber: '4711',
    requestedDate: '2099-12-24',
    note: 'Gate 3',
    deliverTo: { street: 'Am Speicher 7', city: 'Lübeck', country: 'DE' },
  });
  app.deal('9203', 'C-1001', pumps(), { fields: { ...fields, wanted: 'as soon as possible' } });
  const preview = await app.preview('9203');
  expect(preview.checks).toContainEqual(
    expect.objectContaining({
      code: 'value_unusable',
      level: 'block',
      values: { field: 'wanted', value: 'as soon as possible' },
    }),
  );
});

test('a value that is not mapped, does not fit, or whose field is gone blocks by name', async () => {
  await map({
    toErp: [
      toErp('owner', 'salesperson'),
      toErp('cost_centre', 'costCentre'),
      toErp('branch', 'branchOffice'),
      toErp('who', 'clerk'),
    ],
    values: { 'order.salesperson': { Jo: 'E-99' } },
  });
  const named = async (fields: Record<string, string>) => {
    app.deal('9204', 'C-1001', pumps(), { fields });
    const { checks, canConvert } = await app.preview('9204');
    expect(canConvert).toBe(false);
    return checks
      .filter(({ level }) => level === 'block')
      .map(({ code, values }) => [code, values.field, values.value]);
  };
  const gone = [
    ['mapped_field_gone', 'branchOffice', ''],
    // The ERP computes it.
    ['mapped_field_gone', 'clerk', ''],
  ];
  expect(await named({ owner: 'Kim' })).toEqual([['value_not_mapped', 'owner', 'Kim'], ...gone]);
  expect(await named({ owner: 'jo' })).toEqual([['mapped_value_gone', 'owner', 'jo'], ...gone]);
  const long = 'more than twenty characters';
  expect(await named({ cost_centre: long })).toEqual([['value_unusable', 'cost_centre', long], ...gone]);
});

test('a mapped charge is a line of its item, and one whose item is gone blocks by name', async () => {
  const freight = { kind: 'shipping' as const, name: 'Freight', percent: null, amount: decimal('25') };
  const setup = { kind: 'fee' as const, name: 'Set-up', percent: null, amount: decimal('40') };
  await map({ charges: { 'shipping:': 'SVC-001', 'fee:set-up': 'SEA-001' } });
  app.deal('9206', 'C-1001', pumps(), { adjustments: [freight, setup] });
  const preview = await app.preview('9206');
  expect(codesOf(preview)).toEqual(['all_well']);
  expect(preview.details?.charges.map(({ name }) => name)).toEqual(['Set-up', 'Freight']);
  const { done, order } = await ordered('9206');
  expect(done.differences).toBeUndefined();
  expect(order.lines.map(({ code, net }) => [code, net?.amount])).toEqual([
    ['VLV-001', '73.00'],
    ['SEA-001', '40.00'],
    ['SVC-001', '25.00'],
  ]);
  await map({ charges: { 'fee:Set-up': 'NO-SUCH' } });
  app.deal('9207', 'C-1001', pumps(), { adjustments: [setup] });
  expect((await app.preview('9207')).checks).toContainEqual(
    expect.objectContaining({ code: 'charge_item_gone', level: 'block', values: { name: 'Set-up', code: 'NO-SUCH' } }),
  );
});

test('a line in a unit that is not mapped, or another than the ERP sells, blocks by name', async () => {
  await map({ line: { unit: 'hs_unit' }, units: { Stk: 'pcs', Dutzend: 'dozen' } });
  const of = async (unit: string) => {
    app.deal('9208', 'C-1001', [line('VLV-001', '2', '36.50', { unit })]);
    const { checks } = await app.preview('9208');
    return checks.map(({ code, values }) => [code, values.value ?? values.unit]);
  };
  expect(await of('stk')).toEqual([['all_well', undefined]]);
  expect(await of('PCS')).toEqual([['all_well', undefined]]);
  expect(await of('Karton')).toEqual([['value_not_mapped', 'Karton']]);
  expect(await of('Dutzend')).toEqual([['unit_differs', 'dozen']]);
});
