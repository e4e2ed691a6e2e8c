import type { ErpFactory } from '../contract/adapter.ts';
import { processPorts } from '../transport/ports.ts';
import { changesOf } from './changes.ts';
import { trytonClient } from './client.ts';
import { creditOf } from './credit.ts';
import { customersOf } from './customers.ts';
import { fieldsOf } from './fields.ts';
import { installationOf } from './installation.ts';
import { invoicesOf } from './invoices.ts';
import { ordersOf } from './orders.ts';
import { pricingOf } from './pricing.ts';
import { productsOf } from './products.ts';
import { returnsOf } from './returns.ts';
import { stockOf } from './stock.ts';
import type { Tryton } from './support.ts';

/** Tryton's own server is one process: a third call at once only makes the other two slower. */
const CONCURRENCY = 2;

/**
 * Neither trytond nor PostgreSQL as they are installed end a request by themselves, and one that waits for a lock goes on when its caller has left:
 * five minutes are longer than any we saw wait.
 */
const MAX_COMMIT_MS = 300_000;

/**
 * Tryton 6.0 and later over JSON-RPC. Options: `url`, `credentials.user` and `.password` of a Tryton user of its own, `settings.database`;
 * `settings.warehouse` (code, name or id) where orders are served from, `settings.shippingProduct` and `settings.feeProduct` (codes) for charges, `settings.concurrency` for servers with more processes.
 */
export const tryton: ErpFactory = ({ url, credentials, settings }, ports = processPorts) => {
  const concurrency = Math.max(1, Number(settings.concurrency ?? CONCURRENCY) || CONCURRENCY);
  const client = trytonClient(
    {
      url,
      database: settings.database ?? '',
      user: credentials.user ?? '',
      password: credentials.password ?? '',
      concurrency,
    },
    ports,
  );
  const installation = installationOf(client);
  const charges = { shipping: settings.shippingProduct ?? null, fee: settings.feeProduct ?? null };
  const parts: Tryton = { client, installation, settings: { warehouse: settings.warehouse ?? null, charges } };
  return {
    describe: async () => ({
      erp: 'Tryton',
      flows: ['customers', 'orders', 'stock', 'invoices', 'pricing', 'returns', 'credit'],
      without: [],
      versions: ['6.0'],
      // Nothing that a sales user can set is unique: only a look-up tells whether a write arrived. What is committed is found at once.
      idempotency: 'lookup',
      settleMs: 0,
      maxCommitMs: MAX_COMMIT_MS,
      limits: { concurrency, batch: 500 },
      carries: [
        ...(['requested_date', 'note', 'po_number', 'delivery_address', 'one_off_delivery_address'] as const),
        ...(['invoice_address', 'one_off_invoice_address', 'line_unit', 'custom'] as const),
        ...(charges.shipping === null ? [] : (['shipping'] as const)),
        ...(charges.fee === null ? [] : (['fee'] as const)),
      ],
      customerTakes: ['registrationNumber', 'language', 'deliverTo', 'contacts', 'custom'],
      offers: ['change', 'cancel'],
      auth: 'session',
    }),
    async health(_, { signal }) {
      const [version, { company }] = await Promise.all([client.version(signal), installation(signal)]);
      return { ok: true, version, company: company.name, timeZone: company.timeZone, currency: company.currency };
    },
    customers: customersOf(parts),
    products: productsOf(parts),
    stock: stockOf(parts),
    pricing: pricingOf(parts),
    orders: ordersOf(parts),
    invoices: invoicesOf(parts),
    credit: creditOf(parts),
    returns: returnsOf(parts),
    fields: fieldsOf(parts),
    changes: changesOf(parts),
    close: client.close,
  };
};
