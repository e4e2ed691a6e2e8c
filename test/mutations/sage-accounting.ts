/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are code. */
import { type Mutation, m } from './mutation.ts';

/**
 * Faults that somebody might type into the adapter of Sage Accounting: wrong names, paths, choices, keys, units, dates. The conformance kit over the double has
 * to see each of them. `text` stands once in the file.
 */
export const mutations: readonly Mutation[] = [
  m('path', 'facts', "api: '/v3.1'", "api: '/v3'"),
  m('path', 'facts', "quotes: 'sales_quotes'", "quotes: 'sales_estimates'"),
  m('path', 'facts', "invoices: 'sales_invoices'", "invoices: 'purchase_invoices'"),
  m('path', 'facts', "creditNotes: 'sales_credit_notes'", "creditNotes: 'credit_notes'"),
  m('path', 'facts', "stockItems: 'stock_items'", "stockItems: 'products'"),
  m('sign-in', 'facts', "BUSINESS_HEADER = 'x-business'", "BUSINESS_HEADER = 'x-business-id'"),
  m(
    'sign-in',
    'faults',
    "if (status === 403 || has(fault, NO_RIGHT)) return { kind: 'unauthorised'",
    "if (status === 403 || has(fault, NO_RIGHT)) return { kind: 'refused'",
  ),
  m(
    'sign-in',
    'logon',
    "const fieldOf = (error: string) => (error === 'invalid_client' ? 'clientSecret' : 'refreshToken');\n  const server = { tokenUrl, clientId,",
    "const fieldOf = (error: string) => (error === 'invalid_client' ? 'clientSecret' : 'refreshToken');\n  const server = { tokenUrl, clientId: clientSecret,",
  ),
  m('field', 'order-body', 'reference: input.reference,', 'notes: input.reference,'),
  m('field', 'order-body', 'contact_id: customer.id', 'customer_id: customer.id'),
  m('field', 'order-body', 'unit_price: canonical(line.unitPrice.amount)', 'price: canonical(line.unitPrice.amount)'),
  m('field', 'order-body', 'ledger_account_id: account', 'ledger_account: account'),
  m('field', 'order-body', 'notes: input.note', 'note: input.note'),
  m(
    'field',
    'order-body',
    'idempotency_id: onceId(session, kind, input.reference)',
    'idempotency_id: crypto.randomUUID()',
  ),
  m('field', 'order-body', 'shipping_net_amount: canonical(net)', 'shipping_total_amount: canonical(net)'),
  m('field', 'documents', "entity: 'sales_quote',", "entity: 'quote',"),
  m('field', 'documents', "lines: 'quote_lines',", "lines: 'invoice_lines',"),
  m('field', 'customer-create', 'email: input.email', 'e_mail: input.email'),
  m('field', 'customer-create', 'source_guid: input.reference', 'notes: input.reference'),
  m('field', 'customer-rows', 'tax_number: blank', 'vat_number: blank'),
  m('field', 'receivables', 'outstanding_amount: number', 'outstanding: number'),
  m('field', 'stock', 'quantity_in_stock: amount', 'quantity: amount'),
  m('choice', 'facts', "CUSTOMER = 'CUSTOMER'", "CUSTOMER = 'VENDOR'"),
  m('choice', 'facts', "DECLINED = 'DECLINED'", "DECLINED = 'REJECTED'"),
  m('choice', 'products', 'stocked: stocked.has(row.id)', 'stocked: !stocked.has(row.id)'),
  m(
    'choice',
    'order-body',
    "item.kind === 'service' ? { service_id: item.id } : { product_id: item.id }",
    "{ product_id: item.id + '0' }",
  ),
  m('key', 'orders', 'left.createdAt.localeCompare(right.createdAt)', 'right.createdAt.localeCompare(left.createdAt)'),
  m('key', 'documents', 'each.reference === reference', 'each.id === reference'),
  m('unit', 'order-facts', 'quantity: line.quantity,', 'quantity: line.net_amount,'),
  m('date', 'receivables', 'due < today', 'due > today'),
  m('number', 'credit', 'subtract(limit, exposure)', 'subtract(exposure, limit)'),
];
