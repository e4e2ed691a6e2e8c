import type { Locale } from './locale.ts';
import { type MessageKey, uiEn } from './ui.en.ts';

export type { MessageKey };
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string>>) => string;

/**
 * Translates the keys of one table. `count`, as plain digits, selects `one||other` by the language's plural rule and is shown in the
 * language's digits. A placeholder without a value is dropped together with the colon before it.
 */
export function translatorOf<Key extends string>(
  locale: Locale,
  table: Readonly<Record<Key, string>>,
): (key: Key, values?: Readonly<Record<string, string>>) => string {
  const plural = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale);
  return (key, given = {}) => {
    const { count } = given;
    const [one = '', other = one] = table[key].split('||');
    const form = count !== undefined && plural.select(Number(count)) === 'one' ? one : other;
    const values = count && /^\d+$/.test(count) ? { ...given, count: digits.format(Number(count)) } : given;
    return form
      .replace(/(\s*: )?\{(\w+)\}/g, (_, colon: string | undefined, name: string) =>
        values[name] ? `${colon ?? ''}${values[name]}` : '',
      )
      .trim();
  };
}
/** Checks a key that is built from a code of the wire, such as `check.` + code. Null where it has no text. */
export const messageKey = (text: string): MessageKey | null => (text in uiEn ? (text as MessageKey) : null);
