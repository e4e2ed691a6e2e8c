/** The supported languages. */
export const locales = ['en', 'fr', 'de', 'es', 'nl'] as const;
export type Locale = (typeof locales)[number];
/** Maps `de-CH`, `fr_FR` and `en-gb` to the supported language; English where the language is not supported. */
export function languageOf(tag: string | null | undefined): Locale {
  const language = (tag ?? '').slice(0, 2).toLowerCase();
  return locales.find((each) => each === language) ?? 'en';
}
