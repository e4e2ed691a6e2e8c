import { type Decimal, isDecimal } from './decimal.ts';
import type { Locale } from './messages/locale.ts';

/** Of the supported languages English alone has a decimal point. */
const markOf = (locale: Locale): '.' | ',' => (locale === 'en' ? '.' : ',');

/**
 * A number as a person types it: with the decimal mark of the language, or with the other one where it can only be a decimal mark. Null where it is no
 * number, and where the other mark may group thousands: `1.000` is a thousand to a German and one to an English reader.
 */
export function typedDecimal(text: string, locale: Locale): Decimal | null {
  const [, whole = '', mark, fraction = ''] = /^(-?\d+)(?:([.,])(\d+))?$/.exec(text.trim()) ?? [];
  if (mark !== undefined && mark !== markOf(locale) && fraction.length === 3) return null;
  const plain = mark === undefined ? whole : `${whole}.${fraction}`;
  return isDecimal(plain) ? plain : null;
}
/** As `typedDecimal` reads it: what a form shows at first. */
export const writtenDecimal = (value: Decimal, locale: Locale): string => value.replace('.', markOf(locale));
