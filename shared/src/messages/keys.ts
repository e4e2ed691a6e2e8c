import { keysDe } from './keys.de.ts';
import { type KeysKey, keysEn } from './keys.en.ts';
import { keysEs } from './keys.es.ts';
import { keysFr } from './keys.fr.ts';
import { keysIt } from './keys.it.ts';
import { keysNl } from './keys.nl.ts';
import type { Locale } from './locale.ts';
import { translatorOf } from './ui.ts';

const tables: Record<Locale, Readonly<Record<KeysKey, string>>> = {
  en: keysEn,
  fr: keysFr,
  de: keysDe,
  es: keysEs,
  nl: keysNl,
  it: keysIt,
};
/** The words of the page of API keys in one language. */
export const keysTranslator = (locale: Locale) => translatorOf(locale, tables[locale]);
export type KeysWords = ReturnType<typeof keysTranslator>;
