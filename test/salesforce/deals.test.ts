import type { Preview } from '@backroom/shared';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';
import { askAsApex, type SalesforceDeal, salesforceDeals } from '../support/apex.ts';

// What a rep meets on an opportunity: the real backend, asked as the package's Apex asks, in front of the org's stand-in.
let world: SecurityWorld;
let deals: SalesforceDeal[] = [];
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  world = await openSecurityWorld();
  deals = await salesforceDeals(world.pageUrl);
});
afterAll(async () => {
  await world.close();
  vi.useRealTimers();
});

/** A deal for each question: what is read of one is remembered for some seconds. */
function deal(nth: number) {
  const found = deals[nth];
  if (!found) throw new Error('too few deals in the playground');
  const [quote = ''] = world.crm.associated('deals', found.dealId, 'quotes');
  const [line = ''] = world.crm.associated('quotes', quote, 'line_items');
  return { ...found, quote, line };
}
async function preview({ opportunityId }: SalesforceDeal): Promise<Preview> {
  const path = `/v1/records/deal/${opportunityId}/preview`;
  const answer = await askAsApex<Preview>(world.pageUrl, path, { method: 'POST', body: {} });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.code}`);
  return answer.data;
}
const checkOf = ({ checks }: Preview, code: string) => checks.find((each) => each.code === code);

test('freight on the quote is a charge of the order, and the order’s total is with it', async () => {
  const own = deal(0);
  world.crm.put('quotes', own.quote, { sf_shipping: '250' });
  const found = await preview(own);
  expect(found.details?.charges).toEqual([
    { kind: 'shipping', name: 'Shipping and Handling', amount: { amount: '250.00', currency: 'EUR' } },
  ]);
  expect(checkOf(found, 'charge_not_carried')).toBeUndefined();
  expect(checkOf(found, 'total_differs')).toBeUndefined();
  expect(checkOf(found, 'quote_total_differs')).toBeUndefined();
  expect(found.canConvert).toBe(true);
});
test('a field that the connected user may not see blocks by its name, until a minute after it was given', async () => {
  world.org.hidden.add('Product2.ProductCode');
  const blocked = await preview(deal(1));
  expect(blocked.canConvert).toBe(false);
  expect(checkOf(blocked, 'field_hidden')).toMatchObject({
    level: 'block',
    values: { what: 'Product Code (Product2.ProductCode)' },
  });
  world.org.hidden.clear();
  vi.setSystemTime(Date.now() + 60_000);
  const seen = await preview(deal(2));
  expect(checkOf(seen, 'field_hidden')).toBeUndefined();
  expect(seen.lines[0]?.code).not.toBeNull();
});
test('lines in another currency than the quote block', async () => {
  const own = deal(3);
  world.crm.put('line_items', own.line, { hs_line_item_currency_code: 'USD' });
  const found = await preview(own);
  expect(checkOf(found, 'mixed_currencies')?.level).toBe('block');
  expect(found.canConvert).toBe(false);
});
test('a second accepted quote is named', async () => {
  const own = deal(4);
  const second = { hs_title: 'Second', hs_status: 'ACCEPTED', hs_quote_number: 'Q-2', hs_currency: 'EUR' };
  world.crm.put('quotes', '8999', second);
  world.crm.associate(['deals', own.dealId], ['quotes', '8999']);
  expect(checkOf(await preview(own), 'several_quotes')?.values.others).toBe('Q-2');
});
test('a delivery address of the quote’s own is that of the order', async () => {
  const own = deal(9);
  world.crm.put('quotes', own.quote, {
    sf_ship_to: JSON.stringify({ street: 'Lager 3', zip: '28195', city: 'Bremen' }),
  });
  const found = await preview(own);
  expect(checkOf(found, 'address_not_carried')).toBeUndefined();
  expect(found.details?.values.deliverTo).toMatchObject({
    kind: 'one_off',
    address: { street: 'Lager 3', postalCode: '28195', city: 'Bremen', country: expect.stringMatching(/^[A-Z]{2}$/) },
  });
});
test('a name with characters that no database takes is read without them', async () => {
  const own = deal(5);
  const name = world.crm.get('line_items', own.line)?.properties.name ?? '';
  world.crm.put('line_items', own.line, { name: `${name}\u0000\uD83D` });
  expect((await preview(own)).lines.map((each) => each.name)).toContain(name);
});
