import { expect, test } from 'vitest';
import { call } from '../../../test/intacct-company.ts';
import { descriptionSchema } from '../contract/description.ts';
import { fieldsOf } from '../contract/manifest.ts';
import { manifest } from './manifest.ts';

test('what an admin has to enter, and what stays secret', () => {
  const fields = [...fieldsOf(manifest.auth), ...fieldsOf(manifest.settings)];
  expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual([
    'clientId',
    'clientSecret',
    'user',
    'company',
  ]);
  expect(fields.filter(({ secret }) => secret).map(({ name }) => name)).toEqual(['clientSecret']);
  // They are joined by these signs when the integration signs in.
  expect(manifest.settings.safeParse({ company: 'A@B' }).success).toBe(false);
  expect(manifest.settings.safeParse({ company: 'A', entity: '1|2' }).success).toBe(false);
});

test('it describes itself without asking: references are looked up, and charges need items', async () => {
  const options = { url: '', credentials: {}, settings: {} };
  const plain = descriptionSchema.parse(await manifest.create(options).describe({}, call()));
  expect(plain).toMatchObject({
    idempotency: 'lookup',
    maxCommitMs: 900_000,
    without: ['orders.confirm', 'orders.simulate'],
  });
  expect(plain.carries).not.toContain('shipping');
  const named = await manifest.create({ ...options, settings: { shippingProduct: 'FREIGHT' } }).describe({}, call());
  expect(named.carries).toContain('shipping');
});
