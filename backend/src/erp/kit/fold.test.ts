import { expect, test } from 'vitest';
import { spellings } from './fold.ts';

test('spellings of a word lead to each other', () => {
  for (const word of ['Mueller', 'Müller'])
    expect(spellings(word)).toEqual(expect.arrayContaining(['mueller', 'müller', 'muller']));
  expect(spellings('Strasse')).toContain('straße');
  expect(spellings('Straße')).toContain('strasse');
  expect(spellings('Dvořák')).toEqual(['dvořák', 'dvorak']);
});
