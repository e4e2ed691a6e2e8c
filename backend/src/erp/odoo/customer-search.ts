import type { ErpCustomer } from '@backroom/shared';
import { z } from 'zod';
import type { CustomerKeys } from '../contract/schemas.ts';
import { nameKey } from '../kit/company-name.ts';
import { matchOf, ranked as rankedBy } from '../kit/customer-match.ts';
import { companyDomain, domainKey, emailKey } from '../kit/email.ts';
import { spellings } from '../kit/fold.ts';
import { registrationKey } from '../kit/registration.ts';
import { vatIdOf } from '../kit/vat.ts';
import { id, literal, maybe, recordIds, text } from '../transport/odoo/values.ts';
import { customerOf, type Partner, partnerSchema, partnerSpec } from './customers.ts';
import type { Session } from './session.ts';
import { readTree, type Spec } from './tree.ts';

const foundSchema = z.object({
  id,
  vat: text,
  email: text,
  company_registry: text.optional(),
  commercial_partner_id: maybe(partnerSchema),
});
type Found = z.output<typeof foundSchema>;
type Domain = unknown[];

const any = (leaves: readonly unknown[]): Domain => [...leaves.slice(1).map(() => '|'), ...leaves];
/** Joins domains that are one condition each. */
const anyOf = (domains: readonly Domain[]): Domain => [...domains.slice(1).map(() => '|'), ...domains.flat()];
const allOf = (domains: readonly Domain[]): Domain => [...domains.slice(1).map(() => '&'), ...domains.flat()];

const FOUND_AT_MOST = 25;
/** Of one question by one key: more than these have it in common, and are told apart by what else they are asked for. */
const READ_AT_MOST = 200;
/** Questions that share one search; more would make a domain that Odoo is slow at. */
const AT_ONCE = 50;

/** Odoo keeps a VAT number as it was typed, blanks and dots too: a wildcard between its signs finds them all. */
function byVat({ vatId, country }: CustomerKeys): Domain | null {
  const national = vatIdOf(vatId, country ?? null)?.national;
  return national ? [['vat', '=ilike', `%${[...national].join('%')}%`]] : null;
}
/** Kept as it was typed, as a VAT number is. */
function byRegistration({ registrationNumber }: CustomerKeys): Domain | null {
  const key = registrationKey(registrationNumber);
  return key ? [['company_registry', '=ilike', `%${[...key].map(literal).join('%')}%`]] : null;
}
function byNumber({ erpNumber }: CustomerKeys): Domain | null {
  const number = erpNumber?.trim();
  return number
    ? any([
        ['ref', '=ilike', literal(number)],
        ['id', 'in', recordIds([number])],
      ])
    : null;
}
function byEmail({ email }: CustomerKeys): Domain | null {
  const key = emailKey(email);
  return key ? [['email', 'ilike', literal(key)]] : null;
}
function byMailDomain({ emailDomain }: CustomerKeys): Domain | null {
  const domain = companyDomain(emailDomain);
  if (!domain) return null;
  const written = [domain, emailDomain?.trim().toLowerCase() ?? domain].filter((each) => domainKey(each) === domain);
  return any([...new Set(written)].map((each) => ['email', '=ilike', `%@${literal(each)}%`]));
}
const companies = any([
  ['parent_id', '=', false],
  ['is_company', '=', true],
]);
const named = (words: readonly string[]): Domain | null =>
  words.length === 0
    ? null
    : allOf([companies, ...words.map((word) => any(spellings(word).map((each) => ['name', 'ilike', literal(each)])))]);
const wordsOf = ({ name }: CustomerKeys): string[] =>
  nameKey(name ?? '')
    .split(' ')
    .filter(Boolean);
const byAllWords = (keys: CustomerKeys): Domain | null => named(wordsOf(keys));
/** For a name that is a word longer or shorter there, or mistyped in one. */
function byLongestWord(keys: CustomerKeys): Domain | null {
  const words = wordsOf(keys);
  const [longest] = [...words].sort((left, right) => right.length - left.length);
  return longest && (words.length > 1 || longest.length > 4)
    ? named([longest.slice(0, Math.max(4, longest.length - 2))])
    : null;
}

const foundSpec: Spec = { vat: {}, email: {}, commercial_partner_id: { fields: partnerSpec } };
async function read(session: Session, domain: Domain, spec: Spec, signal: AbortSignal): Promise<Found[]> {
  const asked = { model: 'res.partner', domain, spec, order: 'id', limit: READ_AT_MOST, signal };
  const rows = await readTree(session, foundSchema, asked);
  return rows ?? [];
}
/**
 * What each question finds by one key. Questions share a search until they would share its limit too: whoever has a thousand namesakes must not
 * displace what the others find.
 */
async function ask(
  session: Session,
  queries: readonly CustomerKeys[],
  by: (keys: CustomerKeys) => Domain | null,
  signal: AbortSignal,
): Promise<Found[][]> {
  const domains = queries.map(by);
  const spec = by === byRegistration ? { ...foundSpec, company_registry: {} } : foundSpec;
  const asked = domains.filter((domain) => domain !== null);
  if (asked.length === 0) return queries.map(() => []);
  if (asked.length > 1) {
    const together = await read(session, anyOf(asked), spec, signal);
    if (together.length < READ_AT_MOST) return queries.map(() => together);
  }
  const apart: Found[][] = [];
  for (const domain of domains) apart.push(domain === null ? [] : await read(session, domain, spec, signal));
  return apart;
}

/** Those of the rows that could be it, the likeliest first. A contact or an address stands for the company that it belongs to. */
function ranked(rows: readonly Found[], keys: CustomerKeys): Partner[] {
  const byCompany = Map.groupBy(
    rows.filter((row) => row.commercial_partner_id),
    (row) => row.commercial_partner_id?.id,
  );
  const candidates = [...byCompany.values()].flatMap((own) => {
    const partner = own[0]?.commercial_partner_id;
    return partner ? [{ partner, own }] : [];
  });
  return rankedBy(candidates, ({ partner, own }) =>
    matchOf(keys, {
      number: partner.ref ?? String(partner.id),
      name: partner.name ?? '',
      vatId: partner.vat ?? own.map((row) => row.vat).find((vat) => vat !== null) ?? null,
      country: partner.country_id?.code ?? null,
      registrationNumber: own.map((row) => row.company_registry).find((each) => each) ?? null,
      emails: own.flatMap((row) => row.email ?? []),
    }),
  )
    .slice(0, FOUND_AT_MOST)
    .map(({ partner }) => partner);
}

/** Everything that could be it, at most 25 a query: by each exact key in a search of its own, by mail domain and by name last. */
export async function searchCustomers(
  session: Session,
  queries: readonly CustomerKeys[],
  signal: AbortSignal,
): Promise<ErpCustomer[][]> {
  const results: ErpCustomer[][] = [];
  for (let at = 0; at < queries.length; at += AT_ONCE) {
    const some = queries.slice(at, at + AT_ONCE);
    const keys = [byNumber, byVat, byRegistration, byEmail, byMailDomain, byAllWords, byLongestWord];
    const found: Found[][][] = [];
    for (const by of keys) found.push(await ask(session, some, by, signal));
    for (const [index, query] of some.entries()) {
      const rows = new Map(found.flatMap((byKey) => byKey[index] ?? []).map((row) => [row.id, row]));
      const partners = ranked([...rows.values()], query);
      results.push(await Promise.all(partners.map((partner) => customerOf(session, partner, signal))));
    }
  }
  return results;
}
