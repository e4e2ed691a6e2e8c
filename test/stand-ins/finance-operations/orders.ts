import { takes } from '../faults.ts';
import { numbered, type Row, type Store } from './database.ts';
import { dayOf } from './days.ts';
import { infolog, mandatory, notRelated } from './errors.ts';

import type { Context } from './service.ts';
import { dayAsNoon } from './values.ts';

const TABLE = 'SalesOrderHeaderV2';
/** The number of the sequence; the customer's currency, terms and address where nothing else is sent. References are not unique. */
export function createOrder({ store, faults }: Context, row: Row): Row {
  const { dataAreaId = '' } = row;
  const account = String(row.OrderingCustomerAccountNumber ?? '');
  if (account === '') throw mandatory(TABLE, 'Customer account');
  const customer = store.get('CustomersV3', { dataAreaId, CustomerAccount: account });
  if (!customer) throw notRelated(TABLE, account, 'Customer account', 'Customers');
  if (customer.OnHoldStatus === 'All')
    throw infolog(TABLE, `Error: Customer ${account} is on hold for all transactions`);
  const invoiced = String(row.InvoiceCustomerAccountNumber ?? customer.InvoiceAccount);
  if (!store.get('CustomersV3', { dataAreaId, CustomerAccount: invoiced }))
    throw notRelated(TABLE, invoiced, 'Invoice account', 'Customers');
  const currency = String(row.CurrencyCode ?? customer.SalesCurrencyCode);
  if (!store.get('Currencies', { CurrencyCode: currency })) throw notRelated(TABLE, currency, 'Currency', 'Currencies');
  if (
    row.DefaultShippingWarehouseId &&
    !store.get('Warehouses', { dataAreaId, WarehouseId: row.DefaultShippingWarehouseId })
  )
    throw notRelated(TABLE, String(row.DefaultShippingWarehouseId), 'Warehouse', 'Warehouses');
  if (takes(faults, 'numberSequence'))
    throw infolog(TABLE, 'Error: Number sequence Sale_1 has no more numbers. Increase the number sequence');
  // The address of an order is that of the location that it names, else the customer's own.
  const AddressLocationId = row.DeliveryAddressLocationId || (customer.AddressLocationId ?? '');
  const place =
    store.get('CustomerPostalAddressesV2', {
      dataAreaId,
      CustomerAccount: customer.CustomerAccount ?? '',
      AddressLocationId,
    }) ?? customer;
  const number = row.SalesOrderNumber ?? numbered(String(dataAreaId), store.draw(`${dataAreaId} orders`));
  const today = dayAsNoon(dayOf());
  return store.insert('SalesOrderHeadersV2', {
    SalesOrderStatus: 'Backorder',
    SalesOrderProcessingStatus: 'Active',
    SalesOrderName: customer.OrganizationName ?? '',
    LanguageId: 'de',
    PaymentTermsName: customer.PaymentTerms ?? '',
    RequestedShippingDate: today,
    RequestedReceiptDate: row.RequestedShippingDate ?? today,
    DeliveryAddressName: customer.OrganizationName ?? '',
    DeliveryAddressStreet: place.AddressStreet ?? '',
    DeliveryAddressCity: place.AddressCity ?? '',
    DeliveryAddressZipCode: place.AddressZipCode ?? '',
    DeliveryAddressCountryRegionId: place.AddressCountryRegionId ?? '',
    DeliveryAddressCountryRegionISOCode: place.AddressCountryRegionISOCode ?? '',
    DeliveryAddressLocationId: customer.AddressLocationId ?? '',
    DefaultShippingSiteId: '1',
    DefaultShippingWarehouseId: '11',
    ...row,
    SalesOrderNumber: number,
    InvoiceCustomerAccountNumber: invoiced,
    CurrencyCode: currency,
    // The moment in UTC: the day that people see is that of their company.
    OrderCreationDateTime: new Date().toISOString().replace(/\.\d+Z/, 'Z'),
  });
}
const keysOf = ({ dataAreaId = '', SalesOrderNumber = '' }: Row): Row => ({ dataAreaId, SalesOrderNumber });
export const isOpen = (order: Row): boolean => order.SalesOrderStatus === 'Backorder';
export function changeOrder({ store }: Context, found: Row, changes: Row): void {
  if (!isOpen(found))
    throw infolog(TABLE, `Error: Order ${found.SalesOrderNumber} is ${found.SalesOrderStatus} and cannot be changed`);
  for (const fixed of ['SalesOrderNumber', 'OrderingCustomerAccountNumber', 'CurrencyCode'])
    if (fixed in changes && changes[fixed] !== found[fixed])
      throw infolog(TABLE, `Error: Field '${fixed}' cannot be changed after lines were created`);
  const { dataAreaId: _, ...rest } = changes;
  store.update('SalesOrderHeadersV2', keysOf(found), rest);
}
/** What the button of the page does. It throws what the page says. */
export function cancelOrder(store: Store, company: string, number: string): void {
  const key = { dataAreaId: company, SalesOrderNumber: number };
  const found = store.get('SalesOrderHeadersV2', key);
  if (!found) throw new Error(`Sales order ${number} does not exist.`);
  if (found.SalesOrderStatus !== 'Backorder' || found.SalesOrderProcessingStatus === 'PartiallyDelivered')
    throw new Error(`Sales order ${number} cannot be canceled, because it has been delivered or a part of it.`);
  store.update('SalesOrderHeadersV2', key, { SalesOrderStatus: 'Canceled', SalesOrderProcessingStatus: 'Canceled' });
  for (const { InventoryLotId = '' } of store.rows('SalesOrderLinesV3', key))
    store.update('SalesOrderLinesV3', { dataAreaId: company, InventoryLotId }, { SalesOrderLineStatus: 'Canceled' });
}
export function removeOrder({ store }: Context, found: Row): void {
  if (!isOpen(found))
    throw infolog(TABLE, `Error: Order ${found.SalesOrderNumber} has been posted and cannot be deleted`);
  for (const line of store.rows('SalesOrderLinesV3', keysOf(found)))
    store.remove('SalesOrderLinesV3', {
      dataAreaId: found.dataAreaId ?? '',
      InventoryLotId: line.InventoryLotId ?? '',
    });
  store.remove('SalesOrderHeadersV2', keysOf(found));
}
