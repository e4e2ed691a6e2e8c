import type { DatabaseSync } from 'node:sqlite';
import { fieldRecordSchema } from '@backroom/backend/erp/contract/fields';
import { bridgeInfo, describeBridge, statusOfKind } from '@backroom/backend/erp/contract/openapi';
import {
  type Operation,
  type OrderInput,
  operations,
  pdfInputSchema,
  writeOperations,
} from '@backroom/backend/erp/contract/schemas';
import { decimalSchema, multiply } from '@backroom/shared';
import { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { advance } from './model/advance.ts';
import { editOrder } from './model/amend.ts';
import { invoiceById } from './model/billing.ts';
import { customerById } from './model/catalogue.ts';
import { copyOrder } from './model/copy.ts';
import { mergeCustomers } from './model/customer-merge.ts';
import { setField } from './model/field-values.ts';
import { latestOrders } from './model/orders.ts';
import { handlers } from './operations.ts';
import { page } from './page.ts';
import { invoicePdf } from './pdf.ts';
import { Refusal } from './refusal.ts';
import { allOff, type Switches, switchesSchema } from './switches.ts';

/** The socket is cut without an answer; `main.ts` and the tests say how. */
type Bindings = { incoming?: { socket: { destroy: () => void } } };

const editSchema = z.object({ line: z.number().int().min(0), quantity: decimalSchema });
type Stats = { calls: Record<string, number>; orders: number; doubled: number };
/** Never answered: the caller's own time limit has to end it. */
const never = () => new Promise<never>(() => {});

function problem(kind: Refusal['kind'], words: string, field: string | null, retryAfter?: number): Response {
  const status = statusOfKind[kind];
  return new Response(JSON.stringify({ type: 'about:blank', title: words, status, kind, words, field }), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...(retryAfter ? { 'retry-after': String(retryAfter) } : {}),
    },
  });
}

/** Moves a field to where the contract does not have it, as an upgrade of a real ERP does. */
const changed = (body: unknown): unknown =>
  JSON.parse(
    JSON.stringify(body)
      .replaceAll('"onHand"', '"quantityOnHand"')
      .replaceAll('"number"', '"documentNo"')
      .replaceAll('"unitPrice"', '"price"')
      .replaceAll('"receivable"', '"balance"'),
  );

/** What an ERP makes of an order that keeps short references, or has prices of its own. */
const altered = (input: OrderInput, { referenceLength, priceFactor }: Switches): OrderInput => ({
  ...input,
  reference: (referenceLength ? input.reference.slice(0, referenceLength) : input.reference) as OrderInput['reference'],
  lines: priceFactor
    ? input.lines.map((line) => ({
        ...line,
        unitPrice: { ...line.unitPrice, amount: multiply(line.unitPrice.amount, priceFactor) },
      }))
    : input.lines,
});

export function createApp(db: DatabaseSync, key: string) {
  const app = new OpenAPIHono<{ Bindings: Bindings }>();
  // As in most ERPs, a user of sales may not see what accounting sees.
  const salesKey = `${key}-sales`;
  let switches: Switches = allOff();
  let calls: Record<string, number> = {};

  app.use('/v1/*', async (context, next) => {
    const cut = () => {
      context.env?.incoming?.socket.destroy();
      return never();
    };
    if (switches.outage) return cut();
    if (switches.hang) return never();
    if (switches.latencyMs > 0) await new Promise((done) => setTimeout(done, switches.latencyMs));
    const given = context.req.header('authorization');
    if (given !== `Bearer ${key}` && given !== `Bearer ${salesKey}`)
      return problem('unauthorised', 'The key is not valid.', null);
    if (given === `Bearer ${salesKey}` && /^\/v1\/(invoices|credit)\//.test(context.req.path))
      return problem('unauthorised', 'This key may not read accounting.', null);
    if (switches.busy) return problem('busy', 'Too many requests.', null, switches.busy.retryAfterSeconds);
    if (switches.html)
      return new Response('<!doctype html><title>Maintenance</title><h1>We will be back</h1>', {
        headers: { 'content-type': 'text/html' },
      });
    if (switches.empty) return new Response('', { headers: { 'content-type': 'application/json' } });
    await next();
  });

  const run = <Op extends Operation>(name: Op, asked: unknown): unknown => {
    const handler: (db: DatabaseSync, input: never) => unknown = handlers[name];
    const input = name === 'orders.create' ? altered(asked as OrderInput, switches) : asked;
    return handler(db, input as never);
  };
  for (const name of Object.keys(operations) as Operation[]) {
    app.post(`/v1/${name.replace('.', '/')}`, async (context) => {
      calls[name] = (calls[name] ?? 0) + 1;
      const input = operations[name].in.safeParse(await context.req.json().catch(() => null));
      if (!input.success)
        return problem('refused', z.prettifyError(input.error), String(input.error.issues[0]?.path.join('.') ?? ''));
      if (switches.refuse !== null && writeOperations.has(name))
        return problem('refused', switches.refuse, 'customerId');
      if (switches.slowCommit && writeOperations.has(name)) {
        const { ms, times } = switches.slowCommit;
        switches = { ...switches, slowCommit: times > 1 ? { ms, times: times - 1 } : null };
        await new Promise((done) => setTimeout(done, ms));
      }
      try {
        const answer = run(name, input.data);
        if (writeOperations.has(name) && switches.dropAfterCommit > 0) {
          switches = { ...switches, dropAfterCommit: switches.dropAfterCommit - 1 };
          context.env?.incoming?.socket.destroy();
          return never();
        }
        return context.json(switches.schema === 'changed' ? changed(answer) : answer);
      } catch (error) {
        if (error instanceof Refusal) return problem(error.kind, error.message, error.field);
        throw error;
      }
    });
  }
  app.post('/v1/invoices/pdf', async (context) => {
    calls['invoices.pdf'] = (calls['invoices.pdf'] ?? 0) + 1;
    const input = pdfInputSchema.safeParse(await context.req.json().catch(() => null));
    const found = input.success ? invoiceById(db, input.data.id) : null;
    const customer = found && customerById(db, found.customer);
    if (!found || !customer) return problem('not_found', 'There is no such invoice.', 'id');
    return new Response(Buffer.from(await invoicePdf(found.invoice, customer)), {
      headers: { 'content-type': 'application/pdf' },
    });
  });
  describeBridge(app);
  app.doc31('/openapi.json', bridgeInfo('3.1'));
  app.doc('/openapi-3.0.json', bridgeInfo('3.0'));

  app.get('/', (context) => context.html(page));
  app.get('/switches', (context) => context.json(switches));
  app.put('/switches', async (context) => {
    const asked = switchesSchema.partial().safeParse(await context.req.json().catch(() => null));
    if (!asked.success) return problem('refused', z.prettifyError(asked.error), null);
    // Only what was named changes: defaults of the partial schema must not switch the rest off.
    const named: unknown = await context.req.json();
    switches = switchesSchema.parse({ ...switches, ...(named as object) });
    return context.json(switches);
  });
  app.get('/orders', (context) => context.json({ orders: latestOrders(db, 50) }));
  app.post('/orders/:id/advance', (context) => {
    try {
      return context.json(advance(db, context.req.param('id')));
    } catch (error) {
      if (error instanceof Refusal) return problem(error.kind, error.message, error.field);
      throw error;
    }
  });
  app.post('/orders/:id/edit', async (context) => {
    const asked = editSchema.safeParse(await context.req.json().catch(() => null));
    if (!asked.success) return problem('refused', z.prettifyError(asked.error), null);
    try {
      return context.json(editOrder(db, context.req.param('id'), asked.data));
    } catch (error) {
      if (error instanceof Refusal) return problem(error.kind, error.message, error.field);
      throw error;
    }
  });
  app.post('/orders/:id/copy', (context) => {
    try {
      return context.json(copyOrder(db, context.req.param('id')));
    } catch (error) {
      if (error instanceof Refusal) return problem(error.kind, error.message, error.field);
      throw error;
    }
  });
  app.post('/customers/:number/merge/:into', (context) => {
    try {
      return context.json(mergeCustomers(db, context.req.param('number'), context.req.param('into')));
    } catch (error) {
      if (error instanceof Refusal) return problem(error.kind, error.message, error.field);
      throw error;
    }
  });
  app.put('/fields/:record/:id/:name', async (context) => {
    const { record, id, name } = context.req.param();
    try {
      setField(db, fieldRecordSchema.parse(record), id, name, await context.req.text());
      return context.json({ ok: true });
    } catch (error) {
      if (error instanceof Refusal) return problem(error.kind, error.message, error.field);
      throw error;
    }
  });
  app.get('/stats', (context) => {
    const { n, d } =
      db.prepare('select count(*) as n, count(reference) - count(distinct reference) as d from orders').get() ?? {};
    return context.json({ calls, orders: Number(n), doubled: Number(d) } satisfies Stats);
  });
  app.post('/stats/reset', (context) => {
    calls = {};
    return context.json({ ok: true });
  });
  app.onError((error) => {
    console.error(error);
    return problem('uncertain', 'The ERP failed inside.', null);
  });
  return app;
}
