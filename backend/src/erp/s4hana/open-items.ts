import { add, type Currency, compare, type Decimal, decimal } from '@backroom/shared';
import { z } from 'zod';
import { queryOf, text } from '../transport/odata/query.ts';
import { blank, day } from '../transport/odata/v2-values.ts';
import { COUNTED, CUSTOMER_ACCOUNT } from './facts.ts';
import { conditions, type Session } from './session.ts';
import { amount, daysBetween, key, reference, sure, today } from './values.ts';

const zero = decimal('0');
export const itemRow = z.object({
  CompanyCode: z.string(),
  FiscalYear: z.string(),
  AccountingDocument: key,
  AccountingDocumentItem: key,
  Customer: key,
  SpecialGLCode: blank,
  BillingDocument: reference,
  InvoiceReference: reference,
  InvoiceReferenceFiscalYear: blank,
  NetDueDate: day,
  TransactionCurrency: sure,
  AmountInTransactionCurrency: amount,
  CompanyCodeCurrency: sure,
  AmountInCompanyCodeCurrency: amount,
});
export type OpenItem = z.output<typeof itemRow>;

/** What is not cleared on the accounts of these customers. Down payments and other special postings are none of what is owed. */
export async function openItemsOf(
  session: Session,
  customers: readonly string[],
  signal: AbortSignal,
): Promise<OpenItem[]> {
  const paths = conditions('Customer', customers).map(
    (filter) =>
      `A_OperationalAcctgDocItemCube${queryOf({
        filter: `(${filter}) and FinancialAccountType eq ${text(CUSTOMER_ACCOUNT)} and IsCleared eq false and CompanyCode eq ${text(session.companyCode)}`,
        select: Object.keys(itemRow.shape),
        // A list that is read in pages needs an order.
        orderby: 'CompanyCode,FiscalYear,AccountingDocument,AccountingDocumentItem',
        more: COUNTED,
      })}`,
  );
  const rows = (await session.service('ledger').lists(itemRow, paths, signal)).flat();
  return rows.filter(({ SpecialGLCode }) => SpecialGLCode === null);
}

export type Due = { item: OpenItem; amount: Decimal; currency: Currency; dueOn: string | null };
const documentKey = (year: string | null, document: string): string => `${year} ${document}`;
/**
 * Each item with the day on which it is due. A part payment leaves its invoice open in full and stands beside it as a credit: it is due with the
 * invoice that it names.
 */
export function duesOf(items: readonly OpenItem[], currencyOf: 'transaction' | 'company'): Due[] {
  const invoices = new Map(
    items
      .filter((item) => item.InvoiceReference === null)
      .map((item) => [documentKey(item.FiscalYear, item.AccountingDocument), item]),
  );
  return items.map((item) => {
    const paid =
      item.InvoiceReference && invoices.get(documentKey(item.InvoiceReferenceFiscalYear, item.InvoiceReference));
    return {
      item,
      amount: currencyOf === 'company' ? item.AmountInCompanyCodeCurrency : item.AmountInTransactionCurrency,
      currency: currencyOf === 'company' ? item.CompanyCodeCurrency : item.TransactionCurrency,
      dueOn: (paid || item).NetDueDate,
    };
  });
}
/** An own credit without an invoice is on account: it lowers what is open, and is never late. */
export const isLate = ({ item, amount: value, dueOn }: Due, session: Session): boolean =>
  dueOn !== null &&
  daysBetween(dueOn, today(session)) > 0 &&
  (compare(value, zero) > 0 || item.InvoiceReference !== null);
export const sum = (values: readonly Decimal[]): Decimal => add(zero, ...values);
