import type { ErpFactory } from '../contract/adapter.ts';
import type { ErpDescription } from '../contract/description.ts';
import { operationsOf, results } from '../kit/operations.ts';
import { processPorts } from '../transport/ports.ts';
import { changesSince } from './changes.ts';
import { creditOf } from './credit.ts';
import { createCustomer, customersByReference } from './customer-create.ts';
import { searchCustomers } from './customer-search.ts';
import { customersById, listCustomers } from './customers.ts';
import { CONCURRENCY, LENGTH } from './facts.ts';
import { healthOf } from './health.ts';
import { invoicePdf } from './invoice-pdf.ts';
import { invoicesOf } from './invoices.ts';
import { findOrders, ordersById, ordersByNumber, ordersByReference, ordersOf } from './orders.ts';
import { cancelOrder, readOrder } from './orders-cancel.ts';
import { createOrder } from './orders-write.ts';
import { quote } from './pricing.ts';
import { listProducts, resolveProducts } from './products.ts';
import { sessions } from './session.ts';
import type { Settings } from './settings.ts';
import { availability } from './stock.ts';

const descriptionOf = ({ orderDocument }: Settings): ErpDescription => ({
  erp: 'Sage Accounting',
  // It has no orders: a quote or a draft invoice stands for one. Goods that come back are a credit note, which is in the accounts at once: none of ours.
  flows: ['customers', 'orders', 'stock', 'invoices', 'pricing', 'credit'],
  without: [
    'customers.addresses',
    'orders.confirm',
    'orders.simulate',
    'orders.change',
    ...(orderDocument === 'quote' ? [] : ['orders.read', 'orders.cancel']),
  ],
  versions: ['API v3.1'],
  idempotency: 'native',
  settleMs: 0,
  limits: { concurrency: CONCURRENCY, batch: 500, reference: LENGTH.reference, text: LENGTH.notes },
  carries: ['note', 'shipping'],
  customerTakes: [],
  offers: orderDocument === 'quote' ? ['cancel'] : [],
  auth: 'oauth',
});

/**
 * Sage Accounting by its API v3.1. Options: `url` (nothing: Sage's own), `credentials.clientId`, `.clientSecret` and `.refreshToken`, `settings` as the manifest
 * has them.
 */
export const sageAccounting: ErpFactory = (options, ports = processPorts) => {
  const { get, settings } = sessions(options, ports);
  const op = operationsOf(get);
  const cancelling =
    settings.orderDocument === 'quote'
      ? {
          read: op(async (it, { id }: { id: string }, signal) => ({ order: await readOrder(it, id, signal) })),
          cancel: op(cancelOrder),
        }
      : {};
  return {
    describe: async () => descriptionOf(settings),
    health: op((it, _, signal) => healthOf(it, signal)),
    customers: {
      search: op((it, { queries }, signal) => results(searchCustomers(it, queries, signal))),
      get: op((it, { ids }, signal) => results(customersById(it, ids, signal))),
      list: op((it, { cursor }, signal) => listCustomers(it, cursor, signal)),
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
      ...cancelling,
    },
    invoices: {
      list: op((it, { customerId }, signal) => invoicesOf(it, customerId, signal)),
      pdf: op(invoicePdf),
    },
    credit: { position: op((it, { customerId }, signal) => creditOf(it, customerId, signal)) },
    changes: { since: op((it, { cursor }, signal) => changesSince(it, cursor, signal)) },
  };
};
