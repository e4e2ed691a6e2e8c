import type { Call } from './call.ts';
import { changeDocument } from './changes.ts';
import { CUSTOMER, changeCustomer } from './customers.ts';
import { at, type Body, type Rec, type Store } from './database.ts';
import { today } from './days.ts';
import { dailyRate, round } from './definitions.ts';
import { createDocument, DOCUMENT, LINE } from './documents.ts';
import { noFaults } from './faults.ts';
import { settle } from './postings.ts';

/** The person at the desk, who is not the user of the API. */
const DESK = '2';
type Wish = { customer: string; lines: readonly (readonly [item: string, quantity: number])[]; entity?: string } & Body;

/** What people do on Intacct's own pages. Documents are named by their number, customers and items by their id. */
export function openDesk(store: Store) {
  const callAt = (entity: number | null): Call => ({
    ...{ store, faults: noFaults(), user: { id: 'desk', denied: [] }, entity, method: 'POST', path: 'desk' },
    ...{ query: new URLSearchParams(), headers: {}, body: '', inFlight: new Set(), holds: null },
  });
  const act = <Result>(work: () => Result): Result => store.atomic(work);
  const byNumber = (type: string, number: string): Rec => {
    const [found] = store.where(DOCUMENT, 'documentId', `${type}-${number}`);
    if (!found) throw new Error(`no ${type} ${number}`);
    return found;
  };
  const order = (number: string) => byNumber('Sales Order', number);
  const customerOf = (id: string): Rec => {
    const found = store.byId(CUSTOMER, id);
    if (!found) throw new Error(`no customer ${id}`);
    return found;
  };
  const ledger = (number: string): Rec => {
    const [found] = store.ofObject('accounts-receivable/invoice').filter(({ body }) => body.invoiceNumber === number);
    if (!found) throw new Error(`no invoice ${number}`);
    return found;
  };
  const touched = (rec: Rec): Rec => store.save({ ...rec, body: { ...rec.body, enteredBy: DESK } });
  /** Converts what remains of a document, or a share of each line, or some lines by their number from 1 on. */
  function convert(
    from: Rec,
    type: string,
    share = 1,
    only?: readonly (readonly [line: number, quantity: number])[],
    more: Body = {},
  ): Rec {
    const lines = store.children(LINE, from.key).flatMap(({ key, body }) => {
      const factor = Number(body.quantity) / Number(body.unitQuantity);
      const remaining = Number(body.quantityRemaining) / factor;
      const wanted = only
        ? (only.find(([nth]) => nth === Number(body.lineNumber) + 1)?.[1] ?? 0)
        : Math.min(remaining, Number(body.unitQuantity) * share);
      if (wanted <= 0) return [];
      return [
        {
          sourceDocument: { key: String(from.key) },
          sourceDocumentLine: { key: String(key) },
          unitQuantity: String(round(wanted, 10)),
          discountPercent: body.discountPercent ?? null,
        },
      ];
    });
    const { customer, txnCurrency, exchangeRate } = from.body;
    const header = {
      customer: { key: customer },
      txnCurrency,
      exchangeRate: { rate: String(exchangeRate.rate) },
      ...more,
    };
    const subtotals = share === 1 && !only ? kept(from) : [];
    const made = createDocument(callAt(from.entity), type, {
      ...header,
      sourceDocument: { key: String(from.key) },
      lines,
      subtotals,
    });
    return touched(made);
  }
  /** Discounts and charges of a document, as the next one takes them over. */
  const kept = (from: Rec): Body[] =>
    store
      .children('order-entry/document-subtotal', from.key)
      .filter(({ body }) => body.percentValue !== null || Number(body.given ?? 0) !== 0)
      .map(({ body }) => ({
        description: body.description,
        ...(body.percentValue === null
          ? { txnAbsoluteValue: String(body.given) }
          : { percentValue: String(body.percentValue) }),
      }));
  const lineOf = (item: string, quantity: number, entity: string, warehouse?: string): Body => ({
    dimensions: {
      item: { id: item },
      warehouse: { id: warehouse ?? (entity === '200' ? 'WH-OMA' : 'WH-HAM') },
      location: { id: entity },
    },
    unitQuantity: String(quantity),
  });
  return {
    order,
    byNumber,
    ledger,
    customer: customerOf,
    /** Sales orders that carry a reference. */
    ordersWith: (reference: string): Body[] =>
      store
        .where(DOCUMENT, 'referenceNumber', reference)
        .filter(({ body }) => body.documentType === 'Sales Order')
        .map(({ key, body }) => ({ key, ...body })),
    /** An order, or another document, as people enter it. */
    enter({ customer, lines, entity = '100', type = 'Sales Order', warehouse, ...more }: Wish, now = Date.now()): Rec {
      const key = store.byId('company-config/entity', entity)?.key ?? null;
      const body = {
        txnDate: today(now),
        ...more,
        customer: { id: customer },
        lines: lines.map(([item, quantity]) => lineOf(item, quantity, entity, warehouse)),
      };
      return act(() => touched(createDocument(callAt(key), type, body, now)));
    },
    /** Ships what remains, or a share of each line. */
    deliver: (number: string, share = 1): Rec =>
      act(() => convert(order(number), 'Sales Shipper', share, undefined, { shippedDate: today() })),
    /** Bills an order, from its shipments where there are such. */
    invoice: (number: string, txnDate = today()): Rec =>
      act(() => {
        const from = order(number);
        const shippers = store
          .ofObject(DOCUMENT)
          .filter(
            ({ body }) =>
              body.documentType === 'Sales Shipper' && body.sources.includes(from.key) && body.state !== 'converted',
          );
        return convert(shippers[0] ?? from, 'Sales Invoice', 1, undefined, { txnDate });
      }),
    pay: (number: string, amount?: number): Rec =>
      act(() => {
        const found = ledger(number);
        const paid = amount ?? Number(found.body.totalTxnAmountDue);
        const { customer, currency } = found.body;
        const total = { currency: currency.txnCurrency, totalAmount: paid };
        const base = {
          currency: currency.baseCurrency,
          totalAmount: round(paid * Number(currency.exchangeRate.rate), 2),
        };
        const body = {
          recordType: 'rp',
          state: 'complete',
          paymentMethod: 'eft',
          customer,
          paidDate: today(),
          documentNumber: `EFT-${store.draw('eft')}`,
        };
        store.save({
          object: 'accounts-receivable/payment',
          entity: found.entity,
          body: { ...body, baseCurrency: base, txnCurrency: total },
        });
        return settle(store, found, paid);
      }),
    /** Money on account, not applied to any invoice. */
    payOnAccount: (customer: string, amount: number): Rec =>
      act(() => {
        const owner = customerOf(customer);
        const txnCurrency = owner.body.currency ?? 'EUR';
        const inBase = round(amount * (dailyRate(txnCurrency, 'EUR') ?? 1), 2);
        const info = {
          paymentDate: today(),
          paymentMethod: 'eft',
          totalPaid: 0,
          txnTotalPaid: 0,
          totalDue: inBase,
          totalTxnAmountDue: amount,
        };
        return store.save({
          object: 'accounts-receivable/advance',
          entity: store.byId('company-config/entity', '100')?.key ?? null,
          body: {
            ...{
              recordType: 'rr',
              state: 'posted',
              customer: String(owner.key),
              totalEntered: inBase,
              txnTotalEntered: amount,
              createdDate: today(),
            },
            paymentInformation: { ...info, currency: { baseCurrency: 'EUR', txnCurrency } },
          },
        });
      }),
    /** Credits an invoice or a return, whole or by lines, and settles the invoice with it. */
    credit: (
      number: string,
      only?: readonly (readonly [line: number, quantity: number])[],
      type = 'Sales Invoice',
    ): Rec =>
      act(() => {
        const from = byNumber(type, number);
        const memo = convert(from, 'Sales Credit Memo', 1, only);
        return memo;
      }),
    /** Applies a credit memo of the ledger to an invoice. */
    apply: (credit: string, invoiceNumber: string): Rec =>
      act(() => {
        const [found] = store
          .ofObject('accounts-receivable/adjustment')
          .filter(({ body }) => body.adjustmentNumber === credit);
        const invoice = ledger(invoiceNumber);
        if (!found) throw new Error(`no credit ${credit}`);
        const amount = Math.min(-Number(found.body.txnCurrency.totalDue), Number(invoice.body.totalTxnAmountDue));
        const less = (part: Body, by: number): Body => ({
          ...part,
          totalDue: round(Number(part.totalDue) + by, 2),
          totalPaid: round(Number(part.totalPaid) - by, 2),
        });
        const inBase = round(amount * Number(found.body.exchangeRate.rate), 2);
        const txnCurrency = less(found.body.txnCurrency, amount);
        store.save({
          ...found,
          body: {
            ...found.body,
            txnCurrency,
            baseCurrency: less(found.body.baseCurrency, inBase),
            state: txnCurrency.totalDue === 0 ? 'paid' : 'partiallyPaid',
          },
        });
        return settle(store, invoice, amount);
      }),
    /** Goods come back for an invoice or a shipment. */
    returnGoods: (
      number: string,
      only?: readonly (readonly [line: number, quantity: number])[],
      type = 'Sales Invoice',
    ): Rec => act(() => convert(byNumber(type, number), 'Sales Return', 1, only)),
    close: (number: string, type = 'Sales Order'): Rec => act(() => change(type, number, { state: 'closed' })),
    /** "Duplicate": reference and customer's PO number are taken over, the number is new. */
    copy: (number: string): Rec =>
      act(() => {
        const { entity, key, body } = order(number);
        const { referenceNumber, customerPONumber, customer, txnCurrency, requestedShippingDate } = body;
        const lines = store.children(LINE, key).map((line) => ({
          ...{
            unit: line.body.unit,
            unitQuantity: String(line.body.unitQuantity),
            priceInTxnCurrency: String(line.body.gross),
          },
          discountPercent: line.body.discountPercent ?? null,
          dimensions: Object.fromEntries(
            Object.entries(line.body.dimensions as Body).map(([name, value]) => [name, { key: value }]),
          ),
        }));
        return touched(
          createDocument(callAt(entity), 'Sales Order', {
            ...{
              referenceNumber: referenceNumber ?? null,
              customerPONumber: customerPONumber ?? null,
              txnCurrency,
              requestedShippingDate: requestedShippingDate ?? null,
              customer: { key: customer },
              lines,
            },
            subtotals: kept(order(number)),
          }),
        );
      }),
    /** Another quantity of the first line. */
    amend: (number: string, quantity: number): Rec =>
      act(() => {
        const [first] = store.children(LINE, order(number).key);
        return touched(
          change('Sales Order', number, { lines: [{ key: String(first?.key), unitQuantity: String(quantity) }] }),
        );
      }),
    hold: (customer: string, isOnHold = true): Rec =>
      act(() => changeCustomer({ ...callAt(null), method: 'PATCH' }, String(customerOf(customer).key), { isOnHold })),
    rename: (customer: string, name: string): Rec =>
      act(() => changeCustomer({ ...callAt(null), method: 'PATCH' }, String(customerOf(customer).key), { name })),
    setStock: (item: string, warehouse: string, quantity: number): void =>
      act(() =>
        store.run(
          'insert into stock values (?, ?, ?) on conflict (item, warehouse) do update set onhand = excluded.onhand',
          Number(store.byId('inventory-control/item', item)?.key),
          Number(store.byId('inventory-control/warehouse', warehouse)?.key),
          quantity,
        ),
      ),
    totalOf: (number: string): number => Number(at(order(number).body, 'totalInTxnCurrency')),
  };
  function change(type: string, number: string, body: Body): Rec {
    const doc = byNumber(type, number);
    return changeDocument({ ...callAt(doc.entity), method: 'PATCH' }, type, String(doc.key), body);
  }
}
export type Desk = ReturnType<typeof openDesk>;
