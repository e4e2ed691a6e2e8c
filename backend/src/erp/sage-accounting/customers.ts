import { type ErpCustomer, erpCustomerSchema } from '@backroom/shared';
import { z } from 'zod';
import type { Out } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { fit } from '../transport/json.ts';
import type { Query } from './client.ts';
import { type CustomerRow, customerQuery, customerRow } from './customer-rows.ts';
import { pageAfter } from './directory.ts';
import { LIST, SINGLE_MOST } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import type { Session } from './session.ts';
import { idOf } from './values.ts';

/** A contact need not have a reference: its name is its number then, which is what Sage shows. */
export const numberOf = (row: CustomerRow): string => row.reference ?? nameOf(row);
export const nameOf = (row: CustomerRow): string => row.name ?? row.displayed_as ?? row.id;
export const countryOf = (row: CustomerRow): string | null => row.main_address.country ?? null;
export const emailsOf = ({ email, main_contact_person }: CustomerRow): string[] =>
  [email, main_contact_person?.email].filter((each) => typeof each === 'string');
/** Why Sage takes no order of a contact: it was erased for privacy, deleted, or made inactive. */
export function blockedReasonOf(row: CustomerRow): string | null {
  if (row.gdpr_obfuscated || row.deleted_at) return 'The data of this customer were erased.';
  return row.is_active === false ? 'Inactive' : null;
}

export const toCustomer = (row: CustomerRow, { business }: Session): ErpCustomer =>
  fit(
    erpCustomerSchema,
    {
      id: row.id,
      number: numberOf(row),
      name: nameOf(row),
      city: row.main_address.city ?? null,
      country: countryOf(row),
      vatId: row.tax_number,
      currency: row.currency ?? business.currency,
      paymentTerms: row.credit_days === null ? null : `${row.credit_days} days`,
      blocked: blockedReasonOf(row) !== null,
    },
    LIST.contacts,
  );

/** One contact as it is now. `balance`: with what it owes. */
export function readCustomer(
  { client }: Session,
  customerId: string,
  signal: AbortSignal,
  balance = false,
): Promise<CustomerRow | null> {
  const known = idOf(customerId);
  if (known === null) return Promise.resolve(null);
  const query: Query = balance
    ? { ...customerQuery, attributes: `${customerQuery.attributes},balance`, show_balance: 'true' }
    : customerQuery;
  return client.one(customerRow, `${LIST.contacts}/${known}`, query, signal);
}
/** A customer that has to be there. */
export async function customerWith(
  session: Session,
  customerId: string,
  signal: AbortSignal,
  balance = false,
): Promise<CustomerRow> {
  const row = await readCustomer(session, customerId, signal, balance);
  if (!row || row.deleted_at) throw unknownCustomer(customerId);
  return row;
}

export async function customersById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(ErpCustomer | null)[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const rows =
    wanted.length <= SINGLE_MOST
      ? new Map(
          (await Promise.all(wanted.map((each) => readCustomer(session, each, signal)))).flatMap((row) =>
            row ? [[row.id, row] as const] : [],
          ),
        )
      : await session.customers.rows(signal);
  return ids.map((each) => {
    const row = rows.get(each);
    return row && !row.deleted_at ? toCustomer(row, session) : null;
  });
}

const listCursor = z.object({ after: z.string() });
/** In the order of their ids, of the list that is kept: an offset into a list that changes would miss some. */
export async function listCustomers(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'customers.list'>> {
  const after = cursor === null ? '' : cursorOf(listCursor, cursor).after;
  const rows = [...(await session.customers.rows(signal)).values()].filter((row) => !row.deleted_at);
  const { page, next } = pageAfter(rows, after);
  return {
    customers: page.map((row) => ({
      ...toCustomer(row, session),
      emails: emailsOf(row),
      registrationNumber: row.registered_number ?? null,
      street: row.main_address.address_line_1 ?? null,
      postalCode: row.main_address.postal_code ?? null,
    })),
    cursor: next === null ? null : JSON.stringify({ after: next } satisfies z.output<typeof listCursor>),
  };
}
