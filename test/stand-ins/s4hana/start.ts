import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { closing, listening } from '../servers.ts';
import { openStore } from './database.ts';
import { adminServer, openDesk } from './desk.ts';
import { type Faults, faultsSchema, noFaults } from './faults.ts';
import { seed } from './seed/seed.ts';
import { type Counts, s4hanaServer } from './server.ts';
import { openSessions, type User } from './sessions.ts';

/** The client with the data. A request that names none gets client 100, which is empty. */
export const CLIENT = '200';
const EMPTY_CLIENT = '100';
const COMPANY_CODE = '1010';
const SALES_ORGANIZATION = '1010';
/** Communication users: with all roles, without those for money and orders, and with sales organization 1020 only. */
export const users = {
  full: {
    name: 'BACKROOM',
    password: 'full-secret',
    language: 'DE',
    denied: [],
    areas: null,
    client: { id: 'BACKROOM_CLIENT', secret: 'client-secret' },
  },
  limited: {
    ...{
      name: 'BACKROOM_LTD',
      password: 'limited-secret',
      language: 'DE',
      areas: null,
      client: { id: 'LIMITED_CLIENT', secret: 'client-secret' },
    },
    denied: [
      'API_SALES_ORDER_SRV',
      'API_BILLING_DOCUMENT_SRV',
      'API_OPLACCTGDOCITEMCUBE_SRV',
      'API_CRDTMBUSINESSPARTNER',
    ],
  },
  otherArea: { name: 'BACKROOM_1020', password: 'other-secret', language: 'EN', denied: [], areas: ['1020'] },
} satisfies Record<string, User>;

/** Where it is reached at this address, as the variables of `npm start -- --erp s4hana`. */
export const variablesFor = (url: string): Record<string, string> => ({
  S4HANA_URL: url,
  S4HANA_USER: users.full.name,
  S4HANA_PASSWORD: users.full.password,
  S4HANA_CLIENT: CLIENT,
  S4HANA_SALES_ORGANIZATION: SALES_ORGANIZATION,
  S4HANA_DISTRIBUTION_CHANNEL: '10',
  S4HANA_DIVISION: '00',
  S4HANA_COMPANY_CODE: COMPANY_CODE,
  S4HANA_PLANTS: '1010, 1020',
  S4HANA_CREDIT_SEGMENT: '1000',
  S4HANA_REJECTION_REASON: '50',
  S4HANA_RETURN_REASON: '102',
  S4HANA_TIME_ZONE: 'Europe/Berlin',
});

/** Starts the double on loopback. `file: ':memory:'` keeps nothing; a port of 0 takes a free one. */
export async function startS4hana(options: { file?: string; port?: number; adminPort?: number } = {}) {
  const { file = ':memory:', port = 0, adminPort = 0 } = options;
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const store = openStore(file);
  const empty = openStore(':memory:');
  let faults = noFaults();
  const counts: Counts = { requests: 0, writes: 0, tokens: 0, batches: 0, csrf: 0 };
  const sessions = openSessions(Object.values(users));
  const desk = openDesk({ store, faults: () => faults });
  seed(store, desk);
  const stores = new Map([
    [CLIENT, store],
    [EMPTY_CLIENT, empty],
  ]);
  const api = s4hanaServer({ stores, defaultClient: EMPTY_CLIENT, faults: () => faults, sessions, counts });
  const setFaults = (next: Faults) => {
    faults = next;
  };
  const admin = adminServer({ store, desk, counts, faults: () => faults, setFaults, sessions: sessions.count });
  const [url, adminUrl] = [await listening(api, port), await listening(admin, adminPort)];
  return {
    ...{ url, adminUrl, store, counts, desk, sessions: sessions.count },
    /** Sets what goes wrong; what is not named is well. */
    breakDown: (wanted: Partial<Faults>) => setFaults(faultsSchema.parse(wanted)),
    async close() {
      for (const timer of api.pending) clearTimeout(timer);
      await closing([api, admin]);
      store.close();
      empty.close();
    },
  };
}
export type S4hana = Awaited<ReturnType<typeof startS4hana>>;
