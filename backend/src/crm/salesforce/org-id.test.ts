import { expect, test } from 'vitest';
import { orgIdSchema, toId18 } from './org-id.ts';

test('the three last characters say which letters are capitals', () => {
  // All small: five zero bits a chunk, "A". All capital: "5". Only the first of a chunk: bit 0, "B". Only the last: bit 4, "Q".
  expect(toId18('000000000000000')).toBe('000000000000000AAA');
  expect(toId18('ABCDEABCDEABCDE')).toBe('ABCDEABCDEABCDE555');
  expect(toId18('A0000aaaaA00D00')).toBe('A0000aaaaA00D00BQE');
});
test('an org has one spelling', () => {
  expect(orgIdSchema.safeParse(toId18('00D5g000004Test')).success).toBe(true);
  expect(orgIdSchema.safeParse('00D5g000004Test').success).toBe(false);
  expect(orgIdSchema.safeParse(`${toId18('00D5g000004Test').slice(0, 17)}A`).success).toBe(false);
});
