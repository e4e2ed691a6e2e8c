import { add, compare, type Decimal, decimal, subtract } from '@backroom/shared';
import { z } from 'zod';
import { type Availability, availabilitySchema } from '../contract/schemas.ts';
import { decimalText, fit } from '../transport/json.ts';
import { queryOf } from '../transport/odata/query.ts';
import { ITEM_LINE } from './facts.ts';
import { guidOf, guidsOf } from './faults.ts';
import { isStocked, itemsPath } from './products.ts';
import { date, type ItemRow, itemRow } from './rows.ts';
import { conditions, type Session } from './session.ts';

const zero = decimal('0');
const line = z.object({
  itemId: z.string(),
  lineType: z.string(),
  unitOfMeasureCode: z.string(),
  quantity: decimalText,
});
const soldRow = z.object({ salesOrderLines: z.array(line.extend({ shippedQuantity: decimalText })) });
const boughtRow = z.object({
  purchaseOrderLines: z.array(line.extend({ receivedQuantity: decimalText, expectedReceiptDate: date })),
});
/** Lines have no list of their own: they come below their orders. */
const soldPath = `salesOrders${queryOf({
  filter: 'fullyShipped eq false',
  select: ['id'],
  expand: 'salesOrderLines',
})}`;
const boughtPath = `purchaseOrders${queryOf({
  filter: 'fullyReceived eq false',
  select: ['id'],
  expand: 'purchaseOrderLines',
})}`;

type Part = { itemId: string; unit: string; quantity: Decimal; date: string | null };
const open = (part: Part): boolean => compare(part.quantity, zero) > 0;

/**
 * Business Central's API has the stock on hand of all locations, and no figure of what is free. What open sales orders still take is therefore read
 * from the orders themselves, and what open purchase orders bring, by date. A line in another unit than the item's makes its item "not known".
 */
export async function availability(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(Availability | null)[]> {
  const known = guidsOf(ids);
  if (known.length === 0) return ids.map(() => null);
  const [sold, bought, ...reads] = await session.together(
    [soldPath, boughtPath, ...conditions('id', known).map(itemsPath)],
    signal,
  );
  const items = reads.flatMap((read) => session.rows(itemRow, read, 'items').rows);
  const [sales, purchases] = await Promise.all([
    session.client.rest(soldRow, session.rows(soldRow, sold, 'salesOrders'), { signal }),
    session.client.rest(boughtRow, session.rows(boughtRow, bought, 'purchaseOrders'), { signal }),
  ]);
  const parts = <Line extends z.output<typeof line>>(
    lines: readonly Line[],
    left: (one: Line) => Decimal,
    on: (one: Line) => string | null,
  ) =>
    lines
      .filter(({ lineType }) => lineType === ITEM_LINE)
      .map(
        (one): Part => ({
          itemId: one.itemId.toLowerCase(),
          unit: one.unitOfMeasureCode,
          quantity: left(one),
          date: on(one),
        }),
      )
      .filter(open);
  const taken = parts(
    sales.flatMap((order) => order.salesOrderLines),
    (one) => subtract(one.quantity, one.shippedQuantity),
    () => null,
  );
  const coming = parts(
    purchases.flatMap((order) => order.purchaseOrderLines),
    (one) => subtract(one.quantity, one.receivedQuantity),
    (one) => one.expectedReceiptDate,
  );
  const byId = new Map(items.map((item) => [item.id, figureOf(item, taken, coming)]));
  return ids.map((id) => byId.get(guidOf(id) ?? '') ?? null);
}

function figureOf(item: ItemRow, taken: readonly Part[], coming: readonly Part[]): Availability | null {
  if (!isStocked(item)) return null;
  const mine = ({ itemId }: Part) => itemId === item.id;
  const [out, incoming] = [taken.filter(mine), coming.filter(mine)];
  if ([...out, ...incoming].some(({ unit }) => unit !== item.baseUnitOfMeasureCode)) return null;
  const reserved = add(zero, ...out.map(({ quantity }) => quantity));
  return fit(
    availabilitySchema,
    {
      productId: item.id,
      onHand: item.inventory,
      reserved,
      available: subtract(item.inventory, reserved),
      // A purchase without a date promises nothing.
      incoming: incoming
        .flatMap((part) => (part.date === null ? [] : [{ date: part.date, quantity: part.quantity, warehouse: '' }]))
        .sort((left, right) => left.date.localeCompare(right.date)),
      warehouses: [],
    },
    'items',
  );
}
