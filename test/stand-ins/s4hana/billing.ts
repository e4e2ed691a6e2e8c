import { add, compare, type Decimal, divide, multiply, negate, round, subtract } from '@backroom/shared';
import { copied, dateOf, dec, time, today, zero } from './amounts.ts';
import type { Row, Store } from './database.ts';
import { follow } from './deliveries.ts';
import { refused } from './errors.ts';
import type { Faults } from './faults.ts';
import { clear, invoiceItem, postDocument } from './ledger.ts';
import { billedOf, deliveredOf, itemsOf, restate } from './order-state.ts';

type Line = {
  item: Row;
  number: string;
  quantity: Decimal;
  net: Decimal;
  tax: Decimal;
  source: { document: string; item: string; category: string };
};
/** A billing document of these lines, posted to accounting. `M` is an invoice, `O` a credit memo, whose amounts are positive here too. */
function bill(
  store: Store,
  faults: Faults,
  head: Row,
  lines: readonly Line[],
  kind: 'M' | 'O',
  at: { posted?: string; invoice?: Row | null } = {},
): Row {
  if (lines.length === 0)
    throw refused('VF/044', { EN: 'No billing documents were generated', DE: 'Es wurden keine Fakturen erzeugt' });
  if (faults.periodClosed)
    throw refused('F5/201', {
      EN: `Posting period ${today().slice(5, 7)} ${today().slice(0, 4)} is not open`,
      DE: `Buchungsperiode ${today().slice(5, 7)} ${today().slice(0, 4)} ist nicht geöffnet`,
    });
  const BillingDocument = store.draw('RV_FAKT', 90_000_001);
  const day = at.posted ?? today();
  const net = add(zero, ...lines.map((line) => line.net));
  const tax = add(zero, ...lines.map((line) => line.tax));
  const gross = add(net, tax);
  const currency = String(head.TransactionCurrency);
  const customer = String(head.SoldToParty);
  const posted = postDocument(store, {
    ...{
      type: 'RV',
      customer,
      gross: kind === 'M' ? gross : negate(gross),
      tax: kind === 'M' ? tax : negate(tax),
      currency,
      day,
    },
    ...{
      terms: String(head.CustomerPaymentTerms),
      billing: BillingDocument,
      order: String(head.SalesOrder ?? ''),
      invoice: at.invoice ?? null,
    },
  });
  const stored = store.insert('A_BillingDocument', {
    ...copied(head, [
      'SalesOrganization',
      'DistributionChannel',
      'SoldToParty',
      'PurchaseOrderByCustomer',
      'CustomerPaymentTerms',
      'TransactionCurrency',
      'AssignmentReference',
    ]),
    ...{
      BillingDocument,
      SDDocumentCategory: kind,
      BillingDocumentType: kind === 'M' ? 'F2' : 'G2',
      BillingDocumentCategory: kind === 'M' ? 'L' : 'P',
    },
    ...{
      Division: '00',
      PayerParty: customer,
      CompanyCode: '1010',
      FiscalYear: day.slice(0, 4),
      AccountingDocument: posted.AccountingDocument ?? '',
    },
    ...{
      BillingDocumentDate: dateOf(day),
      CreationDate: dateOf(day),
      CreationTime: time(),
      LastChangeDate: dateOf(today()),
      DocumentReferenceID: BillingDocument.padStart(10, '0'),
    },
    ...{
      TotalNetAmount: net,
      TaxAmount: tax,
      TotalGrossAmount: gross,
      InvoiceClearingStatus: 'A',
      OverallSDProcessStatus: 'C',
      OverallBillingStatus: 'C',
    },
    ...{ AccountingPostingStatus: 'C', AccountingTransferStatus: 'C' },
  });
  for (const [nth, { item, number, quantity, net: own, tax: ownTax, source }] of lines.entries())
    store.insert('A_BillingDocumentItem', {
      ...{
        BillingDocument,
        BillingDocumentItem: String((nth + 1) * 10),
        Material: item.Material ?? '',
        BillingDocumentItemText:
          item.SalesOrderItemText ?? item.CustomerReturnItemText ?? item.CreditMemoRequestItemText ?? '',
      },
      ...{
        BillingQuantity: quantity,
        BillingQuantityUnit: item.RequestedQuantitySAPUnit ?? item.RequestedQuantityUnit ?? '',
        NetAmount: own,
        TaxAmount: ownTax,
        GrossAmount: add(own, ownTax),
      },
      ...{
        TransactionCurrency: currency,
        SalesDocument: source.document,
        SalesDocumentItem: number,
        SalesSDDocumentCategory: source.category,
      },
      ...{
        ReferenceSDDocument: source.document,
        ReferenceSDDocumentItem: source.item,
        ReferenceSDDocumentCategory: source.category,
        PricingDate: dateOf(day),
      },
    });
  for (const PartnerFunction of ['AG', 'WE', 'RE', 'RG'])
    store.insert('A_BillingDocumentPartner', { BillingDocument, PartnerFunction, Customer: customer });
  return stored;
}
const part = (amount: Decimal, quantity: Decimal, whole: Decimal) =>
  compare(whole, zero) === 0 ? zero : round(divide(multiply(amount, quantity), whole), 2);

/** Invoices what was delivered and not invoiced yet; services as ordered. */
export function invoiceOrder(store: Store, faults: Faults, order: Row, posted?: string): Row {
  const SalesOrder = String(order.SalesOrder);
  if (order.HeaderBillingBlockReason !== '')
    throw refused('VF/071', {
      EN: `Order ${SalesOrder} is blocked for billing`,
      DE: `Auftrag ${SalesOrder} ist zur Fakturierung gesperrt`,
    });
  return store.atomic(() => {
    const lines = itemsOf(store, SalesOrder).flatMap((item): Line[] => {
      const key = String(item.SalesOrderItem);
      if (item.SalesDocumentRjcnReason !== '') return [];
      const ready =
        item.SalesOrderItemCategory === 'TAN' ? deliveredOf(store, SalesOrder, key) : dec(item.RequestedQuantity);
      const before = billedOf(store, SalesOrder, key);
      const quantity = subtract(ready, before);
      if (compare(quantity, zero) <= 0) return [];
      const whole = dec(item.RequestedQuantity);
      // What is left of a cent goes with the last part.
      const upTo = (amount: Decimal) => subtract(part(amount, ready, whole), part(amount, before, whole));
      return [
        {
          item,
          number: key,
          quantity,
          net: upTo(dec(item.NetAmount)),
          tax: upTo(dec(item.TaxAmount)),
          source: { document: SalesOrder, item: key, category: 'C' },
        },
      ];
    });
    const made = bill(store, faults, order, lines, 'M', posted === undefined ? {} : { posted });
    for (const [nth, line] of lines.entries())
      follow(store, SalesOrder, line.number, String(made.BillingDocument), String((nth + 1) * 10), 'M');
    restate(store, SalesOrder);
    return made;
  });
}
export const documentNumbered = (store: Store, number: string): Row => {
  const found = store.get('A_BillingDocument', { BillingDocument: number });
  if (!found)
    throw refused('VF/041', {
      EN: `Billing document ${number} does not exist`,
      DE: `Faktura ${number} ist nicht vorhanden`,
    });
  return found;
};
/** The credit memo of a return or a credit memo request, for the items that it has. */
export function creditMemo(
  store: Store,
  faults: Faults,
  head: Row,
  items: readonly Row[],
  kind: 'return' | 'request',
): Row {
  const [own, category] =
    kind === 'return' ? (['CustomerReturn', 'H'] as const) : (['CreditMemoRequest', 'K'] as const);
  const reference = String(head.ReferenceSDDocument || items[0]?.ReferenceSDDocument || '');
  const invoice = invoiceItem(store, reference);
  return store.atomic(() => {
    const lines = items.map((item): Line => {
      const net = dec(item.NetAmount);
      return {
        ...{
          item,
          number: String(item[`${own}Item`]),
          quantity: dec(item.RequestedQuantity),
          net,
          tax: round(divide(multiply(net, taxRate(store, reference, item)), dec('100')), 2),
        },
        source: { document: String(head[own]), item: String(item[`${own}Item`]), category },
      };
    });
    const made = bill(
      store,
      faults,
      { ...head, CustomerPaymentTerms: head.CustomerPaymentTerms || '0001' },
      lines,
      'O',
      { invoice },
    );
    if (invoice) clear(store, invoice);
    return made;
  });
}
/** The tax percentage of the item that is credited. */
function taxRate(store: Store, billing: string, item: Row): Decimal {
  const rows = store.rows('A_BillingDocumentItem', { BillingDocument: billing, Material: item.Material ?? '' });
  const [row] = rows;
  if (!row || dec(row.NetAmount) === zero) return dec('19');
  return round(divide(multiply(dec(row.TaxAmount), dec('100')), dec(row.NetAmount)), 0);
}
/** Cancels an invoice: a document of its own takes it back, and both are cleared. */
export function cancelInvoice(store: Store, faults: Faults, document: Row): Row {
  const BillingDocument = String(document.BillingDocument);
  const item = invoiceItem(store, BillingDocument);
  return store.atomic(() => {
    const lines = store.rows('A_BillingDocumentItem', { BillingDocument }).map(
      (row): Line => ({
        ...{
          item: { ...row, RequestedQuantitySAPUnit: row.BillingQuantityUnit ?? '' },
          number: String(row.SalesDocumentItem),
          quantity: dec(row.BillingQuantity),
        },
        ...{
          net: dec(row.NetAmount),
          tax: dec(row.TaxAmount),
          source: { document: BillingDocument, item: String(row.BillingDocumentItem), category: 'M' },
        },
      }),
    );
    const made = bill(store, faults, { ...document, SalesOrder: '' }, lines, 'O', { invoice: item });
    store.update(
      'A_BillingDocument',
      { BillingDocument: made.BillingDocument ?? '' },
      { SDDocumentCategory: 'N', BillingDocumentType: 'S1', CancelledBillingDocument: BillingDocument },
    );
    store.update('A_BillingDocument', { BillingDocument }, { BillingDocumentIsCancelled: 1 });
    if (item) clear(store, item);
    for (const { SalesDocument = '' } of store.rows('A_BillingDocumentItem', { BillingDocument }))
      restate(store, String(SalesDocument));
    return made;
  });
}
