import { decimal, divide, multiply, round, subtract } from '@backroom/shared';
import { takes } from '../faults.ts';
import { numbered, type Row, type Store } from './database.ts';
import { FoError, infolog, mandatory, notRelated } from './errors.ts';

import { setNamed } from './metadata.ts';
import { isOpen } from './orders.ts';
import { agreedPrice } from './pricing.ts';
import type { Context } from './service.ts';

const TABLE = 'SalesOrderLineV3';
const orderOf = (store: Store, row: Row): Row => {
  const { dataAreaId = '', SalesOrderNumber = '' } = row;
  if (SalesOrderNumber === '') throw mandatory(TABLE, 'Sales order');
  const order = store.get('SalesOrderHeadersV2', { dataAreaId, SalesOrderNumber });
  if (!order) throw notRelated(TABLE, String(SalesOrderNumber), 'Sales order', 'Sales orders');
  if (!isOpen(order) || order.IsSalesProcessingStopped === 'Yes')
    throw infolog(TABLE, `Error: Sales order ${SalesOrderNumber} cannot be edited`);
  return order;
};
/** What is sold: it has to be released to the company, and not stopped. */
function itemOf(store: Store, row: Row): Row {
  const { dataAreaId = '', ItemNumber = '' } = row;
  const item = store.get('ReleasedProductsV2', { dataAreaId, ItemNumber });
  if (!item) throw notRelated(TABLE, String(ItemNumber), 'Item number', 'Items');
  const setup = store.one('select stopped from item_setup where company = ? and item = ?', dataAreaId, ItemNumber);
  if (setup?.stopped === 1) throw infolog(TABLE, `Error: Item '${ItemNumber}' is blocked for Sales order`);
  return item;
}
/** Line amount: price by its quantity, less the discount of one and the percentage. */
function amountOf(line: Row): string {
  const [quantity, price, per] = [line.OrderedSalesQuantity, line.SalesPrice, line.SalesPriceQuantity].map((each) =>
    decimal(String(each || '0')),
  );
  if (!quantity || !price || !per) return '0';
  const one = divide(price, /^0*\.?0*$/.test(per) ? decimal('1') : per);
  const less = subtract(one, decimal(String(line.LineDiscountAmount ?? '0')));
  const share = subtract(decimal('100'), decimal(String(line.LineDiscountPercentage ?? '0')));
  return round(divide(multiply(multiply(less, quantity), share), decimal('100')), 2);
}

/** A line of its own request. Without a price the trade agreements make one; a discount that is not sent comes from them as well. */
export function createLine({ store, faults }: Context, row: Row): Row {
  if (takes(faults, 'linesFail'))
    throw new FoError(500, 'System.ServiceModel.FaultException', 'An unexpected error has occurred.');
  const order = orderOf(store, row);
  const item = itemOf(store, row);
  if (row.OrderedSalesQuantity === undefined) throw mandatory(TABLE, 'Quantity');
  const unit = String(row.SalesUnitSymbol ?? item.SalesUnitSymbol);
  const units = [item.SalesUnitSymbol, item.InventoryUnitSymbol].map((each) => String(each).toLowerCase());
  if (!units.includes(unit.toLowerCase()))
    throw infolog(
      TABLE,
      `Error: Unit conversion from ${unit} to ${item.InventoryUnitSymbol} does not exist for item ${item.ItemNumber}`,
    );
  const { dataAreaId = '' } = row;
  const lines = store.rows('SalesOrderLinesV3', { dataAreaId, SalesOrderNumber: order.SalesOrderNumber ?? '' });
  const agreed = agreedPrice(store, order, item, String(row.OrderedSalesQuantity));
  const line: Row = {
    LineDescription: item.ProductSearchName ?? '',
    SalesPrice: agreed.price,
    SalesPriceQuantity: '1',
    LineDiscountPercentage: agreed.discount,
    CurrencyCode: order.CurrencyCode ?? '',
    RequestedShippingDate: order.RequestedShippingDate ?? '',
    RequestedReceiptDate: order.RequestedReceiptDate ?? '',
    ShippingSiteId: order.DefaultShippingSiteId ?? '',
    ShippingWarehouseId: order.DefaultShippingWarehouseId ?? '',
    DeliveryAddressName: order.DeliveryAddressName ?? '',
    SalesOrderLineStatus: 'Backorder',
    ...ownOf(row),
    SalesOrderNumber: order.SalesOrderNumber ?? '',
    ItemNumber: item.ItemNumber ?? '',
    SalesUnitSymbol: unit,
    LineNumber: row.LineNumber ?? String(lines.length + 1),
    LineCreationSequenceNumber: lines.length + 1,
    InventoryLotId: numbered(String(dataAreaId), store.draw(`${dataAreaId} lots`)),
  };
  return store.insert('SalesOrderLinesV3', { ...line, LineAmount: row.LineAmount ?? amountOf(line) });
}

/** The older set has fields that the table of the newer one lacks. */
const own = setNamed('SalesOrderLinesV3').fields;
const ownOf = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([name]) => own.has(name)));

export function changeLine({ store }: Context, found: Row, changes: Row): void {
  orderOf(store, found);
  if ('ItemNumber' in changes && changes.ItemNumber !== found.ItemNumber)
    throw infolog(TABLE, "Error: Field 'Item number' does not allow editing");
  const next = { ...found, ...changes };
  const priced = [
    'OrderedSalesQuantity',
    'SalesPrice',
    'LineDiscountAmount',
    'LineDiscountPercentage',
    'SalesPriceQuantity',
  ];
  const amount: Row =
    priced.some((field) => field in changes) && !('LineAmount' in changes) ? { LineAmount: amountOf(next) } : {};
  const { dataAreaId: _, ...rest } = changes;
  store.update(
    'SalesOrderLinesV3',
    { dataAreaId: found.dataAreaId ?? '', InventoryLotId: found.InventoryLotId ?? '' },
    { ...ownOf(rest), ...amount },
  );
}
export function removeLine({ store }: Context, found: Row): void {
  orderOf(store, found);
  store.remove('SalesOrderLinesV3', { dataAreaId: found.dataAreaId ?? '', InventoryLotId: found.InventoryLotId ?? '' });
}
