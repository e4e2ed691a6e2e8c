import { withoutMarks } from './fold.ts';
import { vatCountry, vatFormats } from './vat-formats.ts';

/** `country`: ISO code, null where neither the number nor the record tells. `national`: letters and digits that identify the company there. */
export type VatId = { country: string | null; national: string };

/** What people write before the number: `USt-IdNr.: DE…`, `N° TVA FR…`, `P. IVA …`, `BTW-nr. …`. */
const label =
  /^(?:UST(?:ID(?:ENT)?(?:NR|NUMMER)?)?|UMSATZSTEUERID(?:NR)?|MWST(?:NR|NUMMER)?|UID(?:NR|NUMMER)?|VAT(?:REG|REGISTRATION)?(?:NO|NR|ID|NUMBER)?|TAXID|N?O?(?:DE)?TVA|(?:P|PARTITA)IVA|IVA|BTW(?:NR|NUMMER)?|NIF|CIF|NIP|DIC|CVR(?:NR)?|ORGNR|MOMS(?:NR)?|MVA)(?=[A-Z]{0,3}\d)/;
/** What Switzerland and Norway write behind it. */
const suffix = /(?<=\d)(?:HR)?(?:MWST|TVA|IVA|TPV|VAT|MVA|HR)$/;

/** Letters and digits only, without the words around them. */
const bare = (text: string): string =>
  withoutMarks(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(label, '')
    .replace(suffix, '');

function inCountry(national: string, country: string): VatId | null {
  const format = vatFormats[country];
  if (!format?.national.test(national)) return null;
  return { country, national: format.keep?.(national) ?? national };
}

/**
 * Reads a VAT id as people write it: with or without prefix, blanks, dots, `MWST`. `country` is the record's own, which tells what a number without
 * prefix is. Null where the text holds no number, or a placeholder such as `000000000`.
 *
 * @example vatIdOf('CHE-811.071.271 MWST') // { country: 'CH', national: '811071271' }
 */
export function vatIdOf(text: string | null | undefined, country: string | null = null): VatId | null {
  const all = bare(text ?? '');
  const digits = all.replace(/\D/g, '');
  if (digits.length < 4 || /^(\d)\1*$/.test(digits)) return null;
  const prefix = /^[A-Z]{2}/.exec(all)?.[0];
  const prefixed = prefix && inCountry(all.slice(2), vatCountry(prefix));
  if (prefixed) return prefixed;
  const here = country && inCountry(all, vatCountry(country.trim().toUpperCase()));
  if (here) return here;
  // Austria's national form is the only one that begins with a U and eight digits.
  return (/^U\d{8}$/.test(all) && inCountry(all, 'AT')) || { country: null, national: all };
}

/** One spelling for each VAT id: `CH811071271`. Two texts with equal keys are the same company; see `sameVatId` for numbers without a country. */
export function vatKey(text: string | null | undefined, country: string | null = null): string | null {
  const id = vatIdOf(text, country);
  return id && `${id.country ?? ''}${id.national}`;
}

/** Each side: the number as it is written, and the country of the record that holds it. */
type Held = { vatId: string | null | undefined; country?: string | null | undefined };

/**
 * Whether both are one company's. A number whose country nobody knows counts as that of the other side's country, if it has the form of one there.
 */
export function sameVatId(left: Held, right: Held): boolean {
  const one = vatIdOf(left.vatId, left.country);
  const other = vatIdOf(right.vatId, right.country);
  if (!one || !other) return false;
  const again = (id: VatId, country: string | null) =>
    id.country === null && country !== null ? (inCountry(id.national, country) ?? id) : id;
  const [a, b] = [again(one, other.country), again(other, one.country)];
  return a.country === b.country && a.national === b.national;
}
