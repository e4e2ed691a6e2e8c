import { z } from 'zod';
import { IN_MOST, OBJECT } from './facts.ts';
import { among } from './query.ts';
import type { Session } from './session.ts';
import { blank, countryCode, key, parts } from './values.ts';

const contactRow = z.object({
  key,
  id: z.string(),
  printAs: blank,
  'mailingAddress.addressLine1': blank,
  'mailingAddress.postCode': blank,
  'mailingAddress.city': blank,
  'mailingAddress.isoCountryCode': countryCode,
});
export type ContactRow = z.output<typeof contactRow>;

export const postalOf = (row: ContactRow) => ({
  name: row.printAs ?? row.id,
  street: row['mailingAddress.addressLine1'],
  postalCode: row['mailingAddress.postCode'],
  city: row['mailingAddress.city'],
  country: row['mailingAddress.isoCountryCode'],
});
/** An address of ours as a contact has it. */
export const mailingAddress = (address: {
  street: string | null;
  postalCode: string | null;
  city: string | null;
  country: string | null;
}) => ({
  ...(address.street ? { addressLine1: address.street } : {}),
  ...(address.postalCode ? { postCode: address.postalCode } : {}),
  ...(address.city ? { city: address.city } : {}),
  ...(address.country ? { isoCountryCode: address.country.toUpperCase() } : {}),
});

/** Contacts by the names that documents call them by. */
export async function contactsById(
  { client }: Session,
  ids: readonly (string | null)[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ContactRow>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const lists = await Promise.all(
    parts(wanted, IN_MOST).map((some) =>
      client.query(
        contactRow,
        { object: OBJECT.contact, fields: Object.keys(contactRow.shape), where: among('id', some) },
        signal,
      ),
    ),
  );
  return new Map(lists.flat().map((row) => [row.id, row]));
}
