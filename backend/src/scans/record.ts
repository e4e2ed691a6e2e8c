import { z } from 'zod';
import type { ListedCompany } from '../crm/contract/index.ts';
import type { ListedCustomer } from '../erp/contract/schemas.ts';
import { type CompanyName, companyName } from '../erp/kit/company-name.ts';
import { companyDomain, emailKey } from '../erp/kit/email.ts';
import { withoutMarks } from '../erp/kit/fold.ts';
import { countryCode } from './country.ts';

export const sides = ['crm', 'erp'] as const;
export type Side = (typeof sides)[number];
const text = z.string().nullable();
/** What a record is compared by and shown with. */
export const factsSchema = z.object({
  /** Of the ERP: its own. Of the CRM: what stands in the mapped field. */
  number: text,
  vatId: text,
  registration: text,
  country: text,
  street: text,
  postalCode: text,
  city: text,
  phone: text,
  emails: z.array(z.string()),
  domains: z.array(z.string()),
  lastOrderOn: text,
});
export type Facts = z.infer<typeof factsSchema>;
export type Entry = { side: Side; id: string; name: string; facts: Facts };

/** A record may have hundreds of addresses; the first tell whose it is. */
const MOST_EMAILS = 10;
const present = (value: string | null | undefined): string | null => value?.trim() || null;
function addressesOf(emails: readonly string[] | undefined, domain: string | null) {
  const addresses = [...new Set((emails ?? []).flatMap((each) => emailKey(each) ?? []))].slice(0, MOST_EMAILS);
  const domains = [...new Set([domain, ...addresses].flatMap((each) => companyDomain(each) ?? []))];
  return { emails: addresses, domains };
}

export const companyEntry = (company: ListedCompany): Entry => ({
  side: 'crm',
  id: company.id,
  name: company.name,
  facts: {
    number: present(company.erpNumber),
    vatId: present(company.vatId),
    registration: present(company.registrationNumber),
    country: present(company.country),
    street: present(company.street),
    postalCode: present(company.postalCode),
    city: present(company.city),
    phone: present(company.phone),
    ...addressesOf(company.emails, company.domain),
    lastOrderOn: null,
  },
});
export const customerEntry = (customer: ListedCustomer): Entry => ({
  side: 'erp',
  id: customer.id,
  name: customer.name,
  facts: {
    number: present(customer.number),
    vatId: present(customer.vatId),
    registration: present(customer.registrationNumber),
    country: present(customer.country),
    street: present(customer.street),
    postalCode: present(customer.postalCode),
    city: present(customer.city),
    phone: null,
    ...addressesOf(customer.emails, null),
    lastOrderOn: customer.lastOrderOn ?? null,
  },
});

/** An entry with what its comparisons need, worked out once. */
export type Compared = Entry & {
  parsed: CompanyName;
  country: string | null;
  city: string | null;
  postalCode: string | null;
  /** Letters of the street, and its numbers. */
  street: string | null;
  houses: readonly string[];
};
const plain = (value: string | null): string | null =>
  (value && withoutMarks(value).replace(/[^\p{L}\p{N}]+/gu, '')) || null;
export const compared = (entry: Entry): Compared => ({
  ...entry,
  parsed: companyName(entry.name),
  country: countryCode(entry.facts.country),
  city: plain(entry.facts.city),
  postalCode: plain(entry.facts.postalCode)?.replace(/^[a-z]{1,2}(?=\d)/, '') ?? null,
  street: plain(entry.facts.street?.replace(/\d.*$/, '') ?? null)?.replace(/(?:strasse|str)$/, '') || null,
  houses: entry.facts.street?.match(/\d+/g) ?? [],
});
