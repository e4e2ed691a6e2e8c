import { describe, expect, test } from 'vitest';
import { codeSpellings, pickByCode } from './product-code.ts';

const made = (...codes: string[]) => codes.map((code) => ({ code }));
describe('pickByCode', () => {
  test.each([
    ['a decomposed letter', 'E\u0301CROU-1', '\u00c9CROU-1'],
    ['a composed letter', '\u00c9CROU-1', 'E\u0301CROU-1'],
    ['a trailing blank', 'BOLT-1 ', 'BOLT-1'],
    ['a blank in front, in the ERP', 'BOLT-1', ' BOLT-1'],
    ['a no-break space', 'BOLT\u00a01', 'BOLT 1'],
    ['a trailing no-break space', 'BOLT-1\u00a0', 'BOLT-1'],
    ['a tabulator', 'BOLT-1\t', 'BOLT-1'],
    ['a zero-width space', 'BOLT-1\u200b', 'BOLT-1'],
    ['a soft hyphen', 'BO\u00adLT-1', 'BOLT-1'],
    ['a byte order mark', '\ufeffBOLT-1', 'BOLT-1'],
    ['two blanks', 'BOLT  1', 'BOLT 1'],
  ])('finds a code that differs by %s', (_, asked, code) => {
    expect(pickByCode(asked, made(code))).toEqual({ product: { code }, near: null });
  });
  test.each([
    ['case', 'bolt-1', 'BOLT-1'],
    ['the dash', 'BOLT–1', 'BOLT-1'],
    ['full width', 'ＢＯＬＴ-1', 'BOLT-1'],
    ['a blank within', 'BOLT- 1', 'BOLT-1'],
  ])('names a code that differs by %s', (_, asked, code) => {
    expect(pickByCode(asked, made(code))).toEqual({ product: null, near: code });
  });
  test('prefers the exact code', () => {
    expect(pickByCode('bolt-1', made('BOLT-1', 'bolt-1')).product).toEqual({ code: 'bolt-1' });
    expect(pickByCode('BOLT-1 ', made('BOLT-1', 'BOLT-1 ')).product).toEqual({ code: 'BOLT-1 ' });
  });
  test('picks none of two that look the same', () => {
    expect(pickByCode('BOLT-1  ', made('BOLT-1', 'BOLT-1 '))).toEqual({ product: null, near: 'BOLT-1' });
  });
  test('finds nothing where nothing is near', () => {
    expect(pickByCode('BOLT-1', made('BOLT-2'))).toEqual({ product: null, near: null });
  });
});
test('codeSpellings begins with the code as it was asked', () => {
  expect(codeSpellings('E\u0301CROU-1 ')).toEqual(['E\u0301CROU-1 ', '\u00c9CROU-1', 'E\u0301CROU-1']);
});
