import { compare, decimal } from '@backroom/shared';
import { numbered, type Row } from './database.ts';
import { dayOf, daysAfter } from './days.ts';
import { infolog, mandatory, notRelated } from './errors.ts';
import type { Context } from './service.ts';
import { dayAsNoon } from './values.ts';

const HEAD = 'ReturnOrderHeaderV2';
const LINE = 'ReturnOrderLineV2';
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
    ReturnOrderName: customer.OrganizationName ?? '',
    ...row,
    ReturnOrderNumber: row.ReturnOrderNumber ?? `${numbered(String(dataAreaId), next)}-R`,
    RMANumber: row.RMANumber ?? `RMA-${String(next).padStart(6, '0')}`,
    ReturnStatus: 'Created',
    ReturnOrderStatus: 'Backorder',
    ReturnOrderCreationDateTime: new Date().toISOString().replace(/\.\d+Z/, 'Z'),
  });
}
export function createReturnLine({ store }: Context, row: Row): Row {
  const { dataAreaId = '', ReturnOrderNumber = '' } = row;
  const head = store.get('ReturnOrderHeadersV2', { dataAreaId, ReturnOrderNumber });
  if (!head) throw notRelated(LINE, String(ReturnOrderNumber), 'Return order', 'Return orders');
  const item = store.get('ReleasedProductsV2', { dataAreaId, ItemNumber: row.ItemNumber ?? '' });
  if (!item) throw notRelated(LINE, String(row.ItemNumber ?? ''), 'Item number', 'Items');
  if (compare(decimal(String(row.ReturnSalesQuantity ?? '0')), decimal('0')) >= 0)
    throw infolog(LINE, 'Error: The quantity of a return line must be negative');
  const lot = String(row.ReturnLotId ?? '');
  if (lot !== '') {
    const sold = store.get('SalesOrderLinesV3', { dataAreaId, InventoryLotId: lot });
    if (!sold) throw notRelated(LINE, lot, 'Return lot ID', 'Inventory transactions originator');
    const most = decimal(String(sold.OrderedSalesQuantity));
    if (compare(decimal(String(row.ReturnSalesQuantity).replace('-', '')), most) > 0)
      throw infolog(LINE, `Error: Quantity ${row.ReturnSalesQuantity} exceeds the quantity ${most} that was delivered`);
  }
  const lines = store.rows('ReturnOrderLinesV2', { dataAreaId, ReturnOrderNumber });
  return store.insert('ReturnOrderLinesV2', {
    LineDescription: item.ProductSearchName ?? '',
    SalesUnitSymbol: item.SalesUnitSymbol ?? '',
    CurrencyCode: head.CurrencyCode ?? '',
    ...row,
    LineNumber: row.LineNumber ?? String(lines.length + 1),
    ReturnLineStatus: 'Awaiting',
    InventoryLotId: numbered(String(dataAreaId), store.draw(`${dataAreaId} lots`)),
  });
}
