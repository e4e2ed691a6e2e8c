import { type ErpCustomer, erpCustomerSchema } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { In, NewCustomer, Out } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import type { Read } from '../transport/odata/batch.ts';
import { all, queryOf, text } from '../transport/odata/query.ts';
import { LENGTH } from './facts.ts';
import { guidOf, guidsOf, notFound, refused } from './faults.ts';
import { type CustomerRow, customerRow, fieldsOf } from './rows.ts';
import { conditions, type Session } from './session.ts';
import { customersWithVat } from './vat-index.ts';

const termsRow = z.object({ id: z.string().transform((id) => id.toLowerCase()), displayName: z.string() });
export const termsPath = `paymentTerms${queryOf({ select: ['id', 'displayName'] })}`;
export type Terms = ReadonlyMap<string, string>;
export const termsOf = (session: Session, read: Read | undefined): Terms =>
  new Map(session.rows(termsRow, read, 'paymentTerms').rows.map(({ id, displayName }) => [id, displayName]));

export const customersPath = (
  filter: string,
  more: { top?: number; more?: Readonly<Record<string, string>> } = {},
): string => `customers${queryOf({ filter, select: fieldsOf(customerRow), ...more })}`;
export const customerPath = (id: string): string => `customers(${id})${queryOf({ select: fieldsOf(customerRow) })}`;

export const toCustomer = (row: CustomerRow, terms: Terms, { company }: Session): ErpCustomer =>
  fit(
    erpCustomerSchema,
    {
      id: row.id,
      number: row.number,
      name: row.displayName,
      city: row.city,
      country: row.country,
      vatId: row.taxRegistrationNumber,
      currency: row.currencyCode ?? company.currency,
      paymentTerms: row.paymentTermsId === null ? null : (terms.get(row.paymentTermsId) ?? null),
      blocked: row.blocked !== '',
    },
    'customers',
  );

export async function customersById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(ErpCustomer | null)[]> {
  const known = guidsOf(ids);
  if (known.length === 0) return ids.map(() => null);
  const filters = conditions('id', known);
  const reads = await session.together([termsPath, ...filters.map((filter) => customersPath(filter))], signal);
  const terms = termsOf(session, reads[0]);
  const rows = reads.slice(1).flatMap((read) => session.rows(customerRow, read, 'customers').rows);
  const byId = new Map(rows.map((row) => [row.id, toCustomer(row, terms, session)]));
  return ids.map((id) => byId.get(guidOf(id) ?? '') ?? null);
}

const PAGE = 500;
/** Page by page; the cursor is the service's own, below the set. */
export async function listCustomers(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'customers.list'>> {
  const first = session.at(`customers${queryOf({ select: fieldsOf(customerRow) })}`);
  const set = session.at('customers?');
  if (cursor !== null && !cursor.startsWith(set)) throw refused('cursor', 'This is no cursor of this list.');
  const headers = { prefer: `odata.maxpagesize=${PAGE}` };
  const [reads, page] = await Promise.all([
    session.together([termsPath], signal),
    session.client.list(customerRow, cursor ?? first, { signal, headers }),
  ]);
  const terms = termsOf(session, reads[0]);
  return { customers: page.rows.map((row) => toCustomer(row, terms, session)), cursor: page.next };
}

/** Nothing of a customer is ours alone, so one that has the same VAT id, or name and e-mail, is looked for first and named. */
async function refuseTwin(session: Session, input: NewCustomer, signal: AbortSignal): Promise<void> {
  const vat = input.vatId ? [{ vatId: input.vatId, country: input.country }] : [];
  const [owners = []] = await customersWithVat(session, vat, signal);
  const same = input.email
    ? all(`displayName eq ${text(input.name)}`, `email eq ${text(input.email)}`)
    : `displayName eq ${text(input.name)}`;
  const filters = [...conditions('id', owners), same];
  const reads = await session.together(
    filters.map((filter) => customersPath(filter, { top: 1 })),
    signal,
    { fresh: true },
  );
  const [twin] = reads.flatMap((read) => session.rows(customerRow, read, 'customers').rows);
  if (twin)
    throw refused(
      'name',
      `Business Central has this customer already: ${twin.number} ${twin.displayName}. Link it instead.`,
    );
}
const fields = [
  ['name', LENGTH.name],
  ['street', LENGTH.address],
  ['city', LENGTH.city],
  ['postalCode', LENGTH.postCode],
  ['phone', LENGTH.phone],
  ['email', LENGTH.email],
] as const;

export async function createCustomer(
  session: Session,
  input: In<'customers.create'>,
  signal: AbortSignal,
): Promise<ErpCustomer> {
  for (const [field, most] of fields)
    if ((input[field] ?? '').length > most)
      throw refused(field, `Business Central takes at most ${most} characters here.`);
  await refuseTwin(session, input, signal);
  const { client, company } = session;
  const given = {
    addressLine1: input.street,
    city: input.city,
    postalCode: input.postalCode,
    country: input.country,
    email: input.email,
    phoneNumber: input.phone,
    taxRegistrationNumber: input.vatId,
    currencyCode: input.currency === company.currency ? null : input.currency,
  };
  const body = {
    displayName: input.name,
    type: 'Company',
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)),
  };
  const made = await client.create(customerRow, session.at('customers'), body, signal);
  return toCustomer(made, new Map(), session);
}

/** A list of nobody's documents is empty, and so is that of a customer that is not there: which it is, the customer's own record tells. */
export function sureOf(session: Session, who: Read | undefined, id: string): void {
  try {
    session.one(z.object({ id: z.string() }), who, 'customers');
  } catch (error) {
    throw error instanceof ErpError && error.kind === 'not_found' ? unknownCustomer(id) : error;
  }
}
export const whoPath = (id: string): string => `customers(${id})${queryOf({ select: ['id'] })}`;
/** For a list that is empty: of nobody, or of a customer that is not there. */
export const unknownCustomer = (id: string): ErpError =>
  notFound('customerId', `Business Central has no customer ${id}.`);
