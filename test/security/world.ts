import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen, type ServerLimits } from '@backroom/backend/api/server';
import { type Backend, compose } from '@backroom/backend/compose';
import { readConfig } from '@backroom/backend/config';
import { createLogger } from '@backroom/backend/monitoring/logger';
import { openStore, type Store } from '@backroom/backend/store/open';
import { startDemoErp } from '../../backend/demo-erp/src/start.ts';
import { openTestStore } from '../../backend/test/databases.ts';
import type { Sent } from '../../backend/test/tenants.ts';
import { seedPlayground } from '../../extension/playground/seed/seed.ts';
import { openPortal } from '../../extension/playground/server/hubspot/portal.ts';
import { startPlayground } from '../../extension/playground/server/start.ts';
import { signedRequest } from '../support/card.ts';
import { freePorts } from '../support/ports.ts';

/** So many uses of one statement are kept. */
const KEPT_OF_EACH = 3;
export type SecurityWorld = Awaited<ReturnType<typeof openSecurityWorld>>;
type Answer = { status: number; code: string | undefined; data: unknown; headers: Headers };

/** The real backend behind its real server, with both CRM stand-ins and the demo ERP, in this process: a test sees what it logs and keeps. */
export async function openSecurityWorld(
  options: {
    env?: Record<string, string>;
    limits?: Partial<ServerLimits>;
    databaseUrl?: string;
    portal?: Parameters<typeof openPortal>[0];
    /** Calls in ten seconds that the HubSpot account has bought; the usual limit without. */
    crmCalls?: number;
    /** Where the demo ERP keeps its data; in memory without. */
    erpDir?: string;
    /** So many deals more than the cast has. */
    many?: number;
    /** Without, nothing happens but what a test asks for. */
    worker?: boolean;
    /** Called for each statement, in the order in which they were sent. */
    onStatement?: (text: string) => void;
  } = {},
) {
  const [erpPort = 0, pagePort = 0, port = 0] = await freePorts(3);
  const at = (which: number) => `http://127.0.0.1:${which}`;
  const backendUrl = at(port);
  const erp = await startDemoErp({ dataDir: options.erpDir ?? ':memory:', port: erpPort, key: 'demo-erp-key' });
  const portal = openPortal(options.portal);
  const page = await startPlayground({
    port: pagePort,
    dataDir: ':memory:',
    backendUrl,
    erpUrl: at(erpPort),
    demo: true,
    publicOrigin: 'https://app.backroom.example',
    secret: 'playground-secret-not-for-production',
    portal,
    maxInWindow: options.crmCalls,
    many: options.many,
  });
  const env = {
    PORT: String(port),
    HUBSPOT_CLIENT_ID: 'playground',
    HUBSPOT_CLIENT_SECRET: 'playground-secret-not-for-production',
    HUBSPOT_API_BASE: `${at(pagePort)}/hubspot-api`,
    HUBSPOT_AUTHORIZE_BASE: `${at(pagePort)}/hubspot-api`,
    SALESFORCE_CLIENT_ID: 'playground',
    SALESFORCE_LOGIN_URL: `${at(pagePort)}/salesforce-api`,
    ENCRYPTION_KEY: Buffer.from('playground key, 32 bytes exactly').toString('base64'),
    DEMO_ERP_URL: at(erpPort),
    DEMO_ERP_KEY: 'demo-erp-key',
    BROWSER_ORIGIN: backendUrl,
    ERP_PRIVATE_ADDRESSES: '127.0.0.0/8',
    LOG_LEVEL: 'info',
    ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
    ...options.env,
  };
  const config = readConfig(env, []);
  const log: string[] = [];
  const statements = new Map<string, Sent[]>();
  const logger = createLogger('info', { write: (line) => void log.push(line) });
  const onStatement = (text: string, parameters: readonly unknown[]) => {
    options.onStatement?.(text);
    const sent = statements.get(text) ?? [];
    statements.set(text, [...sent, { text, parameters }].slice(-KEPT_OF_EACH));
  };
  const { databaseUrl } = options;
  const store: Store = databaseUrl
    ? await openStore({ databaseUrl, embeddedDir: '', onStatement })
    : await openTestStore({ onStatement });
  const backend: Backend = await compose(config, store, logger);
  await seedPlayground(backend, env, new Date());
  if (options.worker ?? true) await backend.startWorker();
  const server: Server = await new Promise((done) => {
    const made = listen(
      backend.app,
      { port, hostname: '127.0.0.1', ...(options.limits ? { limits: options.limits } : {}) },
      () => done(made),
    );
  });

  /** Sends a card's request and reads the problem's code, whether it came inside a 200 or with a status. */
  async function ask(path: string, more: Parameters<typeof signedRequest>[2] = {}): Promise<Answer> {
    return send(signedRequest(backendUrl, path, more));
  }
  async function send(request: Request): Promise<Answer> {
    const response = await fetch(request, { redirect: 'manual' });
    const text = await response.text();
    let body: { data?: unknown; problem?: { code: string }; code?: string } = {};
    try {
      body = JSON.parse(text);
    } catch {
      body = { data: text };
    }
    return {
      status: response.status,
      code: body.problem?.code ?? body.code,
      data: body.data,
      headers: response.headers,
    };
  }
  const cookieOf = (answer: Response): string => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return {
    backend,
    /** The HubSpot account: its users, who sees what, its next answers. */
    portal,
    /** The records that both CRMs show, and what the Salesforce org has, grants and refuses. */
    crm: page.crm,
    org: page.org,
    orgCalls: page.orgCalls,
    cookieOf,
    /** Opens the order desk as the card's user; the cookie. */
    async signIn(more: Parameters<typeof signedRequest>[2] = {}): Promise<string> {
      const { data } = await ask('/v1/desk/link', { method: 'POST', body: {}, ...more });
      const { pathname } = new URL((data as { url: string }).url);
      return cookieOf(await fetch(`${backendUrl}${pathname}`, { redirect: 'manual' }));
    },
    desk: (path: string, cookie: string, form?: Record<string, string>) =>
      fetch(`${backendUrl}/desk${path}`, {
        redirect: 'manual',
        ...(form ? { method: 'POST', body: new URLSearchParams(form).toString() } : {}),
        headers: {
          cookie,
          ...(form ? { origin: backendUrl, 'content-type': 'application/x-www-form-urlencoded' } : {}),
        },
      }),
    config,
    store,
    log,
    /** Every statement that was sent to the database, by its text, with the parameters that it had last. */
    statements,
    server,
    port: (server.address() as AddressInfo).port,
    backendUrl,
    pageUrl: at(pagePort),
    erpUrl: at(erpPort),
    ask,
    send,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await backend.stop();
      await page.close();
      await erp.close();
    },
  };
}
