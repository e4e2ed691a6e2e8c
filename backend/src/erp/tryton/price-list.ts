import { absolute, canonical, compare, type Decimal } from '@backroom/shared';
import { z } from 'zod';
import type { Call, TrytonClient } from './client.ts';
import { zero } from './support.ts';
import { convert, towards, type Unit } from './units.ts';
import { float } from './wire.ts';

const listRow = z.object({
  unit: z.string(),
  tax_included: z.boolean(),
  'lines.': z.array(z.object({ product: z.number().nullable(), quantity: float.nullable(), formula: z.string() })),
});
const listFields = ['unit', 'tax_included', 'lines.product', 'lines.quantity', 'lines.formula'];

/** The quantities from which a price list's price may change, and whether nothing else of the quantity counts. */
export type PriceList = {
  taxIncluded: boolean;
  /** False where a formula uses the quantity itself: then only the very quantity gives its price. */
  stepwise: boolean;
  /** In the unit the list counts in; `product` null: for all of them, or a category's. */
  steps: readonly { product: number | null; from: Decimal }[];
  unit: string;
};
export const noList: PriceList = { taxIncluded: false, stepwise: true, steps: [], unit: 'product_default' };
/** What Tryton's own formulas may name. Another name comes from a module we do not know. */
const knownNames = new Set([
  'unit_price',
  'cost_price',
  'list_price',
  'Decimal',
  'round',
  'min',
  'max',
  'if',
  'else',
  'and',
  'or',
  'not',
]);

export async function readPriceList(client: TrytonClient, id: number, call: Call): Promise<PriceList> {
  const [list] = await client.search(
    'product.price_list',
    {
      domain: [
        ['id', '=', id],
        ['active', 'in', [true, false]],
      ],
      fields: listFields,
      row: listRow,
    },
    call,
  );
  if (!list) return { ...noList, stepwise: false };
  const names = list['lines.'].flatMap(({ formula }) => formula.match(/[A-Za-z_]\w*/g) ?? []);
  return {
    taxIncluded: list.tax_included,
    stepwise: names.every((name) => knownNames.has(name)),
    steps: list['lines.'].flatMap(({ product, quantity }) =>
      quantity !== null && compare(quantity, zero) > 0 ? [{ product, from: quantity }] : [],
    ),
    unit: list.unit,
  };
}

export type Units = { product: number; default: Unit; sale: Unit };

/**
 * The quantities, in the unit of sale and rising, from which this product's price may be another: rounded up to what can be ordered, for ten
 * pieces are 0.83 dozen and Tryton counts a little less than ten then.
 */
export function stepsFor(list: PriceList, units: Units): Decimal[] {
  const counted = list.unit === 'product_sale' ? units.sale : units.default;
  const own = list.steps
    .filter(({ product }) => product === null || product === units.product)
    .map(({ from }) => towards('up', convert(from, counted, units.sale), units.sale.digits))
    .map(canonical);
  return [...new Set(own)].sort(compare);
}
/** The last step that the quantity has reached; zero below the first. A list looks at the size of a quantity, not its sign. */
export function stepOf(steps: readonly Decimal[], quantity: Decimal): Decimal {
  const size = absolute(quantity);
  return steps.filter((from) => compare(from, size) <= 0).at(-1) ?? zero;
}
