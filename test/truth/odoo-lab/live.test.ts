// What an admin or a colleague changes in a real Odoo while the adapter is open.
import { odoo } from '@backroom/backend/erp/odoo/index';
import {
  currencySchema,
  decimal,
  erpCustomerIdSchema,
  erpProductIdSchema,
  type Reference,
  referenceSchema,
} from '@backroom/shared';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { call } from '../part.ts';
import { type Desk, day, deskAt } from './desk.ts';

const { ODOO_URL = '', ODOO_DB = '', ODOO_API_KEY = '', ODOO_ADMIN_KEY = '', ODOO_LIMITED_KEY = '' } = process.env;
const { ODOO_PG_URL = '', ODOO_LIMITED_LOGIN = '' } = process.env;
const missing = ODOO_ADMIN_KEY === '' || ODOO_LIMITED_KEY === '' || ODOO_PG_URL === '';
if (missing)
  console.log('Changes in a real Odoo were not tried: ODOO_ADMIN_KEY, ODOO_LIMITED_KEY and ODOO_PG_URL name no server');

const usd = currencySchema.parse('USD');
const opened = (key = ODOO_API_KEY, settings: Record<string, string> = {}) => {
  const { orders, customers, products, invoices, returns, changes, credit } = odoo({
    url: ODOO_URL,
    credentials: { key },
    settings: { database: ODOO_DB, ...settings },
  });
  if (
    !orders?.simulate ||
    !orders.confirm ||
    !customers?.create ||
    !products ||
    !invoices ||
    !returns?.create ||
    !changes ||
    !credit
  )
    throw new Error('the adapter lacks something');
  return {
    orders: { ...orders, simulate: orders.simulate, confirm: orders.confirm },
    customers: { ...customers, create: customers.create },
    returns: { ...returns, create: returns.create },
    products,
    invoices,
    changes,
    credit,
  };
};
let nth = 0;
const reference = (): Reference => {
  nth += 1;
  return referenceSchema.parse(`BR-LIVE${Date.now().toString(36).toUpperCase()}${String(nth).padStart(3, '0')}`);
};
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each();
});
const desk = (): Promise<Desk> => deskAt(ODOO_URL, ODOO_DB, ODOO_ADMIN_KEY, 1);
async function database() {
  const client = new pg.Client({ connectionString: ODOO_PG_URL });
  await client.connect();
  undo.push(() => client.end());
  return client;
}
async function orderFor(customer: number, product: number, more: { price?: string; quantity?: string } = {}) {
  return {
    reference: reference(),
    customerId: erpCustomerIdSchema.parse(String(customer)),
    currency: usd,
    requestedDate: null as string | null,
    note: null as string | null,
    lines: [
      {
        productId: erpProductIdSchema.parse(String(product)),
        quantity: decimal(more.quantity ?? '1'),
        unitPrice: { amount: decimal(more.price ?? '100'), currency: usd },
        description: null as string | null,
      },
    ],
  };
}

describe.skipIf(missing)('a real Odoo that changes while the adapter is open', () => {
  test('a tax that becomes part of the price is added to the net price of the very next order', async () => {
    const at = await desk();
    const { orders } = opened();
    const [customer, product] = [await at.customer('LAB-TAX'), await at.product('LABP-TAX')];
    await at.write('product.product', [product], { taxes_id: [[5]] });
    const input = await orderFor(customer, product);
    expect((await orders.simulate(input, call())).total.amount).toBe('100.00');
    const tax = await at.ensure('account.tax', 'name', 'Lab 19 % included', {
      amount: 19,
      amount_type: 'percent',
      type_tax_use: 'sale',
      price_include_override: 'tax_included',
    });
    await at.write('product.product', [product], { taxes_id: [[6, 0, [tax]]] });
    const made = await orders.create(input, call());
    expect(made).toMatchObject({ net: { amount: '100.00' }, total: { amount: '119.00' } });
    expect(made.lines).toMatchObject([{ unitPrice: { amount: '100' }, net: { amount: '100.00' } }]);
    await orders.cancel?.({ id: made.id }, call());
  });

  test('a tax of an amount per piece inside the price leaves the net amount of the quote', async () => {
    const at = await desk();
    const { orders } = opened();
    const [customer, product] = [await at.customer('LAB-TAX'), await at.product('LABP-FIXEDTAX')];
    const taxes = [
      await at.ensure('account.tax', 'name', 'Lab 2.50 each', {
        ...{ amount: 2.5, amount_type: 'fixed', type_tax_use: 'sale', price_include_override: 'tax_included' },
        include_base_amount: true,
        sequence: 1,
      }),
      await at.ensure('account.tax', 'name', 'Lab 7 % on top of it', {
        ...{ amount: 7, amount_type: 'percent', type_tax_use: 'sale', price_include_override: 'tax_included' },
        sequence: 2,
      }),
    ];
    await at.write('product.product', [product], { taxes_id: [[6, 0, taxes]] });
    const input = await orderFor(customer, product, { quantity: '3' });
    const simulated = await orders.simulate(input, call());
    expect(simulated).toMatchObject({ net: { amount: '300.00' }, lines: [{ net: { amount: '300.00' } }] });
    const made = await orders.create(input, call());
    expect(made.net?.amount).toBe('300.00');
    await orders.cancel?.({ id: made.id }, call());
  });

  test('the day asked for is that day in our calendar and on the screens of Odoo’s user', async () => {
    const at = await desk();
    const [customer, product] = [await at.customer('LAB-DAY'), await at.product('LABP-PART')];
    const requestedDate = day(20);
    const client = await database();
    for (const timeZone of ['Pacific/Auckland', 'America/Los_Angeles', 'UTC', 'Europe/Berlin']) {
      const { orders } = opened(ODOO_API_KEY, { timeZone });
      const made = await orders.create({ ...(await orderFor(customer, product)), requestedDate }, call());
      expect(made.promisedOn, timeZone).toBe(requestedDate);
      const { rows } = await client.query(
        `select to_char(o.commitment_date at time zone 'UTC' at time zone p.tz, 'YYYY-MM-DD') as day
         from sale_order o join res_users u on u.id = o.create_uid join res_partner p on p.id = u.partner_id where o.id = $1`,
        [Number(made.id)],
      );
      expect(rows, timeZone).toEqual([{ day: requestedDate }]);
      await orders.cancel?.({ id: made.id }, call());
    }
  });

  test('a key that has ended is unauthorised to the feed too, not a feed without changes', async () => {
    const { changes } = opened(ODOO_LIMITED_KEY);
    const { cursor } = await changes.since({ cursor: null }, call());
    const client = await database();
    const end = (when: string) =>
      client.query(
        `update res_users_apikeys set expiration_date = ${when} where user_id = (select id from res_users where login = $1)`,
        [ODOO_LIMITED_LOGIN],
      );
    undo.push(() => end(`now() at time zone 'utc' + interval '80 days'`));
    await end(`now() at time zone 'utc' - interval '1 day'`);
    await expect(changes.since({ cursor }, call())).rejects.toMatchObject({ kind: 'unauthorised' });
  });

  async function groupOf(at: Desk, name: string): Promise<number> {
    const [module = '', key = ''] = name.split('.');
    const [row] = z.array(z.object({ res_id: z.number() })).parse(
      await at.call('ir.model.data', 'search_read', {
        args: {
          domain: [
            ['module', '=', module],
            ['name', '=', key],
          ],
          fields: ['res_id'],
        },
      }),
    );
    return row?.res_id ?? 0;
  }
  test('a right that is taken away is refused at once, not answered with a part of the documents', async () => {
    const at = await desk();
    const [user = 0] = await at.search('res.users', [['login', '=', ODOO_LIMITED_LOGIN]]);
    const invoicing = await groupOf(at, 'account.group_account_invoice');
    const [all, own] = [
      await groupOf(at, 'sales_team.group_sale_salesman_all_leads'),
      await groupOf(at, 'sales_team.group_sale_salesman'),
    ];
    const grant = (...groups: [4 | 3, number][]) => at.write('res.users', [user], { group_ids: groups });
    undo.push(() => grant([3, invoicing], [3, own], [4, all]));
    await grant([4, invoicing]);
    const { invoices, orders, credit } = opened(ODOO_LIMITED_KEY);
    const customerId = erpCustomerIdSchema.parse(
      String(await at.find('res.partner', [['ref', '=', 'LAB-CREDITNOTE']])),
    );
    expect((await invoices.list({ customerId }, call())).results).toHaveLength(3);
    await grant([3, invoicing]);
    await expect(invoices.list({ customerId }, call())).rejects.toMatchObject({ kind: 'unauthorised' });
    await expect(credit.position({ customerId }, call())).rejects.toMatchObject({ kind: 'unauthorised' });
    expect((await orders.list({ customerId }, call())).results).not.toEqual([]);
    await grant([3, all], [4, own]);
    const input = await orderFor(Number(customerId), await at.product('LABP-PART'));
    await expect(orders.simulate(input, call())).rejects.toMatchObject({ kind: 'unauthorised' });
    await expect(orders.list({ customerId }, call())).rejects.toMatchObject({ kind: 'unauthorised' });
  });

  test('characters that PostgreSQL cannot store are left out of what is sent', async () => {
    const at = await desk();
    const { orders, customers } = opened();
    const odd = (text: string) => `${text.slice(0, 3)}\u0000${text.slice(3)}\ud800`;
    const made = await customers.create(
      {
        ...{ reference: reference(), name: odd('Nullmann GmbH'), vatId: null, email: null, phone: null },
        ...{ street: odd('Straße 1'), postalCode: null, city: odd('Köln'), country: 'DE', currency: null },
      },
      call(),
    );
    expect([made.name, made.city]).toEqual(['Nullmann GmbH', 'Köln']);
    const input = await orderFor(Number(made.id), await at.product('LABP-PART'));
    input.note = odd('Bitte liefern 🚚');
    for (const line of input.lines) line.description = odd('Teil, blau');
    const order = await orders.create(input, call());
    expect(order.lines[0]?.name).toBe('Teil, blau');
    await orders.cancel?.({ id: order.id }, call());
  });

  test('a customer with a currency is priced in it, or is not created', async () => {
    const { customers } = opened();
    const company = (currency: string) => ({
      ...{ reference: reference(), name: `Währung ${currency}`, vatId: null, email: null, phone: null, street: null },
      ...{ postalCode: null, city: null, country: 'FR', currency: currencySchema.parse(currency) },
    });
    for (const currency of ['EUR', 'USD'])
      expect((await customers.create(company(currency), call())).currency, currency).toBe(currency);
    for (const currency of ['XTS', 'GBP'])
      await expect(customers.create(company(currency), call())).rejects.toMatchObject({
        kind: 'refused',
        field: 'currency',
      });
  });

  test('what changes on a variant itself is in the feed', async () => {
    const at = await desk();
    const { changes, products } = opened();
    const product = await at.product('LABP-VARIANT');
    const { cursor } = await changes.since({ cursor: null }, call());
    const of = async (id: number) => {
      const found = await changes.since({ cursor }, call());
      return found.changes.filter((each) => each.id === String(id)).map(({ kind }) => kind);
    };
    // Another second than that of the cursor: Odoo's dates have no more.
    await expect
      .poll(
        async () => {
          await at.write('product.product', [product], { default_code: 'LABP-VARIANT' });
          return (await of(product)).toSorted();
        },
        { timeout: 10_000, interval: 500 },
      )
      .toEqual(['price', 'product']);
    expect((await products.resolve({ codes: ['LABP-VARIANT'] }, call())).results[0]?.id).toBe(String(product));
  });

  test('a return of one of two dozen brings twelve pieces back', async () => {
    const at = await desk();
    const { orders, returns } = opened();
    const [customer, product] = [await at.customer('LAB-BACK'), await at.product('LABP-PART')];
    const [unit = 0] = await at.search('uom.uom', [['name', 'ilike', 'Dozen']]);
    const line = { product_id: product, product_uom_qty: 2, product_uom_id: unit, price_unit: 1200, tax_ids: [[5]] };
    const order = await at.confirmed(customer, [line]);
    await at.deliver(order, [24]);
    const orderNumber = await at.orderName(order);
    const back = await returns.create(
      {
        reference: reference(),
        customerId: erpCustomerIdSchema.parse(String(customer)),
        orderNumber,
        reason: 'Damaged',
        lines: [{ code: 'LABP-PART', quantity: decimal('1') }],
      },
      call(),
    );
    expect(back.lines).toMatchObject([{ code: 'LABP-PART', quantity: '1' }]);
    const client = await database();
    const { rows } = await client.query(
      'select trim_scale(product_qty)::text as pieces from stock_move where picking_id = $1',
      [Number(back.id)],
    );
    expect(rows).toEqual([{ pieces: '12' }]);
    expect((await orders.findByNumber({ numbers: [orderNumber] }, call())).results[0]?.lines).toMatchObject([
      { quantity: '2' },
    ]);
  });

  test('of more invoices than are listed the totals count all', async () => {
    const at = await desk();
    const customer = await at.customer('LAB-MANY');
    const product = await at.product('LABP-PART');
    const lines = [[0, 0, { product_id: product, quantity: 1, price_unit: 10, tax_ids: [[5]] }]];
    const invoice = { move_type: 'out_invoice', partner_id: customer, invoice_date: day(-1), invoice_line_ids: lines };
    const posted: unknown[] = [
      ['partner_id', '=', customer],
      ['state', '=', 'posted'],
      ['move_type', '=', 'out_invoice'],
    ];
    for (let there = (await at.search('account.move', posted)).length; there < 1001; ) {
      const vals_list = Array.from({ length: Math.min(100, 1001 - there) }, () => invoice);
      const ids = z.array(z.number()).parse(await at.call('account.move', 'create', { args: { vals_list } }));
      await at.call('account.move', 'action_post', { ids });
      there += ids.length;
    }
    const { invoices } = opened();
    const answer = await invoices.list({ customerId: erpCustomerIdSchema.parse(String(customer)) }, call());
    expect(answer.results).toHaveLength(1000);
    expect(answer).toMatchObject({ more: true, totals: [{ open: { amount: '10010.00' } }] });
  }, 600_000);
});
