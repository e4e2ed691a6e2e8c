import { loadDe } from './load.de.ts';
import { type LoadKey, loadEn } from './load.en.ts';
import { loadEs } from './load.es.ts';
import { loadFr } from './load.fr.ts';
import { loadIt } from './load.it.ts';
import { loadNl } from './load.nl.ts';
import type { Locale } from './locale.ts';
import { translatorOf } from './ui.ts';

const tables: Record<Locale, Readonly<Record<LoadKey, string>>> = {
  en: loadEn,
  fr: loadFr,
  de: loadDe,
  es: loadEs,
  nl: loadNl,
  it: loadIt,
};
/** The words of load tests in one language. */
export const loadTranslator = (locale: Locale) => translatorOf(locale, tables[locale]);
export type LoadWords = ReturnType<typeof loadTranslator>;
