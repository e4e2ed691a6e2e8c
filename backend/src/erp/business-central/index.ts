import type { ErpFactory } from '../contract/adapter.ts';
import type { ErpDescription } from '../contract/description.ts';
import { operationsOf, results } from '../kit/operations.ts';
import { processPorts } from '../transport/ports.ts';
import { changesSince } from './changes.ts';
import { creditOf } from './credit.ts';
import { searchCustomers } from './customer-search.ts';
import { createCustomer, customersById, listCustomers } from './customers.ts';
import { CONCURRENCY, LENGTH, MAX_COMMIT_MS } from './facts.ts';
import { healthOf } from './health.ts';
import { invoicePdf, invoicesOf } from './invoices.ts';
import { findOrders, ordersById, ordersByNumber, ordersByReference, ordersOf } from './orders.ts';
import { type ChargeItems, createOrder } from './orders-write.ts';
import { quote } from './pricing.ts';
import { listProducts, resolveProducts } from './products.ts';
import { returnsById, returnsByReference, returnsOf } from './returns.ts';
import { sessions } from './session.ts';
import { availability } from './stock.ts';

const descriptionOf = ({ shipping, fee }: ChargeItems): ErpDescription => ({
  erp: 'Business Central',
  flows: ['customers', 'orders', 'stock', 'invoices', 'pricing', 'returns', 'credit'],
  // The API has no draft that is not an order, nothing that cancels one, no reference of ours on a customer, and no returns to create.
  without: [
    'orders.simulate',
    'orders.confirm',
    'orders.read',
    'orders.change',
    'orders.cancel',
    'orders.read',
    'orders.change',
    'customers.findByReference',
    'customers.addresses',
    'returns.create',
  ],
  versions: ['API v2.0'],
  idempotency: 'lookup',
  settleMs: 0,
  maxCommitMs: MAX_COMMIT_MS,
  limits: {
    concurrency: CONCURRENCY,
    batch: 500,
    reference: LENGTH.reference,
    text: LENGTH.description,
    address: LENGTH.address,
  },
  carries: [
    'requested_date',
    'one_off_delivery_address',
    'partial_delivery',
    'line_unit',
    ...(shipping === null ? [] : (['shipping'] as const)),
    ...(fee === null ? [] : (['fee'] as const)),
  ],
  auth: 'oauth',
});

/**
 * Dynamics 365 Business Central online, by API v2.0. Options: `url` (the service); `credentials.clientId` with `.clientSecret`, or with `.privateKey` and
 * `.certificate`; `settings.tenant`, `.environment`, `.company` (name or id), `.timeZone`, `.shippingProduct`, `.feeProduct`, `.signIn`.
 */
export const businessCentral: ErpFactory = (options, ports = processPorts) => {
  const { settings } = options;
  const charges = { shipping: settings.shippingProduct ?? null, fee: settings.feeProduct ?? null };
  const { get, companyNow } = sessions(options, ports);
  const op = operationsOf(get);
  return {
    describe: async () => descriptionOf(charges),
    health: op(async (it, _, signal) => {
      // What is remembered may be some minutes old: whether the application still gets in is asked now.
      await companyNow(signal);
      return healthOf(it, signal);
    }),
    customers: {
      search: op((it, { queries }, signal) => results(searchCustomers(it, queries, signal))),
      get: op((it, { ids }, signal) => results(customersById(it, ids, signal))),
      list: op((it, { cursor }, signal) => listCustomers(it, cursor, signal)),
      create: op(createCustomer),
    },
    products: {
      resolve: op((it, { codes }, signal) => resolveProducts(it, codes, signal)),
      list: op((it, { cursor }, signal) => listProducts(it, cursor, signal)),
    },
    stock: { availability: op((it, { productIds }, signal) => results(availability(it, productIds, signal))) },
    pricing: { quote: op(quote) },
    orders: {
      create: op((it, input, signal) => createOrder(it, input, charges, signal)),
      findByReference: op((it, { references }, signal) => results(ordersByReference(it, references, signal))),
      findByNumber: op((it, { numbers }, signal) => results(ordersByNumber(it, numbers, signal))),
      find: op(findOrders),
      status: op((it, { ids }, signal) => results(ordersById(it, ids, signal))),
      list: op((it, { customerId }, signal) => ordersOf(it, customerId, signal)),
    },
    invoices: {
      list: op((it, { customerId }, signal) => invoicesOf(it, customerId, signal)),
      pdf: op((it, input, signal) => invoicePdf(it, input, signal)),
    },
    credit: { position: op((it, { customerId }, signal) => creditOf(it, customerId, signal)) },
    returns: {
      list: op((it, { customerId }, signal) => results(returnsOf(it, customerId, signal))),
      findByReference: op((it, { references }, signal) => results(returnsByReference(it, references, signal))),
      status: op((it, { ids }, signal) => results(returnsById(it, ids, signal))),
    },
    changes: { since: op((it, { cursor }, signal) => changesSince(it, cursor, signal)) },
  };
};
