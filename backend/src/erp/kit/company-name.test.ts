import { describe, expect, test } from 'vitest';
import { companyName, nameKey, nameLikeness } from './company-name.ts';

describe('nameKey', () => {
  test.each([
    [
      'Kessler Anlagenbau',
      'Kessler Anlagenbau AG',
      'Kessler Anlagenbau Aktiengesellschaft',
      'KESSLER  Anlagenbau A.G.',
      'Kessler-Anlagenbau, AG',
    ],
    [
      'Kessler',
      'Kessler GmbH',
      'Kessler G.m.b.H.',
      'Kessler G. m. b. H.',
      'Kessler Gesellschaft mit beschränkter Haftung',
      'Kessler Ges.m.b.H.',
      'Kessler Gesellschaft m.b.H.',
      'Kessler mbH',
      'Firma Kessler',
    ],
    [
      'Müller & Söhne',
      'Mueller und Soehne GmbH & Co. KG',
      'MULLER AND SOHNE',
      'Müller + Söhne GmbH u. Co KG',
      'Müller u. Söhne KG a.A.',
    ],
    [
      'Dupont',
      'Dupont SARL',
      'Dupont S.A.R.L.',
      'SARL Dupont',
      'Dupont S.à r.l.',
      'Dupont Sàrl',
      'Dupont Société à responsabilité limitée',
      'Dupont S.A.',
      'Dupont SAS',
      'SA Dupont',
    ],
    [
      'Brown',
      'Brown Ltd',
      'Brown Limited',
      'Brown Ltd.',
      'Brown, L.L.C.',
      'Brown Inc.',
      'Brown Incorporated',
      'The Brown Company',
      'Brown & Co.',
      'Brown Pty Ltd',
      'Brown PLC',
      'Brown Corp.',
    ],
    [
      'Jansen',
      'Jansen B.V.',
      'Jansen BV',
      'Jansen Besloten Vennootschap',
      'Jansen N.V.',
      'Jansen BVBA',
      'BV Jansen',
      'Jansen Besloten Vennootschap met beperkte aansprakelijkheid',
    ],
    [
      'Rossi',
      'Rossi S.p.A.',
      'Rossi SpA',
      'Rossi S.r.l.',
      'Rossi Società per Azioni',
      'Rossi Società a responsabilità limitata',
      'Rossi s.n.c.',
    ],
    [
      'García',
      'Garcia S.L.',
      'García, S.L.U.',
      'GARCIA SOCIEDAD LIMITADA',
      'García Sociedad Anónima',
      'Garcia S.A. de C.V.',
      'García S. de R.L. de C.V.',
    ],
    ['Novák', 'Novak s.r.o.', 'Novák, spol. s r.o.', 'NOVÁK a.s.', 'Novák s. r. o.'],
    [
      'Kowalski',
      'Kowalski Sp. z o.o.',
      'KOWALSKI SP.ZO.O.',
      'Kowalski Spółka z ograniczoną odpowiedzialnością',
      'Kowalski S.A.',
    ],
    ['Volvo', 'AB Volvo', 'Volvo AB', 'Volvo Aktiebolag', 'Volvo AB (publ)'],
    ['Jørgensen', 'Jorgensen A/S', 'Jørgensen ApS', 'Joergensen Anpartsselskab', 'Jørgensen AS'],
    ['Åström', 'Astrom Oy', 'Aastroem Oyj', 'ÅSTRÖM OSAKEYHTIÖ'],
    ['Horvat', 'Horvat d.o.o.', 'HORVAT DOO', 'Horvat d. o. o.', 'Horvat d.d.'],
    ['Großmann', 'Grossmann e.K.', 'GROSSMANN', 'Großmann OHG', 'Großmann GbR', 'Großmann UG (haftungsbeschränkt)'],
    ['Vitamin C', 'Vitamin C S.A.', 'Vitamin C B.V.'],
    ["L'Écrou", 'L’Ecrou SARL', 'LECROU'],
    ['トヨタ自動車', 'トヨタ自動車株式会社', '㈱トヨタ自動車'],
    ['Yılmaz', 'Yilmaz A.Ş.', 'YILMAZ Ltd. Şti.', 'Yılmaz Limited Şirketi'],
  ])('%s', (name, ...others) => {
    for (const other of others) expect([other, nameKey(other)]).toEqual([other, nameKey(name)]);
  });
  test.each([
    ['Kessler GmbH Niederlassung Nord', 'kessler niederlassung nord'],
    ['Kessler AG, Zürich', 'kessler zurich'],
    ['AG', 'ag'],
    ['SAS', 'sas'],
    ['Spa Hotel Bergblick', 'spa hotel bergblick'],
    ['Cooperative du Lac', 'cooperative du lac'],
    ['', ''],
    ['--', ''],
  ])('%s keeps what says who it is', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });
  test('names the forms in short', () => {
    expect(companyName('Kessler Aktiengesellschaft').forms).toEqual(['ag']);
    expect(companyName('Kessler GmbH & Co. KG').forms).toEqual(['co', 'gmbh', 'kg']);
  });
});

describe('nameLikeness', () => {
  test('puts the same name before the same with another form, and that before a longer one', () => {
    const of = (other: string) => nameLikeness('Kessler Anlagenbau AG', other);
    const inOrder = [
      'Kessler Anlagenbau Aktiengesellschaft',
      'Kessler-Anlagen-Bau AG',
      'Kessler Anlagenbau GmbH',
      'Kessler Anlagenbau Nord AG',
      'Wagner Logistik AG',
    ];
    expect(inOrder.map(of)).toEqual(inOrder.map(of).toSorted((left, right) => right - left));
    expect(new Set(inOrder.map(of)).size).toBe(inOrder.length);
    expect(of('Wagner Logistik AG')).toBeLessThan(0.5);
  });
  test('knows words in another order, and a name within a name', () => {
    expect(nameLikeness('Anlagenbau Kessler', 'Kessler Anlagenbau GmbH')).toBeGreaterThan(0.9);
    expect(nameLikeness('Kessler', 'Kessler Anlagenbau Sachsen')).toBeGreaterThan(0.6);
    expect(nameLikeness('', 'Kessler')).toBe(0);
  });
});
