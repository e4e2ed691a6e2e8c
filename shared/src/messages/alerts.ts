import { alertDe } from './alerts.de.ts';
import { type AlertKey, alertEn } from './alerts.en.ts';
import { alertEs } from './alerts.es.ts';
import { alertFr } from './alerts.fr.ts';
import { alertIt } from './alerts.it.ts';
import { alertNl } from './alerts.nl.ts';
import type { Locale } from './locale.ts';
import { translatorOf } from './ui.ts';

const tables: Record<Locale, Readonly<Record<AlertKey, string>>> = {
  en: alertEn,
  fr: alertFr,
  de: alertDe,
  es: alertEs,
  nl: alertNl,
  it: alertIt,
};
/** The words of alerts in one language. */
export const alertTranslator = (locale: Locale) => translatorOf(locale, tables[locale]);
