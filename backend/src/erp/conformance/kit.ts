/**
 * The conformance kit: one suite of cases over any adapter. A case is plain data with a function that asserts; `run.ts` and `vitest.ts`
 * are the two thin ways to run it.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { type ErpCustomer, type Reference, referenceSchema } from '@backroom/shared';
import type { ErpAdapter } from '../contract/adapter.ts';
import type { ErpDescription, ErpHealth } from '../contract/description.ts';
import type { Product } from '../contract/schemas.ts';
import { type Ask, asking, methodOf } from './ask.ts';
import { type Examples, examplesSchema } from './examples.ts';
import { type FaultProxy, openProxy } from './proxy.ts';
import type { Opened } from './subject.ts';

export type Context = {
  ask: Ask;
  adapter: ErpAdapter;
  description: ErpDescription;
  health: ErpHealth;
  examples: Examples;
  /** Null where nothing listens: recorded answers without a server. */
  proxy: FaultProxy | null;
  /** A fresh adapter: behind the proxy, or at another address. */
  connect: (url?: string) => ErpAdapter;
  opened: Opened;
  /** An address of this machine where nobody listens. */
  nobody: string;
  has: (operation: string) => boolean;
  /** Never used before. */
  reference: () => Reference;
  products: () => Promise<Product[]>;
  customer: (number?: string) => Promise<ErpCustomer>;
};

export type Case = {
  name: string;
  /** Operations that the adapter must have; without them the case is skipped, saying so. */
  needs: readonly string[];
  examples?: readonly (keyof Examples)[];
  /** Wants the proxy between adapter and ERP. */
  proxied?: true;
  /** May give a short note for the table, such as a number of calls. */
  run: (context: Context) => Promise<string | undefined> | Promise<void>;
};
export type Outcome =
  | { state: 'ok'; note: string | null }
  | { state: 'skip'; reason: string }
  | { state: 'fail'; error: unknown };

class Skip extends Error {}
/** Ends a case that finds out on its way that it cannot be shown. */
export function skip(reason: string): never {
  throw new Skip(reason);
}

/** Prepares what the cases share. Throws where the system does not even say who it is. */
export async function contextOf(opened: Opened): Promise<Context & { close: () => Promise<void> }> {
  const proxy = opened.url === null ? null : await openProxy(opened.url);
  const connect = (url = proxy?.url ?? '') => opened.connect(url);
  const adapter = connect();
  const ask = asking(adapter);
  const examples = examplesSchema.parse(opened.examples);
  const description = await ask('describe', {});
  const health = await ask('health', {});
  const has = (operation: string) => {
    const [group = ''] = operation.split('.');
    const switchedOff = description.without.includes(operation) || lacksFlow(description, group);
    return methodOf(adapter, operation) !== null && !switchedOff;
  };
  const once = remember();
  return {
    ask,
    adapter,
    description,
    health,
    examples,
    proxy,
    connect,
    opened,
    nobody: `http://127.0.0.1:${await closedPort()}`,
    has,
    reference: () => referenceSchema.parse(`BR-KIT${randomBytes(6).toString('hex').toUpperCase()}`),
    products: () =>
      once('products', async () => {
        const codes = examples.products ?? skip('no example: products');
        const { results } = await ask('products.resolve', { codes });
        return results.map((each, index) => each ?? assert.fail(`the example ${codes[index]} is unknown here`));
      }),
    customer: (number = examples.customer) =>
      once(`customer ${number}`, async () => {
        const erpNumber = number ?? skip('no example: customer');
        const { results } = await ask('customers.search', { queries: [{ erpNumber }] });
        const found = results[0]?.find((each) => each.number === erpNumber);
        return found ?? assert.fail(`the example ${erpNumber} is not found by its number`);
      }),
    async close() {
      await adapter.close?.();
      await proxy?.close();
      await opened.close();
    },
  };
}

/** One case, never throwing: the two runners show the outcome in their own way. */
export async function runCase(each: Case, context: Context): Promise<Outcome> {
  const reason = whyNot(each, context);
  if (reason !== null) return { state: 'skip', reason };
  try {
    const note = await each.run(context);
    return { state: 'ok', note: note ?? null };
  } catch (error) {
    return error instanceof Skip ? { state: 'skip', reason: error.message } : { state: 'fail', error };
  } finally {
    context.proxy?.set(() => 'pass');
  }
}

function whyNot(each: Case, { opened, examples, proxy, has }: Context): string | null {
  const declared = opened.lacks?.[each.name];
  if (declared !== undefined) return declared;
  const missing = each.needs.find((operation) => !has(operation));
  if (missing !== undefined) return `this ERP has no ${missing}`;
  if (each.proxied && !proxy) return 'recorded answers: no server to stand in front of';
  const absent = each.examples?.find((name) => {
    const value = examples[name];
    return value === undefined || value === false || (Array.isArray(value) && value.length === 0);
  });
  if (absent === 'write') return 'this run may not write';
  return absent === undefined ? null : `no example: ${absent}`;
}

const flows = new Set(['customers', 'orders', 'stock', 'invoices', 'pricing', 'returns', 'credit']);
const lacksFlow = ({ flows: there }: ErpDescription, group: string) =>
  flows.has(group) && !there.some((flow) => flow === group);

function remember() {
  const known = new Map<string, Promise<unknown>>();
  return <Value>(key: string, read: () => Promise<Value>): Promise<Value> => {
    const value = (known.get(key) as Promise<Value> | undefined) ?? read();
    known.set(key, value);
    return value;
  };
}

function closedPort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(address !== null && typeof address !== 'string' ? address.port : 9));
    });
  });
}
