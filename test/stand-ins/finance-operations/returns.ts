import { compare, decimal, divide, multiply, round, subtract } from '@backroom/shared';
import { numbered, type Row } from './database.ts';
import { dayOf, daysAfter } from './days.ts';
import { infolog, mandatory, notRelated } from './errors.ts';
import type { Context } from './service.ts';
import { dayAsNoon } from './values.ts';

const HEAD = 'ReturnOrderHeaderV2';
const LINE = 'ReturnOrderLineV2';
const of = (value: unknown) => decimal(String(value ?? '0') || '0');
/** A return order: its goods have to come back before anything is credited. */
export function createReturn({ store }: Context, row: Row): Row {
  const { dataAreaId = '', CustomerAccountNumber: account = '' } = row;
  if (account === '') throw mandatory(HEAD, 'Customer account');
  const customer = store.get('CustomersV3', { dataAreaId, CustomerAccount: account });
  if (!customer) throw notRelated(HEAD, String(account), 'Customer account', 'Customers');
  if (
    row.CustomerReturnReasonCode &&
    !store.get('ReturnReasonCodes', { dataAreaId, ReasonCodeId: row.CustomerReturnReasonCode })
  )
    throw notRelated(HEAD, String(row.CustomerReturnReasonCode), 'Return reason code', 'Return reason codes');
  const next = store.draw(`${dataAreaId} returns`);
  return store.insert('ReturnOrderHeadersV2', {
    CurrencyCode: customer.SalesCurrencyCode ?? '',
    InvoiceCustomerAccountNumber: customer.InvoiceAccount ?? '',
    ReturnDeadline: dayAsNoon(daysAfter(dayOf(), 30)),
    ...row,
    ReturnOrderNumber: row.ReturnOrderNumber ?? `${numbered(String(dataAreaId), next)}-R`,
    RMANumber: row.RMANumber ?? `RMA-${String(next).padStart(6, '0')}`,
    ReturnStatus: 'Created',
    ReturnOrderStatus: 'Backorder',
  });
}
const keysOf = ({ dataAreaId = '', ReturnOrderNumber = '' }: Row): Row => ({ dataAreaId, ReturnOrderNumber });
export function removeReturn({ store }: Context, found: Row): void {
  if (found.ReturnStatus !== 'Created')
    throw infolog(HEAD, `Error: Return order ${found.ReturnOrderNumber} has been posted and cannot be deleted`);
  for (const { ReturnInventoryLotId = '' } of store.rows('ReturnOrderLinesV2', keysOf(found)))
    store.remove('ReturnOrderLinesV2', { ...keysOf(found), ReturnInventoryLotId });
  store.remove('ReturnOrderHeadersV2', keysOf(found));
}

/** `ReturningInventoryLotId` names the line that was sold: price and discount come from it where they are not sent. */
export function createReturnLine({ store }: Context, row: Row): Row {
  const { dataAreaId = '', ReturnOrderNumber = '' } = row;
  const head = store.get('ReturnOrderHeadersV2', { dataAreaId, ReturnOrderNumber });
  if (!head) throw notRelated(LINE, String(ReturnOrderNumber), 'Return order', 'Return orders');
  const item = store.get('ReleasedProductsV2', { dataAreaId, ItemNumber: row.ItemNumber ?? '' });
  if (!item) throw notRelated(LINE, String(row.ItemNumber ?? ''), 'Item number', 'Items');
  const quantity = of(row.ReturnSalesQuantity);
  if (compare(quantity, decimal('0')) >= 0)
    throw infolog(LINE, 'Error: The quantity of a return line must be negative');
  const lot = String(row.ReturningInventoryLotId ?? '');
  const sold = lot === '' ? null : store.get('SalesOrderLinesV3', { dataAreaId, InventoryLotId: lot });
  if (lot !== '' && !sold) throw notRelated(LINE, lot, 'Return lot ID', 'Inventory transactions originator');
  if (sold && compare(of(String(row.ReturnSalesQuantity).replace('-', '')), of(sold.OrderedSalesQuantity)) > 0)
    throw infolog(
      LINE,
      `Error: Quantity ${row.ReturnSalesQuantity} exceeds the quantity ${sold.OrderedSalesQuantity} that was delivered`,
    );
  const price = of(row.SalesPrice ?? sold?.SalesPrice);
  const per = of(sold?.SalesPriceQuantity ?? '1');
  const share = subtract(decimal('100'), of(sold?.LineDiscountPercentage));
  const lines = store.rows('ReturnOrderLinesV2', keysOf(head));
  return store.insert('ReturnOrderLinesV2', {
    LineDescription: sold?.LineDescription ?? item.ProductSearchName ?? '',
    SalesUnitSymbol: sold?.SalesUnitSymbol ?? item.SalesUnitSymbol ?? '',
    CustomerAccountNumber: head.CustomerAccountNumber ?? '',
    InvoiceCustomerAccountNumber: head.InvoiceCustomerAccountNumber ?? '',
    RMANumber: head.RMANumber ?? '',
    ...row,
    SalesPrice: price,
    LineAmount: round(divide(multiply(multiply(divide(price, per), quantity), share), decimal('100')), 2),
    LineCreationSequenceNumber: lines.length + 1,
    ReturnStatus: 'Awaiting',
    ReturnInventoryLotId: numbered(String(dataAreaId), store.draw(`${dataAreaId} lots`)),
  });
}
