import { type ErpCustomer, erpCustomerIdSchema } from '@backroom/shared';
import { z } from 'zod';
import type { Installation } from './installation.ts';

const addressRow = z.object({
  city: z.string().nullable(),
  active: z.boolean(),
  sequence: z.number().nullable(),
  invoice: z.boolean().nullish(),
  'country.': z.object({ code: z.string() }).nullable(),
});
export const partyRow = z.object({
  id: z.number(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  active: z.boolean(),
  replaced_by: z.number().nullable(),
  'customer_payment_term.': z.object({ rec_name: z.string() }).nullish(),
  'tax_identifier.': z.object({ code: z.string() }).nullable(),
  'addresses.': z.array(addressRow),
  'identifiers.': z.array(z.object({ code: z.string(), type: z.string().nullish() })),
  'contact_mechanisms.': z.array(z.object({ type: z.string(), value: z.string().nullable() })),
});
export type PartyRow = z.infer<typeof partyRow>;
export const partyFields = ({ hasModule }: Installation): readonly string[] => [
  ...['code', 'name', 'active', 'replaced_by', 'tax_identifier.code', 'identifiers.code', 'identifiers.type'],
  ...['addresses.city', 'addresses.active', 'addresses.sequence', 'addresses.invoice', 'addresses.country.code'],
  ...['contact_mechanisms.type', 'contact_mechanisms.value'],
  ...(hasModule('account_invoice') ? ['customer_payment_term.rec_name'] : []),
];

/** The address that Tryton invoices to: the first one meant for it, else the first. */
function addressOf(row: PartyRow) {
  const current = row['addresses.'].filter(({ active }) => active);
  const sorted = current.sort((left, right) => (left.sequence ?? 0) - (right.sequence ?? 0));
  return sorted.find(({ invoice }) => invoice) ?? sorted[0];
}
export const countryOf = (row: PartyRow): string | null => addressOf(row)?.['country.']?.code ?? null;

/** Tax numbers have these types; what else has a type of its own is a number of a register. */
const taxTypes = /(^|_)(vat|eu_vat|uid|nif|nie|cif|tva|ruc|cuit|rfc|oss|ssn|stnr|idnr|personalid|pesel)$/;
/** Number in the trade or company register, such as `fr_siren`. Our own reference has no type. */
export function registrationOf(row: PartyRow): string | null {
  const tax = row['tax_identifier.']?.code;
  const found = row['identifiers.'].find(({ type, code }) => type && code !== tax && !taxTypes.test(type));
  return found?.code ?? null;
}
export const emailsOf = (row: PartyRow): string[] =>
  row['contact_mechanisms.'].flatMap(({ type, value }) => (type === 'email' && value ? [value] : []));

/** `reminded`: a reminder forbids new orders. */
export function toCustomer(row: PartyRow, reminded: boolean): ErpCustomer {
  return {
    id: erpCustomerIdSchema.parse(String(row.id)),
    number: row.code ?? String(row.id),
    name: row.name ?? '',
    city: addressOf(row)?.city || null,
    country: countryOf(row),
    vatId: row['tax_identifier.']?.code ?? null,
    // A party has no currency: it buys in the one that is asked for.
    currency: null,
    paymentTerms: row['customer_payment_term.']?.rec_name ?? null,
    blocked: !row.active || reminded,
  };
}
