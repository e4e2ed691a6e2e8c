import type { PostalAddress } from '@backroom/shared';

const parts = ['name', 'street', 'postalCode', 'city', 'country'] as const;
const read = (text: string | null) => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('en');

/** Whether two addresses are written alike, but for blanks and case: an ERP need not keep the second one. */
export const sameAddress = (left: PostalAddress, right: PostalAddress): boolean =>
  parts.every((part) => read(left[part]) === read(right[part]));
