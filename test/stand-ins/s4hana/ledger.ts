import { add, compare, type Decimal, multiply, negate, round } from '@backroom/shared';
import { dateOf, daysAfter, dec, rateOf, today, zero } from './amounts.ts';
import type { Row, Store } from './database.ts';
import { refused } from './errors.ts';

const COMPANY = '1010';
const daysOf = (store: Store, terms: string) =>
  Number(store.one('select days from terms where code = ?', terms)?.days ?? 0);

type Posting = {
  type: 'RV' | 'DZ';
  customer: string;
  /** Signed: what the customer owes is positive. */
  gross: Decimal;
  tax: Decimal;
  currency: string;
  day: string;
  terms: string;
  billing?: string;
  order?: string;
  /** The invoice that a payment or a credit memo belongs to. */
  invoice?: Row | null;
};
/** Posts a document to accounting: the customer's item and those of the general ledger behind it. */
export function postDocument(store: Store, posting: Posting): Row {
  const { type, customer, gross, tax, currency, day, terms, billing = '', order = '', invoice } = posting;
  const FiscalYear = day.slice(0, 4);
  const AccountingDocument = store.draw(`RF_BELEG_${type}`, type === 'RV' ? 9_400_000_001 : 1_400_000_001);
  const factor = currency === 'EUR' ? dec('1') : rateOf(store, currency);
  const isDebit = compare(gross, zero) >= 0;
  const name = String(store.get('A_Customer', { Customer: customer })?.CustomerName ?? '');
  const due = daysAfter(day, compare(gross, zero) < 0 ? 0 : daysOf(store, terms));
  const base: Row = {
    ...{
      CompanyCode: COMPANY,
      FiscalYear,
      AccountingDocument,
      AccountingDocumentType: type,
      ChartOfAccounts: 'YCOA',
      CompanyCodeCurrency: 'EUR',
    },
    ...{
      TransactionCurrency: currency,
      PostingDate: dateOf(day),
      DocumentDate: dateOf(day),
      FiscalPeriod: `0${day.slice(5, 7)}`.slice(-3),
    },
    ...{
      AccountingDocumentCreationDate: dateOf(today()),
      LastChangeDate: dateOf(today()),
      BillingDocument: billing,
      SalesDocument: order,
    },
    // The reference is a text: a number in it keeps its leading zeros.
    ...{
      DocumentReferenceID: billing ? billing.padStart(10, '0') : '',
      OriginalReferenceDocument: billing ? billing.padStart(10, '0') : '',
    },
  };
  const item = (number: string, account: string, amount: Decimal, more: Row) =>
    store.insert('A_OperationalAcctgDocItemCube', {
      ...base,
      ...{ AccountingDocumentItem: number, FinancialAccountType: account, AmountInTransactionCurrency: amount },
      ...{
        AmountInCompanyCodeCurrency: round(multiply(amount, factor), 2),
        DebitCreditCode: compare(amount, zero) >= 0 ? 'S' : 'H',
        ...more,
      },
    });
  const own = item('1', 'D', gross, {
    ...{
      Customer: customer,
      CustomerName: name,
      GLAccount: '12100000',
      PaymentTerms: terms,
      NetDueDate: dateOf(due),
      PostingKey: isDebit ? '01' : '11',
    },
    ...{ DueCalculationBaseDate: dateOf(day), NetPaymentDays: String(daysOf(store, terms)), IsOpenItemManaged: 'X' },
    ...(invoice
      ? {
          InvoiceReference: invoice.AccountingDocument ?? '',
          InvoiceReferenceFiscalYear: invoice.FiscalYear ?? '',
          InvoiceItemReference: '1',
        }
      : {}),
  });
  if (type === 'RV') {
    item('2', 'S', negate(add(gross, negate(tax))), { GLAccount: '41000000', PostingKey: isDebit ? '50' : '40' });
    if (compare(tax, zero) !== 0)
      item('3', 'S', negate(tax), { GLAccount: '22000000', TaxCode: 'A1', PostingKey: isDebit ? '50' : '40' });
  } else item('2', 'S', negate(gross), { GLAccount: '11001080', PostingKey: '40' });
  return own;
}
const openItem = (store: Store, billing: string) =>
  store.one(
    "select * from A_OperationalAcctgDocItemCube where BillingDocument = ? and FinancialAccountType = 'D' order by _seq",
    billing,
  );
const openOf = (store: Store, item: Row): Decimal => {
  const related = store.all(
    "select AmountInTransactionCurrency as amount from A_OperationalAcctgDocItemCube where InvoiceReference = ? and FinancialAccountType = 'D' and IsCleared = 0",
    String(item.AccountingDocument),
  );
  return add(dec(item.AmountInTransactionCurrency), ...related.map(({ amount }) => dec(amount)));
};
/** Clears the item of an invoice together with what was paid or credited on it, once they come to nothing. */
export function clear(store: Store, item: Row): void {
  if (compare(openOf(store, item), zero) !== 0) return;
  const cleared = {
    IsCleared: 1,
    ClearingDate: dateOf(today()),
    ClearingAccountingDocument: store.draw('CLEARING', 100_001),
    LastChangeDate: dateOf(today()),
  };
  const keys = (row: Row) => ({
    ...{ CompanyCode: COMPANY, FiscalYear: row.FiscalYear ?? '' },
    ...{ AccountingDocument: row.AccountingDocument ?? '', AccountingDocumentItem: '1' },
  });
  store.update('A_OperationalAcctgDocItemCube', keys(item), cleared);
  for (const row of store.rows('A_OperationalAcctgDocItemCube', {
    InvoiceReference: item.AccountingDocument ?? '',
    FinancialAccountType: 'D',
  }))
    store.update('A_OperationalAcctgDocItemCube', keys(row), cleared);
  const BillingDocument = String(item.BillingDocument);
  if (store.get('A_BillingDocument', { BillingDocument }))
    store.update('A_BillingDocument', { BillingDocument }, { InvoiceClearingStatus: 'C' });
}
/** A payment for an invoice: all that is open, or an amount. A part leaves the invoice open in full, beside an item of its own. */
export function pay(store: Store, billing: string, amount: Decimal | null = null): Row {
  const item = openItem(store, billing);
  if (!item)
    throw refused('F5/702', {
      EN: `Billing document ${billing} is not posted to accounting`,
      DE: `Faktura ${billing} ist nicht in die Buchhaltung übergeleitet`,
    });
  return store.atomic(() => {
    const paid = amount ?? openOf(store, item);
    const posted = postDocument(store, {
      ...{
        type: 'DZ',
        customer: String(item.Customer),
        gross: negate(paid),
        tax: zero,
        currency: String(item.TransactionCurrency),
      },
      ...{ day: today(), terms: '0001', invoice: item },
    });
    if (amount !== null) {
      const { BillingDocument = '' } = item;
      store.update('A_BillingDocument', { BillingDocument }, { InvoiceClearingStatus: 'B' });
    }
    clear(store, item);
    return posted;
  });
}
/** Money on account: it belongs to no invoice yet. */
export const payOnAccount = (store: Store, customer: string, amount: Decimal, currency: string): Row =>
  postDocument(store, {
    type: 'DZ',
    customer,
    gross: negate(amount),
    tax: zero,
    currency,
    day: today(),
    terms: '0001',
  });
export const invoiceItem = openItem;
