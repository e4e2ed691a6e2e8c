import { expect, test } from 'vitest';
import { registrationKey } from './registration.ts';

test.each([
  ['HRB 12 345', 'hrb12345'],
  ['hrb-12345', 'hrb12345'],
  ['CHE-123.456.789', 'che123456789'],
  ['５５６', '556'],
  [' – ', null],
  [null, null],
])('%s is %s', (text, key) => expect(registrationKey(text)).toBe(key));
