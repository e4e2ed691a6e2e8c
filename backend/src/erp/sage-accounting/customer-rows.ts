import { z } from 'zod';
import type { SageClient } from './client.ts';
import { directory } from './directory.ts';
import { CUSTOMER, LIST } from './facts.ts';
import { amount, blank, country, currency, flag, id, link, moment } from './values.ts';

const address = z
  .object({
    address_line_1: blank.optional(),
    city: blank.optional(),
    postal_code: blank.optional(),
    country: country.optional(),
  })
  .nullish()
  .transform((row) => row ?? {});
const person = z.object({ email: blank.optional() }).nullish();
/** A contact of Sage that is a customer. */
export const customerRow = z.object({
  id,
  displayed_as: blank.optional(),
  name: blank,
  reference: blank,
  tax_number: blank,
  email: blank.optional(),
  main_address: address,
  main_contact_person: person,
  currency,
  credit_limit: amount,
  credit_days: amount,
  /** Only where it is asked for, of one contact. */
  balance: amount.optional(),
  product_sales_price_type: link,
  default_sales_ledger_account: link,
  default_sales_tax_rate: link,
  source_guid: blank,
  registered_number: blank.optional(),
  gdpr_obfuscated: flag,
  is_active: z.boolean().nullish(),
  deleted_at: blank.optional(),
  updated_at: moment,
});
export type CustomerRow = z.output<typeof customerRow>;

/** Nested records are asked for as well: an address is little more than its id otherwise. */
export const customerQuery = {
  attributes: Object.keys(customerRow.shape)
    .filter((name) => !['id', 'displayed_as', 'balance'].includes(name))
    .join(','),
  nested_attributes: 'all',
} as const;
export const listQuery = { ...customerQuery, contact_type_id: CUSTOMER, exclude_system: 'true' } as const;

export const customersIn = (client: SageClient) =>
  directory({
    all: (signal) => client.all(customerRow, LIST.contacts, listQuery, signal),
    since: (updated_or_created_since, signal) =>
      client.all(customerRow, LIST.contacts, { ...listQuery, updated_or_created_since }, signal),
  });
