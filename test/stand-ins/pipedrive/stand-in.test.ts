import { describe, expect, test } from 'vitest';
import { cast } from './seed/cast.ts';
import { open, pump, simple } from './testing.ts';

describe('what is not in the document is refused', () => {
  test.each([
    ['a parameter of the query', 'GET', '/api/v2/deals?page=2', undefined, "Parameter 'page' is not allowed"],
    ['a page that is too large', 'GET', '/api/v2/deals?limit=501', undefined, 'limit'],
    ['a status that is none', 'GET', '/api/v2/deals?status=closed', undefined, 'status'],
    ['a moment without its zone', 'GET', '/api/v2/deals?updated_since=2026-01-01', undefined, 'RFC3339'],
    [
      'more ids than a hundred',
      'GET',
      `/api/v2/products?ids=${Array(101).fill(1).join(',')}`,
      undefined,
      'at most 100',
    ],
    ['an id that is none', 'GET', '/api/v2/deals/abc', undefined, 'integer'],
    ['no list of deals', 'GET', '/api/v2/deals/products', undefined, "Parameter 'deal_ids' is required"],
    ['a field that is none', 'PATCH', '/api/v2/deals/ID', { note: 'x' }, "Parameter 'note' is not allowed"],
    ['a text where a number is', 'PATCH', '/api/v2/deals/ID', { value: '12' }, 'of type number'],
  ])('%s', async (_, method, path, body, words) => {
    const { ask, desk } = open();
    const said = await ask(path.replace('ID', String(desk.deal(simple))), { method, body });
    expect([said.status, said.json.success, said.json.code]).toEqual([400, false, 'ERR_SCHEMA_VALIDATION_FAILED']);
    expect(said.json.error).toContain(words);
  });
  test('a path that is none, a token that is none, a scope that was not given', async () => {
    const { ask } = open();
    expect((await ask('/api/v2/quotes')).status).toBe(404);
    const stranger = await ask('/api/v2/deals', { token: 'x' });
    expect([stranger.status, stranger.json]).toEqual([
      401,
      { success: false, error: 'unauthorized access', errorCode: 401 },
    ]);
    const narrow = open({ app: { scopes: ['base', 'deals:read'] } });
    expect((await narrow.ask('/api/v2/products')).json.error).toBe('Scope and URL mismatch');
  });
});

describe('records', () => {
  test('amounts are JSON numbers with each of their digits; custom fields are null where none is set', async () => {
    const { ask, desk } = open();
    const id = desk.deal({ ...simple, lines: [{ ...pump, quantity: '1', price: '1234567890123456.78' }] });
    expect((await ask(`/api/v2/deals/${id}/products`)).text).toContain('"item_price":1234567890123456.78');
    const { json } = await ask(`/api/v2/deals/${id}`);
    expect(json.data).toMatchObject({ status: 'open', custom_fields: null, is_archived: false, currency: 'EUR' });
    expect((await ask(`/v1/deals/${id}`)).status).toBe(404);
  });
  test('lines come in pages by a cursor that what is added meanwhile does not move; they have no code', async () => {
    const { ask, desk } = open();
    const lines = Array.from({ length: 7 }, (_, nth) => ({ ...pump, code: `P-${nth}`, name: `P ${nth}` }));
    const id = desk.deal({ ...simple, lines });
    const first = await ask(`/api/v2/deals/${id}/products?limit=3`);
    desk.removeLine(desk.linesOf(id)[0] ?? 0);
    const second = await ask(`/api/v2/deals/${id}/products?limit=3&cursor=${first.json.additional_data.next_cursor}`);
    expect(second.json.data.map(({ name }: { name: string }) => name)).toEqual(['P 3', 'P 4', 'P 5']);
    expect(first.json.data[0].code).toBeUndefined();
    const { json } = await ask(`/api/v2/products?ids=${first.json.data[1].product_id}`);
    expect(json.data).toMatchObject([{ code: 'P-1' }]);
    expect((await ask(`/api/v2/deals/${id}/products?cursor=x`)).status).toBe(400);
  });
  test('archived deals are in a list of their own; deleted ones stay readable for thirty days', async () => {
    const { ask, desk } = open();
    const [one, two, three] = [desk.deal(simple), desk.deal(simple), desk.deal(simple)];
    desk.archive(two);
    desk.remove('deal', three);
    const ids = async (path: string) => (await ask(path)).json.data.map(({ id }: { id: number }) => id);
    expect(await ids('/api/v2/deals')).toEqual([one]);
    expect(await ids('/api/v2/deals/archived')).toEqual([two]);
    expect(await ids('/api/v2/deals?status=deleted')).toEqual([three]);
    expect((await ask(`/api/v2/deals/${three}`)).json.data).toMatchObject({ is_deleted: true, status: 'deleted' });
    desk.passTime(31 * 86_400_000);
    const { accessToken: token } = desk.connect();
    expect((await ask(`/api/v2/deals/${three}`, { token })).status).toBe(404);
  });
  test('what a user may not see is not among his; permittedUsers tells who may', async () => {
    const { ask, desk, oauth } = open();
    const id = desk.deal(simple);
    const everybody = desk.users.map((user) => user.id);
    const [, rep, other] = everybody;
    const without = (user: number | undefined) => everybody.filter((each) => each !== user);
    desk.deny(rep ?? 0, 'deal', id);
    expect((await ask(`/v1/deals/${id}/permittedUsers`)).json.data).toEqual(without(rep));
    const organization = desk.organization({ name: 'Nordwind GmbH' });
    desk.deny(other ?? 0, 'organization', organization);
    expect((await ask(`/v1/organizations/${organization}/permittedUsers`)).json.data).toEqual(without(other));
    const { accessToken: token } = desk.connect(rep);
    expect((await ask(`/api/v2/deals/${id}`, { token })).status).toBe(403);
    expect((await ask('/api/v2/deals', { token })).json.data).toEqual([]);
    expect(oauth.grantOf(rep ?? 0)).not.toBeNull();
  });
  test('each deal of the cast is there', async () => {
    const crm = open();
    const ids = cast(crm);
    const shown = async (id: number) => (await crm.ask(`/api/v2/deals/${id}`)).status;
    expect(new Set(await Promise.all(Object.values(ids).map(shown)))).toEqual(new Set([200]));
    const [deal, installments, discounts] = await Promise.all([
      crm.ask(`/api/v2/deals/${ids.discounts}`),
      crm.ask(`/api/v2/deals/installments?deal_ids=${ids.instalments}`),
      crm.ask(`/api/v2/deals/${ids.discounts}/discounts`),
    ]);
    expect(installments.json.data).toHaveLength(2);
    expect(discounts.json.data).toMatchObject([{ type: 'percentage', amount: 10, description: 'Framework agreement' }]);
    // (4 × 504.50 − 12.5 %) + (12 × 18.90 − 12 × 1.90), less 10 %
    expect(deal.json.data.value).toBe(1772.78);
  });
});

describe('custom fields', () => {
  test('a hash belongs below custom_fields, and its type is checked', async () => {
    const { ask, desk } = open();
    const id = desk.deal(simple);
    const made = await ask('/api/v2/dealFields', {
      method: 'POST',
      body: { field_name: 'ERP order total', field_type: 'monetary' },
    });
    const hash = made.json.data.field_code;
    expect(hash).toMatch(/^[0-9a-f]{40}$/);
    const patch = (body: unknown) => ask(`/api/v2/deals/${id}`, { method: 'PATCH', body });
    expect((await patch({ [hash]: 1 })).json).toMatchObject({
      code: 'ERR_SCHEMA_VALIDATION_FAILED',
      error: `Parameter '${hash}' is not allowed`,
    });
    expect((await patch({ custom_fields: { [hash]: 12 } })).status).toBe(400);
    const said = await patch(`{"custom_fields":{"${hash}":{"value":1234567.80,"currency":"EUR"}}}`);
    expect(said.text).toContain('"value":1234567.80');
    expect(desk.stored('deal', id, 'ERP order total')).toBe('1234567.80');
    expect((await patch({ custom_fields: { [hash]: null } })).json.data.custom_fields).toBeNull();
    desk.deleteField('deal', 'ERP order total');
    expect((await patch({ custom_fields: { [hash]: null } })).status).toBe(400);
  });
  test('the same name may be there twice; options are ids; the plan caps how many', async () => {
    const { ask } = open({ settings: { plan: 'lite' } });
    const make = (field_name: string, more: object = {}) =>
      ask('/api/v2/dealFields', { method: 'POST', body: { field_name, field_type: 'varchar', ...more } });
    const [one, two] = [await make('Same'), await make('Same')];
    expect(one.json.data.field_code).not.toBe(two.json.data.field_code);
    expect((await make('State', { field_type: 'enum' })).status).toBe(400);
    const { json } = await make('State', { field_type: 'enum', options: [{ label: 'ok' }, { label: 'blocked' }] });
    expect(json.data.options).toMatchObject([{ label: 'ok' }, { label: 'blocked' }]);
    // Two of the organisation are an admin's own where companies were filled in; here are none.
    for (let nth = 3; nth < 30; nth += 1) await make(`F ${nth}`);
    const last = await make('One too many');
    expect([last.status, last.json.code]).toEqual([403, expect.stringMatching(/^feature_capping_/)]);
  });
});

describe('limits', () => {
  test('a burst of one token in two seconds', async () => {
    let at = 1_800_000_000_000;
    const { ask } = open({ settings: { plan: 'lite' }, now: () => at });
    const statuses = [];
    for (let nth = 0; nth < 81; nth += 1) statuses.push((await ask('/v1/users/me')).status);
    expect([statuses[79], statuses[80]]).toEqual([200, 429]);
    at += 2001;
    const next = await ask('/v1/users/me');
    expect([next.status, next.headers.get('x-ratelimit-remaining')]).toEqual([200, '79']);
  });
  test('the day’s budget is of the company, and comes back at midnight', async () => {
    const { ask, desk } = open();
    desk.leaveBudget(12);
    const one = await ask('/api/v2/deals');
    expect([one.status, one.headers.get('x-daily-ratelimit-token-remaining')]).toEqual([200, '2']);
    const spent = await ask('/api/v2/deals', { token: desk.connect(desk.users[1]?.id).accessToken });
    expect([spent.status, spent.json.success]).toEqual([429, false]);
    desk.passTime(86_400_000);
    const { accessToken: token } = desk.connect();
    expect((await ask('/api/v2/deals', { token })).status).toBe(200);
  });
});
