import type { DatabaseSync } from 'node:sqlite';
import type { In, Operation, Out } from '@backroom/backend/erp/contract/schemas';
import { currencySchema } from '@backroom/shared';
import { TIME_ZONE } from './database.ts';
import { addressesOf } from './model/addresses.ts';
import { cancelOrder, changeOrder, readStanding } from './model/amend.ts';
import { creditOf, listInvoices } from './model/billing.ts';
import {
  customerById,
  customerByReference,
  customersAfter,
  productById,
  productsAfter,
  publicCustomer,
  publicProduct,
  resolveCode,
} from './model/catalogue.ts';
import { changesSince, description } from './model/changes.ts';
import { searchCustomers } from './model/customer-search.ts';
import { createCustomer } from './model/customers.ts';
import { readFields, writeFields } from './model/field-values.ts';
import { listFields } from './model/fields.ts';
import {
  confirmOrder,
  createOrder,
  findOrders,
  orderById,
  orderByNumber,
  ordersByReference,
  ordersOf,
  simulate,
} from './model/orders.ts';
import { priceOf } from './model/pricing.ts';
import { createReturn, returnById, returnByReference, returnsOf } from './model/returns.ts';
import { availabilityOf } from './model/stock.ts';
import { Refusal } from './refusal.ts';

const company = {
  ok: true,
  version: '1.0',
  company: 'Backroom Demo Trading',
  timeZone: TIME_ZONE,
  currency: currencySchema.parse('EUR'),
} as const;
type Handlers = { [Op in Operation]: (db: DatabaseSync, input: In<Op>) => Out<Op> };
const known = (db: DatabaseSync, id: string) => {
  const customer = customerById(db, id);
  if (!customer) throw new Refusal('not_found', `There is no customer ${id}.`, 'customerId');
  return customer;
};

/** One handler an operation of the contract. */
export const handlers: Handlers = {
  'customers.search': (db, { queries }) => ({
    results: queries.map((keys) => searchCustomers(db, keys).map(publicCustomer)),
  }),
  'customers.get': (db, { ids }) => ({
    results: ids.map((id) => {
      const found = customerById(db, id);
      return found && publicCustomer(found);
    }),
  }),
  'customers.list': (db, { cursor }) => customersAfter(db, cursor),
  'customers.addresses': (db, { customerId }) => ({ results: addressesOf(known(db, customerId)) }),
  'customers.create': (db, input) => publicCustomer(createCustomer(db, input)),
  'customers.findByReference': (db, { references }) => ({
    results: references.map((each) => {
      const found = customerByReference(db, each);
      return found && publicCustomer(found);
    }),
  }),
  'products.resolve': (db, { codes }) => {
    const found = codes.map((code) => resolveCode(db, code));
    return {
      results: found.map(({ product }) => product && publicProduct(product)),
      ...(found.some(({ near }) => near !== null) ? { near: found.map(({ near }) => near) } : {}),
    };
  },
  'products.list': (db, { cursor }) => productsAfter(db, cursor),
  'stock.availability': (db, { productIds }) => ({
    results: availabilityOf(
      db,
      productIds.map((id) => {
        const product = productById(db, id);
        return product?.stocked ? product : null;
      }),
    ),
  }),
  'pricing.quote': (db, { customerId, currency, lines }) => {
    const customer = known(db, customerId);
    return {
      results: lines.map(({ productId, quantity }) => {
        const product = productById(db, productId);
        return product && priceOf(db, customer, product, quantity, currency);
      }),
      paymentTerms: customer.paymentTerms,
    };
  },
  'orders.simulate': simulate,
  'orders.create': (db, input) => createOrder(db, input),
  'orders.confirm': (db, { id }) => confirmOrder(db, id),
  'orders.findByReference': (db, { references }) => ({
    results: references.map((reference) => ordersByReference(db, reference)),
  }),
  'orders.find': findOrders,
  'orders.status': (db, { ids }) => ({ results: ids.map((id) => orderById(db, id)) }),
  'orders.list': (db, { customerId }) => ordersOf(db, known(db, customerId).id),
  'orders.read': (db, { id }) => ({ order: readStanding(db, id) }),
  'orders.change': changeOrder,
  'orders.cancel': cancelOrder,
  'invoices.list': (db, { customerId }) => listInvoices(db, known(db, customerId).id),
  'credit.position': (db, { customerId }) => creditOf(db, known(db, customerId)),
  'returns.list': (db, { customerId }) => ({ results: returnsOf(db, known(db, customerId).id) }),
  'returns.create': (db, input) => createReturn(db, input),
  'returns.findByReference': (db, { references }) => ({
    results: references.map((reference) => returnByReference(db, reference)),
  }),
  'orders.findByNumber': (db, { numbers }) => ({ results: numbers.map((number) => orderByNumber(db, number)) }),
  'returns.status': (db, { ids }) => ({ results: ids.map((id) => returnById(db, id)) }),
  'changes.since': (db, { cursor }) => changesSince(db, cursor),
  'fields.list': listFields,
  'fields.read': readFields,
  'fields.write': writeFields,
  health: () => company,
  describe: () => description,
};
