import { distance } from 'fastest-levenshtein';
import { likenessOf } from '../erp/kit/company-name.ts';
import { scoreOf } from '../erp/kit/customer-match.ts';
import { sameVatId } from '../erp/kit/vat.ts';
import type { Compared } from './record.ts';

export const reasons = ['erp_number', 'vat_id', 'registration', 'email', 'email_domain', 'name', 'place'] as const;
export type PairReason = (typeof reasons)[number];
/** What speaks against it that two records are one company. */
export const objections = ['vat_id', 'registration', 'erp_number', 'country', 'place', 'name', 'form'] as const;
export type Objection = (typeof objections)[number];
/** `score`: 0 to 100, for the order of what a person looks at. */
export type Judged = {
  why: PairReason[];
  against: Objection[];
  score: number;
  likeness: number;
  /** Both names have a legal form, and the same one. */
  sameForm: boolean;
};

/** Keys that name a company, and not a person or a group of companies. */
const identifying: ReadonlySet<PairReason> = new Set(['erp_number', 'vat_id', 'registration']);
export const isIdentified = ({ why }: { why: readonly PairReason[] }): boolean =>
  why.some((each) => identifying.has(each));

/** Below this, two names have no more than a word in common. */
const UNLIKE = 0.6;
/** A name that a person would take for the same. */
const ALIKE = 0.75;
const PER_OBJECTION = 15;
const PLACE = 10;

const key = (text: string | null): string | null => text?.replace(/[\s./-]+/g, '').toLowerCase() || null;
const both = (left: string | null, right: string | null): boolean => left !== null && right !== null;
/** More than a typing error apart. */
const unlike = (left: string, right: string): boolean =>
  distance(left, right) > Math.max(1, Math.floor(Math.min(left.length, right.length) / 4));
const shared = (left: readonly string[], right: readonly string[]): boolean =>
  left.some((each) => right.includes(each));

/** Words that number companies of one group: `Solarpark 2`, `Nordwind III`. */
const numerals = ({ words }: Compared['parsed']): string =>
  words.filter((word) => /\d/.test(word) || /^[ivx]{1,4}$/.test(word)).join(' ');

/** `same`: a postal code or city says so. `other`: they differ, or the streets do. */
function placeOf(left: Compared, right: Compared): 'same' | 'other' | 'unknown' {
  if (both(left.postalCode, right.postalCode) && left.postalCode !== right.postalCode) return 'other';
  const samePostal = both(left.postalCode, right.postalCode);
  if (!samePostal && !both(left.city, right.city)) return 'unknown';
  if (!samePostal && left.city !== right.city) return 'other';
  const houses = left.houses.length > 0 && right.houses.length > 0;
  if (houses && !shared(left.houses, right.houses)) return 'other';
  return left.street !== null && right.street !== null && unlike(left.street, right.street) ? 'other' : 'same';
}

/** Compares two records by everything that both have. Pure and symmetric. */
export function judge(left: Compared, right: Compared): Judged {
  const [a, b] = [left.facts, right.facts];
  const why: PairReason[] = [];
  const against: Objection[] = [];
  const sameNumber = both(a.number, b.number) && key(a.number) === key(b.number);
  if (sameNumber) why.push('erp_number');
  // An ERP number says nothing within the ERP: every customer has its own.
  else if (both(a.number, b.number) && !(left.side === 'erp' && right.side === 'erp')) against.push('erp_number');
  const vat = both(a.vatId, b.vatId);
  const sameVat =
    vat && sameVatId({ vatId: a.vatId, country: left.country }, { vatId: b.vatId, country: right.country });
  if (sameVat) why.push('vat_id');
  else if (vat) against.push('vat_id');
  if (both(a.registration, b.registration))
    (key(a.registration) === key(b.registration) ? why : against).push('registration');
  if (shared(a.emails, b.emails)) why.push('email');
  if (shared(a.domains, b.domains)) why.push('email_domain');
  if (both(left.country, right.country) && left.country !== right.country) against.push('country');
  const place = placeOf(left, right);
  if (place === 'other') against.push('place');
  const likeness = likenessOf(left.parsed, right.parsed);
  if (likeness >= UNLIKE) why.push('name');
  if (likeness < UNLIKE || numerals(left.parsed) !== numerals(right.parsed)) against.push('name');
  const forms = [left.parsed.forms.join(), right.parsed.forms.join()];
  if (forms[0] && forms[1] && forms[0] !== forms[1]) against.push('form');
  if (place === 'same') why.push('place');
  const points = scoreOf(
    why.flatMap((each) => (each === 'registration' ? ['vat_id' as const] : each === 'place' ? [] : [each])),
    likeness,
  );
  const score = points + (place === 'same' && points < 90 ? PLACE : 0) - against.length * PER_OBJECTION;
  return {
    why,
    against,
    score: Math.min(100, Math.max(0, score)),
    likeness,
    sameForm: Boolean(forms[0]) && forms[0] === forms[1],
  };
}

/**
 * Whether a pair may be linked without a look at it: a key that names the company, nothing against it, and a name that is alike. A VAT id or registration may
 * be that of a group and its branches, so place and legal form have to be the same too. The caller sees to it that no other record has the key.
 */
export function isCertain({ why, against, likeness, sameForm }: Judged): boolean {
  if (against.length > 0) return false;
  if (why.includes('erp_number')) return likeness >= UNLIKE;
  return isIdentified({ why }) && likeness >= ALIKE && sameForm && why.includes('place');
}

/** The least score of what a person is shown, for a pair across both sides and for two records of one. */
const LEAST = { across: 64, within: 75 } as const;
export function isWorthALook(left: Compared, right: Compared, { why, score, against }: Judged): boolean {
  if (left.side === right.side)
    return (
      why.includes('erp_number') || (score >= LEAST.within && !against.includes('name') && !against.includes('vat_id'))
    );
  return score >= LEAST.across || isIdentified({ why }) || why.includes('email');
}
