import { consoleDe } from './console.de.ts';
import { type ConsoleKey, consoleEn } from './console.en.ts';
import { consoleEs } from './console.es.ts';
import { consoleFr } from './console.fr.ts';
import { consoleIt } from './console.it.ts';
import { consoleNl } from './console.nl.ts';
import type { Locale } from './locale.ts';
import { translatorOf } from './ui.ts';

const tables: Record<Locale, Readonly<Record<ConsoleKey, string>>> = {
  en: consoleEn,
  fr: consoleFr,
  de: consoleDe,
  es: consoleEs,
  nl: consoleNl,
  it: consoleIt,
};

export type { ConsoleKey };
/** The words of the console in one language. */
export const consoleTranslator = (locale: Locale) => translatorOf(locale, tables[locale]);
