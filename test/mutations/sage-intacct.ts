/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are code. */
import { type Mutation, m } from './mutation.ts';

/**
 * Faults that somebody might type into the adapter of Sage Intacct: wrong names, paths, choices, keys, units, dates. The conformance kit over the double has to
 * see each of them. `text` stands once in the file.
 */
export const mutations: readonly Mutation[] = [
  m('path', 'facts', "api: '/ia/api/v1'", "api: '/ia/api/v2'"),
  m('path', 'facts', "query: '/services/core/query'", "query: '/services/query'"),
  m(
    'path',
    'facts',
    "pdf: '/workflows/order-entry/document/generate-pdf'",
    "pdf: '/workflows/order-entry/document/pdf'",
  ),
  m(
    'path',
    'client',
    'order-entry/document::${encodeURIComponent(type)}',
    'order-entry/document/${encodeURIComponent(type)}',
  ),
  m(
    'path',
    'facts',
    "stock: 'inventory-control/item-warehouse-inventory'",
    "stock: 'inventory-control/item-warehouse-stock'",
  ),
  m('path', 'facts', "priceEntry: 'order-entry/price-list-entry'", "priceEntry: 'order-entry/price-list-line'"),
  m('sign-in', 'logon', "`${user}@${company}${entity === null ? '' : `|${entity}`}`", '`${company}@${user}`'),
  m('sign-in', 'facts', "'x-ia-api-param-entity'", "'sage-param-entity'"),
  m(
    'sign-in',
    'faults',
    "if (status === 403) return { kind: 'unauthorised'",
    "if (status === 403) return { kind: 'refused'",
  ),
  m('field', 'order-body', 'referenceNumber: input.reference', 'customerPONumber: input.reference'),
  m('field', 'order-body', 'customerPONumber: input.poNumber', 'poNumber: input.poNumber'),
  m('field', 'order-body', 'notes: input.note', 'message: input.note'),
  m('field', 'order-body', 'requestedShippingDate: input.requestedDate', 'requestedDate: input.requestedDate'),
  m('field', 'order-body', 'unitQuantity: canonical(line.quantity)', 'quantity: canonical(line.quantity)'),
  m('field', 'order-body', 'unitPrice: price }', 'price }'),
  m('field', 'order-body', '{ priceInTxnCurrency: price }', '{ unitPrice: price }'),
  m('field', 'order-body', "side('deliverTo', 'shipTo')", "side('deliverTo', 'billTo')"),
  m('field', 'documents', "'sourceDocumentLine.key': optionalKey,", "'sourceLine.key': optionalKey,"),
  m('field', 'customer-create', 'email1: input.email', 'email: input.email'),
  m('field', 'contacts', 'postCode: address.postalCode', 'zip: address.postalCode'),
  m('field', 'receivables', 'totalTxnAmountDue: amount,\n', 'totalAmountDue: amount,\n'),
  m('field', 'stock', 'onHold: quantity,\n', 'held: quantity,\n'),
  m('choice', 'facts', "order: 'Sales Order', return", "order: 'Sales Orders', return"),
  m('choice', 'facts', "shipping: 'shipping'", "shipping: 'shipment'"),
  m(
    'choice',
    'order-facts',
    "if (state === 'closed' && !hasBegun) return 'cancelled'",
    "if (state === 'cancelled' && !hasBegun) return 'cancelled'",
  ),
  m('choice', 'orders-change', "{ state: 'closed' }", "{ state: 'cancelled' }"),
  m('choice', 'products', "equal('status', 'active')", "equal('status', 'T')"),
  m(
    'choice',
    'query',
    "'all' in each) return joined(each.all as readonly Condition[], 'and'",
    "'all' in each) return joined(each.all as readonly Condition[], 'or'",
  ),
  m('key', 'orders-change', "'ia::operation': 'delete' })", "'ia::operation': 'remove' } as never)"),
  m('key', 'orders-change', 'return { key: same.key, ...rest }', 'return { ...body, ...rest }'),
  m('key', 'orders', "head['audit.createdBy'] === oldestFirst[0]?.['audit.createdBy']", 'head !== null'),
  m('key', 'returns-write', 'sourceDocumentLine: { key: line.key }', 'sourceDocumentLine: { id: line.unit }'),
  m('key', 'orders-write', 'if (before) return before;\n  const path', 'const path'),
  m('unit', 'units', 'divide(base, factor)', 'base'),
  m('unit', 'units', 'multiply(price, factor)', 'price'),
  m(
    'unit',
    'order-facts',
    'divide(progressOf(facts, line).delivered, factorOf(line))',
    'progressOf(facts, line).billed',
  ),
  m(
    'date',
    'order-body',
    'const today = dayOf(session)',
    'const today = new Date(session.now()).toISOString().slice(0, 10)',
  ),
  m('date', 'receivables', 'due < today', 'due > today'),
  m('number', 'client', 'start = answer.next', 'start = answer.next + 1'),
  m('number', 'receivables', 'amount: negate(present(', 'amount: (present('),
];
