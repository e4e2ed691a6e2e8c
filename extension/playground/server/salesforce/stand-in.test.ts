import { afterEach, beforeEach, expect, test } from 'vitest';
import { filler } from '../fill.ts';
import { openCrm } from '../hubspot/database.ts';
import { salesforceApi } from './api.ts';
import { headersOfMerge } from './changes.ts';
import { toSalesforceId } from './ids.ts';
import { emptyBin, mergeAccounts } from './merges.ts';
import { anOrg, lockedByTrigger } from './org.ts';

// What an adapter must be able to rely on: the stand-in behaves as Salesforce does.
let crm: ReturnType<typeof openCrm>;
let org: ReturnType<typeof anOrg>;
let api: ReturnType<typeof salesforceApi>['app'];
let told: string[];
beforeEach(() => {
  crm = openCrm(':memory:', { demo: false });
  org = anOrg('00D5g00000StandEAE');
  told = [];
  const oauth = { clientId: 'app', clientSecret: 'right', orgId: org.id, userId: 'u', username: 'n', rotate: false };
  api = salesforceApi(crm, {
    org,
    oauth: { ...oauth, refreshToken: 'r' },
    onChange: (type, id, properties, origin) => void told.push(`${type} ${id} ${properties.join()} ${origin}`),
  }).app;
});
afterEach(() => crm.close());

const token = (form: Record<string, string>) =>
  api.request('/services/oauth2/token', {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', client_id: 'app', client_secret: 'right', ...form }),
  });
async function ask(path: string, init: RequestInit = {}) {
  const { access_token } = (await (await token({ refresh_token: 'r' })).json()) as { access_token: string };
  const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${access_token}` };
  const response = await api.request(`/services/data/v64.0${path}`, { ...init, headers });
  const text = await response.text();
  return { status: response.status, text, json: JSON.parse(text || 'null') };
}
const query = (soql: string, resource = 'query') => ask(`/${resource}?q=${encodeURIComponent(soql)}`);
const line = (price: string, more: object = {}) => ({ code: 'A-1', name: 'A', quantity: '3', price, ...more });
const quoted = (more: object) =>
  filler(crm).deal({
    name: 'Deal',
    currency: 'EUR',
    quotes: [{ status: 'accepted', lines: [line('504.50', { discountPercent: '33.333' }), line('10')], ...more }],
  });

test('a quote’s figures are reckoned from its lines, tax and shipping', async () => {
  const deal = quoted({});
  crm.put('quotes', `8${deal}1`, { sf_shipping: '250', sf_tax: '19.5' });
  const fields = 'Subtotal, Discount, TotalPrice, Tax, ShippingHandling, GrandTotal';
  expect((await query(`SELECT ${fields} FROM Quote`)).json.records[0]).toMatchObject({
    Subtotal: 1543.5,
    Discount: 32.68,
    TotalPrice: 1039.05,
    Tax: 19.5,
    ShippingHandling: 250,
    GrandTotal: 1308.55,
  });
  const lines = await query(
    'SELECT UnitPrice, ListPrice, Subtotal, Discount, TotalPrice FROM QuoteLineItem ORDER BY SortOrder',
  );
  expect(lines.json.records[0]).toMatchObject({ Subtotal: 1513.5, TotalPrice: 1009.05, ListPrice: 504.5 });
  expect((await query('SELECT Amount FROM Opportunity')).json.records[0].Amount).toBe(1039.05);
});
test('a field that the user may not see is not described, and a query that names it is refused', async () => {
  quoted({});
  expect((await ask('/sobjects/Product2/describe')).text).toContain('"ProductCode"');
  org.hidden.add('Product2.ProductCode');
  expect((await ask('/sobjects/Product2/describe')).text).not.toContain('ProductCode');
  const refused = await query('SELECT Id, Product2.ProductCode FROM QuoteLineItem');
  expect([refused.status, refused.json[0].errorCode]).toEqual([400, 'INVALID_FIELD']);
  org.hidden.clear();
  expect((await query('SELECT Id, Product2.ProductCode FROM QuoteLineItem')).status).toBe(200);
});
test('currencies of records are there in an org of several only', async () => {
  quoted({});
  expect((await query('SELECT CurrencyIsoCode FROM Quote')).json.records[0].CurrencyIsoCode).toBe('EUR');
  org.multiCurrency = false;
  expect((await query('SELECT CurrencyIsoCode FROM Quote')).json[0].errorCode).toBe('INVALID_FIELD');
});
test('a schedule’s sums are the line’s quantity and total', async () => {
  const deal = filler(crm).deal({ name: 'D', currency: 'EUR', lines: [line('10')] });
  const [id = ''] = crm.associated('deals', deal, 'line_items');
  const schedule = [
    { date: '2027-01-01', quantity: '1', revenue: '9' },
    { date: '2027-02-01', quantity: '4', revenue: '40' },
  ];
  crm.put('line_items', id, { sf_schedule: JSON.stringify(schedule) });
  const fields = 'Id, Quantity, TotalPrice, HasSchedule, HasQuantitySchedule, HasRevenueSchedule';
  expect((await query(`SELECT ${fields} FROM OpportunityLineItem`)).json.records[0]).toMatchObject({
    Quantity: 5,
    TotalPrice: 49,
    HasSchedule: true,
    HasRevenueSchedule: true,
  });
  const of = `WHERE OpportunityLineItem.OpportunityId = '${toSalesforceId('Opportunity', deal)}'`;
  const rows = await query(
    `SELECT ScheduleDate, Quantity, Revenue FROM OpportunityLineItemSchedule ${of} ORDER BY ScheduleDate`,
  );
  expect(rows.json.records.map((row: { Quantity: number }) => row.Quantity)).toEqual([1, 4]);
});
test('a quote without an opportunity has its account', async () => {
  const company = filler(crm).company({ name: 'Nordwind' });
  crm.put('quotes', '8001', { hs_title: 'Alone', hs_status: 'ACCEPTED' });
  crm.associate(['quotes', '8001'], ['companies', company]);
  expect((await query('SELECT OpportunityId, AccountId, ShippingName FROM Quote')).json.records[0]).toMatchObject({
    OpportunityId: null,
    AccountId: toSalesforceId('Account', company),
    ShippingName: 'Nordwind',
  });
});
test('a merged account is gone, and the recycle bin knows its master until it is emptied', async () => {
  const fill = filler(crm);
  const deal = fill.deal({ name: 'D', currency: 'EUR', company: { name: 'Loser' } });
  const [loser = ''] = crm.associated('deals', deal, 'companies');
  const winner = fill.company({ name: 'Winner' });
  mergeAccounts(crm, winner, loser);
  const of = `FROM Account WHERE Id IN ('${toSalesforceId('Account', loser)}', '${toSalesforceId('Account', winner)}')`;
  expect((await query(`SELECT Name ${of}`)).json.records).toMatchObject([{ Name: 'Winner' }]);
  const all = await query(`SELECT Name, IsDeleted, MasterRecordId ${of} ORDER BY Name`, 'queryAll');
  expect(all.json.records).toMatchObject([
    { Name: 'Loser', IsDeleted: true, MasterRecordId: toSalesforceId('Account', winner) },
    { Name: 'Winner', IsDeleted: false, MasterRecordId: null },
  ]);
  expect((await query('SELECT AccountId FROM Opportunity')).json.records[0].AccountId).toBe(
    toSalesforceId('Account', winner),
  );
  expect(headersOfMerge(winner, loser).map(({ changeType }) => changeType)).toEqual(['DELETE', 'UPDATE']);
  emptyBin(crm);
  expect((await query(`SELECT Id ${of}`, 'queryAll')).json.records).toHaveLength(1);
});
test('2,000 rows come at once, the rest behind an address', async () => {
  const lines = Array.from({ length: 2001 }, () => line('1'));
  filler(crm).deal({ name: 'D', currency: 'EUR', lines });
  const first = (await query('SELECT Id FROM OpportunityLineItem')).json;
  expect([first.totalSize, first.done, first.records.length]).toEqual([2001, false, 2000]);
  const rest = (await ask(first.nextRecordsUrl.replace('/services/data/v64.0', ''))).json;
  expect([rest.totalSize, rest.done, rest.records.length]).toEqual([2001, true, 1]);
});
test('a write of ours is told with its origin; a lock in a trigger and a duplicate rule refuse it', async () => {
  const id = toSalesforceId('Opportunity', quoted({}));
  const patch = (headers: Record<string, string> = {}) =>
    ask(`/sobjects/Opportunity/${id}`, { method: 'PATCH', body: '{"Backroom_Order_Number__c":"SO-1"}', headers });
  expect((await patch({ 'sforce-call-options': 'client=backroom' })).status).toBe(204);
  expect(told[0]).toMatch(/^deals \d+ Backroom_Order_Number__c com\/salesforce\/api\/rest\/64\.0;client=backroom$/);
  org.failures.push(lockedByTrigger);
  expect((await patch()).json[0]).toMatchObject({
    errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    message: expect.stringContaining('UNABLE_TO_LOCK_ROW'),
  });
  org.duplicateRule = 'alert';
  expect((await patch()).json[0].errorCode).toBe('DUPLICATES_DETECTED');
  expect((await patch({ 'sforce-duplicate-rule-header': 'allowSave=true' })).status).toBe(204);
});
test('a wrong secret is the app’s fault, a wrong refresh token the grant’s', async () => {
  const errorOf = async (form: Record<string, string>) =>
    ((await (await token(form)).json()) as { error: string }).error;
  expect(await errorOf({ refresh_token: 'r', client_secret: 'wrong' })).toBe('invalid_client');
  expect(await errorOf({ refresh_token: 'other' })).toBe('invalid_grant');
  expect((await api.request('/services/data/v64.0/query?q=x')).status).toBe(401);
});
