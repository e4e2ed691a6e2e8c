import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ACCOUNT,
  documents,
  OPPORTUNITY,
  OTHER_QUOTE,
  QUOTE,
  quote,
  WORKS,
} from '../../../../test/stand-ins/sales-cloud-documents.ts';
import type { RecordWish } from '../contract/index.ts';
import { readerOver } from './conformance.ts';
import { dayOf } from './unproved.ts';

let world: ReturnType<typeof documents>;
let reader: Awaited<ReturnType<typeof readerOver>>;
beforeEach(async () => {
  world = documents();
  reader = await readerOver(world, OPPORTUNITY);
});
afterEach(() => reader.close());
const read = (wish: RecordWish = {}) => reader.read(wish);
const gapsOf = async () => (await read()).gaps?.map(({ kind, what }) => `${kind}: ${what}`) ?? [];

describe('quotes', () => {
  test('a version that was replaced, a lost one and one that is not approved promise nothing', async () => {
    for (const state of [
      { lifeCycleStatus: 'INACTIVE_VERSION' },
      { progressStatus: 'LOST' },
      { lifeCycleStatus: 'OPEN', progressStatus: 'OPEN' },
      { lifeCycleStatus: 'IN_PROCESS', progressStatus: 'PENDING', approvalStatus: 'IN_APPROVAL' },
    ]) {
      world.rows.quotes = [quote(state)];
      expect((await read()).quote).toBeNull();
    }
  });
  test('of those that were shown the primary one counts, not the newest', async () => {
    const shown = { lifeCycleStatus: 'IN_PROCESS', progressStatus: 'PENDING' };
    const later = { createdOn: '2026-11-25T08:00:00.000Z' };
    const other = OTHER_QUOTE;
    world.rows.quotes = [
      quote({ ...shown, isPrimary: true }),
      quote({ ...shown, id: other, isPrimary: false, adminData: later }),
    ];
    expect((await read()).quote).toMatchObject({ id: QUOTE, accepted: false });
  });
  test.each([
    ['is on its way', { transferStatus: 'IN_PROCESS' }, { by: 'SAP', number: null, state: 'under_way' }],
    [
      'was interrupted',
      { externalSalesOrderRequestStatus: 'INTERRUPTED' },
      { by: 'SAP', number: null, state: 'under_way' },
    ],
    ['was made', { transferStatus: 'FINISHED' }, { by: 'SAP', number: null, state: 'made' }],
    ['has a number', { externalId: { displayId: '5000012' } }, { by: 'SAP', number: '5000012', state: 'made' }],
  ])('an order of SAP’s own that %s is told, of any version', async (_, told, ownOrder) => {
    const replaced = { id: OTHER_QUOTE, lifeCycleStatus: 'INACTIVE_VERSION' };
    world.rows.quotes = [quote(), quote({ ...replaced, ...told })];
    expect(await read()).toMatchObject({ ownOrder });
  });
  test('where SAP has not begun, nothing is told of it', async () => {
    expect(await read()).not.toHaveProperty('ownOrder');
  });
  test('a quote for another customer than the opportunity’s is named', async () => {
    world.rows.quotes = [quote({ account: { partyId: WORKS, partyName: 'Hafen Technik Werk 2' } })];
    expect(await gapsOf()).toEqual([
      'unreadable: the customer (quote Hafen Technik Werk 2, opportunity Hafen Technik GmbH)',
    ]);
  });
  test('an opportunity without a customer has that of its quote', async () => {
    world.rows.opportunity = { ...world.rows.opportunity, account: null };
    const deal = await read();
    expect([deal.company?.name, deal.gaps]).toEqual(['Hafen Technik GmbH', undefined]);
  });
  test('a list that lacks rows, or that has those of others, is no list', async () => {
    world.given = () => [];
    await expect(read()).rejects.toMatchObject({ kind: 'drift' });
    world.given = null;
    world.rows.quotes = [quote({ relatedObjects: [{ objectId: WORKS, type: 'OPPORTUNITY' }] })];
    await expect(read()).rejects.toMatchObject({ kind: 'drift' });
  });
  test('more than a page holds is read page by page', async () => {
    world.rows.quotes = Array.from({ length: 1100 }, (_, nth) =>
      quote({ id: `6f5d0000-0000-4000-8000-${String(nth).padStart(12, '0')}`, progressStatus: 'LOST' }),
    );
    world.given = (all, skip) => all.slice(skip, skip + 999);
    await read();
    expect(world.asked.filter((each) => each.includes('/salesQuotes?'))).toHaveLength(2);
  });
  test('where goods and invoice go is read from the account that the quote names there', async () => {
    world.rows.quotes = [
      quote({
        shipTo: { partyId: WORKS },
        billTo: { partyId: ACCOUNT, formattedPostalAddress: 'Kai 7, 20457 Hamburg' },
      }),
    ];
    const deal = await read();
    expect(deal.shipTo).toEqual({
      name: 'Hafen Technik Werk 2',
      street: 'Am Deich 1',
      postalCode: '27568',
      city: 'Bremerhaven',
      country: 'DE',
    });
    expect(deal).not.toHaveProperty('billTo');
    world.rows.quotes = [quote({ shipTo: { partyId: ACCOUNT, formattedPostalAddress: 'Lager 3, 28195 Bremen' } })];
    expect(await gapsOf()).toEqual(['unreadable: ship-to address: Lager 3, 28195 Bremen']);
  });
  test('the customer’s number and the wanted day come from the quote', async () => {
    const requestedFulfillmentPeriod = { startDateTime: '2026-12-06T23:00:00.000Z' };
    world.rows.quotes = [
      quote({ customerReferenceId: 'PO-77', requestedFulfillmentPeriod, validityPeriod: { endDate: '2026-12-31' } }),
    ];
    const deal = await read();
    expect([deal.poNumber, deal.requestedDate, deal.quote?.expiresOn]).toEqual(['PO-77', '2026-12-07', '2026-12-31']);
  });
  test('a moment is the day of the person who chose it', () => {
    const days = ['2026-12-31', '2026-12-31T00:00:00Z', '2026-12-30T23:00:00Z', '2026-12-31T05:00:00Z', 'soon'];
    expect(days.map(dayOf)).toEqual(['2026-12-31', '2026-12-31', '2026-12-31', '2026-12-31', null]);
  });
});
