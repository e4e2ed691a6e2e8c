import { compare, type Decimal, divide, multiply, negate, round, smaller, subtract } from '@backroom/shared';
import type { Row, Store } from './database.ts';
import { daysAfter, today } from './days.ts';
import { copied, dec, heads, lineNames, linesOf, perUnit, zero } from './documents.ts';
import { dialog } from './errors.ts';
import { NO_GUID } from './metadata.ts';
import { deleteOrder, moveStock } from './posting.ts';
import { apply, post } from './receivables.ts';
import { settle } from './sales-lines.ts';
import { factorOf, retotal } from './sales-orders.ts';

const termDays = (store: Store, terms: string | number | undefined): number => {
  const found = store.get('paymentTerms', String(terms));
  const [, count = '0', unit = 'D'] = /^(\d+)([DM])$/.exec(String(found?.dueDateCalculation ?? '')) ?? [];
  return Number(count) * (unit === 'M' ? 30 : 1);
};

/** Invoices what was shipped and not yet invoiced. An order that is invoiced to its end is deleted: its invoices stand for it. */
export function invoice(store: Store, order: Row, at: { posted?: string } = {}): Row {
  return store.atomic(() => {
    const company = String(order._company);
    const lines = linesOf(store, 'salesOrderLines', String(order.id));
    const due = lines.flatMap((line) => {
      const quantity = subtract(dec(line.shippedQuantity), dec(line.invoicedQuantity));
      if (line.lineType !== 'Item')
        return [{ ...copied(line, lineNames), quantity: '0', sequence: Number(line.sequence) } as Row];
      if (compare(quantity, zero) <= 0) return [];
      store.update('salesOrderLines', String(line.id), { invoicedQuantity: dec(line.shippedQuantity) });
      const share = divide(quantity, dec(line.quantity));
      return [
        {
          ...copied(line, lineNames),
          quantity,
          sequence: Number(line.sequence),
          discountAmount: round(multiply(dec(line.discountAmount), share), 2),
          discountAppliedBeforeTax: 1,
        } as Row,
      ];
    });
    if (!due.some(({ lineType }) => lineType === 'Item')) throw dialog('There is nothing to post.');
    const { lines: settled, net, tax, gross } = settle(due, order.pricesIncludeTax === 1);
    const number = store.draw('S-INV+', 103_001);
    const posted = at.posted ?? today();
    const dueDate = daysAfter(posted, termDays(store, order.paymentTermsId));
    const head = store.insert('salesInvoices', company, {
      ...copied(order, [...heads, 'currencyId', 'paymentTermsId', 'shipmentMethodId']),
      number,
      invoiceDate: posted,
      postingDate: posted,
      dueDate,
      orderId: String(order.id),
      orderNumber: String(order.number),
      status: 'Open',
      totalAmountExcludingTax: net,
      totalTaxAmount: tax,
      totalAmountIncludingTax: gross,
      remainingAmount: gross,
      discountAppliedBeforeTax: 1,
    });
    for (const line of settled)
      store.insert('salesInvoiceLines', company, { ...line, documentId: String(head.id) }, String(head.id));
    const factor = factorOf(store, company, String(order.currencyCode));
    post(store, {
      company,
      customer: String(order.customerId),
      document: String(head.id),
      kind: 'invoice',
      currency: String(order.currencyCode),
      amount: gross,
      amountLcy: round(multiply(gross, factor), 2),
      posted,
      due: dueDate,
    });
    const left = linesOf(store, 'salesOrderLines', String(order.id)).filter(
      (line) => compare(dec(line.invoicedQuantity), dec(line.quantity)) < 0,
    );
    if (left.length === 0) deleteOrder(store, String(order.id));
    else retotal(store, String(order.id));
    return store.get('salesInvoices', String(head.id)) ?? head;
  });
}
const entryOf = (store: Store, document: string) =>
  store.one('select * from customer_ledger where document = ? order by id', document);
/** What is open of an invoice, from its ledger entry. */
function restate(store: Store, id: string): void {
  const remaining = dec(entryOf(store, id)?.remaining);
  store.update('salesInvoices', id, {
    remainingAmount: remaining,
    status: compare(remaining, zero) === 0 ? 'Paid' : 'Open',
  });
}
/** A payment of the customer for this invoice: all that is open, or an amount. */
export function pay(store: Store, bill: Row, amount: Decimal | null = null): void {
  store.atomic(() => {
    const entry = entryOf(store, String(bill.id));
    if (!entry) throw dialog('The invoice is not posted.');
    const paid = amount === null ? dec(entry.remaining) : smaller(amount, dec(entry.remaining));
    const company = String(bill._company);
    const factor = factorOf(store, company, String(bill.currencyCode));
    const id = post(store, {
      company,
      customer: String(bill.customerId),
      document: store.draw('PAY', 1),
      kind: 'payment',
      currency: String(bill.currencyCode),
      amount: negate(paid),
      amountLcy: negate(round(multiply(paid, factor), 2)),
      posted: today(),
      due: today(),
    });
    apply(store, id, Number(entry.id));
    restate(store, String(bill.id));
  });
}
/** Posts a credit memo over some of an invoice's lines (all in full when none is named) and applies it to the invoice. */
export function credit(store: Store, bill: Row, wanted: ReadonlyMap<string, Decimal> | null, draft = false): Row {
  return store.atomic(() => {
    const company = String(bill._company);
    const lines = linesOf(store, 'salesInvoiceLines', String(bill.id)).flatMap((line) => {
      const quantity = wanted === null ? dec(line.quantity) : (wanted.get(String(line.lineObjectNumber)) ?? zero);
      if (line.lineType !== 'Item' || compare(quantity, zero) <= 0) return [];
      const share = divide(quantity, dec(line.quantity));
      return [
        {
          ...copied(line, lineNames),
          quantity,
          sequence: Number(line.sequence),
          discountAmount: round(multiply(dec(line.discountAmount), share), 2),
        } as Row,
      ];
    });
    const { lines: settled, net, tax, gross } = settle(lines, bill.pricesIncludeTax === 1);
    const head = store.insert('salesCreditMemos', company, {
      ...copied(bill, [...heads.filter((name) => !name.startsWith('shipTo')), 'currencyId', 'paymentTermsId']),
      number: draft ? store.draw('S-CR', 1001) : store.draw('S-CR+', 104_001),
      creditMemoDate: today(),
      postingDate: today(),
      dueDate: today(),
      invoiceId: draft ? NO_GUID : String(bill.id),
      invoiceNumber: String(bill.number),
      status: draft ? 'Draft' : 'Open',
      totalAmountExcludingTax: net,
      totalTaxAmount: tax,
      totalAmountIncludingTax: gross,
    });
    for (const line of settled) {
      store.insert('salesCreditMemoLines', company, { ...line, documentId: String(head.id) }, String(head.id));
      if (!draft && store.get('items', String(line.itemId))?.type === 'Inventory')
        moveStock(
          store,
          company,
          String(line.itemId),
          multiply(dec(line.quantity), perUnit(store, line)),
          String(head.number),
        );
    }
    const entry = entryOf(store, String(bill.id));
    if (draft || !entry) return head;
    const factor = factorOf(store, company, String(bill.currencyCode));
    const id = post(store, {
      company,
      customer: String(bill.customerId),
      document: String(head.id),
      kind: 'credit_memo',
      currency: String(bill.currencyCode),
      amount: negate(gross),
      amountLcy: negate(round(multiply(gross, factor), 2)),
      posted: today(),
      due: today(),
    });
    apply(store, id, Number(entry.id));
    restate(store, String(bill.id));
    if (compare(dec(store.one('select remaining from customer_ledger where id = ?', id)?.remaining), zero) === 0)
      store.update('salesCreditMemos', String(head.id), { status: 'Paid' });
    return store.get('salesCreditMemos', String(head.id)) ?? head;
  });
}
