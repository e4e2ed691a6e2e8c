import type { Body, Rec, Store } from './database.ts';
import { type Definition, definition, round } from './definitions.ts';

const INVOICE = 'accounts-receivable/invoice';
const LINE = 'order-entry/document-line';
const isDone = ({ body }: Rec) => body.state !== 'draft' && body.state !== 'submitted';

function move(store: Store, doc: Rec, sign: 1 | -1): void {
  for (const { body } of store.children(LINE, doc.key)) {
    const { item, dimensions, quantity } = body;
    if (dimensions.warehouse === null || dimensions.warehouse === undefined) continue;
    const found = store.find('inventory-control/item', item);
    if (found?.body.itemType !== 'inventory') continue;
    store.run(
      'insert into stock values (?, ?, ?) on conflict (item, warehouse) do update set onhand = onhand + ?',
      ...[Number(item), Number(dimensions.warehouse), sign * Number(quantity), sign * Number(quantity)],
    );
  }
}
function invoiceLines(store: Store, doc: Rec, key: number): void {
  const { baseCurrency, txnCurrency, exchangeRate, taxInTxnCurrency } = doc.body;
  const rate = Number(exchangeRate.rate);
  let nth = 0;
  const keep = (amount: number, memo: string | null, isSubtotal: string | null, location: string | null) => {
    nth += 1;
    const amounts = { txnAmount: amount, baseAmount: round(amount * rate, 2) };
    const currency = { baseCurrency, txnCurrency };
    const body = {
      ...amounts,
      memo,
      isSubtotal,
      lineNumber: nth,
      currency,
      dimensions: { location },
      invoice: String(key),
    };
    store.save({ object: 'accounts-receivable/invoice-line', parent: key, entity: doc.entity, body });
  };
  const lines = store.children(LINE, doc.key);
  const location = lines[0]?.body.dimensions.location ?? null;
  for (const { body } of lines)
    keep(
      round(Number(body.unitQuantity) * Number(body.priceInTxnCurrency), 2),
      body.memo ?? null,
      null,
      body.dimensions.location,
    );
  if (Number(doc.body.adjusted) !== 0) keep(Number(doc.body.adjusted), 'Discounts and charges', 'subtotal', location);
  if (Number(taxInTxnCurrency) !== 0) keep(Number(taxInTxnCurrency), 'VAT', 'tax', location);
}
function invoice(store: Store, doc: Rec, now: number): Rec {
  const { body, entity } = doc;
  const { documentNumber, customerPONumber, referenceNumber, documentId, customer, txnDate, dueDate, paymentTerm } =
    body;
  const kept = store.save(
    {
      object: INVOICE,
      entity,
      body: {
        ...{
          recordType: 'ri',
          moduleKey: 'orderEntry',
          invoiceNumber: documentNumber,
          state: 'posted',
          customer,
          dueDate,
        },
        ...{
          referenceNumber: customerPONumber ?? referenceNumber ?? null,
          description: documentId,
          salesDocument: String(doc.key),
        },
        ...{
          invoiceDate: txnDate,
          term: paymentTerm,
          dunningCount: 0,
          isSystemGeneratedDocument: true,
          taxSolution: body.taxSolution,
        },
        currency: {
          ...{ baseCurrency: body.baseCurrency, txnCurrency: body.txnCurrency },
          exchangeRate: { date: txnDate, rate: Number(body.exchangeRate.rate), typeId: null },
        },
        ...{ totalTxnAmount: body.totalInTxnCurrency, totalTxnAmountDue: body.totalInTxnCurrency },
        ...{ totalBaseAmount: body.total, totalBaseAmountDue: body.total },
        paymentInformation: { fullyPaidDate: null, totalBaseAmountPaid: 0, totalTxnAmountPaid: 0 },
        contacts: { payTo: body.contacts.billTo, returnTo: body.contacts.shipTo },
      },
    },
    now,
  );
  invoiceLines(store, doc, kept.key);
  const owner = store.find('accounts-receivable/customer', customer);
  if (owner) store.save({ ...owner, body: { ...owner.body, lastInvoiceCreatedDate: txnDate } }, owner.modified);
  return store.save({ ...doc, body: { ...body, invoice: String(kept.key) } }, now);
}
/** A credit of the ledger. Its amounts are negative. */
function adjustment(store: Store, doc: Rec, now: number): Rec {
  const { documentNumber, documentId, customer, txnDate, total, totalInTxnCurrency, baseCurrency, txnCurrency } =
    doc.body;
  const [base, txn] = [-Number(total), -Number(totalInTxnCurrency)];
  store.save(
    {
      object: 'accounts-receivable/adjustment',
      entity: doc.entity,
      body: {
        ...{
          txnType: 'ra',
          adjustmentNumber: documentNumber,
          state: 'posted',
          description: documentId,
          customer,
          moduleKey: '8.SO',
        },
        ...{ documentNumber: sourceInvoice(store, doc), createdDate: txnDate, glPostingDate: txnDate },
        baseCurrency: {
          currency: baseCurrency,
          totalPaid: 0,
          totalSelected: 0,
          totalDue: base,
          totalAmountEntered: base,
        },
        txnCurrency: { currency: txnCurrency, totalPaid: 0, totalSelected: 0, totalDue: txn, totalEntered: txn },
        exchangeRate: { date: txnDate, rate: String(doc.body.exchangeRate.rate) },
      },
    },
    now,
  );
  return doc;
}
/** Number of the invoice that a credit goes back to, over the return where there is one. */
function sourceInvoice(store: Store, doc: Rec): string | null {
  for (const key of (doc.body.sources ?? []) as number[]) {
    const source = store.find('order-entry/document', key);
    if (source?.body.documentType === 'Sales Invoice') return source.body.documentNumber;
    const further = source ? sourceInvoice(store, source) : null;
    if (further) return further;
  }
  return null;
}
/** What follows a document that is no draft: stock moves, and the ledger of receivables. */
export function post(store: Store, doc: Rec, def: Definition, now = Date.now()): Rec {
  if (!isDone(doc)) return doc;
  if (def.inventory) move(store, doc, def.inventory === 'increase' ? 1 : -1);
  if (def.posts === 'invoice') return invoice(store, doc, now);
  return def.posts === 'adjustment' ? adjustment(store, doc, now) : doc;
}
/** After a change the invoice of the ledger is deleted and made again, under another key. */
export function repost(store: Store, doc: Rec): Rec {
  const old = store.find(INVOICE, doc.body.invoice);
  if (definition(doc.body.documentType)?.posts !== 'invoice' || !old) return doc;
  for (const line of store.children('accounts-receivable/invoice-line', old.key)) store.remove(line);
  store.remove(old);
  return invoice(store, doc, Date.now());
}
const paid = (body: Body, amount: number, rate: number): Body => {
  const { paymentInformation: info, totalTxnAmountDue, totalBaseAmountDue } = body;
  const due = round(Number(totalTxnAmountDue) - amount, 2);
  const inBase = due === 0 ? Number(totalBaseAmountDue) : round(amount * rate, 2);
  return {
    ...body,
    ...{ totalTxnAmountDue: due, totalBaseAmountDue: round(Number(totalBaseAmountDue) - inBase, 2) },
    state: due <= 0 ? 'paid' : 'partiallyPaid',
    paymentInformation: {
      fullyPaidDate: due <= 0 ? new Date().toISOString().slice(0, 10) : null,
      totalTxnAmountPaid: round(Number(info.totalTxnAmountPaid) + amount, 2),
      totalBaseAmountPaid: round(Number(info.totalBaseAmountPaid) + inBase, 2),
    },
  };
};
/** Settles so much of an invoice, by money or by a credit. */
export function settle(store: Store, rec: Rec, amount: number): Rec {
  const kept = store.save({ ...rec, body: paid(rec.body, amount, Number(rec.body.currency.exchangeRate.rate)) });
  const doc = store.find('order-entry/document', kept.body.salesDocument);
  const paymentStatus = kept.body.state === 'paid' ? 'paid' : 'partiallyPaid';
  if (doc) store.save({ ...doc, body: { ...doc.body, paymentStatus } });
  return kept;
}
