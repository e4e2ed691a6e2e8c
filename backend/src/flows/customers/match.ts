import type { ErpCustomer } from '@backroom/shared';
import type { CrmCompany } from '../../crm/contract/index.ts';
import type { CustomerKeys } from '../../erp/contract/schemas.ts';
import { EXACT, likelier, type Match, matchOf, type Reason, scoreOf } from '../../erp/kit/customer-match.ts';
import { companyDomain, emailKey } from '../../erp/kit/email.ts';

export type Candidate = { customer: ErpCustomer; score: number; why: string[] };
/** One question to the ERP, and what an answer to it is worth that our own comparison cannot see: an ERP customer shows no addresses. */
export type Question = { keys: CustomerKeys; trusted: Reason | null };
const SHOWN = 10;

/** A question for each key of the company, so that no key's answer is lost among those of another. A free mail domain is no key. */
export function questionsOf(company: CrmCompany, emails: readonly (string | null)[]): Question[] {
  const questions: Question[] = [];
  const country = company.country ? { country: company.country } : {};
  if (company.erpNumber) questions.push({ keys: { erpNumber: company.erpNumber }, trusted: null });
  if (company.vatId) questions.push({ keys: { vatId: company.vatId, ...country }, trusted: null });
  if (company.registrationNumber)
    questions.push({ keys: { registrationNumber: company.registrationNumber }, trusted: 'registration_number' });
  const addresses = new Set(emails.map(emailKey).filter((each) => each !== null));
  for (const email of [...addresses].slice(0, 5)) questions.push({ keys: { email }, trusted: 'email' });
  const domains = new Set([company.domain, ...addresses].map(companyDomain).filter((each) => each !== null));
  for (const emailDomain of [...domains].slice(0, 3))
    questions.push({ keys: { emailDomain }, trusted: 'email_domain' });
  if (company.name.trim()) questions.push({ keys: { name: company.name }, trusted: null });
  return questions;
}

/**
 * The ERP's answers as candidates, the likeliest first. A person decides; nothing is linked by score alone. A customer that has no key of the company
 * and no similar name is left out, whatever the ERP thinks of it; an exact key leaves the merely similar out.
 */
export function rank(
  company: CrmCompany,
  questions: readonly Question[],
  answers: readonly (readonly ErpCustomer[])[],
): Candidate[] {
  const { name, vatId, erpNumber, country } = company;
  const keys: CustomerKeys = {
    name,
    ...(vatId ? { vatId } : {}),
    ...(erpNumber ? { erpNumber } : {}),
    ...(country ? { country } : {}),
  };
  const found = new Map<string, { customer: ErpCustomer; match: Match }>();
  for (const [index, { trusted }] of questions.entries()) {
    for (const customer of answers[index] ?? []) {
      const match = found.get(customer.id)?.match ?? matchOf(keys, { ...customer, emails: [] });
      const why = trusted === null || match.why.includes(trusted) ? match.why : [...match.why, trusted];
      found.set(customer.id, { customer, match: { ...match, why, score: scoreOf(why, match.likeness) } });
    }
  }
  const all = [...found.values()]
    .filter(({ match }) => match.why.length > 0)
    .sort((left, right) => likelier(left.match, right.match));
  const exact = all.filter(({ match }) => match.score >= EXACT);
  return (exact.length > 0 ? exact : all)
    .slice(0, SHOWN)
    .map(({ customer, match: { score, why } }) => ({ customer, score, why }));
}
