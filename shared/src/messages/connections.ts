import { connectionsDe } from './connections.de.ts';
import { type ConnectionsKey, connectionsEn } from './connections.en.ts';
import { connectionsEs } from './connections.es.ts';
import { connectionsFr } from './connections.fr.ts';
import { connectionsIt } from './connections.it.ts';
import { connectionsNl } from './connections.nl.ts';
import type { Locale } from './locale.ts';
import { translatorOf } from './ui.ts';

const tables: Record<Locale, Readonly<Record<ConnectionsKey, string>>> = {
  en: connectionsEn,
  fr: connectionsFr,
  de: connectionsDe,
  es: connectionsEs,
  nl: connectionsNl,
  it: connectionsIt,
};

export type { ConnectionsKey };
/** The words of the pages on ERP connections. */
export const connectionsTranslator = (locale: Locale) => translatorOf(locale, tables[locale]);
