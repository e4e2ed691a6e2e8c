import { expect, test } from 'vitest';
import { cleanText, cleanTexts } from './text.ts';

test.each([
  ['a NUL', 'Pu\u0000mp', 'Pump'],
  ['half a surrogate pair', 'Pump \uD83D!', 'Pump !'],
  ['the other half', '\uDE00Pump', 'Pump'],
  ['a bell and a delete', 'Pu\u0007mp\u007F', 'Pump'],
  ['what is no character', 'Pump\uFFFE\uFFFF', 'Pump'],
])('%s is taken out', (_, text, clean) => expect(cleanText(text)).toBe(clean));
test('whole characters, tabs and line breaks stay', () =>
  expect(cleanText('Größe 😀\n\tÉCROU\u00a01\r\n')).toBe('Größe 😀\n\tÉCROU\u00a01\r\n'));
test('texts inside lists and objects are cleaned, everything else stays', () =>
  expect(cleanTexts({ name: 'A\u0000', lines: [{ note: 'B\uD800', none: null, count: 3 }] })).toEqual({
    name: 'A',
    lines: [{ note: 'B', none: null, count: 3 }],
  }));
