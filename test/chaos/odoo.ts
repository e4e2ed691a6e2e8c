import { odoo } from '@backroom/backend/erp/odoo/index';
import { connect } from '@backroom/backend/erp/transport/odoo/transport';
import { z } from 'zod';
import { type OdooServer, odooServer } from '../support/odoo-desk.ts';
import { referenceIn } from './double.ts';
import type { Erp } from './erps.ts';
import { fillCrm } from './fill.ts';
import { type Part, pause } from './processes.ts';
import { httpAnswer } from './proxy.ts';

const PAGE = 2000;
/** A transaction may end so long after the time that Odoo writes on its rows. */
const OVERLAP_MS = 60_000;
/** A busy Odoo drops lines that stand still for two seconds. A question does no harm when it is asked again. */
const TRIES = 10;
/** The two steps of an order. JSON-2 names model and method in the path, JSON-RPC in the body. */
const isCreate = (request: string) =>
  /\/json\/2\/sale\.order\/load /.test(request) || /"sale\.order", ?"load"/.test(request);
const isConfirm = (request: string) =>
  /\/json\/2\/sale\.order\/action_confirm /.test(request) || /"sale\.order", ?"action_confirm"/.test(request);

/** The Odoo that the environment names. It is somebody's server: nothing here starts, stops or pauses it. */
export async function odooErp(): Promise<Erp> {
  const server = odooServer();
  if (typeof server === 'string') throw new Error(server);
  const { send, major } = await connect(server, AbortSignal.timeout(60_000));
  const fault = (status: string, name: string, message: string) => {
    const exception = { name, message, arguments: [message], context: {}, debug: '' };
    const rpc = { jsonrpc: '2.0', id: 1, error: { code: 200, message: 'Odoo Server Error', data: exception } };
    return major >= 19
      ? httpAnswer(status, 'application/json', JSON.stringify(exception))
      : httpAnswer('200 OK', 'application/json', JSON.stringify(rpc));
  };
  /** Buttons name an order by its id: learned from the answer that made it. */
  const references = new Map<string, string>();
  const orders = await watchOrders(server);
  const copied = new Set<number>();
  /** References that passed by on the line. Others may be at work on the same server. */
  const seen = new Set<string>();
  const write = (method: string, id: number) =>
    send({ model: 'sale.order', method, ids: [id], write: true, signal: AbortSignal.timeout(60_000) });
  return {
    name: 'odoo',
    port: Number(new URL(server.url).port || 80),
    isWrite: (request) => isCreate(request) || isConfirm(request),
    referenceOf(request) {
      const named = referenceIn(request);
      if (named) {
        seen.add(named);
        return named;
      }
      const id = /"ids": ?\[(\d+)\]/.exec(request)?.[1] ?? /"action_confirm", ?\[\[(\d+)\]/.exec(request)?.[1];
      return (isConfirm(request) && id && references.get(id)) || null;
    },
    answered(request, answer) {
      const reference = isCreate(request) ? referenceIn(request) : null;
      const id = /"ids": ?\[(\d+)[,\]]/.exec(answer)?.[1];
      if (reference && id) references.set(id, reference);
    },
    async count() {
      const counts = new Map<string, number>();
      for (const { client_order_ref: ours, origin, state } of await orders()) {
        // A person's copy keeps the source document and nothing else. It is a second order once it is confirmed.
        const reference = ours ?? (state === 'sale' ? origin : null);
        if (reference && state !== 'cancel') counts.set(reference, (counts.get(reference) ?? 0) + 1);
      }
      return counts;
    },
    async drafts() {
      const open = (await orders()).filter(({ state }) => state === 'draft' || state === 'sent');
      return new Set(open.flatMap(({ client_order_ref }) => client_order_ref ?? []));
    },
    part: notOurs,
    says: {
      refused: (words) => fault('422 Unprocessable Content', 'odoo.exceptions.UserError', words),
      noDatabase: fault('500 Internal Server Error', 'psycopg2.OperationalError', 'connection to server failed'),
    },
    renamed: 'id',
    notes: true,
    async copy() {
      for (const { id, client_order_ref: ours } of await orders()) {
        if (ours === null || !seen.has(ours) || copied.has(id)) continue;
        copied.add(id);
        await write('copy', id);
      }
      return copied.size;
    },
    orderMs: 2000,
    env: (url) => ({
      PLAYGROUND_ERP: 'odoo',
      ODOO_URL: url,
      ODOO_DB: server.database,
      ODOO_API_KEY: server.key,
      ...(server.login ? { ODOO_LOGIN: server.login } : {}),
    }),
    deals: (count, crmUrl) =>
      fillCrm(
        odoo({
          url: server.url,
          credentials: { key: server.key, ...(server.login ? { login: server.login } : {}) },
          settings: { database: server.database },
        }),
        // The server keeps the orders of earlier runs, and a reference is found again: each run has deals of its own.
        { count, crmUrl, first: Math.floor(Date.now() / 1000) * 10_000 },
      ),
    async end() {
      // An order of a run has no use after it, nor has a copy of one.
      const rows = (await orders()).filter(
        ({ state, origin, client_order_ref: ours }) => state !== 'cancel' && seen.has(ours ?? origin ?? ''),
      );
      for (const { id } of rows) await write('action_cancel', id).catch(() => null);
    },
  };
}

const text = z.union([z.string(), z.literal(false)]).transform((value) => value || null);
const orderSchema = z.object({ id: z.number(), client_order_ref: text, origin: text, state: z.string() });
const stamp = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

/** The orders of this run and copies of them. Only what changed since the last call is asked for: thousands of orders are counted many times. */
async function watchOrders(server: OdooServer): Promise<() => Promise<z.infer<typeof orderSchema>[]>> {
  const { send } = await connect(server, AbortSignal.timeout(60_000));
  const known = new Map<number, z.infer<typeof orderSchema>>();
  const began = Date.now() - OVERLAP_MS;
  let since = began;
  async function ask(args: Record<string, unknown>): Promise<z.infer<typeof orderSchema>[]> {
    for (let nth = 1; ; nth += 1)
      try {
        const call = { model: 'sale.order', method: 'search_read', args, signal: AbortSignal.timeout(60_000) };
        return z.array(orderSchema).parse(await send(call));
      } catch (error) {
        if (nth === TRIES || error instanceof z.ZodError) throw error;
        await pause(nth * 500);
      }
  }
  return async () => {
    const now = Date.now();
    for (let offset = 0; ; offset += PAGE) {
      const domain = [
        ['create_date', '>', stamp(began)],
        ['write_date', '>', stamp(since)],
        '|',
        ['client_order_ref', '=like', 'BR-%'],
        ['origin', '=like', 'BR-%'],
      ];
      const fields = Object.keys(orderSchema.shape);
      const rows = await ask({ domain, fields, limit: PAGE, offset, order: 'id' });
      for (const row of rows) known.set(row.id, row);
      if (rows.length < PAGE) break;
    }
    since = now - OVERLAP_MS;
    return [...known.values()];
  };
}

const refuse = async () => {
  throw new Error('this server is not ours to stop');
};
export const notOurs: Part = {
  name: 'Odoo',
  start: async () => {},
  kill: refuse,
  stop: async () => {},
  pause: () => void refuse(),
  resume: () => {},
  alive: () => true,
  ended: () => new Promise(() => {}),
  moveClock: async () => {},
  log: () => '',
};
