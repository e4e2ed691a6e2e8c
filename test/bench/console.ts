// Each page of the console before a large history, on a real Postgres and on the embedded store.
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { deskTokens } from '@backroom/backend/access/desk';
import { type Backend, compose } from '@backroom/backend/compose';
import { readConfig } from '@backroom/backend/config';
import { createLogger } from '@backroom/backend/monitoring/logger';
import { openStore } from '@backroom/backend/store/open';
import type { Payload } from '@backroom/backend/submissions/payload';
import { startDemoErp } from '@backroom/demo-erp/start';
import { accountIdSchema } from '@backroom/shared';
import { fillConsole } from '../../backend/test/console-fill.ts';
import { orderOf } from '../chaos/order.ts';
import { startPostgres } from '../chaos/postgres.ts';
import { freePorts } from '../support/ports.ts';

import { consolePages } from './console-pages.ts';
import { recordingCost } from './console-recording.ts';
import { percentile, type Row, row } from './report.ts';

/** `BENCH_CONSOLE`: fewer submissions, to try the bench itself. */
const SUBMISSIONS = Number(process.env.BENCH_CONSOLE ?? 1_000_000);
/** `BENCH_CONSOLE_STORES`: one of them, where there is no time for both. */
const STORES = (process.env.BENCH_CONSOLE_STORES ?? 'postgres,embedded').split(',');
const ACCOUNTS = 1000;
const ROUNDS = 40;
const LIMIT_MS = 100;
const account = accountIdSchema.parse('hubspot:4242');
const KEY = Buffer.alloc(32, 7).toString('base64');
const origin = 'https://app.backroom.example';

/** Opens every page so often; its slowest but two of a hundred count. */
async function pagesOf(backend: Backend, order: string, where: string): Promise<Row[]> {
  const tokens = deskTokens(createHash('sha256').update(`desk|${KEY}`).digest());
  /** Each page by a person of their own: what one person may ask in ten seconds is limited. */
  async function signIn(userId: string): Promise<string> {
    const roles: ('rep' | 'admin')[] = ['rep', 'admin'];
    const person = { account, userId, actor: 'ada@example.com', roles, locale: 'en', timeZone: 'Europe/Berlin' };
    const { token } = await tokens.signLink(person, '/desk/orders', Date.now());
    const entered = await backend.app.request(`${origin}/desk/enter/${token}`);
    return (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  }
  const rows: Row[] = [];
  for (const [index, path] of consolePages(order).entries()) {
    const cookie = await signIn(String(100 + index));
    const times: number[] = [];
    for (let nth = 0; nth < ROUNDS; nth += 1) {
      const began = performance.now();
      const answer = await backend.app.request(`${origin}/desk${path}`, { headers: { cookie } });
      await answer.text();
      times.push(performance.now() - began);
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    }
    const [p50, p95] = [percentile(times, 50), percentile(times, 95)];
    rows.push(
      row(
        `${where}: \`${path.replace(order, ':id')}\`, p95 (p50 ${p50.toFixed(0)} ms)`,
        `${p95.toFixed(0)} ms`,
        `≤ ${LIMIT_MS} ms`,
        p95 <= LIMIT_MS,
      ),
    );
  }
  return rows;
}

async function measure(where: string, databaseUrl: string | undefined, dataDir: string, count: number): Promise<Row[]> {
  const erp = await startDemoErp({ dataDir: ':memory:', port: 0, key: 'bench' });
  const [nobody = 0] = await freePorts(1);
  const config = readConfig(
    {
      BACKROOM_DATA: dataDir,
      PUBLIC_ORIGIN: origin,
      HUBSPOT_CLIENT_ID: 'bench',
      HUBSPOT_CLIENT_SECRET: 'bench-secret-not-for-production',
      // Nobody answers: what the CRM would take is not measured.
      HUBSPOT_API_BASE: `http://127.0.0.1:${nobody}`,
      ENCRYPTION_KEY: KEY,
      ERP_PRIVATE_ADDRESSES: '127.0.0.0/8',
      ACCOUNT_REQUESTS: '1000000',
    },
    [],
  );
  const store = await openStore({ databaseUrl, embeddedDir: config.embeddedDir });
  const backend = await compose(config, store, createLogger('silent'));
  try {
    await backend.accounts.put(account, 'hubspot');
    await backend.accounts.connect(account, {
      erp: 'bridge',
      name: 'Demo ERP',
      url: erp.url,
      credentials: { key: erp.key },
      settings: { timeZone: 'Europe/Berlin', test: 'yes' },
    });
    const payload: Payload = { kind: 'order', order: orderOf(1), awaits: null, promiseDate: null };
    const { id } = await backend.services.submissions.submit(
      { account, actor: 'bench@example.com' },
      {
        record: { type: 'deal', id: '1' },
        revision: 'bench',
        reference: orderOf(1).reference,
        payload,
        names: { record: 'Order 1', customer: 'Bergmann GmbH' },
        idempotencyKey: 'bench-1',
        body: {},
      },
    );
    const began = performance.now();
    await fillConsole(store.db, { account, template: id, accounts: ACCOUNTS, submissions: count });
    console.log(
      `${where}: filled in ${((performance.now() - began) / 1000).toFixed(0)} s, load ${loadavg()[0]?.toFixed(0)}`,
    );
    const pages = await pagesOf(backend, id, where);
    return [...pages, ...(await recordingCost(backend, account, where))];
  } finally {
    await backend.stop();
    await erp.close();
  }
}

async function onPostgres(dir: string): Promise<Row[]> {
  const [port = 0] = await freePorts(1);
  const server = await startPostgres({ dir, port });
  const where = `Postgres, ${SUBMISSIONS.toLocaleString('en')} submissions`;
  return measure(where, server.url, join(dir, 'data'), SUBMISSIONS).finally(() => server.stop());
}
/** A tenth: the embedded database serves one process of a small installation, and fills slowly. */
const onEmbedded = (dir: string): Promise<Row[]> =>
  measure(
    `embedded, ${(SUBMISSIONS / 10).toLocaleString('en')} submissions`,
    undefined,
    join(dir, 'own'),
    SUBMISSIONS / 10,
  );

export async function benchConsole(): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'backroom-console-'));
  chmodSync(dir, 0o755);
  try {
    const rows = [
      ...(STORES.includes('postgres') ? await onPostgres(dir) : []),
      ...(STORES.includes('embedded') ? await onEmbedded(dir) : []),
    ];
    return [...rows, row('load of the machine at the end (1 minute)', `${loadavg()[0]?.toFixed(0)}`, '–', true)];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
