import { expect, test } from 'vitest';
import { call } from '../../../test/accounting-business.ts';
import { descriptionSchema } from '../contract/description.ts';
import { fieldsOf } from '../contract/manifest.ts';
import { manifest } from './manifest.ts';

test('what an admin has to enter, and what stays secret', () => {
  const fields = [...fieldsOf(manifest.auth), ...fieldsOf(manifest.settings)];
  expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual([
    'clientId',
    'clientSecret',
    'refreshToken',
  ]);
  expect(manifest.grant?.field).toBe('refreshToken');
  expect(fields.filter(({ secret }) => secret).map(({ name }) => name)).toEqual(['clientSecret', 'refreshToken']);
  const business = '0d40342d0287cd6b13555c54afca6c90';
  expect(manifest.settings.safeParse({ business, orderDocument: 'Invoice' }).data?.orderDocument).toBe('invoice');
  expect(manifest.settings.safeParse({ business, orderDocument: 'order' }).success).toBe(false);
});

test('it describes itself without asking: no orders, so a quote can be declined, and a draft invoice is left alone', async () => {
  const described = async (orderDocument: string) =>
    descriptionSchema.parse(
      await manifest.create({ url: '', credentials: {}, settings: { orderDocument } }).describe({}, call()),
    );
  const quotes = await described('quote');
  expect(quotes).toMatchObject({ idempotency: 'native', offers: ['cancel'], limits: { reference: 25 } });
  expect(quotes.flows).not.toContain('returns');
  const drafts = await described('invoice');
  expect(drafts.offers).toEqual([]);
  expect(drafts.without).toContain('orders.cancel');
});
