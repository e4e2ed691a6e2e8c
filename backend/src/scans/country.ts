import { locales } from '@backroom/shared/messages/locale';
import { withoutMarks } from '../erp/kit/fold.ts';

const bare = (text: string): string => withoutMarks(text).replace(/[^a-z]/g, '');
/** What people write beside the names that the languages know. */
const others: Readonly<Record<string, string>> = {
  uk: 'GB',
  england: 'GB',
  usa: 'US',
  holland: 'NL',
  deutschland: 'DE',
};
let known: ReadonlyMap<string, string> | null = null;

/** Country names of all our languages. A code that no language has a name for is no country. */
function namesOfCountries(): ReadonlyMap<string, string> {
  const names = new Map(Object.entries(others));
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const locale of locales) {
    const display = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = display.of(code);
      if (name) names.set(bare(name), code).set(code.toLowerCase(), code);
    }
  }
  return names;
}

/** The ISO code of a country as a CRM or ERP writes it: `DE`, `Germany`, `Deutschland`. Null where it cannot be told. */
export function countryCode(text: string | null): string | null {
  if (text === null) return null;
  known ??= namesOfCountries();
  return known.get(bare(text)) ?? null;
}
