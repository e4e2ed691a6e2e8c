import { describe, expect, test } from 'vitest';
import { sameVatId, vatIdOf, vatKey } from './vat.ts';

const same: [country: string, ...spellings: string[]][] = [
  [
    'CH',
    'CHE811071271',
    'CHE-811.071.271 MWST',
    'CHE-811.071.271 TVA',
    'che 811 071 271 iva',
    'CHE-811.071.271',
    'UID: CHE-811.071.271',
    'CHE-811.071.271 HR/MWST',
    '811.071.271',
    'CH811071271',
  ],
  [
    'DE',
    'DE811071271',
    'DE 811 071 271',
    'de811071271',
    '811071271',
    'USt-IdNr.: DE811071271',
    'USt-ID DE 811.071.271',
    'VAT DE811071271',
    'DE\u00a0811071271',
    'ＤＥ811071271',
  ],
  ['AT', 'ATU12345678', 'AT U12345678', 'U12345678', 'U 1234 5678', '12345678', 'UID-Nr. ATU12345678'],
  ['GR', 'EL123456789', 'GR123456789', 'GR 123456789', '123456789'],
  ['FR', 'FR40303265045', 'FR 40 303 265 045', '40303265045', 'N° TVA FR40303265045', '303 265 045'],
  ['IT', 'IT01234567890', 'P. IVA 01234567890', 'Partita IVA IT 01234567890', '01234567890'],
  ['ES', 'ESB12345678', 'B12345678', 'B-12345678', 'ES B 12345678', 'NIF B12345678', 'CIF: B-12345678'],
  ['NL', 'NL123456789B01', 'NL 1234.56.789.B01', '123456789B01', 'BTW-nr. NL123456789B01'],
  ['BE', 'BE0123456789', 'BE 0123.456.789', 'BE123456789', '0123.456.789', 'BTW BE 0123.456.789', 'TVA BE0123456789'],
  [
    'GB',
    'GB123456782',
    'GB 123 4567 82',
    '123456782',
    'XI123456782',
    'VAT Reg. No. GB 123456782',
    'VAT no: 123 4567 82',
  ],
  ['SE', 'SE556012579001', 'SE 5560125790 01', '556012-5790', 'Momsnr SE556012579001'],
  ['NO', 'NO123456785MVA', 'NO 123 456 785', '123 456 785 MVA', '123456785'],
  ['DK', 'DK12345674', 'DK 12 34 56 74', '12345674', 'CVR-nr. 12345674'],
  ['FI', 'FI12345671', '1234567-1', 'FI 1234567-1'],
  ['HU', 'HU12345676', '12345676-2-42', 'HU 12345676'],
  ['PL', 'PL1234563218', '123-456-32-18', 'NIP: 123-456-32-18', 'NIP PL1234563218'],
  ['CZ', 'CZ12345679', 'DIČ CZ12345679', '12345679'],
  ['RO', 'RO12345674', 'RO 12345674', '12345674'],
  ['IE', 'IE1234567FA', '1234567FA', 'IE 1234567 FA'],
  ['PT', 'PT123456789', '123 456 789', 'NIF 123456789'],
  ['LU', 'LU12345613', 'LU 123 456 13', '12345613'],
];
describe('one key for each spelling', () => {
  test.each(same)('%s', (country, first, ...others) => {
    for (const other of others) expect([other, vatKey(other, country)]).toEqual([other, vatKey(first)]);
    for (const other of others) expect(sameVatId({ vatId: first }, { vatId: other, country })).toBe(true);
  });
});
describe('sameVatId', () => {
  test('takes a number without prefix for one of the other side, where its form fits', () => {
    expect(sameVatId({ vatId: 'CHE-811.071.271 MWST' }, { vatId: '811071271' })).toBe(true);
    expect(sameVatId({ vatId: '811071271' }, { vatId: '811.071.271' })).toBe(true);
    expect(sameVatId({ vatId: 'FR40303265045' }, { vatId: '303265045' })).toBe(true);
    expect(sameVatId({ vatId: '27-1234567', country: 'US' }, { vatId: '271234567', country: 'US' })).toBe(true);
  });
  test.each([
    ['another number', { vatId: 'DE811071271' }, { vatId: 'DE811071272' }],
    ['another country', { vatId: 'DE811071271' }, { vatId: 'CHE811071271' }],
    ['another country, told by the record', { vatId: 'DE811071271' }, { vatId: '811071271', country: 'CH' }],
    ['another branch', { vatId: 'NL123456789B01' }, { vatId: 'NL123456789B02' }],
    ['nothing', { vatId: '' }, { vatId: '' }],
    ['words', { vatId: 'N/A' }, { vatId: 'N/A' }],
    ['zeros', { vatId: '000000000' }, { vatId: '000000000' }],
    ['a prefix alone', { vatId: 'DE' }, { vatId: 'DE' }],
    ['null', { vatId: null }, { vatId: null }],
  ])('does not match %s', (_, left, right) => expect(sameVatId(left, right)).toBe(false));
});

test('vatIdOf tells the part that identifies the company, for searches', () => {
  expect(vatIdOf('CHE-811.071.271 MWST')).toEqual({ country: 'CH', national: '811071271' });
  expect(vatIdOf('12-3456789')).toEqual({ country: null, national: '123456789' });
  expect(vatIdOf('none')).toBeNull();
});
