import type { Locale } from './locale.ts';
import { timelineDe } from './timeline.de.ts';
import { type TimelineKey, timelineEn } from './timeline.en.ts';
import { timelineEs } from './timeline.es.ts';
import { timelineFr } from './timeline.fr.ts';
import { timelineIt } from './timeline.it.ts';
import { timelineNl } from './timeline.nl.ts';
import { translatorOf } from './ui.ts';

const tables: Record<Locale, Readonly<Record<TimelineKey, string>>> = {
  en: timelineEn,
  fr: timelineFr,
  de: timelineDe,
  es: timelineEs,
  nl: timelineNl,
  it: timelineIt,
};
/** The words of timeline entries, in one language. */
export const timelineTranslator = (locale: Locale) => translatorOf(locale, tables[locale]);
