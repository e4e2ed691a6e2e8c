import type { ErpFactory } from '../contract/adapter.ts';
import type { ErpDescription } from '../contract/description.ts';
import { operationsOf, results } from '../kit/operations.ts';
import { processPorts } from '../transport/ports.ts';
import { addressesOf } from './addresses.ts';
import { changesSince } from './changes.ts';
import { creditOf } from './credit.ts';
import { createCustomer, customersByReference } from './customer-create.ts';
import { searchCustomers } from './customer-search.ts';
import { customersById, listCustomers } from './customers.ts';
import { CONCURRENCY, LENGTH, MAX_COMMIT_MS } from './facts.ts';
import { healthOf } from './health.ts';
import { invoicesOf } from './invoices.ts';
import { findOrders, ordersById, ordersByNumber, ordersByReference, ordersOf } from './orders.ts';
import { createOrder } from './orders-write.ts';
import { quote } from './pricing.ts';
import { listProducts, resolveProducts } from './products.ts';
import { returnsById, returnsOf } from './returns.ts';
import { sessions } from './session.ts';
import type { Settings } from './settings.ts';
import { availability } from './stock.ts';

const descriptionOf = ({ shippingCharge, feeCharge }: Settings): ErpDescription => ({
  erp: 'Sage 200',
  flows: ['customers', 'orders', 'stock', 'invoices', 'pricing', 'returns', 'credit'],
  /**
   * An order is confirmed with its create, and nothing computes one without storing it. A change is stored line by line up to the first that is refused, and what
   * is called off is deleted: neither is done from here. Invoices have no document, and returns are entered in Sage 200.
   */
  without: [
    'orders.confirm',
    'orders.simulate',
    'orders.read',
    'orders.change',
    'orders.cancel',
    'invoices.pdf',
    'returns.create',
    'returns.findByReference',
  ],
  versions: ['API v1'],
  idempotency: 'lookup',
  settleMs: 0,
  maxCommitMs: MAX_COMMIT_MS,
  limits: {
    concurrency: CONCURRENCY,
    batch: 500,
    reference: LENGTH.reference,
    text: LENGTH.note,
    poNumber: LENGTH.poNumber,
    address: LENGTH.addressLine,
  },
  carries: [
    'requested_date',
    'note',
    'po_number',
    'delivery_address',
    'one_off_delivery_address',
    'line_unit',
    'line_requested_date',
    ...(shippingCharge === null ? [] : (['shipping'] as const)),
    ...(feeCharge === null ? [] : (['fee'] as const)),
  ],
  auth: 'oauth',
});

/**
 * Sage 200 Professional and Standard by the API of Sage. Options: `url` (nothing: Sage's own); `credentials.clientId`, `.clientSecret`, `.refreshToken` of whoever
 * signed in with Sage ID, `.subscriptionKey`; `settings` as the manifest has them.
 */
export const sage200: ErpFactory = (options, ports = processPorts) => {
  const { get, settings } = sessions(options, ports);
  const op = operationsOf(get);
  return {
    describe: async () => descriptionOf(settings),
    health: op((it, _, signal) => healthOf(it, signal)),
    customers: {
      search: op((it, { queries }, signal) => results(searchCustomers(it, queries, signal))),
      get: op((it, { ids }, signal) => results(customersById(it, ids, signal))),
      list: op((it, { cursor }, signal) => listCustomers(it, cursor, signal)),
      addresses: op((it, { customerId }, signal) => results(addressesOf(it, customerId, signal))),
      create: op(createCustomer),
      findByReference: op((it, { references }, signal) => results(customersByReference(it, references, signal))),
    },
    products: {
      resolve: op((it, { codes }, signal) => resolveProducts(it, codes, signal)),
      list: op((it, { cursor }, signal) => listProducts(it, cursor, signal)),
    },
    stock: { availability: op((it, { productIds }, signal) => results(availability(it, productIds, signal))) },
    pricing: { quote: op(quote) },
    orders: {
      create: op(createOrder),
      findByReference: op((it, { references }, signal) => results(ordersByReference(it, references, signal))),
      findByNumber: op((it, { numbers }, signal) => results(ordersByNumber(it, numbers, signal))),
      find: op(findOrders),
      status: op((it, { ids }, signal) => results(ordersById(it, ids, signal))),
      list: op((it, { customerId }, signal) => ordersOf(it, customerId, signal)),
    },
    invoices: { list: op((it, { customerId }, signal) => invoicesOf(it, customerId, signal)) },
    credit: { position: op((it, { customerId }, signal) => creditOf(it, customerId, signal)) },
    returns: {
      list: op((it, { customerId }, signal) => results(returnsOf(it, customerId, signal))),
      status: op((it, { ids }, signal) => results(returnsById(it, ids, signal))),
    },
    changes: { since: op((it, { cursor }, signal) => changesSince(it, cursor, signal)) },
  };
};
