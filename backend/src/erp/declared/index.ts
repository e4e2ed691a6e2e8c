import type { ErpAdapter, ErpFactory } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { In, Operation, Out } from '../contract/schemas.ts';
import { operationsOf, results } from '../kit/operations.ts';
import { processPorts } from '../transport/ports.ts';
import { changesSince, hasChanges } from './changes.ts';
import { openClient } from './client.ts';
import { creditOf } from './credit.ts';
import { createCustomer, customersById, customersByReference, listCustomers, searchCustomers } from './customers.ts';
import { descriptionOf } from './describe.ts';
import { healthOf } from './health.ts';
import { invoicePdf, invoicesOf } from './invoices.ts';
import { findOrders, ordersById, ordersByNumber, ordersByReference, ordersOf } from './orders-read.ts';
import { confirmOrder, createOrder } from './orders-write.ts';
import { documentOf, faultText } from './parse.ts';
import { quote } from './pricing.ts';
import { listProducts, resolveProducts } from './products.ts';
import { availability } from './stock.ts';

/**
 * Any ERP with an API of JSON or SOAP that a document describes. Options: `url` (of the API), `credentials.key` and `.secret` as the document's `auth` uses them,
 * `settings.document` (YAML or JSON).
 */
export const declared: ErpFactory = (options, ports = processPorts): ErpAdapter => {
  const read = documentOf(options.settings.document ?? '');
  if ('faults' in read) return unusable(read.faults.map(faultText).join('; '));
  const { document } = read;
  const client = openClient(document, options, ports);
  const description = descriptionOf(document);
  const op = operationsOf(() => client);
  const has = (operation: Operation) => !description.without.includes(operation);
  const { products, stock, pricing, orders, invoices, credit } = document;
  return {
    describe: async () => description,
    health: op((it, _: In<'health'>, signal) => healthOf(it, signal)),
    customers: {
      search: op((it, { queries }: In<'customers.search'>, signal) => results(searchCustomers(it, queries, signal))),
      get: op((it, { ids }: In<'customers.get'>, signal) => results(customersById(it, ids, signal))),
      ...(has('customers.list')
        ? { list: op((it, { cursor }: In<'customers.list'>, signal) => listCustomers(it, cursor, signal)) }
        : {}),
      ...(has('customers.create') ? { create: op(createCustomer) } : {}),
      ...(has('customers.findByReference')
        ? {
            findByReference: op((it, { references }: In<'customers.findByReference'>, signal) =>
              results(customersByReference(it, references, signal)),
            ),
          }
        : {}),
    },
    ...(products
      ? {
          products: {
            resolve: op((it, { codes }: In<'products.resolve'>, signal) => resolveProducts(it, codes, signal)),
            ...(has('products.list')
              ? { list: op((it, { cursor }: In<'products.list'>, signal) => listProducts(it, cursor, signal)) }
              : {}),
          },
        }
      : {}),
    ...(stock
      ? {
          stock: {
            availability: op((it, { productIds }: In<'stock.availability'>, signal) =>
              results(availability(it, productIds, signal)),
            ),
          },
        }
      : {}),
    ...(pricing ? { pricing: { quote: op(quote) } } : {}),
    ...(orders
      ? {
          orders: {
            create: has('orders.create') ? op(createOrder) : notThere<'orders.create'>('orders.create'),
            ...(has('orders.confirm') ? { confirm: op(confirmOrder) } : {}),
            findByReference: op((it, { references }: In<'orders.findByReference'>, signal) =>
              results(ordersByReference(it, references, signal)),
            ),
            findByNumber: op((it, { numbers }: In<'orders.findByNumber'>, signal) =>
              results(ordersByNumber(it, numbers, signal)),
            ),
            ...(has('orders.find') ? { find: op(findOrders) } : {}),
            status: op((it, { ids }: In<'orders.status'>, signal) => results(ordersById(it, ids, signal))),
            list: op((it, { customerId }: In<'orders.list'>, signal) => ordersOf(it, customerId, signal)),
          },
        }
      : {}),
    ...(invoices
      ? {
          invoices: {
            list: op((it, { customerId }: In<'invoices.list'>, signal) => invoicesOf(it, customerId, signal)),
            ...(invoices.pdf ? { pdf: op(invoicePdf) } : {}),
          },
        }
      : {}),
    ...(credit
      ? {
          credit: {
            position: op((it, { customerId }: In<'credit.position'>, signal) => creditOf(it, customerId, signal)),
          },
        }
      : {}),
    ...(hasChanges(client)
      ? { changes: { since: op((it, { cursor }: In<'changes.since'>, signal) => changesSince(it, cursor, signal)) } }
      : {}),
  };
};
const notThere =
  <Op extends Operation>(operation: Op) =>
  async (): Promise<Out<Op>> => {
    throw new ErpError('unsupported', operation, { words: operation });
  };
/** A document that no longer passes its check, after an update of ours: every call says why. */
function unusable(why: string): ErpAdapter {
  const fail = async (): Promise<never> => {
    throw new ErpError('unsupported', `the document cannot be used: ${why}`, {
      words: `The description of this ERP cannot be used: ${why}`,
    });
  };
  return { describe: fail, health: fail };
}
