import type { Words } from './words.ts';

export { isMoney, say, valuesOf } from '@backroom/shared/messages/check-words';

/** A date of the future; "Today" up to the viewer's date. */
export const dayText = ({ t, format }: Words, iso: string, today: string): string =>
  iso <= today ? t('stock.now') : format.date(iso);
