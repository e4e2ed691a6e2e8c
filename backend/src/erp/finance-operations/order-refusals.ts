import type { OrderInput } from '../contract/schemas.ts';
import { lineOf, linesNamed, type Suspect } from '../kit/named-lines.ts';
import { namingField } from '../kit/refusal-field.ts';
import { text } from '../transport/odata/query.ts';
import { addressesOf } from './addresses.ts';
import { customerRowOf } from './customers.ts';
import { BLOCKED } from './facts.ts';
import { refused } from './faults.ts';
import { productRows } from './products.ts';
import { currencyRow } from './rows.ts';
import type { Session } from './session.ts';

/**
 * An Infolog says in words what was refused and names no field of ours. The line is the one whose item stands in its words; else what was sent is read again,
 * and the first thing in it that cannot be ordered is the field: a customer that is gone or on hold, a currency, an item that is gone. A unit other than the
 * item's own may have a conversion: it is named only where the words name it, or its item.
 */
async function fieldOf(
  session: Session,
  input: OrderInput,
  words: string,
  signal: AbortSignal,
): Promise<string | null> {
  const [customer, products, currencies] = await Promise.all([
    customerRowOf(session, input.customerId, signal),
    productRows(
      session,
      input.lines.map(({ productId }) => productId as string),
      signal,
    ),
    session.client.list(
      currencyRow,
      `Currencies?$filter=${encodeURIComponent(`CurrencyCode eq ${text(input.currency)}`)}&$select=CurrencyCode`,
      { signal },
    ),
  ]);
  const known = new Map(products.map((row) => [row.ItemNumber, row]));
  const named = linesNamed(
    words,
    input.lines.map(({ productId }) => productId),
  );
  const suspects = input.lines.flatMap(({ productId, unit }, index): Suspect[] => {
    const product = known.get(productId);
    if (!product) return [{ index, field: 'productId', sure: true }];
    const isOwn = !unit || unit === product.SalesUnitSymbol || unit === product.InventoryUnitSymbol;
    return isOwn ? [] : [{ index, field: 'unit', sure: linesNamed(words, [unit]).length > 0 }];
  });
  if (named.length > 0) return lineOf(named, suspects);
  if (!customer || BLOCKED.has(customer.OnHoldStatus)) return 'customerId';
  if (currencies.rows.length === 0) return 'currency';
  return lineOf(named, suspects);
}
/** The refusal with its field, where one can be found. */
export const withField = namingField(fieldOf);
/** F&O takes any location as the address of an order: whether it is the customer's is looked up first. */
export async function checkAddress(
  session: Session,
  { customerId, deliverTo }: OrderInput,
  signal: AbortSignal,
): Promise<void> {
  if (deliverTo?.kind !== 'known') return;
  const addresses = await addressesOf(session, customerId, signal);
  if (!addresses.some(({ id }) => id === deliverTo.id))
    throw refused('deliverTo', `Customer ${customerId} has no address ${deliverTo.id}.`);
}
