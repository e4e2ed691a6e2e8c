import { deskDe } from './desk.de.ts';
import { type DeskKey, deskEn } from './desk.en.ts';
import { deskEs } from './desk.es.ts';
import { deskFr } from './desk.fr.ts';
import { deskIt } from './desk.it.ts';
import { deskNl } from './desk.nl.ts';
import type { Locale } from './locale.ts';
import { translatorOf } from './ui.ts';

const tables: Record<Locale, Readonly<Record<DeskKey, string>>> = {
  en: deskEn,
  fr: deskFr,
  de: deskDe,
  es: deskEs,
  nl: deskNl,
  it: deskIt,
};
/** The words of the order desk in one language. */
export const deskTranslator = (locale: Locale) => translatorOf(locale, tables[locale]);
