import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { num } from '../numbers.ts';
import { app, companies, firstRefreshToken, type Sage200, site, startSage200 } from './start.ts';
import { clientOf, headers, ROOT, signIn } from './testing.ts';

let erp: Sage200;
const { ask, list, post, line, customer, idOf, warehouse, forget } = clientOf(() => erp);

beforeAll(async () => {
  erp = await startSage200();
});
beforeEach(() => {
  erp.breakDown({});
  forget();
});
afterAll(() => erp.close());

describe('sign-in with Sage ID (documentation)', () => {
  const authorise = (more: Record<string, string> = {}) => {
    const query = {
      audience: 's200ukipd/sage200',
      client_id: app.clientId,
      response_type: 'code',
      scope: 'openid profile email offline_access',
    };
    const asked = new URLSearchParams({ ...query, redirect_uri: app.redirects[0] ?? '', state: 'st', ...more });
    return fetch(`${erp.url}/authorize?${asked}`, { redirect: 'manual' });
  };
  test('a code is good once and for its redirect; refresh tokens rotate, and one used twice ends the consent', async () => {
    const back = new URL((await authorise()).headers.get('location') ?? '');
    expect([back.origin + back.pathname, back.searchParams.get('state')]).toEqual([app.redirects[0], 'st']);
    const form = {
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: app.redirects[0] ?? '',
    };
    const first = await signIn(erp, form);
    const tokens = (await first.json()) as Record<string, string>;
    expect([first.status, tokens.token_type, tokens.expires_in, tokens.scope]).toEqual([
      200,
      'Bearer',
      28_800,
      'openid profile email offline_access',
    ]);
    expect((await signIn(erp, form)).status).toBe(403);
    const renew = (token: string) => signIn(erp, { grant_type: 'refresh_token', refresh_token: token });
    const next = (await (await renew(String(tokens.refresh_token))).json()) as Record<string, string>;
    expect(next.refresh_token).not.toBe(tokens.refresh_token);
    const again = await renew(String(tokens.refresh_token));
    expect([again.status, await again.json()]).toEqual([
      403,
      { error: 'invalid_grant', error_description: 'Unknown or invalid refresh token.' },
    ]);
    expect((await renew(String(next.refresh_token))).status).toBe(403);
    expect(
      (await fetch(`${erp.url}${ROOT}sites`, { headers: { authorization: `Bearer ${next.access_token}` } })).status,
    ).toBe(401);
  });
  test.each([
    ['another redirect', { redirect_uri: 'https://evil.example/' }, 403],
    ['another client', { client_id: 'nobody' }, 403],
  ])('no consent for %s', async (_, more, status) => expect((await authorise(more)).status).toBe(status));
  test('a wrong audience goes back with an error; without offline_access there is no refresh token', async () => {
    expect(
      new URL((await authorise({ audience: 'other' })).headers.get('location') ?? '').searchParams.get('error'),
    ).toBe('invalid_request');
    const code =
      new URL((await authorise({ scope: 'openid' })).headers.get('location') ?? '').searchParams.get('code') ?? '';
    const said = await signIn(erp, { grant_type: 'authorization_code', code, redirect_uri: app.redirects[0] ?? '' });
    expect(await said.json()).not.toHaveProperty('refresh_token');
  });
  test('a wrong secret and another grant are refused', async () => {
    expect((await signIn(erp, { grant_type: 'refresh_token', client_secret: 'x' })).status).toBe(401);
    expect((await signIn(erp, { grant_type: 'client_credentials' })).status).toBe(403);
  });
  test('an ended token is refused, and the refresh token still works', async () => {
    expect((await ask('customers?$top=1')).status).toBe(200);
    erp.breakDown({ tokensEnd: true });
    expect((await ask('customers?$top=1')).json).toEqual({
      statusCode: 401,
      message: 'Unauthorized. Access token is missing or invalid.',
    });
    const refresh_token = erp.consent();
    erp.breakDown({ tokensEnd: true });
    expect((await signIn(erp, { grant_type: 'refresh_token', refresh_token })).status).toBe(200);
    const again = await signIn(erp, { grant_type: 'refresh_token', refresh_token: erp.consent() });
    const { refresh_token: kept } = (await again.json()) as Record<string, string>;
    erp.revoke();
    expect((await signIn(erp, { grant_type: 'refresh_token', refresh_token: String(kept) })).status).toBe(403);
  });
  test('the first token is always the same, good once, and forged ones are none', async () => {
    const use = (refresh_token: string) => signIn(erp, { grant_type: 'refresh_token', refresh_token });
    const connection = firstRefreshToken('backroom');
    expect([(await use(connection)).status, (await use(connection)).status]).toEqual([200, 403]);
    expect((await use(erp.consent().replace('.0.', '.7.'))).status).toBe(403);
  });
});

describe('sites, companies and rights (documentation)', () => {
  test('sites need no X-Site and name the companies', async () => {
    expect((await ask('sites', { headers: {} })).json).toEqual([
      expect.objectContaining({ company_id: 1, company_name: 'Hansa Apparatus Ltd', site_id: site }),
      expect.objectContaining({ company_id: 2, company_name: 'Hansa Training Ltd', site_id: site }),
    ]);
  });
  test.each([
    ['no site', {}, 400],
    ['another site', { ...headers, 'x-site': '00000000-0000-4000-8000-000000000000' }, 403],
    ['no company where there are two', { 'x-site': site }, 400],
    ['an unknown company', { ...headers, 'x-company': '9' }, 400],
  ])('refused: %s', async (_, given, status) =>
    expect((await ask('customers', { headers: given })).status).toBe(status),
  );
  test('the other company has none of the records', async () => {
    expect((await ask('customers', { headers: { ...headers, 'x-company': companies.empty } })).json).toEqual([]);
  });
  test('a user without rights sees neither orders nor the ledger', async () => {
    const statuses = await Promise.all(
      ['sop_orders', 'sales_posted_transactions', 'customers'].map(
        async (path) => (await ask(path, { user: 'limited' })).status,
      ),
    );
    expect(statuses).toEqual([403, 403, 200]);
  });
});

describe('paths and queries (vendor metadata)', () => {
  test.each([
    ['an unknown path', 'stock_items', 404],
    ['an unknown field in $filter', "customers?$filter=code eq 'X'", 400],
    ['an unknown field in $select', 'customers?$select=code', 400],
    ['an unknown field in $orderby', 'customers?$orderby=code', 400],
    ['an unknown option', 'customers?$search=x', 400],
    ['$skip without $orderby', 'customers?$skip=5', 400],
    ['$top above 5,000', 'customers?$top=5001', 400],
    ['an expand that is none', 'customers?$expand=name', 400],
    ['a text without quotes', 'customers?$filter=reference eq KES001', 400],
    ['a number in quotes', "customers?$filter=id eq '27001'", 400],
    ['a moment without its zone', 'customers?$filter=date_time_updated gt 2026-01-01T00:00:00', 400],
    ['an enumeration without quotes', 'sop_orders?$filter=document_status eq 2', 400],
    ['a value that the enumeration lacks', "sop_orders?$filter=document_status eq 'Live'", 400],
    ['a function that is not documented', "customers?$filter=tolower(name) eq 'x'", 400],
    ['not', "customers?$filter=not (name eq 'x')", 400],
    ['an id that is no number', 'customers/KES001', 400],
    ['an id that no record has', 'customers/999999999', 404],
    ['a list below another record that this double lacks', 'products/1/warehouses', 501],
    ["a number of the count, which is this double's gap", 'customers?$count=true', 501],
  ])('refused: %s', async (_, path, status) => expect((await ask(path.replaceAll(' ', '%20'))).status).toBe(status));
  test('a method that the path lacks', async () => {
    expect((await ask('sop_order_return_views', { method: 'POST', body: {} })).status).toBe(405);
    expect((await ask('sop_orders', { method: 'PATCH', body: {} })).status).toBe(405);
  });
  test('comparisons, brackets and functions on texts see no case', async () => {
    const of = async ($filter: string) =>
      (
        (await list('customers', { $filter, $select: 'reference', $orderby: 'reference desc' })).json as {
          reference: string;
        }[]
      ).map(({ reference }) => reference);
    expect(await of("reference eq 'kes001' or reference eq 'NOR001'")).toEqual(['NOR001', 'KES001']);
    expect(await of("(name eq 'Double Ltd' or name eq 'x') and endswith(reference, '2')")).toEqual(['DOU002']);
    expect(await of("startswith(name, 'murray') and contains(name, 'PLC')")).toEqual(['MUR003']);
    expect(await of("name eq 'O''Brien'")).toEqual([]);
    expect(await of('credit_limit ge 40000 and on_hold eq false')).toEqual(['NOR001', 'KES001']);
    expect(await of("account_status_type eq '1'")).toEqual(['HID001']);
    expect(await of('customer_discount_group_id eq null and on_hold eq true')).toEqual(['HOL001']);
  });
  test('pages, order and expands; names with a point choose fields of the expanded record', async () => {
    const page = await list('customers', { $orderby: 'reference', $top: '2', $skip: '1', $select: 'reference' });
    expect(page.json).toEqual([{ reference: 'DOU001' }, { reference: 'DOU002' }]);
    const [first] = (
      await list('customers', {
        $filter: "reference eq 'PRA001'",
        $expand: 'currency,main_address,contacts',
        $select: 'id,currency.name,main_address.city,contacts',
      })
    ).json;
    expect(first).toEqual({
      id: expect.any(Number),
      currency: { name: 'US Dollar' },
      main_address: { city: 'Omaha' },
      contacts: [expect.objectContaining({ name: 'Pat Prairie', default_email: 'ap@prairie-tool.example' })],
    });
  });
  test('moments have no zone; amounts keep their digits', async () => {
    const { text } = await list('sales_posted_transactions', { $top: '1' });
    expect(text).toMatch(/"document_gross_value":2401\.92,/);
    expect(text).toMatch(/"exchange_rate":1\.000000,/);
    expect(text).toMatch(/"due_date":"\d{4}-\d\d-\d\dT00:00:00"/);
    erp.breakDown({ zonedMoments: true });
    expect((await list('sales_posted_transactions', { $top: '1' })).text).toMatch(
      /"due_date":"\d{4}-\d\d-\d\dT00:00:00Z"/,
    );
  });
  test('what changed since a moment', async () => {
    const at = new Date().toISOString();
    await post({ customer_document_no: 'CHANGED' });
    const rows = (await list('sop_orders', { $filter: `date_time_updated ge ${at}`, $select: 'customer_document_no' }))
      .json;
    expect(rows).toEqual([{ customer_document_no: 'CHANGED' }]);
  });
});

describe('orders (vendor metadata and documentation)', () => {
  test.each([
    ['a field that does not exist', { customer_reference: 'X' }],
    ['a reference that is too long', { customer_document_no: 'X'.repeat(31) }],
    ['a spare text that is too long', { spare_text_1: 'X'.repeat(101) }],
    ['a number as a text', { spare_text_1: 5 }],
    ['a text as a number', { spare_number_1: '5' }],
    ['a date that does not exist', { requested_delivery_date: '2027-02-30' }],
    ['an amount with too many places', { document_discount_percent: 1.234 }],
    ['a customer that does not exist', { customer_id: 1 }],
    ['a delivery before the order', { requested_delivery_date: '2020-01-01T00:00:00' }],
    ['an address of another customer', { customer_delivery_address_id: 1 }],
  ])('refused: %s', async (_, more) => expect((await post(more)).status).toBe(400));
  test.each([
    ['no quantity', () => line('T-2000', 2, { line_quantity: undefined })],
    ['a quantity of zero', () => line('T-2000', 0)],
    ['no warehouse', () => line('T-2000', 2, { warehouse_id: undefined })],
    ['a warehouse that does not hold it', () => line('T-2000', 2, { warehouse_id: warehouse('NORTH') })],
    ['a product that is inactive', () => line('OLD-1850', 1)],
    ['a unit of another product', () => line('T-2000', 1, { selling_unit_id: idOf('unit', 'id', '1') || 5 })],
    ['a type that does not exist', () => line('T-2000', 1, { line_type: 'Standard' })],
    ['a price on a comment', () => ({ line_type: 'EnumLineTypeComment', description: 'x', selling_unit_price: 1 })],
    ['a free text without words', () => ({ line_type: 'EnumLineTypeFreeText', line_quantity: 1 })],
  ])('refused line: %s', async (_, make) => expect((await post({ lines: [make()] })).status).toBe(400));
  test('an order gets a number of ten digits, what the price book asks, tax and totals; children come with $expand only', async () => {
    const said = await post({
      customer_document_no: 'PO-1',
      spare_text_3: 'KEY-1',
      lines: [line('T-2000', 2), line('SALT-10', 3)],
    });
    expect(said.status).toBe(200);
    const { lines, ...order } = said.json;
    expect(order).toMatchObject({
      document_no: expect.stringMatching(/^\d{10}$/),
      document_status: 'EnumDocumentStatusLive',
      ...{ subtotal_goods_value: num('47.70'), total_tax_value: num('5.99'), total_gross_value: num('53.69') },
      ...{ is_credit_limit_exceeded: false, customer_document_no: 'PO-1', spare_text_3: 'KEY-1' },
    });
    expect(lines).toEqual([
      expect.objectContaining({
        line_number: 1,
        code: 'T-2000',
        line_quantity: num('2.0'),
        selling_unit_price: num('12.0'),
        line_tax_value: num('4.80'),
      }),
      expect.objectContaining({
        line_number: 2,
        selling_unit_description: 'Sack 10',
        selling_unit_price: num('7.9'),
        line_total_value: num('23.70'),
        line_tax_value: num('1.19'),
      }),
    ]);
    expect((await ask(`sop_orders/${order.id}`)).json).not.toHaveProperty('lines');
  });
  test('a charge has the value and words of its code; a memo is kept', async () => {
    const charge = { line_type: 'EnumLineTypeCharge', code: 'PACKING' };
    const said = await post({ lines: [line('T-2000', 1), charge], memos: [{ note: 'Ring first', is_active: true }] });
    expect(said.json).toMatchObject({ subtotal_charge_net_value: num('4.50'), total_gross_value: num('19.80') });
    const memos = (await ask(`sop_orders/${said.json.id}?$expand=memos`)).json.memos;
    expect(memos).toEqual([expect.objectContaining({ note: 'Ring first', is_active: true })]);
    expect((await post({ lines: [{ ...charge, code: 'NOTHING' }] })).status).toBe(400);
  });
  test('two orders with the same references are two orders; both are found by either', async () => {
    for (let nth = 0; nth < 2; nth += 1)
      expect((await post({ customer_document_no: 'TWICE', spare_text_1: 'KEY-TWICE' })).status).toBe(200);
    expect((await list('sop_orders', { $filter: "spare_text_1 eq 'KEY-TWICE'" })).json).toHaveLength(2);
    expect(
      (
        await list('sop_orders', {
          $filter: `customer_document_no eq 'TWICE' and customer_id eq ${customer('MUR001')}`,
        })
      ).json,
    ).toHaveLength(2);
  });
  test('a number that the client gives is ignored: numbers are drawn', async () => {
    expect((await post({ document_no: 'MINE-1' })).json.document_no).toMatch(/^\d{10}$/);
  });
  test('a price counts only where it is marked as entered by hand, and the discount of the price book stays unless it is, too', async () => {
    const priced = async (more: object) => (await post({ lines: [line('T-2000', 1, more)] }, 'REB001')).json.lines[0];
    const price = { selling_unit_price: 11.12345, selling_unit_price_overridden: true };
    expect(await priced({ selling_unit_price: 11 })).toMatchObject({
      selling_unit_price: num('12.0'),
      unit_discount_percent: num('15.00'),
    });
    expect(await priced(price)).toMatchObject({ selling_unit_price: num('11.12345'), line_total_value: num('9.45') });
    expect(await priced({ ...price, unit_discount_overridden: true, unit_discount_percent: 0 })).toMatchObject({
      line_total_value: num('11.12'),
    });
  });
  test('accounts on hold and hidden ones take no orders', async () => {
    expect(await post({}, 'HOL001')).toMatchObject({ status: 400, message: 'The customer account HOL001 is on hold.' });
    expect((await post({}, 'HID001')).status).toBe(400);
  });
  test('an order over the limit is put on hold, unless a user who may do so overrides it', async () => {
    const lines = [line('BENCH-1', 10)];
    const held = { is_credit_limit_exceeded: true, document_status: 'EnumDocumentStatusOnHold' };
    expect((await post({ lines }, 'LIM001')).json).toMatchObject(held);
    expect((await post({ lines, override_on_hold: true }, 'LIM001')).json).toMatchObject({
      ...held,
      document_status: 'EnumDocumentStatusLive',
    });
  });
  test('goods are allocated as far as they are free', async () => {
    const free = async () =>
      (await ask(`products/${idOf('product', 'code', 'T-2010')}?$select=free_stock_quantity`)).json.free_stock_quantity;
    expect(await free()).toEqual(num('450.0'));
    const { lines } = (await post({ lines: [line('T-2010', 500)] })).json;
    expect([lines[0].allocated_quantity, lines[0].allocation_status, await free()]).toEqual([
      num('450.0'),
      'Partially',
      num('0.0'),
    ]);
  });
  test("a draft with the customer's defaults is not kept", async () => {
    const said = await ask('sop_orders_new', { method: 'POST', body: { customer_id: customer('KES001') } });
    expect([said.status, said.json.customer_id]).toEqual([200, customer('KES001')]);
    expect((await ask(`sop_orders/${said.json.id}`)).status).toBe(404);
  });
  test('a change needs the lock; lines are changed one by one, and those before a refused one stay changed', async () => {
    const { id, lines } = (await post({ lines: [line('T-2000', 2), line('T-2005', 2)] })).json;
    const put = (body: object) => ask(`sop_orders/${id}?$expand=lines`, { method: 'PUT', body });
    expect((await put({ lines: [] })).status).toBe(400);
    const lock = async () => (await ask(`sop_orders/${id}?$expand=is_to_lock`)).json.lock_id;
    const lock_id = await lock();
    expect((await put({ lock_id: lock_id + 1 })).status).toBe(400);
    const half = {
      lock_id,
      lines: [
        { id: lines[0].id, line_quantity: 3 },
        { id: lines[1].id, line_quantity: -1 },
      ],
    };
    expect((await put(half)).status).toBe(400);
    const after = (await ask(`sop_orders/${id}?$expand=lines`)).json;
    expect([after.lines[0].line_quantity, after.lines[1].line_quantity, after.total_net_value]).toEqual([
      num('3.0'),
      num('2.0'),
      num('74.70'),
    ]);
    const whole = {
      lock_id: await lock(),
      customer_document_no: 'NEW',
      lines: [{ id: lines[1].id, is_to_delete: true }, line('FITTING', 1)],
    };
    const changed = (await put(whole)).json;
    expect(changed.lines.map(({ code }: { code: string }) => code)).toEqual(['T-2000', 'FITTING']);
    expect([changed.customer_document_no, changed.lock_id]).toEqual(['NEW', null]);
  });
  test('an order of which something was despatched cannot be deleted; another is gone, and its goods are free again', async () => {
    const sent = (await post()).json;
    erp.desk.deliver(sent.document_no, 0.5);
    expect((await ask(`sop_orders/${sent.id}`, { method: 'DELETE' })).status).toBe(400);
    const open = (await post()).json;
    expect((await ask(`sop_orders/${open.id}`, { method: 'DELETE' })).status).toBe(200);
    expect((await ask(`sop_orders/${open.id}`)).status).toBe(404);
  });
});

describe('prices (vendor metadata)', () => {
  const enquire = (reference: string, code: string, quantity: number, more: object = {}) =>
    ask('customer_price_enquiry', {
      method: 'POST',
      body: { customer_id: customer(reference), product_id: idOf('product', 'code', code), quantity, ...more },
    });
  test.each([
    [
      'the band of the customer',
      'KES001',
      'T-2000',
      10,
      { unit_price: num('9.99'), total_discounted_price: num('99.90') },
    ],
    ['the standard band', 'MUR001', 'T-2000', 10, { unit_price: num('12.00'), total_discounted_price: num('120.00') }],
    [
      'less from a quantity on',
      'MUR001',
      'BEARING-1',
      50,
      { discounted_unit_price: num('8.66'), total_discount: num('61.87') },
    ],
    [
      'the discount on lines',
      'REB001',
      'NUT-DZ',
      2,
      { selling_unit: 'Dozen', unit_price: num('12.00'), discounted_unit_price: num('10.20') },
    ],
    ["a band in the customer's currency", 'PRA001', 'BENCH-1', 1, { currency_symbol: '$', unit_price: num('1299.00') }],
    ["a band in another currency at the day's rate", 'PRA001', 'T-2000', 1, { unit_price: num('15.00') }],
  ])('%s', async (_, reference, code, quantity, expected) =>
    expect((await enquire(reference, code, quantity)).json).toMatchObject(expected),
  );
  test('an unknown customer, product, unit or field is refused', async () => {
    for (const more of [{ customer_id: 1 }, { product_id: 1 }, { selling_unit_id: 1 }, { date: '2026-01-01' }])
      expect((await enquire('MUR001', 'T-2000', 1, more)).status).toBe(400);
  });
});

describe('despatch, invoices and the ledger (documentation)', () => {
  test('an invoice has what was despatched; the ledger and the link to the order follow', async () => {
    const { id, document_no } = (await post({ lines: [line('T-2015', 10)] })).json;
    erp.desk.deliver(document_no, 0.4);
    const reference = String(erp.desk.invoice(document_no).reference);
    const [entry] = (await list('sales_posted_transactions', { $filter: `reference eq '${reference}'` })).json;
    expect(entry).toMatchObject({
      ...{
        trader_transaction_type: 'TradingAccountEntryTypeInvoice',
        second_reference: document_no,
        customer_id: customer('MUR001'),
      },
      ...{
        document_goods_value: num('136.20'),
        document_gross_value: num('163.44'),
        document_outstanding_value: num('163.44'),
      },
    });
    const [link] = (await list('sop_order_return_invoice_credit_views', { $filter: `sop_order_return_id eq ${id}` }))
      .json;
    expect(link).toMatchObject({
      sop_invoice_credit_document_no: reference,
      sop_invoice_credit_total_gross_value: num('163.44'),
    });
    const [view] = (await list('sop_order_line_views', { $filter: `sop_order_id eq ${id}` })).json;
    expect(view).toMatchObject({
      sop_order_line_despatch_receipt_quantity: num('4.0'),
      sop_order_line_invoice_credit_quantity: num('4.0'),
    });
    expect((await ask(`sop_orders/${id}`)).json).toMatchObject({
      despatch_receipt_status: 'Partially',
      document_status: 'EnumDocumentStatusLive',
    });
    erp.desk.pay(reference, 63.44);
    const [paid] = (await list('sales_transaction_views', { $filter: `reference eq '${reference}'` })).json;
    expect(paid).toMatchObject({
      document_allocated_value: num('63.44'),
      document_outstanding_value: num('100.00'),
      customer_reference: 'MUR001',
    });
    expect((await ask(`customers/${customer('MUR001')}`)).json.balance).toEqual(num('100.00'));
  });
  test('money on account and credit notes are negative; returns are views only', async () => {
    erp.desk.payOnAccount('MUR003', 50);
    const { document_no } = (await post({}, 'MUR003')).json;
    erp.desk.deliver(document_no);
    const reference = String(erp.desk.invoice(document_no).reference);
    erp.desk.credit(reference, 0.5);
    erp.desk.returnGoods(document_no, 'T-2000', 1);
    const rows = (await ask(`customers/${customer('MUR003')}/sales_posted_transactions`)).json;
    expect(rows.map((row: Record<string, unknown>) => row.document_outstanding_value)).toEqual([
      num('-50.00'),
      num('14.40'),
      num('0.00'),
    ]);
    expect((await ask(`customers/${customer('MUR003')}`)).json.balance).toEqual(num('-35.60'));
    const returns = (await list('sop_return_line_views', { $filter: `customer_id eq ${customer('MUR003')}` })).json;
    expect(returns).toEqual([
      expect.objectContaining({ sop_return_line_quantity: num('1.0'), product_code: 'T-2000' }),
    ]);
    const documents = (await list('sop_order_return_views', { $filter: `customer_id eq ${customer('MUR003')}` })).json;
    expect(documents.map((row: Record<string, unknown>) => row.document_type_id)).toEqual(
      expect.arrayContaining([0, 1]),
    );
    expect((await ask(`customers/${customer('MUR003')}/sop_orders`)).json).toHaveLength(1);
  });
});

describe('customers (vendor metadata)', () => {
  test('a reference is unique and has eight characters at most; a change keeps the rest', async () => {
    const create = (body: object) => ask('customers', { method: 'POST', body });
    expect((await create({ name: 'X', reference: 'KES001' })).status).toBe(400);
    expect((await create({ name: 'X', reference: 'TOOLONG01' })).status).toBe(400);
    expect((await create({ name: 'X' })).status).toBe(400);
    const made = await create({
      name: 'New Ltd',
      reference: 'NEW001',
      spare_text_1: 'crm-1',
      main_address: { city: 'Ely' },
      contacts: [{ last_name: 'Low', emails: [{ email: 'a@b.example' }] }],
    });
    expect(made.status).toBe(200);
    await ask(`customers/${made.json.id}`, { method: 'PUT', body: { credit_limit: 500 } });
    const [found] = (await list('customers', { $filter: "spare_text_1 eq 'crm-1'", $expand: 'main_address' })).json;
    expect(found).toMatchObject({ name: 'New Ltd', credit_limit: num('500.00'), main_address: { city: 'Ely' } });
    expect(
      (await list('customer_views', { $filter: "contact_default_email_address eq 'a@b.example'" })).json,
    ).toHaveLength(1);
  });
});

describe('bad days', () => {
  test('the relay down: no site, and a page of the gateway for everything else, never "not found"', async () => {
    erp.breakDown({ relayDown: true });
    expect((await ask('sites')).json).toEqual([]);
    const said = await list('sop_orders', { $filter: "spare_text_1 eq 'KEY'" });
    expect([said.status, said.headers.get('content-type')]).toEqual([504, 'text/html']);
  });
  test('busy, unavailable and a page instead of an answer', async () => {
    erp.breakDown({ busy: { retryAfterSeconds: 8, times: 1 }, unavailable: 0 });
    const said = await ask('customers?$top=1');
    expect([said.status, said.headers.get('retry-after'), said.message]).toEqual([
      429,
      '8',
      'Rate limit is exceeded. Try again in 8 seconds.',
    ]);
    erp.breakDown({ unavailable: 1 });
    expect((await ask('customers?$top=1')).status).toBe(503);
    erp.breakDown({ html: 1 });
    expect((await ask('customers?$top=1')).json).toBeNull();
  });
  const stored = (key: string) => erp.desk.ordersWith(key).length;
  test.each([
    ['dropAfterCommit', null],
    ['gatewayTimeout', 504],
    ['unavailableAfterCommit', 503],
  ] as const)('%s: stored, and the answer lost', async (name, status) => {
    erp.breakDown({ [name]: 1 });
    const said = await post({ spare_text_2: `LOST-${name}` }).then(
      (answer) => answer.status,
      () => null,
    );
    expect([said, stored(`LOST-${name}`)]).toEqual([status, 1]);
  });
  test('half an order has a number with two hashes and no lines', async () => {
    erp.breakDown({ halfOrder: 1 });
    await expect(post({ spare_text_2: 'HALF' })).rejects.toThrow();
    const [half] = (await list('sop_orders', { $filter: "spare_text_2 eq 'HALF'", $expand: 'lines' })).json;
    expect([half.document_no, half.lines]).toEqual([expect.stringMatching(/^##/), []]);
  });
  test('late: the gateway gives up, and the order is stored afterwards', async () => {
    erp.breakDown({ slowCommit: { ms: 40, times: 1, answer: '504' } });
    expect((await post({ spare_text_2: 'LATE' })).status).toBe(504);
    expect(stored('LATE')).toBe(0);
    await expect.poll(() => stored('LATE')).toBe(1);
  });
  test('words that nobody has seen, in each shape; a record of somebody else; a status of no list', async () => {
    for (const [refusalShape, body] of [
      ['message', { Message: 'Strange words.' }],
      ['list', [{ Message: 'Strange words.' }]],
      ['text', 'Strange words.'],
    ] as const) {
      const drawn = Number((await post()).json.document_no);
      erp.breakDown({ refusalShape, refusal: { words: 'Strange words.', times: 1 } });
      expect(await post()).toMatchObject({ status: 400, json: body });
      expect(Number((await post()).json.document_no)).toBe(drawn + 2);
    }
    const { id } = (await post()).json;
    erp.breakDown({ locked: 1 });
    expect((await ask(`sop_orders/${id}`, { method: 'PUT', body: {} })).message).toMatch(/locked by another user/);
    erp.breakDown({ fixedPrices: true });
    const priced = { selling_unit_price: 1, selling_unit_price_overridden: true };
    expect((await post({ lines: [line('T-2000', 1, priced)] })).message).toMatch(/permission to change prices/);
    erp.breakDown({ strangeStatus: true });
    expect((await ask(`sop_orders/${id}`)).json.document_status).toBe('EnumDocumentStatusParked');
    erp.breakDown({ withoutFields: ['sop_order.spare_text_1'] });
    expect((await ask(`sop_orders/${id}`)).json).not.toHaveProperty('spare_text_1');
  });
  test('the admin port sets faults, counts, finds and acts', async () => {
    const admin = async (path: string, method = 'GET', body?: object) =>
      (
        await fetch(`${erp.adminUrl}${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) })
      ).json() as Promise<Record<string, unknown>>;
    await admin('/faults', 'PUT', { outage: true });
    await expect(ask('sites')).rejects.toThrow();
    await admin('/faults', 'PUT', {});
    const { document_no } = (await post({ spare_text_2: 'ADMIN' })).json;
    expect(await admin('/orders/ADMIN')).toHaveLength(1);
    await admin(`/orders/${document_no}/deliver`, 'POST', {});
    const { number } = await admin(`/orders/${document_no}/invoice`, 'POST', {});
    expect(erp.desk.invoiceOf(String(number)).second_reference).toBe(document_no);
    expect(await admin('/stats')).toMatchObject({ orders: expect.any(Number) });
  });
});

test('a file keeps the records over a restart, and what others write into it', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'sage-200-'));
  const file = join(dir, 'erp.sqlite');
  const first = await startSage200({ file });
  const made = await clientOf(() => first).post({ spare_text_1: 'KEPT' });
  const [price, number] = [made.json.lines[0].selling_unit_price, made.json.document_no];
  await first.close();
  const again = await startSage200({ file });
  const second = clientOf(() => again);
  const kept = await second.list('sop_orders', { $filter: "spare_text_1 eq 'KEPT'", $expand: 'lines' });
  expect(kept.json.map((order: typeof made.json) => [order.document_no, order.lines[0].selling_unit_price])).toEqual([
    [number, price],
  ]);
  expect((await second.post()).json.document_no).not.toBe(number);
  const db = new DatabaseSync(file);
  db.exec(
    "update records set body = json_set(body, '$.credit_limit.amount', '7.5') where object = 'customer' and json_extract(body, '$.reference') = 'MUR001'",
  );
  db.close();
  const [customer] = (await second.list('customers', { $filter: "reference eq 'MUR001'" })).json;
  expect(customer.credit_limit).toEqual(num('7.50'));
  await again.close();
  rmSync(dir, { recursive: true });
});
