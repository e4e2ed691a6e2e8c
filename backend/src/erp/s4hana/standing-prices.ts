import { compare, isZero, multiply, placesOf, round } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { OrderInput } from '../contract/schemas.ts';
import { PRICE_CLASS, TAX_CLASS } from './facts.ts';
import { headerBody, itemBodies, itemNumber } from './order-body.ts';
import type { Session } from './session.ts';
import { ASKED, type Simulated, type SimulatedItem, simulateRow } from './simulation.ts';

type Item = ReturnType<typeof itemBodies>[number];
type Priced = Omit<Item, 'to_PricingElement'> & {
  to_PricingElement: (Item['to_PricingElement'][number] | { ConditionType: string; ConditionRateValue: string })[];
};
type Found = { items: readonly Priced[]; answer: Awaited<ReturnType<typeof simulateRow>> };

const simulated = (session: Session, input: OrderInput, items: readonly Priced[], signal: AbortSignal) =>
  simulateRow(
    session,
    {
      ...headerBody(session, input),
      ...ASKED,
      to_Item: items.map((item) => ({ ...item, to_ScheduleLine: [] })),
    },
    signal,
  );
const itemAt = ({ to_Item: items }: Simulated, index: number): SimulatedItem | undefined =>
  items.find(({ SalesOrderItem }) => SalesOrderItem === itemNumber(index));
const isKept = (row: Simulated, { lines, currency }: OrderInput): boolean =>
  lines.every(({ quantity, unitPrice }, index) => {
    const item = itemAt(row, index);
    const wanted = round(multiply(unitPrice.amount, quantity), placesOf(currency));
    return item !== undefined && compare(item.NetAmount, wanted) === 0;
  });
/** Discounts and surcharges that SAP found by itself and that count. Subtotals have no type. */
const foundIn = ({ to_PricingElement: elements = [] }: SimulatedItem): string[] => [
  ...new Set(
    elements.flatMap((each) =>
      each.ConditionType === null ||
      each.ConditionInactiveReason !== null ||
      each.ConditionIsForStatistics ||
      each.ConditionClass === PRICE_CLASS ||
      each.ConditionClass === TAX_CLASS ||
      isZero(each.ConditionAmount)
        ? []
        : [each.ConditionType],
    ),
  ),
];

/**
 * The items with what lets their prices stand, as far as SAP does it. A net price is agreed: a discount that pricing adds to it is entered by hand with nothing
 * in it. Whether that counts is decided by customizing, so it is kept only where a second simulation comes to the agreed prices.
 */
export async function standingItems(session: Session, input: OrderInput, signal: AbortSignal): Promise<Found> {
  const items: readonly Priced[] = itemBodies(session, input);
  const answer = await simulated(session, input, items, signal);
  const plain = { items, answer };
  if (isKept(answer.entity, input)) return plain;
  const freed = items.map((item, index): Priced => {
    const there = index < input.lines.length ? itemAt(answer.entity, index) : undefined;
    const none = there ? foundIn(there).map((ConditionType) => ({ ConditionType, ConditionRateValue: '0' })) : [];
    return { ...item, to_PricingElement: [...item.to_PricingElement, ...none] };
  });
  if (freed.every((item, index) => item.to_PricingElement.length === items[index]?.to_PricingElement.length))
    return plain;
  const again = await simulated(session, input, freed, signal).catch((error: unknown) => {
    if (error instanceof ErpError && ['refused', 'not_found'].includes(error.kind)) return null;
    throw error;
  });
  return again && isKept(again.entity, input) ? { items: freed, answer: again } : plain;
}
/** For a create, which needs no simulation to be possible: one that is refused or not offered leaves the items as they are. */
export async function itemsToSend(
  session: Session,
  input: OrderInput,
  signal: AbortSignal,
): Promise<readonly Priced[]> {
  try {
    return (await standingItems(session, input, signal)).items;
  } catch (error) {
    const without = ['refused', 'not_found', 'unsupported', 'unauthorised', 'drift'];
    if (error instanceof ErpError && without.includes(error.kind)) return itemBodies(session, input);
    throw error;
  }
}
