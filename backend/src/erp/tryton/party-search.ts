import { domainToUnicode } from 'node:url';
import type { CustomerKeys } from '../contract/schemas.ts';
import { nameKey } from '../kit/company-name.ts';
import { likelier, type Match, matchOf, ranked as rankedBy } from '../kit/customer-match.ts';
import { companyDomain, emailKey } from '../kit/email.ts';
import { folded, spellings } from '../kit/fold.ts';
import { registrationKey } from '../kit/registration.ts';
import { vatIdOf } from '../kit/vat.ts';
import { countryOf, type PartyRow } from './party-row.ts';

/** Candidates of one question; a person chooses among them, and nobody looks through more. */
export const MOST = 25;
/** Rows that one question for names may bring; the likest of them are told. */
export const MOST_NAMES = 200;

type Domain = readonly unknown[];
/** One way to find a customer: a search of its own for all questions together, so that a weak key never crowds out a strong one. */
export type Key = (keys: CustomerKeys) => Domain | null;

/** `like` takes a percent sign and an underscore for more than themselves. */
export const literally = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
const clean = (text: string | undefined) => text?.trim() ?? '';
const any = (field: string, spelled: readonly string[]): Domain => [
  'OR',
  ...[...new Set(spelled)].map((each) => [field, 'ilike', each]),
];

/** Exact keys. Free mail domains find nobody. */
const keysOf: readonly ((keys: CustomerKeys) => Domain | '' | null)[] = [
  ({ erpNumber }) => (clean(erpNumber) ? ['code', 'ilike', literally(clean(erpNumber))] : null),
  // Tryton keeps a VAT number as it was typed: any sign may stand between two of its own.
  ({ vatId, country }) => {
    const id = vatIdOf(vatId, country ?? null);
    return id && ['identifiers.code', 'ilike', `%${[...id.national].join('%')}%`];
  },
  ({ registrationNumber }) => {
    const key = registrationKey(registrationNumber);
    return key && ['identifiers.code', 'ilike', `%${[...key].join('%')}%`];
  },
  ({ externalId }) => (clean(externalId) ? ['identifiers.code', 'ilike', literally(clean(externalId))] : null),
  ({ email }) => {
    const key = emailKey(email);
    return key && any('contact_mechanisms.value', [literally(clean(email)), literally(key)]);
  },
  // Tryton keeps an address as it was typed, a domain with an umlaut in either of its two forms.
  ({ emailDomain }) => {
    const domain = companyDomain(emailDomain);
    return (
      domain &&
      any(
        'contact_mechanisms.value',
        [domain, domainToUnicode(domain)].map((each) => `%@${literally(each)}`),
      )
    );
  },
];
export const exactKeys: readonly Key[] = keysOf.map((key) => (keys) => key(keys) || null);

/** Words of a name that say who it is, in the spellings under which Tryton may have them. */
function wordsOf(name: string | undefined): string[] {
  const key = ` ${nameKey(name ?? '')} `;
  const words = clean(name).split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word.length > 1 && key.includes(` ${folded(word)} `));
}
const hasWord = (word: string): Domain =>
  any(
    'name',
    spellings(word).map((each) => `%${literally(each)}%`),
  );
/** Every word of the name. */
export const byWholeName: Key = ({ name }) => {
  const words = wordsOf(name);
  return words.length === 0 ? null : words.map(hasWord);
};
/** The longest word of the name, for a name that is written or parted otherwise. */
export const byLongestWord: Key = ({ name }) => {
  const [longest] = wordsOf(name).sort((left, right) => right.length - left.length);
  return longest === undefined ? null : hasWord(longest);
};

/** Why a party could be the one asked for. Any of its identifiers may be the VAT number, or the reference that we gave it. */
export function matchOfParty(keys: CustomerKeys, row: PartyRow): Match {
  const known = {
    number: row.code ?? '',
    name: row.name ?? '',
    country: countryOf(row),
    emails: row['contact_mechanisms.'].map(({ value }) => value ?? ''),
  };
  const codes = [null, ...row['identifiers.'].map(({ code }) => code)];
  const matches = codes.map((code) =>
    matchOf(keys, { ...known, vatId: code, externalId: code, registrationNumber: code }),
  );
  return matches.sort(likelier)[0] ?? { why: [], score: 0, likeness: 0 };
}
/** The likeliest first; who could not be it is left out. */
export const ranked = (keys: CustomerKeys, rows: readonly PartyRow[]): PartyRow[] =>
  rankedBy(rows, (row) => matchOfParty(keys, row));
