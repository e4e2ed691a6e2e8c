import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import {
  currencySchema,
  decimal,
  erpCustomerIdSchema,
  erpOrderIdSchema,
  erpProductIdSchema,
  referenceSchema,
} from '@backroom/shared';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { examplesSchema } from '../conformance/examples.ts';
import type { ErpAdapter } from '../contract/adapter.ts';
import type { OrderInput } from '../contract/schemas.ts';
import { odoo } from './index.ts';
import { keys, replay } from './replay.ts';

const call = (ms = 30_000) => ({ signal: AbortSignal.timeout(ms) });
type Answer = { status: number; body: string };
type Choose = (asked: { path: string; body: string }, nth: number) => Answer | null;

/** In front of an Odoo, real or recorded: some questions are answered here, in its own words, the rest go on to it. */
async function inFront(url: string, choose: Choose) {
  let nth = 0;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const each of request) parts.push(each as Buffer);
    const body = Buffer.concat(parts).toString();
    const { method = 'GET', url: path = '/', headers } = request;
    const own = choose({ path, body }, nth);
    if (own) {
      nth += 1;
      return void response.writeHead(own.status, { 'content-type': 'application/json' }).end(own.body);
    }
    const kept = ['authorization', 'content-type', 'x-odoo-database'].flatMap((name) =>
      headers[name] ? [[name, String(headers[name])] as const] : [],
    );
    const answer = await fetch(url + path, {
      method,
      headers: Object.fromEntries(kept),
      redirect: 'manual',
      ...(method === 'GET' ? {} : { body }),
    });
    const type = answer.headers.get('content-type') ?? '';
    response.writeHead(answer.status, { 'content-type': type }).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    chosen: () => nth,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** What a real 19 answered when it was asked for the fields of a model that no installed module brings. */
const unknownModel = (model: string): Answer => ({
  status: 404,
  body: JSON.stringify({ name: 'werkzeug.exceptions.NotFound', message: `the model '${model}' does not exist` }),
});

describe('a module that Odoo 19 does not have', () => {
  async function without(models: readonly string[]): Promise<ErpAdapter> {
    const { url, close } = await replay(new URL('recorded/odoo19.json', import.meta.url), () => 'never');
    const front = await inFront(url, ({ path }) => {
      const model = models.find((each) => path === `/json/2/${each}/fields_get`);
      return model ? unknownModel(model) : null;
    });
    closing.push(close, front.close);
    const credentials = { key: keys.full, login: 'backroom' };
    return odoo({ url: front.url, credentials, settings: { database: 'lab19' } });
  }
  const customerId = erpCustomerIdSchema.parse('9');
  const missing = (app: string, module: string) => ({
    kind: 'unsupported',
    field: module,
    words: `The ${app} app (module ${module}) is not installed in Odoo.`,
  });

  test('without Inventory, stock and returns say so', async () => {
    const { stock, returns } = await without(['stock.quant', 'stock.picking']);
    const productIds = [erpProductIdSchema.parse('1')];
    await expect(stock?.availability({ productIds }, call())).rejects.toMatchObject(missing('Inventory', 'stock'));
    await expect(returns?.list({ customerId }, call())).rejects.toMatchObject(missing('Inventory', 'stock'));
  });
  test('without Sales, orders, prices and credit say so: nothing there is not the same as no orders', async () => {
    const { orders, pricing, credit } = await without(['sale.order']);
    const gone = missing('Sales', 'sale_management');
    await expect(orders?.list({ customerId }, call())).rejects.toMatchObject(gone);
    const input = { customerId, currency: currencySchema.parse('USD'), date: '2026-11-25', lines: [] };
    await expect(pricing?.quote(input, call())).rejects.toMatchObject(gone);
    await expect(credit?.position({ customerId }, call())).rejects.toMatchObject(gone);
  });
});

describe('answers that a real Odoo 19 gave on a bad day', () => {
  async function behind(choose: Choose) {
    const { url, close } = await replay(new URL('recorded/odoo19.json', import.meta.url), () => 'never');
    const front = await inFront(url, choose);
    closing.push(close, front.close);
    return odoo({ url: front.url, credentials: { key: keys.full }, settings: { database: 'lab19' } });
  }

  test('PostgreSQL behind it is down: unreachable, not a database that it does not serve', async () => {
    // The same page as for an unknown database; only the health check tells.
    const page = '<!DOCTYPE html>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>No database is selected …</p>';
    let down = false;
    const { customers } = await behind(({ path }) => {
      if (down && path.startsWith('/json/2/')) return { status: 404, body: page };
      return path.startsWith('/web/health')
        ? { status: 500, body: '{"status": "fail", "db_server_status": false}' }
        : null;
    });
    const ids = [erpCustomerIdSchema.parse('9')];
    down = true;
    await expect(customers?.get({ ids }, call())).rejects.toMatchObject({ kind: 'unreachable' });
  });
  test('a database that it does not serve is still one that an admin has to correct', async () => {
    const { customers } = await behind(({ path }) => {
      if (path.startsWith('/json/2/')) return { status: 404, body: '<!DOCTYPE html>' };
      return path.startsWith('/web/health')
        ? { status: 200, body: '{"status": "pass", "db_server_status": true}' }
        : null;
    });
    const ids = [erpCustomerIdSchema.parse('9')];
    await expect(customers?.get({ ids }, call())).rejects.toMatchObject({ kind: 'unauthorised', field: 'database' });
  });
  test('what Odoo refuses while it computes the order is a refusal in its own words', async () => {
    const recording = new URL('recorded/odoo19-cases.json', import.meta.url);
    const { url, close } = await replay(recording, () => 'never');
    const message = 'Please define a fiscal position for this customer.';
    const front = await inFront(url, ({ path }) =>
      path === '/json/2/sale.order/onchange'
        ? { status: 422, body: JSON.stringify({ name: 'odoo.exceptions.UserError', message }) }
        : null,
    );
    closing.push(close, front.close);
    const settings = { database: 'lab19', timeZone: 'UTC' };
    const { customers, products, orders } = odoo({ url: front.url, credentials: { key: keys.full }, settings });
    const found = await customers?.search({ queries: [{ erpNumber: 'LAB-DISCOUNT' }] }, call());
    const part = await products?.resolve({ codes: ['LABP-PART'] }, call());
    const currency = currencySchema.parse('USD');
    const unitPrice = { amount: decimal('10'), currency };
    const input = {
      reference: referenceSchema.parse('BR-LABREFUSED'),
      customerId: found?.results[0]?.[0]?.id ?? erpCustomerIdSchema.parse('0'),
      currency,
      requestedDate: null,
      note: null,
      lines: [
        {
          productId: part?.results[0]?.id ?? erpProductIdSchema.parse('0'),
          quantity: decimal('1'),
          unitPrice,
          description: null,
        },
      ],
    };
    expect((await orders?.simulate?.(input, call()))?.refusals).toEqual([{ field: null, words: message }]);
  });
  test('a key that is revoked ends the feed with an error', async () => {
    let revoked = false;
    const { changes } = await behind(({ path }) =>
      revoked && path.startsWith('/json/2/')
        ? {
            status: 401,
            body: '{"name":"werkzeug.exceptions.Unauthorized","message":"401 Unauthorized: Invalid apikey"}',
          }
        : null,
    );
    const { cursor } = (await changes?.since({ cursor: null }, call())) ?? { cursor: '' };
    revoked = true;
    await expect(changes?.since({ cursor }, call())).rejects.toMatchObject({ kind: 'unauthorised' });
  });
});

const read = (name: string) => process.env[`ODOO_${name}`] || null;
const server = { url: read('URL'), key: read('API_KEY'), login: read('LOGIN'), database: read('DB') };
const examples = examplesSchema.parse(read('EXAMPLES') ? JSON.parse(readFileSync(read('EXAMPLES') ?? '', 'utf8')) : {});
const problem = !(server.url && server.key)
  ? 'ODOO_URL and ODOO_API_KEY name no server'
  : examples.write && examples.customer && examples.products && examples.archived
    ? null
    : 'ODOO_EXAMPLES names no customer, products and archived product that it may write with';
if (problem) console.log(`Odoo's bad days on a real server did not run: ${problem}`);

describe.skipIf(problem !== null)('a real Odoo on a bad day', () => {
  const connect = (url = server.url ?? '', settings: Record<string, string> = {}): ErpAdapter =>
    odoo({
      url,
      credentials: { key: server.key ?? '', ...(server.login ? { login: server.login } : {}) },
      settings: { ...(server.database ? { database: server.database } : {}), ...settings },
    });
  async function order(adapter: ErpAdapter, code = examples.products?.[0] ?? ''): Promise<OrderInput> {
    const [product] = (await adapter.products?.resolve({ codes: [code] }, call()))?.results ?? [];
    const queries = [{ erpNumber: examples.customer ?? '' }];
    const [[customer] = []] = (await adapter.customers?.search({ queries }, call()))?.results ?? [];
    if (!product || !customer) throw new Error('the examples are not there');
    const currency = customer.currency ?? currencySchema.parse('USD');
    return {
      reference: referenceSchema.parse(
        `BR-BAD${Date.now().toString(36).toUpperCase()}${String(Math.random()).slice(2, 8)}`,
      ),
      customerId: customer.id,
      currency,
      requestedDate: null,
      note: null,
      lines: [
        {
          productId: product.id,
          quantity: decimal('1'),
          unitPrice: { amount: decimal('7.15'), currency },
          description: null,
        },
      ],
    };
  }
  const withReference = async ({ orders }: ErpAdapter, { reference }: OrderInput) =>
    (await orders?.findByReference({ references: [reference] }, call()))?.results[0] ?? [];
  const ordersOf = ({ orders }: ErpAdapter) => orders as NonNullable<ErpAdapter['orders']>;

  test('an archived product is refused with its line; nothing is written', async () => {
    const adapter = connect();
    const input = await order(adapter, examples.archived);
    await expect(ordersOf(adapter).create(input, call())).rejects.toMatchObject({
      kind: 'refused',
      field: 'lines.0.productId',
    });
    expect(await withReference(adapter, input)).toEqual([]);
  });

  test('a load that loses a race is loaded again, in whatever language Odoo tells it, and leaves one order', async () => {
    const texts = [
      'could not serialize access due to concurrent update\n',
      'konnte Zugriff nicht serialisieren wegen gleichzeitiger Aktualisierung\n',
    ];
    const front = await inFront(server.url ?? '', ({ path, body }, nth) => {
      if (nth >= texts.length || !(path === '/json/2/sale.order/load' || body.includes('"sale.order","load"')))
        return null;
      // As a real 19 and a real 16 answered three of four loads of one external id at the same time.
      const result = { ids: false, messages: [{ type: 'error', record: 0, message: texts[nth] }], nextrow: 0 };
      return { status: 200, body: JSON.stringify(path === '/jsonrpc' ? { jsonrpc: '2.0', id: 1, result } : result) };
    });
    closing.push(front.close);
    const adapter = connect(front.url);
    const input = await order(adapter);
    const made = await ordersOf(adapter).create(input, call());
    expect(front.chosen()).toBe(2);
    expect((await withReference(adapter, input)).map(({ id }) => id)).toEqual([made.id]);
    await ordersOf(adapter).cancel?.({ id: made.id }, call());
  });

  test('a key of a user that speaks German meets the same refusals, and figures are the same', async () => {
    const [english, german] = [connect(), connect(server.url ?? '', { language: 'de_DE' })];
    const input = await order(english, examples.archived);
    await expect(ordersOf(german).create(input, call())).rejects.toMatchObject({
      kind: 'refused',
      field: 'lines.0.productId',
    });
    const unknown = erpOrderIdSchema.parse(examples.unknownId);
    await expect(ordersOf(german).confirm?.({ id: unknown }, call())).rejects.toMatchObject({ kind: 'not_found' });
    const { customerId } = input;
    const [mine, theirs] = await Promise.all([
      english.credit?.position({ customerId }, call()),
      german.credit?.position({ customerId }, call()),
    ]);
    expect(theirs).toEqual(mine);
  });

  test('a customer whose record is gone, as after a merge, is not found and takes no order', async () => {
    const adapter = connect();
    const customerId = erpCustomerIdSchema.parse(examples.unknownId);
    await expect(adapter.invoices?.list({ customerId }, call())).rejects.toMatchObject({ kind: 'not_found' });
    const input = { ...(await order(adapter)), customerId };
    await expect(ordersOf(adapter).create(input, call())).rejects.toMatchObject({
      kind: 'refused',
      field: 'customerId',
    });
    expect(await withReference(adapter, input)).toEqual([]);
  });

  test.skipIf(!read('PG_URL'))('what was mended in Odoo a moment ago counts at once', async () => {
    const adapter = connect();
    const input = await order(adapter, examples.archived);
    expect((await ordersOf(adapter).simulate?.(input, call()))?.refusals[0]?.field).toBe('lines.0.productId');
    const db = new pg.Client({ connectionString: read('PG_URL') ?? '' });
    await db.connect();
    const id = Number(input.lines[0]?.productId);
    const archive = (active: boolean) => async () => {
      await db.query('update product_product set active = $2 where id = $1', [id, active]);
      await db.query(
        'update product_template set active = $2 where id = (select product_tmpl_id from product_product where id = $1)',
        [id, active],
      );
    };
    closing.push(() => db.end(), archive(false));
    await archive(true)();
    const made = await ordersOf(adapter).create(input, call());
    expect(made.status).toBe('draft');
    await ordersOf(adapter).cancel?.({ id: made.id }, call());
  });

  test.skipIf(!read('PG_URL'))(
    'a colleague who saves the same order while it is confirmed: Odoo tries again by itself, and it is confirmed',
    async () => {
      const adapter = connect();
      const { id } = await ordersOf(adapter).create(await order(adapter), call());
      const db = new pg.Client({ connectionString: read('PG_URL') ?? '' });
      await db.connect();
      closing.push(() => db.end());
      await db.query('begin');
      await db.query('update sale_order set note = note where id = $1', [Number(id)]);
      const confirming = ordersOf(adapter).confirm?.({ id }, call(60_000));
      // Until Odoo stands before the locked row.
      const waits = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await expect.poll(async () => (await db.query(waits)).rowCount, { timeout: 20_000, interval: 100 }).toBe(1);
      await db.query('commit');
      expect((await confirming)?.status).toBe('confirmed');
      await ordersOf(adapter).cancel?.({ id }, call());
    },
    90_000,
  );
});
