import { add, compare, type Decimal, divide, multiply, smaller, subtract } from '@backroom/shared';
import { daysAfter, dec, factorOf, today, zero } from './amounts.ts';
import type { Row, Store } from './database.ts';

/** Unrestricted stock of a product in a plant; other stock types and customers' own stock do not count. */
export function unrestricted(store: Store, material: string, plant: string): Decimal {
  const rows = store.all(
    "select MatlWrhsStkQtyInMatlBaseUnit as q from A_MatlStkInAcctMod where Material = ? and Plant = ? and InventoryStockType = '01' and InventorySpecialStockType = ''",
    material,
    plant,
  );
  return add(zero, ...rows.map(({ q }) => dec(q)));
}
/** What orders have been promised and not been sent yet, in base units. `except` leaves one order out. */
function promised(store: Store, material: string, plant: string, except: string): Decimal {
  const rows = store.all(
    `select i.OrderQuantitySAPUnit as unit, s.OpenConfdDelivQtyInOrdQtyUnit as q from A_SalesOrderScheduleLine s
     join A_SalesOrderItem i on i.SalesOrder = s.SalesOrder and i.SalesOrderItem = s.SalesOrderItem
     where i.Material = ? and i.ProductionPlant = ? and i.SalesDocumentRjcnReason = '' and i.SalesOrder <> ? and s.ScheduleLine = '1'`,
    material,
    plant,
    except,
  );
  const reserved = store.all('select quantity from reserved where material = ? and plant = ?', material, plant);
  return add(
    zero,
    ...reserved.map(({ quantity }) => dec(quantity)),
    ...rows.map(({ q, unit }) => inBase(store, material, dec(q), String(unit))),
  );
}
export function inBase(store: Store, material: string, quantity: Decimal, unit: string): Decimal {
  const { numerator, denominator } = factorOf(store, material, unit);
  return divide(multiply(quantity, numerator), denominator);
}
function fromBase(store: Store, material: string, quantity: Decimal, unit: string): Decimal {
  const { numerator, denominator } = factorOf(store, material, unit);
  return divide(multiply(quantity, denominator), numerator);
}
/** Available to promise on a day, in base units: now what is free, after the replenishment time without limit (null). */
export function availableOn(store: Store, material: string, plant: string, day: string, except = ''): Decimal | null {
  if (day >= replenishedOn(store, material, plant)) return null;
  const free = subtract(unrestricted(store, material, plant), promised(store, material, plant, except));
  return compare(free, zero) > 0 ? free : zero;
}
export const replenishedOn = (store: Store, material: string, plant: string): string => {
  const row = store.one('select days from replenishment where material = ? and plant = ?', material, plant);
  return daysAfter(today(), Number(row?.days ?? 15));
};
export const isStocked = (product: Row): boolean => product.ProductType !== 'SERV' && product.ProductType !== 'NLAG';

export type Promise_ = { requested: string; confirmed: string; ordered: Decimal; quantity: Decimal };
/** The schedule lines of an item: what is free on the day that is asked for, and the rest after the replenishment time. */
export function promisesFor(
  store: Store,
  item: { product: Row; plant: string; quantity: Decimal; unit: string; requested: string; order: string },
): Promise_[] {
  const { product, plant, quantity, unit, requested, order } = item;
  const material = String(product.Product);
  const day = [requested, today()].sort().at(-1) ?? requested;
  const free = isStocked(product) ? availableOn(store, material, plant, day, order) : null;
  const now = free === null ? quantity : smaller(quantity, fromBase(store, material, free, unit));
  const first = { requested: day, confirmed: compare(now, zero) > 0 ? day : '', ordered: quantity, quantity: now };
  if (compare(now, quantity) >= 0) return [first];
  return [
    first,
    {
      requested: day,
      confirmed: replenishedOn(store, material, plant),
      ordered: zero,
      quantity: subtract(quantity, now),
    },
  ];
}
/** A goods movement in unrestricted stock of a plant's first storage location. */
export function moveStock(store: Store, material: string, plant: string, quantity: Decimal): void {
  const row = store.one(
    "select * from A_MatlStkInAcctMod where Material = ? and Plant = ? and InventoryStockType = '01' and InventorySpecialStockType = '' order by _seq",
    material,
    plant,
  );
  if (!row) return;
  store.run(
    'update A_MatlStkInAcctMod set MatlWrhsStkQtyInMatlBaseUnit = ? where _seq = ?',
    add(dec(row.MatlWrhsStkQtyInMatlBaseUnit), quantity),
    Number(row._seq),
  );
}
