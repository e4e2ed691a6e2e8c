/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are code. */
import { type Mutation, m } from './mutation.ts';

/**
 * Faults that somebody might type into the adapter of Sage 200: wrong names, paths, choices, keys, units, dates. The conformance kit over the double has to see
 * each of them. `text` stands once in the file.
 */
export const mutations: readonly Mutation[] = [
  m('path', 'facts', "/uk/sage200extra/accounts/v1'", "/uk/sage200extra/accounts/v2'"),
  m('path', 'facts', "holdings: 'warehouse_holdings'", "holdings: 'stock_holdings'"),
  m('path', 'facts', "orders: 'sop_orders'", "orders: 'sales_orders'"),
  m('path', 'facts', "price: 'customer_price_enquiry'", "price: 'customer_prices'"),
  m('path', 'facts', "transactions: 'sales_posted_transactions'", "transactions: 'sales_transactions'"),
  m('path', 'facts', "returnLines: 'sop_return_line_views'", "returnLines: 'sop_returns'"),
  m('sign-in', 'facts', "site: 'X-Site'", "site: 'X-Sage-Site'"),
  m('sign-in', 'facts', "company: 'X-Company'", "company: 'X-Business'"),
  m('sign-in', 'facts', "TOKEN = '/oauth/token'", "TOKEN = '/oauth2/token'"),
  m('sign-in', 'client', '[HEADER.company]: place.company', '[HEADER.company]: place.site'),
  m(
    'field',
    'order-body',
    '[session.settings.referenceField]: marked(input.reference)',
    'analysis_code_1: marked(input.reference)',
  ),
  m('field', 'order-body', 'customer_document_no: input.poNumber', 'document_no: input.poNumber'),
  m('field', 'order-body', 'memos: [{ note: input.note', 'memos: [{ text: input.note'),
  m(
    'field',
    'order-body',
    '{ requested_delivery_date: dateOf(input.requestedDate) }',
    '{ requested_date: dateOf(input.requestedDate) }',
  ),
  m('field', 'order-body', 'line_quantity: exact(', 'quantity: exact('),
  m(
    'field',
    'order-body',
    'selling_unit_price: exact(line.unitPrice.amount',
    'unit_price: exact(line.unitPrice.amount',
  ),
  m('choice', 'order-body', 'unit_discount_overridden: true', 'unit_discount_overridden: false'),
  m('field', 'order-body', '{ postcode: postalCode }', '{ post_code: postalCode }'),
  m('field', 'customer-create', 'emails: [{ email: input.email', 'emails: [{ address: input.email'),
  m('field', 'stock', '  quantity_in_stock: amount,', '  stock_quantity: amount,'),
  m('field', 'receivables', '  document_outstanding_value: amount,', '  outstanding_value: amount,'),
  m('choice', 'facts', "standard: 'EnumLineTypeStandard'", "standard: 'Standard'"),
  m('choice', 'facts', "invoice: 'TradingAccountEntryTypeInvoice'", "invoice: 'SalesInvoice'"),
  m('choice', 'facts', "STOCKED = 'EnumStockItemTypeStock'", "STOCKED = 'Stock'"),
  m('choice', 'order-body', 'is_editing: false', 'is_editing: true'),
  m('choice', 'query', ".join(' or ')", ".join(' and ')"),
  m('key', 'orders', "marks.indexOf(marks[index] ?? '') === index", 'index >= 0'),
  m('key', 'order-rows', '?.split(MARK)', "?.split(' ')"),
  m('key', 'customer-create', 'amongTexts(referenceField, references)', "amongTexts('name', references)"),
  m('unit', 'order-body', 'line.unit !== unitOf(product)', 'line.unit === unitOf(product)'),
  m('unit', 'pricing', 'selling_unit_id: idNumber(unit)', 'pricing_unit_id: idNumber(unit)'),
  m('date', 'values', 'value?.slice(0, 10)', 'value?.slice(0, 7)'),
  m('date', 'receivables', 'due < today', 'due > today'),
  m(
    'number',
    'values',
    'export const number = decimalText;',
    "export const number = decimalText.transform((value) => value.replace('.', '') as typeof value);",
  ),
  m('number', 'credit', 'subtract(limit, exposure)', 'subtract(exposure, limit)'),
];
