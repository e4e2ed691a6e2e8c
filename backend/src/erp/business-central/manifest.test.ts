import { expect, test } from 'vitest';
import { call } from '../../../test/business-central-tenant.ts';
import { descriptionSchema } from '../contract/description.ts';
import { fieldsOf } from '../contract/manifest.ts';
import { manifest } from './manifest.ts';

test('what an admin has to enter, and what stays secret', () => {
  const fields = [...fieldsOf(manifest.auth), ...fieldsOf(manifest.settings)];
  expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual([
    'clientId',
    'tenant',
    'environment',
  ]);
  expect(fields.filter(({ secret }) => secret).map(({ name }) => name)).toEqual(['clientSecret', 'privateKey']);
  expect(manifest.settings.safeParse({ tenant: 't', environment: 'e', timeZone: 'Europe/Nowhere' }).success).toBe(
    false,
  );
});

test('it describes itself without asking, and carries charges only where items stand for them', async () => {
  const options = { url: 'https://api.example', credentials: {}, settings: {} };
  const plain = descriptionSchema.parse(await manifest.create(options).describe({}, call()));
  expect(plain).toMatchObject({ idempotency: 'lookup', maxCommitMs: 600_000, limits: { reference: 35 } });
  expect(plain.carries).not.toContain('shipping');
  const named = await manifest.create({ ...options, settings: { shippingProduct: 'FREIGHT' } }).describe({}, call());
  expect(named.carries).toContain('shipping');
});
