/** The languages there are words in. */
export type Locale = 'en' | 'fr' | 'de';
/** `de-CH`, `fr_FR`, `en-gb` → the language we have; English where we have none. */
export function languageOf(tag: string | null | undefined): Locale {
  const language = (tag ?? '').slice(0, 2).toLowerCase();
  return language === 'fr' || language === 'de' ? language : 'en';
}
