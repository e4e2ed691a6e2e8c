/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are code. */
import { type Mutation, m } from './mutation.ts';

/**
 * Faults that somebody might type into the adapter of NetSuite: wrong names, paths, choices, keys, units, dates. The conformance kit over the double has to
 * see each of them. `text` stands once in the file.
 */
export const mutations: readonly Mutation[] = [
  m('path', 'facts', "record: '/services/rest/record/v1'", "record: '/services/rest/record/v2'"),
  m('path', 'facts', "suiteql: '/services/rest/query/v1/suiteql'", "suiteql: '/services/rest/query/v1/suiteQl'"),
  m('path', 'facts', "restlet: '/app/site/hosting/restlet.nl'", "restlet: '/app/site/hosting/scriptlet.nl'"),
  m('path', 'made-once', '`${type}/eid:${', '`${type}/${'),
  m('path', 'orders-write', "type: 'salesOrder', row", "type: 'salesorders', row"),
  m('path', 'returns-write', '!transform/returnAuthorization', '!transform/creditMemo'),
  m('path', 'client', '?expandSubResources=true`) }, { signal });', '`) }, { signal });'),
  m('path', 'client', '`${type}?expandSubResources=true`', '`${type}`'),
  m('field', 'order-body', 'otherRefNum: input.poNumber', 'otherRefnum: input.poNumber'),
  m('field', 'order-body', 'memo: input.note', 'message: input.note'),
  m('field', 'order-body', 'shipDate: input.requestedDate', 'shipdate: input.requestedDate'),
  m('field', 'order-body', 'shipComplete: !input.partialDelivery', 'shipComplete: input.partialDelivery'),
  m('field', 'order-body', "'shipAddressList', 'shippingAddress'", "'billAddressList', 'shippingAddress'"),
  m('field', 'address-body', 'zip: postalCode', 'postalCode'),
  m('field', 'order-record', 'quantityFulfilled: quantity,', 'quantityShipped: quantity,'),
  m('field', 'customer-create', 'addressBookAddress: addressBody(own)', 'address: addressBody(own)'),
  m('field', 'customer-create', 'companyName: input.name', 'name: input.name'),
  m('field', 'order-rows', 'tl.quantityshiprecv AS shipped', 'tl.quantityshipped AS shipped'),
  m('field', 'order-rows', "day('t.trandate', 'orderedon')", "day('t.orderdate', 'orderedon')"),
  m('field', 'invoices', 't.foreignamountunpaid AS unpaid', 't.foreigntotal AS unpaid'),
  m('field', 'credit', 'receivable: money(balance)', 'receivable: money(overdue)'),
  m(
    'field',
    'stock',
    'l.quantityavailable, l.quantitycommitted',
    'l.quantityavail AS quantityavailable, l.quantitycommitted',
  ),
  m('choice', 'facts', "order: 'SalesOrd'", "order: 'SalesOrder'"),
  m('choice', 'facts', "invoice: 'CustInvc'", "invoice: 'CustInv'"),
  m('choice', 'facts', "return: 'RtnAuth'", "return: 'RetAuth'"),
  m(
    'choice',
    'facts',
    "closed: 'H',\n} as const;\nexport const RETURN",
    "closed: 'X',\n} as const;\nexport const RETURN",
  ),
  m('choice', 'customer-record', "hold?.toUpperCase() === 'ON'", "hold?.toUpperCase() === 'T'"),
  m('key', 'order-body', 'externalId: input.reference', 'tranId: input.reference'),
  m('key', 'orders-change', 'line: Number(same.line)', 'lineUniqueKey: same.line'),
  m('key', 'orders-change', "replaces ? '?replace=item' : ''", "''"),
  m('key', 'orders-change', 'isClosed: true', 'isClosed: false'),
  m('unit', 'order-rows', 'isZero(value) ? zero : negate(value)', 'value'),
  m('date', 'order-body', 'tranDate: dayOf(session)', 'tranDate: new Date(session.now()).toISOString().slice(0, 10)'),
  m('date', 'sql', "'YYYY-MM-DD') AS ${name}", "'MM/DD/YYYY') AS ${name}"),
  m(
    'number',
    'order-body',
    'rate: exactNumber(canonical(line.unitPrice.amount))',
    'rate: String(line.unitPrice.amount)',
  ),
  m('sign-in', 'logon', 'claims: { scope: SCOPES }', 'claims: {}'),
  m('sign-in', 'facts', "'.suitetalk.api.netsuite.com'", "'.app.netsuite.com'"),
  m('sign-in', 'client', "headers: { prefer: 'transient' }", 'headers: {}'),
  m(
    'sign-in',
    'session',
    'if (!asked.has(name) || isMissing(name) || tries === MISSING_MOST) throw hidden(name, error);',
    'if (!asked.has(name) || isMissing(name) || tries === MISSING_MOST) throw error;',
  ),
];
