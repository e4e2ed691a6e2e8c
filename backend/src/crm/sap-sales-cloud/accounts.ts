import type {
  CrmAddress,
  CrmCall,
  CrmCompany,
  CrmContact,
  CrmRecord,
  ListedCompany,
  RecordWish,
} from '../contract/index.ts';
import { CrmError } from '../contract/index.ts';
import type { SalesCloudClient } from './client.ts';
import { isKind } from './errors.ts';
import { fieldNames, VAT_ID } from './fields.ts';
import { plainText } from './items.ts';
import { type Account, accountSchema, type Contact, contactSchema, filled, isUuid, type Party } from './schemas.ts';
import { contactsOf, paths } from './unproved.ts';

type Wish = Pick<RecordWish, 'names' | 'companyFields'>;
/** Contacts are for finding the customer by e-mail; more than a few add nothing. */
const CONTACTS = 20;
/** Fields of an account itself that an admin may choose for the customer's number. */
const standard = ['defaultExternalCustomerId', 'defaultExternalBusinessPartnerId', 'displayId'] as const;

function chosen(row: Account, name: string): string | null {
  const own = standard.find((each) => each === name);
  return own ? filled(row[own]) : plainText(row.extensions?.[name]);
}
/** Extension fields that an admin chose. */
export const chosenNames = ({ names = {}, companyFields = [] }: Wish): string[] =>
  [...Object.values(names).filter((name): name is string => name !== undefined), ...companyFields].filter(
    (name) => !standard.some((each) => each === name),
  );
const hostOf = (website: string | null): string | null => {
  if (website === null) return null;
  const url = URL.parse(/^https?:\/\//i.test(website) ? website : `https://${website}`);
  return url?.hostname.replace(/^www\./, '') || null;
};
function placeOf({ defaultAddress: at }: Account) {
  const street = [filled(at?.streetName), filled(at?.houseId)].filter((each) => each !== null).join(' ');
  return {
    street: street || null,
    postalCode: filled(at?.postalCode),
    city: filled(at?.cityName),
    country: filled(at?.country),
  };
}
const accountName = (row: Account): string => filled(row.formattedName) ?? filled(row.firstLineName) ?? '';

export function toCompany(row: Account, { names = {}, companyFields = [] }: Wish): CrmCompany {
  const at = row.defaultCommunication;
  return {
    id: row.id,
    name: accountName(row),
    domain: hostOf(filled(at?.web)),
    vatId: chosen(row, names.vatId ?? VAT_ID),
    erpNumber:
      chosen(row, names.erpNumber ?? fieldNames.erpCustomerNumber) ??
      // Where SAP's own integration keeps the number of the ERP.
      (names.erpNumber
        ? null
        : (filled(row.defaultExternalCustomerId) ?? filled(row.defaultExternalBusinessPartnerId))),
    phone: filled(at?.phoneFormattedNumber) ?? filled(at?.phoneNormalisedNumber),
    ...placeOf(row),
    ...(names.registrationNumber ? { registrationNumber: chosen(row, names.registrationNumber) } : {}),
    ...(companyFields.length > 0
      ? { fields: Object.fromEntries(companyFields.map((name) => [name, chosen(row, name)])) }
      : {}),
  };
}
export const toAddress = (row: Account): CrmAddress => ({ name: accountName(row) || null, ...placeOf(row) });
export function toContact(row: Contact): CrmContact {
  const name = [filled(row.givenName), filled(row.familyName)].filter((each) => each !== null).join(' ');
  return {
    id: row.id,
    name: filled(row.formattedName) ?? name,
    email: filled(row.eMail) ?? filled(row.defaultCommunication?.eMail),
    phone: filled(row.defaultCommunication?.phoneFormattedNumber),
  };
}
/** An account that is a person has no contacts: it is its own. */
export function personIn(row: Account): CrmContact[] {
  const email = filled(row.defaultCommunication?.eMail);
  return row.isNaturalPerson === true && email !== null ? [{ id: row.id, name: accountName(row), email }] : [];
}
/** Whether a document's party is the company itself, and stands there with another address. */
export function isElsewhere(party: Party, company: CrmCompany): boolean {
  const written = filled(party?.formattedPostalAddress)?.toLowerCase();
  const known = company.postalCode ?? company.city;
  return written !== undefined && known !== null && !written.includes(known.toLowerCase());
}

export function accountReader(client: SalesCloudClient) {
  const account = (id: string, call: CrmCall): Promise<Account> => client.one(paths.accounts, id, accountSchema, call);
  async function contacts(id: string, call: CrmCall): Promise<CrmContact[]> {
    const { rows } = await client.page(paths.contacts, { filter: contactsOf(id), top: CONTACTS }, contactSchema, call);
    return rows.map(toContact);
  }
  return {
    account,
    contacts,
    async company(id: string, call: CrmCall & Wish): Promise<CrmRecord> {
      if (!isUuid(id)) throw new CrmError('not_found', `no account has the id ${id}`);
      const row = await account(id.toLowerCase(), call);
      const company = toCompany(row, call);
      const people = await contacts(company.id, call).catch((error: unknown) => {
        // Without the right to contacts the company is still the company.
        if (isKind(error, 'refused', 'not_found')) return [];
        throw error;
      });
      return { type: 'company', id: company.id, name: company.name, company, contacts: [...personIn(row), ...people] };
    },
  };
}
export type AccountReader = ReturnType<typeof accountReader>;

const PAGE = 200;
/** Every account in the order of its id; a page goes on after the last one of the page before it. */
export function companyLister(client: SalesCloudClient) {
  return async ({ cursor }: { cursor: string | null }, call: CrmCall & Wish) => {
    if (cursor !== null && !isUuid(cursor)) throw new CrmError('refused', 'not a cursor of ours');
    const query = { orderBy: 'id', top: PAGE, ...(cursor === null ? {} : { filter: `id gt '${cursor}'` }) };
    const { rows, count } = await client.page(paths.accounts, query, accountSchema, call);
    const companies = rows.map((row): ListedCompany => {
      const email = filled(row.defaultCommunication?.eMail);
      return { ...toCompany(row, call), emails: email ? [email] : [] };
    });
    const last = rows.at(-1)?.id ?? null;
    if (rows.length < count && (last === null || last === cursor))
      throw new CrmError('drift', 'SAP Sales Cloud: the list of accounts does not go on');
    return { companies, cursor: rows.length < count ? last : null };
  };
}
