import { erpCustomerIdSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import { call, companyOf, customer, refusal, rows, small } from '../../../test/intacct-company.ts';

const id = erpCustomerIdSchema.parse('11');
const get = (company: ReturnType<typeof companyOf>) => company.adapter.customers?.get({ ids: [id] }, call());
const onQuery = (said: ReturnType<typeof rows>) =>
  companyOf(({ path }) => (path.startsWith('/services/') ? said : undefined));

test('the user signs in for its company and entity, and each request names the entity', async () => {
  const company = companyOf(
    small(({ object }) =>
      object === 'company-config/entity' ? rows({ id: '100', name: 'Nord', 'baseCurrency.id': 'CHF' }) : undefined,
    ),
    { entity: '100', currency: '' },
  );
  const health = await company.adapter.health({}, call()).catch((error: unknown) => error);
  expect(health).toMatchObject({ kind: 'refused', field: 'orderType' });
  expect(company.calls[0]?.path).toBe('/oauth2/token');
  expect(company.calls.slice(1).every(({ headers }) => headers.get('x-ia-api-param-entity') === '100')).toBe(true);
  // Private records are those of entities: only the top level asks for them.
  expect(company.queries('accounts-receivable/customer')[0]?.body.filterParameters).toEqual({
    caseSensitiveComparison: false,
  });
});

test('at the top level records of entities are asked for', async () => {
  const company = companyOf(small(() => undefined));
  await get(company);
  expect(company.calls.at(-1)?.headers.has('x-ia-api-param-entity')).toBe(false);
  expect(company.calls.at(-1)?.body.filterParameters).toMatchObject({ includePrivate: true });
});

test('every page of a query is read; a list that changes meanwhile is none', async () => {
  const page = (key: string, next: number | null, totalCount = 2) => ({
    body: {
      'ia::result': [{ ...customer, key }],
      'ia::meta': { totalCount, start: 1, pageSize: 1, next, previous: null },
    },
  });
  const paged = (second: ReturnType<typeof page>) =>
    companyOf(({ object, body }) =>
      object === 'accounts-receivable/customer' ? (body.start === 1 ? page('11', 2) : second) : undefined,
    );
  expect((await get(paged(page('12', null))))?.results[0]?.number).toBe('C1011');
  await expect(get(paged(page('12', null, 3)))).rejects.toMatchObject({ kind: 'conflict' });
  await expect(get(onQuery(page('11', null, 2)))).rejects.toMatchObject({ kind: 'drift', field: 'totalCount' });
});

test('the reason of a refusal is the last of its layers', async () => {
  const layers = [
    { errorId: 'GL-0951', message: 'Could not create GLBatch record.' },
    { errorId: 'GL-1009', message: 'Transactions do not balance for Place ,', correction: 'Balance them.' },
  ];
  const company = onQuery(refusal(422, 'operationFailed', 'POST request was unsuccessful', layers));
  await expect(get(company)).rejects.toMatchObject({
    kind: 'refused',
    words: 'Transactions do not balance for Place , Balance them.',
  });
});

test('an error is one at the top of the body too, and in an answer that says 200 or 207', async () => {
  const top = { 'ia::error': { code: 'invalidRequest', message: 'Not like this' } };
  for (const status of [200, 207, 400])
    await expect(get(onQuery({ status, body: top }))).rejects.toMatchObject({
      kind: 'refused',
      words: 'Not like this',
    });
});

test('what each status means', async () => {
  const kindOf = async (status: number, code = 'operationFailed') =>
    Promise.resolve(get(onQuery(refusal(status, code, 'Words of Intacct')))).then(
      () => 'ok',
      (error: { kind: string; field: string | null }) => `${error.kind} ${error.field ?? ''}`.trim(),
    );
  expect(await kindOf(401)).toBe('unauthorised credentials');
  expect(await kindOf(403)).toBe('unauthorised permissions');
  expect(await kindOf(404)).toBe('not_found');
  expect(await kindOf(409)).toBe('conflict');
  expect(await kindOf(429)).toBe('busy');
  expect(await kindOf(400, 'GW-0010')).toBe('busy');
  expect(await kindOf(500)).toBe('unreachable');
});

test('the gateway says in headers of its own when to come back', async () => {
  const company = onQuery({ status: 429, body: {}, headers: { 'x-ia-throttle-limit-retry-after': '9' } });
  await expect(get(company)).rejects.toMatchObject({ kind: 'busy', retryAfterMs: 9000 });
});

test('a sign-in that is refused says so in our words, whatever its envelope', async () => {
  const refusing = (body: unknown, status = 401) =>
    companyOf(({ path }) => (path === '/oauth2/token' ? { status, body } : undefined));
  await expect(get(refusing({ error: 'invalid_client' }))).rejects.toMatchObject({
    kind: 'unauthorised',
    field: 'clientSecret',
    words: expect.stringContaining('client ID and secret'),
  });
  await expect(get(refusing({ error: 'invalid_grant' }, 400))).rejects.toMatchObject({
    kind: 'unauthorised',
    field: 'user',
  });
  const envelope = refusal(401, 'invalidRequest', 'The sender ID is not authorized for this company.').body;
  await expect(get(refusing(envelope))).rejects.toMatchObject({
    kind: 'unauthorised',
    words: expect.stringContaining('sender ID is not authorized'),
  });
});

test('numbers are taken digit for digit', async () => {
  const stock =
    '{"ia::result":[{"key":"1","item.key":"5","warehouse.id":"W1","onHand":12345678901234.125,"allocated":0.1,"reserved":0.2}],"ia::meta":{"totalCount":1}}';
  const company = companyOf(
    small(({ object }) =>
      object === 'inventory-control/item-warehouse-inventory' ? { bytes: new TextEncoder().encode(stock) } : undefined,
    ),
  );
  const answer = await company.adapter.stock?.availability({ productIds: ['5' as never] }, call());
  expect(answer?.results[0]).toMatchObject({ onHand: '12345678901234.125', available: '12345678901233.825' });
});
