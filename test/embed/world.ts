import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, registered } from '@backroom/backend/compose';
import { readConfig } from '@backroom/backend/config';
import { startDemoErp } from '@backroom/demo-erp/start';
import type { AccountId } from '@backroom/shared';
import { openTestStore } from '../../backend/test/databases.ts';

/** The frame's own secret. */
export const FRAME = 'f'.repeat(43);
export const ORIGIN = 'http://backroom.test';
type Session = { token: string; record: unknown; isAdmin: boolean };
const meta = (html: string, name: string): string =>
  new RegExp(`name="backroom-${name}" content="([^"]*)"`).exec(html)?.[1] ?? '';

/** The whole backend with a demo ERP and an empty page for frames of this CRM, asked without a network. `env`: what the CRM's adapter needs. */
export async function embedWorld(
  crm: string,
  env: Readonly<Record<string, string>>,
  { origin = ORIGIN, log = () => {} }: { origin?: string; log?: (...line: unknown[]) => void } = {},
) {
  const dir = mkdtempSync(join(tmpdir(), 'embed-'));
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html><html><head><title>x</title></head><body></body></html>');
  const own = {
    ...{ EMBED_DIR: dir, PUBLIC_ORIGIN: origin, ERP_PRIVATE_ADDRESSES: '127.0.0.0/8' },
    ...{ ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'), ...env },
  };
  const erp = await startDemoErp({ dataDir: ':memory:', port: 0, key: 'embed-test' });
  const store = await openTestStore();
  const logger = { error: log, warn: log, info: log, debug: log, trace: log, fatal: log };
  const backend = await compose(readConfig(own, []), store, logger as never, undefined, registered);
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    Promise.resolve(backend.app.fetch(new Request(`${origin}${path}`, init)));
  async function page(query: Readonly<Record<string, string>>) {
    const response = await ask(`/embed/${crm}/?${new URLSearchParams(query)}`);
    const html = await response.text();
    return {
      ticket: meta(html, 'page'),
      locale: meta(html, 'locale'),
      words: meta(html, 'words'),
      policy: response.headers.get('content-security-policy') ?? '',
    };
  }
  return {
    ...{ backend, erp, store, ask, page },
    /** The demo ERP becomes the account's. */
    connect: (account: AccountId) =>
      backend.accounts.connect(account, {
        ...{ erp: 'bridge', name: 'Demo ERP', url: erp.url, credentials: { key: erp.key } },
        settings: { timeZone: 'Europe/Berlin' },
      }),
    /** Trades a proof for a session, from a page that was just opened with `query`. */
    async exchange(query: Readonly<Record<string, string>>, proof: string, place: Readonly<Record<string, string>>) {
      const { ticket } = await page(query);
      const body = JSON.stringify({ proof, place, frame: FRAME, page: ticket });
      const headers = { 'content-type': 'application/json' };
      const response = await ask(`/embed/${crm}/session`, { method: 'POST', headers, body });
      const { code = null, data = null } = (await response.json()) as { code?: string; data?: Session };
      return { status: response.status, code, data };
    },
    async v1(path: string, token: string, frame = FRAME) {
      const response = await ask(path, { headers: { 'x-backroom-session': token, 'x-backroom-frame': frame } });
      return { status: response.status, json: (await response.json()) as { code?: string; data?: unknown } };
    },
    async end(): Promise<void> {
      await backend.stop();
      await erp.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
export type EmbedWorld = Awaited<ReturnType<typeof embedWorld>>;
