import type { Locale } from './locale.ts';
import { setupDe } from './setup.de.ts';
import { type SetupKey, setupEn } from './setup.en.ts';
import { setupEs } from './setup.es.ts';
import { setupFr } from './setup.fr.ts';
import { setupIt } from './setup.it.ts';
import { setupNl } from './setup.nl.ts';
import { translatorOf } from './ui.ts';

const tables: Record<Locale, Readonly<Record<SetupKey, string>>> = {
  en: setupEn,
  fr: setupFr,
  de: setupDe,
  es: setupEs,
  nl: setupNl,
  it: setupIt,
};

export type { SetupKey };
/** The words of the set-up wizard and the preflight in one language. */
export const setupTranslator = (locale: Locale) => translatorOf(locale, tables[locale]);
/** For keys that are made of a code. Null where there are no words for it. */
export const setupKey = (text: string): SetupKey | null => (text in setupEn ? (text as SetupKey) : null);
