import { type ErpCustomer, erpCustomerSchema } from '@backroom/shared';
import { z } from 'zod';
import type { Out } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { fit } from '../transport/json.ts';
import { IN_MOST, OBJECT } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import { above, among, type Condition } from './query.ts';
import type { Session } from './session.ts';
import {
  amount,
  blank,
  countryCode,
  currencyCode,
  day,
  flag,
  key,
  keyOf,
  keysOf,
  optionalKey,
  parts,
  unique,
} from './values.ts';

export const customerRow = z.object({
  key,
  id: z.string(),
  name: blank,
  status: blank,
  isOnHold: flag,
  taxId: blank,
  currency: currencyCode,
  creditLimit: amount,
  lastInvoiceCreatedDate: day,
  'term.id': blank,
  'priceList.id': blank,
  'priceSchedule.id': blank,
  'contacts.default.id': blank,
  'contacts.default.email1': blank,
  'contacts.primary.id': blank,
  'contacts.billTo.id': blank,
  'contacts.shipTo.id': blank,
  'contacts.default.mailingAddress.addressLine1': blank,
  'contacts.default.mailingAddress.postCode': blank,
  'contacts.default.mailingAddress.city': blank,
  'contacts.default.mailingAddress.isoCountryCode': countryCode,
});
export type CustomerRow = z.output<typeof customerRow>;
const fields = Object.keys(customerRow.shape);
/** A query for customers. */
export const customersQuery = (where?: Condition) => ({ object: OBJECT.customer, fields, where });

export const isInactive = ({ status }: Pick<CustomerRow, 'status'>): boolean => status !== null && status !== 'active';
const addressOf = (row: CustomerRow) => ({
  street: row['contacts.default.mailingAddress.addressLine1'],
  postalCode: row['contacts.default.mailingAddress.postCode'],
  city: row['contacts.default.mailingAddress.city'],
  country: row['contacts.default.mailingAddress.isoCountryCode'],
});
export const countryOf = (row: CustomerRow): string | null => addressOf(row).country;

export const toCustomer = (row: CustomerRow, { company }: Session): ErpCustomer =>
  fit(
    erpCustomerSchema,
    {
      id: row.key,
      number: row.id,
      name: row.name ?? row.id,
      city: addressOf(row).city,
      country: addressOf(row).country,
      vatId: row.taxId,
      currency: row.currency ?? company.currency,
      paymentTerms: row['term.id'],
      blocked: row.isOnHold || isInactive(row),
    },
    OBJECT.customer,
  );

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
  const conditions = parts(keysOf(ids), IN_MOST).map((some) => among('key', some));
  const rows = await customersWhere(session, conditions, signal);
  const byKey = new Map(rows.map((row) => [row.key, toCustomer(row, session)]));
  return ids.map((id) => byKey.get(id) ?? null);
}
/** A customer that has to be there. */
export async function customerWith(session: Session, customerId: string, signal: AbortSignal): Promise<CustomerRow> {
  const known = keyOf(customerId);
  const [row] = known === null ? [] : await customersWhere(session, [among('key', [known])], signal);
  if (!row) throw unknownCustomer(customerId);
  return row;
}

const personRow = z.object({ key, 'customer.key': optionalKey, 'contact.id': blank, 'contact.email1': blank });
export type PersonRow = z.output<typeof personRow>;
/** The contacts in the lists of customers. */
export async function peopleWhere(
  { client }: Session,
  conditions: readonly Condition[],
  signal: AbortSignal,
): Promise<PersonRow[]> {
  const lists = await Promise.all(
    conditions.map((where) =>
      client.query(personRow, { object: OBJECT.customerContact, fields: Object.keys(personRow.shape), where }, signal),
    ),
  );
  return unique(lists.flat());
}
export async function peopleAt(session: Session, customers: readonly CustomerRow[], signal: AbortSignal) {
  const keys = customers.map((row) => row.key);
  const rows = await peopleWhere(
    session,
    parts(keys, IN_MOST).map((some) => among('customer.key', some)),
    signal,
  );
  return Map.groupBy(rows, (row) => row['customer.key'] ?? '');
}
export const emailsOf = (row: CustomerRow, people: readonly PersonRow[] = []): string[] =>
  [row['contacts.default.email1'], ...people.map((each) => each['contact.email1'])].filter((each) => each !== null);

const LISTED = 500;
const listCursor = z.object({ after: key });
/** In the order of their keys: an offset into a list that changes would miss some. */
export async function listCustomers(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'customers.list'>> {
  const after = cursor === null ? '0' : cursorOf(listCursor, cursor).after;
  const { rows, more } = await session.client.first(customerRow, customersQuery(above('key', after)), LISTED, signal);
  const people = await peopleAt(session, rows, signal);
  const last = rows.at(-1);
  return {
    customers: rows.map((row) => ({
      ...toCustomer(row, session),
      emails: emailsOf(row, people.get(row.key)),
      street: addressOf(row).street,
      postalCode: addressOf(row).postalCode,
    })),
    cursor: more && last ? JSON.stringify({ after: last.key } satisfies z.output<typeof listCursor>) : null,
  };
}
