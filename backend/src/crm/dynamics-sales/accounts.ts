import type { CrmCall, CrmCompany, CrmContact, CrmRecord, ListedCompany, RecordWish } from '../contract/index.ts';
import { CrmError } from '../contract/index.ts';
import type { DataverseClient, Row } from './client.ts';
import type { Columns, Describer } from './describe.ts';
import { chosenOf, idOf, selected, text, valueText } from './rows.ts';
import { names as columnNames, VAT_ID } from './solution.ts';

type Wish = Pick<RecordWish, 'names' | 'companyFields'>;
const address = ['line1', 'line2', 'postalcode', 'city', 'country'];
const standard = [
  ...['name', 'accountnumber', 'websiteurl', 'telephone1', 'emailaddress1', 'merged', '_masterid_value'],
  ...['address1', 'address2'].flatMap((prefix) => address.map((part) => `${prefix}_${part}`)),
];
const contactColumns = ['fullname', 'emailaddress1', 'telephone1', 'jobtitle'];
export const contactSelect = `$select=${contactColumns.join(',')}`;
/** A winner may have lost later: the chain is followed so far. */
const LONGEST_CHAIN = 10;
const CONTACTS = 20;
const MERGED = 50;

/** Columns that an admin has chosen. */
export const chosenNames = ({ names = {}, companyFields = [] }: Wish): string[] => [
  ...Object.values(names).filter((name): name is string => name !== undefined),
  ...companyFields,
];
export function accountSelect(columns: Columns | null, wish: Wish): string {
  const ours = [columnNames.erpCustomerNumber, VAT_ID];
  return `$select=${[...new Set([...standard, ...chosenOf(columns, [...ours, ...chosenNames(wish)])])].join(',')}`;
}
const hostOf = (website: string | null): string | null => {
  if (website === null) return null;
  const url = URL.parse(/^https?:\/\//i.test(website) ? website : `https://${website}`);
  return url?.hostname.replace(/^www\./, '') || null;
};
const placeOf = (row: Row, prefix: string) => ({
  street:
    [text(row, `${prefix}_line1`), text(row, `${prefix}_line2`)].filter((each) => each !== null).join('\n') || null,
  postalCode: text(row, `${prefix}_postalcode`),
  city: text(row, `${prefix}_city`),
  country: text(row, `${prefix}_country`),
});
export function toCompany(row: Row, columns: Columns | null, wish: Wish): CrmCompany {
  const { names = {}, companyFields = [] } = wish;
  const chosen = (name: string) => valueText(row, selected(columns, name) ?? name);
  const second = placeOf(row, 'address2');
  return {
    id: idOf(row, 'accountid'),
    name: text(row, 'name') ?? '',
    domain: hostOf(text(row, 'websiteurl')),
    vatId: chosen(names.vatId ?? VAT_ID),
    erpNumber: chosen(names.erpNumber ?? columnNames.erpCustomerNumber),
    phone: text(row, 'telephone1'),
    ...placeOf(row, 'address1'),
    ...(Object.values(second).some((part) => part !== null) ? { shipTo: second } : {}),
    ...(names.registrationNumber ? { registrationNumber: chosen(names.registrationNumber) } : {}),
    ...(companyFields.length > 0
      ? { fields: Object.fromEntries(companyFields.map((name) => [name, chosen(name)])) }
      : {}),
  };
}
export const toContact = (row: Row): CrmContact => ({
  id: idOf(row, 'contactid'),
  name: text(row, 'fullname') ?? '',
  email: text(row, 'emailaddress1'),
  phone: text(row, 'telephone1'),
  ...(text(row, 'jobtitle') ? { role: text(row, 'jobtitle') } : {}),
});
export const contactsPath = (account: string): string =>
  `contacts?${contactSelect}&$filter=_parentcustomerid_value eq ${account} and statecode eq 0&$orderby=createdon`;

/** Contacts are for finding the customer by e-mail; more than a few add nothing, and a first page holds them. */
export const firstContacts = (rows: readonly Row[]): CrmContact[] => rows.slice(0, CONTACTS).map(toContact);

/** An account with its contacts. One that was merged away answers as the one that it went into. */
export function companyReader(client: DataverseClient, describe: Describer) {
  return async function company(id: string, call: CrmCall & RecordWish, steps = 0): Promise<CrmRecord> {
    const columns = await describe.columns('account', call);
    const merged = `accounts?$select=accountid&$filter=_masterid_value eq ${id} and merged eq true`;
    const found = await client.read(
      {
        account: { path: `accounts(${id})?${accountSelect(columns, call)}` },
        contacts: { path: contactsPath(id) },
        merged: { path: merged },
      },
      call,
    );
    if (found.account.error) throw found.account.error;
    const [row] = found.account.rows;
    if (!row) throw new CrmError('not_found', `no account ${id}`);
    const master = idOf(row, '_masterid_value');
    if (row.merged === true && master !== '') {
      if (steps >= LONGEST_CHAIN) throw new CrmError('drift', `account ${id}: merged in a circle`);
      return company(master, call, steps + 1);
    }
    const lost = found.merged.rows.slice(0, MERGED).map((each) => idOf(each, 'accountid'));
    const record = { ...toCompany(row, columns, call), ...(lost.length > 0 ? { mergedIds: lost } : {}) };
    return {
      type: 'company',
      id: record.id,
      name: record.name,
      company: record,
      contacts: firstContacts(found.contacts.rows),
    };
  };
}

const PAGE = 500;
/** Every account, page by page. A page is named by where Dataverse says that it begins. */
export function companyLister(client: DataverseClient, describe: Describer) {
  return async ({ cursor }: { cursor: string | null }, call: CrmCall & Wish) => {
    const columns = await describe.columns('account', call);
    if (cursor !== null && !cursor.startsWith('accounts?')) throw new CrmError('refused', 'not a cursor of ours');
    const first = `accounts?${accountSelect(columns, call)}&$filter=merged ne true&$orderby=accountid`;
    const { rows, next } = await client.page(cursor ?? first, call, PAGE);
    const companies = rows.map((row): ListedCompany => {
      const email = text(row, 'emailaddress1');
      return { ...toCompany(row, columns, call), emails: email ? [email] : [] };
    });
    return { companies, cursor: next };
  };
}
