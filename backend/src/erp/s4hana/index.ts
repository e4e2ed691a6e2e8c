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
import { CARRIES, CONCURRENCY, LENGTH, MAX_COMMIT_MS } from './facts.ts';
import { healthOf } from './health.ts';
import { invoicePdf, invoicesOf } from './invoices.ts';
import { findOrders, ordersByNumber, ordersByReference, ordersOf } from './orders.ts';
import { cancelOrder, changeOrder } from './orders-change.ts';
import { createOrder } from './orders-write.ts';
import { simulate } from './preview.ts';
import { quote } from './pricing.ts';
import { listProducts, resolveProducts } from './products.ts';
import { returnsById, returnsByReference, returnsOf } from './returns.ts';
import { createReturn } from './returns-write.ts';
import { type Session, type Settings, sessionOf, settingsOf } from './session.ts';
import { standingOf } from './standing.ts';
import { availability } from './stock.ts';

const descriptionOf = (settings: Settings, auth: ErpDescription['auth']): ErpDescription => ({
  erp: 'SAP S/4HANA',
  flows: [
    'customers',
    'orders',
    'stock',
    'invoices',
    'pricing',
    'returns',
    ...(settings.creditSegment === null ? [] : (['credit'] as const)),
  ],
  // An order is confirmed with its create. To cancel one is to reject its items, with a reason of customizing that the connection names.
  without: [
    'orders.confirm',
    ...(settings.rejectionReason === null ? ['orders.cancel'] : []),
    ...(settings.reconciliationAccount === null ? ['customers.create', 'customers.findByReference'] : []),
  ],
  versions: ['OData v2, metadata of 2402'],
  idempotency: 'lookup',
  settleMs: 0,
  maxCommitMs: MAX_COMMIT_MS,
  limits: {
    concurrency: CONCURRENCY,
    batch: 500,
    reference: LENGTH.reference,
    poNumber: LENGTH.poNumber,
    address: LENGTH.name,
  },
  carries: [
    ...CARRIES,
    ...(settings.shippingProduct === null ? [] : (['shipping'] as const)),
    ...(settings.feeProduct === null ? [] : (['fee'] as const)),
  ],
  offers: ['change', ...(settings.rejectionReason === null ? [] : (['cancel'] as const))],
  auth,
});

/**
 * SAP S/4HANA, cloud and on premises, by OData v2. Options: `url` (the host); `credentials.user` with `.password`, or `.clientId` with `.clientSecret`;
 * `settings` as the manifest has them.
 */
export const s4hana: ErpFactory = (options, ports = processPorts) => {
  const settings = settingsOf(options);
  const session = sessionOf(options, ports);
  const op = operationsOf(() => session);
  return {
    describe: async () => descriptionOf(settings, options.credentials.clientId ? 'oauth' : 'basic'),
    health: op((it, _, signal) => healthOf(it, options.settings.currency, signal)),
    customers: {
      search: op((it, { queries }, signal) => results(searchCustomers(it, queries, signal))),
      get: op((it, { ids }, signal) => results(customersById(it, ids, signal))),
      list: op((it, { cursor }, signal) => listCustomers(it, cursor, signal)),
      addresses: op((it, { customerId }, signal) => results(addressesOf(it, customerId, signal))),
      ...(settings.reconciliationAccount === null
        ? {}
        : {
            create: op(createCustomer),
            findByReference: op((it, { references }: { references: readonly string[] }, signal) =>
              results(customersByReference(it, references, signal)),
            ),
          }),
    },
    products: {
      resolve: op((it, { codes }, signal) => resolveProducts(it, codes, signal)),
      list: op((it, { cursor }, signal) => listProducts(it, cursor, signal)),
    },
    stock: { availability: op((it, { productIds }, signal) => results(availability(it, productIds, signal))) },
    pricing: { quote: op(quote) },
    orders: {
      simulate: op(simulate),
      create: op(createOrder),
      findByReference: op((it, { references }, signal) => results(ordersByReference(it, references, signal))),
      findByNumber: op((it, { numbers }, signal) => results(ordersByNumber(it, numbers, signal))),
      find: op(findOrders),
      status: op((it, { ids }, signal) => results(ordersByNumber(it, ids, signal))),
      list: op((it, { customerId }, signal) => ordersOf(it, customerId, signal)),
      read: op(async (it, { id }, signal) => ({ order: (await standingOf(it, id, signal))?.order ?? null })),
      change: op(changeOrder),
      ...(settings.rejectionReason === null ? {} : { cancel: op(cancelOrder) }),
    },
    invoices: {
      list: op((it, { customerId }, signal) => invoicesOf(it, customerId, signal)),
      pdf: op((it, input, signal) => invoicePdf(it, input, signal)),
    },
    ...(settings.creditSegment === null
      ? {}
      : {
          credit: {
            position: op((it: Session, { customerId }: { customerId: string }, signal: AbortSignal) =>
              creditOf(it, customerId, signal),
            ),
          },
        }),
    returns: {
      list: op((it, { customerId }, signal) => results(returnsOf(it, customerId, signal))),
      create: op(createReturn),
      findByReference: op((it, { references }, signal) => results(returnsByReference(it, references, signal))),
      status: op((it, { ids }, signal) => results(returnsById(it, ids, signal))),
    },
    changes: { since: op((it, { cursor }, signal) => changesSince(it, cursor, signal)) },
  };
};
