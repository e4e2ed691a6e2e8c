import type { ErpCall, ErpFactory } from '../contract/adapter.ts';
import { descriptionSchema, type ErpDescription } from '../contract/description.ts';
import type { In, Operation } from '../contract/schemas.ts';
import { processPorts } from '../transport/ports.ts';
import { bridgeClient } from './client.ts';

/** A server that is replaced says other limits. */
const REMEMBERED_MS = 5 * 60_000;

/**
 * The contract over HTTP: whoever answers it is an ERP. Options: `url`, `credentials.key` (bearer). `settings.description` may hold the
 * server's description as JSON, so that describing asks nobody; else it is asked for every five minutes.
 */
export const bridge: ErpFactory = ({ url, credentials, settings }, ports = processPorts) => {
  const client = bridgeClient({ url: url.replace(/\/$/, ''), key: credentials.key ?? '' }, ports);
  const op =
    <Op extends Operation>(name: Op) =>
    (input: In<Op>, { signal }: ErpCall) =>
      client.call(name, input, signal);
  const fixed = settings.description ? descriptionSchema.parse(JSON.parse(settings.description)) : null;
  let told: { description: ErpDescription; at: number } | null = null;
  return {
    async describe(input, call) {
      if (fixed) return fixed;
      const before = told;
      if (before && performance.now() - before.at < REMEMBERED_MS) return before.description;
      try {
        const description = await op('describe')(input, call);
        told = { description, at: performance.now() };
        return description;
      } catch (error) {
        // What it said last counts until it can be asked again.
        if (before) return before.description;
        throw error;
      }
    },
    health: op('health'),
    customers: {
      search: op('customers.search'),
      get: op('customers.get'),
      list: op('customers.list'),
      addresses: op('customers.addresses'),
      create: op('customers.create'),
      findByReference: op('customers.findByReference'),
    },
    products: { resolve: op('products.resolve'), list: op('products.list') },
    stock: { availability: op('stock.availability') },
    pricing: { quote: op('pricing.quote') },
    orders: {
      simulate: op('orders.simulate'),
      create: op('orders.create'),
      confirm: op('orders.confirm'),
      findByReference: op('orders.findByReference'),
      findByNumber: op('orders.findByNumber'),
      find: op('orders.find'),
      status: op('orders.status'),
      list: op('orders.list'),
      read: op('orders.read'),
      change: op('orders.change'),
      cancel: op('orders.cancel'),
    },
    invoices: { list: op('invoices.list'), pdf: (input, { signal }) => client.bytes('invoices.pdf', input, signal) },
    credit: { position: op('credit.position') },
    returns: {
      list: op('returns.list'),
      create: op('returns.create'),
      findByReference: op('returns.findByReference'),
      status: op('returns.status'),
    },
    fields: { list: op('fields.list'), read: op('fields.read'), write: op('fields.write') },
    changes: { since: op('changes.since') },
  };
};
