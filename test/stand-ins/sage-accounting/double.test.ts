import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { app, BUSINESS, firstRefreshToken, type SageAccounting, startSageAccounting } from './start.ts';
import { clientOf, type Said, signIn } from './testing.ts';

let erp: SageAccounting;
const full = clientOf(() => erp);
const limited = clientOf(() => erp, 'limited');
const { ask, post, put, remove } = full;
beforeAll(async () => {
  erp = await startSageAccounting();
});
afterAll(() => erp.close());
beforeEach(() => erp.breakDown({}));

const contact = (reference: string) => erp.desk.contact(reference).id;
const key = () => crypto.randomUUID().replaceAll('-', '');
/** Two desks at 1,000 with the tax that the sender has to reckon. */
const line = (more: object = {}) => {
  const { id, body } = erp.desk.item('1896-S');
  const given = { description: 'Desk', ledger_account_id: body.sales_ledger_account, product_id: id };
  return { ...given, quantity: 2, unit_price: 1000, tax_rate_id: 'IE_STANDARD', tax_amount: 460, ...more };
};
const quote = (more: object = {}) => ({
  ...{ contact_id: contact('NORD01'), date: '2026-11-29', expiry_date: '2027-12-29', quote_lines: [line()] },
  ...more,
});
const invoice = (more: object = {}) => ({
  ...{ contact_id: contact('NORD01'), date: '2026-11-29', invoice_lines: [line()] },
  ...more,
});
const addQuote = (more: object = {}) => post('sales_quotes', 'sales_quote', quote(more));
const addInvoice = (more: object = {}) => post('sales_invoices', 'sales_invoice', invoice(more));
const says = (said: Said, status: number, code: string, source = '') => {
  expect([said.status, said.error.$dataCode, said.error.$source]).toEqual([status, code, source]);
  expect(said.error.$severity).toBe('error');
};

describe('sign-in (documentation)', () => {
  test('a refresh token is good once, and gives the next one', async () => {
    const first = await signIn(erp, { grant_type: 'refresh_token', refresh_token: firstRefreshToken('backroom') });
    expect(first.json).toMatchObject({ token_type: 'bearer', expires_in: 300, refresh_token_expires_in: 2_678_400 });
    const again = await signIn(erp, { grant_type: 'refresh_token', refresh_token: firstRefreshToken('backroom') });
    expect([again.status, again.json.error]).toEqual([400, 'invalid_grant']);
    const next = await signIn(erp, { grant_type: 'refresh_token', refresh_token: first.json.refresh_token });
    expect(next.status).toBe(200);
  });
  test('a code is good once, for the redirect address that is registered', async () => {
    const at = new URL(`${erp.url}/oauth2/auth/central?filter=apiv3.1&response_type=code&state=s1`);
    at.searchParams.set('client_id', app.clientId);
    at.searchParams.set('redirect_uri', 'http://localhost:8787/elsewhere');
    expect((await fetch(at, { redirect: 'manual' })).status).toBe(400);
    at.searchParams.set('redirect_uri', app.redirectUrl);
    at.searchParams.set('code_challenge', createHash('sha256').update('verifier').digest('base64url'));
    at.searchParams.set('code_challenge_method', 'S256');
    const coded = async (more: Record<string, string>) => {
      const back = new URL((await fetch(at, { redirect: 'manual' })).headers.get('location') ?? '');
      expect(back.searchParams.get('state')).toBe('s1');
      const code = back.searchParams.get('code') ?? '';
      const form = { grant_type: 'authorization_code', redirect_uri: app.redirectUrl, code_verifier: 'verifier' };
      return { ...form, code, ...more };
    };
    const form = await coded({});
    expect((await signIn(erp, form)).status).toBe(200);
    for (const bad of [form, await coded({ redirect_uri: 'http://x' }), await coded({ code_verifier: 'other' })])
      expect((await signIn(erp, bad)).json.error).toBe('invalid_grant');
    const wrong = await signIn(erp, { ...form, client_secret: 'no' });
    expect([wrong.status, wrong.json.error]).toEqual([400, 'invalid_client']);
  });
  test('access tokens end, and so does what was granted', async () => {
    const client = clientOf(() => erp);
    expect((await client.ask('contacts')).status).toBe(200);
    erp.breakDown({ tokensEnd: true });
    says(await client.ask('contacts'), 401, 'AuthorizationFailure');
    client.forget();
    expect((await client.ask('contacts')).status).toBe(200);
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 301_000);
    says(await client.ask('contacts'), 401, 'AuthorizationFailure');
    clock.mockRestore();
    const token = erp.consent();
    await new Promise((done) => setTimeout(done, 5));
    erp.breakDown({ grantEnds: true });
    await client.ask('contacts');
    expect((await signIn(erp, { grant_type: 'refresh_token', refresh_token: token })).status).toBe(400);
    full.forget();
  });
  test('without X-Business it is the lead business, which is another one; users see only their areas', async () => {
    const without = await ask('contacts', { business: null });
    const lead = (await ask('businesses/lead', { business: null })).json;
    expect([without.json.$total, without.headers.get('x-business')]).toEqual([0, lead.id]);
    expect((await ask('contacts')).headers.get('x-business')).toBe(BUSINESS);
    expect((await ask('contacts', { business: 'f'.repeat(32) })).status).toBe(403);
    const { json } = await ask('businesses', { business: null });
    expect(json).toMatchObject({ $items_per_page: 2_147_483_647, $total: 2 });
    expect(json.$items.map(({ id }: { id: string }) => id)).toContain(BUSINESS);
    says(await limited.ask('sales_invoices'), 403, 'MultiUserAccessDenied');
    expect((await limited.ask('contacts')).status).toBe(200);
    expect((await limited.ask('stock_items')).status).toBe(200);
  });
});

describe('what is not in the vendor’s file is refused', () => {
  test('paths, methods and query options', async () => {
    expect((await ask('customers')).status).toBe(404);
    expect((await ask('sales_orders')).status).toBe(404);
    expect((await ask('contacts/1/2/3')).status).toBe(404);
    says(await ask(`contacts/${key()}`), 404, 'RecordNotFound');
    expect((await ask('contacts', { method: 'PATCH', body: {} })).status).toBe(405);
    says(await ask('contacts?customer=1'), 422, 'UnexpectedParameters', 'customer');
    says(await ask('contacts?items_per_page=201'), 422, 'RecordInvalid', 'items_per_page');
    says(await ask('contacts?attributes=nom'), 422, 'UnexpectedParameters', 'attributes=nom');
    says(await ask('sales_quotes?sort=number'), 422, 'RecordInvalid', 'sort');
    says(
      await ask('sales_quotes?updated_or_created_since=yesterday'),
      422,
      'RecordInvalid',
      'updated_or_created_since',
    );
    expect((await ask('sales_estimates')).status).toBe(501);
    expect((await ask('sales_quotes?has_attachments=true')).status).toBe(501);
  });
  test('fields, types, lengths and choices of a body', async () => {
    says(await addQuote({ order_number: '1' }), 422, 'UnexpectedParameters', 'order_number');
    says(await addQuote({ reference: 'R'.repeat(26) }), 422, 'RecordInvalid', 'reference');
    says(await addQuote({ reference: 25 }), 422, 'RecordInvalid', 'reference');
    says(await addQuote({ date: '2026-02-30' }), 422, 'RecordInvalid', 'date');
    says(await addQuote({ sent: 'yes' }), 422, 'RecordInvalid', 'sent');
    says(await addQuote({ idempotency_id: 'BR-1' }), 422, 'RecordInvalid', 'idempotency_id');
    says(await addQuote({ expiry_date: undefined }), 422, 'RecordInvalid', 'expiry_date');
    says(await addQuote({ quote_lines: [line({ qty: 1 })] }), 422, 'UnexpectedParameters', 'quote_lines.qty');
    says(
      await addQuote({ quote_lines: [line({ unit_price: 'ten' })] }),
      422,
      'RecordInvalid',
      'quote_lines.unit_price',
    );
    says(await addQuote({ quote_lines: [line({ description: '' })] }), 422, 'RecordInvalid', 'quote_lines.description');
    says(await addQuote({ quote_lines: [] }), 422, 'RecordInvalid', 'quote_lines');
    const terms = { ...{ name: 'X', contact_type_ids: ['CUSTOMER'] }, credit_terms: 'soon' };
    says(await post('contacts', 'contact', terms), 422, 'RecordInvalid', 'credit_terms');
    says(await post('sales_quotes', 'quote', quote()), 422, 'UnexpectedParameters', 'quote');
    const text = await ask('sales_quotes', { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } });
    expect(text.status).toBe(415);
    expect((await ask('sales_quotes', { method: 'POST', body: '{' })).status).toBe(400);
  });
  test('references that mean nothing, or something else', async () => {
    says(await addQuote({ contact_id: key() }), 404, 'RecordNotFound');
    says(await addQuote({ contact_id: contact('GUSS01') }), 422, 'RecordInvalid');
    const { body } = erp.desk.item('1896-S');
    const costs = line({ ledger_account_id: body.purchase_ledger_account });
    says(await addQuote({ quote_lines: [costs] }), 404, 'RecordNotFound');
    const [old, stopped] = [erp.desk.item('1850-ALT').id, contact('STILL01')];
    says(await addQuote({ quote_lines: [line({ product_id: old })] }), 422, 'RecordInvalid', 'quote_lines.product_id');
    says(await addQuote({ contact_id: stopped }), 422, 'RecordInvalid', 'contact_id');
    says(await addQuote({ currency_id: 'USD' }), 422, 'RecordInvalid', 'currency_id');
  });
});

describe('lists', () => {
  test('rows have id, name and path, and more only where it is asked for', async () => {
    const { json } = await ask('contacts?search=nordlicht');
    expect(Object.keys(json.$items[0])).toEqual(['id', 'displayed_as', '$path']);
    const [row] = (await ask('contacts?search=NORD01&attributes=reference,balance&show_balance=true')).json.$items;
    expect(row).toMatchObject({ reference: 'NORD01', balance: expect.stringMatching(/^\d+\.\d+$/) });
    const [plain] = (await ask('contacts?search=NORD01&attributes=all')).json.$items;
    expect([Object.keys(plain.main_address), plain.balance]).toEqual([['id', 'displayed_as', '$path'], null]);
    const [nested] = (await ask('contacts?search=NORD01&attributes=all&nested_attributes=main_address')).json.$items;
    expect(nested.main_address).toMatchObject({ city: 'Kiel', country: { id: 'DE' } });
  });
  test('pages follow each other until there is none', async () => {
    const seen = new Set<string>();
    let next: string | null = '/products?items_per_page=10';
    while (next) {
      const { json }: Said = await ask(next.slice(1));
      for (const { id } of json.$items) seen.add(id);
      next = json.$next;
    }
    const all = (await ask('products?items_per_page=200')).json;
    expect(seen.size).toBe(all.$total);
    const beyond = (await ask('products?page=99&items_per_page=10')).json;
    expect([beyond.$page, beyond.$next]).toEqual([Math.ceil(all.$total / 10), null]);
  });
  test('search looks at the reference and the contact’s name, not at the number', async () => {
    const made = (await addQuote({ reference: 'BR-SEARCHED1' })).json;
    expect((await ask('sales_quotes?search=br-searched1')).json.$total).toBe(1);
    expect((await ask(`sales_quotes?search=${made.quote_number}`)).json.$total).toBe(0);
    expect((await ask(`sales_quotes?contact_id=${contact('LEER01')}`)).json.$total).toBe(0);
    const since = encodeURIComponent(made.updated_at);
    const changed = (await ask(`sales_quotes?updated_or_created_since=${since}`)).json.$items;
    expect(changed.map(({ id }: { id: string }) => id)).toContain(made.id);
    expect((await ask('sales_quotes?updated_or_created_since=2099-01-01T00:00:00Z')).json.$total).toBe(0);
  });
  test('stock items are products too; services are not', async () => {
    const { id } = erp.desk.item('1896-S');
    expect((await ask(`products/${id}`)).json).toMatchObject({ item_code: '1896-S', $path: `/products/${id}` });
    expect((await ask(`stock_items/${id}`)).json.quantity_in_stock).toMatch(/^\d+\.0$/);
    says(await ask(`stock_items/${erp.desk.item('HANDBUCH').id}`), 404, 'RecordNotFound');
    says(await ask(`products/${erp.desk.item('MONTAGE').id}`), 404, 'RecordNotFound');
    expect((await ask('products?search=1850&active=true')).json.$total).toBe(0);
    expect((await ask('stock_items?search=1850')).json.$total).toBe(0);
    expect((await ask('stock_items?search=1850&active=false')).json.$total).toBe(1);
  });
});

describe('quotes and invoices', () => {
  test('one idempotency key makes one record, however often it is sent, and for each kind its own', async () => {
    const idempotency_id = key();
    const [one, two, other] = await Promise.all([
      addQuote({ idempotency_id }),
      addQuote({ idempotency_id, reference: 'CHANGED' }),
      addInvoice({ idempotency_id, status_id: 'DRAFT' }),
    ]);
    expect([one.status, two.status, other.status]).toEqual([201, 201, 201]);
    expect(two.json).toMatchObject({ id: one.json.id, reference: one.json.reference });
    erp.breakDown({ noIdempotency: true });
    expect((await addQuote({ idempotency_id })).json.id).not.toBe(one.json.id);
  });
  test('nothing keeps a reference unique', async () => {
    const [one, two] = [await addQuote({ reference: 'TWICE' }), await addQuote({ reference: 'TWICE' })];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect((await ask('sales_quotes?search=TWICE')).json.$total).toBe(2);
  });
  test('amounts follow from the lines; tax is what was sent, and has to be sent', async () => {
    says(
      await addQuote({ quote_lines: [line({ tax_amount: undefined })] }),
      422,
      'RecordInvalid',
      'quote_lines.tax_amount',
    );
    const lines = [
      line({ quantity: 3, unit_price: '0.335', tax_amount: 0.23 }),
      line({ discount_percentage: 12.5, tax_amount: '402.5' }),
    ];
    const more = { shipping_net_amount: 20, shipping_tax_rate_id: 'IE_STANDARD' };
    const { json } = await addQuote({ quote_lines: lines, ...more });
    expect(json).toMatchObject({ net_amount: '1771.01', tax_amount: '407.33', total_amount: '2178.34' });
    expect(json).toMatchObject({ shipping_tax_amount: '4.6', total_discount_amount: '250.0', total_quantity: '5.0' });
    expect(json.quote_lines[0]).toMatchObject({ net_amount: '1.01', total_amount: '1.24', unit_price: '0.335' });
    const wrong = line({ net_amount: 1999 });
    says(await addQuote({ quote_lines: [wrong] }), 422, 'RecordInvalid', 'quote_lines.net_amount');
  });
  test('a foreign document has both currencies', async () => {
    const { json } = await addQuote({ contact_id: contact('PRAIR01') });
    expect(json).toMatchObject({ currency: { id: 'USD' }, exchange_rate: '1.25', total_amount: '2460.0' });
    expect(json.base_currency_total_amount).toBe('1968.0');
  });
  test('a change replaces the lines; an invoiced quote is not changed or deleted any more', async () => {
    const { id, quote_number } = (await addQuote({ notes: 'first' })).json;
    const changed = await put(`sales_quotes/${id}`, 'sales_quote', {
      quote_lines: [line({ quantity: 1, tax_amount: 230 })],
    });
    expect(changed.json).toMatchObject({ total_amount: '1230.0', notes: 'first' });
    const cleared = await put(`sales_quotes/${id}`, 'sales_quote', { notes: null });
    expect(cleared.json).toMatchObject({ total_amount: '1230.0', notes: null });
    const made = erp.desk.convert(quote_number);
    const { json } = await ask(`sales_quotes/${id}`);
    expect(json).toMatchObject({ editable: false, status: { id: 'INVOICED' }, invoice: { id: made.id } });
    expect((await put(`sales_quotes/${id}`, 'sales_quote', { notes: 'x' })).status).toBe(422);
    expect((await remove(`sales_quotes/${id}`)).status).toBe(422);
    const other = (await addQuote()).json;
    expect((await remove(`sales_quotes/${other.id}`)).status).toBe(204);
    expect((await ask(`sales_quotes/${other.id}`)).status).toBe(404);
  });
  test('a draft moves nothing; its release takes goods out of stock and adds to the balance', async () => {
    const [id, stock] = [contact('LEER01'), async () => Number(erp.desk.item('1896-S').body.quantity_in_stock)];
    const owed = async () => (await ask(`contacts/${id}?show_balance=true`)).json.balance;
    const before = await stock();
    const draft = (await addInvoice({ contact_id: id, status_id: 'DRAFT' })).json;
    expect([await stock(), await owed(), draft.status.id]).toEqual([before, '0.0', 'DRAFT']);
    expect(draft).toMatchObject({ invoice_number: 'SI-DRAFT', displayed_as: 'SI-DRAFT', outstanding_amount: '0.0' });
    const released = await ask(`sales_invoices/${draft.id}/release`, { method: 'POST' });
    expect([released.status, released.json.status.id, await stock(), await owed()]).toEqual([
      201,
      'UNPAID',
      before - 2,
      '2460.0',
    ]);
    expect(released.json).toMatchObject({
      invoice_number: expect.stringMatching(/^SI-\d+$/),
      outstanding_amount: '2460.0',
    });
    says(await remove(`sales_invoices/${draft.id}`), 422, 'RecordInvalid', 'void_reason');
    const gone = await remove(`sales_invoices/${draft.id}?void_reason=mistake`);
    expect(gone.json).toMatchObject({ status: { id: 'VOID' }, outstanding_amount: '0.0', void_reason: 'mistake' });
    expect([await stock(), await owed()]).toEqual([before, '0.0']);
    const rare = line({ product_id: erp.desk.item('KNAPP-1').id, quantity: 3 });
    const refused = await addInvoice({ invoice_lines: [rare] });
    expect([refused.status, refused.error.$message]).toEqual([
      422,
      'You cannot fulfil this invoice as you do not have enough stock.',
    ]);
    expect((await addInvoice({ invoice_lines: [rare], status_id: 'DRAFT' })).status).toBe(201);
  });
  test('a draft is deleted: out of the list, and in that of the deleted', async () => {
    const { id } = (await addInvoice({ status_id: 'DRAFT', reference: 'DELETED-1' })).json;
    const deleted = await remove(`sales_invoices/${id}`);
    expect([deleted.status, typeof deleted.json.deleted_at]).toEqual([200, 'string']);
    expect((await ask('sales_invoices?search=DELETED-1')).json.$total).toBe(0);
    expect((await ask('sales_invoices?deleted_since=2026-01-01T00:00:00Z&search=DELETED-1')).json.$total).toBe(1);
  });
  test('payments and credit notes lower what is open', async () => {
    const { id, invoice_number } = (await addInvoice({ contact_id: contact('RABA01') })).json;
    erp.desk.pay(invoice_number, '460');
    const partly = (await ask(`sales_invoices/${id}?show_payments_allocations=true`)).json;
    expect(partly).toMatchObject({ outstanding_amount: '2000.0', total_paid: '460.0', status: { id: 'PART_PAID' } });
    expect(partly.payments_allocations).toHaveLength(1);
    erp.desk.credit(invoice_number, [['1896-S', '1', { unit_price: '1000', tax_amount: '230' }]]);
    expect((await ask(`sales_invoices/${id}`)).json.outstanding_amount).toBe('770.0');
    erp.desk.pay(invoice_number);
    expect((await ask(`sales_invoices/${id}`)).json).toMatchObject({
      outstanding_amount: '0.0',
      status: { id: 'PAID' },
    });
    expect((await put(`sales_invoices/${id}`, 'sales_invoice', { notes: 'x' })).status).toBe(422);
  });
  test('the PDF is at the same path, and marks the invoice as sent unless told otherwise', async () => {
    const { id } = (await addInvoice()).json;
    const headers = { accept: 'application/pdf' };
    const { text } = await ask(`sales_invoices/${id}?mark_as_sent=false`, { headers });
    expect(text.startsWith('%PDF-')).toBe(true);
    expect((await ask(`sales_invoices/${id}`)).json.sent).toBe(false);
    await ask(`sales_invoices/${id}`, { headers });
    expect((await ask(`sales_invoices/${id}`)).json.sent).toBe(true);
  });
});

describe('contacts', () => {
  const add = (more: object) =>
    post('contacts', 'contact', { name: 'Neu GmbH', contact_type_ids: ['CUSTOMER'], ...more });
  test('a reference is unique, a name is not', async () => {
    const [one, two] = [await add({ reference: 'NEU01' }), await add({ reference: 'NEU02' })];
    expect([one.status, two.status]).toEqual([201, 201]);
    says(await add({ reference: 'neu01' }), 422, 'RecordInvalid', 'reference');
    says(await put(`contacts/${two.json.id}`, 'contact', { reference: 'NEU01' }), 422, 'RecordInvalid', 'reference');
    says(await add({ tax_number: '12' }), 422, 'RecordInvalid', 'tax_number');
    says(await add({ contact_type_ids: ['CLIENT'] }), 404, 'RecordNotFound');
    says(await add({ contact_type_ids: ['CUSTOMER', 'VENDOR'] }), 422, 'RecordInvalid', 'contact_type_ids');
  });
  test('addresses and persons are made with it and found by e-mail', async () => {
    const parts = {
      main_address: { address_line_1: 'Kai 7', city: 'Cork', country_id: 'IE' },
      main_contact_person: { name: 'Aoife', email: 'aoife@neu.example' },
    };
    const { json } = await add(parts);
    expect(json).toMatchObject({ email: 'aoife@neu.example', displayed_as: 'Neu GmbH' });
    expect((await ask('contacts?email=AOIFE@neu.example')).json.$items[0].id).toBe(json.id);
    const address = (await ask(`addresses?contact_id=${json.id}&attributes=all`)).json.$items[0];
    expect(address).toMatchObject({ address_line_1: 'Kai 7', is_main_address: true });
    await put(`addresses/${address.id}`, 'address', { city: 'Galway' });
    expect((await ask(`contacts/${json.id}?nested_attributes=all`)).json.main_address.city).toBe('Galway');
    expect((await remove(`contacts/${json.id}`)).status).toBe(204);
    expect((await remove(`contacts/${contact('NORD01')}`)).status).toBe(422);
  });
});

describe('bad days', () => {
  test('a document that was stored although its answer was lost, or said otherwise', async () => {
    for (const wanted of [{ gatewayTimeout: 1 }, { unavailableAfterCommit: 1 }, { errorAfterCommit: 1 }]) {
      const [reference, idempotency_id] = [key().slice(0, 20), key()];
      erp.breakDown(wanted);
      expect((await addQuote({ reference, idempotency_id })).status).toBeGreaterThanOrEqual(500);
      expect((await ask(`sales_quotes?search=${reference}`)).json.$total).toBe(1);
      await addQuote({ reference, idempotency_id });
      expect((await ask(`sales_quotes?search=${reference}`)).json.$total).toBe(1);
    }
    erp.breakDown({ dropAfterCommit: 1 });
    await expect(addQuote({ reference: 'CUT' })).rejects.toThrow();
    expect((await ask('sales_quotes?search=CUT')).json.$total).toBe(1);
  });
  test('a document that is stored late, and its repetition in between: one', async () => {
    const idempotency_id = key();
    erp.breakDown({ slowCommit: { ms: 40, times: 1, answer: '504' } });
    expect((await addQuote({ reference: 'LATE', idempotency_id })).status).toBe(504);
    expect((await ask('sales_quotes?search=LATE')).json.$total).toBe(0);
    await addQuote({ reference: 'LATE', idempotency_id });
    await new Promise((done) => setTimeout(done, 60));
    expect((await ask('sales_quotes?search=LATE')).json.$total).toBe(1);
  });
  test('too many requests, an ended subscription, a refusal after the number was drawn, lists that lag', async () => {
    erp.breakDown({ busy: { retryAfterSeconds: 7, times: 1 } });
    const busy = await ask('contacts');
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '7']);
    erp.breakDown({ noSubscription: true });
    expect((await ask('contacts')).error.$message).toBe('No active subscription. (MSE)');
    const before = (await addQuote()).status;
    expect(before).toBe(401);
    erp.breakDown({});
    const number = (said: Said) => Number(said.json.quote_number.slice(3));
    const first = number(await addQuote());
    erp.breakDown({ refuses: { words: 'The period is closed.', times: 1 } });
    expect((await addQuote()).error).toMatchObject({ $message: 'The period is closed.', $source: 'base' });
    expect(number(await addQuote())).toBe(first + 2);
    erp.breakDown({ listLagMs: 60_000 });
    await addQuote({ reference: 'LAGGING' });
    expect((await ask('sales_quotes?search=LAGGING')).json.$total).toBe(0);
  });
  test('fields that are missing, decimals as numbers, lines that a change adds', async () => {
    erp.breakDown({ withoutFields: ['sales_quotes.total_amount'], decimals: 'number', linesAdded: true });
    const { json } = await addQuote();
    expect(json.total_amount).toBeUndefined();
    expect(json.net_amount).toBe(2000);
    const more = await put(`sales_quotes/${json.id}`, 'sales_quote', { quote_lines: [line()] });
    expect(more.json.net_amount).toBe(4000);
  });
});

test('with a file, a restart finds records, numbers, keys and what was granted, and requests what others wrote', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sage-accounting-'));
  const file = join(folder, 'erp.sqlite');
  try {
    const before = await startSageAccounting({ file });
    const [idempotency_id, token] = [key(), before.consent()];
    const first = clientOf(() => before);
    const sent = { contact_id: before.desk.contact('NORD01').id, date: '2026-11-29', expiry_date: '2027-12-29' };
    const { id, body } = before.desk.item('HANDBUCH');
    const lines = [{ description: 'M', ledger_account_id: body.sales_ledger_account, product_id: id, quantity: 1 }];
    const whole = { ...sent, quote_lines: lines.map((each) => ({ ...each, unit_price: 25, tax_rate_id: 'IE_ZERO' })) };
    const made = await first.post('sales_quotes', 'sales_quote', { ...whole, idempotency_id });
    expect(made.status).toBe(201);
    await before.close();
    const after = await startSageAccounting({ file });
    expect((await signIn(after, { grant_type: 'refresh_token', refresh_token: token })).status).toBe(200);
    const second = clientOf(() => after);
    const again = await second.post('sales_quotes', 'sales_quote', { ...whole, idempotency_id });
    expect(again.json.id).toBe(made.json.id);
    const next = await second.post('sales_quotes', 'sales_quote', whole);
    expect(next.json.quote_number).not.toBe(made.json.quote_number);
    expect((await second.ask('contacts')).json.$total).toBe(15);
    const { id: contact } = after.desk.contact('NORD01');
    const db = new DatabaseSync(file);
    db.prepare("update records set json = json_set(json, '$.body.credit_limit', '7.00') where id = ?").run(contact);
    db.close();
    expect((await second.ask(`contacts/${contact}`)).json.credit_limit).toBe('7.00');
    await after.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
test('people’s work is on the admin port', async () => {
  const { json } = await addQuote({ reference: 'DESK-1' });
  const at = (path: string, init?: RequestInit) => fetch(`${erp.adminUrl}/${path}`, init).then((said) => said.json());
  expect(await at('orders/DESK-1')).toMatchObject([{ quote_number: json.quote_number }]);
  const copy = await at(`orders/${json.quote_number}/copy`, { method: 'POST' });
  expect(copy.quote_number).not.toBe(json.quote_number);
  const made = await at(`quotes/${json.quote_number}/invoice`, { method: 'POST' });
  expect(made).toMatchObject({ number: expect.stringMatching(/^SI-/) });
  expect(await at('stats')).toMatchObject({ writes: expect.any(Number) });
});
