import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { closing, listening } from '../servers.ts';
import { openStore } from './database.ts';
import { accountTime } from './days.ts';
import { adminServer, openDesk } from './desk.ts';
import { type Faults, faultsSchema, noFaults } from './faults.ts';
import { keyPair } from './keys.ts';
import { openReplica } from './replica.ts';
import type { Restlets } from './restlet.ts';
import { seed } from './seed/seed.ts';
import { type Counts, netSuiteServer } from './server.ts';
import { addFunctions } from './suiteql.ts';
import { type App, openTokens } from './tokens.ts';
import { recommit } from './transactions.ts';

export const ACCOUNT = '1234567_SB1';
const keys = { full: keyPair('full'), limited: keyPair('limited') };
const app = (name: 'full' | 'limited', more: Partial<App> = {}): App & { privateKey: string } => ({
  clientId: `client-id-${name}`,
  certificateId: `certificate-id-${name}`,
  key: keys[name].publicKey,
  privateKey: keys[name].privatePem,
  consumerKey: `consumer-key-${name}`,
  consumerSecret: `consumer-secret-${name}`,
  tokenId: `token-id-${name}`,
  tokenSecret: `token-secret-${name}`,
  scopes: ['rest_webservices', 'restlets'],
  denied: [],
  hidden: [],
  name: `Backroom ${name}`,
  ...more,
});
/** Integrations with their roles: with all rights, and without those for transactions and money. */
export const apps = {
  full: app('full'),
  limited: app('limited', {
    denied: ['salesOrder', 'invoice', 'creditMemo', 'returnAuthorization', 'transaction', 'transactionline'],
    hidden: ['customer.creditLimit', 'customer.balance', 'customer.overdueBalance', 'customer.unbilledOrders'],
  }),
};

type Options = { file?: string; port?: number; adminPort?: number; restlets?: Restlets };
/** Starts the double on loopback: one address for all hosts of the account. `file: ':memory:'` keeps nothing; a port of 0 takes a free one. */
export async function startNetSuite(options: Options = {}) {
  const { file = ':memory:', port = 0, adminPort = 0, restlets = {} } = options;
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const store = openStore(file);
  let faults = noFaults();
  addFunctions(store, () => accountTime(Date.now()));
  // Before the tables of SuiteQL follow: they show what stock is committed.
  store.onChange((rec, gone) => {
    if (rec.type === 'salesOrder') recommit(store, rec, gone);
  });
  const replica = openReplica(store, () => faults.replicaLagMs);
  const desk = openDesk({ store, replica });
  seed(store, desk);
  replica.rebuild();
  const counts: Counts = { requests: 0, writes: 0, tokens: 0, queries: 0, refusedByGovernor: 0, mostAtOnce: 0 };
  const tokens = openTokens(ACCOUNT, Object.values(apps));
  const api = netSuiteServer({
    store,
    faults: () => faults,
    tokens,
    counts,
    follow: replica.follow,
    restlets: () => restlets,
    account: ACCOUNT,
  });
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
export type NetSuite = Awaited<ReturnType<typeof startNetSuite>>;
