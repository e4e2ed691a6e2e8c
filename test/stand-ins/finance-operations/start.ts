import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { closing, listening } from '../servers.ts';
import { CANCEL_SERVICE } from './custom-service.ts';
import { openStore } from './database.ts';
import { adminServer, openDesk } from './desk.ts';
import { type Faults, faultsSchema, noFaults } from './faults.ts';
import { COMPANY } from './seed/cast.ts';
import { seed } from './seed/seed.ts';
import { type Counts, financeOperationsServer } from './server.ts';
import { type App, openTokens } from './tokens.ts';

export const TENANT = 'contoso.example';
/** Registered in Entra and on the page "Microsoft Entra applications": with all rights, and without those for orders and money. */
export const apps = {
  full: {
    clientId: '2b1c7d0e-5a4f-4c1b-9a53-6f0e8d2c7a01',
    secret: 'full-secret',
    denied: [],
    company: 'dat',
    priority: 'Medium',
  },
  limited: {
    clientId: '2b1c7d0e-5a4f-4c1b-9a53-6f0e8d2c7a02',
    secret: 'limited-secret',
    denied: [
      'SalesOrderHeadersV2',
      'SalesOrderLinesV3',
      'SalesOrderLines',
      'SalesInvoiceHeadersV2',
      'SalesInvoiceLines',
      'CustTransactions',
    ],
    company: 'dat',
    priority: 'Low',
  },
} satisfies Record<string, App>;

/** Where it is reached at this address, as the variables of `npm start -- --erp finance-operations`. */
export const variablesFor = (url: string): Record<string, string> => ({
  FINANCE_OPERATIONS_URL: url,
  FINANCE_OPERATIONS_SIGN_IN: url,
  FINANCE_OPERATIONS_TENANT: TENANT,
  FINANCE_OPERATIONS_COMPANY: COMPANY,
  FINANCE_OPERATIONS_CLIENT_ID: apps.full.clientId,
  FINANCE_OPERATIONS_CLIENT_SECRET: apps.full.secret,
  FINANCE_OPERATIONS_CURRENCY: 'EUR',
  FINANCE_OPERATIONS_TIME_ZONE: 'Europe/Berlin',
  FINANCE_OPERATIONS_TRANSACTIONS_ENTITY: 'CustTransactions',
  FINANCE_OPERATIONS_CUSTOMER_GROUP: '10',
  FINANCE_OPERATIONS_SITE: '1',
  FINANCE_OPERATIONS_WAREHOUSE: '11',
  FINANCE_OPERATIONS_RETURN_REASON: 'DEFECT',
  FINANCE_OPERATIONS_CANCEL_SERVICE: CANCEL_SERVICE,
});

/** Starts the double on loopback. `file: ':memory:'` keeps nothing; a port of 0 takes a free one. */
export async function startFinanceOperations(options: { file?: string; port?: number; adminPort?: number } = {}) {
  const { file = ':memory:', port = 0, adminPort = 0 } = options;
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const store = openStore(file);
  let faults = noFaults();
  const desk = openDesk({ store, company: COMPANY, faults: () => faults });
  seed(store, desk);
  const counts: Counts = { requests: 0, writes: 0, tokens: 0, batches: 0 };
  const tokens = openTokens(TENANT, Object.values(apps));
  const api = financeOperationsServer({ store, faults: () => faults, tokens, counts });
  const setFaults = (next: Faults) => {
    faults = next;
  };
  const admin = adminServer({ store, desk, counts, faults: () => faults, setFaults });
  const [url, adminUrl] = [await listening(api, port), await listening(admin, adminPort)];
  return {
    ...{ url, adminUrl, store, counts, desk },
    /** Sets what goes wrong; what is not named is well. */
    breakDown: (wanted: Partial<Faults>) => setFaults(faultsSchema.parse(wanted)),
    async close() {
      for (const timer of api.pending) clearTimeout(timer);
      await closing([api, admin]);
      store.close();
    },
  };
}
export type FinanceOperations = Awaited<ReturnType<typeof startFinanceOperations>>;
