import type { ErpAdapter } from '@backroom/backend/erp/contract/adapter';
import type { ErpOrder, OrderEntries, PostalAddress, Preview } from '@backroom/shared';
import { decimal, erpAddressIdSchema } from '@backroom/shared';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { codesOf, line, openApp } from '../support/app.ts';

const app = await openApp();
beforeAll(async () => {
  await app.backend.startWorker();
  await app.link('C-1001');
});
beforeEach(() => app.alter(null));
afterAll(() => app.close());

const site: PostalAddress = {
  name: 'Baustelle Nord',
  street: 'Am Speicher 7',
  postalCode: '23552',
  city: 'Lübeck',
  country: 'DE',
};
const freight = { kind: 'shipping' as const, name: 'Freight', percent: null, amount: decimal('25') };
const pumps = () => [line('VLV-001', '2', '36.50')];
const enter = (deal: string, entries: OrderEntries) =>
  app.good<Preview>(`/v1/records/deal/${deal}/preview`, { method: 'POST', body: { entries } });
async function ordered(deal: string, more: object = {}): Promise<ErpOrder> {
  const answer = await app.convert(deal, more);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  const done = await app.inErp(answer.data.id);
  expect(done.differences).toBeUndefined();
  const erp = await app.adapter();
  const found = await erp.orders?.findByReference({ references: [done.reference] }, app.call());
  return found?.results[0]?.[0] ?? expect.fail('the ERP has no such order');
}

test('what the CRM says of an order is in the ERP order, and nothing has to be accepted', async () => {
  app.deal('9101', 'C-1001', pumps(), {
    contacts: [{ id: '77', name: 'Jördis Behrend', email: 'j.behrend@example.com' }],
    poNumber: '4500017711',
    requestedDate: '2099-12-24',
    shipTo: { ...site, country: 'Germany' },
    adjustments: [freight],
  });
  const preview = await app.preview('9101');
  expect(codesOf(preview)).toEqual(['all_well']);
  expect(preview.details).toMatchObject({
    entered: [],
    values: { poNumber: '4500017711', requestedDate: '2099-12-24', deliverTo: { kind: 'one_off', address: site } },
    charges: [{ kind: 'shipping', amount: { amount: '25.00', currency: 'EUR' } }],
  });
  expect(await ordered('9101')).toMatchObject({
    poNumber: '4500017711',
    requestedDate: '2099-12-24',
    contact: { name: 'Jördis Behrend' },
    deliverTo: { street: 'Am Speicher 7', city: 'Lübeck', country: 'DE' },
    net: { amount: '98' },
    charges: [{ name: 'Freight' }],
  });
});

test('an address that the ERP has of the customer is sent as that one', async () => {
  const known = { name: null, street: 'kanalweg 18', postalCode: '21107', city: 'Hamburg', country: 'Deutschland' };
  app.deal('9102', 'C-1001', pumps(), { shipTo: known });
  const { details } = await app.preview('9102');
  expect(details?.values.deliverTo).toEqual({ kind: 'known', id: 'cust-1001-2' });
  expect(details?.addresses?.map(({ city }) => city)).toEqual(['Hamburg', 'Hamburg']);
  expect(await ordered('9102')).toMatchObject({ deliverTo: { id: 'cust-1001-2', name: 'Nordwind Werk 2' } });
});

test('an order that names no address is simulated while the ERP is asked for addresses', async () => {
  let isAsked = () => {};
  const asked = new Promise<void>((done) => {
    isAsked = done;
  });
  app.alter((adapter) => {
    const { customers, orders } = adapter as ErpAdapter;
    return {
      customers: {
        ...customers,
        addresses: async (...input: Parameters<NonNullable<NonNullable<typeof customers>['addresses']>>) => {
          await asked;
          return customers?.addresses?.(...input);
        },
      },
      orders: {
        ...orders,
        simulate: (...input: Parameters<NonNullable<NonNullable<typeof orders>['simulate']>>) => {
          isAsked();
          return orders?.simulate?.(...input);
        },
      },
    } as never;
  });
  // A link that nothing was read of yet.
  await app.link('C-1004');
  app.deal('9109', 'C-1004', pumps());
  const { details, total } = await app.preview('9109');
  expect(total).not.toBeNull();
  expect(details?.addresses).not.toBeNull();
});

test('what a rep enters counts before the CRM, and is there again while the quote is the same', async () => {
  app.deal('9103', 'C-1001', pumps(), { poNumber: 'OLD-1' });
  const entries: OrderEntries = {
    poNumber: 'PO-4711',
    note: 'Gate 3',
    partialDelivery: false,
    deliverTo: { kind: 'known', id: erpAddressIdSchema.parse('cust-1001-2') },
    contact: { name: 'Mika Ohm', email: null, phone: '+49 40 1' },
  };
  expect((await enter('9103', entries)).details?.values).toMatchObject({ poNumber: 'PO-4711', partialDelivery: false });
  const again = await app.preview('9103');
  expect(again.details?.values.note).toBe('Gate 3');
  expect(again.details?.entered.toSorted()).toEqual(Object.keys(entries).toSorted());
  app.deal('9103', 'C-1001', [line('VLV-001', '3', '36.50')], { poNumber: 'OLD-1' });
  expect((await app.preview('9103')).details).toMatchObject({ values: { poNumber: 'OLD-1', note: null }, entered: [] });
  app.deal('9103', 'C-1001', pumps(), { poNumber: 'OLD-1' });
  await enter('9103', entries);
  expect(await ordered('9103', { entries })).toMatchObject({
    poNumber: 'PO-4711',
    note: 'Gate 3',
    partialDelivery: false,
    deliverTo: { id: 'cust-1001-2' },
    contact: { name: 'Mika Ohm', phone: '+49 40 1' },
  });
});

test('a rep may leave out what the CRM says', async () => {
  app.deal('9104', 'C-1001', pumps(), { poNumber: 'OLD-1', shipTo: site });
  const order = await ordered('9104', { entries: { poNumber: null, deliverTo: null } });
  expect(order).toMatchObject({ poNumber: null, deliverTo: { id: 'cust-1001-main' } });
});

test('what is beyond the ERP’s limits blocks the preview, by name, and not the press', async () => {
  app.deal('9105', 'C-1001', pumps());
  const preview = await enter('9105', { poNumber: '4'.repeat(36) });
  expect(codesOf(preview)).toContain('erp_limit');
  expect(preview.canConvert).toBe(false);
  expect(preview.details?.longest.poNumber).toBe(35);
  const answer = await app.convert('9105', { entries: { poNumber: '4'.repeat(36) } });
  expect(answer).toMatchObject({ ok: false, problem: { code: 'preview_blocked' } });
});

test.each<[string, OrderEntries, string]>([
  ['without a country', { deliverTo: { kind: 'one_off', address: { ...site, country: null } } }, 'address_incomplete'],
  [
    'in a country that nobody knows',
    { deliverTo: { kind: 'one_off', address: { ...site, country: 'Utopia' } } },
    'address_incomplete',
  ],
  [
    'that is not the customer’s',
    { deliverTo: { kind: 'known', id: erpAddressIdSchema.parse('cust-1002-2') } },
    'address_unknown',
  ],
  ['on a day that has passed', { requestedDate: '2020-01-01' }, 'date_passed'],
])('an order to an address or day %s is named before it is sent', async (_, entries, code) => {
  app.deal('9106', 'C-1001', pumps());
  expect(codesOf(await enter('9106', entries))).toContain(code);
});

test('an address of the CRM that no ERP can keep is named, as one that has to be entered by hand', async () => {
  app.deal('9108', 'C-1001', pumps(), { shipTo: { ...site, country: 'Utopia' } });
  const preview = await app.preview('9108');
  expect(preview.checks.map(({ code, level }) => [code, level])).toEqual([['address_not_carried', 'warn']]);
  expect(preview.details?.values.deliverTo).toBeNull();
});

test('an ERP of the first version gets nothing that it does not know, and the preview names each part', async () => {
  app.alter((adapter) => {
    const { describe, customers } = adapter as ErpAdapter;
    return {
      describe: async (...asked: Parameters<typeof describe>) => ({
        ...(await describe(...asked)),
        carries: undefined,
      }),
      customers: { ...customers, addresses: undefined },
    } as never;
  });
  app.deal('9107', 'C-1001', [line('VLV-001', '2', '40', { discountPercent: decimal('10') })], {
    contacts: [{ id: '77', name: 'Jördis Behrend', email: null }],
    poNumber: '4500017711',
    requestedDate: '2099-12-24',
    shipTo: site,
    adjustments: [freight],
  });
  const preview = await app.preview('9107');
  const named = preview.checks.filter(({ code }) => /not_carried$/.test(code));
  expect(named.map(({ code, level, values }) => [code, level, values.value ?? values.address ?? values.name])).toEqual([
    ['charge_not_carried', 'warn', 'Freight'],
    ['detail_not_carried', 'warn', '4500017711'],
    ['address_not_carried', 'warn', 'Baustelle Nord, Am Speicher 7, 23552 Lübeck, DE'],
  ]);
  expect(preview.details?.takes).toEqual(['requestedDate', 'note']);
  const answer = await app.convert('9107', { note: 'By truck' });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  const { payload } = await app.backend.services.submissions.details(app.account, answer.data.id);
  const order = payload?.kind === 'order' ? payload.order : expect.fail('no order is kept');
  expect(Object.keys(order).toSorted()).toEqual([
    'currency',
    'customerId',
    'lines',
    'note',
    'reference',
    'requestedDate',
  ]);
  expect(Object.keys(order.lines[0] ?? {}).toSorted()).toEqual(['description', 'productId', 'quantity', 'unitPrice']);
  expect(order).toMatchObject({ requestedDate: '2099-12-24', note: 'By truck' });
});
