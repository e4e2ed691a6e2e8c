import { currencySchema } from '@backroom/shared';
import { afterEach, expect, test } from 'vitest';
import { faults } from '../../../../extension/playground/server/hubspot/errors.ts';
import type { Portal } from '../../../../extension/playground/server/hubspot/portal.ts';
import { settle } from '../../deals/settle.ts';
import { account, openAccount } from './conformance.ts';

type Opened = Awaited<ReturnType<typeof openAccount>>;
let opened: Opened | null = null;
afterEach(async () => {
  await opened?.close();
  opened = null;
});
const call = () => ({ account, signal: AbortSignal.timeout(5000) });
const EUR = currencySchema.parse('EUR');
const line = { code: 'A-1', name: 'Pump', quantity: '4', price: '504.50' };

/** A deal with one quote of one line; what is given is put on the objects as HubSpot has them. */
async function open(more: { quote?: object; line?: object; deal?: object; portal?: Partial<Portal> } = {}) {
  opened = await openAccount(more.portal);
  const { crm, fill, adapter } = opened;
  const id = fill.deal({ name: 'Deal', currency: 'EUR', quotes: [{ status: 'accepted', lines: [line] }] });
  const [quote = ''] = crm.associated('deals', id, 'quotes');
  const [lineId = ''] = crm.associated('quotes', quote, 'line_items');
  crm.put('deals', id, { ...more.deal });
  crm.put('quotes', quote, { ...more.quote });
  crm.put('line_items', lineId, { ...more.line });
  async function read() {
    const record = await adapter.record({ type: 'deal', id }, call());
    if (record.type !== 'deal') throw new Error('a deal was asked for');
    return record;
  }
  return { ...opened, id, quote, lineId, read };
}
const gapsOf = async (more: Parameters<typeof open>[0]) => {
  const { read } = await open(more);
  const { gaps = [] } = await read();
  await opened?.close();
  opened = null;
  return gaps.map(({ kind }) => kind);
};

test.each([
  ['a moment that is midnight in Berlin', '2026-11-27T23:00:00Z', {}, '2026-11-28'],
  ['the same in milliseconds', String(Date.parse('2026-11-27T23:00:00Z')), {}, '2026-11-28'],
  ['a day', '2026-11-28', {}, '2026-11-28'],
  [
    'midnight UTC, in a zone where that is the evening before',
    '2026-11-28T00:00:00Z',
    { timeZone: 'America/New_York' },
    '2026-11-28',
  ],
  ['midnight in New York', '2026-11-28T05:00:00.000Z', { timeZone: 'America/New_York' }, '2026-11-28'],
])('%s is the last day of the quote', async (_, written, portal, day) => {
  const { read } = await open({ quote: { hs_expiration_date: written }, portal });
  expect((await read()).quote?.expiresOn).toBe(day);
});
test('the quote’s own time zone counts before the account’s, and what is no day is named', async () => {
  const { read, crm, quote } = await open({
    quote: { hs_expiration_date: '2026-11-27T15:00:00Z', hs_timezone: 'Asia/Tokyo' },
  });
  expect((await read()).quote?.expiresOn).toBe('2026-11-28');
  crm.put('quotes', quote, { hs_expiration_date: 'end of the month' });
  expect(await read()).toMatchObject({ quote: { expiresOn: null }, gaps: [{ kind: 'unreadable' }] });
});
test.each([
  ['ACCEPTED', {}, true],
  ['APPROVED', {}, false],
  ['APPROVAL_NOT_NEEDED', { hs_esign_num_signers_required: '2', hs_esign_num_signers_completed: '1' }, false],
  ['APPROVAL_NOT_NEEDED', { hs_esign_num_signers_required: '2', hs_esign_num_signers_completed: '2' }, true],
  ['APPROVED', { hs_esign_num_signers_required: '0', hs_esign_num_signers_completed: '0' }, false],
  ['APPROVED', { hs_esign_status: 'SIGNED' }, true],
  ['APPROVED', { hs_esign_status: 'PENDING_SIGNATURE' }, false],
  ['APPROVED', { hs_payment_status: 'PAID' }, true],
  ['PENDING_APPROVAL', { hs_esign_status: 'SIGNED' }, null],
  ['DRAFT', {}, null],
  ['REJECTED', {}, null],
  [null, {}, null],
])('a quote that is %s with %o: accepted %s', async (hs_status, more, accepted) => {
  const { read } = await open({ quote: { hs_status, ...more } });
  expect((await read()).quote?.accepted ?? null).toBe(accepted);
});
test('a quote that is signed is no choice beside one that only waits', async () => {
  const { read, crm, fill } = await open();
  const other = fill.deal({
    name: 'Two',
    currency: 'EUR',
    quotes: ['approved', 'approved', 'approved'].map(() => ({ status: 'approved' as const, lines: [line] })),
  });
  const [, signed = ''] = crm.associated('deals', other, 'quotes');
  const found = () => opened?.adapter.record({ type: 'deal', id: other }, call());
  // A newer offer replaces an older one: nothing to choose.
  expect(await found()).toMatchObject({ quote: { accepted: false } });
  expect(await found()).not.toHaveProperty('otherQuotes');
  crm.put('quotes', signed, { hs_esign_status: 'SIGNED' });
  expect(await found()).toMatchObject({ quote: { id: signed, accepted: true } });
  expect(await read()).not.toHaveProperty('otherQuotes');
});

test('what is no number is named, never passed over', async () => {
  expect(await gapsOf({ line: { price: 'on request', amount: '2018' } })).toEqual(['unreadable']);
  expect(await gapsOf({ line: { quantity: '1,5', amount: '2018' } })).toEqual(['unreadable']);
});
test('a term is named, a single payment is a plain line', async () => {
  expect(await gapsOf({ line: { recurringbillingfrequency: 'monthly', hs_recurring_billing_period: 'P12M' } })).toEqual(
    ['recurring'],
  );
  expect(await gapsOf({ line: { recurringbillingfrequency: 'annually' } })).toEqual(['recurring']);
  expect(await gapsOf({ line: { hs_recurring_billing_period: 'P2Y' } })).toEqual(['recurring']);
  expect(
    await gapsOf({ line: { recurringbillingfrequency: 'annually', hs_recurring_billing_number_of_payments: '1' } }),
  ).toEqual([]);
});
test('tiers are carried by HubSpot’s own total, and named where there is none or their kind is not known', async () => {
  const { read } = await open({
    line: { hs_pricing_model: 'graduated', quantity: '150', price: '36.50', amount: '4650' },
  });
  const found = await read();
  expect(found.lines).toMatchObject([{ unitPrice: '31', total: '4650', discountPercent: null }]);
  expect(found).not.toHaveProperty('gaps');
  await opened?.close();
  expect(await gapsOf({ line: { hs_pricing_model: 'by_the_moon', amount: '4650' } })).toEqual(['tiered']);
  expect(await gapsOf({ line: { hs_pricing_model: 'volume', quantity: '0', amount: '4650' } })).toEqual(['tiered']);
});
test('a line that the buyer may leave out is named', async () => {
  expect(await gapsOf({ line: { hs_is_optional: 'true' } })).toEqual(['unreadable']);
});

type Beside = { type: string; label: string; kind: string | null; value: string };
function beside({ crm, quote }: Pick<Awaited<ReturnType<typeof open>>, 'crm' | 'quote'>, all: readonly Beside[]): void {
  for (const [nth, { type, label, kind, value }] of all.entries()) {
    crm.put(type, `77${nth}`, {
      hs_label: label,
      hs_type: kind,
      hs_value: value,
      hs_sort_order: String(all.length - nth),
    });
    crm.associate(['quotes', quote], [type, `77${nth}`]);
  }
}
const discount = (value: string, kind: string | null = 'PERCENT'): Beside => ({
  type: 'discounts',
  label: `less ${value}`,
  kind,
  value,
});

test('a discount of the quote comes to the same net, read or not', async () => {
  const parts = await open();
  beside(parts, [discount('10')]);
  const seen = await parts.read();
  expect(settle(seen, EUR)).toMatchObject({ net: '1816.20', differences: [] });
  // Named in an error, left out without a word, or not even linked: each blocks.
  for (const how of ['error', 'missing'] as const) {
    parts.portal.unreadable.set('discounts/770', how);
    expect((await parts.read()).gaps).toMatchObject([{ kind: 'unreadable', what: 'discount 770' }]);
  }
  parts.portal.unreadable.clear();
  parts.crm.remove('discounts', '770');
  parts.crm.put('quotes', parts.quote, { hs_quote_amount: '1816.20' });
  const unseen = await parts.read();
  expect(unseen.adjustments).toBeUndefined();
  expect(settle(unseen, EUR).differences).toMatchObject([{ kind: 'quote_total', crm: '1816.20', computed: '2018.00' }]);
});
test('where HubSpot does not tell what there is beside lines, the quote’s amount decides; without one it is named', async () => {
  const parts = await open();
  parts.hands.instead = (request) =>
    request.url.includes('discounts') ? faults.missingScopes('crm.objects.some.read') : null;
  const before = parts.front.counts().calls;
  expect(await parts.read()).toMatchObject({ total: '2018', linesFrom: 'quote' });
  expect(await parts.read()).not.toHaveProperty('gaps');
  // Deal, quote refused, quote again, lines; the second time nobody asks for what was refused.
  expect(parts.front.counts().calls - before).toBe(4 + 3);
  parts.crm.put('quotes', parts.quote, { hs_quote_amount: '1816.20' });
  expect(settle(await parts.read(), EUR).differences).toMatchObject([{ kind: 'quote_total' }]);
  parts.crm.put('quotes', parts.quote, { hs_quote_amount: 'n/a' });
  expect((await parts.read()).gaps).toMatchObject([{ kind: 'unreadable', what: 'discounts, fees, taxes' }]);
});
test('a part of the associations that HubSpot does not give is no shorter list', async () => {
  const parts = await open({ portal: { associationPage: 1 } });
  const extra = { hs_sku: 'B-2', name: 'Valve', quantity: '1', price: '10', hs_line_item_currency_code: 'EUR' };
  parts.crm.put('line_items', '9999', extra);
  parts.crm.associate(['quotes', parts.quote], ['line_items', '9999']);
  expect((await parts.read()).lines).toHaveLength(2);
  parts.hands.instead = (request) =>
    request.url.includes('/quotes/line_items/batch/read')
      ? Response.json(
          { results: [], numErrors: 1, errors: [{ subCategory: 'crm.associations.INTERNAL', message: 'try later' }] },
          { status: 207 },
        )
      : null;
  await expect(parts.read()).rejects.toMatchObject({ kind: 'drift' });
});
test('a deal with one quote is read in few calls', async () => {
  const { read, front, id, crm, fill } = await open();
  crm.associate(
    ['deals', id],
    ['companies', fill.company({ name: 'Nordwind', contactEmail: 'alex@nordwind.example' })],
  );
  const before = front.counts().calls;
  await read();
  expect(front.counts().calls - before).toBeLessThanOrEqual(5);
});
test('discounts count in their order, fees and taxes beside them, and an unknown kind is named', async () => {
  const parts = await open();
  beside(parts, [
    discount('10'),
    discount('18', 'FIXED'),
    { type: 'fees', label: 'Freight', kind: 'FIXED', value: '250' },
    { type: 'taxes', label: 'VAT', kind: 'PERCENT', value: '19' },
    discount('5', null),
    discount('-5', 'FIXED'),
  ]);
  parts.crm.put('quotes', parts.quote, { hs_quote_amount: '1' });
  const found = await parts.read();
  expect(found.adjustments?.map(({ kind, percent, amount }) => [kind, percent ?? amount])).toEqual([
    ['discount', '18'],
    ['discount', '10'],
    ['fee', '250'],
    ['tax', '19'],
  ]);
  expect(found.gaps).toMatchObject([
    { kind: 'adjustment', what: 'less -5' },
    { kind: 'adjustment', what: 'less 5' },
  ]);
  // A percentage cannot be taken out of the amount again to the cent.
  expect(found.total).toBeUndefined();
});
test('the amount of a quote is no check sum where it may mean two things', async () => {
  for (const more of [
    { recurringbillingfrequency: 'monthly' },
    { hs_billing_start_delay_type: 'hs_billing_start_delay_days' },
    { hs_tax_amount: '383.42' },
    { hs_is_optional: 'true' },
  ]) {
    const { read } = await open({ line: more });
    expect(await read()).not.toHaveProperty('total');
    await opened?.close();
  }
  expect((await (await open({ line: { hs_tax_amount: '0' } })).read()).total).toBe('2018');
});

test('several companies and none of them the primary one: named, and nobody is the customer', async () => {
  const { read, crm, fill, id } = await open();
  const [one, two] = [fill.company({ name: 'One' }), fill.company({ name: 'Two' })];
  crm.associate(['deals', id], ['companies', one]);
  crm.associate(['deals', id], ['companies', two]);
  crm.setPrimaryCompany(id, null);
  expect(await read()).toMatchObject({ company: null, gaps: [{ kind: 'unreadable', what: 'primary company' }] });
  crm.setPrimaryCompany(id, two);
  expect(await read()).toMatchObject({ company: { id: two } });
  crm.remove('companies', two);
  crm.setPrimaryCompany(id, null);
  expect(await read()).toMatchObject({ company: { id: one } });
});
test('a deal without a currency is in the account’s, on the page and in the list of what was sold', async () => {
  const { fill, crm, adapter } = await open({ portal: { companyCurrency: 'CHF' } });
  const id = fill.deal({ name: 'Won', currency: 'EUR', wonOn: '2025-03-14', amount: '10.50', lines: [line] });
  crm.put('deals', id, { deal_currency_code: null });
  for (const each of crm.associated('deals', id, 'line_items'))
    crm.put('line_items', each, { hs_line_item_currency_code: null });
  expect(await adapter.record({ type: 'deal', id }, call())).toMatchObject({ currency: 'CHF' });
  await adapter.prepare(call());
  const asked = { from: '2025-03-01', to: '2025-03-31', timeZone: 'Europe/Berlin', cursor: null };
  expect((await adapter.sold?.(asked, call()))?.deals).toMatchObject([{ id, currency: 'CHF', amount: '10.5' }]);
});
test('lines in another currency than their deal’s are told as they are', async () => {
  const { read } = await open({ deal: { deal_currency_code: 'USD' }, quote: { hs_currency: 'USD' } });
  expect(await read()).toMatchObject({ currency: 'USD', lines: [{ currency: 'EUR' }] });
});

test('a deal tells the customer’s PO number and wanted day where the account has properties for them', async () => {
  const plain = await (await open()).read();
  expect([plain.poNumber, plain.requestedDate]).toEqual([undefined, undefined]);
  await opened?.close();
  const deal = { backroom_po_number: ' 4500017711 ', backroom_requested_date: '2026-12-24' };
  const { read } = await open({ deal });
  expect(await read()).toMatchObject({ poNumber: '4500017711', requestedDate: '2026-12-24' });
});
