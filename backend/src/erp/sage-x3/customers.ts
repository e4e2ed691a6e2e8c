import { type ErpCustomer, erpCustomerSchema } from '@backroom/shared';
import { z } from 'zod';
import type { Out } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { fit } from '../transport/json.ts';
import { CLASS, CREDIT, OF_PARTNER, VALUES_MOST } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import type { Session } from './session.ts';
import {
  amount,
  blank,
  code,
  countryCode,
  currencyCode,
  firstOf,
  flag,
  keyOf,
  keysOf,
  optionalChoice,
  parts,
  texts,
} from './values.ts';
import { above, all, among, type Condition, is } from './where.ts';

const customerRow = z.object({
  BPCNUM: code,
  BPCNAM: firstOf,
  BPCSTA: flag,
  CUR: currencyCode,
  PTE: blank,
  OSTCTL: optionalChoice,
  OSTAUZ: amount,
  BPAADD: blank,
  BPAINV: blank,
});
type CustomerRow = z.output<typeof customerRow>;
const partnerRow = z.object({ BPRNUM: code, EECNUM: blank, CRN: blank, CRY: countryCode });
const addressRow = z.object({
  BPANUM: code,
  BPAADD: code,
  BPADES: blank,
  BPAADDLIG: firstOf,
  POSCOD: blank,
  CTY: blank,
  CRY: countryCode,
  WEB: texts,
});
type AddressRow = z.output<typeof addressRow>;
const personRow = z.object({ BPANUM: code, WEB: firstOf });
/** A customer with the partner that it is, and the addresses of that. */
export type Customer = {
  row: CustomerRow;
  vatId: string | null;
  registrationNumber: string | null;
  country: string | null;
  addresses: readonly AddressRow[];
  /** E-mail addresses of its people. */
  people: readonly string[];
};

/** A list of values is asked for in parts. */
export async function rowsAmong<Row extends z.ZodType>(
  { rest }: Session,
  { row, of, field, more = [] }: { row: Row; of: string; field: string; more?: readonly Condition[] },
  values: readonly string[],
  signal: AbortSignal,
): Promise<z.output<Row>[]> {
  const lists = await Promise.all(
    parts([...new Set(values)], VALUES_MOST).map((some) =>
      rest.all(row, { of, where: all(among(field, some), ...more) }, signal),
    ),
  );
  return lists.flat();
}
export const addressesAt = (session: Session, numbers: readonly string[], signal: AbortSignal): Promise<AddressRow[]> =>
  rowsAmong(
    session,
    { row: addressRow, of: CLASS.address, field: 'BPANUM', more: [is('BPATYP', OF_PARTNER)] },
    numbers,
    signal,
  );
export const addressesWhere = (session: Session, where: Condition, size: number, signal: AbortSignal) =>
  session.rest.first(addressRow, { of: CLASS.address, where: all(is('BPATYP', OF_PARTNER), where) }, size, signal);
export const peopleWhere = (session: Session, where: Condition, size: number, signal: AbortSignal) =>
  session.rest.first(personRow, { of: CLASS.person, where: all(is('CCNTYP', OF_PARTNER), where) }, size, signal);
export const partnersWhere = (session: Session, where: Condition, size: number, signal: AbortSignal) =>
  session.rest.first(partnerRow, { of: CLASS.partner, where }, size, signal);
export const customersWhere = (session: Session, where: Condition, size: number, signal: AbortSignal) =>
  session.rest.first(customerRow, { of: CLASS.customer, where }, size, signal);

/** Name, VAT id, addresses and people of a customer stand in classes of their own. */
export async function completed(
  session: Session,
  rows: readonly CustomerRow[],
  signal: AbortSignal,
): Promise<Customer[]> {
  const numbers = rows.map((row) => row.BPCNUM);
  const [partners, addresses, people] = await Promise.all([
    rowsAmong(session, { row: partnerRow, of: CLASS.partner, field: 'BPRNUM' }, numbers, signal),
    addressesAt(session, numbers, signal),
    rowsAmong(
      session,
      { row: personRow, of: CLASS.person, field: 'BPANUM', more: [is('CCNTYP', OF_PARTNER)] },
      numbers,
      signal,
    ),
  ]);
  const byNumber = new Map(partners.map((row) => [row.BPRNUM, row]));
  const ofNumber = Map.groupBy(addresses, (row) => row.BPANUM);
  const atNumber = Map.groupBy(people, (row) => row.BPANUM);
  return rows.map((row) => {
    const partner = byNumber.get(row.BPCNUM);
    return {
      row,
      vatId: partner?.EECNUM ?? null,
      registrationNumber: partner?.CRN ?? null,
      country: partner?.CRY ?? null,
      addresses: ofNumber.get(row.BPCNUM) ?? [],
      people: (atNumber.get(row.BPCNUM) ?? []).flatMap(({ WEB }) => WEB ?? []),
    };
  });
}
export const usualAddress = ({ row, addresses }: Customer): AddressRow | undefined =>
  addresses.find((each) => each.BPAADD === row.BPAADD) ?? addresses[0];
export const emailsOf = ({ addresses, people }: Pick<Customer, 'addresses' | 'people'>): string[] =>
  [...addresses.flatMap(({ WEB }) => WEB), ...people].filter((each) => each.includes('@'));
export const isHeld = ({ OSTCTL }: Pick<CustomerRow, 'OSTCTL'>): boolean => OSTCTL === CREDIT.hold;

export function toCustomer(customer: Customer, { company }: Session): ErpCustomer {
  const { row, vatId, country } = customer;
  const address = usualAddress(customer);
  return fit(
    erpCustomerSchema,
    {
      id: row.BPCNUM,
      number: row.BPCNUM,
      name: row.BPCNAM ?? row.BPCNUM,
      city: address?.CTY ?? null,
      country: address?.CRY ?? country,
      vatId,
      currency: row.CUR ?? company.currency,
      paymentTerms: row.PTE,
      blocked: !row.BPCSTA || isHeld(row),
    },
    CLASS.customer,
  );
}
export const customersAmong = (session: Session, numbers: readonly string[], signal: AbortSignal) =>
  rowsAmong(session, { row: customerRow, of: CLASS.customer, field: 'BPCNUM' }, numbers, signal);
export async function customersById(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(ErpCustomer | null)[]> {
  const rows = await customersAmong(session, keysOf(ids), signal);
  const found = await completed(session, rows, signal);
  const byNumber = new Map(found.map((each) => [each.row.BPCNUM, toCustomer(each, session)]));
  return ids.map((id) => byNumber.get(id) ?? null);
}
/** A customer that has to be there. */
export async function customerWith(session: Session, customerId: string, signal: AbortSignal): Promise<CustomerRow> {
  const key = keyOf(customerId);
  const row = key === null ? null : await session.rest.one(customerRow, CLASS.customer, key, signal);
  if (!row) throw unknownCustomer(customerId);
  return row;
}

const LISTED = 200;
const listCursor = z.object({ after: z.string() });
/** By their numbers: an offset into a list that changes would miss some. */
export async function listCustomers(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'customers.list'>> {
  const after = cursor === null ? null : cursorOf(listCursor, cursor).after;
  const { rows, more } = await session.rest.first(
    customerRow,
    {
      of: CLASS.customer,
      orderBy: 'BPCNUM asc',
      ...(after === null ? {} : { where: above('BPCNUM', after) }),
    },
    LISTED,
    signal,
  );
  const found = await completed(session, rows, signal);
  const last = rows.at(-1);
  return {
    customers: found.map((each) => ({
      ...toCustomer(each, session),
      emails: emailsOf(each),
      registrationNumber: each.registrationNumber,
      street: usualAddress(each)?.BPAADDLIG ?? null,
      postalCode: usualAddress(each)?.POSCOD ?? null,
    })),
    cursor: more && last ? JSON.stringify({ after: last.BPCNUM } satisfies z.output<typeof listCursor>) : null,
  };
}
