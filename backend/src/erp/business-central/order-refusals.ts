import type { OrderInput } from '../contract/schemas.ts';
import { lineOf, linesNamed, type Suspect } from '../kit/named-lines.ts';
import { namingField } from '../kit/refusal-field.ts';
import { customerPath } from './customers.ts';
import { guidOf, guidsOf } from './faults.ts';
import { itemsPath } from './products.ts';
import { customerRow, itemRow } from './rows.ts';
import { conditions, type Session } from './session.ts';

/** Fields that its words name in quotes: those are not translated. */
const quoted: readonly (readonly [named: RegExp, field: string])[] = [
  [/"currency(Code|Id)"/, 'currency'],
  [/"customer(Number|Id)"/, 'customerId'],
  [/"(paymentTerms|shipmentMethod)Id"/, 'customerId'],
];

const UNIT = /"unitOfMeasure(Code|Id)"/;

/**
 * Business Central refuses in words and names no field. The line is the one whose item stands in its words; else what was sent is read again, and the first
 * thing in it that cannot be ordered is the field: a customer or an item that is gone or blocked. A unit other than the base one may be one of the item's: it
 * is named only where the words name it, or its item.
 */
async function fieldOf(
  session: Session,
  input: OrderInput,
  words: string,
  signal: AbortSignal,
): Promise<string | null> {
  const known = quoted.find(([named]) => named.test(words));
  if (known) return known[1];
  const ids = guidsOf(input.lines.map(({ productId }) => productId));
  const [who, ...reads] = await session.together(
    [customerPath(input.customerId), ...conditions('id', ids).map(itemsPath)],
    signal,
    { fresh: true },
  );
  const items = new Map(
    reads.flatMap((read) => session.rows(itemRow, read, 'items').rows).map((item) => [item.id, item]),
  );
  const sold = input.lines.map(({ productId }) => items.get(guidOf(productId) ?? ''));
  const named = linesNamed(
    words,
    sold.map((item) => item?.number),
  );
  const suspects = sold.flatMap((item, index): Suspect[] => {
    const unit = input.lines[index]?.unit;
    if (!item || item.blocked) return [{ index, field: 'productId', sure: true }];
    const isMeant = unit !== undefined && (UNIT.test(words) || linesNamed(words, [unit]).length > 0);
    return unit && unit !== item.baseUnitOfMeasureCode ? [{ index, field: 'unit', sure: isMeant }] : [];
  });
  if (named.length > 0) return lineOf(named, suspects);
  if (!who || 'error' in who || session.one(customerRow, who, 'customers').blocked !== '') return 'customerId';
  return lineOf(named, suspects);
}

/** The refusal with its field, where one can be found. */
export const withField = namingField(fieldOf);
