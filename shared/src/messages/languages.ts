import type { Viewer } from '../format.ts';
import { type Locale, languageOf } from './locale.ts';
import { problemsDe } from './problems.de.ts';
import { problemsEs } from './problems.es.ts';
import { problemsFr } from './problems.fr.ts';
import { problemsIt } from './problems.it.ts';
import { problemsNl } from './problems.nl.ts';
import { english, type Texts } from './texts.ts';
import { uiDe } from './ui.de.ts';
import { uiEs } from './ui.es.ts';
import { uiFr } from './ui.fr.ts';
import { uiIt } from './ui.it.ts';
import { uiNl } from './ui.nl.ts';
import { type Translate, translatorOf } from './ui.ts';
import { type Words, wordsOf } from './words.ts';

// Every language at once: for the backend and for tests. A bundle that imports this file carries all of them.

const texts: Readonly<Record<Locale, Texts>> = {
  en: english,
  fr: { ui: uiFr, problems: problemsFr },
  de: { ui: uiDe, problems: problemsDe },
  es: { ui: uiEs, problems: problemsEs },
  nl: { ui: uiNl, problems: problemsNl },
  it: { ui: uiIt, problems: problemsIt },
};
export const textsOf = (locale: Locale): Texts => texts[locale];
const translators = new Map<Locale, Translate>();
/** Kept: to make one takes longer than to translate a page. */
export function translator(locale: Locale): Translate {
  const made = translators.get(locale) ?? translatorOf(locale, texts[locale].ui);
  translators.set(locale, made);
  return made;
}
export const wordsFor = (viewer: Viewer): Words => wordsOf(textsOf(languageOf(viewer.locale)), viewer);
