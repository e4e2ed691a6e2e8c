import { z } from 'zod';
import type { ErpFactory } from '../contract/adapter.ts';
import type { Out } from '../contract/schemas.ts';
import { operationsOf, results } from '../kit/operations.ts';
import { recordIds } from '../transport/odoo/values.ts';
import { processPorts } from '../transport/ports.ts';
import { turnstile } from '../transport/turnstile.ts';
import { addressesOf } from './addresses.ts';
import { changesSince } from './changes.ts';
import { creditOf } from './credit.ts';
import { searchCustomers } from './customer-search.ts';
import { createCustomer, customersById, customersByReference, knownCustomer } from './customers.ts';
import { listFields, readFields, writeFields } from './fields.ts';
import { invoicePdf } from './invoice-pdf.ts';
import { invoicesOf } from './invoices.ts';
import { listCustomers, listProducts } from './lists.ts';
import { simulate } from './order-preview.ts';
import { cancelSeen, changeOrder } from './orders-amend.ts';
import { findOrders, ordersById, ordersByNumber, ordersByReference, ordersOf } from './orders-read.ts';
import { readStanding } from './orders-standing.ts';
import { confirmOrder, createOrder } from './orders-write.ts';
import { quote } from './pricing.ts';
import { resolveProducts } from './products.ts';
import { returnsById, returnsByReference, returnsOf } from './returns-read.ts';
import { createReturn } from './returns-write.ts';
import { type OdooSettings, sessions } from './session.ts';
import { availability } from './stock.ts';

const descriptionOf = ({ shipping, fee }: OdooSettings['charges']): Out<'describe'> => ({
  erp: 'Odoo',
  flows: ['customers', 'orders', 'stock', 'invoices', 'pricing', 'returns', 'credit'],
  without: [],
  versions: ['16.0', '19.0'],
  // Orders and customers are loaded under an external id, which Odoo has once.
  idempotency: 'native',
  settleMs: 0,
  // Odoo ends a request after so long (`limit_time_real`). Returns need it: they have no external id.
  maxCommitMs: 120_000,
  // More at once makes a confirm slower, not faster, and Odoo's own cloud restricts parallel calls.
  limits: { concurrency: 2, batch: 500 },
  carries: [
    ...(['requested_date', 'note', 'po_number', 'delivery_address', 'one_off_delivery_address'] as const),
    ...(['invoice_address', 'partial_delivery', 'line_unit', 'line_discount', 'custom'] as const),
    ...(shipping === null ? [] : (['shipping'] as const)),
    ...(fee === null ? [] : (['fee'] as const)),
  ],
  customerTakes: ['registrationNumber', 'language', 'deliverTo', 'contacts', 'custom'],
  offers: ['change', 'cancel'],
  auth: 'bearer',
});

/**
 * Odoo 16 to 19, over JSON-2 from 19 on and JSON-RPC below. Options: `url`; `credentials.key` (an API key) and, below 19,
 * `credentials.login` (its user's); `settings.database`, `settings.company` (id or name; the user's default one otherwise),
 * `settings.timeZone` (the user's otherwise), `settings.language` (`de_DE`; the user's otherwise), `settings.shippingProduct` and
 * `settings.feeProduct` (codes of the products that stand for charges).
 */
export const odoo: ErpFactory = ({ url, credentials, settings }, ports = processPorts) => {
  const base = url.replace(/\/+$/, '');
  const charges = { shipping: settings.shippingProduct ?? null, fee: settings.feeProduct ?? null };
  const session = sessions(
    {
      url: base,
      database: settings.database ?? null,
      login: credentials.login ?? null,
      key: credentials.key ?? '',
    },
    {
      company: settings.company ?? null,
      timeZone: settings.timeZone ?? null,
      language: settings.language ?? null,
      charges,
    },
    ports,
  );
  // Four clients that confirm orders of the same products are slower than one (5.9/s against 8.5/s, measured).
  const confirming = turnstile(1);
  const returning = turnstile(1);
  const op = operationsOf(session);

  return {
    async describe() {
      return descriptionOf(charges);
    },
    health: op(async ({ ask, company, timeZone, transport }, _, signal) => {
      // The session may be some minutes old; whether the key still opens Odoo is asked now.
      await ask(z.unknown(), { model: 'res.users', method: 'context_get', signal });
      return {
        ok: true,
        version: transport.version,
        company: company.name,
        timeZone,
        currency: company.currency.code,
      };
    }),
    customers: {
      search: op((it, { queries }, signal) => results(searchCustomers(it, queries, signal))),
      get: op(async (it, { ids }, signal) => {
        const found = ids.length > 0 ? await customersById(it, [...new Set(recordIds(ids))], signal) : new Map();
        return { results: ids.map((each) => found.get(each) ?? null) };
      }),
      list: op((it, { cursor }, signal) => listCustomers(it, cursor, signal)),
      addresses: op((it, { customerId }, signal) => results(addressesOf(it, customerId, signal))),
      create: op((it, input, signal) => createCustomer(it, input, signal)),
      findByReference: op((it, { references }, signal) => results(customersByReference(it, references, signal))),
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
      confirm: op((it, { id }, signal) => confirming(signal, () => confirmOrder(it, id, signal))),
      findByReference: op((it, { references }, signal) => results(ordersByReference(it, references, signal))),
      findByNumber: op((it, { numbers }, signal) => results(ordersByNumber(it, numbers, signal))),
      find: op(async (it, asked, signal) => ({ orders: await findOrders(it, asked, signal) })),
      status: op((it, { ids }, signal) => results(ordersById(it, ids, signal))),
      list: op(async (it, { customerId }, signal) => {
        const found = await ordersOf(it, recordIds([customerId])[0] ?? 0, signal);
        if (found.results.length === 0) await knownCustomer(it, customerId, signal);
        return found;
      }),
      read: op(async (it, { id }, signal) => ({ order: await readStanding(it, id, signal) })),
      change: op(changeOrder),
      cancel: op(cancelSeen),
    },
    invoices: {
      list: op((it, { customerId }, signal) => invoicesOf(it, customerId, signal)),
      pdf: op((it, { id }, signal) => invoicePdf(it, base, id, ports.fetch, signal)),
    },
    credit: { position: op((it, { customerId }, signal) => creditOf(it, customerId, signal)) },
    returns: {
      list: op(async (it, { customerId }, signal) => {
        const found = await returnsOf(it, recordIds([customerId])[0] ?? 0, signal);
        if (found.length === 0) await knownCustomer(it, customerId, signal);
        return { results: found };
      }),
      create: op((it, input, signal) => returning(signal, () => createReturn(it, input, signal))),
      findByReference: op((it, { references }, signal) => results(returnsByReference(it, references, signal))),
      status: op((it, { ids }, signal) => results(returnsById(it, ids, signal))),
    },
    fields: { list: op(listFields), read: op(readFields), write: op(writeFields) },
    changes: { since: op((it, { cursor }, signal) => changesSince(it, cursor, signal)) },
  };
};
