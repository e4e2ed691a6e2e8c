import { bulkDe } from './bulk.de.ts';
import { type BulkKey, bulkEn } from './bulk.en.ts';
import { bulkEs } from './bulk.es.ts';
import { bulkFr } from './bulk.fr.ts';
import { bulkIt } from './bulk.it.ts';
import { bulkNl } from './bulk.nl.ts';
import type { Locale } from './locale.ts';
import { translatorOf } from './ui.ts';

const tables: Record<Locale, Readonly<Record<BulkKey, string>>> = {
  en: bulkEn,
  fr: bulkFr,
  de: bulkDe,
  es: bulkEs,
  nl: bulkNl,
  it: bulkIt,
};
/** The words of the pages on bulk runs in one language. */
export const bulkTranslator = (locale: Locale) => translatorOf(locale, tables[locale]);
