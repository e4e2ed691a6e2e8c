import { currencySchema, decimal, referenceSchema } from '@backroom/shared';
import { expect, onTestFinished, test } from 'vitest';
import { odoo } from './index.ts';
import { keys, replay } from './replay.ts';

const call = () => ({ signal: AbortSignal.timeout(30_000) });
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());

test('Odoo 16 totals a quote at the price that it stores, which is the one that it invoices', async () => {
  const { url, close } = await replay(new URL('recorded/odoo16-cases.json', import.meta.url), today);
  onTestFinished(close);
  const credentials = { key: keys.full, login: 'backroom' };
  const { customers, products, orders } = odoo({ url, credentials, settings: { database: 'lab16' } });
  const [[customer] = []] = (await customers?.search({ queries: [{ erpNumber: 'CKIT1' }] }, call()))?.results ?? [];
  const [product] = (await products?.resolve({ codes: ['BRP-001'] }, call()))?.results ?? [];
  if (!customer || !product) throw new Error('the recording lacks the customer or the product');
  const currency = currencySchema.parse('USD');
  const line = (quantity: string, price: string) => ({
    productId: product.id,
    quantity: decimal(quantity),
    unitPrice: { amount: decimal(price), currency },
    description: null,
  });
  const simulated = await orders?.simulate?.(
    {
      reference: referenceSchema.parse('BR-LABPLACES'),
      customerId: customer.id,
      currency,
      requestedDate: null,
      note: null,
      lines: [line('1000', '37.1055'), line('3', '33.333'), line('2', '7.15')],
    },
    call(),
  );
  const usd = (amount: string) => ({ amount, currency });
  expect(simulated).toMatchObject({
    refusals: [],
    net: usd('37224.29'),
    lines: [{ net: usd('37110.00') }, { net: usd('99.99') }, { net: usd('14.30') }],
  });
});
