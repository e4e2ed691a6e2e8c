import type { Money } from '@backroom/shared';
import { messageKey } from '@backroom/shared/messages/ui';
import type { Words } from './words.ts';

export const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'currency' in value;
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
/** A date of the future; "Today" up to the viewer's date. */
export const dayText = ({ t, format }: Words, iso: string, today: string): string =>
  iso <= today ? t('stock.now') : format.date(iso);
/** Values of a check or alert as words: money, days and plain text. */
export function valuesOf({ format }: Words, values: Readonly<Record<string, string | Money>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      isMoney(value) ? format.money(value) : isDay(value) ? format.date(value) : value,
    ]),
  );
}
/** The words for a key that is made of a code, or the code itself. */
export const say = ({ t }: Words, key: string, fallback: string): string => {
  const known = messageKey(key);
  return known ? t(known) : fallback;
};
