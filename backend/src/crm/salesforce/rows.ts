import { cleanText, currencySchema, dateSchema, parseDecimal } from '@backroom/shared';
import type { CrmAddress, CrmCompany, CrmContact, CrmLine, RecordWish } from '../contract/index.ts';
import type { Row } from './client.ts';

/** Text of a field without the characters that no database takes, numbers as they were sent; null where it is empty, hidden, or not in this org. */
export function text(row: Row | null | undefined, name: string): string | null {
  if (!row) return null;
  const value = row[name] ?? Object.entries(row).find(([key]) => key.endsWith(`__${name}`))?.[1];
  return typeof value === 'string' ? cleanText(value).trim() || null : null;
}
/** A mapped field as text: a checkbox is `true` or `false`. */
export function valueText(row: Row | null | undefined, name: string): string | null {
  const value = row?.[name] ?? Object.entries(row ?? {}).find(([key]) => key.endsWith(`__${name}`))?.[1];
  return typeof value === 'boolean' ? String(value) : text(row, name);
}
export function related(row: Row | null | undefined, name: string): Row | null {
  const value = row?.[name];
  return typeof value === 'object' && value !== null ? (value as Row) : null;
}
/** `4.0` is what other CRMs call `4`; null for what is no number that we can hold. */
export function number(row: Row, name: string) {
  const written = text(row, name);
  return written === null ? null : parseDecimal(written);
}
export const currency = (row: Row | null, name = 'CurrencyIsoCode') =>
  currencySchema.safeParse(text(row, name)).data ?? null;
export const date = (row: Row, name: string) => dateSchema.safeParse(text(row, name)).data ?? null;

const hostOf = (website: string | null): string | null => {
  if (website === null) return null;
  const url = URL.parse(/^https?:\/\//i.test(website) ? website : `https://${website}`);
  return url?.hostname.replace(/^www\./, '') || null;
};

/** `CountryCode` is there where the org keeps countries as a list. */
export function addressFields(prefix: 'Billing' | 'Shipping'): string[] {
  return ['Street', 'PostalCode', 'City', 'Country', 'CountryCode'].map((part) => `${prefix}${part}`);
}
const address = (row: Row, prefix: 'Billing' | 'Shipping') => ({
  street: text(row, `${prefix}Street`),
  postalCode: text(row, `${prefix}PostalCode`),
  city: text(row, `${prefix}City`),
  country: text(row, `${prefix}CountryCode`) ?? text(row, `${prefix}Country`),
});
type Address = ReturnType<typeof address>;
const sameAddress = (left: Address, right: Address) =>
  (['street', 'postalCode', 'city', 'country'] as const).every(
    (part) =>
      (left[part] ?? '').toLowerCase().replace(/\s+/g, ' ') === (right[part] ?? '').toLowerCase().replace(/\s+/g, ' '),
  );
/** A quote copies the account's addresses when it is made: only what was then changed on it is about this deal. */
export function placeOf(quote: Row | null, account: Row | null, prefix: 'Billing' | 'Shipping'): CrmAddress | null {
  if (!quote) return null;
  const to = address(quote, prefix);
  if (Object.values(to).every((part) => part === null)) return null;
  const known = account ? [address(account, 'Billing'), address(account, 'Shipping')] : [];
  return known.some((each) => sameAddress(each, to)) ? null : { name: text(quote, `${prefix}Name`), ...to };
}
/** Fields that an admin may have made for what the customer said of the order; on the quote first. */
export const orderFields = ['Backroom_PO_Number__c', 'Backroom_Requested_Date__c'];
export function orderDetails(quote: Row | null, deal: Row): { poNumber?: string; requestedDate?: string } {
  const poNumber = text(quote, 'Backroom_PO_Number__c') ?? text(deal, 'Backroom_PO_Number__c');
  const wanted = (quote && date(quote, 'Backroom_Requested_Date__c')) ?? date(deal, 'Backroom_Requested_Date__c');
  return { ...(poNumber ? { poNumber } : {}), ...(wanted ? { requestedDate: wanted } : {}) };
}

const ownFields = [
  'Name',
  'Website',
  'Phone',
  ...addressFields('Billing'),
  ...addressFields('Shipping'),
  'IsPersonAccount',
  'PersonEmail',
  'Backroom_Customer_Number__c',
  'Backroom_VAT_Id__c',
];
/** Fields of the account, with those that this org keeps the customer number and VAT id in. */
export const accountFields = (wish: RecordWish): string[] => [...ownFields, ...chosenAccountFields(wish)];
/** Fields of the account that the org's admin chose. */
export const chosenAccountFields = ({ names = {}, companyFields = [] }: RecordWish): string[] => [
  ...Object.values(names).filter((name) => name !== undefined),
  ...companyFields,
];
/** The account's shipping address, where it is another one. */
function shipToOf(row: Row): Pick<CrmCompany, 'shipTo'> {
  const to = address(row, 'Shipping');
  const isEmpty = Object.values(to).every((part) => part === null);
  return isEmpty || sameAddress(to, address(row, 'Billing')) ? {} : { shipTo: to };
}
/** A person account is a company with the person's name; its e-mail is the contact's. */
export const toCompany = (row: Row, { names = {}, companyFields = [] }: RecordWish): CrmCompany => ({
  id: text(row, 'Id') ?? '',
  name: text(row, 'Name') ?? '',
  domain: hostOf(text(row, 'Website')),
  vatId: text(row, names.vatId ?? 'Backroom_VAT_Id__c'),
  erpNumber: text(row, names.erpNumber ?? 'Backroom_Customer_Number__c'),
  phone: text(row, 'Phone'),
  ...address(row, 'Billing'),
  ...shipToOf(row),
  ...(names.registrationNumber ? { registrationNumber: text(row, names.registrationNumber) } : {}),
  ...(companyFields.length > 0
    ? { fields: Object.fromEntries(companyFields.map((name) => [name, valueText(row, name)])) }
    : {}),
});
export const personOf = (account: Row | null): CrmContact[] =>
  account?.IsPersonAccount === true
    ? [{ id: text(account, 'Id') ?? '', name: text(account, 'Name') ?? '', email: text(account, 'PersonEmail') }]
    : [];
export const toContact = (row: Row): CrmContact => ({
  id: text(row, 'Id') ?? '',
  name: text(row, 'Name') ?? '',
  email: text(row, 'Email'),
  phone: text(row, 'Phone'),
  ...(text(row, 'Title') ? { role: text(row, 'Title') } : {}),
});
export const lineNumbers = ['Quantity', 'UnitPrice', 'Discount', 'TotalPrice'];
export const lineFields = [...lineNumbers, 'SortOrder', 'Description', 'CurrencyIsoCode', 'Product2Id'];
/** Opportunity and quote lines have the same shape: sales price less a discount in percent, the code on the product. `total` is what Salesforce shows. */
export function toLine(row: Row, { lineNames = {} }: Pick<RecordWish, 'lineNames'> = {}): CrmLine {
  const product = related(row, 'Product2');
  // An own field may be the line's or its product's.
  const own = (name: string) => text(row, name) ?? text(product, name);
  return {
    id: text(row, 'Id') ?? '',
    code: lineNames.code ? own(lineNames.code) : text(product, 'ProductCode'),
    name: text(product, 'Name') ?? text(row, 'Description') ?? '',
    quantity: number(row, 'Quantity'),
    unitPrice: number(row, 'UnitPrice'),
    discountPercent: number(row, 'Discount'),
    discountAmount: null,
    currency: currency(row),
    total: number(row, 'TotalPrice'),
    ...(lineNames.unit ? { unit: own(lineNames.unit) } : {}),
  };
}
