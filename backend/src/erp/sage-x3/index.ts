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
import { findOrders, ordersByNumber, ordersByReference, ordersOf } from './orders.ts';
import { createOrder } from './orders-write.ts';
import { quoteBy } from './pricing.ts';
import { listProducts, resolveProducts } from './products.ts';
import { LONGEST } from './references.ts';
import { sessions } from './session.ts';
import { REFERENCE_FIELD, type Settings } from './settings.ts';
import { availability } from './stock.ts';

const descriptionOf = ({ priceService, customerCategory, referenceField }: Settings): ErpDescription => ({
  erp: 'Sage X3',
  flows: [
    'customers',
    'orders',
    'stock',
    'invoices',
    ...(priceService === null ? [] : (['pricing'] as const)),
    'credit',
  ],
  without: [
    // An order is confirmed with its create. Nothing computes one without storing it, and nothing here changes one.
    'orders.confirm',
    'orders.simulate',
    'orders.read',
    'orders.change',
    'orders.cancel',
    'invoices.pdf',
    ...(customerCategory === null ? ['customers.create'] : []),
  ],
  versions: ['Syracuse REST api1 and SOAP web services (V12)'],
  idempotency: 'lookup',
  settleMs: 0,
  maxCommitMs: MAX_COMMIT_MS,
  limits: {
    concurrency: CONCURRENCY,
    batch: 500,
    reference: LONGEST,
    ...(referenceField === REFERENCE_FIELD ? {} : { poNumber: LENGTH.reference }),
  },
  carries: [
    'requested_date',
    'delivery_address',
    'line_unit',
    ...(referenceField === REFERENCE_FIELD ? [] : (['po_number'] as const)),
  ],
  auth: 'basic',
});

/**
 * Sage X3: reads by Syracuse's REST, writes by its SOAP web services. Options: `url` of the server, `credentials.user` with `.password`, or with `.clientId` and
 * `.clientSecret` of a connected application, `settings` as the manifest has them.
 */
export const sageX3: ErpFactory = (options, ports = processPorts) => {
  const { get, settings } = sessions(options, ports);
  const op = operationsOf(get);
  const { priceService } = settings;
  return {
    describe: async () => descriptionOf(settings),
    health: op((it, _, signal) => healthOf(it, signal)),
    customers: {
      search: op((it, { queries }, signal) => results(searchCustomers(it, queries, signal))),
      get: op((it, { ids }, signal) => results(customersById(it, ids, signal))),
      list: op((it, { cursor }, signal) => listCustomers(it, cursor, signal)),
      addresses: op((it, { customerId }, signal) => results(addressesOf(it, customerId, signal))),
      ...(settings.customerCategory === null ? {} : { create: op(createCustomer) }),
      findByReference: op((it, { references }, signal) => results(customersByReference(it, references, signal))),
    },
    products: {
      resolve: op((it, { codes }, signal) => resolveProducts(it, codes, signal)),
      list: op((it, { cursor }, signal) => listProducts(it, cursor, signal)),
    },
    stock: { availability: op((it, { productIds }, signal) => results(availability(it, productIds, signal))) },
    ...(priceService === null ? {} : { pricing: { quote: op(quoteBy(priceService)) } }),
    orders: {
      create: op(createOrder),
      findByReference: op((it, { references }, signal) => results(ordersByReference(it, references, signal))),
      findByNumber: op((it, { numbers }, signal) => results(ordersByNumber(it, numbers, signal))),
      find: op(findOrders),
      status: op((it, { ids }, signal) => results(ordersByNumber(it, ids, signal))),
      list: op((it, { customerId }, signal) => ordersOf(it, customerId, signal)),
    },
    invoices: { list: op((it, { customerId }, signal) => invoicesOf(it, customerId, signal)) },
    credit: { position: op((it, { customerId }, signal) => creditOf(it, customerId, signal)) },
    changes: { since: op((it, { cursor }, signal) => changesSince(it, cursor, signal)) },
  };
};
