import type { OrderInput } from '../contract/schemas.ts';
import { lineOf, linesNamed } from '../kit/named-lines.ts';
import { namingField } from '../kit/refusal-field.ts';
import { customersById } from './customers.ts';
import { productsById } from './products.ts';
import type { Session } from './session.ts';

/** Sage 200 names no field: by the words the line is found whose product stands in them, else what was sent is looked at again. */
async function fieldOf(
  session: Session,
  input: OrderInput,
  words: string,
  signal: AbortSignal,
): Promise<string | null> {
  const ids = input.lines.map(({ productId }) => productId);
  const [products, [customer]] = await Promise.all([
    productsById(session, ids, signal),
    customersById(session, [input.customerId], signal),
  ]);
  const named = linesNamed(
    words,
    ids.map((each) => products.get(each)?.code),
  );
  if (named.length > 0) return lineOf(named, []);
  if (!customer || customer.blocked || /\b(?:customer|account)\b/i.test(words)) return 'customerId';
  return null;
}
/** A refusal of an order with our name of its field. */
export const withField = namingField(fieldOf);
