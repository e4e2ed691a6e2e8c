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
/** Dolibarr writes whole seconds, and a transaction may end after the time that stands on its rows. */
const OVERLAP_S = 60;
const orderSchema = z.object({ id: z.string(), ref_ext: z.string().nullable(), statut: z.string() });
type Order = z.infer<typeof orderSchema>;

/** The Dolibarr that the environment names, reached by its description. It is somebody's server: nothing here starts, stops or pauses it. */
export async function dolibarrErp(): Promise<Erp> {
  const { DOLIBARR_URL: url, DOLIBARR_API_SECRET: secret, DOLIBARR_DOCUMENT: file } = process.env;
  if (!url || !secret) throw new Error('DOLIBARR_URL and DOLIBARR_API_SECRET name no server');
  const document = file ? readFileSync(file, 'utf8') : shipped('dolibarr');
  const orders = watchOrders(url, secret);
  /** The button names an order by its id: learned from the answer that made it. */
  const references = new Map<string, string>();
  const isCreate = (request: string) => /^POST \S*\/orders HTTP/.test(request);
  const validated = (request: string) => /^POST \S*\/orders\/(\d+)\/validate HTTP/.exec(request)?.[1];
  const refusal = (code: number, words: string) =>
    JSON.stringify({ error: { code, message: `Bad Request: ${words}` } });
  return {
    name: 'dolibarr',
    port: Number(new URL(url).port || 80),
    isWrite: (request) => isCreate(request) || validated(request) !== undefined,
    referenceOf: (request) => referenceIn(request) ?? references.get(validated(request) ?? '') ?? null,
    answered(request, answer) {
      const reference = isCreate(request) ? referenceIn(request) : null;
      const id = /\r\n\r\n(?:[\da-f]+\r\n)?(\d+)/i.exec(answer)?.[1];
      if (reference && id) references.set(id, reference);
    },
    async count() {
      const counts = new Map<string, number>();
      for (const { ref_ext: reference, statut } of await orders())
        if (reference && statut !== '-1' && statut !== '0') counts.set(reference, (counts.get(reference) ?? 0) + 1);
      return counts;
    },
    async drafts() {
      return new Set((await orders()).flatMap(({ ref_ext, statut }) => (ref_ext && statut === '0' ? [ref_ext] : [])));
    },
    part: { ...notOurs, name: 'Dolibarr' },
    says: {
      refused: (words) => httpAnswer('400 Bad Request', 'application/json', refusal(400, words)),
      noDatabase: httpAnswer('500 Internal Server Error', 'text/html', '<html>DoliDB::Connect failed</html>'),
    },
    renamed: 'ref_ext',
    notes: false,
    // Its API copies no order.
    copy: async () => 0,
    orderMs: 2000,
    env: (address) => ({
      PLAYGROUND_ERP: 'declared',
      DECLARED_URL: address,
      DECLARED_SECRET: secret,
      DECLARED_DOCUMENT: document,
    }),
    deals: (count, crmUrl) =>
      fillCrm(declared({ url, credentials: { secret }, settings: { document } }), {
        count,
        crmUrl,
        // The server keeps the orders of earlier runs: each run has deals of its own.
        first: Math.floor(Date.now() / 1000) * 10_000,
      }),
    end: async () => {},
  };
}

/** The orders of this run. Only what changed since the last call is asked for: thousands of orders are counted many times. */
function watchOrders(url: string, secret: string): () => Promise<Order[]> {
  const known = new Map<string, Order>();
  let since = Math.floor(Date.now() / 1000) - OVERLAP_S;
  async function page(number: number): Promise<Order[]> {
    const address = new URL('/api/index.php/orders', url);
    const moment = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' }).format(since * 1000);
    const query = {
      sqlfilters: `(t.tms:>=:'${moment}') and (t.ref_ext:like:'BR-%')`,
      sortfield: 't.rowid',
      sortorder: 'ASC',
      limit: String(PAGE),
      page: String(number),
    };
    address.search = String(new URLSearchParams(query));
    const answer = await fetch(address, { headers: { DOLAPIKEY: secret }, signal: AbortSignal.timeout(60_000) });
    const body: unknown = await answer.json();
    // A list without rows is not found.
    return answer.status === 404 ? [] : z.array(orderSchema).parse(body);
  }
  return async () => {
    const now = Math.floor(Date.now() / 1000);
    for (let number = 0; ; number += 1) {
      const rows = await page(number);
      for (const row of rows) known.set(row.id, row);
      if (rows.length < PAGE) break;
    }
    since = now - OVERLAP_S;
    return [...known.values()];
  };
}
