import { locales } from '@backroom/shared/messages/locale';
import { expect, test } from 'vitest';
import { call } from '../../../test/s4hana-system.ts';
import { descriptionSchema } from '../contract/description.ts';
import { fieldsOf } from '../contract/manifest.ts';
import { manifest } from './manifest.ts';

test('what an admin has to enter, and what stays secret', () => {
  const fields = [...fieldsOf(manifest.auth), ...fieldsOf(manifest.settings)];
  expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual([
    'companyCode',
    'salesOrganization',
    'distributionChannel',
    'division',
  ]);
  expect(fields.filter(({ secret }) => secret).map(({ name }) => name)).toEqual(['password', 'clientSecret']);
  for (const { label, help } of fields)
    for (const text of [label, help]) expect(Object.keys(text).sort()).toEqual([...locales].sort());
});
test.each([
  [{ client: '10' }, false],
  [{ language: 'TR' }, false],
  [{ language: 'de', client: '100', timeZone: 'Europe/Berlin' }, true],
])('settings %o are taken: %s', (more, taken) => {
  const least = { companyCode: '1010', salesOrganization: '1010', distributionChannel: '10', division: '00' };
  expect(manifest.settings.safeParse({ ...least, ...more }).success).toBe(taken);
});

test('it describes itself without asking: what a connection has not set up is named as missing', async () => {
  const options = { url: 'https://s4.example', credentials: {}, settings: {} };
  const plain = descriptionSchema.parse(await manifest.create(options).describe({}, call()));
  expect(plain).toMatchObject({
    idempotency: 'lookup',
    maxCommitMs: 660_000,
    limits: { reference: 35 },
    auth: 'basic',
  });
  expect(plain.without).toContain('customers.create');
  expect(plain.carries).not.toContain('shipping');
  const settings = { reconciliationAccount: '12100000', shippingProduct: 'FREIGHT', creditSegment: '1000' };
  const full = descriptionSchema.parse(
    await manifest.create({ ...options, credentials: { clientId: 'app' }, settings }).describe({}, call()),
  );
  expect(full.without).not.toContain('customers.create');
  expect(full.carries).toContain('shipping');
  expect(full.auth).toBe('oauth');
});
