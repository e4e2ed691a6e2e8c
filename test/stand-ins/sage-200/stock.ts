import { type Amount, least, sum, times } from './amounts.ts';
import { inStockUnits } from './prices.ts';
import { dec, type Row, type Store, text } from './store.ts';

export const holdingOf = (store: Store, product: string, warehouse: string): Row | undefined =>
  store
    .table('warehouse_holding')
    .by('product_id', product)
    .find((holding) => holding.warehouse_id === warehouse);
const allocated = (row: Row): Amount =>
  sum(['allocated_stock', 'allocated_sop', 'allocated_bom'].map((kind) => dec(row, `quantity_${kind}`)));
const inStock = (row: Row): Amount => dec(row, 'confirmed_qty_in_stock') + dec(row, 'unconfirmed_qty_in_stock');
export const freeOf = (row: Row): Amount => inStock(row) - allocated(row);
export const figures = { allocated, inStock };

function moved(store: Store, holding: Row, change: Readonly<Record<string, Amount>>): void {
  const next = Object.fromEntries(Object.entries(change).map(([field, by]) => [field, dec(holding, field) + by]));
  store.table('warehouse_holding').save({ ...holding, ...next });
}
/** Whether a product is kept in stock; services and miscellaneous items are not. */
const isStocked = (store: Store, product: Row | null): boolean =>
  text(store.table('product_group').find(text(product, 'product_group_id')), 'product_type') ===
  'EnumStockItemTypeStock';

/** Allocates what is free for a line, at most what it still wants; gives what it got, in selling units. */
export function allocate(store: Store, product: Row, warehouse: string, unit: string, wanted: Amount): Amount {
  const holding = holdingOf(store, product.id, warehouse);
  if (!holding || !isStocked(store, product)) return wanted;
  const factor = inStockUnits(store, product, unit);
  const free = freeOf(holding);
  const taken = free <= 0n ? 0n : least(free, times(wanted, factor));
  const inSelling = taken === times(wanted, factor) ? wanted : (taken * 10n ** 12n) / factor;
  moved(store, holding, { quantity_allocated_sop: taken });
  return inSelling;
}
/** Gives back an allocation. */
export function release(
  store: Store,
  line: Row,
  quantity = dec(line, 'allocated_quantity') - dec(line, 'despatch_receipt_quantity'),
): void {
  const product = store.table('product').find(text(line, 'product_id'));
  const holding = holdingOf(store, text(line, 'product_id'), text(line, 'warehouse_id'));
  if (!product || !holding || !isStocked(store, product) || quantity <= 0n) return;
  moved(store, holding, {
    quantity_allocated_sop: -times(quantity, inStockUnits(store, product, text(line, 'selling_unit_id'))),
  });
}
/** Takes goods out of stock, and with a negative quantity brings them back. `isAllocated`: they were allocated before. */
export function issue(store: Store, line: Row, quantity: Amount, isAllocated: boolean): void {
  const product = store.table('product').find(text(line, 'product_id'));
  const holding = holdingOf(store, text(line, 'product_id'), text(line, 'warehouse_id'));
  if (!product || !holding || !isStocked(store, product)) return;
  const size = times(quantity, inStockUnits(store, product, text(line, 'selling_unit_id')));
  moved(store, holding, { confirmed_qty_in_stock: -size, ...(isAllocated ? { quantity_allocated_sop: -size } : {}) });
}
