const languages = ['en', 'de', 'fr', 'es', 'it', 'nl'] as const;
const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** A country that is no more goes by its successor's code: DD is DE. */
const current = (code: string): string => Intl.getCanonicalLocales(`und-${code}`)[0]?.slice(4) ?? code;

let names: ReadonlyMap<string, string> | null = null;
/** Every country's names in the languages that CRMs here are used in. */
function countryNames(): ReadonlyMap<string, string> {
  if (names) return names;
  const known = new Map<string, string>();
  for (const language of languages) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = display.of(code);
      if (name && !known.has(folded(name))) known.set(folded(name), current(code));
    }
  }
  names = known;
  return known;
}

/** The ISO code of a country as a CRM has it: a code, or a name in some language. Null where it is neither. */
export function countryCode(text: string | null): string | null {
  const written = text?.trim() ?? '';
  if (/^[A-Za-z]{2}$/.test(written)) return written.toUpperCase();
  return written === '' ? null : (countryNames().get(folded(written)) ?? null);
}
