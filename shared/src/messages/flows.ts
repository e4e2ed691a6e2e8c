import { flowsDe } from './flows.de.ts';
import { type FlowsKey, flowsEn } from './flows.en.ts';
import { flowsEs } from './flows.es.ts';
import { flowsFr } from './flows.fr.ts';
import { flowsIt } from './flows.it.ts';
import { flowsNl } from './flows.nl.ts';
import type { Locale } from './locale.ts';
import { translatorOf } from './ui.ts';

const tables: Record<Locale, Readonly<Record<FlowsKey, string>>> = {
  en: flowsEn,
  fr: flowsFr,
  de: flowsDe,
  es: flowsEs,
  nl: flowsNl,
  it: flowsIt,
};

/** The words of the page on flows and masters. */
export const flowsTranslator = (locale: Locale) => translatorOf(locale, tables[locale]);
