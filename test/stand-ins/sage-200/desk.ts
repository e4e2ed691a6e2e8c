import { readJson } from '../numbers.ts';
import { type Amount, amount, least, sum, times, zero } from './amounts.ts';
import type { Call, User } from './call.ts';
import { linesBy, outstanding } from './computed.ts';
import { dayOf, midnight } from './days.ts';
import { noFaults } from './faults.ts';
import { allocateTo, dueDay, inShare, post } from './ledger.ts';
import { changeOrder, createOrder, lock } from './orders.ts';
import { issue } from './stock.ts';
import { dec, type NewRow, type Row, type Store, text } from './store.ts';

const clerk: User = { id: '2', name: 'Office', email: '', denied: [], overridesPrices: true, overridesHolds: true };
type Wish = {
  customer: string;
  lines: readonly (readonly [product: string, quantity: number, price?: number])[];
  warehouse?: string;
} & Record<string, unknown>;

/** What people do on Sage 200's own pages. Customers are named by reference, products by code, documents by number. */
export function openDesk(store: Store) {
  const callAt = (now: number): Call => ({
    ...{
      store,
      faults: noFaults(),
      user: clerk,
      now,
      method: 'POST',
      path: 'desk',
      query: new URLSearchParams(),
      body: '',
    },
  });
  const one = (table: string, field: string, value: string): Row => {
    const [found] = store.table(table).by(field, value);
    if (!found) throw new Error(`no ${table} ${value}`);
    return found;
  };
  const order = (number: string): Row => one('sop_order', 'document_no', number);
  const customer = (reference: string): Row => one('customer', 'reference', reference);
  const product = (code: string): Row => one('product', 'code', code);
  const invoiceOf = (number: string): Row => one('sales_posted_transaction', 'reference', number);
  const ownerOf = (row: Row): Row => store.table('customer').find(text(row, 'customer_id')) as Row;
  const warehouseOf = (name: string): string =>
    [...store.table('warehouse').all()].find((each) => each.name === name)?.id ?? '';
  const complete = (row: Row, now: number): Row => {
    const isDone = linesBy(store, row).every(
      (line) => dec(line, 'invoice_credit_quantity') >= dec(line, 'line_quantity'),
    );
    return store
      .table('sop_order')
      .save({ ...row, ...(isDone ? { document_status: 'EnumDocumentStatusComplete' } : {}) }, now);
  };
  /** Despatches a share of what is still to be sent; services and charges count as sent with it. */
  function deliver(number: string, share = 1, now = Date.now()): Row {
    const found = order(number);
    if (found.document_status !== 'EnumDocumentStatusLive') throw new Error(`${number} is not live`);
    const day = midnight(dayOf(now));
    const note = store.table('despatch').save(
      {
        sop_order_id: found.id,
        despatch_no: store.number('despatch'),
        despatch_date: day,
        despatched_by: clerk.name,
      },
      now,
    );
    for (const line of linesBy(store, found)) {
      const left = dec(line, 'line_quantity') - dec(line, 'despatch_receipt_quantity');
      const quantity = times(left, amount(String(share)));
      if (quantity <= zero) continue;
      const isAllocated = dec(line, 'allocated_quantity') >= dec(line, 'despatch_receipt_quantity') + quantity;
      if (line.line_type === 'EnumLineTypeStandard') issue(store, line, quantity, isAllocated);
      const sent = dec(line, 'despatch_receipt_quantity') + quantity;
      store
        .table('sop_order_line')
        .save({ ...line, despatch_receipt_quantity: sent, ...(isAllocated ? {} : { allocated_quantity: sent }) }, now);
      store
        .table('despatch_line')
        .save({ sop_despatch_id: note.id, sop_order_id: found.id, sop_order_line_id: line.id, quantity }, now);
    }
    store.table('sop_order').save({ ...found }, now);
    return note;
  }
  /** Prints and posts the invoice for what has been despatched and not yet invoiced. */
  function invoice(number: string, day = dayOf(Date.now()), now = Date.now()): Row {
    const found = order(number);
    const document_no = store.number('invoice');
    let [net, tax]: [Amount, Amount] = [zero, zero];
    const parts = linesBy(store, found).flatMap((line) => {
      const quantity = dec(line, 'despatch_receipt_quantity') - dec(line, 'invoice_credit_quantity');
      if (quantity <= zero) return [];
      net += inShare(dec(line, 'line_total_value'), quantity, dec(line, 'line_quantity'));
      tax += inShare(dec(line, 'line_tax_value'), quantity, dec(line, 'line_quantity'));
      return [{ line, quantity }];
    });
    if (parts.length === 0) throw new Error(`${number} has nothing to invoice`);
    const whole = sum(linesBy(store, found).map((line) => dec(line, 'line_total_value')));
    const discount = inShare(dec(found, 'subtotal_discount_value'), net, whole);
    const taxOff =
      sum(linesBy(store, found).map((line) => dec(line, 'line_tax_value'))) - dec(found, 'total_tax_value');
    const values = { net: net - discount, tax: tax - inShare(taxOff, net, whole) };
    const kept = store.table('invoice').save(
      {
        sop_order_id: found.id,
        kind: 'invoice',
        document_no,
        document_date: midnight(day),
        net: values.net,
        tax: values.tax,
      },
      now,
    );
    for (const { line, quantity } of parts) {
      store
        .table('sop_order_line')
        .save({ ...line, invoice_credit_quantity: dec(line, 'invoice_credit_quantity') + quantity }, now);
      store.table('invoice_line').save({ invoice_id: kept.id, sop_order_line_id: line.id, quantity }, now);
    }
    complete(found, now);
    const owner = ownerOf(found);
    return post(
      store,
      {
        customer: owner,
        type: 'Invoice',
        ...values,
        reference: document_no,
        second: number,
        day,
        due: dueDay(owner, day),
      },
      now,
    );
  }
  function pay(number: string, value?: number, now = Date.now()): Row {
    const found = invoiceOf(number);
    const paid = value === undefined ? outstanding(found) : amount(value.toFixed(2));
    const receipt = payOnAccount(text(ownerOf(found), 'reference'), Number(paid) / 1e12, now);
    allocateTo(store, found, receipt, paid, now);
    return invoiceOf(number);
  }
  /** Money on account, allocated to no invoice. */
  function payOnAccount(reference: string, value: number, now = Date.now()): Row {
    const owner = customer(reference);
    const net = amount(value.toFixed(2));
    return post(
      store,
      {
        customer: owner,
        type: 'PurchasePaymentSalesReceipt',
        net,
        tax: zero,
        reference: `BACS${store.number('bacs')}`,
        second: '',
        day: dayOf(now),
      },
      now,
    );
  }
  return {
    ...{ order, customer, product, invoiceOf, deliver, invoice, pay, payOnAccount },
    /** An order as people enter it. */
    enter({ customer: reference, lines, warehouse = 'HOME', ...more }: Wish, now = Date.now()): Row {
      const body = {
        ...more,
        customer_id: Number(customer(reference).id),
        lines: lines.map(([code, line_quantity, price]) => ({
          ...{
            line_type: 'EnumLineTypeStandard',
            product_id: Number(product(code).id),
            warehouse_id: Number(warehouseOf(warehouse)),
            line_quantity,
          },
          ...(price === undefined ? {} : { selling_unit_price: price, selling_unit_price_overridden: true }),
        })),
      };
      return createOrder(callAt(now), readJson(JSON.stringify(body)));
    },
    /** Orders that carry a text in one of the spare fields or as the customer's number. */
    ordersWith: (reference: string): Row[] => {
      const fields = ['customer_document_no', ...Array.from({ length: 10 }, (_, nth) => `spare_text_${nth + 1}`)];
      const found = fields.flatMap((field) => store.table('sop_order').by(field, reference));
      return [...new Map(found.map((row) => [row.id, row])).values()];
    },
    /** Changes the quantity of the first line. */
    amend(number: string, quantity: number, now = Date.now()): Row {
      const found = order(number);
      const call = callAt(now);
      const held = lock(call, found);
      const [first] = linesBy(store, found);
      const line = { id: Number(first?.id), line_type: first?.line_type, line_quantity: quantity };
      return changeOrder(call, found.id, readJson(JSON.stringify({ lock_id: Number(held.lock), lines: [line] })));
    },
    /** Copies an order with its lines and references, as "duplicate" does; dates and number are new. */
    copy(number: string, now = Date.now()): Row {
      const found = order(number);
      const { id: _, created: __, ...header } = found;
      const made = store.table('sop_order').save(
        {
          ...(header as NewRow),
          document_no: store.number('order'),
          document_status: 'EnumDocumentStatusLive',
          document_date: midnight(dayOf(now)),
        },
        now,
      );
      for (const line of linesBy(store, found)) {
        const { id: ___, created: ____, ...rest } = line;
        const open = { allocated_quantity: zero, despatch_receipt_quantity: zero, invoice_credit_quantity: zero };
        store.table('sop_order_line').save({ ...(rest as NewRow), ...open, sop_order_id: made.id }, now);
      }
      return made;
    },
    /** Completes or cancels what is left, as "amend document status" does. */
    setStatus: (
      number: string,
      status: 'Live' | 'OnHold' | 'Complete' | 'Dispute' | 'Cancelled',
      now = Date.now(),
    ): Row => store.table('sop_order').save({ ...order(number), document_status: `EnumDocumentStatus${status}` }, now),
    /** Credits an invoice, in full or a share of it, and allocates the credit note to it. */
    credit(number: string, share = 1, now = Date.now()): Row {
      const found = invoiceOf(number);
      const part = (field: string): Amount => inShare(dec(found, field), amount(String(share)), amount('1'));
      const [net, tax] = [part('document_goods_value'), part('document_tax_value')];
      const reference = store.number('invoice');
      const made = post(
        store,
        { customer: ownerOf(found), type: 'CreditNote', net, tax, reference, second: number, day: dayOf(now) },
        now,
      );
      allocateTo(store, found, made, least(net + tax, outstanding(found)), now);
      return one('sales_posted_transaction', 'reference', reference);
    },
    /** Takes goods of a despatched order back: a sales return, received and in stock. */
    returnGoods(number: string, code: string, quantity: number, now = Date.now()): Row {
      const found = order(number);
      const line = linesBy(store, found).find((each) => each.code === code);
      if (!line) throw new Error(`${number} has no ${code}`);
      const { id: _, created: __, ...header } = found;
      const back = amount(String(quantity));
      const value = inShare(dec(line, 'line_total_value'), back, dec(line, 'line_quantity'));
      const tax = inShare(dec(line, 'line_tax_value'), back, dec(line, 'line_quantity'));
      const made = store.table('sop_order').save(
        {
          ...(header as NewRow),
          ...{
            kind: 'return',
            document_no: store.number('return'),
            document_date: midnight(dayOf(now)),
            document_status: 'EnumDocumentStatusLive',
          },
          ...{
            source_document_no: number,
            subtotal_goods_value: value,
            total_net_value: value,
            total_tax_value: tax,
            total_gross_value: value + tax,
          },
        },
        now,
      );
      const { id: ___, created: ____, ...rest } = line;
      store.table('sop_order_line').save(
        {
          ...(rest as NewRow),
          ...{
            sop_order_id: made.id,
            line_number: 1,
            line_quantity: back,
            despatch_receipt_quantity: back,
            invoice_credit_quantity: zero,
          },
          ...{ line_total_value: value, line_tax_value: tax, allocated_quantity: zero },
        },
        now,
      );
      issue(store, line, -back, false);
      return made;
    },
    hold: (reference: string, on_hold = true, now = Date.now()): Row =>
      store.table('customer').save({ ...customer(reference), on_hold }, now),
    /** Changes fields of a customer, as on the page "Amend account". */
    change: (reference: string, more: NewRow, now = Date.now()): Row =>
      store.table('customer').save({ ...customer(reference), ...more }, now),
  };
}
export type Desk = ReturnType<typeof openDesk>;
