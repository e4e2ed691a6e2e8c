import { expect, test } from 'vitest';
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
