import type { Locale } from './locale.ts';
import { reconciliationDe } from './reconciliation.de.ts';
import { type ReconciliationKey, reconciliationEn } from './reconciliation.en.ts';
import { reconciliationEs } from './reconciliation.es.ts';
import { reconciliationFr } from './reconciliation.fr.ts';
import { reconciliationIt } from './reconciliation.it.ts';
import { reconciliationNl } from './reconciliation.nl.ts';
import { translatorOf } from './ui.ts';

const tables: Record<Locale, Readonly<Record<ReconciliationKey, string>>> = {
  en: reconciliationEn,
  fr: reconciliationFr,
  de: reconciliationDe,
  es: reconciliationEs,
  nl: reconciliationNl,
  it: reconciliationIt,
};
/** The words of reconciliation in one language. */
export const reconciliationTranslator = (locale: Locale) => translatorOf(locale, tables[locale]);
export type ReconciliationWords = ReturnType<typeof reconciliationTranslator>;
