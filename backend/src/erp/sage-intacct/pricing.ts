import { compare, type Decimal, decimal } from '@backroom/shared';
import { type In, type Out, type Price, priceSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { customerWith } from './customers.ts';
import { IN_MOST, OBJECT } from './facts.ts';
import { type Entry, entriesOf, entryRow, type List, listsOf, ownPrice, priceIn, stepsIn } from './price-lists.ts';
import { itemsByKey } from './products.ts';
import { all, among } from './query.ts';
import type { Session } from './session.ts';
import { inUnit, perUnit, type Unit, unitsOf } from './units.ts';
import { keyOf, keysOf, parts } from './values.ts';

const one = decimal('1');

/** By the price lists of the customer and the base list: no service of Intacct computes a price. */
export async function quote(
  session: Session,
  input: In<'pricing.quote'>,
  signal: AbortSignal,
): Promise<Out<'pricing.quote'>> {
  const wanted = keysOf(input.lines.map(({ productId }) => productId));
  const [customer, items, units] = await Promise.all([
    customerWith(session, input.customerId, signal),
    itemsByKey(session, wanted, signal),
    unitsOf(session, signal),
  ]);
  const lists = await listsOf(session, customer, input.date, signal);
  const names = [...new Set(lists.flatMap(({ id, isActive }) => (isActive ? [id] : [])))];
  const rows = await Promise.all(
    names.length === 0
      ? []
      : parts([...items.keys()], IN_MOST).map((some) =>
          session.client.query(
            entryRow,
            {
              object: OBJECT.priceEntry,
              fields: Object.keys(entryRow.shape),
              where: all(among('item.key', some), among('priceList.id', names)),
            },
            signal,
          ),
        ),
  );
  const own = [...items.values()].flatMap((item) => ownPrice(item, session.settings.priceList));
  const entries = entriesOf([...rows.flat(), ...own], input.date, input.currency, session.company.currency);
  const byItem = Map.groupBy(entries, (row) => row['item.key'] ?? '');
  const results = input.lines.map(({ productId, quantity }): Price | null => {
    const item = items.get(keyOf(productId) ?? '');
    const unit = item && units(item['unitOfMeasureGroup.id']);
    const known = item && byItem.get(item.key);
    return known && unit ? priceOf({ productId, quantity, currency: input.currency }, known, lists, unit) : null;
  });
  return { results, paymentTerms: customer['term.id'] };
}

type Line = In<'pricing.quote'>['lines'][number] & { currency: string };
function priceOf(
  { productId, quantity, currency }: Line,
  entries: readonly Entry[],
  lists: readonly List[],
  unit: Unit,
): Price | null {
  const inBase = (value: Decimal) => perUnit(value, unit);
  const found = priceIn(entries, lists, inBase(quantity));
  if (!found) return null;
  const base = priceIn(entries, lists.slice(-1), inBase(one));
  const money = (value: Decimal) => ({ amount: perUnit(value, unit), currency });
  const breaks = stepsIn(entries, found.list)
    .flatMap((step) => {
      const there = priceIn(entries, lists, step);
      return there?.list === found.list ? [{ from: inUnit(step, unit), price: money(there.price) }] : [];
    })
    .filter(({ from }) => compare(from, one) > 0)
    .sort((left, right) => compare(left.from, right.from));
  return fit(
    priceSchema,
    {
      productId,
      quantity,
      unitPrice: money(found.price),
      listPrice: base && money(base.price),
      discountPercent: null,
      source: found.list.id,
      taxPercent: null,
      breaks,
    },
    OBJECT.priceEntry,
  );
}
