import { decimal, erpCustomerIdSchema, erpOrderIdSchema, erpProductIdSchema, referenceSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import {
  type Asked,
  businessOf,
  call,
  customer,
  page,
  product,
  quote,
  REFERENCE,
  refusal,
  type Said,
} from '../../../test/accounting-business.ts';
import type { OrderInput } from '../contract/schemas.ts';

const contact = erpCustomerIdSchema.parse('c1');
const gbp = 'GBP' as OrderInput['currency'];
const input = (over: Partial<OrderInput> = {}): OrderInput => ({
  reference: referenceSchema.parse(REFERENCE),
  customerId: contact,
  currency: gbp,
  requestedDate: null,
  note: null,
  lines: [
    {
      productId: erpProductIdSchema.parse('p1'),
      quantity: decimal('2'),
      unitPrice: { amount: decimal('10'), currency: gbp },
      description: null,
    },
  ],
  ...over,
});
const isCreate = ({ method, path }: Asked) => method === 'POST' && path === '/sales_quotes';
/** A business that answers creates of quotes by `create`. */
const creating = (create: () => Said, more: (asked: Asked) => Said | undefined = () => undefined) =>
  businessOf((asked) => (isCreate(asked) ? create() : more(asked)));
const placed = (business: ReturnType<typeof businessOf>, over: Partial<OrderInput> = {}) =>
  business.adapter.orders?.create(input(over), call());
const lists = (path: string, said: Said) => businessOf((asked) => (asked.path === path ? said : undefined));
const invoices = (business: ReturnType<typeof businessOf>) =>
  business.adapter.invoices?.list({ customerId: contact }, call());

test('an order is one quote with our reference, the tax of its lines, and an idempotency id of the reference alone', async () => {
  const business = creating(() => ({ status: 201, body: quote() }));
  const order = await placed(business);
  expect(order).toMatchObject({ id: 'q-q1', number: 'SQ-7', status: 'confirmed', reference: REFERENCE });
  expect(order?.net).toEqual({ amount: '20', currency: 'GBP' });
  await placed(business, { note: 'Another try' });
  const [first, second] = business.writes().map(({ body }) => body.sales_quote as Record<string, unknown>);
  expect(first).toMatchObject({
    contact_id: 'c1',
    date: '2026-11-28',
    expiry_date: '2026-12-28',
    quote_lines: [
      {
        product_id: 'p1',
        ledger_account_id: 'l4000',
        quantity: '2',
        unit_price: '10',
        tax_rate_id: 'GB_STANDARD',
        tax_amount: '4',
      },
    ],
  });
  expect(first?.idempotency_id).toMatch(/^[0-9a-f]{32}$/);
  expect(second?.idempotency_id).toBe(first?.idempotency_id);
});

test.each([
  ['2026-07-14T22:30:00Z', 'Europe/Berlin', '2026-07-15', '2026-08-14'],
  ['2026-12-31T23:30:00Z', 'Europe/Berlin', '2027-01-01', '2027-01-31'],
  ['2026-07-14T02:30:00Z', 'America/New_York', '2026-07-13', '2026-08-12'],
])('a quote of %s is dated in the calendar of a business in %s', async (instant, timeZone, date, expiry_date) => {
  const business = businessOf((asked) => (isCreate(asked) ? { status: 201, body: quote() } : undefined), { timeZone });
  business.clock.now = Date.parse(instant);
  await placed(business);
  expect(business.writes()[0]?.body.sales_quote).toMatchObject({ date, expiry_date });
});

test('as a draft invoice it is found by its reference until it is released, and is never released by us', async () => {
  const { quote_number: _, quote_number_prefix: __, quote_lines, invoice: ___, ...head } = quote();
  const draft = { ...head, invoice_number: 'DRAFT', invoice_number_prefix: 'SI-', invoice_lines: quote_lines };
  const business = businessOf(
    ({ method, path }) =>
      method === 'POST' && path === '/sales_invoices'
        ? { status: 201, body: { ...draft, status: { id: 'DRAFT' } } }
        : undefined,
    { orderDocument: 'invoice' },
  );
  const order = await placed(business);
  expect(order).toMatchObject({ id: 'i-q1', number: REFERENCE, status: 'confirmed' });
  expect(business.writes()).toHaveLength(1);
  expect(business.writes()[0]?.body.sales_invoice).toMatchObject({ status_id: 'DRAFT' });
  expect(business.adapter.orders?.cancel).toBeUndefined();
});

test('an order that was made as the other kind of document before is not made again', async () => {
  const business = creating(
    () => refusal(500, 'UnexpectedError', 'An unexpected error occurred.'),
    ({ path, query }) => (path === '/sales_quotes' && query.get('search') === REFERENCE ? page(quote()) : undefined),
  );
  expect((await placed(business))?.id).toBe('q-q1');
  expect(business.writes()).toHaveLength(0);
  const { quote_lines: invoice_lines, ...rest } = quote();
  const drafted = creating(
    () => ({ status: 201, body: quote() }),
    ({ path, query }) =>
      path === '/sales_invoices' && query.get('search') === REFERENCE
        ? page({ ...rest, invoice_number: 'DRAFT', invoice_lines, status: { id: 'DRAFT' } })
        : undefined,
  );
  expect((await placed(drafted))?.id).toBe('i-q1');
  expect(drafted.writes()).toHaveLength(0);
});

test('of several documents under a reference the oldest is the order: the others are copies, or its invoice', async () => {
  const younger = quote({ id: 'q2', quote_number: '8', created_at: '2026-11-28T12:30:00Z' });
  const business = lists('/sales_quotes', page(younger, quote(), quote({ id: 'q3', reference: `${REFERENCE}X` })));
  const found = await business.adapter.orders?.findByReference(
    { references: [referenceSchema.parse(REFERENCE)] },
    call(),
  );
  expect(found?.results.map((each) => each.map(({ number }) => number))).toEqual([['SQ-7']]);
});

test.each([
  // "If there is ever an issue which results in an unhandled 500 error on a POST request, it is possible that the request completed successfully."
  ['500 UnexpectedError', refusal(500, 'UnexpectedError', 'An unexpected error occurred.'), { kind: 'uncertain' }],
  ['a gateway’s 503', { status: 503, text: '<h1>Down</h1>' }, { kind: 'uncertain' }],
  ['an answer that is no quote', { status: 201, body: {} }, { kind: 'uncertain' }],
  [
    '422 of a line',
    refusal(422, 'RecordInvalid', 'This field is required.', 'sales_quote.quote_lines[0].tax_rate_id'),
    {
      kind: 'refused',
      field: 'lines.0.productId',
      words: 'This field is required. (sales_quote.quote_lines[0].tax_rate_id)',
    },
  ],
  [
    '422 of a vendor',
    refusal(422, 'ValidationError', "can't find customer"),
    { kind: 'refused', field: 'customerId', words: "can't find customer" },
  ],
  [
    '422 in words nobody knows',
    refusal(422, 'SomethingNew', 'Ledger account 4000 is locked until Monday.'),
    { kind: 'refused', words: 'Ledger account 4000 is locked until Monday.' },
  ],
  [
    '403',
    refusal(403, 'MultiUserAccessDenied', 'The current user is not allowed to access that resource with that method.'),
    {
      kind: 'unauthorised',
      field: 'permissions',
      words: 'The current user is not allowed to access that resource with that method.',
    },
  ],
  ['429', { status: 429, text: '', headers: { 'retry-after': '9' } }, { kind: 'busy', retryAfterMs: 9000 }],
])('a create that is answered by %s', async (_, said, expected) => {
  await expect(placed(creating(() => said))).rejects.toMatchObject(expected);
});

test('what no order may have is refused before anything is sent', async () => {
  const business = creating(() => ({ status: 201, body: quote() }));
  const line = input().lines[0];
  if (!line) throw new Error('no line');
  const cases: [Partial<OrderInput>, string][] = [
    [{ lines: [{ ...line, quantity: decimal('0') }] }, 'lines.0.quantity'],
    [{ lines: [{ ...line, productId: erpProductIdSchema.parse('p9') }] }, 'lines.0.productId'],
    [{ currency: 'EUR' as OrderInput['currency'] }, 'currency'],
    [{ note: 'x'.repeat(2001) }, 'note'],
    [{ charges: [{ kind: 'fee', name: 'Fee', amount: line.unitPrice }] }, 'charges.0'],
  ];
  for (const [over, field] of cases)
    await expect(placed(business, over)).rejects.toMatchObject({ kind: 'refused', field });
  await expect(placed(business, { customerId: erpCustomerIdSchema.parse('c9') })).rejects.toMatchObject({
    kind: 'not_found',
    field: 'customerId',
  });
  expect(business.writes()).toHaveLength(0);
});

test('a Spanish business may not send the tax of a line; a product without an account cannot be sold', async () => {
  const spanish = creating(
    () => ({ status: 201, body: quote() }),
    ({ path }) =>
      path.startsWith('/businesses/') ? { body: { id: 'b', name: 'Norte', country: { id: 'ES' } } } : undefined,
  );
  await placed(spanish);
  const body = spanish.writes()[0]?.body.sales_quote as { quote_lines: object[] };
  expect(body.quote_lines[0]).not.toHaveProperty('tax_amount');
  const bare = creating(
    () => ({ status: 201, body: quote() }),
    ({ path }) => (path === '/products' ? page({ ...product, sales_ledger_account: null }) : undefined),
  );
  await expect(placed(bare)).rejects.toMatchObject({ kind: 'refused', field: 'lines.0.productId' });
});

test('an access token that ended in the middle is renewed with the refresh token that followed, and the request sent again', async () => {
  let ended = false;
  const business = businessOf(({ path }) => {
    if (path !== '/sales_invoices' || ended) return undefined;
    ended = true;
    return refusal(401, 'AuthorizationFailure', 'Access token expired');
  });
  await invoices(business);
  const [first, second] = business.at('/token', 'POST').map(({ query }) => query.get('refresh_token'));
  expect(first).toMatch(/^first-/);
  expect(second).toMatch(/^refresh-/);
  expect(business.at('/sales_invoices')).toHaveLength(2);
  // Five minutes later it has ended anyway.
  business.clock.now += 300_000;
  await invoices(business);
  expect(business.at('/token', 'POST')).toHaveLength(3);
});

test.each([
  ['a subscription that ended', refusal(401, 'AuthorizationFailure', 'No active subscription. (MSE)'), '/contacts/c1'],
])('%s is said in Sage’s words', async (_, said, path) => {
  await expect(lists(path, said).adapter.customers?.get({ ids: [contact] }, call())).rejects.toMatchObject({
    kind: 'unauthorised',
    words: 'No active subscription. (MSE)',
  });
});

test('a refresh token that was used elsewhere, and a wrong secret, are told apart', async () => {
  const signingIn = (error: string) => lists('/token', { status: 400, body: { error } }).adapter.health({}, call());
  await expect(signingIn('invalid_grant')).rejects.toMatchObject({
    kind: 'unauthorised',
    field: 'refreshToken',
    words: expect.stringContaining('refresh token'),
  });
  await expect(signingIn('invalid_client')).rejects.toMatchObject({ kind: 'unauthorised', field: 'clientSecret' });
});

test('each request names the business, and one that is not seen is no connection', async () => {
  const business = businessOf(() => undefined);
  await invoices(business);
  const api = business.calls.filter(({ path }) => path !== '/token');
  expect(new Set(api.map(({ headers }) => headers.get('x-business')))).toEqual(
    new Set([api[0]?.path.replace('/businesses/', '')]),
  );
  const unseen = businessOf(({ path }) =>
    path.startsWith('/businesses/') ? refusal(404, 'RecordNotFound', 'Not found') : undefined,
  );
  await expect(unseen.adapter.health({}, call())).rejects.toMatchObject({ kind: 'unauthorised', field: 'business' });
  const ended = businessOf(({ path }) =>
    path.startsWith('/businesses/')
      ? { body: { id: 'b', name: 'Kestrel', subscriptions: [{ active: false }] } }
      : undefined,
  );
  await expect(ended.adapter.health({}, call())).rejects.toMatchObject({ kind: 'unauthorised', field: 'business' });
});

test('who may not read the settings of the business has its currency entered', async () => {
  const denied = refusal(403, 'MultiUserAccessDenied', 'The current user is not allowed');
  const shy = (settings: Record<string, string>) =>
    businessOf(({ path }) => (path === '/financial_settings' ? denied : undefined), settings).adapter.health(
      {},
      call(),
    );
  await expect(shy({})).rejects.toMatchObject({ kind: 'refused', field: 'currency' });
  expect(await shy({ currency: 'GBP' })).toMatchObject({ currency: 'GBP' });
});

const invoice = (over: object = {}) => ({
  id: 'i1',
  invoice_number: 'SI-9',
  date: '2026-10-01',
  due_date: '2026-10-31',
  total_amount: '120.0',
  outstanding_amount: '120.0',
  currency: { id: 'GBP' },
  status: { id: 'UNPAID' },
  ...over,
});
test('every page of a list is read; a list that changes meanwhile is none', async () => {
  const paged = (second: object[], total = 2) =>
    businessOf(({ path, query }) => {
      if (path !== '/sales_invoices') return undefined;
      const nth = query.get('page');
      const items = nth === '1' ? [invoice()] : second;
      return {
        body: { $total: nth === '1' ? 2 : total, $next: nth === '1' ? '/sales_invoices?page=2' : null, $items: items },
      };
    });
  expect((await invoices(paged([invoice({ id: 'i2' })])))?.results).toHaveLength(2);
  await expect(invoices(paged([invoice({ id: 'i2' })], 3))).rejects.toMatchObject({ kind: 'conflict' });
  // A page beyond the end is answered with the last one: the same row again is no other row.
  await expect(invoices(paged([invoice()]))).rejects.toMatchObject({ kind: 'conflict' });
  const long = lists('/sales_invoices', { body: { $total: 20_001, $next: '/x', $items: [invoice()] } });
  await expect(invoices(long)).rejects.toMatchObject({ kind: 'refused', words: expect.stringContaining('20001') });
});

test('drafts are no invoices, credits settle the oldest first, and reading marks nothing as sent', async () => {
  const business = businessOf(({ path, headers }) => {
    if (path === '/sales_invoices')
      return page(
        invoice(),
        invoice({ id: 'i2', invoice_number: 'SI-8', due_date: '2026-10-15', outstanding_amount: '50.0' }),
        invoice({ id: 'i3', invoice_number: 'DRAFT', status: { id: 'DRAFT' } }),
      );
    if (path === '/sales_credit_notes')
      return page({
        ...invoice({ id: 'n1', total_amount: '60.0', outstanding_amount: '60.0' }),
        credit_note_number: 'SCN-1',
      });
    if (path === '/sales_invoices/i1' && headers.get('accept') === 'application/pdf')
      return { text: '%PDF-1.4 %%EOF', headers: { 'content-type': 'application/pdf' } };
    return undefined;
  });
  const list = await invoices(business);
  expect(list?.results.map(({ number, kind, status }) => [number, kind, status])).toEqual([
    ['SI-9', 'invoice', 'overdue'],
    ['SI-8', 'invoice', 'overdue'],
    ['SCN-1', 'credit_note', 'open'],
  ]);
  expect(list?.totals).toEqual([
    {
      open: { amount: '110', currency: 'GBP' },
      overdue: { amount: '110', currency: 'GBP' },
      nextDue: '2026-10-15',
    },
  ]);
  await business.adapter.invoices?.pdf?.({ id: 'i1' }, call());
  expect(business.at('/sales_invoices/i1')[0]?.query.get('mark_as_sent')).toBe('false');
});

test('an amount that is not there is drift, and no zero', async () => {
  const { outstanding_amount: _, ...without } = invoice();
  await expect(invoices(lists('/sales_invoices', page(without)))).rejects.toMatchObject({
    kind: 'drift',
    field: 'sales_invoices.outstanding_amount',
  });
  await expect(
    businessOf(() => undefined).adapter.credit?.position({ customerId: contact }, call()),
  ).rejects.toMatchObject({ kind: 'drift', field: 'balance' });
});

test('a price of nothing is none, and one with tax is told without it', async () => {
  const priced = async (prices: object[], type: string | null = null) => {
    const business = businessOf(({ path }) => {
      if (path === '/products') return page({ ...product, sales_prices: prices });
      if (path === '/contacts/c1')
        return { body: { ...customer, product_sales_price_type: type === null ? null : { id: type } } };
      return undefined;
    });
    const lines = [{ productId: erpProductIdSchema.parse('p1'), quantity: decimal('1') }];
    const answer = await business.adapter.pricing?.quote(
      { customerId: contact, currency: gbp, date: '2026-11-28', lines },
      call(),
    );
    return answer?.results[0]?.unitPrice.amount ?? null;
  };
  const [sales, trade] = product.sales_prices;
  expect(await priced([sales ?? {}, trade ?? {}], 't2')).toBe('12');
  expect(await priced([sales ?? {}, { ...trade, price: '9.5' }], 't2')).toBe('9.5');
  expect(await priced([{ ...sales, price_includes_tax: true }])).toBe('10');
  expect(await priced([{ ...sales, price: '0.0' }])).toBeNull();
  expect(await priced([{ ...sales, price: null }])).toBeNull();
});

test('a quote is declined, and a success that changed nothing is none', async () => {
  const id = erpOrderIdSchema.parse('q-q1');
  const declining = (after: object) =>
    businessOf(({ method, path }) => {
      if (path !== '/sales_quotes/q1') return undefined;
      return { body: method === 'PUT' ? quote(after) : quote() };
    });
  const business = declining({ status: { id: 'DECLINED' } });
  expect((await business.adapter.orders?.cancel?.({ id }, call()))?.status).toBe('cancelled');
  expect(business.writes()[0]?.body).toEqual({ sales_quote: { status_id: 'DECLINED' } });
  await expect(declining({}).adapter.orders?.cancel?.({ id }, call())).rejects.toMatchObject({
    kind: 'refused',
    field: 'status',
  });
  const invoiced = lists('/sales_quotes/q1', { body: quote({ status: { id: 'INVOICED' } }) });
  await expect(invoiced.adapter.orders?.cancel?.({ id }, call())).rejects.toMatchObject({ kind: 'refused' });
  expect(invoiced.writes()).toHaveLength(0);
});

test('a feed tells what changed once, and asks no more than every few minutes', async () => {
  let changed: object[] = [];
  const business = businessOf(({ path, query }) =>
    path === '/sales_quotes' && query.has('updated_or_created_since') ? page(...changed) : undefined,
  );
  const since = async (cursor: string | null) => business.adapter.changes?.since({ cursor }, call());
  const start = (await since(null))?.cursor ?? '';
  changed = [{ id: 'q1', contact: { id: 'c1' }, updated_at: '2026-11-28T12:00:05Z' }];
  const first = await since(start);
  expect(first?.changes.filter(({ kind }) => kind === 'order')).toEqual([
    { kind: 'order', id: 'q-q1', customerId: 'c1', at: '2026-11-28T12:00:00.000Z' },
  ]);
  const asked = business.calls.length;
  const second = await since(first?.cursor ?? '');
  expect(second).toEqual({ changes: [], cursor: first?.cursor });
  expect(business.calls).toHaveLength(asked);
});

test('a contact that was made inactive takes no orders, and says so', async () => {
  const inactive = { ...customer, is_active: false, balance: '0.00' };
  const business = businessOf(({ path }) => (path === '/contacts/c1' ? { body: inactive } : undefined));
  const found = await business.adapter.customers?.get({ ids: [contact] }, call());
  expect(found?.results[0]?.blocked).toBe(true);
  const credit = await business.adapter.credit?.position({ customerId: contact }, call());
  expect(credit).toMatchObject({ blocked: true, blockedReason: 'Inactive' });
});
