import type { Locale } from './locale.ts';
import { uiDe } from './ui.de.ts';
import { type MessageKey, uiEn } from './ui.en.ts';
import { uiFr } from './ui.fr.ts';

const tables: Record<Locale, Record<MessageKey, string>> = { en: uiEn, fr: uiFr, de: uiDe };

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
/** The words of every surface in one language. */
export const translator = (locale: Locale): Translate => translatorOf(locale, tables[locale]);
/** For keys that are made of a code of the wire: `check.` + code. Null where there are no words for it. */
export const messageKey = (text: string): MessageKey | null => (text in uiEn ? (text as MessageKey) : null);
