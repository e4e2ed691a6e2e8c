import { readFileSync } from 'node:fs';
import { declared } from '@backroom/backend/erp/declared/index';
import { shipped } from '@backroom/backend/erp/declared/shipped';
import { z } from 'zod';
import { referenceIn } from './double.ts';
import type { Erp } from './erps.ts';
import { fillCrm } from './fill.ts';
import { notOurs } from './odoo.ts';
import { httpAnswer } from './proxy.ts';

const PAGE = 500;
/** A transaction may end so long after the time that ERPNext writes on its rows. */
const OVERLAP_MS = 60_000;
const SALES_ORDER = '/api/resource/Sales%20Order';
const orderSchema = z.object({
  name: z.string(),
  backroom_reference: z.string(),
  docstatus: z.number(),
  modified: z.string(),
});
type Order = z.infer<typeof orderSchema>;
type Ask = (
  method: string,
  path: string,
  parts?: { query?: Record<string, string>; body?: object },
) => Promise<unknown>;

/** The ERPNext that the environment names, reached by its description. It is somebody's server: nothing here starts, stops or pauses it. */
export async function erpNextErp(): Promise<Erp> {
  const { ERPNEXT_URL: url, ERPNEXT_API_KEY: key, ERPNEXT_API_SECRET: secret, ERPNEXT_DOCUMENT: file } = process.env;
  if (!url || !key || !secret) throw new Error('ERPNEXT_URL, ERPNEXT_API_KEY and ERPNEXT_API_SECRET name no server');
  const document = file ? readFileSync(file, 'utf8') : shipped('erpnext');
  const ask: Ask = async (method, path, { query = {}, body } = {}) => {
    const address = new URL(path, url);
    address.search = String(new URLSearchParams(query));
    const headers = { authorization: `token ${key}:${secret}`, 'content-type': 'application/json' };
    const signal = AbortSignal.timeout(60_000);
    const answer = await fetch(address, { method, headers, signal, ...(body ? { body: JSON.stringify(body) } : {}) });
    if (!answer.ok) throw new Error(`${method} ${path}: HTTP ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const orders = await watchOrders(ask);
  /** The submission names an order by its number: learned from the answer that made it. */
  const references = new Map<string, string>();
  /** References that passed by on the line: an earlier run left orders of its own. */
  const seen = new Set<string>();
  const copied = new Set<string>();
  const isCreate = (request: string) => request.startsWith(`POST ${SALES_ORDER} `);
  const submitted = (request: string) => /^PUT \/api\/resource\/Sales%20Order\/(\S+) /.exec(request)?.[1];
  const refusal = (words: string) => ({
    exception: `frappe.exceptions.ValidationError: ${words}`,
    exc_type: 'ValidationError',
    _server_messages: JSON.stringify([JSON.stringify({ message: words, title: 'Message', raise_exception: 1 })]),
  });
  const away = "Can't connect to MySQL server on '127.0.0.1' ([Errno 111] Connection refused)";
  return {
    name: 'erpnext',
    port: Number(new URL(url).port || 80),
    isWrite: (request) => isCreate(request) || submitted(request) !== undefined,
    referenceOf(request) {
      const reference = referenceIn(request) ?? references.get(submitted(request) ?? '') ?? null;
      if (reference) seen.add(reference);
      return reference;
    },
    answered(request, answer) {
      const reference = isCreate(request) ? referenceIn(request) : null;
      const number = /"data": ?\{"name": ?"([^"]+)"/.exec(answer)?.[1];
      if (reference && number) references.set(number, reference);
    },
    async count() {
      const counts = new Map<string, number>();
      for (const { backroom_reference: reference, docstatus } of await orders())
        if (docstatus === 1) counts.set(reference, (counts.get(reference) ?? 0) + 1);
      return counts;
    },
    async drafts() {
      const open = (await orders()).filter(({ docstatus }) => docstatus === 0);
      return new Set(open.map(({ backroom_reference: reference }) => reference));
    },
    part: { ...notOurs, name: 'ERPNext' },
    says: {
      refused: (words) => httpAnswer('417 Expectation Failed', 'application/json', JSON.stringify(refusal(words))),
      noDatabase: httpAnswer(
        '500 Internal Server Error',
        'application/json',
        JSON.stringify({
          exception: `pymysql.err.OperationalError: (2003, "${away}")`,
          exc_type: 'OperationalError',
          exc: '["Traceback (most recent call last):\\n"]',
        }),
      ),
    },
    renamed: 'backroom_reference',
    notes: false,
    async copy() {
      for (const { name, backroom_reference: reference } of await orders()) {
        if (!seen.has(reference) || copied.has(name)) continue;
        copied.add(name);
        await duplicate(ask, name);
      }
      return copied.size;
    },
    orderMs: 2000,
    env: (address) => ({
      PLAYGROUND_ERP: 'declared',
      DECLARED_URL: address,
      DECLARED_KEY: key,
      DECLARED_SECRET: secret,
      DECLARED_DOCUMENT: document,
    }),
    deals: (count, crmUrl) =>
      fillCrm(declared({ url, credentials: { key, secret }, settings: { document } }), {
        count,
        crmUrl,
        // The server keeps the orders of earlier runs: each run has deals of its own.
        first: Math.floor(Date.now() / 1000) * 10_000,
      }),
    end: async () => {},
  };
}

const earlier = (moment: string): string =>
  new Date(Date.parse(`${moment.replace(' ', 'T')}Z`) - OVERLAP_MS).toISOString().slice(0, 23).replace('T', ' ');

/** The orders of this run. Only what changed since the last call is asked for, by ERPNext's own clock: its times have no zone. */
async function watchOrders(ask: Ask): Promise<() => Promise<Order[]>> {
  const known = new Map<string, Order>();
  const list = async (filters: unknown[], query: Record<string, string>): Promise<Order[]> => {
    const fields = JSON.stringify(Object.keys(orderSchema.shape));
    const ours = JSON.stringify([['backroom_reference', 'like', 'BR-%'], ...filters]);
    const answer = await ask('GET', SALES_ORDER, { query: { fields, filters: ours, ...query } });
    return z.object({ data: z.array(orderSchema) }).parse(answer).data;
  };
  const [newest] = await list([], { order_by: 'modified desc', limit_page_length: '1' });
  let latest = newest?.modified ?? null;
  return async () => {
    const since = latest === null ? [] : [['modified', '>', earlier(latest)]];
    for (let start = 0; ; start += PAGE) {
      const page = { order_by: 'name asc', limit_start: String(start), limit_page_length: String(PAGE) };
      const rows = await list(since, page);
      for (const row of rows) {
        known.set(row.name, row);
        if (latest === null || row.modified > latest) latest = row.modified;
      }
      if (rows.length < PAGE) return [...known.values()];
    }
  };
}

const docSchema = z.record(z.string(), z.unknown());
const metaSchema = z.object({
  docs: z.array(
    z.object({
      name: z.string(),
      fields: z.array(z.object({ fieldname: z.string(), no_copy: z.number(), options: z.string().nullish() })),
    }),
  ),
});
/** "Duplicate", as ERPNext's page does it: all fields but those that the doctype does not copy. */
async function duplicate(ask: Ask, name: string): Promise<void> {
  const { data } = z.object({ data: docSchema }).parse(await ask('GET', `${SALES_ORDER}/${encodeURIComponent(name)}`));
  const meta = await ask('GET', '/api/method/frappe.desk.form.load.getdoctype', { query: { doctype: 'Sales Order' } });
  const { docs } = metaSchema.parse(meta);
  const copyOf = (doctype: string, doc: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(
      (docs.find((each) => each.name === doctype)?.fields ?? []).flatMap(({ fieldname, no_copy: kept, options }) => {
        const value = doc[fieldname];
        if (kept || value === undefined || value === null) return [];
        if (!Array.isArray(value)) return [[fieldname, value]];
        return [
          [
            fieldname,
            z
              .array(docSchema)
              .parse(value)
              .map((row) => copyOf(options ?? '', row)),
          ],
        ];
      }),
    );
  // The day of delivery is not copied, and asked for.
  await ask('POST', SALES_ORDER, { body: { ...copyOf('Sales Order', data), delivery_date: data.delivery_date } });
}
