import assert from 'node:assert/strict';
import { ErpError, type ErpErrorKind } from '../../contract/errors.ts';
import { asking, failing } from '../ask.ts';
import { type Case, type Context, skip } from '../kit.ts';
import type { Fault } from '../proxy.ts';
import { byReference, cancelQuietly, smallOrder } from './support.ts';

/** A read that every adapter has, through the warm connection. */
const read = ({ ask, examples }: Context, options: { ms?: number; signal?: AbortSignal } = {}) =>
  ask('products.resolve', { codes: examples.products ?? ['ANY'] }, options);
const html = '<!doctype html><title>Maintenance</title><h1>We will be back</h1>';
const reading = { needs: ['products.resolve'], proxied: true } as const satisfies Partial<Case>;
const writing = {
  needs: ['orders.create', 'orders.findByReference', 'products.resolve', 'customers.search'],
  examples: ['write', 'customer', 'products'],
  proxied: true,
} as const satisfies Partial<Case>;

function answers(name: string, fault: Fault, ...kinds: readonly ErpErrorKind[]): Case {
  return {
    name: `trouble: ${name}`,
    ...reading,
    async run(context) {
      await read(context);
      context.proxy?.set(() => fault);
      const error = await failing(read(context), ...kinds);
      context.proxy?.set(() => 'pass');
      await read(context);
      return error.kind;
    },
  };
}
const busy = (name: string, headers: Record<string, string>, expected: number | null): Case => ({
  name: `trouble: ${name}`,
  ...reading,
  async run(context) {
    await read(context);
    context.proxy?.set(() => ({ status: 429, headers, body: '' }));
    const { retryAfterMs } = await failing(read(context), 'busy');
    assert.equal(retryAfterMs, expected);
  },
});

/**
 * The property behind "never twice": whichever request of a create loses its answer, the adapter must not say that nothing was written
 * when something was. `uncertain` may be said at any time; another kind only while the look-up finds nothing.
 */
async function neverDenied(context: Context, fault: Fault): Promise<string> {
  const { proxy, ask } = context;
  if (!proxy) return skip('no proxy');
  const first = await smallOrder(context, context.reference());
  const before = proxy.calls();
  const whole = await ask('orders.create', first);
  const steps = Math.min(proxy.calls() - before, 12);
  await cancelQuietly(context, whole);
  for (let step = 1; step <= steps; step += 1) {
    const input = await smallOrder(context, context.reference());
    proxy.set((nth) => (nth === step ? fault : 'pass'));
    const outcome = await ask('orders.create', input, fault === 'hang' ? { ms: 1500 } : {}).catch((error: unknown) => {
      if (error instanceof ErpError) return error;
      throw error;
    });
    proxy.set(() => 'pass');
    const found = await byReference(ask, context, input.reference);
    const what = `request ${step} of ${steps}: ${found.length} in the ERP, the adapter says ${outcome instanceof ErpError ? `${outcome.kind} (${outcome.message})` : 'created'}`;
    if (outcome instanceof ErpError) {
      if (found.length > 0) assert.equal(outcome.kind, 'uncertain', what);
    } else assert.equal(found.length, 1, what);
    assert.ok(found.length <= 1, what);
    for (const order of found) await cancelQuietly(context, order);
  }
  return `${steps} request${steps === 1 ? '' : 's'}`;
}
const lost = (name: string, fault: Fault): Case => ({
  name: `trouble: ${name}`,
  ...writing,
  run: (context) => neverDenied(context, fault),
});

export const faults: readonly Case[] = [
  {
    name: 'trouble: nobody listens; nothing was sent, reads and writes are unreachable',
    needs: ['products.resolve'],
    async run(context) {
      const adapter = context.connect(context.nobody);
      const ask = asking(adapter);
      await failing(ask('products.resolve', { codes: ['ANY'] }), 'unreachable');
      await failing(ask('health', {}), 'unreachable');
      if (context.has('orders.create') && context.examples.products && context.examples.customer)
        await failing(ask('orders.create', await smallOrder(context, context.reference())), 'unreachable');
      await adapter.close?.();
    },
  },
  {
    name: 'trouble: a read that hangs ends at its time limit',
    ...reading,
    async run(context) {
      await read(context);
      context.proxy?.set(() => 'hang');
      const began = performance.now();
      const error = await failing(read(context, { ms: 400 }), 'unreachable');
      assert.ok(performance.now() - began < 1500, 'promptly');
      assert.equal(error.timedOut, true);
    },
  },
  {
    name: 'trouble: a call that is already cut off sends nothing',
    ...reading,
    async run(context) {
      await read(context);
      const calls = context.proxy?.calls();
      await failing(read(context, { signal: AbortSignal.abort() }), 'unreachable');
      assert.equal(context.proxy?.calls(), calls);
    },
  },
  answers('the connection is reset', 'reset', 'unreachable'),
  answers('the answer is cut in the middle', 'cut', 'unreachable', 'drift'),
  answers(
    'an empty answer',
    { status: 200, headers: { 'content-type': 'application/json' }, body: '' },
    'unreachable',
    'drift',
  ),
  answers(
    'HTML instead of an answer',
    { status: 200, headers: { 'content-type': 'text/html' }, body: html },
    'unreachable',
    'drift',
  ),
  answers(
    'an error 500 without words',
    { status: 500, headers: { 'content-type': 'text/html' }, body: html },
    'unreachable',
    'drift',
  ),
  answers('the gateway before it has no ERP (503)', { status: 503, body: html }, 'unreachable', 'busy'),
  busy('429 says when to come back', { 'retry-after': '7' }, 7000),
  busy('429 says nothing more', {}, null),
  {
    name: 'trouble: a field that is gone is drift, and named',
    ...reading,
    examples: ['drift'],
    async run(context) {
      const { ask, examples, customer, proxy } = context;
      for (const { operation, customer: number, from, to } of examples.drift) {
        const customerId = operation === 'products.resolve' ? null : (await customer(number ?? examples.customer)).id;
        const input = customerId === null ? { codes: examples.products } : { customerId };
        await ask(operation, input as never);
        proxy?.set(() => (body) => body.replaceAll(from, to));
        const error = await failing(ask(operation, input as never), 'drift');
        proxy?.set(() => 'pass');
        assert.ok(error.field, `${operation}: the field is named`);
      }
    },
  },
  lost('an order whose answer is lost is never denied', 'drop'),
  lost('an order whose answer is cut is never denied', 'cut'),
  lost('an order that meets a 500 is never denied', {
    status: 500,
    headers: { 'content-type': 'text/html' },
    body: html,
  }),
  lost('an order that meets a gateway’s 502 is never denied', {
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: html,
  }),
  lost('an order that hangs is never denied', 'hang'),
];
