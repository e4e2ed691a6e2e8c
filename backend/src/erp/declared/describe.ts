import type { Flow } from '@backroom/shared';
import type { ErpDescription } from '../contract/description.ts';
import type { Document } from './document.ts';

/** What a document's ERP can do: the operations that the document describes, and no others. */
export function descriptionOf(document: Document): ErpDescription {
  const { customers, products, stock, pricing, orders, invoices, credit, idempotency, limits, auth } = document;
  const has: Readonly<Record<string, boolean>> = {
    'customers.list': customers.list !== undefined,
    'customers.addresses': false,
    'customers.create': customers.create !== undefined && customers.byReference !== undefined,
    'customers.findByReference': customers.byReference !== undefined,
    'products.resolve': products !== undefined,
    'products.list': products?.list !== undefined,
    'orders.simulate': false,
    'orders.create': orders?.create !== undefined,
    'orders.confirm': orders?.confirm !== undefined,
    'orders.find': orders?.fields.customerId !== undefined && orders.lines.fields.productId !== undefined,
    'orders.read': false,
    'orders.change': false,
    'orders.cancel': false,
    'invoices.pdf': invoices?.pdf !== undefined,
  };
  const flows: Flow[] = ['customers'];
  if (orders) flows.push('orders');
  if (stock) flows.push('stock');
  if (invoices) flows.push('invoices');
  if (pricing) flows.push('pricing');
  if (credit) flows.push('credit');
  const authNames = {
    none: 'none',
    basic: 'basic',
    bearer: 'bearer',
    headers: 'bearer',
    inline: 'basic',
    session: 'session',
    client_credentials: 'oauth',
  } as const;
  return {
    erp: document.name,
    flows,
    without: Object.entries(has).flatMap(([name, there]) => (there ? [] : [name])),
    versions: [...document.versions],
    idempotency: idempotency.kind,
    settleMs: idempotency.kind === 'lookup' ? idempotency.settleSeconds * 1000 : 0,
    ...(idempotency.kind === 'lookup' ? { maxCommitMs: idempotency.maxCommitSeconds * 1000 } : {}),
    limits: {
      concurrency: limits.concurrency,
      batch: 500,
      ...(limits.reference === undefined ? {} : { reference: limits.reference }),
      ...(limits.text === undefined ? {} : { text: limits.text }),
      ...(limits.poNumber === undefined ? {} : { poNumber: limits.poNumber }),
      ...(limits.lines === undefined ? {} : { lines: limits.lines }),
    },
    carries: [...document.carries],
    auth: authNames[auth.kind],
  };
}
