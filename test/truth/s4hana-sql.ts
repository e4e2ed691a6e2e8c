import type { Store } from '../stand-ins/s4hana/database.ts';

/** The double's own numbers, by SQL over its tables: stock rows, schedule lines, condition records, ledger items. What its services compute in code is not used. */
const today = () => new Date().toISOString().slice(0, 10);
const text = (value: unknown): string => String(value ?? '0');
const row = (store: Store, sql: string, ...values: string[]) => store.one(sql, ...values) ?? {};

export const customers = (store: Store) =>
  store
    .all("select Customer as id from A_CustomerSalesArea where SalesOrganization = '1010' order by Customer")
    .map(({ id }) => String(id));
export const products = (store: Store) =>
  store
    .all(
      `select p.Product as id, p.ProductType as type from A_Product p join A_ProductSalesDelivery s on s.Product = p.Product
       where s.ProductSalesOrg = '1010' and p.IsMarkedForDeletion = 0 and p.CrossPlantStatus = '' order by p.Product`,
    )
    .map(({ id, type }) => ({ id: String(id), stocked: type !== 'SERV' }));

export const customer = (store: Store, id: string) =>
  row(
    store,
    `select b.BusinessPartnerFullName as name, a.CityName as city, t.BPTaxNumber as vat, s.Currency as currency, c.OrderIsBlockedForCustomer <> '' as blocked
     from A_BusinessPartner b join A_Customer c on c.Customer = b.Customer
     join A_CustomerSalesArea s on s.Customer = c.Customer and s.SalesOrganization = '1010'
     left join A_BusinessPartnerAddress a on a.BusinessPartner = b.BusinessPartner
     left join A_BusinessPartnerTaxNumber t on t.BusinessPartner = b.BusinessPartner where b.BusinessPartner = ?`,
    id,
  );
/** Unrestricted stock of our own in both plants. */
export const onHand = (store: Store, material: string) =>
  text(
    row(
      store,
      `select round(sum(cast(MatlWrhsStkQtyInMatlBaseUnit as real)), 6) as n from A_MatlStkInAcctMod
       where Material = ? and InventoryStockType = '01' and InventorySpecialStockType = ''`,
      material,
    ).n,
  );
/** The price on record for one unit: the customer's own, else that of its list, else the product's. Null where there is none. */
export function price(store: Store, material: string, customerId: string, quantity: string): string | null {
  const found = row(
    store,
    `select r.ConditionRecord as record, r.ConditionRateAmount as rate, r.ConditionQuantity as per, r.ConditionCurrency as currency
     from A_SlsPrcgCndnRecdValidity v join A_SlsPrcgConditionRecord r on r.ConditionRecord = v.ConditionRecord
     join A_CustomerSalesArea s on s.Customer = ? and s.SalesOrganization = v.SalesOrganization
     where v.ConditionType = 'PPR0' and v.Material = ? and r.ConditionIsDeleted = 0 and v.Customer in ('', ?) and v.PriceListType in ('', s.PriceListType)
     order by v.Customer desc, v.PriceListType desc limit 1`,
    customerId,
    material,
    customerId,
  );
  if (found.record === undefined || found.currency !== 'EUR') return null;
  const scale = store.one(
    'select ConditionRateAmount as rate from A_SlsPrcgCndnRecordScale where ConditionRecord = ? and cast(ConditionScaleQuantity as real) <= ? order by cast(ConditionScaleQuantity as real) desc',
    text(found.record),
    Number(quantity),
  );
  const discount = row(
    store,
    `select r.ConditionRateRatio as percent from A_SlsPrcgCndnRecdValidity v join A_SlsPrcgConditionRecord r on r.ConditionRecord = v.ConditionRecord
     where v.ConditionType = 'DCM2' and v.Customer = ?`,
    customerId,
  );
  // Half a cent goes away from zero, on both sides of it.
  const cents = (amount: number) => (Math.sign(amount) * Math.round(Math.abs(amount) * 100 + 1e-6)) / 100;
  const base = cents((Number(scale?.rate ?? found.rate) * Number(quantity)) / Number(found.per));
  return (base + cents((base * Number(discount.percent ?? 0)) / 100)).toFixed(2);
}

export const orders = (store: Store, customerId: string) =>
  store
    .all(
      `select o.SalesOrder as number, substr(o.SalesOrderDate, 1, 10) as day, round(sum(i.NetAmount), 2) as net, round(sum(i.NetAmount + i.TaxAmount), 2) as gross
       from A_SalesOrder o join A_SalesOrderItem i on i.SalesOrder = o.SalesOrder and i.SalesDocumentRjcnReason = ''
       where o.SoldToParty = ? group by o.SalesOrder order by o._seq`,
      customerId,
    )
    .map(({ number, day, net, gross }) => ({
      number: text(number),
      day: text(day),
      net: text(net),
      gross: text(gross),
    }));
export const orderLines = (store: Store, order: string) =>
  store.all(
    `select i.Material as code, i.RequestedQuantity as quantity, i.NetAmount as net,
       (select coalesce(sum(cast(d.ActualDeliveryQuantity as real)), 0) from A_OutbDeliveryItem d
        where d.ReferenceSDDocument = i.SalesOrder and d.ReferenceSDDocumentItem = i.SalesOrderItem) as delivered
     from A_SalesOrderItem i where i.SalesOrder = ? and i.SalesDocumentRjcnReason = '' order by cast(i.SalesOrderItem as integer)`,
    order,
  );

/** Billing documents with what is open of them: the ledger item and the items that refer to it. */
export const invoices = (store: Store, customerId: string) =>
  store.all(
    `select b.BillingDocument as number, b.SDDocumentCategory as category, b.TotalGrossAmount as total, substr(b.BillingDocumentDate, 1, 10) as issued,
       substr(f.NetDueDate, 1, 10) as due, f.IsCleared as cleared, b.BillingDocumentIsCancelled as cancelled,
       round(f.AmountInTransactionCurrency + coalesce((select sum(r.AmountInTransactionCurrency) from A_OperationalAcctgDocItemCube r
         where r.InvoiceReference = f.AccountingDocument and r.FinancialAccountType = 'D' and r.IsCleared = 0), 0), 2) as open
     from A_BillingDocument b join A_OperationalAcctgDocItemCube f on f.BillingDocument = b.BillingDocument and f.FinancialAccountType = 'D'
     where b.SoldToParty = ?`,
    customerId,
  );
export function credit(store: Store, customerId: string) {
  const ledger = row(
    store,
    `select round(coalesce(sum(AmountInCompanyCodeCurrency), 0), 2) as balance, count(*) as items from A_OperationalAcctgDocItemCube
     where Customer = ? and FinancialAccountType = 'D' and IsCleared = 0`,
    customerId,
  );
  const account = row(
    store,
    'select CreditLimitAmount as n from CreditManagementAccount where BusinessPartner = ?',
    customerId,
  );
  const sold = row(store, 'select count(*) as n from A_SalesOrder where SoldToParty = ?', customerId);
  return {
    known: account.n !== undefined || Number(ledger.items) > 0 || Number(sold.n) > 0,
    limit: account.n === undefined ? null : text(account.n),
    balance: text(ledger.balance),
  };
}
export const overdue = (row: { cleared: unknown; due: unknown }): boolean =>
  row.cleared === 0 && String(row.due) < today();
export const returns = (store: Store, customerId: string) =>
  store
    .all(
      `select r.CustomerReturn as number, r.OverallSDProcessStatus as state, sum(cast(i.RequestedQuantity as real)) as quantity
       from A_CustomerReturn r join A_CustomerReturnItem i on i.CustomerReturn = r.CustomerReturn where r.SoldToParty = ? group by r.CustomerReturn`,
      customerId,
    )
    .map(({ number, state, quantity }) => ({ number: text(number), state: text(state), quantity: text(quantity) }));
