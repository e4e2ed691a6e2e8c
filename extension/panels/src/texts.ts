import { english, type Texts } from '@backroom/shared/messages/texts';
import type { SentTexts } from './client.ts';

/** The texts of the viewer's language over the English ones: a key that the backend lacks is shown in English. */
export const textsFrom = (sent: SentTexts | undefined): Texts =>
  sent
    ? ({ ui: { ...english.ui, ...sent.ui }, problems: { ...english.problems, ...sent.problems } } as Texts)
    : english;
