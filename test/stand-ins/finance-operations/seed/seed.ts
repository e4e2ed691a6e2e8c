import { decimal, subtract } from '@backroom/shared';
import type { Row, Store } from '../database.ts';
import { dayOf, daysAfter } from '../days.ts';
import type { Desk } from '../desk.ts';
import { noFaults } from '../faults.ts';
import { changeLine, createLine } from '../order-lines.ts';
import { createOrder } from '../orders.ts';
import { createReturn, createReturnLine } from '../returns.ts';
import { dayAsNoon } from '../values.ts';
import { agreements, COMPANY, seedCustomers, seedProducts } from './cast.ts';

const OTHER = 'dat';
const clerk = { clientId: '', secret: '', denied: [], company: COMPANY, priority: 'High' } as const;
/** An order as people enter it; its number. */
export function enter(store: Store, head: Row, lines: readonly (readonly [item: string, quantity: string])[]): string {
  const context = { store, faults: noFaults(), app: clerk, root: '' };
  return store.atomic(() => {
    const order = createOrder(context, { dataAreaId: COMPANY, ...head });
    const { SalesOrderNumber = '' } = order;
    for (const [ItemNumber, OrderedSalesQuantity] of lines)
      createLine(context, { dataAreaId: COMPANY, SalesOrderNumber, ItemNumber, OrderedSalesQuantity });
    return String(SalesOrderNumber);
  });
}
/** A return order as people enter it, of the first line of an order; its number. */
export function giveBack(store: Store, order: string, quantity: string): string {
  const context = { store, faults: noFaults(), app: clerk, root: '' };
  const head = store.get('SalesOrderHeadersV2', { dataAreaId: COMPANY, SalesOrderNumber: order });
  const [sold] = store.rows('SalesOrderLinesV3', { dataAreaId: COMPANY, SalesOrderNumber: order });
  if (!head || !sold) throw new Error(`order ${order} has no line`);
  return store.atomic(() => {
    const { ReturnOrderNumber = '' } = createReturn(context, {
      dataAreaId: COMPANY,
      CustomerAccountNumber: head.OrderingCustomerAccountNumber ?? '',
    });
    createReturnLine(context, {
      dataAreaId: COMPANY,
      ReturnOrderNumber,
      ItemNumber: sold.ItemNumber ?? '',
      ReturningInventoryLotId: sold.InventoryLotId ?? '',
      ReturnSalesQuantity: `-${quantity}`,
    });
    return String(ReturnOrderNumber);
  });
}
/** A colleague sets the quantity of an order's first line. */
export function amend(store: Store, number: string, quantity: string): void {
  const context = { store, faults: noFaults(), app: clerk, root: '' };
  const [line] = store.rows('SalesOrderLinesV3', { dataAreaId: COMPANY, SalesOrderNumber: number });
  if (!line) throw new Error(`order ${number} has no line`);
  store.atomic(() => changeLine(context, line, { OrderedSalesQuantity: quantity }));
}
function masters(store: Store): void {
  for (const [company, name] of [
    [COMPANY, 'Contoso Entertainment System Europe'],
    [OTHER, 'Company accounts data'],
  ] as const) {
    store.insert('Companies', { DataArea: company, Name: name, LanguageId: 'de' });
    store.insert('LegalEntities', { LegalEntityId: company, Name: name });
    store.insert('CustomerGroups', {
      dataAreaId: company,
      CustomerGroupId: '10',
      Description: 'Wholesale',
      PaymentTermId: 'Net30',
    });
    for (const [Name, NumberOfDays, Description] of [
      ['Net30', 30, 'Net 30 days'],
      ['Net14', 14, 'Net 14 days'],
    ] as const)
      store.insert('PaymentTerms', { dataAreaId: company, Name, NumberOfDays, Description });
    for (const [WarehouseId, WarehouseName] of [
      ['11', 'Hauptlager'],
      ['12', 'Außenlager'],
    ] as const)
      store.insert('Warehouses', { dataAreaId: company, WarehouseId, WarehouseName, OperationalSiteId: '1' });
    store.insert('ReturnReasonCodes', { dataAreaId: company, ReasonCodeId: 'DEFECT', Description: 'Defective' });
  }
  for (const CurrencyCode of ['EUR', 'USD', 'GBP']) store.insert('Currencies', { CurrencyCode, Name: CurrencyCode });
  for (const each of seedCustomers) {
    const { account, name, city, zip = '', country = 'DEU', currency = 'EUR', terms = 'Net30', discount } = each;
    const place = {
      AddressCity: city,
      AddressZipCode: zip,
      AddressCountryRegionId: country,
      AddressStreet: 'Werkstraße 3',
    };
    const location = `LOC-${account.trim()}`;
    store.insert('CustomersV3', {
      ...place,
      dataAreaId: COMPANY,
      CustomerAccount: account,
      OrganizationName: name,
      NameAlias: name.slice(0, 20),
      CustomerGroupId: '10',
      SalesCurrencyCode: currency,
      PaymentTerms: terms,
      InvoiceAccount: account,
      TaxExemptNumber: each.vat ?? '',
      PrimaryContactEmail: each.email ?? '',
      CreditLimit: each.limit ?? '0',
      OnHoldStatus: each.hold ?? 'No',
      PartyType: 'Organization',
      PartyNumber: `PARTY${String(store.draw('parties')).padStart(6, '0')}`,
      AddressLocationId: location,
      AddressCountryRegionISOCode: country === 'USA' ? 'US' : 'DE',
    });
    const addresses = [
      [location, 'Yes', 'Business', 'Werkstraße 3'],
      [`${location}-2`, 'No', 'Delivery', 'Am Lager 9'],
    ] as const;
    for (const [AddressLocationId, IsPrimary, AddressLocationRoles, AddressStreet] of addresses)
      store.insert('CustomerPostalAddressesV2', {
        ...place,
        dataAreaId: COMPANY,
        CustomerAccount: account,
        AddressLocationId,
        IsPrimary,
        AddressLocationRoles,
        AddressStreet,
        AddressDescription: name,
        AddressCountryRegionISOCode: country === 'USA' ? 'US' : 'DE',
      });
    if (discount) store.run('insert into customer_setup values (?, ?, ?)', COMPANY, account, discount);
  }
  for (const each of seedProducts) {
    const { number, name, price, unit, stock, reserved = '0', ordered = '0', tax = 'full' } = each;
    store.insert('ReleasedProductsV2', {
      dataAreaId: COMPANY,
      ItemNumber: number,
      ProductNumber: number,
      ProductSearchName: name,
      SearchName: name.slice(0, 20),
      SalesPrice: price,
      SalesPriceQuantity: '1',
      SalesUnitSymbol: unit,
      InventoryUnitSymbol: unit,
      ProductType: each.service ? 'Service' : 'Item',
      ItemModelGroupId: each.service ? 'SERVICE' : 'FIFO',
      ...(each.stopped ? { ProductLifecycleStateId: 'Discontinued' } : {}),
    });
    store.run('insert into item_setup values (?, ?, ?, ?)', COMPANY, number, tax, each.stopped ? 1 : 0);
    if (stock === undefined) continue;
    const free = subtract(decimal(stock), decimal(reserved));
    store.insert('WarehousesOnHandV2', {
      dataAreaId: COMPANY,
      ItemNumber: number,
      ProductName: name,
      InventorySiteId: '1',
      InventoryWarehouseId: '11',
      OnHandQuantity: stock,
      ReservedOnHandQuantity: reserved,
      AvailableOnHandQuantity: free,
      OrderedQuantity: ordered,
      AvailableOrderedQuantity: ordered,
      TotalAvailableQuantity: free,
    });
  }
  for (const [
    index,
    [ItemNumber, CustomerAccountNumber, FromQuantity, ToQuantity, Price, PriceCurrencyCode],
  ] of agreements.entries())
    store.insert('SalesPriceAgreements', {
      dataAreaId: COMPANY,
      RecordId: 5_637_144_600 + index,
      ItemNumber,
      CustomerAccountNumber,
      FromQuantity,
      ToQuantity,
      Price,
      PriceCurrencyCode,
      SalesPriceQuantity: '1',
      PriceApplicableFromDate: dayAsNoon(daysAfter(dayOf(), -100)),
    });
  // The same item in the other company, at another price: a question without its company must not find it.
  store.insert('ReleasedProductsV2', {
    dataAreaId: OTHER,
    ItemNumber: '1896-S',
    ProductNumber: '1896-S',
    ProductSearchName: 'Athens desk (other company)',
    SalesPrice: '1',
    SalesUnitSymbol: 'ea',
    InventoryUnitSymbol: 'ea',
  });
  store.insert('CustomersV3', {
    dataAreaId: OTHER,
    CustomerAccount: 'US-001',
    OrganizationName: 'Other company’s customer',
    CustomerGroupId: '10',
    SalesCurrencyCode: 'USD',
    InvoiceAccount: 'US-001',
  });
}
/** Orders, deliveries, invoices and payments, as of today. */
function documents(store: Store, desk: Desk): void {
  const sold = (account: string, ago: number, lines: readonly (readonly [string, string])[]): string => {
    const made = enter(
      store,
      { OrderingCustomerAccountNumber: account, CustomerRequisitionNumber: `PO-${ago}` },
      lines,
    );
    desk.deliver(made);
    return String(desk.invoice(made, daysAfter(dayOf(), -ago)).InvoiceNumber);
  };
  sold('US-001', 3, [['1900-S', '2']]);
  sold('US-001', 50, [
    ['T-2030', '7'],
    ['SALZ-10', '33'],
  ]);
  desk.pay(sold('US-001', 90, [['T-2040', '11']]));
  sold('US-002', 70, [['1900-S', '2']]);
  desk.pay(sold('US-002', 65, [['T-2045', '9']]), '100');
  desk.pay(sold('US-003', 40, [['T-2035', '2']]));
  for (const [account, lines] of [
    ['US-001', [['1896-S', '4']]],
    [
      'US-002',
      [
        ['T-2000', '20'],
        ['SALZ-10', '250'],
      ],
    ],
    ['US-010', [['1896-S', '3']]],
    ['US-011', [['T-2020', '10']]],
  ] as const)
    enter(store, { OrderingCustomerAccountNumber: account }, lines);
  const half = enter(store, { OrderingCustomerAccountNumber: 'US-001' }, [['1900-S', '10']]);
  desk.deliver(half, '0.5');
}

/** Companies, customers, products, prices, stock and documents. Does nothing where it was done before. */
export function seed(store: Store, desk: Desk): void {
  if (store.one('select 1 from CustomersV3')) return;
  store.atomic(() => masters(store));
  documents(store, desk);
}
