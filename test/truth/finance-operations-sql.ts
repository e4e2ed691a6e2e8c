import type { Store } from '../stand-ins/finance-operations/database.ts';

/** The double's own numbers, by SQL over its tables: on-hand rows, lines, customer transactions. What its service computes in code is not used. */
const OWN = "dataAreaId = 'usmf'";
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());
const text = (value: unknown): string => String(value ?? '0');
const row = (store: Store, sql: string, ...values: string[]) => store.one(sql, ...values) ?? {};
/** An empty date is the first of January 1900. */
const day = (column: string) => `case when ${column} like '1900-01-01%' then null else substr(${column}, 1, 10) end`;

export const customers = (store: Store) =>
  store
    .all(`select CustomerAccount as id from CustomersV3 where ${OWN} order by CustomerAccount`)
    .map(({ id }) => String(id));
export const products = (store: Store) =>
  store
    .all(`select ItemNumber as id, ProductType as type from ReleasedProductsV2 where ${OWN} order by ItemNumber`)
    .map(({ id, type }) => ({ id: String(id), stocked: type === 'Item' }));

export const customer = (store: Store, id: string) =>
  row(
    store,
    `select c.OrganizationName as name, c.AddressCity as city, c.TaxExemptNumber as vat, c.SalesCurrencyCode as currency,
       t.Description as terms, c.OnHoldStatus in ('All', 'Invoice') as blocked, c.CreditLimit as credit
     from CustomersV3 c left join PaymentTerms t on t.Name = c.PaymentTerms and t.dataAreaId = c.dataAreaId
     where c.${OWN} and c.CustomerAccount = ?`,
    id,
  );
/** By warehouse; nothing where none has it. */
export const stock = (store: Store, item: string) =>
  store.all(
    `select InventoryWarehouseId as warehouse, round(sum(cast(OnHandQuantity as real)), 6) as onHand,
       round(sum(cast(ReservedOnHandQuantity as real)), 6) as reserved, round(sum(cast(OnHandQuantity as real) - cast(ReservedOnHandQuantity as real)), 6) as free
     from WarehousesOnHandV2 where ${OWN} and ItemNumber = ? group by InventoryWarehouseId`,
    item,
  );
export const price = (store: Store, item: string) =>
  text(row(store, `select SalesPrice as price from ReleasedProductsV2 where ${OWN} and ItemNumber = ?`, item).price);

export const orders = (store: Store, account: string) =>
  store
    .all(
      `select h.SalesOrderNumber as number, h.SalesOrderStatus as status, h.SalesOrderProcessingStatus as processing, h.OrderCreationDateTime as made,
         round(sum(cast(l.LineAmount as real)), 2) as net
       from SalesOrderHeadersV2 h join SalesOrderLinesV3 l on l.SalesOrderNumber = h.SalesOrderNumber and l.dataAreaId = h.dataAreaId
       where h.${OWN} and h.OrderingCustomerAccountNumber = ? group by h.SalesOrderNumber`,
      account,
    )
    .map(({ number, status, processing, made, net }) => ({
      number: String(number),
      day: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date(String(made))),
      net: text(net),
      status:
        status === 'Backorder'
          ? processing === 'PartiallyDelivered'
            ? 'partly_delivered'
            : 'confirmed'
          : { Delivered: 'delivered', Invoiced: 'invoiced', Canceled: 'cancelled' }[String(status)],
    }));
/** Delivered is what a packing slip sent in full; an invoice takes the rest of its lines out of the warehouse as well. */
export const orderLines = (store: Store, number: string) =>
  store.all(
    `select trim(ItemNumber) as code, OrderedSalesQuantity as quantity, LineAmount as net,
       case when exists (select 1 from SalesInvoiceLines i where i.InventoryLotId = l.InventoryLotId)
           or (select cast(d.quantity as real) from delivered d where d.lot = l.InventoryLotId) >= cast(OrderedSalesQuantity as real)
         then OrderedSalesQuantity else '0' end as delivered
     from SalesOrderLinesV3 l where ${OWN} and SalesOrderNumber = ? order by cast(LineNumber as real)`,
    number,
  );

export const invoices = (store: Store, account: string) =>
  store.all(
    `select Invoice as number, AmountCur as total, round(cast(AmountCur as real) - cast(SettleAmountCur as real), 2) as open, ${day('TransDate')} as issued,
       ${day('DueDate')} as due, substr(DueDate, 1, 10) < ? and cast(AmountCur as real) > cast(SettleAmountCur as real) as overdue
     from CustTransactions where ${OWN} and OrderAccount = ? and Invoice <> '' and cast(AmountCur as real) > 0`,
    today(),
    account,
  );
export function balance(store: Store, account: string) {
  const sums = row(
    store,
    `select count(distinct CurrencyCode) as currencies, round(sum(cast(AmountCur as real) - cast(SettleAmountCur as real)), 2) as open,
       round(sum(case when substr(DueDate, 1, 10) < ? and cast(AmountCur as real) > 0 then cast(AmountCur as real) - cast(SettleAmountCur as real) else 0 end), 2) as overdue
     from CustTransactions where ${OWN} and OrderAccount = ?`,
    today(),
    account,
  );
  return { open: text(sums.open), overdue: text(sums.overdue), oneCurrency: Number(sums.currencies) <= 1 };
}

/** A return order has one line here. Its credit note is what was posted under its number. */
export const returns = (store: Store, id: string) =>
  store
    .all(
      `select r.ReturnOrderNumber as id, r.RMANumber as number, l.ReturnStatus as state, -cast(l.ReturnSalesQuantity as real) as quantity, s.SalesOrderNumber as sold,
         i.InvoiceNumber as note, -cast(i.TotalInvoiceAmount as real) as credit
       from ReturnOrderHeadersV2 r join ReturnOrderLinesV2 l on l.dataAreaId = r.dataAreaId and l.ReturnOrderNumber = r.ReturnOrderNumber
       join SalesOrderLinesV3 s on s.dataAreaId = l.dataAreaId and s.InventoryLotId = l.ReturningInventoryLotId
       left join SalesInvoiceHeadersV2 i on i.dataAreaId = r.dataAreaId and i.SalesOrderNumber = r.ReturnOrderNumber
       where r.dataAreaId = 'usmf' and r.CustomerAccountNumber = ? order by r.ReturnOrderNumber`,
      id,
    )
    .map((row) => ({
      id: String(row.id),
      number: String(row.number),
      order: String(row.sold),
      status: { Awaiting: 'requested', Received: 'received', Invoiced: 'credited' }[String(row.state)],
      quantity: String(row.quantity),
      note: row.note === null ? null : String(row.note),
      credit: row.credit === null ? null : Number(row.credit).toFixed(2),
    }));
