import { createFormat, type Format, type Viewer } from '../format.ts';
import { type Locale, languageOf } from './locale.ts';
import { type Translate, translator } from './ui.ts';

/** What every view needs to speak: the words, the figures' form, and the language that picks them. */
export type Words = { t: Translate; format: Format; locale: Locale };

export const wordsFor = (viewer: Viewer): Words => {
  const locale = languageOf(viewer.locale);
  return { t: translator(locale), format: createFormat(viewer), locale };
};
