import type { ErpCustomer } from '@backroom/shared';
import { distance } from 'fastest-levenshtein';
import type { CrmCompany } from '../../crm/contract/index.ts';

const bare = (text: string) => text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
/** Legal forms say nothing about who somebody is. */
const legal = /\b(gmbh|co|kg|ag|sarl|sas|sa|eg|ltd|inc|llc|bv|nv|ab|oy|as|spa|srl)\b/g;
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(legal, '')
    .replace(/\s+/g, ' ')
    .trim();

export type Candidate = { customer: ErpCustomer; score: number; why: string[] };

/** How likely it is the same company: exact keys first, names by similarity. A person decides; nothing is linked by score alone. */
export function scoreOf(company: CrmCompany, customer: ErpCustomer): Candidate {
  const why: string[] = [];
  if (company.erpNumber && company.erpNumber === customer.number) why.push('erp_number');
  if (company.vatId && customer.vatId && bare(company.vatId) === bare(customer.vatId)) why.push('vat_id');
  const [left, right] = [plain(company.name), plain(customer.name)];
  const likeness = left && right ? 1 - distance(left, right) / Math.max(left.length, right.length) : 0;
  const begins = left.length > 3 && (right.startsWith(left) || left.startsWith(right));
  if (likeness > 0.6 || begins) why.push('name');
  const byName = Math.round(100 * Math.max(likeness, begins ? 0.75 : 0) * 0.8);
  const exact = why.includes('erp_number') ? 100 : why.includes('vat_id') ? 98 : 0;
  return {
    customer,
    score: Math.max(exact, byName, why.length === 0 ? 40 : 0),
    why: why.length > 0 ? why : ['email_domain'],
  };
}
/** Best first; an exact key leaves the merely similar out. */
export function rank(company: CrmCompany, customers: readonly ErpCustomer[]): Candidate[] {
  const all = customers.map((customer) => scoreOf(company, customer)).sort((left, right) => right.score - left.score);
  const exact = all.filter(({ score }) => score >= 98);
  return (exact.length > 0 ? exact : all).slice(0, 10);
}
