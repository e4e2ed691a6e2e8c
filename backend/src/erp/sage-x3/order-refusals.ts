import type { OrderInput } from '../contract/schemas.ts';
import { lineOf, linesNamed } from '../kit/named-lines.ts';
import { namingField } from '../kit/refusal-field.ts';
import { addressesAt, customersAmong } from './customers.ts';
import type { Session } from './session.ts';
import { keysOf } from './values.ts';

/** X3 names no field in a message: the line is found whose product stands in the words, else what was sent is looked at again. */
async function fieldOf(
  session: Session,
  input: OrderInput,
  words: string,
  signal: AbortSignal,
): Promise<string | null> {
  const codes = input.lines.map(({ productId }) => productId as string);
  const named = linesNamed(words, codes);
  if (named.length > 0) return lineOf(named, []);
  const [customer] = await customersAmong(session, keysOf([input.customerId]), signal);
  if (!customer?.BPCSTA) return 'customerId';
  if (new RegExp(`\\b${input.currency}\\b`).test(words)) return 'currency';
  const { deliverTo } = input;
  if (deliverTo?.kind === 'known') {
    const addresses = await addressesAt(session, [customer.BPCNUM], signal);
    if (!addresses.some((each) => each.BPAADD === deliverTo.id)) return 'deliverTo';
  }
  return /\bcustomer\b|\bclient\b|\bBPCORD\b/i.test(words) ? 'customerId' : null;
}
/** A refusal of an order with our name of its field. */
export const withField = namingField(fieldOf);
