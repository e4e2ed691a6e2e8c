import { type ErpCustomer, erpCustomerSchema } from '@backroom/shared';
import { z } from 'zod';
import type { In, NewCustomer, Out } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { all, queryOf, text } from '../transport/odata/query.ts';
import { ALL_COMPANIES, BLOCKED, LENGTH } from './facts.ts';
import { refused } from './faults.ts';
import { type CustomerRow, customerRow } from './rows.ts';
import { rowsIn, type Session } from './session.ts';

const termsRow = z.object({ Name: z.string(), Description: z.string() });
export type Terms = ReadonlyMap<string, string>;
/** What each code of payment terms stands for. */
export const termsOf = (session: Session): Promise<Terms> =>
  session.remember('terms', async () => {
    const rows = await session.rows(termsRow, 'PaymentTerms', null, AbortSignal.timeout(20_000));
    return new Map(rows.map(({ Name, Description }) => [Name, Description || Name]));
  });

export const nameOf = ({ OrganizationName, PersonFirstName, PersonLastName }: CustomerRow): string =>
  OrganizationName.trim() || `${PersonFirstName} ${PersonLastName}`.trim();
export const toCustomer = (row: CustomerRow, terms: Terms, session: Session): ErpCustomer =>
  fit(
    erpCustomerSchema,
    {
      id: row.CustomerAccount,
      number: row.CustomerAccount.trim(),
      name: nameOf(row),
      city: row.AddressCity,
      country: row.AddressCountryRegionISOCode,
      vatId: row.TaxExemptNumber,
      currency: row.SalesCurrencyCode ?? session.currency,
      paymentTerms: row.PaymentTerms === null ? null : (terms.get(row.PaymentTerms) ?? row.PaymentTerms),
      blocked: BLOCKED.has(row.OnHoldStatus),
    },
    'CustomersV3',
  );

export async function customersById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(ErpCustomer | null)[]> {
  const [rows, terms] = await Promise.all([
    rowsIn(
      session,
      customerRow,
      'CustomersV3',
      ['CustomerAccount', ids.filter((id) => id.length <= LENGTH.account)],
      signal,
    ),
    termsOf(session),
  ]);
  const byId = new Map(rows.map((row) => [row.CustomerAccount, toCustomer(row, terms, session)]));
  return ids.map((id) => byId.get(id) ?? null);
}
export async function customerRowOf(session: Session, id: string, signal: AbortSignal): Promise<CustomerRow | null> {
  const rows = await session.rows(customerRow, 'CustomersV3', `CustomerAccount eq ${text(id)}`, signal);
  return rows[0] ?? null;
}

const PAGE = 500;
/** Page by page, by account: the cursor is the last one that was given. */
export async function listCustomers(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'customers.list'>> {
  const after = cursor === null ? null : `CustomerAccount gt ${text(cursor)}`;
  const [rows, terms] = await Promise.all([
    session.rows(customerRow, 'CustomersV3', after, signal, { orderby: 'CustomerAccount', top: PAGE }),
    termsOf(session),
  ]);
  return {
    customers: rows.map((row) => toCustomer(row, terms, session)),
    cursor: rows.length < PAGE ? null : (rows.at(-1)?.CustomerAccount ?? null),
  };
}

/** Nothing of a customer is ours alone: one with the same VAT number, or name and e-mail, is named instead of made again. */
async function refuseTwin(session: Session, { name, email, vatId }: NewCustomer, signal: AbortSignal): Promise<void> {
  const same = email
    ? all(`OrganizationName eq ${text(name)}`, `PrimaryContactEmail eq ${text(email)}`)
    : `OrganizationName eq ${text(name)}`;
  const filters = [same, ...(vatId ? [`TaxExemptNumber eq ${text(vatId)}`] : [])];
  const found = await Promise.all(
    filters.map((filter) => session.rows(customerRow, 'CustomersV3', filter, signal, { top: 1 })),
  );
  const [twin] = found.flat();
  if (twin)
    throw refused(
      'name',
      `Finance & Operations has this customer already: ${twin.CustomerAccount} ${nameOf(twin)}. Link it instead.`,
    );
}
export async function createCustomer(
  session: Session,
  input: In<'customers.create'>,
  signal: AbortSignal,
): Promise<ErpCustomer> {
  if (session.customerGroup === null)
    throw refused('customerGroup', 'This connection names no customer group for new customers.');
  if (input.name.length > LENGTH.name)
    throw refused('name', `Finance & Operations takes at most ${LENGTH.name} characters here.`);
  await refuseTwin(session, input, signal);
  const given = {
    AddressStreet: input.street,
    AddressCity: input.city,
    AddressZipCode: input.postalCode,
    AddressCountryRegionISOCode: input.country,
    AddressDescription: input.street || input.city ? input.name.slice(0, 60) : null,
    PrimaryContactEmail: input.email,
    PrimaryContactPhone: input.phone,
    TaxExemptNumber: input.vatId,
  };
  const body = {
    dataAreaId: session.company,
    PartyType: 'Organization',
    OrganizationName: input.name,
    CustomerGroupId: session.customerGroup,
    SalesCurrencyCode: input.currency ?? session.currency,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)),
  };
  const path = `CustomersV3${queryOf({ more: ALL_COMPANIES })}`;
  const made = await session.client.create(z.object({ CustomerAccount: z.string() }), path, body, signal);
  const [customer] = await customersById(session, [made.CustomerAccount], signal);
  return customer ?? toCustomer(fit(customerRow, made, 'CustomersV3', true), new Map(), session);
}
