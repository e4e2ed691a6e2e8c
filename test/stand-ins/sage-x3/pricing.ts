import { round, today } from './days.ts';
import { ServiceRefusal } from './errors.ts';
import type { Row, Store } from './store.ts';

/** Rates of the company's taxes by the tax level of a product; customers abroad pay none. */
const rates: Readonly<Record<string, number>> = { NOR: 19, RED: 7, NIL: 0 };
export const vatOf = (item: Row, customer: Row): number =>
  customer.VACBPR === 'DOM' ? (rates[String((item.VACITM as readonly string[])[0])] ?? 0) : 0;
/** How much of a currency one euro is. */
const courses: Readonly<Record<string, number>> = { EUR: 1, USD: 1.1, CHF: 0.95, GBP: 0.85 };
export const inEuro = (amount: number, currency: string): number => round(amount / (courses[currency] ?? 1), 2);

/** Pieces of the stock unit in a unit of a product. */
export function coefficient(item: Row, unit: string): number {
  if (unit === item.STU) return 1;
  if (unit === item.SAU) return Number(item.SAUSTUCOE);
  const nth = (item.PCU as readonly string[]).indexOf(unit);
  if (nth >= 0 && unit !== '') return Number((item.PCUSTUCOE as readonly number[])[nth]);
  throw new ServiceRefusal(`SAU : ${unit} : Incorrect unit for the product ${String(item.ITMREF)}`);
}
/** A quantity may have as many places as its unit. */
export function checkQuantity(store: Store, unit: string, quantity: number): void {
  if (quantity <= 0) throw new ServiceRefusal('QTY : Incorrect value');
  const places = Number(store.get('TABUNIT', unit)?.UOMDEC ?? 0);
  if (round(quantity, places) !== quantity) throw new ServiceRefusal(`QTY : Incorrect value (${quantity} ${unit})`);
}
type Price = { gross: number; discount: number };
type Asked = { customer: Row; item: Row; unit: string; quantity: number; currency: string; day?: string | null };
/**
 * The price structure of this folder: a price of the customer (T20) goes before one of the product by quantity (T11), and this before the
 * base price, which is in euro; a discount of the customer (T21) comes on top. Prices are for the unit of their line.
 */
export function priceOf(store: Store, { customer, item, unit, quantity, currency, day }: Asked): Price {
  const on = day ?? today();
  const pieces = quantity * coefficient(item, unit);
  const valid = (row: Row): boolean =>
    (row.CUR === currency || row.CUR === '') &&
    String(row.PLISTRDAT ?? '') <= on &&
    (row.PLIENDDAT === null || String(row.PLIENDDAT) >= on);
  const rows = (list: string, first: unknown, second = ''): Row[] =>
    store
      .where('SPRICLIST', 'PLICRI1', String(first))
      .filter((row) => row.PLI === list && row.PLICRI2 === second && valid(row));
  const enough = (row: Row): boolean => {
    const factor = coefficient(item, String(row.UOM));
    return pieces >= Number(row.MINQTY) * factor && (row.MAXQTY === 0 || pieces < Number(row.MAXQTY) * factor);
  };
  const listed =
    rows('T20', customer.BPCNUM, String(item.ITMREF)).find(enough) ?? rows('T11', item.ITMREF).find(enough) ?? null;
  const discount = Number(rows('T21', customer.BPCNUM)[0]?.DCGVAL1 ?? 0);
  const own = coefficient(item, unit);
  if (listed) return { gross: round((Number(listed.PRI) / coefficient(item, String(listed.UOM))) * own, 4), discount };
  const base = Number(store.get('ITMSALES', String(item.ITMREF))?.BASPRI ?? 0);
  const perPiece = base / coefficient(item, String(item.SAU));
  return { gross: round(perPiece * own * (courses[currency] ?? 1), 4), discount };
}
export const netOf = (gross: number, discounts: readonly number[]): number =>
  round(
    discounts.reduce((price, discount) => price * (1 - discount / 100), gross),
    4,
  );
