import type { Body, Rec, Store } from './database.ts';
import { figure } from './values.ts';

const TAX: Readonly<Record<string, number>> = { Standard: 19, Reduced: 7, None: 0 };
/** Percent of tax on this item for this customer, whose own tax code comes first. */
export function taxRate(store: Store, customer: Rec, item: Rec): number {
  const own = customer.body.taxItem ? store.find('salesTaxItem', customer.body.taxItem.id) : null;
  if (own) return Number.parseFloat(String(own.body.rate));
  return TAX[String(item.body.taxSchedule ?? 'Standard')] ?? 19;
}
/** How many stock units one of this unit is. Units are named by their id. */
export const unitRate = (store: Store, unit: unknown): number =>
  unit === undefined ? 1 : Number(store.one('select rate from units where id = ?', Number(unit))?.rate ?? 1);
export const unitName = (store: Store, unit: unknown): string =>
  unit === undefined ? '' : String(store.one('select name from units where id = ?', Number(unit))?.name ?? '');

type Asked = {
  customer: Rec;
  item: Rec;
  currency: string;
  quantity: number;
  unit?: string | undefined;
  level?: string | undefined;
};
/** The price that the form shows: the customer's own for this item, else that of a level with its breaks. */
export function priceOf(
  store: Store,
  { customer, item, currency, quantity, unit, level }: Asked,
): { rate: number; level: string } | null {
  const own = ((customer.body.itemPricing?.items ?? []) as Body[]).find(
    (each) => Number(each.item?.id) === item.id && (each.currency === undefined || each.currency.id === currency),
  );
  const factor = unit === undefined ? 1 : unitRate(store, unit) / unitRate(store, item.body.saleUnit);
  if (level === undefined && own?.price !== undefined && own.price !== null)
    return { rate: figure(Number(own.price) * factor), level: '-1' };
  const group = ((customer.body.groupPricing?.items ?? []) as Body[]).find(
    (each) => each.group?.id === item.body.pricingGroup?.id,
  );
  const wanted = level ?? own?.level?.id ?? group?.level?.id ?? customer.body.priceLevel?.id ?? '1';
  const at = (id: string) =>
    store.one(
      'select price from prices where item = ? and level = ? and currency = ? and quantity <= ? order by quantity desc limit 1',
      item.id,
      Number(id),
      Number(currency),
      quantity * factor,
    )?.price;
  const listed = at(wanted);
  if (listed !== undefined) return { rate: figure(Number(listed) * factor), level: wanted };
  const base = at('1');
  if (base === undefined) return null;
  const percent = Number(store.find('priceLevel', wanted)?.body.discountPct ?? 0);
  return { rate: figure(Number(base) * factor * (1 + percent / 100)), level: wanted };
}
