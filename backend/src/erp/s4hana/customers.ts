import { type ErpCustomer, erpCustomerSchema } from '@backroom/shared';
import { z } from 'zod';
import type { ListedCustomer, Out } from '../contract/schemas.ts';
import { listedCustomerSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { queryOf, text } from '../transport/odata/query.ts';
import { blank, expanded } from '../transport/odata/v2-values.ts';
import { refused, unknownCustomer } from './faults.ts';
import { conditions, type Session } from './session.ts';
import { currency, flag, key, keyOf, keysOf } from './values.ts';

const areaRow = z.object({
  SalesOrganization: z.string(),
  DistributionChannel: z.string(),
  Division: z.string(),
  Currency: currency,
  CustomerPaymentTerms: blank,
  OrderIsBlockedForCustomer: blank,
  DeletionIndicator: flag,
});
const addressRow = z.object({
  AddressID: z.string(),
  CityName: blank,
  Country: blank,
  StreetName: blank,
  HouseNumber: blank,
  PostalCode: blank,
  to_EmailAddress: expanded(z.object({ EmailAddress: blank })),
});
export type AddressRow = z.output<typeof addressRow>;
export const partnerRow = z.object({
  BusinessPartner: key,
  Customer: key,
  BusinessPartnerFullName: blank,
  OrganizationBPName1: blank,
  BusinessPartnerIsBlocked: flag,
  IsMarkedForArchiving: flag,
  BusinessPartnerIDByExtSystem: blank,
  to_BusinessPartnerAddress: expanded(addressRow),
  to_BusinessPartnerTax: expanded(z.object({ BPTaxType: z.string(), BPTaxNumber: blank })),
  to_Customer: z
    .object({
      VATRegistration: blank,
      OrderIsBlockedForCustomer: blank,
      DeletionIndicator: flag,
      to_CustomerSalesArea: expanded(areaRow),
    })
    .nullable(),
});
export type PartnerRow = z.output<typeof partnerRow>;

const fields = (row: z.ZodObject, under = ''): string[] =>
  Object.keys(row.shape)
    .filter((name) => !name.startsWith('to_'))
    .map((name) => under + name);
const query = {
  expand: 'to_BusinessPartnerAddress/to_EmailAddress,to_BusinessPartnerTax,to_Customer/to_CustomerSalesArea',
  select: [
    ...fields(partnerRow),
    ...fields(addressRow, 'to_BusinessPartnerAddress/'),
    'to_BusinessPartnerAddress/to_EmailAddress/EmailAddress',
    'to_BusinessPartnerTax/BPTaxType',
    'to_BusinessPartnerTax/BPTaxNumber',
    'to_Customer/VATRegistration',
    'to_Customer/OrderIsBlockedForCustomer',
    'to_Customer/DeletionIndicator',
    ...fields(areaRow, 'to_Customer/to_CustomerSalesArea/'),
  ],
};
export const partnersPath = (filter: string, more: { top?: number } = {}): string =>
  `A_BusinessPartner${queryOf({ ...query, filter, ...more })}`;

/** Its first address is the one that SAP calls standard. */
export const addressOf = (row: PartnerRow): AddressRow | null => row.to_BusinessPartnerAddress[0] ?? null;
export const emailsOf = (row: PartnerRow): string[] =>
  row.to_BusinessPartnerAddress.flatMap(({ to_EmailAddress }) =>
    to_EmailAddress.flatMap(({ EmailAddress }) => EmailAddress ?? []),
  );
/** The VAT id of the customer, else a tax number whose type ends in 0: those are the VAT ids (`DE0`, `AT0`). */
export const vatOf = (row: PartnerRow): string | null =>
  row.to_Customer?.VATRegistration ??
  row.to_BusinessPartnerTax.find(({ BPTaxType, BPTaxNumber }) => BPTaxType.endsWith('0') && BPTaxNumber !== null)
    ?.BPTaxNumber ??
  null;
export const nameOf = (row: PartnerRow): string =>
  row.BusinessPartnerFullName ?? row.OrganizationBPName1 ?? row.Customer;

const areaOf = ({ to_Customer: customer }: PartnerRow, { area }: Session) =>
  customer?.to_CustomerSalesArea.find(
    (each) =>
      each.SalesOrganization === area.organization &&
      each.DistributionChannel === area.channel &&
      each.Division === area.division,
  );
function listed(row: PartnerRow, session: Session): ListedCustomer {
  const [address, customer, mine] = [addressOf(row), row.to_Customer, areaOf(row, session)];
  const street = [address?.StreetName, address?.HouseNumber].filter((part) => part).join(' ');
  const blocked = [
    row.BusinessPartnerIsBlocked,
    row.IsMarkedForArchiving,
    customer?.DeletionIndicator,
    mine?.DeletionIndicator,
    (customer?.OrderIsBlockedForCustomer ?? null) !== null,
    (mine?.OrderIsBlockedForCustomer ?? null) !== null,
  ];
  return fit(
    listedCustomerSchema,
    {
      id: row.Customer,
      number: row.Customer,
      name: nameOf(row),
      city: address?.CityName ?? null,
      country: address?.Country ?? null,
      vatId: vatOf(row),
      currency: mine?.Currency ?? null,
      paymentTerms: mine?.CustomerPaymentTerms ?? null,
      blocked: blocked.some(Boolean),
      emails: emailsOf(row),
      street: street || null,
      postalCode: address?.PostalCode ?? null,
    },
    'A_BusinessPartner',
  );
}
export const toCustomer = (row: PartnerRow, session: Session): ErpCustomer =>
  erpCustomerSchema.parse(listed(row, session));

export async function partnersOf(
  session: Session,
  customers: readonly string[],
  signal: AbortSignal,
): Promise<PartnerRow[]> {
  const paths = conditions('Customer', customers).map((filter) => partnersPath(filter));
  return (await session.service('partners').lists(partnerRow, paths, signal)).flat();
}
export async function customersById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(ErpCustomer | null)[]> {
  const rows = await partnersOf(session, keysOf(ids), signal);
  const byId = new Map(rows.map((row) => [row.Customer, toCustomer(row, session)]));
  return ids.map((id) => byId.get(keyOf(id) ?? '') ?? null);
}

/** Some servers send fewer than asked for: only an empty page is the end. */
const PAGE = 200;
/** Page by page; the cursor says how many partners were read. Those that are no customers of this sales area are left out. */
export async function listCustomers(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'customers.list'>> {
  if (cursor !== null && !/^\d{1,9}$/.test(cursor)) throw refused('cursor', 'This is no cursor of this list.');
  const from = Number(cursor ?? 0);
  const path = `A_BusinessPartner${queryOf({ ...query, orderby: 'BusinessPartner', top: PAGE, more: { $skip: String(from) } })}`;
  const rows = (await session.service('partners').lists(partnerRow, [path], signal)).flat();
  const customers = rows
    .filter((row) => row.Customer !== '' && areaOf(row, session) !== undefined)
    .map((row) => listed(row, session));
  return { customers, cursor: rows.length === 0 ? null : String(from + rows.length) };
}

/** A list of nobody's documents is empty, and so is that of a customer that is not there: which it is, the partner itself tells. */
export async function sureOf(session: Session, id: string, signal: AbortSignal): Promise<void> {
  const customer = keyOf(id);
  if (customer === null) throw unknownCustomer(id);
  const path = `A_Customer${queryOf({ filter: `Customer eq ${text(customer)}`, select: ['Customer'] })}`;
  const found = await session.remember(`customer ${customer}`, async () => {
    const rows = await session.service('partners').lists(z.object({ Customer: key }), [path], signal);
    return rows.flat().length > 0;
  });
  if (found) return;
  session.forget(`customer ${customer}`);
  throw unknownCustomer(id);
}
