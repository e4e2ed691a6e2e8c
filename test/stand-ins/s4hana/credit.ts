import { add, compare, type Decimal, divide, multiply, round } from '@backroom/shared';
import { dec, rateOf, zero } from './amounts.ts';
import type { Store, Value } from './database.ts';

const inEuro = (store: Store, amount: Decimal, currency: Value | undefined) =>
  round(multiply(amount, currency === 'EUR' || !currency ? dec('1') : rateOf(store, String(currency))), 2);
/** Open items of the ledger, signed, in the company's currency. */
export function receivable(store: Store, customer: string): Decimal {
  const rows = store.all(
    "select AmountInCompanyCodeCurrency as amount from A_OperationalAcctgDocItemCube where Customer = ? and FinancialAccountType = 'D' and IsCleared = 0",
    customer,
  );
  return add(zero, ...rows.map(({ amount }) => dec(amount)));
}
/** What orders still bring, gross, in the company's currency: the part of each item that is not invoiced yet. */
export function openOrders(store: Store, customer: string, except = ''): Decimal {
  const rows = store.all(
    `select i.NetAmount as net, i.TaxAmount as tax, i.RequestedQuantity as ordered, i.TransactionCurrency as currency,
       (select coalesce(sum(cast(b.BillingQuantity as real)), 0) from A_BillingDocumentItem b join A_BillingDocument h on h.BillingDocument = b.BillingDocument
        where b.SalesDocument = i.SalesOrder and b.SalesDocumentItem = i.SalesOrderItem and h.SDDocumentCategory = 'M' and h.BillingDocumentIsCancelled = 0) as billed
     from A_SalesOrderItem i join A_SalesOrder o on o.SalesOrder = i.SalesOrder
     where o.SoldToParty = ? and i.SalesDocumentRjcnReason = '' and o.SalesOrder <> ?`,
    customer,
    except,
  );
  return add(
    zero,
    ...rows.map(({ net, tax, ordered, billed, currency }) => {
      const gross = add(dec(net), dec(tax));
      const left =
        dec(ordered) === '0'
          ? zero
          : divide(multiply(gross, add(dec(ordered), dec(String(-Number(billed))))), dec(ordered));
      return inEuro(store, left, currency);
    }),
  );
}
const accountOf = (store: Store, customer: string) =>
  store.get('CreditManagementAccount', { BusinessPartner: customer, CreditSegment: '1000' });
/** What the credit check says of a document of this value: `A` well, `B` over the limit or blocked, empty where nothing is checked. */
export function creditStatus(
  store: Store,
  customer: string,
  gross: Decimal,
  currency: string,
  except = '',
): '' | 'A' | 'B' {
  const account = accountOf(store, customer);
  if (!account) return '';
  if (account.CreditAccountIsBlocked === 1) return 'B';
  if (account.CreditLimitIsZero !== 1 && dec(account.CreditLimitAmount) === '0') return 'A';
  const exposure = add(
    receivable(store, customer),
    openOrders(store, customer, except),
    inEuro(store, gross, currency),
  );
  return compare(exposure, dec(account.CreditLimitAmount)) > 0 ? 'B' : 'A';
}
