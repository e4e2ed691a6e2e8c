import { createFormat, type Format, type Viewer } from '../format.ts';
import { type Locale, languageOf } from './locale.ts';
import type { Texts } from './texts.ts';
import { type Translate, translatorOf } from './ui.ts';

/** What every view needs to write text: the translations, the formats of figures and dates, and the language. */
export type Words = { t: Translate; format: Format; locale: Locale; problems: Texts['problems'] };

export function wordsOf({ ui, problems }: Texts, viewer: Viewer): Words {
  const locale = languageOf(viewer.locale);
  return { t: translatorOf(locale, ui), format: createFormat(viewer), locale, problems };
}
