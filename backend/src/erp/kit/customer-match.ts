import type { CustomerKeys } from '../contract/schemas.ts';
import { nameLikeness } from './company-name.ts';
import { companyDomain, emailKey } from './email.ts';
import { registrationKey } from './registration.ts';
import { sameVatId } from './vat.ts';

/** A customer as its ERP knows it. `emails`: its own and those of the people there. */
export type KnownCustomer = {
  number: string;
  name: string;
  vatId: string | null;
  country: string | null;
  emails: readonly string[];
  externalId?: string | null;
  registrationNumber?: string | null;
};
export type Reason =
  | 'erp_number'
  | 'vat_id'
  | 'registration_number'
  | 'external_id'
  | 'email'
  | 'email_domain'
  | 'name';
/** `score`: 0 to 100. `likeness`: of the names, for those that are equal otherwise. */
export type Match = { why: Reason[]; score: number; likeness: number };

/** Points of each exact key. Above `EXACT` nobody needs to see who is merely alike. */
const points = { erp_number: 100, vat_id: 98, registration_number: 97, external_id: 97, email: 92 } as const;
export const EXACT = 95;
/** Below this two names have a word or two in common, no more. */
const ALIKE = 0.6;
const BY_NAME = 80;
const BY_DOMAIN = 40;

const same = (left: string | null | undefined, right: string | undefined) =>
  Boolean(left && right && left.trim().toLowerCase() === right.trim().toLowerCase());
const isExact = (reason: Reason): reason is keyof typeof points => reason in points;

/** What reasons are worth together; `likeness` counts where `name` is among them. */
export function scoreOf(why: readonly Reason[], likeness: number): number {
  const exact = Math.max(0, ...why.filter(isExact).map((reason) => points[reason]));
  const name = why.includes('name') ? BY_NAME * likeness : 0;
  const domain = why.includes('email_domain') ? BY_DOMAIN : 0;
  return Math.round(Math.max(exact, name > 0 && domain > 0 ? name + 10 : Math.max(name, domain)));
}

/** Why a customer could be the company, and how likely that is. No reason: it could not. */
export function matchOf(keys: CustomerKeys, known: KnownCustomer): Match {
  const why: Reason[] = [];
  if (same(known.number, keys.erpNumber)) why.push('erp_number');
  if (sameVatId({ vatId: keys.vatId, country: keys.country }, known)) why.push('vat_id');
  const registration = registrationKey(keys.registrationNumber);
  if (registration !== null && registrationKey(known.registrationNumber) === registration)
    why.push('registration_number');
  if (same(known.externalId, keys.externalId)) why.push('external_id');
  const email = emailKey(keys.email);
  if (email !== null && known.emails.some((each) => emailKey(each) === email)) why.push('email');
  const domain = companyDomain(keys.emailDomain);
  if (domain !== null && known.emails.some((each) => companyDomain(emailKey(each)) === domain))
    why.push('email_domain');
  const likeness = keys.name ? nameLikeness(keys.name, known.name) : 0;
  if (likeness >= ALIKE) why.push('name');
  return { why, score: scoreOf(why, likeness), likeness };
}

/** The likelier first: by score, then by the number of reasons, then by name. */
export const likelier = (left: Match, right: Match): number =>
  right.score - left.score || right.why.length - left.why.length || right.likeness - left.likeness;
/** Those of the rows that could be the company, the likeliest first. */
export const ranked = <Row>(rows: Iterable<Row>, match: (row: Row) => Match): Row[] =>
  [...rows]
    .map((row) => ({ row, match: match(row) }))
    .filter(({ match: { why } }) => why.length > 0)
    .sort((left, right) => likelier(left.match, right.match))
    .map(({ row }) => row);
