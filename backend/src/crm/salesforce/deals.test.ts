import { accountIdSchema } from '@backroom/shared';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fromSalesforceId, toSalesforceId } from '../../../../extension/playground/server/salesforce/ids.ts';
import { memoryTokens } from '../conformance/front.ts';
import type { DealSpec, LineSpec } from '../conformance/subject.ts';
import type { CrmDeal } from '../contract/index.ts';
import { CLIENT_ID, openOrg, orgId } from './conformance.ts';
import { createSalesforceCrm } from './index.ts';
import { salesforceTokens } from './tokens.ts';

// What only Salesforce has on a deal: each must be read, or named.
const account = accountIdSchema.parse(`salesforce:${orgId}`);
const call = () => ({ account, signal: AbortSignal.timeout(5000) });
let opened: Awaited<ReturnType<typeof openOrg>>;
let adapter: ReturnType<typeof createSalesforceCrm>;
let passed = 0;
beforeEach(async () => {
  opened = await openOrg();
  passed = 0;
  const { url } = opened.front;
  const kept = memoryTokens(account, {
    accessToken: '',
    refreshToken: 'first',
    expiresAt: 0,
    more: { instanceUrl: url, loginUrl: url },
  });
  const now = () => Date.now() + passed;
  const app = { clientId: CLIENT_ID, clientSecret: null, redirectUri: url, jwtKey: null };
  adapter = createSalesforceCrm({ tokens: salesforceTokens(app, kept.store, now), now });
});
afterEach(() => opened.close());

const line = (code: string, more: Partial<LineSpec> = {}): LineSpec => ({
  code,
  name: `Product ${code}`,
  quantity: '4',
  price: '504.50',
  ...more,
});
const company = { name: 'Nordwind', contactEmail: 'alex@nordwind.example' };
const put = (more: Partial<DealSpec>) =>
  toSalesforceId('Opportunity', opened.fill.deal({ name: 'A deal', currency: 'EUR', company, ...more }));
const quoted = (more: object = {}) => put({ quotes: [{ status: 'accepted', lines: [line('A-1')], ...more }] });
const quoteOf = (id: string) => `8${fromSalesforceId('Opportunity', id)}1`;
async function read(id: string): Promise<CrmDeal> {
  const record = await adapter.record({ type: 'deal', id }, call());
  if (record.type !== 'deal') throw new Error('a deal');
  return record;
}
const gapsOf = async (id: string) => ((await read(id)).gaps ?? []).map(({ kind, what }) => `${kind} ${what}`);

test('freight and tax are charges with the org’s own words, and the total is what comes before them', async () => {
  const id = quoted();
  opened.crm.put('quotes', quoteOf(id), { sf_shipping: '250', sf_tax: '383.42' });
  expect(await read(id)).toMatchObject({
    total: '2018',
    adjustments: [
      { kind: 'shipping', name: 'Shipping and Handling', percent: null, amount: '250' },
      { kind: 'tax', name: 'Tax', percent: null, amount: '383.42' },
    ],
  });
  expect(await gapsOf(id)).toEqual([]);
});
test('a grand total that is not made of what we know is named', async () => {
  const id = quoted();
  opened.way.spoil = (_path, text) => text.replace('"GrandTotal":2018.0', '"GrandTotal":1968.0');
  expect(await gapsOf(id)).toEqual(['adjustment Grand Total: 1968']);
});
test('a grand total is compared in the places of its currency', async () => {
  const id = quoted();
  opened.way.spoil = (_path, text) =>
    text
      .replaceAll('"CurrencyIsoCode":"EUR"', '"CurrencyIsoCode":"KWD"')
      .replace('"GrandTotal":2018.0', '"GrandTotal":2018.004');
  expect(await gapsOf(id)).toContain('adjustment Grand Total: 2018.004');
});
test.each([
  ['Quote.ShippingHandling', 'Shipping and Handling (Quote.ShippingHandling)'],
  ['Quote.Tax', 'Tax (Quote.Tax)'],
  ['Quote.TotalPrice', 'Total Price (Quote.TotalPrice)'],
  ['Quote.ExpirationDate', 'Expiration Date (Quote.ExpirationDate)'],
  ['QuoteLineItem.UnitPrice', 'Sales Price (QuoteLineItem.UnitPrice)'],
  ['QuoteLineItem.Discount', 'Discount (QuoteLineItem.Discount)'],
  ['QuoteLineItem.Quantity', 'Quantity (QuoteLineItem.Quantity)'],
  ['Product2.ProductCode', 'Product Code (Product2.ProductCode)'],
  ['Opportunity.AccountId', 'Account Name (Opportunity.AccountId)'],
  ['Opportunity.Backroom_Order_Number__c', 'ERP order number (Opportunity.Backroom_Order_Number__c)'],
  ['Quote', 'Quote'],
  ['QuoteLineItem', 'QuoteLineItem'],
  ['Product2', 'Product2'],
  ['Account', 'Account'],
])(
  '%s hidden: named as "%s", before and after it was described, and seen a minute after it was given',
  async (right, what) => {
    const id = quoted();
    expect(await gapsOf(id)).toEqual([]);
    opened.org.hidden.add(right);
    expect(await gapsOf(id)).toContain(`hidden ${what}`);
    opened.org.hidden.delete(right);
    passed = 60_000;
    expect(await gapsOf(id)).toEqual([]);
  },
);
test('the state of quotes hidden: named, for an accepted one may be among them', async () => {
  const id = put({ lines: [line('OWN')], quotes: [{ status: 'accepted', lines: [line('QUOTED')], synced: false }] });
  opened.org.hidden.add('Quote.Status');
  expect(await gapsOf(id)).toEqual(['hidden Status (Quote.Status)']);
});
test('quotes switched off are no gap, and neither is what concerns no line', async () => {
  opened.org.quotes = false;
  expect(await gapsOf(put({ lines: [line('A-1')] }))).toEqual([]);
  opened.org.hidden.add('Product2.ProductCode');
  expect(await gapsOf(put({}))).toEqual([]);
});
test('a line with a schedule is named: it is not one delivery or one payment', async () => {
  const schedule = JSON.stringify([
    { date: '2027-01-01', quantity: '1', revenue: '9' },
    { date: '2027-02-01', quantity: '4', revenue: '40' },
  ]);
  const id = put({ lines: [line('A-1'), line('B-2')] });
  const [first = ''] = opened.crm.associated('deals', fromSalesforceId('Opportunity', id) ?? '', 'line_items');
  opened.crm.put('line_items', first, { sf_schedule: schedule });
  const deal = await read(id);
  expect(deal.gaps).toEqual([{ kind: 'recurring', what: 'Product A-1', lineId: deal.lines[0]?.id }]);
});
test('of two accepted quotes the one that the opportunity is kept in step with is used, and the other is still named', async () => {
  const quote = (code: string, synced: boolean) => ({ status: 'accepted' as const, lines: [line(code)], synced });
  const deal = await read(put({ quotes: [quote('SYNCED', true), quote('NEWER', false)] }));
  expect(deal.lines[0]?.code).toBe('SYNCED');
  expect(deal.otherQuotes).toHaveLength(1);
  const draft = { status: 'draft' as const, lines: [line('DRAFT')], synced: true };
  const shown = { status: 'approved' as const, lines: [line('APPROVED')], synced: false };
  expect((await read(put({ quotes: [draft, shown] }))).otherQuotes).toBeUndefined();
});
test('the opportunity’s amount is the total of its lines, and nothing where there are none', async () => {
  expect(await read(put({ lines: [line('A-1')] }))).toMatchObject({ total: '2018', lines: [{ total: '2018' }] });
  expect((await read(put({ amount: '5000' }))).total).toBeUndefined();
});
test('an account or product that is not shared is named by its id, and is not taken for none', async () => {
  const id = quoted();
  const { company: buyer, lines } = await read(id);
  opened.org.unshared.add(buyer?.id ?? '');
  const { company: hidden, gaps } = await read(id);
  expect([hidden, gaps]).toEqual([null, [{ kind: 'unreadable', what: `Account ${buyer?.id}`, lineId: null }]]);
  opened.org.unshared.clear();
  opened.way.spoil = (_path, text) => text.replaceAll(/"Product2":\{"attributes":\{.*?\}.*?\}/g, '"Product2":null');
  const [gap] = (await read(id)).gaps ?? [];
  expect([gap?.kind, gap?.what.slice(0, 12), gap?.lineId]).toEqual(['unreadable', 'Product2 01t', lines[0]?.id]);
});
test('a last day that is none is named', async () => {
  const id = quoted({ expiresOn: '2026-12-31' });
  opened.way.spoil = (_path, text) => text.replace('"ExpirationDate":"2026-12-31"', '"ExpirationDate":"soon"');
  expect(await gapsOf(id)).toEqual(['unreadable Expiration Date: soon']);
});
test('the primary contact comes first', async () => {
  const id = quoted();
  const deal = fromSalesforceId('Opportunity', id) ?? '';
  opened.crm.put('contacts', '1', { firstname: 'Kim', lastname: 'Other', email: 'kim@other.example' });
  opened.crm.associate(['deals', deal], ['contacts', '1']);
  opened.crm.put('deals', deal, { sf_primary_contact: '1' });
  expect((await read(id)).contacts.map(({ email }) => email)).toEqual(['kim@other.example', 'alex@nordwind.example']);
});
test('a delivery address that is neither of the account’s is the deal’s own', async () => {
  const place = { street: 'Hauptstraße 3', postalCode: '20095', city: 'Hamburg', country: 'DE' };
  const id = put({ company: { ...company, ...place }, quotes: [{ status: 'accepted', lines: [line('A-1')] }] });
  expect((await read(id)).shipTo).toBeUndefined();
  const shipTo = (more: object) =>
    opened.crm.put('quotes', quoteOf(id), {
      sf_ship_to: JSON.stringify({ street: 'HAUPTSTRASSE 3', zip: '20095', city: 'Hamburg', country: 'DE', ...more }),
    });
  shipTo({ street: 'hauptstraße  3' });
  expect((await read(id)).shipTo).toBeUndefined();
  shipTo({ street: 'Lager 3', city: 'Bremen' });
  expect((await read(id)).shipTo).toEqual({
    name: 'Nordwind',
    street: 'Lager 3',
    postalCode: '20095',
    city: 'Bremen',
    country: 'DE',
  });
});
test('an org with one currency: read from the org when it was not known, and asked once', async () => {
  opened.org.multiCurrency = false;
  const id = quoted();
  expect(await read(id)).toMatchObject({ currency: 'EUR', lines: [{ currency: null }] });
  const before = opened.front.counts().calls;
  await read(id);
  expect(opened.front.counts().calls - before).toBe(1);
});
test('a currency that is no code is named, and none is taken for it', async () => {
  const id = quoted();
  opened.way.spoil = (_path, text) => text.replaceAll('"CurrencyIsoCode":"EUR"', '"CurrencyIsoCode":"euro"');
  expect(await read(id)).toMatchObject({ currency: null, lines: [{ currency: null }] });
  expect(await gapsOf(id)).toContain('unreadable Currency: euro');
});
test('fewer rows than the query found, or a further page without an address, are no answer', async () => {
  const id = quoted();
  await read(id);
  opened.way.spoil = (_path, text) => text.replace('"totalSize":1,', '"totalSize":2,');
  await expect(read(id)).rejects.toMatchObject({ kind: 'drift' });
  opened.way.spoil = (_path, text) => text.replace('"done":true', '"done":false');
  await expect(read(id)).rejects.toMatchObject({ kind: 'drift' });
});

test('the quote’s contact comes first, and fields that the org has say what the customer wants', async () => {
  const plain = await read(quoted());
  expect([plain.poNumber, plain.requestedDate, plain.billTo]).toEqual([undefined, undefined, undefined]);
  const id = quoted();
  const { crm } = opened;
  crm.put('contacts', '9001', {
    firstname: 'Mika',
    lastname: 'Ohm',
    email: 'mika@nordwind.example',
    phone: '+49 40 1',
  });
  crm.associate(['quotes', quoteOf(id)], ['contacts', '9001']);
  const deal = { backroom_po_number: '4500017711', backroom_requested_date: '2026-12-24' };
  crm.put('deals', fromSalesforceId('Opportunity', id) ?? '', deal);
  const found = await read(id);
  expect(found).toMatchObject({ poNumber: '4500017711', requestedDate: '2026-12-24' });
  expect(found.contacts[0]).toMatchObject({ name: 'Mika Ohm', phone: '+49 40 1' });
});
