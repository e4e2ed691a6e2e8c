import { currencySchema, decimal, erpCustomerIdSchema, erpProductIdSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import { call, siteOf } from '../../../test/sage-200-site.ts';

/** What the panel shows for a quantity, where the price enquiry says this. */
async function shown(quantity: string, said: object) {
  const site = siteOf(({ resource }) =>
    resource === 'customer_price_enquiry'
      ? { body: { product_id: 5, selling_unit: 'Each', quantity: Number(quantity), ...said } }
      : undefined,
  );
  const asked = {
    customerId: erpCustomerIdSchema.parse('11'),
    currency: currencySchema.parse('GBP'),
    date: '2026-11-28',
    lines: [{ productId: erpProductIdSchema.parse('5'), quantity: decimal(quantity) }],
  };
  const price = (await site.adapter.pricing?.quote(asked, call()))?.results[0];
  return [price?.unitPrice.amount, price?.listPrice?.amount].map(Number);
}

test('a unit price that Sage rounds to two places is that of its total', async () => {
  const rounded = { unit_price: 2.35, discounted_unit_price: 1.99 };
  const totals = { total_price_before_discount: 117.28, total_discounted_price: 99.69 };
  expect(await shown('50', { ...rounded, ...totals })).toEqual([1.9938, 2.3456]);
});
test('a unit price that gives the total is the price, also of a part of a unit', async () => {
  const said = { unit_price: 37.11, discounted_unit_price: 37.11 };
  expect(await shown('0.25', { ...said, total_price_before_discount: 9.28, total_discounted_price: 9.28 })).toEqual([
    37.11, 37.11,
  ]);
  expect(await shown('2', said)).toEqual([37.11, 37.11]);
  expect(await shown('2', { ...said, total_price_before_discount: 0, total_discounted_price: 0 })).toEqual([
    37.11, 37.11,
  ]);
});
