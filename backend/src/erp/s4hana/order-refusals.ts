import type { OrderInput } from '../contract/schemas.ts';
import { lineOf, linesNamed, type Suspect } from '../kit/named-lines.ts';
import { namingField } from '../kit/refusal-field.ts';
import { partnersOf, toCustomer } from './customers.ts';
import { LENGTH } from './facts.ts';
import { productsOf, salesViewOf } from './products.ts';
import type { Session } from './session.ts';
import { keyOf, keysOf } from './values.ts';

/**
 * SAP refuses in words, and seldom names a field of ours. The line is the one whose product stands in its words; else what was sent is read again, and the
 * first thing in it that cannot be ordered is the field: a customer or product that is gone or blocked, one without sales data, a unit that the product has not.
 */
async function fieldOf(
  session: Session,
  input: OrderInput,
  words: string,
  signal: AbortSignal,
): Promise<string | null> {
  const to = [input.deliverTo, input.invoiceTo].map((each) => (each?.kind === 'known' ? (keyOf(each.id) ?? '') : null));
  const parties = [input.customerId, ...to.filter((each) => each !== null)];
  const keys = keysOf(
    input.lines.map(({ productId }) => productId),
    LENGTH.product,
  );
  session.forget('products');
  const [partners, products] = await Promise.all([
    partnersOf(session, keysOf(parties), signal),
    productsOf(session, keys, signal),
  ]);
  const known = new Map(partners.map((row) => [row.Customer, row]));
  const customer = known.get(keyOf(input.customerId) ?? '');
  const named = linesNamed(
    words,
    input.lines.map(({ productId }) => keyOf(productId, LENGTH.product)),
  );
  const suspects = input.lines.flatMap(({ productId, unit }, index): Suspect[] => {
    const row = products.get(keyOf(productId, LENGTH.product) ?? '');
    const view = row && salesViewOf(row, session);
    if (!row || !view || row.IsMarkedForDeletion || view.IsMarkedForDeletion)
      return [{ index, field: 'productId', sure: true }];
    const units = [
      row.BaseUnit,
      view.SalesMeasureUnit,
      ...row.to_ProductUnitsOfMeasure.map((each) => each.AlternativeUnit),
    ];
    return unit === undefined || units.includes(unit) ? [] : [{ index, field: 'unit', sure: true }];
  });
  if (named.length > 0) return lineOf(named, suspects);
  if (!customer || toCustomer(customer, session).blocked) return 'customerId';
  const line = lineOf(named, suspects);
  if (line !== null) return line;
  for (const [index, field] of (['deliverTo', 'invoiceTo'] as const).entries()) {
    const party = to[index];
    if (party !== null && party !== undefined && !known.has(party)) return field;
  }
  const area = toCustomer(customer, session).currency;
  return area === null || area === input.currency ? null : 'currency';
}

/** The refusal with its field, where one can be found. */
export const withField = namingField(fieldOf, (field) => /^lines|^customer/.test(field));
