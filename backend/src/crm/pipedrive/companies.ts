import {
  type CompaniesPage,
  type CrmCall,
  type CrmCompany,
  type CrmContact,
  CrmError,
  type RecordWish,
} from '../contract/index.ts';
import type { PipedriveClient } from './client.ts';
import type { FieldReader } from './fields.ts';
import { type FieldRow, type OrganizationRow, organizationSchema, type PersonRow } from './schemas.ts';
import { customText, filled, isFieldCode } from './values.ts';

/** Rows of a page of a scan. */
const PAGE = 100;
/** The account's fields that a company is recognised by. */
export type CompanyFields = {
  erpNumber: FieldRow | null;
  vat: FieldRow | null;
  phone: FieldRow | null;
  all: readonly FieldRow[];
};
export async function companyFieldsOf(fields: FieldReader, call: CrmCall): Promise<CompanyFields> {
  const [erpNumber, { vat, phone }, all] = await Promise.all([
    fields.of('company', 'erpCustomerNumber', call),
    fields.known(call),
    fields.rows('company', call),
  ]);
  return { erpNumber, vat, phone, all };
}
/** `https://www.nordwind.example/de` → `nordwind.example`. */
function domainOf(website: string | null | undefined): string | null {
  const text = filled(website);
  if (text === null) return null;
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  return url ? url.hostname.replace(/^www\./, '') || null : null;
}
/** Where an address was not understood by Pipedrive, its whole line is all there is. */
function streetOf({ address }: OrganizationRow): string | null {
  const { route, street_number, subpremise, value, locality, postal_code } = address ?? {};
  const street = [route, street_number, subpremise].flatMap((each) => filled(each) ?? []).join(' ');
  if (street !== '') return street;
  return filled(locality) === null && filled(postal_code) === null ? filled(value) : null;
}
export const chosenNames = ({ names = {}, companyFields = [] }: RecordWish): string[] => [
  ...new Set([...Object.values(names).filter((name) => name !== undefined), ...companyFields].filter(isFieldCode)),
];
export function toCompany(
  row: OrganizationRow,
  own: CompanyFields,
  { names = {}, companyFields = [] }: RecordWish,
): CrmCompany {
  const text = (code: string | undefined) =>
    code !== undefined && isFieldCode(code)
      ? customText(row, code, own.all.find((each) => each.field_code === code)?.options ?? [])
      : null;
  const { address } = row;
  const wanted = companyFields.filter(isFieldCode);
  return {
    id: row.id,
    name: row.name ?? '',
    domain: domainOf(row.website),
    vatId: text(names.vatId ?? own.vat?.field_code),
    erpNumber: text(names.erpNumber ?? own.erpNumber?.field_code),
    phone: text(own.phone?.field_code),
    street: streetOf(row),
    postalCode: filled(address?.postal_code),
    city: filled(address?.locality),
    country: filled(address?.country),
    ...(names.registrationNumber ? { registrationNumber: text(names.registrationNumber) } : {}),
    ...(wanted.length > 0 ? { fields: Object.fromEntries(wanted.map((code) => [code, text(code)])) } : {}),
  };
}
const first = (means: PersonRow['emails']): string | null =>
  filled((means?.find(({ primary }) => primary === true) ?? means?.[0])?.value);
export const toContact = ({ id, name, emails, phones, job_title }: PersonRow): CrmContact => ({
  id,
  name: name ?? '',
  email: first(emails),
  phone: first(phones),
  ...(filled(job_title) === null ? {} : { role: filled(job_title) }),
});

/** Organisations as Pipedrive lists them, by id, from the part of the budget that is left to scans. */
export const companyLister =
  (client: PipedriveClient, fields: FieldReader) =>
  async ({ cursor }: { cursor: string | null }, call: CrmCall & Pick<RecordWish, 'names'>): Promise<CompaniesPage> => {
    if (cursor !== null && !/^[\w+/=-]{1,500}$/.test(cursor)) throw new CrmError('refused', 'not a cursor of ours');
    const own = await companyFieldsOf(fields, call);
    const query = { limit: String(PAGE), sort_by: 'id', sort_direction: 'asc', ...(cursor === null ? {} : { cursor }) };
    const unhurried = { ...call, unhurried: true };
    const { rows, next } = await client.list('/api/v2/organizations', query, organizationSchema, unhurried);
    return { companies: rows.map((row) => toCompany(row, own, call)), cursor: next };
  };
