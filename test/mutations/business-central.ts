/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are code. */
import { type Mutation, m } from './mutation.ts';

/**
 * Faults that somebody might type into the adapter of Business Central: wrong names, paths, choices, keys, units, dates. The conformance kit over the
 * double has to see each of them. `text` stands once in the file.
 */
export const mutations: readonly Mutation[] = [
  m('path', 'products', '`items${queryOf({ filter, select', '`item${queryOf({ filter, select'),
  m('path', 'orders-read', '`salesOrders${queryOf({ filter, select', '`salesOrder${queryOf({ filter, select'),
  m('path', 'orders-read', '`salesShipments${queryOf', '`shipments${queryOf'),
  m('path', 'invoices', '`salesInvoices${queryOf', '`postedSalesInvoices${queryOf'),
  m('path', 'invoices', '/pdfDocument/pdfDocumentContent', '/pdfDocument/content'),
  m('path', 'invoices', '/customerFinancialDetails${', '/customerFinancialDetail${'),
  m('path', 'session', 'at(`companyInformation${', 'at(`companyInformations${'),
  m('path', 'orders-write', "session.at('salesOrders'), body", "session.at('salesorders'), body"),
  m('path', 'stock', "expand: 'purchaseOrderLines'", "expand: 'purchaseLines'"),
  m('path', 'returns', "expand: 'salesCreditMemoLines'", "expand: 'salesCreditMemosLines'"),
  m('field', 'rows', 'displayName: z.string(),\n  city', 'name: z.string(),\n  city'),
  m('field', 'rows', 'dueDate: date,', 'paymentDueDate: date,'),
  m('field', 'rows', 'inventory: decimalText', 'stock: decimalText'),
  m('field', 'rows', 'creditLimit: decimalText', 'creditLimitLCY: decimalText'),
  m('field', 'rows', 'requestedDeliveryDate: date', 'requestedDate: date'),
  m(
    'field',
    'orders-write',
    'externalDocumentNumber: input.reference',
    'customerPurchaseOrderReference: input.reference',
  ),
  m('field', 'orders-write', 'partialShipping: input.partialDelivery', 'partialDelivery: input.partialDelivery'),
  m('field', 'orders-write', 'shipToPostCode: postalCode', 'shipToPostalCode: postalCode'),
  m('field', 'orders-write', 'pricesIncludeTax: false,', ''),
  m('field', 'customers', 'phoneNumber: input.phone', 'phone: input.phone'),
  m('field', 'orders', "invoices: conditions('orderId', asked)", "invoices: conditions('orderID', asked)"),
  m('field', 'stock', 'fullyReceived eq false', 'completelyReceived eq false'),
  m('choice', 'facts', "ITEM_LINE = 'Item'", "ITEM_LINE = 'Items'"),
  m('choice', 'facts', 'OPEN_INVOICES = "status eq \'Open\'"', 'OPEN_INVOICES = "status eq \'Posted\'"'),
  m('choice', 'facts', 'NOT_DRAFT = "status ne \'Draft\'"', 'NOT_DRAFT = "status ne Draft"'),
  m('choice', 'facts', "STOCKED_TYPE = 'Inventory'", "STOCKED_TYPE = 'Service'"),
  m(
    'key',
    'customers',
    '`customers(${id})${queryOf({ select: fieldsOf',
    "`customers('${id}')${queryOf({ select: fieldsOf",
  ),
  m('key', 'orders', 'const mine = `customerId eq ${customer}`', "const mine = `customerId eq '${customer}'`"),
  m('key', 'customers', "conditions('id', known)", "conditions('number', known)"),
  m('unit', 'orders-write', 'unitOfMeasureCode: line.unit', 'unitOfMeasure: line.unit'),
  m('unit', 'rows', 'baseUnitOfMeasureCode: z.string()', 'baseUnitOfMeasure: z.string()'),
  m('date', 'orders-write', 'orderDate: dayOf(session)', 'orderDate: new Date(session.now()).toISOString()'),
  m('date', 'orders-write', 'orderDate: dayOf(session),', ''),
  m('date', 'changes', 'lastModifiedDateTime gt ${since}', "lastModifiedDateTime gt '${since}'"),
  m('number', 'orders-write', 'quantity: exactNumber(line.quantity)', 'quantity: line.quantity'),
  m('number', 'facts', 'NO_LINE_DISCOUNT = { discountPercent: 0 }', 'NO_LINE_DISCOUNT = {}'),
  m('number', 'facts', "NESTED_FUNCTIONS = { $schemaversion: '2.1' }", 'NESTED_FUNCTIONS = {}'),
  m(
    'sign-in',
    'facts',
    "SCOPE = 'https://api.businesscentral.dynamics.com/.default'",
    "SCOPE = 'https://api.businesscentral.dynamics.com'",
  ),
  m(
    'sign-in',
    'session',
    'entraTokens({ credentials, settings }, SCOPE',
    'entraTokens({ credentials, settings }, ADDRESS',
  ),
  m('sign-in', 'faults', '|| status === 403 || FAULTS.noRight.test(message)', '|| status === 403'),
];
