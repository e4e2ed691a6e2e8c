import { feedDe } from './feed.de.ts';
import { type FeedKey, feedEn } from './feed.en.ts';
import { feedEs } from './feed.es.ts';
import { feedFr } from './feed.fr.ts';
import { feedIt } from './feed.it.ts';
import { feedNl } from './feed.nl.ts';
import type { Locale } from './locale.ts';
import { translatorOf } from './ui.ts';

const tables: Record<Locale, Readonly<Record<FeedKey, string>>> = {
  en: feedEn,
  fr: feedFr,
  de: feedDe,
  es: feedEs,
  nl: feedNl,
  it: feedIt,
};
/** The words of the page on the ERP's changes in one language. */
export const feedTranslator = (locale: Locale) => translatorOf(locale, tables[locale]);
