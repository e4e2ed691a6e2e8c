import type { Locale } from './locale.ts';
import { type MessageKey, uiEn } from './ui.en.ts';

export type { MessageKey };
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string>>) => string;

/**
 * Translates the keys of one table. `count` selects `one||other` by the language's plural rule. A placeholder without a value is dropped
 * together with the colon before it.
 */
export function translatorOf<Key extends string>(
  locale: Locale,
  table: Readonly<Record<Key, string>>,
): (key: Key, values?: Readonly<Record<string, string>>) => string {
  const plural = new Intl.PluralRules(locale);
  return (key, values = {}) => {
    const [one = '', other = one] = table[key].split('||');
    const form = values.count !== undefined && plural.select(Number(values.count)) === 'one' ? one : other;
    return form
      .replace(/(\s*: )?\{(\w+)\}/g, (_, colon: string | undefined, name: string) =>
        values[name] ? `${colon ?? ''}${values[name]}` : '',
      )
      .trim();
  };
}
/** Checks a key that is built from a code of the wire, such as `check.` + code. Null where it has no text. */
export const messageKey = (text: string): MessageKey | null => (text in uiEn ? (text as MessageKey) : null);
