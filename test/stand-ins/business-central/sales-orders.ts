import { compare, type Decimal, decimal } from '@backroom/shared';
import type { Row, Store } from './database.ts';
import { today } from './days.ts';
import { dialog } from './errors.ts';
import { NO_DATE, NO_GUID } from './metadata.ts';
import { type Document, lineOf, settle } from './sales-lines.ts';
import type { Written } from './values.ts';

/** The customer that a new document names, by id or by number or by both. */
function customerOf(store: Store, company: string, given: Row): Row {
  const { customerId, customerNumber } = given;
  const hasId = customerId !== undefined && customerId !== NO_GUID;
  const hasNumber = customerNumber !== undefined && customerNumber !== '';
  if (!hasId && !hasNumber) throw dialog('A "customerNumber" or a "customerId" must be provided.');
  const byId = hasId ? store.get('customers', customerId) : null;
  const byNumber = hasNumber ? store.by('customers', company, 'number', customerNumber) : null;
  if ((hasId && byId?._company !== company) || (hasNumber && !byNumber))
    throw dialog('The sell-to customer cannot be found.');
  if (byId && byNumber && byId.id !== byNumber.id)
    throw dialog('The sell-to customer values do not match to a specific Customer.');
  const found = byId ?? byNumber;
  if (!found) throw dialog('The sell-to customer cannot be found.');
  return found;
}
/** Blocked for orders: all three kinds of block are. */
function refuseBlocked({ blocked, number }: Row): void {
  if (blocked !== '_x0020_')
    throw dialog(`You cannot create this type of document when Customer ${number} is blocked with type ${blocked}`);
}
export function localCurrency(store: Store, company: string): string {
  return String(store.one('select currencyCode from companyInformation where _company = ?', company)?.currencyCode);
}
export function factorOf(store: Store, company: string, currency: string): Decimal {
  const rate = store.by('currencyExchangeRates', company, 'currencyCode', currency);
  return decimal(String(rate?.relationalExchangeRateAmount ?? '1'));
}
function currencyOf(
  store: Store,
  company: string,
  given: Row,
  customer: Row,
): { currencyCode: string; currencyId: string } {
  const local = localCurrency(store, company);
  if (given.currencyId !== undefined && given.currencyId !== NO_GUID) {
    const found = store.get('currencies', given.currencyId);
    if (!found) throw dialog('The "currencyId" does not match to a Currency.');
    if (given.currencyCode !== undefined && given.currencyCode !== found.code)
      throw dialog('The currency values do not match to a specific Currency.');
    return { currencyCode: String(found.code), currencyId: String(found.id) };
  }
  const code = String(given.currencyCode ?? customer.currencyCode);
  if (code === '' || code === local) return { currencyCode: local, currencyId: NO_GUID };
  const found = store.by('currencies', company, 'code', code);
  if (!found) throw dialog('The "currencyCode" does not match to a Currency.');
  return { currencyCode: code, currencyId: String(found.id) };
}
const idOf = (
  store: Store,
  set: string,
  id: string | number | undefined,
  otherwise: string | number,
  words: string,
) => {
  if (id === undefined) return otherwise;
  if (id !== NO_GUID && !store.get(set, id)) throw dialog(words);
  return id;
};

/** The header of a new order. It draws a number, which is gone when a line is refused afterwards. */
function headOf(store: Store, company: string, given: Row): Document & { customer: Row } {
  const customer = customerOf(store, company, given);
  refuseBlocked(customer);
  const setup = store.one('select * from customer_setup where customer = ?', String(customer.id)) ?? {};
  const currency = currencyOf(store, company, given, customer);
  const orderDate = given.orderDate ?? today();
  const ship = (name: string, of: string) => given[`shipTo${name}`] ?? customer[of] ?? '';
  const row: Row = {
    ...given,
    ...currency,
    orderDate,
    postingDate: given.postingDate ?? today(),
    requestedDeliveryDate: given.requestedDeliveryDate ?? NO_DATE,
    externalDocumentNumber: given.externalDocumentNumber ?? '',
    customerId: String(customer.id),
    customerNumber: String(customer.number),
    customerName: String(customer.displayName),
    billToName: String(customer.displayName),
    billToCustomerId: String(customer.id),
    billToCustomerNumber: String(customer.number),
    pricesIncludeTax: given.pricesIncludeTax ?? setup.prices_include_tax ?? 0,
    partialShipping: given.partialShipping ?? setup.partial ?? 1,
    paymentTermsId: idOf(
      store,
      'paymentTerms',
      given.paymentTermsId,
      customer.paymentTermsId ?? NO_GUID,
      'The "paymentTermsId" does not match to a Payment Terms.',
    ),
    shipmentMethodId: idOf(
      store,
      'shipmentMethods',
      given.shipmentMethodId,
      customer.shipmentMethodId ?? NO_GUID,
      'The "shipmentMethodId" does not match to a Shipment Method.',
    ),
    shipToName: ship('Name', 'displayName'),
    shipToContact: given.shipToContact ?? '',
    shipToAddressLine1: ship('AddressLine1', 'addressLine1'),
    shipToAddressLine2: ship('AddressLine2', 'addressLine2'),
    shipToCity: ship('City', 'city'),
    shipToCountry: ship('Country', 'country'),
    shipToState: ship('State', 'state'),
    shipToPostCode: ship('PostCode', 'postalCode'),
    discountAppliedBeforeTax: 1,
    status: 'Draft',
    phoneNumber: given.phoneNumber ?? String(customer.phoneNumber),
    email: given.email ?? String(customer.email),
  };
  for (const side of ['sellTo', 'billTo'])
    for (const [name, of] of [
      ['AddressLine1', 'addressLine1'],
      ['AddressLine2', 'addressLine2'],
      ['City', 'city'],
      ['Country', 'country'],
      ['State', 'state'],
      ['PostCode', 'postalCode'],
    ] as const)
      row[`${side}${name}`] = (side === 'sellTo' ? given[`sellTo${name}`] : undefined) ?? String(customer[of] ?? '');
  return { row, setup, company, customer, factor: factorOf(store, company, currency.currencyCode) };
}

/** Stores an order with its lines in one transaction. Nothing keeps its external document number unique. */
export function createOrder(store: Store, company: string, written: Written, number: string, withLines = true): Row {
  return store.atomic(() => {
    const document = headOf(store, company, written.row);
    const head = store.insert('salesOrders', company, { ...document.row, number });
    const given = withLines ? (written.parts.get('salesOrderLines') ?? []) : [];
    const lines = given.map((line, nth) => lineOf(store, { ...document, row: head }, line, nth + 1));
    for (const line of lines) store.insert('salesOrderLines', company, line, String(head.id));
    retotal(store, String(head.id));
    return store.get('salesOrders', String(head.id)) ?? head;
  });
}
/** Adds a line to an order that is there. */
export function addLine(store: Store, order: Row, written: Written): Row {
  return store.atomic(() => {
    const setup = store.one('select * from customer_setup where customer = ?', String(order.customerId)) ?? {};
    const company = String(order._company);
    const nth = Number(
      store.one('select count(*) as n from salesOrderLines where _parent = ?', String(order.id))?.n ?? 0,
    );
    const document = { row: order, setup, company, factor: factorOf(store, company, String(order.currencyCode)) };
    const line = store.insert('salesOrderLines', company, lineOf(store, document, written, nth + 1), String(order.id));
    retotal(store, String(order.id));
    return store.get('salesOrderLines', String(line.id)) ?? line;
  });
}
/** Totals and the state of delivery, from the lines. */
export function retotal(store: Store, id: string): void {
  const order = store.get('salesOrders', id);
  if (!order) return;
  const lines = store.all('select * from salesOrderLines where _parent = ? order by _seq', id);
  const { lines: settled, net, tax, gross } = settle(lines, order.pricesIncludeTax === 1);
  for (const line of settled) {
    const {
      id: lineId,
      amountExcludingTax,
      totalTaxAmount,
      amountIncludingTax,
      netAmount,
      netTaxAmount,
      netAmountIncludingTax,
    } = line;
    if (line.lineType === 'Comment' || lineId === undefined) continue;
    const amounts = {
      amountExcludingTax,
      totalTaxAmount,
      amountIncludingTax,
      netAmount,
      netTaxAmount,
      netAmountIncludingTax,
    };
    store.update('salesOrderLines', lineId, amounts as Row);
  }
  const goods = lines.filter(({ lineType }) => lineType === 'Item');
  const shipped =
    goods.length > 0 &&
    goods.every((line) => compare(decimal(String(line.shippedQuantity)), decimal(String(line.quantity))) >= 0);
  store.update('salesOrders', id, {
    totalAmountExcludingTax: net,
    totalTaxAmount: tax,
    totalAmountIncludingTax: gross,
    fullyShipped: shipped ? 1 : 0,
  });
}
