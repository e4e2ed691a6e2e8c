import type { Locale } from './locale.ts';
import { monitoringDe } from './monitoring.de.ts';
import { type MonitoringKey, monitoringEn } from './monitoring.en.ts';
import { monitoringEs } from './monitoring.es.ts';
import { monitoringFr } from './monitoring.fr.ts';
import { monitoringIt } from './monitoring.it.ts';
import { monitoringNl } from './monitoring.nl.ts';
import { translatorOf } from './ui.ts';

const tables: Record<Locale, Readonly<Record<MonitoringKey, string>>> = {
  en: monitoringEn,
  fr: monitoringFr,
  de: monitoringDe,
  es: monitoringEs,
  nl: monitoringNl,
  it: monitoringIt,
};
/** The words of the monitoring pages in one language. */
export const monitoringTranslator = (locale: Locale) => translatorOf(locale, tables[locale]);
