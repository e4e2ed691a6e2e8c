import { compare, type Decimal } from '@backroom/shared';
import { z } from 'zod';
import { type In, type Out, type Price, priceSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { type CustomerRecord, customerWith } from './customer-record.ts';
import { BASE_LEVEL, CUSTOM_LEVEL } from './facts.ts';
import { idOf, idsOf } from './faults.ts';
import { levelsOf, times } from './price-levels.ts';
import { currencyIdOf, type Session } from './session.ts';
import { type Has, optional, parts } from './sql.ts';
import { amount, id, optionalId, zero } from './values.ts';

const priceRow = z.object({
  item: id,
  pricelevel: id,
  currency: optionalId,
  quantity: amount,
  unitprice: amount,
  pricinggroup: optionalId,
});
type PriceRow = z.output<typeof priceRow>;

const pricesQuery =
  (items: readonly string[], currency: string) =>
  (has: Has): string =>
    `SELECT p.item, p.pricelevel, p.quantity, p.unitprice${optional(has, 'currency', ', p.currency')}${optional(
      has,
      'pricinggroup',
      ', i.pricinggroup',
    )} FROM pricing p${optional(has, 'pricinggroup', ' JOIN item i ON i.id = p.item')} WHERE p.item IN (${items.join(',')})${optional(
      has,
      'currency',
      ` AND p.currency = ${currency}`,
    )} ORDER BY p.item, p.pricelevel, p.quantity`;

/** The prices of each item and level, by the quantity from which they count. */
type Lists = ReadonlyMap<string, readonly PriceRow[]>;
const keyOf = (item: string, level: string): string => `${item} ${level}`;
const from = ({ quantity }: PriceRow): Decimal => quantity ?? zero;

/** The price that the customer's record says for an item, or the level whose prices count for it. NetSuite's own order: item, group of items, level of the customer, base price. */
function ruleOf(customer: CustomerRecord, item: string, group: string | null, currency: string) {
  const own = customer.itemPricing?.find(
    (line) => line.item === item && (line.currency === null || line.currency === currency),
  );
  if (own && own.price !== null && (own.level === null || own.level === CUSTOM_LEVEL))
    return { price: own.price, level: null };
  const level =
    own?.level ??
    (group === null ? null : customer.groupPricing?.find((line) => line.group === group)?.level) ??
    customer.priceLevel ??
    BASE_LEVEL;
  return { price: null, level };
}

/** By the customer's price agreements and the price lists of the items, without asking NetSuite to price an order. */
export async function quote(
  session: Session,
  input: In<'pricing.quote'>,
  signal: AbortSignal,
): Promise<Out<'pricing.quote'>> {
  const items = idsOf(input.lines.map(({ productId }) => productId));
  const currency = currencyIdOf(session, input.currency);
  const [customer, levels, lists] = await Promise.all([
    customerWith(session, input.customerId, signal),
    levelsOf(session, signal),
    currency === null
      ? []
      : Promise.all(parts(items).map((some) => session.rows(priceRow, pricesQuery(some, currency), signal))),
  ]);
  const rows = lists.flat();
  const byLevel: Lists = Map.groupBy(rows, (row) => keyOf(row.item, row.pricelevel));
  const groups = new Map(rows.map((row) => [row.item, row.pricinggroup]));
  const results = input.lines.map((line) => {
    const item = idOf(line.productId);
    // Of an item without any price nothing is known, not even that it is there.
    if (item === null || currency === null || !groups.has(item)) return null;
    const rule = ruleOf(customer, item, groups.get(item) ?? null, currency);
    return priceOf(session, { ...line, item, currency }, { rule, lists: byLevel, levels });
  });
  return { results, paymentTerms: customer.terms?.refName ?? null };
}

type Line = In<'pricing.quote'>['lines'][number] & { item: string; currency: string };
type Agreed = { rule: ReturnType<typeof ruleOf>; lists: Lists; levels: Awaited<ReturnType<typeof levelsOf>> };
function priceOf(
  { money }: Session,
  { productId, quantity, item, currency }: Line,
  { rule, lists, levels }: Agreed,
): Price | null {
  const inCurrency = (value: Decimal) => money(value, currency);
  const rowsAt = (level: string) =>
    (lists.get(keyOf(item, level)) ?? []).toSorted((left, right) => compare(from(left), from(right)));
  const reached = (rows: readonly PriceRow[]) =>
    (rows.filter((row) => compare(from(row), quantity) <= 0).at(-1) ?? rows[0])?.unitprice ?? null;
  const baseRows = rowsAt(BASE_LEVEL);
  const base = reached(baseRows);
  const found = { productId, quantity, listPrice: base && inCurrency(base), discountPercent: null, taxPercent: null };
  if (rule.level === null)
    return rule.price === null
      ? null
      : fit(
          priceSchema,
          { ...found, unitPrice: inCurrency(rule.price), source: 'customer price', breaks: [] },
          'pricing',
        );
  const level = levels.get(rule.level);
  const own = rowsAt(rule.level);
  // A level without prices of its own is a percentage of the base price.
  const factor = own.length > 0 ? null : (level?.factor ?? null);
  const rows = own.length > 0 ? own : factor === null ? [] : baseRows;
  const price = reached(rows);
  if (price === null) return null;
  const breaks = rows
    .slice(1)
    .flatMap((each) =>
      each.unitprice === null ? [] : [{ from: from(each), price: inCurrency(times(each.unitprice, factor)) }],
    );
  return fit(
    priceSchema,
    { ...found, unitPrice: inCurrency(times(price, factor)), source: level?.name ?? 'price level', breaks },
    'pricing',
  );
}
