import type { ErpFactory } from '../contract/adapter.ts';
import type { ErpDescription } from '../contract/description.ts';
import { operationsOf, results } from '../kit/operations.ts';
import { processPorts } from '../transport/ports.ts';
import { addressesOf } from './addresses.ts';
import { changesSince } from './changes.ts';
import { searchCustomers } from './customer-search.ts';
import { createCustomer, customersById, listCustomers } from './customers.ts';
import { CONCURRENCY, LENGTH, MAX_COMMIT_MS, REQUISITION_FIELD } from './facts.ts';
import { healthOf } from './health.ts';
import { findOrders, ordersByNumber, ordersByReference, ordersOf } from './orders.ts';
import { cancelOrder } from './orders-cancel.ts';
import { changeOrder } from './orders-change.ts';
import { type ChargeItems, createOrder } from './orders-write.ts';
import { quote } from './pricing.ts';
import { listProducts, resolveProducts } from './products.ts';
import { creditOf, invoicesOf } from './receivables.ts';
import { returnsById, returnsByReference, returnsOf } from './returns.ts';
import { createReturn } from './returns-write.ts';
import { type Session, sessionOf } from './session.ts';
import { standingOf } from './standing.ts';
import { availability } from './stock.ts';

/** What the entities of F&O do not have: docs/finance-operations.md says why. */
const lacks = ['orders.simulate', 'orders.confirm', 'customers.findByReference', 'invoices.pdf'];
function descriptionOf(session: Session, { shipping, fee }: ChargeItems): ErpDescription {
  const without = session.cancelService === null ? [...lacks, 'orders.cancel'] : lacks;
  const requisition = session.referenceField === REQUISITION_FIELD;
  return {
    erp: 'Finance & Operations',
    flows: [
      'customers',
      'orders',
      'stock',
      'pricing',
      'returns',
      ...(session.transactions === null ? [] : (['invoices', 'credit'] as const)),
    ],
    without: session.customerGroup === null ? [...without, 'customers.create'] : without,
    versions: ['10.0.47'],
    idempotency: 'lookup',
    settleMs: 0,
    maxCommitMs: MAX_COMMIT_MS,
    limits: {
      concurrency: CONCURRENCY,
      batch: 500,
      reference: requisition ? LENGTH.requisition : LENGTH.reference,
      text: LENGTH.text,
      poNumber:
        requisition || session.referenceField !== 'CustomersOrderReference' ? LENGTH.reference : LENGTH.requisition,
      address: LENGTH.address,
    },
    carries: [
      ...([
        'requested_date',
        'po_number',
        'delivery_address',
        'one_off_delivery_address',
        'line_unit',
        'line_requested_date',
      ] as const),
      ...(shipping === null ? [] : (['shipping'] as const)),
      ...(fee === null ? [] : (['fee'] as const)),
    ],
    offers: session.cancelService === null ? ['change'] : ['change', 'cancel'],
    auth: 'oauth',
  };
}

/**
 * Dynamics 365 Finance & Operations by its data entities. Options: `url` (the environment); `credentials.clientId` with `.clientSecret`, or with
 * `.privateKey` and `.certificate`; `settings.tenant`, `.company`, `.currency`, `.timeZone`, `.referenceField`, `.linesEntity`, `.transactionsEntity`, `.site`,
 * `.warehouse`, `.customerGroup`, `.returnReason`, `.cancelService`, `.language`, `.shippingProduct`, `.feeProduct`, `.signIn`.
 */
export const financeOperations: ErpFactory = (options, ports = processPorts) => {
  const { settings } = options;
  const charges = { shipping: settings.shippingProduct ?? null, fee: settings.feeProduct ?? null };
  const session = sessionOf(options, ports);
  const op = operationsOf(() => session);
  return {
    describe: async () => descriptionOf(session, charges),
    health: op((it, _, signal) => healthOf(it, signal)),
    customers: {
      search: op((it, { queries }, signal) => results(searchCustomers(it, queries, signal))),
      get: op((it, { ids }, signal) => results(customersById(it, ids, signal))),
      list: op((it, { cursor }, signal) => listCustomers(it, cursor, signal)),
      addresses: op((it, { customerId }, signal) => results(addressesOf(it, customerId, signal))),
      ...(session.customerGroup === null ? {} : { create: op(createCustomer) }),
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
      status: op((it, { ids }, signal) => results(ordersByNumber(it, ids, signal))),
      list: op((it, { customerId }, signal) => ordersOf(it, customerId, signal)),
      read: op(async (it, { id }, signal) => ({ order: (await standingOf(it, id, signal))?.order ?? null })),
      change: op((it, input, signal) => changeOrder(it, input, charges, signal)),
      ...(session.cancelService === null ? {} : { cancel: op(cancelOrder) }),
    },
    returns: {
      list: op((it, { customerId }, signal) => results(returnsOf(it, customerId, signal))),
      create: op(createReturn),
      findByReference: op((it, { references }, signal) => results(returnsByReference(it, references, signal))),
      status: op((it, { ids }, signal) => results(returnsById(it, ids, signal))),
    },
    changes: { since: op((it, { cursor }, signal) => changesSince(it, cursor, signal)) },
    ...(session.transactions === null
      ? {}
      : {
          invoices: {
            list: op((it: Session, { customerId }: { customerId: string }, signal) =>
              invoicesOf(it, customerId, signal),
            ),
          },
          credit: {
            position: op((it: Session, { customerId }: { customerId: string }, signal) =>
              creditOf(it, customerId, signal),
            ),
          },
        }),
  };
};
