import { accountIdSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import { app as sageApp, startSage200 } from '../../../../test/stand-ins/sage-200/start.ts';
import { createGrants } from '../../accounts/grants.ts';
import { fieldsOf } from '../contract/manifest.ts';
import { manifest } from './manifest.ts';
import { settingsOf } from './settings.ts';

test('every field has label and help in six languages', () => {
  for (const each of [...fieldsOf(manifest.auth), ...fieldsOf(manifest.settings)])
    for (const text of [each.label, each.help])
      expect(Object.keys(text).sort(), each.name).toEqual(['de', 'en', 'es', 'fr', 'it', 'nl']);
});

test('secrets are the client secret, the tokens and the key', () => {
  expect(fieldsOf(manifest.auth).flatMap(({ name, secret }) => (secret ? [name] : []))).toEqual([
    'clientSecret',
    'refreshToken',
    'subscriptionKey',
  ]);
});

test.each([
  ['', 'https://api.columbus.sage.com/uk/sage200extra/accounts/v1'],
  ['https://api.columbus.sage.com', 'https://api.columbus.sage.com/uk/sage200extra/accounts/v1'],
  ['https://api.columbus.sage.com/uk/sage200/accounts/v1/', 'https://api.columbus.sage.com/uk/sage200/accounts/v1'],
])('the address %s is %s', (url, expected) => {
  expect(settingsOf({ url, settings: {} }).url).toBe(expected);
});

test('a spare text is one of ten', () => {
  const { referenceField } = manifest.settings.shape;
  for (const good of ['1', '10']) expect(referenceField?.safeParse(good).success).toBe(true);
  for (const bad of ['0', '11', 'spare_text_1']) expect(referenceField?.safeParse(bad).success).toBe(false);
  expect(settingsOf({ url: '', settings: { referenceField: '7' } }).referenceField).toBe('spare_text_7');
});

test('the sign-in page of Sage ID gives a code, and the code a refresh token', async () => {
  const erp = await startSage200();
  const kept = new Map<string, string>();
  const grants = createGrants({
    address: sageApp.redirects[0] ?? '',
    pending: {
      keep: async (value) => {
        kept.set('ticket', value);
        return 'ticket';
      },
      take: async (ticket) => kept.get(ticket) ?? null,
    },
  });
  try {
    const { clientId, clientSecret } = sageApp;
    const who = { account: accountIdSchema.parse('hubspot:1'), userId: '7' };
    const options = { url: erp.url, credentials: { clientId, clientSecret }, settings: { signIn: erp.url } };
    const url = await grants.ask(who, manifest, options, {});
    const back = (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '';
    const answer = new URL(back).searchParams;
    const asked = await grants.take(who, answer.get('state') ?? '');
    if (!asked) throw new Error('nothing was asked');
    expect(await grants.tokenFor(manifest, asked, answer)).toMatch(/^1\..+\.0\./);
  } finally {
    await erp.close();
  }
});
