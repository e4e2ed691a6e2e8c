import { z } from 'zod';
import { blank, choice, flag } from './values.ts';

/** An address as a record shows it. */
export const addressRow = z.object({
  addressee: blank,
  attention: blank,
  addr1: blank,
  addr2: blank,
  city: blank,
  zip: blank,
  country: choice,
});
export type AddressRow = z.output<typeof addressRow>;
export const postalOf = (row: AddressRow) => ({
  name: row.addressee ?? row.attention,
  street: [row.addr1, row.addr2].filter(Boolean).join(', ') || null,
  postalCode: row.zip,
  city: row.city,
  country: row.country,
});

/** An entry of a customer's book. An order names it by its internal id. */
export const bookRow = z.object({
  id: z.string().optional(),
  internalId: z.string().optional(),
  defaultBilling: flag,
  defaultShipping: flag,
  addressBookAddress: addressRow.optional(),
});
