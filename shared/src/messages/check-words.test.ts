import { expect, test } from 'vitest';
import { money } from '../money.ts';
import type { Check } from '../orders.ts';
import { checkText } from './check-words.ts';
import { duplicatesTranslator } from './duplicates.ts';
import { wordsFor } from './languages.ts';

const german = wordsFor({ locale: 'de-DE', timeZone: 'Europe/Berlin' });
const check = (code: Check['code'], values: Check['values']): Check => ({ code, level: 'warn', values, lineId: null });

test.each<[Check['code'], Check['values'], string]>([
  ['stock_later', { code: 'MTR-012', date: '2026-12-21' }, 'MTR-012: lieferbar ab 21. Dez. 2026.'],
  [
    'stock_short',
    { code: 'GBX-007', available: '1.5', quantity: '1200' },
    'GBX-007: 1,5 von 1.200 verfügbar, kein Zulauf.',
  ],
  ['figure_missing', { panel: 'stock', reason: 'erp_timeout' }, 'Nicht geprüft: Bestand. Zeitüberschreitung im ERP.'],
  [
    'discount_limit',
    { name: 'Pumpe', percent: '12.5', limit: '10' },
    'Der Rabatt auf Pumpe beträgt 12,5\u00a0%. Die Grenze ist 10\u00a0%.',
  ],
  // A code may look like a number.
  ['stock_unknown', { code: '10000.5' }, '10000.5: Bestand unbekannt.'],
  [
    'price_below',
    { code: 'FLT-001', quoted: money('0.0056', 'EUR'), erp: money('0.01', 'EUR') },
    'FLT-001: Angebot 0,0056\u00a0€, ERP-Preis 0,01\u00a0€.',
  ],
])('%s is said in the viewer’s words, dates and digits', (code, values, text) => {
  expect(checkText(german, check(code, values))).toBe(text);
});

test('a count of a thousand is many, and is written in the digits of the language', () => {
  const u = duplicatesTranslator('de');
  expect([u('all.text', { count: '1000' }), u('all.text', { count: '1' })]).toEqual([
    '1.000 Unternehmen werden mit ihrem Kunden verknüpft.',
    '1 Unternehmen wird mit seinem Kunden verknüpft.',
  ]);
});
