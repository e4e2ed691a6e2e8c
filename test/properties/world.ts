import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '@backroom/backend/compose';
import { readConfig } from '@backroom/backend/config';
import { bridge } from '@backroom/backend/erp/bridge/index';
import { createLogger } from '@backroom/backend/monitoring/logger';
import type { ErpOrder } from '@backroom/shared';
import { referenceSchema } from '@backroom/shared';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { startDemoErp } from '../../backend/demo-erp/src/start.ts';
import { openTestStore } from '../../backend/test/databases.ts';
import { seedPlayground } from '../../extension/playground/seed/seed.ts';
import { hubspotApi } from '../../extension/playground/server/hubspot/api.ts';
import { openCrm } from '../../extension/playground/server/hubspot/database.ts';
import { openPortal } from '../../extension/playground/server/hubspot/portal.ts';
import { standInSalesforce } from '../../extension/playground/server/salesforce/index.ts';
import { freePorts } from '../support/ports.ts';

const SECRET = 'playground-secret-not-for-production';
export const REPS = 400;
const ERP_KEY = 'demo-erp-key';

function listenOn(
  app: { fetch: (request: Request) => Response | Promise<Response> },
  port: number,
): Promise<() => Promise<void>> {
  return new Promise((ready) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () =>
      ready(
        () =>
          new Promise<void>((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      ),
    ) as Server;
  });
}

/** Backend, demo ERP and both CRM stand-ins in one process, with the CRM's data at hand: thousands of records a run. */
export async function openWorld() {
  const dataDir = mkdtempSync(join(tmpdir(), 'backroom-properties-'));
  const [backendPort = 0, crmPort = 0] = await freePorts(2);
  const backendUrl = `http://127.0.0.1:${backendPort}`;
  const crmUrl = `http://127.0.0.1:${crmPort}`;
  const erp = await startDemoErp({ dataDir: ':memory:', port: 0, key: ERP_KEY });
  const crm = openCrm(':memory:');
  const portal = openPortal();
  // A crowd of reps: what one of them may ask in a minute is not what this is about.
  for (let nth = 0; nth < REPS; nth += 1)
    portal.users.push({ id: String(100 + nth), email: `rep${nth}@example.com`, superAdmin: false });
  const publicOrigin = 'https://app.backroom.example';
  const salesforce = standInSalesforce(crm, { dataDir, publicOrigin, backendUrl, onChange: () => {} });
  const stand = new Hono();
  stand.onError((error) => {
    // A fault of the stand-in would look like one of the CRM.
    console.error(error);
    return new Response(null, { status: 500 });
  });
  stand.route(
    '/hubspot-api',
    hubspotApi(crm, { clientSecret: SECRET, portal, onChange: () => {}, maxInWindow: 1e9, maxSearches: 1e9 }),
  );
  stand.route('/', salesforce.app);
  const closeCrm = await listenOn(stand, crmPort);
  const env = {
    PUBLIC_ORIGIN: publicOrigin,
    BACKROOM_DATA: dataDir,
    HUBSPOT_CLIENT_ID: 'playground',
    HUBSPOT_CLIENT_SECRET: SECRET,
    HUBSPOT_API_BASE: `${crmUrl}/hubspot-api`,
    HUBSPOT_AUTHORIZE_BASE: `${crmUrl}/hubspot-api`,
    SALESFORCE_CLIENT_ID: 'playground',
    SALESFORCE_LOGIN_URL: `${crmUrl}/salesforce-api`,
    ENCRYPTION_KEY: Buffer.from('playground key, 32 bytes exactly').toString('base64'),
    DEMO_ERP_URL: erp.url,
    DEMO_ERP_KEY: ERP_KEY,
    BROWSER_ORIGIN: backendUrl,
    ERP_PRIVATE_ADDRESSES: '127.0.0.0/8',
  };
  const config = readConfig(env, []);
  const store = await openTestStore();
  const backend = await compose(config, store, createLogger('silent'));
  const closeBackend = await listenOn(backend.app, backendPort);
  await seedPlayground(backend, env, new Date());
  await backend.startWorker();
  const erpAdapter = bridge({ url: erp.url, credentials: { key: ERP_KEY }, settings: {} });
  return {
    crm,
    portal,
    backendUrl,
    /** The page that Apex calls go through. */
    pageUrl: crmUrl,
    /** The orders that the ERP has under a reference. */
    async orders(reference: string): Promise<ErpOrder[]> {
      const found = await erpAdapter.orders?.findByReference(
        { references: [referenceSchema.parse(reference)] },
        { signal: AbortSignal.timeout(10_000) },
      );
      return found?.results[0] ?? [];
    },
    async close() {
      await closeBackend();
      await backend.stop();
      await closeCrm();
      await erp.close();
      crm.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;
