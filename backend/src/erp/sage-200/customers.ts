import { type ErpCustomer, erpCustomerSchema } from '@backroom/shared';
import { z } from 'zod';
import type { Out } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { fit } from '../transport/json.ts';
import { isActive, RESOURCE } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import { above, among, type Condition } from './query.ts';
import type { Session } from './session.ts';
import { amount, blank, countryCode, currencyCode, flag, id, idOf, idsOf, optionalId, unique } from './values.ts';

export const customerRow = z.object({
  id,
  reference: z.string(),
  name: blank,
  country_code: countryCode,
  currency_id: optionalId,
  currency_iso_code: currencyCode,
  balance: amount,
  credit_limit: amount,
  value_of_current_orders_in_sop: amount,
  vat_number: blank,
  default_tax_rate: amount,
  use_tax_code_as_default: flag,
  payment_terms_in_days: amount,
  payment_terms: blank,
  price_band_name: blank,
  account_is_on_hold: flag,
  account_status_type: blank,
  contact_default_email_address: blank,
  customer_location_address_line_1: blank,
  customer_location_post_code: blank,
  customer_location_city: blank,
  customer_location_address_line_4: blank,
  customer_location_address_country_code: countryCode,
});
export type CustomerRow = z.output<typeof customerRow>;
const select = Object.keys(customerRow.shape);
export const customersQuery = (where?: Condition) => ({ resource: RESOURCE.customerViews, select, where });

export const isHidden = ({ account_status_type: status }: CustomerRow): boolean => !isActive(status);
export const countryOf = (row: CustomerRow): string | null =>
  row.customer_location_address_country_code ?? row.country_code;
/** [K] A company without segmented addresses has the town in the last line. */
const cityOf = (row: CustomerRow): string | null => row.customer_location_city ?? row.customer_location_address_line_4;
export const paymentTermsOf = ({ payment_terms: terms, payment_terms_in_days: days }: CustomerRow): string | null =>
  days === null ? terms : `${days} days${terms === null ? '' : `, ${terms}`}`;

export const toCustomer = (row: CustomerRow, { company }: Session): ErpCustomer =>
  fit(
    erpCustomerSchema,
    {
      id: row.id,
      number: row.reference.trim(),
      name: row.name ?? row.reference,
      city: cityOf(row),
      country: countryOf(row),
      vatId: row.vat_number,
      currency: row.currency_iso_code ?? company.currency,
      paymentTerms: paymentTermsOf(row),
      blocked: row.account_is_on_hold || isHidden(row),
    },
    RESOURCE.customerViews,
  );

/** [K] A customer may be there once for each of its places: one row counts. */
export async function customersWhere(
  { client }: Session,
  conditions: readonly Condition[],
  signal: AbortSignal,
): Promise<CustomerRow[]> {
  const lists = await Promise.all(
    conditions.map((condition) => client.query(customerRow, customersQuery(condition), signal)),
  );
  return unique(lists.flat());
}
export async function customersById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(ErpCustomer | null)[]> {
  const rows = await customersWhere(session, among('id', idsOf(ids)), signal);
  const byId = new Map(rows.map((row) => [row.id, toCustomer(row, session)]));
  return ids.map((each) => byId.get(each) ?? null);
}
/** A customer that has to be there. */
export async function customerWith(session: Session, customerId: string, signal: AbortSignal): Promise<CustomerRow> {
  const known = idOf(customerId);
  const [row] = known === null ? [] : await customersWhere(session, among('id', [known]), signal);
  if (!row) throw unknownCustomer(customerId);
  return row;
}

const contactRow = z.object({ id, customer_id: optionalId, default_email: blank });
const emailRow = z.object({ id, customer_contact_id: optionalId, email: blank });

async function contactsWhere({ client }: Session, conditions: readonly Condition[], signal: AbortSignal) {
  const lists = await Promise.all(
    conditions.map((where) =>
      client.query(contactRow, { resource: RESOURCE.contacts, select: Object.keys(contactRow.shape), where }, signal),
    ),
  );
  return unique(lists.flat());
}
async function emailsWhere({ client }: Session, conditions: readonly Condition[], signal: AbortSignal) {
  const lists = await Promise.all(
    conditions.map((where) =>
      client.query(emailRow, { resource: RESOURCE.emails, select: Object.keys(emailRow.shape), where }, signal),
    ),
  );
  return unique(lists.flat());
}
/** The customers whose people have an address of these, and each with those addresses. */
export async function customersByEmails(session: Session, conditions: readonly Condition[], signal: AbortSignal) {
  const emails = await emailsWhere(session, conditions, signal);
  const contacts = await contactsWhere(
    session,
    among('id', idsOf(emails.flatMap((row) => row.customer_contact_id ?? []))),
    signal,
  );
  const customerOf = new Map(contacts.map((row) => [row.id, row.customer_id]));
  const found = new Map<string, string[]>();
  for (const { customer_contact_id: contact, email } of emails) {
    const customer = customerOf.get(contact ?? '');
    if (customer && email) found.set(customer, [...(found.get(customer) ?? []), email]);
  }
  return found;
}
/** The default addresses of the people at customers. */
async function peopleAt(session: Session, rows: readonly CustomerRow[], signal: AbortSignal) {
  const contacts = await contactsWhere(
    session,
    among(
      'customer_id',
      rows.map((row) => row.id),
    ),
    signal,
  );
  return Map.groupBy(contacts, (row) => row.customer_id ?? '');
}
export const emailsOf = (row: CustomerRow, more: readonly (string | null)[] = []): string[] => [
  ...new Set([row.contact_default_email_address, ...more].filter((each) => each !== null)),
];

const LISTED = 250;
const listCursor = z.object({ after: id });
export async function listCustomers(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'customers.list'>> {
  const after = cursor === null ? '0' : cursorOf(listCursor, cursor).after;
  const query = { ...customersQuery(above('id', after)), orderBy: 'id asc' };
  const { rows: listed, more } = await session.client.first(customerRow, query, LISTED, signal);
  const rows = unique(listed);
  const people = await peopleAt(session, rows, signal);
  const last = rows.at(-1);
  return {
    customers: rows.map((row) => ({
      ...toCustomer(row, session),
      emails: emailsOf(
        row,
        people.get(row.id)?.map((each) => each.default_email),
      ),
      street: row.customer_location_address_line_1,
      postalCode: row.customer_location_post_code,
    })),
    cursor: more && last ? JSON.stringify({ after: last.id } satisfies z.output<typeof listCursor>) : null,
  };
}
