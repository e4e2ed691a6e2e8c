import { odoo } from '@backroom/backend/erp/odoo/index';
import { connect } from '@backroom/backend/erp/odoo/transport';
import { z } from 'zod';
import { odooServer } from '../support/odoo-desk.ts';
import type { Erp } from './erps.ts';
import { fillCrm } from './fill.ts';
import type { Part } from './processes.ts';
import { httpAnswer } from './proxy.ts';

const PAGE = 2000;
/** The two steps of an order. JSON-2 names model and method in the path, JSON-RPC in the body. */
const isCreate = (request: string) =>
  /\/json\/2\/sale\.order\/load /.test(request) || /"sale\.order", ?"load"/.test(request);
const isConfirm = (request: string) =>
  /\/json\/2\/sale\.order\/action_confirm /.test(request) || /"sale\.order", ?"action_confirm"/.test(request);
const referenceIn = (text: string) => /BR-[A-Z2-7]{20}/.exec(text)?.[0] ?? null;

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
  const began = new Date(Date.now() - 60_000).toISOString().slice(0, 19).replace('T', ' ');
  async function read<Row extends z.ZodRawShape>(domain: readonly unknown[], row: Row) {
    const all: z.infer<z.ZodObject<Row & { id: z.ZodNumber }>>[] = [];
    for (let offset = 0; ; offset += PAGE) {
      const args = {
        domain: [['create_date', '>', began], ...domain],
        fields: Object.keys(row),
        limit: PAGE,
        offset,
        order: 'id',
      };
      const rows = z
        .array(z.object({ ...row, id: z.number() }))
        .parse(await send({ model: 'sale.order', method: 'search_read', args, signal: AbortSignal.timeout(60_000) }));
      all.push(...(rows as typeof all));
      if (rows.length < PAGE) return all;
    }
  }
  const ours = ['client_order_ref', '=like', 'BR-%'];
  const copied = new Set<number>();
  const write = (method: string, id: number) =>
    send({ model: 'sale.order', method, ids: [id], write: true, signal: AbortSignal.timeout(60_000) });
  return {
    name: 'odoo',
    port: Number(new URL(server.url).port || 80),
    isWrite: (request) => isCreate(request) || isConfirm(request),
    referenceOf(request) {
      const named = referenceIn(request);
      if (named) return named;
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
      const add = (reference: string) => counts.set(reference, (counts.get(reference) ?? 0) + 1);
      for (const each of await read([ours, ['state', '!=', 'cancel']], { client_order_ref: z.string() }))
        add(each.client_order_ref);
      // A person's copy keeps the source document and nothing else. It is a second order once it is confirmed.
      const copies = [
        ['origin', '=like', 'BR-%'],
        ['client_order_ref', '=', false],
        ['state', '=', 'sale'],
      ];
      for (const each of await read(copies, { origin: z.string() })) add(each.origin);
      return counts;
    },
    async drafts() {
      const rows = await read([ours, ['state', 'in', ['draft', 'sent']]], { client_order_ref: z.string() });
      return new Set(rows.map(({ client_order_ref }) => client_order_ref));
    },
    part: notOurs,
    says: {
      refused: (words) => fault('422 Unprocessable Content', 'odoo.exceptions.UserError', words),
      noDatabase: fault('500 Internal Server Error', 'psycopg2.OperationalError', 'connection to server failed'),
    },
    async copy() {
      for (const { id } of await read([ours], { client_order_ref: z.string() })) {
        if (copied.has(id)) continue;
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
      const rows = await read(
        [
          ['origin', '=like', 'BR-%'],
          ['state', '!=', 'cancel'],
        ],
        { origin: z.string() },
      );
      for (const { id } of rows) await write('action_cancel', id).catch(() => null);
    },
  };
}

const refuse = async () => {
  throw new Error('this Odoo is not ours to stop');
};
const notOurs: Part = {
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
