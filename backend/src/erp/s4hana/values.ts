import { type Currency, currencySchema, type Decimal, dayIn, placesOf } from '@backroom/shared';
import { z } from 'zod';
import { decimalText } from '../transport/json.ts';
import { blank } from '../transport/odata/v2-values.ts';
import { LENGTH } from './facts.ts';

/** A key without the zeros that SAP keeps before a number (ALPHA conversion): its APIs leave them out, other sources do not. */
export const bareKey = (key: string): string => (/^0*\d+$/.test(key) ? key.replace(/^0+(?=\d)/, '') : key);
/** Null for what is no key of a document or partner: a question with it would be refused. */
export function keyOf(id: string, most = LENGTH.document): string | null {
  const key = bareKey(id.trim());
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a key of SAP has none, and its Gateway answers them with an error of its own.
  return key === '' || key.length > most || /[\u0000-\u001f]/.test(key) ? null : key;
}
export const keysOf = (ids: readonly string[], most?: number): string[] => [
  ...new Set(ids.map((id) => keyOf(id, most)).filter((key) => key !== null)),
];
/** Equal for the same item of a document: `10`, `000010`. */
export const key = z.string().transform(bareKey);
/** `0` and blank are "none". */
export const reference = blank.transform((value) => (value === null || /^0*$/.test(value) ? null : bareKey(value)));
export const amount = decimalText;
export const currency = z.string().transform((value): Currency | null => currencySchema.safeParse(value).data ?? null);
/** A currency that has to be there. */
export const sure = currencySchema;
/** Flags are Booleans in some services and `X` in others. */
export const flag = z.union([
  z.boolean(),
  z
    .string()
    .nullable()
    .transform((value) => (value ?? '').trim() !== ''),
]);

const DAY_MS = 86_400_000;
type Clock = { timeZone: string; now: () => number };
/** Today in the calendar of the company. */
export const today = ({ timeZone, now }: Clock): string => dayIn(timeZone, new Date(now()));
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
export const moneyIn = (amount: Decimal, currency: Currency) => ({ amount, currency });
export { placesOf };
