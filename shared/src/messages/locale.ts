/** The supported languages. */
export const locales = ['en', 'fr', 'de', 'es', 'nl', 'it'] as const;
export type Locale = (typeof locales)[number];
/** Each language by its own name, as lists of languages show it. */
export const localeNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
  nl: 'Nederlands',
  it: 'Italiano',
};
/** Maps `de-CH`, `fr_FR` and `en-gb` to the supported language; English where the language is not supported. */
export function languageOf(tag: string | null | undefined): Locale {
  const language = (tag ?? '').slice(0, 2).toLowerCase();
  return locales.find((each) => each === language) ?? 'en';
}
