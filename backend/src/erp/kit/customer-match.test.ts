import { describe, expect, test } from 'vitest';
import { type KnownCustomer, likelier, matchOf } from './customer-match.ts';

const known: KnownCustomer = {
  number: 'C-1004',
  name: 'Kessler Anlagenbau AG',
  vatId: 'CHE811071271',
  country: 'CH',
  emails: ['einkauf@kessler.example', 'hans.kessler@gmx.ch'],
};
describe('matchOf', () => {
  test.each([
    ['its number', { erpNumber: ' c-1004 ' }, ['erp_number'], 100],
    ['its VAT id, in the national form', { vatId: '811.071.271', country: 'CH' }, ['vat_id'], 98],
    ['an exact address, at free mail too', { email: 'Hans.Kessler@GMX.ch' }, ['email'], 92],
    ['its domain', { emailDomain: 'https://www.kessler.example' }, ['email_domain'], 40],
    ['its name with another legal form', { name: 'Kessler Anlagenbau Aktiengesellschaft' }, ['name'], 80],
    ['name and domain', { name: 'Kessler Anlagen', emailDomain: 'kessler.example' }, ['email_domain', 'name'], 73],
    ['another address at free mail', { email: 'anna@gmx.ch' }, [], 0],
    ['a free mail domain', { emailDomain: 'gmx.ch' }, [], 0],
    ['another name that begins alike', { name: 'Kessler Wagner Logistik und Transport' }, [], 0],
    ['nothing', {}, [], 0],
  ])('by %s', (_, keys, why, score) => {
    expect(matchOf(keys, known)).toMatchObject({ why, score });
  });
  test('of two with one VAT id the one with the name comes first', () => {
    const keys = { vatId: 'CHE-811.071.271 MWST', name: 'Kessler Anlagenbau' };
    const branch = { ...known, name: 'Zweigstelle Nord' };
    expect([branch, known].map((each) => matchOf(keys, each)).sort(likelier)[0]).toEqual(matchOf(keys, known));
  });
});
