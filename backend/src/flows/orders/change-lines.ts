import { add, type ChangePreview, compare, compareMoney, type Decimal, decimal, isZero } from '@backroom/shared';
import type { OrderInput } from '../../erp/contract/schemas.ts';
import type { StandingOrder } from '../../erp/contract/standing.ts';

type Row = ChangePreview['lines'][number];
type Wanted = OrderInput['lines'][number] & { code: string; name: string };
type Standing = StandingOrder['lines'][number];
const before = ({ quantity, unitPrice }: Standing) => ({ quantity, unitPrice });
const differs = (old: Standing, { quantity, unitPrice }: Wanted) =>
  compare(old.quantity, quantity) !== 0 ||
  old.unitPrice.currency !== unitPrice.currency ||
  compareMoney(old.unitPrice, unitPrice) !== 0;

/** The order's lines beside the quote's, in the quote's order; what the quote has no more comes last. A line of nothing is none. */
export function changedLines(order: Pick<StandingOrder, 'lines'>, wanted: readonly Wanted[]): Row[] {
  const left = order.lines.filter(({ quantity }) => !isZero(quantity));
  const take = (find: (line: Standing) => boolean): Standing | null => {
    const index = left.findIndex(find);
    return index < 0 ? null : (left.splice(index, 1)[0] ?? null);
  };
  // Lines that stay as they are first, so that a second line of the same product finds its own.
  const same = wanted.map((line) => take((old) => old.productId === line.productId && !differs(old, line)));
  const rows = wanted.map((line, index): Row => {
    const old = same[index] ?? take(({ productId }) => productId === line.productId);
    const after = { quantity: line.quantity, unitPrice: line.unitPrice };
    return {
      code: line.code,
      name: line.name,
      before: old && before(old),
      after,
      isChanged: old === null || differs(old, line),
    };
  });
  const gone = left.map(
    (old): Row => ({ code: old.code, name: old.name, before: before(old), after: null, isChanged: true }),
  );
  return [...rows, ...gone];
}

/** The sum of the charges that an ERP shows as lines after the others is no product of the quote. */
export const withoutCharges = (order: StandingOrder, charges: number): Pick<StandingOrder, 'lines'> =>
  order.charges === undefined && charges > 0 ? { lines: order.lines.slice(0, order.lines.length - charges) } : order;

export const sumOf = (amounts: readonly Decimal[]): Decimal => add(decimal('0'), ...amounts);
