import { LENGTH } from './facts.ts';

const PREFIX = 'BR-';
/** The part of a reference that names the record and its revision: twenty characters of base 32. */
const OURS = /^[A-Z2-7]{20}$/;

/** Our reference as the field holds it. A whole one is longer than the customer's reference may be, so its beginning, which all have, is left out. */
export const stored = (reference: string): string =>
  reference.length <= LENGTH.reference ? reference : reference.slice(reference.startsWith(PREFIX) ? PREFIX.length : 0);
/** What stands in the field, as a reference. Whatever people write there stays what it is. */
export const referenceIn = (value: string | null): string | null =>
  value !== null && OURS.test(value) ? `${PREFIX}${value}` : value;
/** The longest reference that the field keeps. */
export const LONGEST = LENGTH.reference + PREFIX.length;
