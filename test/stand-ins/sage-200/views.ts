import { zero } from './amounts.ts';
import { balanceOf, openOrdersOf, outstanding } from './computed.ts';
import { enums } from './enums.ts';
import type { Compute, Source } from './sources.ts';
import { freeOf } from './stock.ts';
import { dec, type Group, of, type Row, type Store, text, type Value } from './store.ts';

const statusNumber = (row: Row | null): string => String(enums.document_status.indexOf(row?.document_status as never));
/** A value of the record that a field of the row refers to. */
const from =
  (table: string, key: string, field: string): Compute =>
  (store, row) =>
    (store.table(table).find(row[key])?.[field] as Value | undefined) ?? null;
const customer = (field: string): Compute => from('customer', 'customer_id', field);
const iso: Compute = (store, row) =>
  of(store, 'currency_iso_code', store.table('currency').find(row.currency_id)?.currency_iso_code_id, 'code');

const view = (entity: string, table: string, fields: Source['fields'], order: Source['order'] = []): Source => ({
  entity,
  table,
  fields,
  order,
});

const customerViews = view(
  'customer_view',
  'customer',
  {
    ...{
      account_is_on_hold: 'on_hold',
      payment_terms_in_days: 'payment_terms_days',
      discount_group_id: 'customer_discount_group_id',
    },
    country_code: from('country_code', 'country_code_id', 'code'),
    currency_name: from('currency', 'currency_id', 'name'),
    currency_symbol: from('currency', 'currency_id', 'symbol'),
    currency_iso_code_id: from('currency', 'currency_id', 'currency_iso_code_id'),
    currency_iso_code: iso,
    balance: (store, row) => balanceOf(store, row),
    value_of_current_orders_in_sop: (store, row) => openOrdersOf(store, row),
    default_tax_rate_id: 'default_tax_code_id',
    default_tax_rate: from('tax_code', 'default_tax_code_id', 'tax_rate'),
    price_band_name: from('price_band', 'price_band_id', 'name'),
    account_status_type_id: (_store, row) => String(enums.account_status.indexOf(row.account_status_type as never)),
    is_over_credit_limit: (store, row) =>
      dec(row, 'credit_limit') !== zero && balanceOf(store, row) > dec(row, 'credit_limit'),
    contact_default_email_address: (store, row) => {
      const [contact] = store.table('customer_contact').by('customer_id', row.id);
      return contact
        ? text(store.table('customer_email').by('customer_contact_id', contact.id)[0] ?? null, 'email')
        : '';
    },
    contact_name: (store, row) => {
      const [contact] = store.table('customer_contact').by('customer_id', row.id);
      return contact ? [contact.first_name, contact.last_name].filter(Boolean).join(' ') : '';
    },
    ...addressOf('customer_location_', ['city', 'county', 'country'], 'main_address'),
    customer_location_address_line_1: (_store, row) => text(row.main_address as Row, 'address_1'),
    customer_location_address_line_2: (_store, row) => text(row.main_address as Row, 'address_2'),
    customer_location_post_code: (_store, row) => text(row.main_address as Row, 'postcode'),
  },
  [['id', 'asc']],
);
function addressOf(prefix: string, fields: readonly string[], group: string): Record<string, Compute> {
  return Object.fromEntries(
    fields.map((field) => [
      `${prefix}${field}`,
      (_store: Store, row: Row) => ((row[group] as Group | undefined)?.[field] ?? '') as Value,
    ]),
  );
}
const lookupCustomers = view(
  'lookup_customer',
  'customer',
  {
    account_status_type_id: (_store, row) => String(enums.account_status.indexOf(row.account_status_type as never)),
    post_code: (_store, row) => text(row.main_address as Row, 'postcode'),
  },
  [['id', 'asc']],
);
const transactionViews = view(
  'sales_transaction_view',
  'sales_posted_transaction',
  {
    ...{
      posted_customer_transaction_id: 'id',
      transaction_type: 'trader_transaction_type',
      transaction_date_time_updated: 'updated',
    },
    document_outstanding_value: (_store, row) => outstanding(row),
    base_outstanding_value: (_store, row) => dec(row, 'base_gross_value') - dec(row, 'base_allocated_value'),
    ...{ customer_reference: customer('reference'), customer_name: customer('name') },
    currency_name: (store, row) =>
      of(store, 'currency', store.table('customer').find(row.customer_id)?.currency_id, 'name'),
    currency_symbol: (store, row) =>
      of(store, 'currency', store.table('customer').find(row.customer_id)?.currency_id, 'symbol'),
    ledger_type: () => 'LedgerSales',
  },
  [['posted_customer_transaction_id', 'asc']],
);
const orderOf = (store: Store, row: Row): Row | null => store.table('sop_order').find(row.sop_order_id);
const ofOrder =
  (field: string): Compute =>
  (store, row) =>
    (orderOf(store, row)?.[field] as Value | undefined) ?? null;
const ofOwner =
  (field: string): Compute =>
  (store, row) =>
    (store.table('customer').find(orderOf(store, row)?.customer_id)?.[field] as Value | undefined) ?? null;
/** A view of lines: `sop_order_` or `sop_return_` before the fields of the document, the same and `line_` before those of the line. */
function lineFields(kind: 'order' | 'return'): Source['fields'] {
  const [head, line] = [`sop_${kind}_`, `sop_${kind}_line_`];
  const header = [
    'document_no',
    'document_date',
    'document_status',
    'customer_document_no',
    'currency_id',
    'exchange_rate',
  ];
  const more = [
    'requested_delivery_date',
    'promised_delivery_date',
    'document_discount_percent',
    'document_created_by',
  ];
  const totals = ['goods_value', 'charge_net_value', 'charge_tax_value', 'discount_value'].map(
    (name) => `subtotal_${name}`,
  );
  const same = [
    'allocated_quantity',
    'despatch_receipt_quantity',
    'invoice_credit_quantity',
    'selling_unit_description',
  ];
  const priced = [
    'selling_unit_price',
    'unit_discount_percent',
    'unit_discount_value',
    'cost_price',
    'discounted_unit_price',
  ];
  const dates = ['requested_delivery_date', 'promised_delivery_date'];
  return {
    ...Object.fromEntries([...header, ...more, ...totals].map((name) => [`${head}${name}`, ofOrder(name)])),
    ...Object.fromEntries([...same, ...priced, ...dates].map((name) => [`${line}${name}`, name])),
    ...{
      [`${head}id`]: 'sop_order_id',
      [`${line}id`]: 'id',
      [`${line}number`]: 'line_number',
      [`${line}type`]: 'line_type',
    },
    ...{
      [`${line}product_code`]: 'code',
      [`${line}product_description`]: 'description',
      [`${line}quantity`]: 'line_quantity',
    },
    ...{
      [`${line}total_value`]: 'line_total_value',
      [`${line}line_tax_value`]: 'line_tax_value',
      [`${line}date_time_updated`]: 'updated',
    },
    [`${head}date_time_updated`]: ofOrder('updated'),
    [`${head}currency_name`]: (store, row) => of(store, 'currency', orderOf(store, row)?.currency_id, 'name'),
    [`${head}currency_symbol`]: (store, row) => of(store, 'currency', orderOf(store, row)?.currency_id, 'symbol'),
    ...{ customer_id: ofOwner('id'), customer_reference: ofOwner('reference'), customer_name: ofOwner('name') },
    ...{ product_code: from('product', 'product_id', 'code'), product_name: from('product', 'product_id', 'name') },
    warehouse_name: from('warehouse', 'warehouse_id', 'name'),
    tax_code_code: from('tax_code', 'tax_code_id', 'code'),
    tax_code_name: from('tax_code', 'tax_code_id', 'name'),
    tax_code_rate: from('tax_code', 'tax_code_id', 'tax_rate'),
  };
}
const isKind = (kind: string) => (store: Store, row: Row) => orderOf(store, row)?.kind === kind;
const lineViews = (kind: 'order' | 'return'): Source => ({
  ...view(`sop_${kind}_line_view`, 'sop_order_line', lineFields(kind), [
    [`sop_${kind}_id`, 'desc'],
    [`sop_${kind}_line_id`, 'desc'],
  ]),
  belongs: isKind(kind),
});
const documentViews = view(
  'sop_order_return_view',
  'sop_order',
  {
    // Sage 200's own numbers of document types: 0 is an order, 1 a return.
    document_type_id: (_store, row) => (row.kind === 'return' ? '1' : '0'),
    document_status_id: (_store, row) => statusNumber(row),
    ...{
      customer_reference: customer('reference'),
      customer_name: customer('name'),
      customer_short_name: customer('short_name'),
    },
    ...addressOf(
      'sop_delivery_addr_',
      ['postal_name', 'address_1', 'address_2', 'address_3', 'address_4', 'city', 'county', 'country'],
      'delivery_address',
    ),
    sop_delivery_addr_post_code: (_store, row) => text(row.delivery_address as Row, 'postcode'),
  },
  [
    ['document_no', 'asc'],
    ['id', 'asc'],
  ],
);
const invoiceCreditViews = view('sop_order_return_invoice_credit_view', 'invoice', {
  sop_order_return_id: 'sop_order_id',
  sop_order_return_document_type_id: () => '0',
  ...Object.fromEntries(
    [
      'document_no',
      'document_date',
      'customer_document_no',
      'total_net_value',
      'total_tax_value',
      'total_gross_value',
    ].map((name) => [`sop_order_return_${name}`, ofOrder(name)]),
  ),
  sop_order_return_document_status_id: (store, row) => statusNumber(orderOf(store, row)),
  ...{
    customer_id: ofOwner('id'),
    customer_reference: ofOwner('reference'),
    customer_name: ofOwner('name'),
    customer_short_name: ofOwner('short_name'),
  },
  ...{
    sop_invoice_credit_id: 'id',
    sop_invoice_credit_document_no: 'document_no',
    sop_invoice_credit_document_date: 'document_date',
  },
  ...{ sop_invoice_credit_type_id: () => '0', sop_invoice_credit_document_status_id: () => '2' },
  ...{ sop_invoice_credit_total_net_value: 'net', sop_invoice_credit_total_tax_value: 'tax' },
  sop_invoice_credit_total_gross_value: (_store, row) => dec(row, 'net') + dec(row, 'tax'),
});
const invoiceLineViews = view('sop_order_return_line_invoice_credit_view', 'invoice_line', {
  ...{
    sop_invoice_credit_id: 'invoice_id',
    sop_order_return_line_id: 'sop_order_line_id',
    sop_invoice_credit_line_invoice_credit_quantity: 'quantity',
  },
  sop_invoice_credit_document_no: from('invoice', 'invoice_id', 'document_no'),
  sop_invoice_credit_document_date: from('invoice', 'invoice_id', 'document_date'),
  ...{ sop_invoice_credit_type_id: () => '0', sop_invoice_credit_document_status_id: () => '2' },
});
const despatchFields: Source['fields'] = {
  sop_order_document_no: ofOrder('document_no'),
  sop_order_document_date: ofOrder('document_date'),
  sop_order_customer_document_no: ofOrder('customer_document_no'),
  ...{ customer_id: ofOwner('id'), customer_reference: ofOwner('reference'), customer_name: ofOwner('name') },
};
const despatchViews = view('sop_order_despatch_view', 'despatch', {
  ...despatchFields,
  ...{
    sop_despatch_id: 'id',
    sop_despatch_document_no: 'despatch_no',
    sop_despatch_date: 'despatch_date',
    sop_despatch_user_name: 'despatched_by',
  },
  sop_order_document_status_id: (store, row) => statusNumber(orderOf(store, row)),
});
const despatchLineViews = view('sop_order_despatch_line_view', 'despatch_line', {
  ...despatchFields,
  ...{ sop_despatch_line_id: 'id', sop_despatch_line_quantity: 'quantity' },
  sop_despatch_document_no: from('despatch', 'sop_despatch_id', 'despatch_no'),
  sop_despatch_date: from('despatch', 'sop_despatch_id', 'despatch_date'),
  sop_order_document_status_type: ofOrder('document_status'),
  sop_order_line_item_code: from('sop_order_line', 'sop_order_line_id', 'code'),
  sop_order_line_item_description: from('sop_order_line', 'sop_order_line_id', 'description'),
  sop_order_line_print_sequence_number: from('sop_order_line', 'sop_order_line_id', 'line_number'),
  sop_order_line_quantity: from('sop_order_line', 'sop_order_line_id', 'line_quantity'),
  sop_order_line_despatch_quantity: from('sop_order_line', 'sop_order_line_id', 'despatch_receipt_quantity'),
  product_id: from('sop_order_line', 'sop_order_line_id', 'product_id'),
  product_code: from('sop_order_line', 'sop_order_line_id', 'code'),
  warehouse_id: from('sop_order_line', 'sop_order_line_id', 'warehouse_id'),
});
const warehouseViews = view(
  'product_warehouse_view',
  'warehouse_holding',
  {
    warehouse_holding_id: 'id',
    warehouse_name: from('warehouse', 'warehouse_id', 'name'),
    use_for_sales_trading: from('warehouse', 'warehouse_id', 'use_for_sales_trading'),
    free_stock_quantity: (_store, row) => freeOf(row),
  },
  [['warehouse_name', 'asc']],
);
const priceViews = view('product_price_view', 'product_price', {
  ...{ product_price_id: 'id', product_price_price: 'price', product_price_use_standard: () => false },
  ...{ product_code: from('product', 'product_id', 'code'), product_name: from('product', 'product_id', 'name') },
  product_stock_unit_name: (store, row) =>
    of(store, 'unit', store.table('product').find(row.product_id)?.stock_unit_id, 'name'),
  price_band_name: from('price_band', 'price_band_id', 'name'),
  currency_id: from('price_band', 'price_band_id', 'currency_id'),
  currency_name: (store, row) =>
    of(store, 'currency', store.table('price_band').find(row.price_band_id)?.currency_id, 'name'),
  currency_symbol: (store, row) =>
    of(store, 'currency', store.table('price_band').find(row.price_band_id)?.currency_id, 'symbol'),
});
const stockOf: Compute = (store, row) =>
  store
    .table('warehouse_holding')
    .by('product_id', row.id)
    .map(freeOf)
    .reduce((total, free) => total + free, 0n);
const lookupProducts = view(
  'lookup_product',
  'product',
  {
    free_stock_quantity: stockOf,
    product_status_id: (_store, row) => (row.product_status_type === 'Inactive' ? '1' : '0'),
  },
  [['id', 'asc']],
);
const productViews = view(
  'product_view',
  'product',
  {
    ...{
      status_type: 'product_status_type',
      use_description_on_docs: 'use_description_on_documents',
      inactive_date: 'inactivation_date',
    },
    status_type_id: (_store, row) => (row.product_status_type === 'Inactive' ? '1' : '0'),
    product_group_code: from('product_group', 'product_group_id', 'code'),
    product_group_description: from('product_group', 'product_group_id', 'description'),
    product_group_product_type: from('product_group', 'product_group_id', 'product_type'),
    stock_unit_name: from('unit', 'stock_unit_id', 'name'),
    base_unit_name: from('unit', 'base_unit_id', 'name'),
  },
  [['id', 'asc']],
);
const all: readonly Source[] = [
  ...[
    customerViews,
    lookupCustomers,
    transactionViews,
    lineViews('order'),
    lineViews('return'),
    documentViews,
    invoiceCreditViews,
  ],
  ...[invoiceLineViews, despatchViews, despatchLineViews, warehouseViews, priceViews, lookupProducts, productViews],
];
/** Views: entities whose rows are those of another table, with fields of several. */
export const views: Readonly<Record<string, Source>> = {
  ...Object.fromEntries(all.map((source) => [source.entity, source])),
  sop_despatch_receipt: view('sop_despatch_receipt', 'despatch', {}, [['id', 'asc']]),
};
