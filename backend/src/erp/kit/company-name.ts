import { distance } from 'fastest-levenshtein';
import { folded } from './fold.ts';
import { anywhere, inFront, type LegalForm, legalForms } from './legal-forms.ts';

/** Words that join two parts of a name, of which one side has a sign: `&`, `und`, `and`. */
const joins = new Set(['und', 'and', 'et', 'u', 'y', 'e', 'og', 'och', 'en']);
/** Words in front that say no more than that it is a company. */
const address = new Set(['the', 'firma', 'fa', 'messrs']);
const isForm = (word: string) => legalForms.get(word)?.some(({ words }) => words.length === 1) === true;

/** Joins letters that stand alone: `g m b h` is `gmbh`, `vitamin c s a` is `vitamin c sa`. */
function joinLetters(words: readonly string[]): string[] {
  const out: string[] = [];
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (/^\p{L}$/u.test(words[end] ?? '')) end += 1;
    if (end - at < 2) {
      out.push(words[at] ?? '');
      at += 1;
      continue;
    }
    const run = words.slice(at, end);
    const form = run.findIndex((_, from) => run.length - from > 1 && isForm(run.slice(from).join('')));
    const head = run.slice(0, form < 0 ? run.length : form).join('');
    out.push(...(head ? [head] : []), ...(form < 0 ? [] : [run.slice(form).join('')]));
    at = end;
  }
  return out;
}

type Place = LegalForm & { at: number };
/** The legal forms that stand in a name, where each may stand. */
function formsIn(all: readonly string[]): Place[] {
  return all.flatMap((first, at) =>
    (legalForms.get(first) ?? [])
      .filter(({ words }) => words.length < all.length && words.every((word, index) => all[at + index] === word))
      .filter(
        ({ form, words }) =>
          words.length > 1 || at === all.length - 1 || anywhere.has(form) || (at === 0 && inFront.has(form)),
      )
      .map((form) => ({ ...form, at })),
  );
}
/** The longest first, and of those the last: `spol. s r.o.` is one form, not `s r.o.` behind a word. */
const mostSpecific = (places: readonly Place[]): Place | undefined =>
  [...places].sort((left, right) => right.words.length - left.words.length || right.at - left.at)[0];

export type CompanyName = { words: readonly string[]; forms: readonly string[] };

/**
 * A company's name as words that say who it is, and its legal forms in short: `Kessler Anlagenbau Aktiengesellschaft` is `kessler anlagenbau` and `ag`.
 * A name that is nothing but legal forms keeps its words.
 */
export function companyName(text: string): CompanyName {
  const all = folded(text.normalize('NFKC').replace(/株式会社|有限会社|\(株\)/g, ' '))
    .replace(/['’`´]/g, '')
    .replace(/\bkg a\. ?a\.?/g, folded('KGaA'))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  let words = joinLetters(all).filter((word, at, every) => at === 0 || at === every.length - 1 || !joins.has(word));
  const forms: string[] = [];
  for (let next = mostSpecific(formsIn(words)); next; next = mostSpecific(formsIn(words))) {
    words = words.toSpliced(next.at, next.words.length);
    forms.push(next.form);
  }
  while (words.length > 1 && address.has(words[0] ?? '')) words = words.slice(1);
  return { words, forms: [...new Set(forms)].sort() };
}

/** One spelling for each company name: without legal form, case, diacritics and punctuation. Empty where the text has no letter or digit. */
export const nameKey = (text: string): string => companyName(text).words.join(' ');

/**
 * How alike two names are, 0 to 1. Legal forms do not count, except that two names alike but for their form (`Kessler AG`, `Kessler GmbH`) are a
 * little less than the same.
 */
export const nameLikeness = (left: string, right: string): number => likenessOf(companyName(left), companyName(right));

/** The same for names that were read before: reading one costs more than comparing two. */
export function likenessOf(a: CompanyName, b: CompanyName): number {
  const [one, other] = [a.words.join(' '), b.words.join(' ')];
  if (!one || !other) return 0;
  const formsDiffer = a.forms.length > 0 && b.forms.length > 0 && a.forms.join() !== b.forms.join();
  const toll = formsDiffer ? 0.05 : 0;
  if (one === other) return 1 - toll;
  const sorted = (words: readonly string[]) => [...words].sort().join('');
  if (one.replaceAll(' ', '') === other.replaceAll(' ', '')) return 0.98 - toll;
  if (sorted(a.words) === sorted(b.words)) return 0.95 - toll;
  const byLetters = 1 - distance(one, other) / Math.max(one.length, other.length);
  // A whole word more on one side: `Kessler` and `Kessler Anlagenbau`.
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const within = short.length > 3 && ` ${long} `.includes(` ${short} `) ? 0.75 : 0;
  return Math.max(byLetters, within, 0) * 0.94 - toll;
}

/** The longest word of a name's key, for a search by one word: the others may be short, or spelled otherwise there. */
export const longestWord = (name: string | undefined): string | null =>
  nameKey(name ?? '')
    .split(' ')
    .sort((left, right) => right.length - left.length)[0] || null;
