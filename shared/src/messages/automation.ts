import { automationDe } from './automation.de.ts';
import { type AutomationKey, automationEn } from './automation.en.ts';
import { automationEs } from './automation.es.ts';
import { automationFr } from './automation.fr.ts';
import { automationIt } from './automation.it.ts';
import { automationNl } from './automation.nl.ts';
import type { Locale } from './locale.ts';
import { translatorOf } from './ui.ts';

const tables: Record<Locale, Readonly<Record<AutomationKey, string>>> = {
  en: automationEn,
  fr: automationFr,
  de: automationDe,
  es: automationEs,
  nl: automationNl,
  it: automationIt,
};
/** The words of the pages on conversions without a button, in one language. */
export const automationTranslator = (locale: Locale) => translatorOf(locale, tables[locale]);
