import type { Locale } from './locale.ts';
import { mappingDe } from './mapping.de.ts';
import { type MappingKey, mappingEn } from './mapping.en.ts';
import { mappingEs } from './mapping.es.ts';
import { mappingFr } from './mapping.fr.ts';
import { mappingIt } from './mapping.it.ts';
import { mappingNl } from './mapping.nl.ts';
import { translatorOf } from './ui.ts';

const tables: Record<Locale, Readonly<Record<MappingKey, string>>> = {
  en: mappingEn,
  fr: mappingFr,
  de: mappingDe,
  es: mappingEs,
  nl: mappingNl,
  it: mappingIt,
};

/** The words of the pages on field mapping. */
export const mappingTranslator = (locale: Locale) => translatorOf(locale, tables[locale]);
