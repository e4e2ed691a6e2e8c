import { add, compare, type Decimal, decimal, divide, multiply, round, subtract } from '@backroom/shared';
import type { Row, Store } from './database.ts';
import { dayOf, daysAfter } from './days.ts';
import { infolog } from './errors.ts';
import type { Faults } from './faults.ts';
import { dayAsNoon } from './values.ts';

const zero = decimal('0');
const of = (value: unknown): Decimal => decimal(String(value ?? '0') || '0');
const sum = (values: readonly Decimal[]): Decimal => add(zero, ...values);
const TAX: Readonly<Record<string, string>> = { full: '19', reduced: '7', none: '0' };
const taxOf = (store: Store, company: string, item: string): Decimal =>
  decimal(
    TAX[String(store.one('select tax from item_setup where company = ? and item = ?', company, item)?.tax ?? 'full')] ??
      '19',
  );

function post(store: Store, company: string, given: Row): Row {
  const id = store.draw('transactions');
  return store.insert('CustTransactions', {
    dataAreaId: company,
    RecId1: 5_637_000_000 + id,
    Voucher: `ARI-${String(id).padStart(6, '0')}`,
    ...given,
  });
}
/** A packing slip: all, or a share of each line. */
export function deliver(store: Store, order: Row, share = '1'): void {
  const key = { dataAreaId: order.dataAreaId ?? '', SalesOrderNumber: order.SalesOrderNumber ?? '' };
  const lines = store.rows('SalesOrderLinesV3', key);
  let all = true;
  for (const line of lines) {
    const quantity = round(multiply(of(line.OrderedSalesQuantity), decimal(share)), 2);
    const whole = compare(quantity, of(line.OrderedSalesQuantity)) >= 0;
    all &&= whole;
    store.run(
      'insert into delivered values (?, ?) on conflict (lot) do update set quantity = excluded.quantity',
      line.InventoryLotId ?? '',
      quantity,
    );
    if (whole)
      store.update(
        'SalesOrderLinesV3',
        { dataAreaId: key.dataAreaId, InventoryLotId: line.InventoryLotId ?? '' },
        { SalesOrderLineStatus: 'Delivered' },
      );
    take(store, line, quantity);
  }
  store.update('SalesOrderHeadersV2', key, {
    SalesOrderStatus: all ? 'Delivered' : 'Backorder',
    SalesOrderProcessingStatus: all ? 'Delivered' : 'PartiallyDelivered',
    ConfirmedShippingDate: dayAsNoon(dayOf()),
  });
}
function take(store: Store, line: Row, quantity: Decimal): void {
  const rows = store.rows('WarehousesOnHandV2', {
    dataAreaId: line.dataAreaId ?? '',
    ItemNumber: line.ItemNumber ?? '',
  });
  const [first] = rows;
  if (!first) return;
  const left = subtract(of(first.OnHandQuantity), quantity);
  const free = subtract(of(first.AvailableOnHandQuantity), quantity);
  const key = Object.fromEntries(
    [
      'dataAreaId',
      'ItemNumber',
      'ProductColorId',
      'ProductConfigurationId',
      'ProductSizeId',
      'ProductStyleId',
      'ProductVersionId',
      'InventorySiteId',
      'InventoryWarehouseId',
    ].map((name) => [name, first[name] ?? '']),
  );
  store.update('WarehousesOnHandV2', key, {
    OnHandQuantity: left,
    AvailableOnHandQuantity: free,
    TotalAvailableQuantity: free,
  });
}
/** A posted document: header, lines, and what the customer owes. The credit note of a return order is one, with amounts below zero. */
function bill(store: Store, faults: Faults, order: Row, lines: readonly Row[], posted: string): Row {
  if (faults.periodClosed) throw infolog('SalesInvoiceHeaderV2', `Error: The fiscal period for ${posted} is not open`);
  const { dataAreaId = '', SalesOrderNumber = '', InvoiceCustomerAccountNumber: account = '' } = order;
  const number = `${String(dataAreaId).toUpperCase()}-INV-${String(store.draw(`${dataAreaId} invoices`)).padStart(5, '0')}`;
  const taxes = lines.map((line) =>
    round(
      divide(multiply(of(line.LineAmount), taxOf(store, String(dataAreaId), String(line.ItemNumber))), decimal('100')),
      2,
    ),
  );
  const net = sum(lines.map((line) => of(line.LineAmount)));
  const total = add(net, sum(taxes));
  const terms = store.get('PaymentTerms', { dataAreaId, Name: order.PaymentTermsName ?? '' });
  const due = dayAsNoon(daysAfter(posted, Number(terms?.NumberOfDays ?? 30)));
  const transaction = post(store, String(dataAreaId), {
    AccountNum: account,
    OrderAccount: order.OrderingCustomerAccountNumber ?? '',
    TransDate: dayAsNoon(posted),
    TransType: 'Sales',
    Invoice: number,
    InvoiceDate: dayAsNoon(posted),
    DocumentNumber: order.CustomersOrderReference ?? '',
    DueDate: due,
    CurrencyCode: order.CurrencyCode ?? '',
    AmountCur: total,
    AmountMST: total,
    SettleAmountCur: '0',
    SettleAmountMST: '0',
  });
  const head = store.insert('SalesInvoiceHeadersV2', {
    dataAreaId,
    InvoiceNumber: number,
    InvoiceDate: dayAsNoon(posted),
    LedgerVoucher: transaction.Voucher ?? '',
    SalesOrderNumber,
    InvoiceCustomerAccountNumber: account,
    CustomersOrderReference: order.CustomersOrderReference ?? '',
    CustomerRequisitionNumber: order.CustomerRequisitionNumber ?? '',
    CurrencyCode: order.CurrencyCode ?? '',
    DueDate: due,
    TotalInvoiceAmount: total,
    TotalTaxAmount: sum(taxes),
    PaymentTermsName: order.PaymentTermsName ?? '',
  });
  for (const [index, line] of lines.entries())
    store.insert('SalesInvoiceLines', {
      dataAreaId,
      InvoiceNumber: number,
      InvoiceDate: dayAsNoon(posted),
      LineCreationSequenceNumber: index + 1,
      SalesOrderNumber,
      InventoryLotId: line.InventoryLotId ?? '',
      ProductNumber: line.ItemNumber ?? '',
      ProductName: line.LineDescription ?? '',
      ProductDescription: line.LineDescription ?? '',
      InvoicedQuantity: line.OrderedSalesQuantity ?? '0',
      SalesUnitSymbol: line.SalesUnitSymbol ?? '',
      SalesPrice: line.SalesPrice ?? '0',
      LineAmount: line.LineAmount ?? '0',
      LineTotalTaxAmount: taxes[index] ?? '0',
      CurrencyCode: order.CurrencyCode ?? '',
    });
  return head;
}
/** The invoice of an order. */
export function invoice(store: Store, faults: Faults, order: Row, posted = dayOf()): Row {
  const { dataAreaId = '', SalesOrderNumber = '' } = order;
  const head = bill(store, faults, order, store.rows('SalesOrderLinesV3', { dataAreaId, SalesOrderNumber }), posted);
  store.run(
    'update "SalesOrderLinesV3" set _rev = _rev + 1, "SalesOrderLineStatus" = \'Invoiced\' where "dataAreaId" = ? and "SalesOrderNumber" = ?',
    dataAreaId,
    SalesOrderNumber,
  );
  store.update(
    'SalesOrderHeadersV2',
    { dataAreaId, SalesOrderNumber },
    { SalesOrderStatus: 'Invoiced', SalesOrderProcessingStatus: 'Invoiced' },
  );
  return head;
}
/** The credit note of a return order whose goods came back. The return order stands in it as a sales order. */
export function credit(store: Store, faults: Faults, back: Row): Row {
  const { dataAreaId = '', ReturnOrderNumber = '' } = back;
  const lines = store.rows('ReturnOrderLinesV2', { dataAreaId, ReturnOrderNumber }).map(
    (line): Row => ({
      ...line,
      InventoryLotId: line.ReturnInventoryLotId ?? '',
      OrderedSalesQuantity: line.ReturnSalesQuantity ?? '0',
    }),
  );
  const order = {
    ...back,
    SalesOrderNumber: ReturnOrderNumber,
    OrderingCustomerAccountNumber: back.CustomerAccountNumber ?? '',
  };
  return bill(store, faults, order, lines, dayOf());
}
/** A payment: a transaction of its own, settled against the invoice as far as it goes. */
export function pay(store: Store, company: string, number: string, amount: string | null): void {
  const [open] = store.rows('CustTransactions', { dataAreaId: company, Invoice: number });
  if (!open) throw new Error(`no invoice ${number}`);
  const left = subtract(of(open.AmountCur), of(open.SettleAmountCur));
  const paid = amount === null ? left : decimal(amount);
  const settled = add(of(open.SettleAmountCur), paid);
  const today = dayAsNoon(dayOf());
  const closed: Row = compare(settled, of(open.AmountCur)) >= 0 ? { Closed: today } : {};
  store.update(
    'CustTransactions',
    { dataAreaId: company, Voucher: open.Voucher ?? '', RecId1: open.RecId1 ?? 0 },
    { SettleAmountCur: settled, SettleAmountMST: settled, LastSettleDate: today, ...closed },
  );
  const negative = `-${paid}`;
  post(store, company, {
    AccountNum: open.AccountNum ?? '',
    OrderAccount: open.OrderAccount ?? '',
    TransDate: today,
    TransType: 'Payment',
    CurrencyCode: open.CurrencyCode ?? '',
    AmountCur: negative,
    AmountMST: negative,
    SettleAmountCur: negative,
    SettleAmountMST: negative,
    LastSettleDate: today,
    Closed: today,
    Txt: number,
  });
}
export const orderNumbered = (store: Store, company: string, number: string): Row => {
  const found = store.get('SalesOrderHeadersV2', { dataAreaId: company, SalesOrderNumber: number });
  if (!found) throw new Error(`no order ${number}`);
  return found;
};
