import { decimal, isDecimal } from '../decimal.ts';
import type { Money } from '../money.ts';
import type { Check } from '../orders.ts';
import type { ProblemCode } from '../problems.ts';
import { messageKey } from './ui.ts';
import type { Words } from './words.ts';

// What a check says, on the deal page and in the console alike.

export const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'currency' in value;
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
/** Values that count something. A code or a name may look like a number too. */
const counted = new Set(['available', 'quantity', 'percent', 'places', 'limit']);
const isCounted = (name: string, value: string) => counted.has(name) && isDecimal(value);
/** Values of a check or alert as words: money, days, figures and plain text. */
export function valuesOf({ format }: Words, values: Readonly<Record<string, string | Money>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      isMoney(value)
        ? format.money(value)
        : isDay(value)
          ? format.date(value)
          : isCounted(name, value)
            ? format.quantity(decimal(value))
            : value,
    ]),
  );
}
/** The words for a key that is made of a code, or the code itself. */
export const say = ({ t }: Words, key: string, fallback: string): string => {
  const known = messageKey(key);
  return known ? t(known) : fallback;
};

const isProblemCode = ({ problems }: Words, value: unknown): value is ProblemCode =>
  typeof value === 'string' && Object.hasOwn(problems, value);
/** Checks that give the code of a problem as their reason, and the panel that they are about. */
const reasoned = new Set<Check['code']>(['figure_missing', 'products_not_known', 'customer_not_known']);
function checkValues(words: Words, { code, values }: Check): Record<string, string> {
  const shown = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (isMoney(value) ? [[name, words.format.price(value)]] : [])),
  );
  if (code === 'detail_not_carried')
    return { ...shown, value: String(values.value), detail: say(words, `differs.${String(values.detail)}`, '') };
  if (!reasoned.has(code)) return { ...valuesOf(words, values), ...shown };
  const reason = isProblemCode(words, values.reason) ? values.reason : 'internal';
  return {
    panel: say(words, `panel.${String(values.panel)}`, String(values.panel)),
    reason: words.problems[reason][0],
  };
}
/** One check in words. */
export const checkText = (words: Words, found: Check): string =>
  words.t(`check.${found.code}`, checkValues(words, found));
