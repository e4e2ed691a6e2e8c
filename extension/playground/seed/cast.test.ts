import { subjects } from '@backroom/backend/erp/bridge/conformance';
import { expect, test } from 'vitest';
import { variablesFor } from '../../../test/stand-ins/business-central/start.ts';
import { sageAccountingVariables } from '../../../test/support/sage-accounting.ts';
import { castFrom } from './cast.ts';
import { connectionFor, connectionFrom, fillingFrom } from './connection.ts';
import { playgroundCastSchema } from './schema.ts';

test('the deals are about records that the ERP has, at its prices, each situation once', async () => {
  const opened = await subjects[0]?.open();
  if (!opened || 'unavailable' in opened || opened.url === null) throw new Error('the demo ERP always opens');
  const erp = opened.connect(opened.url);
  const cast = playgroundCastSchema.parse(await castFrom(erp, '2026-11-25'));
  const call = { signal: AbortSignal.timeout(10_000) };

  const situations = cast.deals.map(({ situation }) => situation);
  expect(new Set(situations).size).toBe(situations.length);
  expect(situations).toEqual(
    expect.arrayContaining([
      'All well',
      'Short stock',
      'Unknown product',
      'Customer not linked: one match',
      'Customer blocked',
    ]),
  );
  const codes = cast.deals
    .filter(({ situation }) => situation !== 'Unknown product')
    .flatMap(({ lines }) => lines.flatMap(({ code }) => code ?? []));
  expect(codes.length).toBeGreaterThan(50);
  const products = (await erp.products?.resolve({ codes }, call))?.results ?? [];
  expect(products.every((product) => product && !product.archived)).toBe(true);
  const customers = cast.companies.flatMap(({ customer }) => customer ?? []);
  expect((await erp.customers?.get({ ids: customers.map(({ id }) => id) }, call))?.results).toEqual(customers);
  for (const { companyId } of cast.deals) expect(cast.companies.some(({ id }) => id === companyId)).toBe(true);

  const short = cast.deals.find(({ situation }) => situation === 'Short stock')?.lines[0]?.code;
  const [scarce] = (await erp.products?.resolve({ codes: [short ?? ''] }, call))?.results ?? [];
  const [stock] = (await erp.stock?.availability({ productIds: scarce ? [scarce.id] : [] }, call))?.results ?? [];
  expect(Number(stock?.available)).toBeLessThanOrEqual(1);
  await opened.close();
});

test('what the environment lacks is named, and an ERP that nobody knows', () => {
  expect(() => connectionFrom('tryton', { TRYTON_URL: 'http://127.0.0.1:1', TRYTON_DB: 'lab' })).toThrow(
    '--erp tryton needs TRYTON_USER, TRYTON_PASSWORD in the environment or in .env.',
  );
  expect(() => connectionFrom('sap', {})).toThrow('There is no ERP "sap" to start with. There are: ');
  const odoo = { ODOO_URL: 'https://erp.example', ODOO_DB: 'live', ODOO_API_KEY: 'k' };
  expect(connectionFrom('odoo', odoo).credentials).toEqual({ key: 'k' });
  expect(connectionFrom('odoo', { ...odoo, ODOO_LOGIN: 'pat' }).credentials).toEqual({ key: 'k', login: 'pat' });
  const central = connectionFrom('business-central', variablesFor('http://127.0.0.1:1'));
  expect(central.settings).toMatchObject({ tenant: 'cronus.example', company: 'CRONUS DE', signIn: central.url });
  expect(Object.keys(central.credentials)).toEqual(['clientId', 'clientSecret']);
  const sage = sageAccountingVariables('http://127.0.0.1:1');
  expect(fillingFrom('sage-accounting', sage).credentials).toEqual({
    ...connectionFrom('sage-accounting', sage).credentials,
    refreshToken: sage.SAGE_ACCOUNTING_FILLING_REFRESH_TOKEN,
  });
  const first = { erp: 'sage-accounting', ...connectionFrom('sage-accounting', sage) };
  const credentials = { ...first.credentials, refreshToken: sage.SAGE_ACCOUNTING_SALESFORCE_REFRESH_TOKEN };
  expect(connectionFor('salesforce', first, sage)).toEqual({ ...first, credentials });
  expect(connectionFor('salesforce', first, {})).toBeNull();
  expect(connectionFrom('bridge', { BRIDGE_URL: 'https://erp.example', BRIDGE_KEY: 'k' })).toEqual({
    url: 'https://erp.example',
    credentials: { key: 'k' },
    settings: {},
  });
});
