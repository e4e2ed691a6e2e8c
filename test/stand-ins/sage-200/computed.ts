import { type Amount, per, rounded, sum, times, zero } from './amounts.ts';
import { figures, freeOf } from './stock.ts';
import { dec, of, type Row, type Store, text, type Value } from './store.ts';

type Compute = (store: Store, row: Row) => Value;
export const linesBy = (store: Store, order: Row): Row[] => store.table('sop_order_line').by('sop_order_id', order.id);
/** What a customer owes, in the customer's currency. */
export const balanceOf = (store: Store, customer: Row): Amount =>
  sum(store.table('sales_posted_transaction').by('customer_id', customer.id).map(outstanding));
/** Credit notes and receipts are negative, as recorded. */
export const outstanding = (entry: Row): Amount =>
  dec(entry, 'document_gross_value') - dec(entry, 'document_allocated_value');
const isOpen = (order: Row): boolean =>
  order.kind === 'order' &&
  ['EnumDocumentStatusLive', 'EnumDocumentStatusOnHold'].includes(text(order, 'document_status'));
/** The part of an order that has not been invoiced, with tax. */
function uninvoiced(store: Store, order: Row): Amount {
  const lines = linesBy(store, order);
  const whole = sum(lines.map((line) => dec(line, 'line_total_value')));
  const open = sum(
    lines.map((line) => {
      const quantity = dec(line, 'line_quantity');
      return quantity === zero
        ? zero
        : times(dec(line, 'line_total_value'), per(quantity - dec(line, 'invoice_credit_quantity'), quantity));
    }),
  );
  return whole === zero
    ? dec(order, 'total_gross_value')
    : rounded(times(dec(order, 'total_gross_value'), per(open, whole)), 2);
}
export const openOrdersOf = (store: Store, customer: Row): Amount =>
  sum(
    store
      .table('sop_order')
      .by('customer_id', customer.id)
      .filter(isOpen)
      .map((order) => uninvoiced(store, order)),
  );

/** "Values can be 'None', 'Partially' or 'Fully'" (trade line status types). */
const share = (done: Amount, whole: Amount): string => (done <= 0n ? 'None' : done < whole ? 'Partially' : 'Fully');
const lineShare =
  (field: string): Compute =>
  (_store, line) =>
    share(dec(line, field), dec(line, 'line_quantity'));
function orderShare(field: string): Compute {
  return (store, order) => {
    const lines = linesBy(store, order).filter((line) => dec(line, 'line_quantity') > 0n);
    return share(sum(lines.map((line) => dec(line, field))), sum(lines.map((line) => dec(line, 'line_quantity'))));
  };
}
/** Fields of stored records that follow from other records. */
export const stored: Readonly<Record<string, Readonly<Record<string, string | Compute>>>> = {
  customer: {
    balance: (store, row) => balanceOf(store, row),
    value_of_current_orders_in_sop: (store, row) => openOrdersOf(store, row),
  },
  customer_contact: {
    name: (_store, row) => [row.first_name, row.middle_name, row.last_name].filter(Boolean).join(' '),
    default_email: (store, row) =>
      text(store.table('customer_email').by('customer_contact_id', row.id)[0] ?? null, 'email'),
  },
  product: {
    free_stock_quantity: (store, row) => sum(store.table('warehouse_holding').by('product_id', row.id).map(freeOf)),
  },
  warehouse_holding: {
    quantity_in_stock: (_store, row) => figures.inStock(row),
    quantity_in_stock_less_reserved: (_store, row) => figures.inStock(row) - dec(row, 'quantity_reserved'),
    quantity_allocated: (_store, row) => figures.allocated(row),
    free_stock_available: (_store, row) => freeOf(row),
    free_stock_available_less_reserved: (_store, row) => freeOf(row) - dec(row, 'quantity_reserved'),
    warehouse_name: (store, row) => of(store, 'warehouse', row.warehouse_id, 'name'),
  },
  sop_order: {
    lock_id: 'lock',
    is_draft: (_store, row) => row.document_status === 'EnumDocumentStatusDraft',
    despatch_receipt_status: orderShare('despatch_receipt_quantity'),
    invoice_credit_status: orderShare('invoice_credit_quantity'),
    cancelled_status: () => 'None',
  },
  sop_order_line: {
    despatch_receipt_status: lineShare('despatch_receipt_quantity'),
    invoice_credit_status: lineShare('invoice_credit_quantity'),
    allocation_status: lineShare('allocated_quantity'),
    posted_invoice_credit_quantity: 'invoice_credit_quantity',
    available_for_despatch: (_store, row) => dec(row, 'allocated_quantity') - dec(row, 'despatch_receipt_quantity'),
    is_complete: (_store, row) => dec(row, 'invoice_credit_quantity') >= dec(row, 'line_quantity'),
    is_line_deletable: (_store, row) => dec(row, 'despatch_receipt_quantity') === zero,
  },
  sales_posted_transaction: { document_outstanding_value: (_store, row) => outstanding(row) },
};
