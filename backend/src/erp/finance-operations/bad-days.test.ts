import { expect, test } from 'vitest';
import { call, environmentOf, infolog, list } from '../../../test/finance-operations-tenant.ts';

test('a token that ends in the middle is renewed once; a role that is missing stops the connection', async () => {
  let first = true;
  const renewed = environmentOf(() => {
    const said = first ? { status: 401, body: '' } : undefined;
    first = false;
    return said;
  });
  expect((await renewed.adapter.products?.list?.({ cursor: null }, call()))?.products).toEqual([]);
  expect(renewed.tokens()).toBe(2);
  const { adapter } = environmentOf(() => ({ status: 403, body: { error: { code: '', message: 'Forbidden' } } }));
  await expect(adapter.products?.list?.({ cursor: null }, call())).rejects.toMatchObject({ kind: 'unauthorised' });
});
test.each([
  [
    'throttled with a time',
    { status: 429, headers: { 'retry-after': '20' }, body: { error: { code: '', message: 'Too many requests' } } },
    'busy',
    20_000,
  ],
  ['throttled without one', { status: 429, body: '' }, 'busy', null],
  ['not there for the moment', { status: 503, body: '<html>' }, 'unreachable', null],
  ['the page of a proxy', { status: 200, body: '<html>sign in</html>' }, 'unreachable', null],
  [
    'a field that this version does not have',
    { status: 400, body: { error: { code: '', message: "Could not find a property named 'SalesPrice'" } } },
    'refused',
    null,
  ],
  ['a locked record', { status: 409, body: { error: { code: '', message: 'Concurrency' } } }, 'conflict', null],
  ['a rule with status 500', infolog(500, 'Error: The number sequence is full.'), 'refused', null],
])('%s', async (_name, said, kind, retryAfterMs) => {
  const { adapter } = environmentOf(() => said);
  await expect(adapter.products?.list?.({ cursor: null }, call())).rejects.toMatchObject({ kind, retryAfterMs });
});
test('health reads every entity with the fields that are used, and names the first that is not as expected', async () => {
  const { adapter, calls } = environmentOf(({ path }) =>
    path === 'LegalEntities'
      ? list({ LegalEntityId: 'usmf', Name: 'Contoso Entertainment' })
      : path === 'SalesOrderLinesV3'
        ? { status: 404, body: { error: { code: '', message: 'No HTTP resource was found.' } } }
        : undefined,
  );
  await expect(adapter.health({}, call())).rejects.toMatchObject({ kind: 'unsupported', field: 'SalesOrderLinesV3' });
  expect(calls.map(({ path }) => path)).toEqual([
    'LegalEntities',
    'CustomersV3',
    'ReleasedProductsV2',
    'WarehousesOnHandV2',
    'SalesOrderHeadersV2',
    'SalesOrderLinesV3',
  ]);
  const none = environmentOf(() => undefined);
  await expect(none.adapter.health({}, call())).rejects.toMatchObject({ kind: 'unauthorised', field: 'company' });
});
