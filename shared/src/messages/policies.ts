import type { Locale } from './locale.ts';
import { policiesDe } from './policies.de.ts';
import { type PoliciesKey, policiesEn } from './policies.en.ts';
import { policiesEs } from './policies.es.ts';
import { policiesFr } from './policies.fr.ts';
import { policiesIt } from './policies.it.ts';
import { policiesNl } from './policies.nl.ts';
import { translatorOf } from './ui.ts';

const tables: Record<Locale, Readonly<Record<PoliciesKey, string>>> = {
  en: policiesEn,
  fr: policiesFr,
  de: policiesDe,
  es: policiesEs,
  nl: policiesNl,
  it: policiesIt,
};

/** The words of the page on policies. */
export const policiesTranslator = (locale: Locale) => translatorOf(locale, tables[locale]);
