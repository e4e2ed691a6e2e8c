import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedRequest } from '../support/card.ts';
import { type Product, startProduct, unhurried } from '../support/product.ts';

let product: Product;
beforeAll(async () => {
  // Far beyond HubSpot's own: what is wrong is the input, and the limit has its test in bad-days.
  product = await startProduct(unhurried);
}, 120_000);
afterAll(() => product.remove());

type Body = { ok?: boolean; code?: string; problem?: { code: string; whatToDo: string; reference: string } };
/** Through the proxy a problem comes inside a 200; a caller without a signature gets its status. */
async function codeOf(request: Request): Promise<{ status: number; code: string | undefined }> {
  const response = await fetch(request);
  const body = (await response.json()) as Body;
  if (body.problem) expect(body.problem).toMatchObject({ whatToDo: expect.any(String), reference: expect.any(String) });
  expect(JSON.stringify(body)).not.toMatch(/at .*\.ts:\d+|node_modules|select |insert /);
  return { status: response.status, code: body.problem?.code ?? body.code };
}
const signed = (path: string, options: Parameters<typeof signedRequest>[2] = {}) =>
  signedRequest(product.backendUrl, path, options);
const panels = '/v1/records/deal/5001/panels?only=stock';
function changed(request: Request, headers: Record<string, string | null>, body?: string): Request {
  const next = new Headers(request.headers);
  for (const [name, value] of Object.entries(headers)) value === null ? next.delete(name) : next.set(name, value);
  return new Request(request.url, { method: request.method, headers: next, ...(body === undefined ? {} : { body }) });
}

test('without, with a forged and with an old signature nothing is answered', async () => {
  const good = signed(panels);
  expect(await codeOf(changed(good, { 'x-hubspot-signature-v3': null }))).toEqual({
    status: 401,
    code: 'signature_missing',
  });
  expect(await codeOf(changed(good, { 'x-hubspot-signature-v3': 'A'.repeat(44) }))).toEqual({
    status: 401,
    code: 'signature_invalid',
  });
  expect(await codeOf(changed(good, { 'x-hubspot-request-timestamp': '1735689600000' }))).toEqual({
    status: 401,
    code: 'signature_expired',
  });
  // Another account's number in a signed address is another signature.
  expect(
    await codeOf(new Request(good.url.replace('portalId=4242', 'portalId=4243'), { headers: good.headers })),
  ).toEqual({ status: 401, code: 'signature_invalid' });
});
test('an account that has not installed Backroom sees nothing', async () =>
  expect((await codeOf(signed(panels, { portalId: 999 }))).code).toBe('account_unknown'));
test.each([
  ['/v1/records/deal/123456/panels?only=stock', 'record_not_found'],
  ['/v1/records/deal/5001/panels?only=nonsense', 'panel_unknown'],
  ['/v1/records/company/7001/panels?only=stock', 'panel_unknown'],
  ['/v1/records/deal/..%2F..%2Fetc/panels?only=stock', 'invalid_input'],
  ['/v1/records/ticket/1/panels?only=stock', 'invalid_input'],
  ['/v1/submissions/00000000-0000-4000-8000-000000000000', 'not_found'],
  ['/v1/nothing', 'not_found'],
])('GET %s is %s', async (path, code) => expect((await codeOf(signed(path))).code).toBe(code));

const order = { dealId: '5001', revision: 'x', acceptedWarnings: [], idempotencyKey: 'bad-input-0001' };
test.each<[string, unknown, string]>([
  ['an unknown field', { ...order, price: '1' }, 'invalid_input'],
  ['a wrong type', { ...order, dealId: 5001 }, 'invalid_input'],
  ['a changed quote', order, 'quote_changed'],
  ['no key against doubles', { ...order, idempotencyKey: undefined }, 'idempotency_key_missing'],
  ['a key too short', { ...order, idempotencyKey: 'a' }, 'invalid_input'],
  ['an unknown deal', { ...order, dealId: '99' }, 'record_not_found'],
])('an order with %s is refused', async (_, body, code) =>
  expect((await codeOf(signed('/v1/orders', { method: 'POST', body }))).code).toBe(code),
);
test.each([
  ['-5', 'quantity_invalid'],
  ['0', 'quantity_invalid'],
  ['9'.repeat(30), 'invalid_input'],
])('a return of %s pieces is %s', async (quantity, code) => {
  const body = {
    record: { type: 'deal', id: '5001' },
    orderNumber: 'SO-1',
    reason: 'broken on arrival',
    lines: [{ code: 'PMP-003', quantity }],
    idempotencyKey: 'bad-input-return',
  };
  expect((await codeOf(signed('/v1/returns', { method: 'POST', body }))).code).toBe(code);
});
test('a body that is too large, too deep or no JSON of ours is refused before it is read', async () => {
  const large = signed('/v1/orders', { method: 'POST', body: { ...order, note: 'x'.repeat(300_000) } });
  expect((await codeOf(large)).code).toBe('body_too_large');
  const deep = signed('/v1/orders', { method: 'POST', body: JSON.parse(`${'['.repeat(30)}${']'.repeat(30)}`) });
  expect((await codeOf(deep)).code).toBe('invalid_json');
  const noJson = signed('/v1/orders', { method: 'POST', raw: '{"dealId": 5001' });
  expect((await codeOf(noJson)).code).toBe('invalid_json');
  const good = signed('/v1/orders', { method: 'POST', body: order });
  expect((await codeOf(changed(good, { 'content-type': 'text/plain' }, JSON.stringify(order)))).code).toBe(
    'unsupported_content_type',
  );
});
const pump = { code: 'PMP-005', name: 'Centrifugal pump', quantity: '3', price: '528.50' };
test.each<[string, object[], string]>([
  ['zero pieces', [{ ...pump, quantity: '0' }], 'quantity_invalid'],
  ['a negative quantity', [{ ...pump, quantity: '-5' }], 'quantity_invalid'],
  ['thirty digits', [{ ...pump, quantity: '9'.repeat(30) }], 'quantity_invalid'],
  ['a product without a code', [pump, { ...pump, code: null }], 'line_without_code'],
  ['two currencies', [pump, { ...pump, currency: 'USD' }], 'mixed_currencies'],
])('a quote with %s is named, panels stay, and nothing is written', async (_, lines, check) => {
  await fetch(`${product.pageUrl}/__crm/deals/5014/lines`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ lines }),
  });
  const preview = async () => {
    const answer = await fetch(signed('/v1/records/deal/5014/preview', { method: 'POST', body: {} }));
    return ((await answer.json()) as { data: { revision: string; canConvert: boolean; checks: { code: string }[] } })
      .data;
  };
  await expect.poll(async () => (await preview()).checks.map(({ code }) => code), { timeout: 10_000 }).toContain(check);
  const { revision, canConvert, checks } = await preview();
  expect(canConvert).toBe(false);
  const body = {
    dealId: '5014',
    revision,
    acceptedWarnings: checks.map(({ code }) => code),
    idempotencyKey: `bad-quote-${check}`,
  };
  expect((await codeOf(signed('/v1/orders', { method: 'POST', body }))).code).toBe('preview_blocked');
  const panels = await fetch(signed('/v1/records/deal/5014/panels?only=stock,credit,invoices'));
  const { data } = (await panels.json()) as { data: { panels: Record<string, { state: string }> } };
  expect([data.panels.credit?.state, data.panels.invoices?.state]).toEqual(['ready', 'ready']);
  const written = await fetch(signed('/v1/records/deal/5014/submissions'));
  expect(await written.json()).toEqual({ ok: true, data: { submissions: [] } });
});
test('a link to a customer that the ERP has not is refused', async () => {
  const body = { action: 'link', customerId: 'no-such-customer' };
  const link = signed('/v1/records/company/7008/link', { method: 'POST', body });
  expect((await codeOf(link)).code).toBe('unknown_customer');
});
test('a deal that cannot become an order says why, and nothing is written', async () => {
  for (const [deal, check] of [
    ['5005', 'unknown_product'],
    ['5007', 'customer_not_linked'],
    ['5012', 'customer_blocked'],
    ['5013', 'no_lines'],
  ] as const) {
    const answer = await fetch(signed(`/v1/records/deal/${deal}/preview`, { method: 'POST', body: {} }));
    const { data } = (await answer.json()) as {
      data: { revision: string; canConvert: boolean; checks: { code: string }[] };
    };
    expect(data.canConvert).toBe(false);
    expect(data.checks.map(({ code }) => code)).toContain(check);
    const body = {
      dealId: deal,
      revision: data.revision,
      acceptedWarnings: data.checks.map(({ code }) => code),
      idempotencyKey: `bad-deal-${deal}`,
    };
    expect((await codeOf(signed('/v1/orders', { method: 'POST', body }))).code).toBe('preview_blocked');
    const written = await fetch(signed(`/v1/records/deal/${deal}/submissions`));
    expect(await written.json()).toEqual({ ok: true, data: { submissions: [] } });
  }
});
test('the same key with another body is refused; the same again is the same submission', async () => {
  const preview = await fetch(signed('/v1/records/deal/5001/preview', { method: 'POST', body: {} }));
  const { data } = (await preview.json()) as { data: { revision: string } };
  const body = { ...order, revision: data.revision, idempotencyKey: 'bad-input-replay' };
  const send = async (more = {}) =>
    (await (await fetch(signed('/v1/orders', { method: 'POST', body: { ...body, ...more } }))).json()) as {
      data?: { id: string };
      problem?: { code: string };
    };
  const first = await send();
  expect(first.data?.id).toBeDefined();
  expect((await send()).data?.id).toBe(first.data?.id);
  expect((await send({ note: 'another body' })).problem?.code).toBe('idempotency_key_reused');
});
test('each bad day of the ERP is one problem of one panel, in words', async () => {
  // Those that count as "down" come last: enough of them open the breaker, which then answers for the next ones.
  for (const [on, off, code] of [
    [{ schema: 'changed' }, { schema: 'normal' }, 'erp_drift'],
    [{ busy: { retryAfterSeconds: 2 } }, { busy: null }, 'erp_busy'],
    [{ empty: true }, { empty: false }, 'erp_unreachable'],
    [{ html: true }, { html: false }, 'erp_unreachable'],
    [{ outage: true }, { outage: false }, 'erp_unreachable'],
  ] as const) {
    await product.switches(on);
    // A company that nobody has looked at yet, so that nothing is remembered.
    const answer = await fetch(signed('/v1/records/company/7010/panels?only=credit,customer'));
    const { data } = (await answer.json()) as {
      data: { panels: { credit: { state: string; problem?: { code: string } }; customer: { state: string } } };
    };
    await product.switches(off);
    expect([JSON.stringify(on), data.panels.credit.problem?.code]).toEqual([JSON.stringify(on), code]);
    expect(data.panels.customer.state).toBe('ready');
  }
}, 60_000);
test.each<[string, object, object, string]>([
  ['slow', { latencyMs: 3500 }, { latencyMs: 0 }, 'ready'],
  ['hanging', { hang: true }, { hang: false }, 'erp_timeout'],
])(
  'an ERP that is %s never keeps a card waiting for ten seconds',
  async (_, on, off, outcome) => {
    // A company that nobody has looked at yet, so that nothing is remembered.
    const company = outcome === 'ready' ? '7015' : '7016';
    const credit = async () => {
      const began = performance.now();
      const answer = await fetch(signed(`/v1/records/company/${company}/panels?only=credit`));
      expect([answer.status, performance.now() - began < 10_000]).toEqual([200, true]);
      const { data } = (await answer.json()) as {
        data: { panels: { credit: { state: string; problem?: { code: string } } } };
      };
      return data.panels.credit.problem?.code ?? data.panels.credit.state;
    };
    // The breaker of the days before lets nothing through for a while.
    await expect
      .poll(
        () =>
          fetch(signed('/v1/records/company/7001/panels?only=credit&refresh=credit')).then((answer) => answer.text()),
        { timeout: 40_000, interval: 1000 },
      )
      .toContain('"source":"live"');
    await product.switches(on);
    try {
      await expect.poll(credit, { timeout: 40_000, interval: 1000 }).toBe(outcome);
    } finally {
      await product.switches(off);
    }
    await expect.poll(credit, { timeout: 60_000, interval: 1000 }).toBe('ready');
  },
  150_000,
);
