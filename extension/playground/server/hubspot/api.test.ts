import { expect, test } from 'vitest';
import { hubspotApi } from './api.ts';
import { openCrm } from './database.ts';
import { faults } from './errors.ts';
import { delivery, eventsOf } from './events.ts';
import { mergeRecords } from './merge.ts';
import { openPortal, type Portal } from './portal.ts';

function open(more: Partial<Portal> = {}) {
  const crm = openCrm(':memory:', { demo: false });
  const portal = openPortal(more);
  const app = hubspotApi(crm, { clientSecret: 's', clientId: 'c', onChange: () => {}, portal });
  const call = async (method: string, path: string, body?: unknown, bearer = 'playground-access') => {
    const answer = await app.request(path, {
      method,
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) };
  };
  const get = (path: string, bearer?: string) => call('GET', path, undefined, bearer);
  const post = (path: string, body: unknown) => call('POST', path, body);
  const token = async (form: Record<string, string>) => {
    const body = new URLSearchParams({ client_id: 'c', client_secret: 's', ...form });
    const answer = await app.request('/oauth/2026-03/token', { method: 'POST', body });
    return { status: answer.status, body: await answer.json() };
  };
  return { crm, portal, get, post, token };
}
const objects = '/crm/objects/2026-03';

test('associations come by id, a hundred a page; the primary company is listed twice', async () => {
  const { crm, get, post } = open();
  crm.put('deals', '501', { dealname: 'A deal' });
  crm.put('companies', '7005', {});
  crm.put('companies', '7001', {});
  crm.associate(['deals', '501'], ['companies', '7005']);
  crm.associate(['deals', '501'], ['companies', '7001']);
  for (let id = 1120; id > 1000; id -= 1) {
    crm.put('line_items', String(id), {});
    crm.associate(['deals', '501'], ['line_items', String(id)]);
  }
  const { associations } = (await get(`${objects}/deals/501?associations=companies,line_items`)).body;
  expect(associations.companies.results).toEqual([
    { id: '7001', type: 'deal_to_company_unlabeled' },
    { id: '7005', type: 'deal_to_company' },
    { id: '7005', type: 'deal_to_company_unlabeled' },
  ]);
  expect(associations['line items'].results).toHaveLength(100);
  const { after } = associations['line items'].paging.next;
  const rest = await get(`${objects}/deals/501/associations/line_items?after=${after}`);
  expect(rest.body.results).toHaveLength(20);
  expect(rest.body.paging).toBeUndefined();
  const batch = await post('/crm/associations/2026-03/deals/line_items/batch/read', { inputs: [{ id: '501', after }] });
  expect(batch.body.results[0].to).toHaveLength(20);
  const buyers = await post('/crm/associations/2026-03/0-3/companies/batch/read', { inputs: [{ id: '501' }] });
  expect(buyers.body.results[0].to[1]).toMatchObject({
    toObjectId: '7005',
    associationTypes: [{ typeId: 5 }, { typeId: 341 }],
  });
});

test('a batch names what cannot be read in a 207, or leaves it out', async () => {
  const { crm, portal, post } = open();
  for (const id of ['1', '2', '3']) crm.put('line_items', id, { name: id });
  const read = () => post(`${objects}/line_items/batch/read`, { inputs: ['3', '2', '1'].map((id) => ({ id })) });
  portal.unreadable.set('line_items/2', 'error');
  const partial = await read();
  expect(partial.status).toBe(207);
  expect(partial.body.results.map(({ id }: { id: string }) => id)).toEqual(['1', '3']);
  expect(partial.body.errors[0].context.ids).toEqual(['2']);
  portal.unreadable.set('line_items/2', 'missing');
  const silent = await read();
  expect([silent.status, silent.body.results.length, silent.body.errors]).toEqual([200, 2, undefined]);
});

test('a merge answers the survivor under the old ids, and tells of it without a property change', async () => {
  const { crm, portal, get, post } = open();
  crm.put('deals', '501', { dealname: 'Kept', amount: null });
  crm.put('deals', '502', { dealname: 'Lost', amount: '5' });
  const { survivor, changes } = mergeRecords(crm, portal, 'deals', '501', '502');
  for (const id of ['501', '502']) {
    const { body } = await get(`${objects}/deals/${id}?properties=dealname,amount,hs_merged_object_ids`);
    expect(body).toMatchObject({
      id: survivor,
      properties: { dealname: 'Kept', amount: '5', hs_merged_object_ids: '501;502' },
    });
  }
  const batch = await post(`${objects}/deals/batch/read`, { inputs: [{ id: '501' }, { id: '502' }] });
  expect(batch.body.results).toHaveLength(1);
  const told = delivery(changes.flatMap(eventsOf), { portalId: 4242 });
  expect(told.map(({ subscriptionType }) => subscriptionType)).toEqual([
    'deal.merge',
    'object.merge',
    'deal.deletion',
    'object.deletion',
    'deal.deletion',
    'object.deletion',
  ]);
  expect(told[0]).toMatchObject({ primaryObjectId: 501, mergedObjectIds: [502], newObjectId: Number(survivor) });
  portal.mergeMakesNewId = false;
  crm.put('deals', '503', {});
  const plain = mergeRecords(crm, portal, 'deals', survivor, '503');
  expect(plain.survivor).toBe(survivor);
  expect(eventsOf(plain.changes[0] ?? { kind: 'privacyDeletion', id: '1' })[0]).not.toHaveProperty('newObjectId');
  expect((await get(`${objects}/deals/502`)).body.id).toBe(survivor);
});

test.each([
  [
    'a percentage is taken off the total of the line',
    { price: '234.56', quantity: '10', hs_discount_percentage: '20' },
    '1876.48',
  ],
  ['and rounded there', { price: '504.50', quantity: '3', hs_discount_percentage: '33.333333333333336' }, '1009.00'],
  ['money is taken off each unit', { price: '100', quantity: '3', discount: '10.5' }, '268.50'],
  [
    'twelve months',
    { price: '118.00', quantity: '1', recurringbillingfrequency: 'monthly', hs_recurring_billing_period: 'P12M' },
    '1416.00',
  ],
  [
    'a year by quarters',
    { price: '100', quantity: '2', recurringbillingfrequency: 'quarterly', hs_recurring_billing_period: 'P1Y' },
    '800.00',
  ],
  ['until it is cancelled', { price: '100', quantity: '1', recurringbillingfrequency: 'monthly' }, '100.00'],
  [
    'graduated',
    {
      price: '36.50',
      quantity: '150',
      hs_pricing_model: 'graduated',
      hs_tier_ranges: '[100]',
      hs_tier_prices: '[36.50,20]',
    },
    '4650.00',
  ],
  [
    'by volume',
    {
      price: '36.50',
      quantity: '150',
      hs_pricing_model: 'volume',
      hs_tier_ranges: '[100]',
      hs_tier_prices: '[36.50,31]',
    },
    '4650.00',
  ],
])('the amount of a line: %s', async (_, properties, amount) => {
  const { crm, get } = open();
  crm.put('line_items', '1', properties);
  expect((await get(`${objects}/line_items/1?properties=amount`)).body.properties.amount).toBe(amount);
});

test('discounts, fees and taxes of a quote are objects of their own; its amount has them, and its last day is a moment', async () => {
  const { crm, get } = open();
  crm.put('quotes', '8', { hs_expiration_date: '2026-11-28' });
  crm.put('line_items', '1', { price: '504.50', quantity: '4' });
  crm.put('discounts', '2', { hs_type: 'PERCENT', hs_value: '10', hs_label: 'Autumn' });
  crm.put('fees', '3', { hs_type: 'FIXED', hs_value: '25', hs_label: 'Crate' });
  for (const each of [
    ['line_items', '1'],
    ['discounts', '2'],
  ] as const)
    crm.associate(['quotes', '8'], [...each]);
  const read = () =>
    get(`${objects}/quotes/8?properties=hs_quote_amount,hs_expiration_date&associations=discounts,fees`);
  const { body } = await read();
  expect(body.properties).toMatchObject({ hs_quote_amount: '1816.20', hs_expiration_date: '2026-11-27T23:00:00Z' });
  expect(body.associations.discounts.results).toEqual([{ id: '2', type: 'quote_to_discount' }]);
  crm.associate(['quotes', '8'], ['fees', '3']);
  expect((await read()).body.properties.hs_quote_amount).toBe('1841.20');
});

test('limits, locks, migrations and missing scopes are told as HubSpot tells them', async () => {
  const { crm, portal, get } = open();
  crm.put('deals', '501', {});
  const read = (more = '') => get(`${objects}/deals/501${more}`);
  portal.next.push(faults.tenSecondly, faults.locked, () => faults.migrating(7200));
  expect(await read()).toMatchObject({ status: 429, body: { policyName: 'TEN_SECONDLY_ROLLING' } });
  expect((await read()).status).toBe(423);
  const moved = await read();
  expect([moved.status, moved.headers.get('retry-after')]).toEqual([477, '7200']);
  portal.dailyLeft = 1;
  expect((await read()).status).toBe(200);
  expect(await read()).toMatchObject({ status: 429, body: { policyName: 'DAILY' } });
  portal.dailyLeft = null;
  portal.scopes = new Set(['crm.objects.deals.read']);
  expect((await read()).status).toBe(200);
  const scoped = await read('?associations=quotes');
  expect([scoped.status, scoped.body.category]).toEqual([403, 'MISSING_SCOPES']);
  expect(scoped.body.errors[0].context.requiredGranularScopes).toEqual(['crm.objects.quotes.read']);
  expect((await get('/settings/users/2026-03/7')).status).toBe(403);
  portal.scopes.add('settings.users.read');
  expect((await get('/settings/users/2026-03/7')).body).toMatchObject({ id: '7', superAdmin: true });
  expect((await get('/account-info/2026-03/details')).body).toMatchObject({
    companyCurrency: 'EUR',
    timeZone: 'Europe/Berlin',
  });
});

test('the token endpoint says whose fault it is', async () => {
  const { portal, token } = open();
  const refresh = { grant_type: 'refresh_token', refresh_token: 'playground-refresh' };
  expect((await token(refresh)).body).toMatchObject({ hub_id: 4242, expires_in: 1800 });
  const refused = async (form: Record<string, string>) => {
    const { status, body } = await token(form);
    return [status, body.error, body.status];
  };
  expect(await refused({ ...refresh, client_secret: 'x' })).toEqual([400, 'invalid_client', 'BAD_CLIENT_SECRET']);
  expect(await refused({ ...refresh, client_id: 'x' })).toEqual([400, 'invalid_client', 'BAD_CLIENT_ID']);
  expect(await refused({ ...refresh, refresh_token: 'x' })).toEqual([400, 'invalid_grant', 'BAD_REFRESH_TOKEN']);
  const code = { grant_type: 'authorization_code', code: 'once' };
  expect((await token(code)).status).toBe(200);
  expect(await refused(code)).toEqual([400, 'invalid_grant', 'BAD_AUTH_CODE']);
  portal.nextToken.push(faults.token.accountGone);
  expect(await refused(refresh)).toEqual([400, 'access_denied', 'BAD_HUB']);
});

test('an access token goes on beside the next ones, and introspection knows each', async () => {
  const { token, get } = open();
  const refresh = { grant_type: 'refresh_token', refresh_token: 'playground-refresh' };
  const [first, second] = [(await token(refresh)).body.access_token, (await token(refresh)).body.access_token];
  expect(first).not.toBe(second);
  for (const each of [first, second, 'playground-access'])
    expect((await get('/account-info/2026-03/details', String(each))).status).toBe(200);
  expect((await get('/account-info/2026-03/details', 'another')).status).toBe(401);
});

test('a change of an association is told in both directions, in both forms', () => {
  const told = eventsOf({ kind: 'association', from: ['deals', '501'], to: ['companies', '7005'], primary: true });
  expect(told.map(({ subscriptionType }) => subscriptionType)).toEqual([
    'deal.associationChange',
    'object.associationChange',
    'company.associationChange',
    'object.associationChange',
  ]);
  expect(told[0]).toMatchObject({
    associationType: 'DEAL_TO_COMPANY',
    fromObjectId: 501,
    toObjectId: 7005,
    associationRemoved: false,
  });
  expect(told[1]).toMatchObject({ fromObjectTypeId: '0-3', toObjectTypeId: '0-2', associationTypeId: 5 });
  expect(told[1]).not.toHaveProperty('objectTypeId');
});
