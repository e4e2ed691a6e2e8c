import { createFormat, type Format, type Viewer } from '@backroom/shared';
import { type Locale, languageOf } from '@backroom/shared/messages/locale';
import { type Translate, translator } from '@backroom/shared/messages/ui';

/** What every view needs to speak: the words, the figures' form, and the language that picks them. */
export type Words = { t: Translate; format: Format; locale: Locale };

export const wordsFor = (viewer: Viewer): Words => {
  const locale = languageOf(viewer.locale);
  return { t: translator(locale), format: createFormat(viewer), locale };
};
