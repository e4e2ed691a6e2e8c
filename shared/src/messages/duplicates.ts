import { duplicatesDe } from './duplicates.de.ts';
import { type DuplicatesKey, duplicatesEn } from './duplicates.en.ts';
import { duplicatesEs } from './duplicates.es.ts';
import { duplicatesFr } from './duplicates.fr.ts';
import { duplicatesIt } from './duplicates.it.ts';
import { duplicatesNl } from './duplicates.nl.ts';
import type { Locale } from './locale.ts';
import { translatorOf } from './ui.ts';

const tables: Record<Locale, Readonly<Record<DuplicatesKey, string>>> = {
  en: duplicatesEn,
  fr: duplicatesFr,
  de: duplicatesDe,
  es: duplicatesEs,
  nl: duplicatesNl,
  it: duplicatesIt,
};
/** The words of the duplicate scan in one language. */
export const duplicatesTranslator = (locale: Locale) => translatorOf(locale, tables[locale]);
export type DuplicatesWords = ReturnType<typeof duplicatesTranslator>;
/** For keys that are made of a code. Null where there are no words for it. */
export const duplicatesKey = (text: string): DuplicatesKey | null =>
  text in duplicatesEn ? (text as DuplicatesKey) : null;
