import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { apps } from '../../../../test/stand-ins/dataverse/start.ts';
import type { CrmDeal, RecordWish } from '../contract/index.ts';
import { account, openOrg } from './conformance.ts';
import { names, ORDERS } from './solution.ts';
import { dayOf } from './unproved.ts';

let org: Awaited<ReturnType<typeof openOrg>>;
beforeEach(async () => {
  org = await openOrg();
});
afterEach(() => org.close());
const call = (more: RecordWish = {}) => ({ account, signal: AbortSignal.timeout(20_000), ...more });
const pump = { code: 'PUMP-1', name: 'Pump', quantity: '4', price: '504.50' };
const company = { name: 'Nordwind GmbH', street: 'Hauptstraße 3', postalCode: '20095', city: 'Hamburg', country: 'DE' };
const fill = (lines = [pump], more: object = {}) =>
  org.organization.fill.deal({
    name: 'Pumps',
    currency: 'EUR',
    company,
    quotes: [{ status: 'accepted', lines, ...more }],
  });
async function read(id: string, wish: RecordWish = {}): Promise<CrmDeal> {
  const record = await org.adapter.record({ type: 'deal', id }, call(wish));
  if (record.type !== 'deal') throw new Error('a deal was asked for');
  return record;
}
const quoteOf = (deal: string) =>
  String(org.organization.store.one('select quoteid as id from quote where _opportunityid_value = ?', deal)?.id);
/** Won quotes refuse changes: hands of people made these before. */
const reopened = (quote: string) => org.organization.desk.change('quote', quote, { statecode: 0, statuscode: 1 });
const won = (quote: string) => org.organization.desk.change('quote', quote, { statecode: 2, statuscode: 4 });
function changeLine(deal: string, changes: Record<string, string | number | null>, nth = 0): void {
  const quote = quoteOf(deal);
  const line = org.organization.desk.linesOf(quote)[nth] ?? '';
  reopened(quote);
  org.organization.desk.change('quotedetail', line, changes);
  won(quote);
}

describe('money', () => {
  test('a discount of the whole lowers the total, in percent and as an amount', async () => {
    const id = fill([pump], { adjustments: [{ kind: 'discount', name: 'x', percent: '10' }] });
    const deal = await read(id);
    expect(deal.adjustments).toEqual([{ kind: 'discount', name: 'discountpercentage', percent: '10', amount: null }]);
    expect([deal.total, deal.gaps]).toEqual(['1816.2', undefined]);
    const both = fill([pump], { adjustments: [{ kind: 'discount', name: 'x', percent: '10', amount: '16.20' }] });
    expect((await read(both)).total).toBe('1800');
  });
  test('the manual discount is of the line, the volume discount of each unit', async () => {
    const id = fill();
    changeLine(id, { manualdiscountamount: '10', volumediscountamount: '1.25' });
    const [line] = (await read(id)).lines;
    expect([line?.discountAmount, line?.total]).toEqual(['3.75', '2003']);
  });
  test('tax of a line is none of its net total', async () => {
    const id = fill();
    changeLine(id, { tax: '383.42' });
    const deal = await read(id);
    expect([deal.lines[0]?.total, deal.total]).toEqual(['2018', '2018']);
    expect(deal.adjustments).toEqual([{ kind: 'tax', name: 'totaltax', percent: null, amount: '383.42' }]);
  });
  test('the amounts are in the quote’s currency, never in the base currency', async () => {
    const id = fill([pump], { currency: 'USD' });
    const deal = await read(id);
    expect([deal.currency, deal.lines[0]?.currency, deal.lines[0]?.unitPrice]).toEqual(['USD', 'USD', '504.5']);
  });
  test('numbers of many decimals are read to the twelfth', async () => {
    const [line] = (await read(fill([{ ...pump, quantity: '2.1234567890123', price: '0.0056000000000000049' }]))).lines;
    expect([line?.quantity, line?.unitPrice]).toEqual(['2.123456789012', '0.0056']);
  });
});

describe('lines', () => {
  test('of a bundle the bundle is ordered; a part with a price of its own is named', async () => {
    const id = fill([
      { ...pump, code: 'SET' },
      { ...pump, code: 'PART', price: '0' },
    ]);
    changeLine(id, { producttypecode: 2 });
    changeLine(id, { producttypecode: 3 }, 1);
    const deal = await read(id);
    expect(deal.lines.map(({ code }) => code)).toEqual(['SET']);
    expect(deal.gaps).toBeUndefined();
    changeLine(id, { priceperunit: '5' }, 1);
    expect((await read(id)).gaps?.map(({ kind }) => kind)).toContain('adjustment');
  });
  test('two dozen are not two pieces: a unit of more than one is named, or given where it is asked for', async () => {
    const id = fill();
    const dozen = org.organization.desk.put('uom', { name: 'Dozen', quantity: '12' });
    changeLine(id, { uomid: dozen });
    expect((await read(id)).gaps).toEqual([
      { kind: 'unreadable', what: 'unit Dozen of 12', lineId: expect.any(String) },
    ]);
    const asked = await read(id, { lineNames: { unit: 'uomid' } });
    expect([asked.lines[0]?.unit, asked.gaps]).toEqual(['Dozen', undefined]);
  });
  test('a price that could not be computed is named', async () => {
    const id = fill();
    changeLine(id, { pricingerrorcode: 15 });
    expect((await read(id)).gaps?.[0]?.what).toBe('pricingerrorcode 15');
  });
  test('a write-in product has its own words and no code', async () => {
    const [line] = (await read(fill([{ ...pump, code: null as never, name: 'Delivery to the roof' }]))).lines;
    expect([line?.code, line?.name]).toEqual([null, 'Delivery to the roof']);
  });
});

describe('quotes', () => {
  test('a revision counts as soon as it is active, and carries its number; a revised one never', async () => {
    const id = org.organization.fill.deal({
      name: 'A',
      currency: 'EUR',
      company,
      quotes: [{ status: 'approved', lines: [pump] }],
    });
    const first = await read(id);
    const next = org.organization.desk.revise(quoteOf(id));
    // A draft promises nothing, and the one before it is closed.
    expect((await read(id)).quote).toBeNull();
    org.organization.desk.change('quote', next, { statecode: 1, statuscode: 3 });
    const second = await read(id);
    expect(second.quote).toMatchObject({ id: next, number: `${first.quote?.number} (1)`, accepted: false });
  });
  test('states are read by their numbers, whatever they are called', async () => {
    expect((await read(fill())).quote?.accepted).toBe(true);
  });
  test('days that a person typed are days, wherever he sat', () => {
    const days = [
      '2026-12-31',
      '2026-12-31T00:00:00Z',
      '2026-12-30T23:00:00Z',
      '2026-12-31T05:00:00Z',
      '2026-12-31T12:00:00Z',
    ];
    expect(days.map(dayOf)).toEqual(['2026-12-31', '2026-12-31', '2026-12-31', '2026-12-31', '2027-01-01']);
    expect(dayOf('soon')).toBeNull();
  });
  test('an address that was changed on the quote is this deal’s own', async () => {
    const id = fill();
    expect(await read(id)).not.toHaveProperty('shipTo');
    reopened(quoteOf(id));
    org.organization.desk.change('quote', quoteOf(id), {
      shipto_name: 'Werk 2',
      shipto_line1: 'Hafen 1',
      shipto_city: 'Kiel',
    });
    won(quoteOf(id));
    expect((await read(id)).shipTo).toMatchObject({ name: 'Werk 2', street: 'Hafen 1', city: 'Kiel' });
  });
});

describe('rights and write-back', () => {
  test('an opportunity that is not shared with the application user is refused by its words', async () => {
    const id = fill();
    org.organization.desk.access.denyTable(apps.backroom.user, 'Read', 'opportunity');
    await expect(read(id)).rejects.toMatchObject({
      kind: 'refused',
      words: expect.stringContaining('prvReadopportunity'),
    });
  });
  test('of a won opportunity the order is told all the same, once', async () => {
    const id = org.organization.fill.deal({ name: 'Won', currency: 'EUR', company, wonOn: '2026-11-20' });
    for (const orderNumber of ['SO-1', 'SO-2'])
      await org.adapter.writeBack({ type: 'deal', id }, { orderNumber }, call());
    const rows = org.organization.store.all(
      `select ${names.orderNumber} as number from ${ORDERS.table} where ${ORDERS.key} = ?`,
      id,
    );
    expect(rows).toEqual([{ number: 'SO-2' }]);
    expect((await read(id)).orderNumber).toBe('SO-2');
  });
  test('a write to an id that no account has makes none', async () => {
    const before = org.organization.store.one('select count(*) as n from account')?.n;
    const gone = { type: 'company' as const, id: '00000000-0000-4000-8000-000000000bad' };
    await expect(org.adapter.writeBack(gone, { creditAlert: 'ok' }, call())).rejects.toMatchObject({
      kind: 'not_found',
    });
    expect(org.organization.store.one('select count(*) as n from account')?.n).toBe(before);
  });
});
