import { type ErpCustomer, erpCustomerSchema } from '@backroom/shared';
import { z } from 'zod';
import type { Out } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { fit } from '../transport/json.ts';
import { isOnHold } from './customer-record.ts';
import { idOf, idsOf, unknownCustomer } from './faults.ts';
import type { Session } from './session.ts';
import { day, type Has, optional, parts } from './sql.ts';
import { blank, date, flag, id, optionalId, unique } from './values.ts';

export const customerRow = z.object({
  id,
  entityid: z.string(),
  name: blank,
  email: blank,
  vatregnumber: blank,
  currency: optionalId,
  terms: blank,
  externalid: blank,
  isinactive: flag,
  hold: blank,
  street: blank,
  postalcode: blank,
  city: blank,
  country: blank,
  lastorder: date,
});
export type CustomerRow = z.output<typeof customerRow>;

/** Columns, tables and joins of a customer with the address that its invoices go to. */
const columns = (has: Has): string =>
  [
    'c.id, c.entityid, c.email, c.externalid, c.isinactive',
    'COALESCE(c.companyname, c.altname) AS name',
    'BUILTIN.DF(c.terms) AS terms',
    optional(has, 'currency', 'c.currency'),
    optional(has, 'vatregnumber', 'c.vatregnumber'),
    optional(has, 'creditholdoverride', 'c.creditholdoverride AS hold'),
    optional(has, 'lastorderdate', day('c.lastorderdate', 'lastorder')),
    optional(has, 'entityaddressbook', 'a.addr1 AS street, a.zip AS postalcode, a.city, a.country'),
  ]
    .filter(Boolean)
    .join(', ');
const tables = (has: Has): string =>
  `customer c${optional(
    has,
    'entityaddressbook',
    " LEFT JOIN entityaddressbook b ON b.entity = c.id AND b.defaultbilling = 'T' LEFT JOIN entityaddress a ON a.nkey = b.addressbookaddress",
  )}`;
/** A query for customers; `c` is the customer. */
export const customersQuery =
  (condition: string | ((has: Has) => string), more = 'ORDER BY c.id') =>
  (has: Has): string =>
    `SELECT ${columns(has)} FROM ${tables(has)} WHERE ${typeof condition === 'string' ? condition : condition(has)} ${more}`;

export const toCustomer = (row: CustomerRow, { currencies, company }: Session): ErpCustomer =>
  fit(
    erpCustomerSchema,
    {
      id: row.id,
      number: row.entityid,
      name: row.name ?? row.entityid,
      city: row.city,
      country: row.country,
      vatId: row.vatregnumber,
      currency: row.currency === null ? company.currency : (currencies.get(row.currency) ?? null),
      paymentTerms: row.terms,
      blocked: row.isinactive || isOnHold(row.hold),
    },
    'customer',
  );

export async function customersById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(ErpCustomer | null)[]> {
  const found = await Promise.all(
    parts(idsOf(ids)).map((some) => session.rows(customerRow, customersQuery(`c.id IN (${some.join(',')})`), signal)),
  );
  const byId = new Map(unique(found.flat()).map((row) => [row.id, toCustomer(row, session)]));
  return ids.map((each) => byId.get(each) ?? null);
}

const PAGE = 500;
const listCursor = z.object({ after: id });
const contactRow = z.object({ company: id, email: blank });
/** Addresses of the people at these customers. */
export async function peopleAt(session: Session, ids: readonly string[], signal: AbortSignal) {
  const found = await Promise.all(
    parts(ids).map((some) =>
      session.rows(
        contactRow,
        () =>
          `SELECT p.company, p.email FROM contact p WHERE p.company IN (${some.join(',')}) AND p.email IS NOT NULL ORDER BY p.id`,
        signal,
      ),
    ),
  );
  return Map.groupBy(found.flat(), ({ company }) => company);
}
/** In the order of their ids: an offset into a list that changes would miss some. */
export async function listCustomers(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'customers.list'>> {
  const after = cursor === null ? '0' : cursorOf(listCursor, cursor).after;
  const query = customersQuery(`c.id > ${after}`, `ORDER BY c.id FETCH FIRST ${PAGE} ROWS ONLY`);
  const rows = unique(await session.rows(customerRow, query, signal));
  const people = await peopleAt(
    session,
    rows.map((row) => row.id),
    signal,
  );
  const last = rows.at(-1);
  return {
    customers: rows.map((row) => ({
      ...toCustomer(row, session),
      emails: [row.email, ...(people.get(row.id) ?? []).map(({ email }) => email)].filter((each) => each !== null),
      street: row.street,
      postalCode: row.postalcode,
      lastOrderOn: row.lastorder,
    })),
    cursor:
      rows.length < PAGE || !last ? null : JSON.stringify({ after: last.id } satisfies z.output<typeof listCursor>),
  };
}

/** A list of nobody's documents is empty, and so is that of a customer that is not there: which it is, the customer's own record tells. */
export async function sureOf(session: Session, customerId: string, signal: AbortSignal): Promise<void> {
  const known = idOf(customerId);
  const row = z.object({ id });
  const rows =
    known === null ? [] : await session.rows(row, () => `SELECT c.id FROM customer c WHERE c.id = ${known}`, signal);
  if (rows.length === 0) throw unknownCustomer(customerId);
}
