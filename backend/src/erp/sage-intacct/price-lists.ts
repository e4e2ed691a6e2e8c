import { add, compare, type Decimal, decimal, divide, isZero, multiply, subtract } from '@backroom/shared';
import { z } from 'zod';
import { OBJECT } from './facts.ts';
import type { Session } from './session.ts';
import { amount, blank, currencyCode, day, key, optionalKey, zero } from './values.ts';

const listRow = z.object({ key, id: z.string(), status: blank, startDate: day, endDate: day });
const scheduleRow = z.object({ key, id: z.string(), status: blank, 'priceList.id': blank, discountPercent: amount });
export const entryRow = z.object({
  key,
  'item.key': optionalKey,
  'priceList.id': blank,
  status: blank,
  currency: currencyCode,
  startDate: day,
  endDate: day,
  minimumQuantity: amount,
  maximumQuantity: amount,
  value: amount,
  valueType: z.string(),
});
export type Entry = z.output<typeof entryRow>;
/** A price list that counts for a customer. `off`: percent that the customer's price schedule takes off each of its prices. */
export type List = { id: string; off: Decimal; isActive: boolean };
type Lists = {
  lists: readonly z.output<typeof listRow>[];
  schedules: ReadonlyMap<string, z.output<typeof scheduleRow>>;
};

const hundred = decimal('100');
const isActive = ({ status }: { status: string | null }): boolean => status === null || status === 'active';
const counts = ({ startDate, endDate }: { startDate: string | null; endDate: string | null }, on: string): boolean =>
  (startDate === null || startDate <= on) && (endDate === null || endDate >= on);

const knownLists = (session: Session, signal: AbortSignal): Promise<Lists> =>
  session.remember('price lists', async () => {
    const [lists, schedules] = await Promise.all([
      session.client.query(listRow, { object: OBJECT.priceList, fields: Object.keys(listRow.shape) }, signal),
      session.client.query(
        scheduleRow,
        { object: OBJECT.priceSchedule, fields: Object.keys(scheduleRow.shape) },
        signal,
      ),
    ]);
    return { lists, schedules: new Map(schedules.map((row) => [row.id, row])) };
  });

/** The lists of a customer, the most particular first. The base list is the last, also where it is no longer used: below it are the prices of the items. */
export async function listsOf(
  session: Session,
  customer: { 'priceList.id': string | null; 'priceSchedule.id': string | null },
  on: string,
  signal: AbortSignal,
): Promise<List[]> {
  const { lists, schedules } = await knownLists(session, signal);
  const schedule = schedules.get(customer['priceSchedule.id'] ?? '');
  const wanted = [
    ...(schedule && isActive(schedule)
      ? [{ id: schedule['priceList.id'] ?? session.settings.priceList, off: schedule.discountPercent ?? zero }]
      : []),
    ...(customer['priceList.id'] === null ? [] : [{ id: customer['priceList.id'], off: zero }]),
    { id: session.settings.priceList, off: zero },
  ];
  return wanted
    .map((list) => ({ ...list, isActive: lists.some((row) => row.id === list.id && isActive(row) && counts(row, on)) }))
    .filter((list) => list.isActive || list.id === session.settings.priceList);
}

const least = ({ minimumQuantity }: Entry): Decimal => minimumQuantity ?? zero;
const reaches = (entry: Entry, quantity: Decimal): boolean =>
  compare(least(entry), quantity) <= 0 &&
  (entry.maximumQuantity === null || isZero(entry.maximumQuantity) || compare(entry.maximumQuantity, quantity) >= 0);
const percentOf = (price: Decimal, percent: Decimal): Decimal => divide(multiply(price, percent), hundred);

/** The entry of a list for so much of an item; of several that overlap, the one for the largest quantity, and then the one that began last. */
const entryFor = (entries: readonly Entry[], list: string, quantity: Decimal): Entry | undefined =>
  entries
    .filter((entry) => entry['priceList.id'] === list && entry.value !== null && reaches(entry, quantity))
    .toSorted(
      (left, right) =>
        compare(least(right), least(left)) || (right.startDate ?? '').localeCompare(left.startDate ?? ''),
    )[0];

/** The price for one base unit, and the list that has it. An entry that is a difference counts from the price of the lists after its own. */
export function priceIn(
  entries: readonly Entry[],
  [list, ...after]: readonly List[],
  quantity: Decimal,
): { price: Decimal; list: List } | null {
  if (!list) return null;
  const entry = entryFor(entries, list.id, quantity);
  if (!entry) return priceIn(entries, after, quantity);
  const value = entry.value ?? zero;
  const below = entry.valueType === 'actual' ? null : priceIn(entries, after, quantity);
  if (entry.valueType !== 'actual' && below === null) return null;
  const base = below?.price ?? zero;
  const prices: Readonly<Record<string, () => Decimal>> = {
    actual: () => value,
    dollarMarkup: () => add(base, value),
    dollarDiscount: () => subtract(base, value),
    markupPercent: () => add(base, percentOf(base, value)),
    discountPercent: () => subtract(base, percentOf(base, value)),
  };
  const price = prices[entry.valueType]?.();
  return price === undefined ? null : { price: subtract(price, percentOf(price, list.off)), list };
}
/** Quantities from which another price of the list counts, in base units. */
export const stepsIn = (entries: readonly Entry[], list: List): Decimal[] => [
  ...new Set(
    entries.filter((entry) => entry['priceList.id'] === list.id && !isZero(least(entry))).map((entry) => least(entry)),
  ),
];
/** The price that an item has of its own, as an entry of the base list that gives way to each other one. */
export const ownPrice = (item: { key: string; 'sales.basePrice': Decimal | null }, list: string): Entry[] =>
  item['sales.basePrice'] === null
    ? []
    : [
        {
          key: item.key,
          'item.key': item.key,
          'priceList.id': list,
          status: null,
          currency: null,
          startDate: null,
          endDate: null,
          minimumQuantity: null,
          maximumQuantity: null,
          value: item['sales.basePrice'],
          valueType: 'actual',
        },
      ];
/** Entries that count on a day and in a currency. One without a currency is in the company's. */
export const entriesOf = (rows: readonly Entry[], on: string, currency: string, company: string): Entry[] =>
  rows.filter((row) => isActive(row) && counts(row, on) && (row.currency ?? company) === currency);
