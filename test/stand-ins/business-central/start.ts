import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { closing, listening } from '../servers.ts';
import { openStore } from './database.ts';
import { adminServer, openDesk } from './desk.ts';
import { type Faults, faultsSchema, noFaults } from './faults.ts';
import { seed } from './seed/seed.ts';
import { businessCentralServer, type Counts } from './server.ts';
import { type App, openTokens } from './tokens.ts';

export const TENANT = 'cronus.example';
export const ENVIRONMENT = 'Production';
export const COMPANY = 'CRONUS DE';
/** Registered in Entra, and on the page "Microsoft Entra applications" with permission sets: all, and all but money. */
export const apps = {
  full: { clientId: '6f2c1a52-0b7e-4c0e-9f7a-0c6a7b1d2e01', secret: 'full-secret', denied: [] },
  limited: {
    clientId: '6f2c1a52-0b7e-4c0e-9f7a-0c6a7b1d2e02',
    secret: 'limited-secret',
    denied: [
      'salesOrders',
      'salesInvoices',
      'salesInvoiceLines',
      'customerFinancialDetails',
      'agedAccountsReceivables',
    ],
  },
} satisfies Record<string, App>;

/** Where it is reached at this address, as the variables of `npm start -- --erp business-central`. */
export const variablesFor = (url: string): Record<string, string> => ({
  BUSINESS_CENTRAL_URL: url,
  BUSINESS_CENTRAL_SIGN_IN: url,
  BUSINESS_CENTRAL_TENANT: TENANT,
  BUSINESS_CENTRAL_ENVIRONMENT: ENVIRONMENT,
  BUSINESS_CENTRAL_COMPANY: COMPANY,
  BUSINESS_CENTRAL_CLIENT_ID: apps.full.clientId,
  BUSINESS_CENTRAL_CLIENT_SECRET: apps.full.secret,
  BUSINESS_CENTRAL_TIME_ZONE: 'Europe/Berlin',
});

/** Starts the double on loopback. `file: ':memory:'` keeps nothing; a port of 0 takes a free one. */
export async function startBusinessCentral(options: { file?: string; port?: number; adminPort?: number } = {}) {
  const { file = ':memory:', port = 0, adminPort = 0 } = options;
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const store = openStore(file);
  seed(store);
  let faults = noFaults();
  const counts: Counts = { requests: 0, writes: 0, tokens: 0, batches: 0 };
  const tokens = openTokens(TENANT, Object.values(apps));
  const api = businessCentralServer({
    store,
    faults: () => faults,
    tokens,
    tenant: TENANT,
    environment: ENVIRONMENT,
    counts,
  });
  const setFaults = (next: Faults) => {
    faults = next;
  };
  const admin = adminServer({ store, counts, faults: () => faults, setFaults });
  const [url, adminUrl] = [await listening(api, port), await listening(admin, adminPort)];
  return {
    url,
    adminUrl,
    store,
    counts,
    desk: openDesk({ store }),
    company: String(store.by('companies', '', 'name', COMPANY)?.id),
    /** Sets what goes wrong; what is not named is well. */
    breakDown: (wanted: Partial<Faults>) => setFaults(faultsSchema.parse(wanted)),
    async close() {
      for (const timer of api.pending) clearTimeout(timer);
      await closing([api, admin]);
      store.close();
    },
  };
}
export type BusinessCentral = Awaited<ReturnType<typeof startBusinessCentral>>;
