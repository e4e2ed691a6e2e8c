import { textsOf } from '@backroom/shared/messages/languages';
import type { Locale } from '@backroom/shared/messages/locale';
import { expect, test } from 'vitest';
import { labelsIn } from '../tools/labels.ts';

const ofHubSpot: Record<Locale, RegExp> = {
  en: /\b(deals?|compan(y|ies)|line items?)\b/i,
  fr: /\b(transactions?|entreprises?)\b/i,
  de: /\b(Deals?|Unternehmens?)\b/,
  es: /\b(negocios?|empresas?)\b/i,
  it: /\b(trattativ[ae]|aziend[ae])\b/i,
  nl: /\b(deals?|bedrijf|bedrijven)\b/i,
};
const withoutPlaceholders = (text: string) => text.replace(/\{\w+\}/g, '');
test.each(Object.entries(ofHubSpot) as [Locale, RegExp][])(
  'labels in %s have the nouns of Salesforce',
  (locale, nouns) => {
    const labels = labelsIn(locale);
    expect(labels.filter(([, text]) => nouns.test(withoutPlaceholders(text)))).toEqual([]);
    // The same expression finds them in the texts of HubSpot, so that it is not blind.
    expect(Object.values(textsOf(locale).ui).some((text) => nouns.test(withoutPlaceholders(text)))).toBe(true);
    const placeholders = (text: string | undefined) => [...new Set(text?.match(/\{\w+\}/g) ?? [])].sort();
    const english = new Map(labelsIn('en'));
    for (const [name, text] of labels)
      expect([name, placeholders(text)]).toEqual([name, placeholders(english.get(name))]);
  },
);
