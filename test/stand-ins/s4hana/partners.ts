import { randomUUID } from 'node:crypto';
import { dateOf, time, today } from './amounts.ts';
import type { Row, Store } from './database.ts';
import { type Message, refused } from './errors.ts';
import { setNamed } from './metadata.ts';
import type { Context, Made } from './service.ts';
import type { Written } from './values.ts';

const END = '9999-12-31T00:00:00';
const roles = new Set(['FLCU00', 'FLCU01', 'BUP001', 'UKM000', 'FLVN00']);
const groupings = new Set(['', 'BP02', '0001']);
const countries = new Set(['DE', 'AT', 'CH', 'FR', 'NL', 'ES', 'US', 'GB', 'TR', 'IT', 'PL', 'BE', 'JP']);
const wrong = (code: string, EN: string, DE: string) => refused(code, { EN, DE });
const parts = (written: Written | undefined, name: string): readonly Written[] => written?.parts.get(name) ?? [];
const nameOf = (row: Row) =>
  row.BusinessPartnerCategory === '1'
    ? [row.FirstName, row.LastName].filter(Boolean).join(' ')
    : [row.OrganizationBPName1, row.OrganizationBPName2].filter(Boolean).join(' ');

/** A new business partner with what hangs on it. Nothing but its number is unique. */
export function createPartner(context: Context, written: Written): Made {
  const { store, user } = context;
  const { row } = written;
  const category = String(row.BusinessPartnerCategory ?? '');
  if (!/^[123]$/.test(category))
    throw wrong('R1/134', 'Enter a business partner category', 'Geben Sie einen Geschäftspartnertyp ein');
  if (nameOf(row) === '')
    throw wrong(
      'R1/135',
      'Enter a name for the business partner',
      'Geben Sie einen Namen für den Geschäftspartner ein',
    );
  if (!groupings.has(String(row.BusinessPartnerGrouping ?? '')))
    throw wrong(
      'R1/138',
      `Grouping ${row.BusinessPartnerGrouping} is not defined`,
      `Gruppierung ${row.BusinessPartnerGrouping} ist nicht vorgesehen`,
    );
  if (row.BusinessPartner)
    throw wrong('R1/104', 'External number assignment is not allowed', 'Externe Nummernvergabe ist nicht erlaubt');
  const wanted = parts(written, 'to_BusinessPartnerRole').map((each) => String(each.row.BusinessPartnerRole ?? ''));
  for (const role of wanted)
    if (!roles.has(role))
      throw wrong('R11/124', `BP role ${role} is not defined`, `GP-Rolle ${role} ist nicht vorgesehen`);
  const BusinessPartner = store.draw('BU_PARTNER', 10_200_001);
  const isCustomer = wanted.some((role) => /^FLCU/.test(role)) || written.parts.has('to_Customer');
  const stored = store.insert('A_BusinessPartner', {
    ...row,
    ...{
      BusinessPartner,
      Customer: isCustomer ? BusinessPartner : '',
      BusinessPartnerFullName: nameOf(row).slice(0, 81),
      BusinessPartnerName: nameOf(row).slice(0, 81),
    },
    ...{
      BusinessPartnerUUID: randomUUID(),
      CreatedByUser: user.name,
      CreationDate: dateOf(today()),
      CreationTime: time(),
      ...changedNow(user.name),
    },
  });
  for (const role of wanted) store.insert('A_BusinessPartnerRole', { BusinessPartner, BusinessPartnerRole: role });
  for (const each of parts(written, 'to_BusinessPartnerAddress')) insertAddress(store, BusinessPartner, each);
  for (const each of parts(written, 'to_BusinessPartnerTax')) insertTax(store, BusinessPartner, each.row);
  for (const each of parts(written, 'to_BuPaIdentification'))
    store.insert('A_BuPaIdentification', { ...each.row, BusinessPartner });
  if (isCustomer) insertCustomer(store, BusinessPartner, parts(written, 'to_Customer')[0]);
  return { set: setNamed('A_BusinessPartner'), row: stored, expand: [...written.parts.keys()], messages: [] };
}
const changedNow = (user: string): Row => ({
  LastChangeDate: dateOf(today()),
  LastChangeTime: time(),
  LastChangedByUser: user,
});

function insertAddress(store: Store, BusinessPartner: string, { row, parts: inner }: Written): Row {
  const country = String(row.Country ?? '');
  if (!countries.has(country))
    throw wrong('AM/010', `Country ${country} is not defined`, `Land ${country} ist nicht vorgesehen`);
  if (country === 'DE' && row.PostalCode && !/^\d{5}$/.test(String(row.PostalCode)))
    throw wrong(
      'AM/254',
      `Postal code ${row.PostalCode} must have the length 5`,
      `Postleitzahl ${row.PostalCode} muss die Länge 5 haben`,
    );
  const AddressID = store.draw('ADRNR', 23_001);
  const stored = store.insert('A_BusinessPartnerAddress', {
    ...row,
    BusinessPartner,
    AddressID,
    AddressUUID: randomUUID(),
    Language: row.Language || 'DE',
  });
  const own = (set: string, each: Row, nth: number) =>
    store.insert(set, { OrdinalNumber: String(nth + 1), ...each, AddressID, Person: '' });
  for (const [nth, { row: mail }] of (inner.get('to_EmailAddress') ?? []).entries())
    own(
      'A_AddressEmailAddress',
      {
        ...mail,
        SearchEmailAddress: String(mail.EmailAddress ?? '')
          .toUpperCase()
          .slice(0, 20),
      },
      nth,
    );
  for (const [nth, { row: phone }] of (inner.get('to_PhoneNumber') ?? []).entries())
    own('A_AddressPhoneNumber', { PhoneNumberType: '1', ...phone }, nth);
  for (const [nth, { row: phone }] of (inner.get('to_MobilePhoneNumber') ?? []).entries())
    own('A_AddressPhoneNumber', { PhoneNumberType: '3', ...phone }, nth + 50);
  for (const { row: usage } of inner.get('to_AddressUsage') ?? [])
    store.insert('A_BuPaAddressUsage', { ValidityEndDate: `${END}Z`, ...usage, BusinessPartner, AddressID });
  return stored;
}
function insertTax(store: Store, BusinessPartner: string, row: Row): Row {
  if (!/^[A-Z]{2}\d$/.test(String(row.BPTaxType ?? '')))
    throw wrong(
      'R1/170',
      `Tax number category ${row.BPTaxType ?? ''} is not defined`,
      `Steuernummerntyp ${row.BPTaxType ?? ''} ist nicht vorgesehen`,
    );
  if (row.BPTaxType === 'DE0' && !/^DE\d{9}$/.test(String(row.BPTaxNumber ?? '')))
    throw wrong(
      'R1/171',
      `Tax number ${row.BPTaxNumber ?? ''} does not have the form of DE0`,
      `Steuernummer ${row.BPTaxNumber ?? ''} hat nicht die Form von DE0`,
    );
  const stored = store.insert('A_BusinessPartnerTaxNumber', { ...row, BusinessPartner });
  if (String(row.BPTaxType).endsWith('0'))
    store.update(
      'A_Customer',
      { Customer: BusinessPartner },
      { VATRegistration: String(row.BPTaxNumber).slice(0, 20) },
    );
  return stored;
}
/** The customer of a business partner, with its company code and sales areas. */
function insertCustomer(store: Store, Customer: string, written: Written | undefined): void {
  const partner = store.get('A_BusinessPartner', { BusinessPartner: Customer }) ?? {};
  const name = String(partner.BusinessPartnerFullName ?? '');
  const tax = store.all(
    "select BPTaxNumber from A_BusinessPartnerTaxNumber where BusinessPartner = ? and BPTaxType like '%0'",
    Customer,
  )[0];
  store.insert('A_Customer', {
    ...(written?.row ?? {}),
    ...{
      Customer,
      CustomerName: name.slice(0, 80),
      CustomerFullName: name.toUpperCase(),
      BPCustomerName: name,
      BPCustomerFullName: name.toUpperCase(),
    },
    ...{ CreationDate: dateOf(today()), CustomerAccountGroup: 'CUST', VATRegistration: tax?.BPTaxNumber ?? '' },
  });
  for (const { row } of parts(written, 'to_CustomerCompany')) {
    if (row.CompanyCode !== '1010')
      throw wrong(
        'F2/110',
        `Company code ${row.CompanyCode ?? ''} is not defined`,
        `Buchungskreis ${row.CompanyCode ?? ''} ist nicht vorgesehen`,
      );
    store.insert('A_CustomerCompany', { ReconciliationAccount: '12100000', ...row, Customer });
  }
  for (const each of parts(written, 'to_CustomerSalesArea')) insertSalesArea(store, Customer, each);
}
function insertSalesArea(store: Store, Customer: string, { row, parts: inner }: Written): Row {
  const { SalesOrganization = '', DistributionChannel = '', Division = '' } = row;
  if (!/^10[12]0$/.test(String(SalesOrganization)) || DistributionChannel !== '10' || Division !== '00')
    throw wrong(
      'VD/006',
      `Sales area ${SalesOrganization} ${DistributionChannel} ${Division} is not defined`,
      `Vertriebsbereich ${SalesOrganization} ${DistributionChannel} ${Division} ist nicht vorgesehen`,
    );
  if (!store.one('select 1 from currencies where code = ?', String(row.Currency ?? '')))
    throw wrong(
      'V1/345',
      `Currency ${row.Currency ?? ''} is not defined`,
      `Währung ${row.Currency ?? ''} ist nicht definiert`,
    );
  const stored = store.insert('A_CustomerSalesArea', {
    CustomerPaymentTerms: 'NT30',
    ShippingCondition: '01',
    SupplyingPlant: '1010',
    ...row,
    Customer,
  });
  const keys = { Customer, SalesOrganization, DistributionChannel, Division };
  const sent = (inner.get('to_PartnerFunction') ?? []).map((each) => each.row);
  for (const own of ['AG', 'WE', 'RE', 'RG'])
    if (!sent.some(({ PartnerFunction }) => PartnerFunction === own))
      store.insert('A_CustSalesPartnerFunc', {
        ...keys,
        PartnerCounter: '0',
        PartnerFunction: own,
        BPCustomerNumber: Customer,
      });
  for (const each of sent) store.insert('A_CustSalesPartnerFunc', { PartnerCounter: '0', ...each, ...keys });
  const taxes = (inner.get('to_SalesAreaTax') ?? []).map((each) => each.row);
  for (const tax of taxes)
    store.insert('A_CustomerSalesAreaTax', { DepartureCountry: 'DE', CustomerTaxCategory: 'TTX1', ...tax, ...keys });
  if (taxes.length === 0)
    store.insert('A_CustomerSalesAreaTax', {
      ...keys,
      DepartureCountry: 'DE',
      CustomerTaxCategory: 'TTX1',
      CustomerTaxClassification: '1',
    });
  return stored;
}

/** A person at a customer: a relationship of two business partners. */
export function createContact(context: Context, written: Written): Made {
  const { store } = context;
  const { BusinessPartnerCompany = '', BusinessPartnerPerson = '' } = written.row;
  for (const [BusinessPartner, category] of [
    [BusinessPartnerCompany, '2'],
    [BusinessPartnerPerson, '1'],
  ] as const)
    if (store.get('A_BusinessPartner', { BusinessPartner })?.BusinessPartnerCategory !== category)
      throw wrong(
        'R1/204',
        `Business partner ${BusinessPartner} does not exist or is of the wrong category`,
        `Geschäftspartner ${BusinessPartner} ist nicht vorhanden oder vom falschen Typ`,
      );
  const RelationshipNumber = store.draw('BU_RELNR', 301);
  const keys = { RelationshipNumber, BusinessPartnerCompany, BusinessPartnerPerson, ValidityEndDate: END };
  const stored = store.insert('A_BusinessPartnerContact', { ...written.row, ...keys, RelationshipCategory: 'BUR001' });
  const [relation] = parts(written, 'to_ContactRelationship');
  store.insert('A_BPContactToFuncAndDept', { ...(relation?.row ?? {}), ...keys });
  return { set: setNamed('A_BusinessPartnerContact'), row: stored, expand: [...written.parts.keys()], messages: [] };
}
const made = (name: string, row: Row): Made => ({ set: setNamed(name), row, expand: [], messages: [] });
export const addAddress = ({ store, user }: Context, written: Written, parent: Row | null): Made => {
  const BusinessPartner = String(parent?.BusinessPartner ?? written.row.BusinessPartner ?? '');
  const row = insertAddress(store, BusinessPartner, written);
  store.update('A_BusinessPartner', { BusinessPartner }, changedNow(user.name));
  return made('A_BusinessPartnerAddress', row);
};
export const addTax = ({ store, user }: Context, { row }: Written, parent: Row | null): Made => {
  const BusinessPartner = String(parent?.BusinessPartner ?? row.BusinessPartner ?? '');
  store.update('A_BusinessPartner', { BusinessPartner }, changedNow(user.name));
  return made('A_BusinessPartnerTaxNumber', insertTax(store, BusinessPartner, row));
};
export const addSalesArea = ({ store }: Context, written: Written, parent: Row | null): Made =>
  made('A_CustomerSalesArea', insertSalesArea(store, String(parent?.Customer ?? written.row.Customer ?? ''), written));
export const addRole = ({ store }: Context, { row }: Written, parent: Row | null): Made => {
  const BusinessPartner = String(parent?.BusinessPartner ?? row.BusinessPartner ?? '');
  if (!roles.has(String(row.BusinessPartnerRole ?? '')))
    throw wrong(
      'R11/124',
      `BP role ${row.BusinessPartnerRole ?? ''} is not defined`,
      `GP-Rolle ${row.BusinessPartnerRole ?? ''} ist nicht vorgesehen`,
    );
  return made('A_BusinessPartnerRole', store.insert('A_BusinessPartnerRole', { ...row, BusinessPartner }));
};
export const addMail = ({ store }: Context, { row }: Written, parent: Row | null): Made => {
  const AddressID = String(parent?.AddressID ?? row.AddressID ?? '');
  const next = store.rows('A_AddressEmailAddress', { AddressID }).length + 1;
  return made(
    'A_AddressEmailAddress',
    store.insert('A_AddressEmailAddress', { OrdinalNumber: String(next), ...row, AddressID, Person: row.Person ?? '' }),
  );
};
export const addPhone = ({ store }: Context, { row }: Written, parent: Row | null): Made => {
  const AddressID = String(parent?.AddressID ?? row.AddressID ?? '');
  const next = store.rows('A_AddressPhoneNumber', { AddressID }).length + 1;
  return made(
    'A_AddressPhoneNumber',
    store.insert('A_AddressPhoneNumber', {
      OrdinalNumber: String(next),
      PhoneNumberType: '1',
      ...row,
      AddressID,
      Person: row.Person ?? '',
    }),
  );
};
/** A change of master data: the fields as they were sent; a change of a part is one of the business partner. */
export const changeMaster =
  (set: string) =>
  ({ store, user }: Context, row: Row, { row: changes }: Written): Message[] => {
    const keys = Object.fromEntries(setNamed(set).keys.map((key) => [key, row[key] ?? '']));
    store.update(set, keys, changes);
    const BusinessPartner = String(row.BusinessPartner ?? row.Customer ?? '');
    const partner = store.get('A_BusinessPartner', { BusinessPartner });
    if (partner) {
      const full = nameOf(partner).slice(0, 81);
      store.update(
        'A_BusinessPartner',
        { BusinessPartner },
        { BusinessPartnerFullName: full, BusinessPartnerName: full, ...changedNow(user.name) },
      );
      store.update(
        'A_Customer',
        { Customer: BusinessPartner },
        { CustomerName: full.slice(0, 80), BPCustomerName: full },
      );
    }
    return [];
  };
export const removeMaster =
  (set: string) =>
  ({ store }: Context, row: Row): Message[] => {
    store.remove(set, Object.fromEntries(setNamed(set).keys.map((key) => [key, row[key] ?? ''])));
    return [];
  };
