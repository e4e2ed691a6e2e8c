import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { closing, listening } from '../servers.ts';
import { adminServer } from './admin.ts';
import { openStore } from './database.ts';
import { openDesk } from './desk.ts';
import { type Faults, faultsSchema, noFaults } from './faults.ts';
import { seed } from './seed/seed.ts';
import { type Counts, intacctServer } from './server.ts';
import { type App, openTokens, type User } from './tokens.ts';

const company = { id: 'BACKROOM-SBX' };
const app: App = { clientId: 'client-id-backroom.app.sage.com', clientSecret: 'client-secret-backroom' };
/** Web Services users: with all rights, and without those for sales documents and receivables. */
const users: { full: User; limited: User } = {
  full: { id: 'backroom', denied: [] },
  limited: {
    id: 'backroom_limited',
    denied: [
      'order-entry',
      'accounts-receivable/invoice',
      'accounts-receivable/adjustment',
      'accounts-receivable/advance',
    ],
  },
};
/** The user name of a token request, for an entity or for the top level. */
const userName = ({ id }: User, entity: string): string => `${id}@${company.id}${entity === '' ? '' : `|${entity}`}`;
export const apps = {
  full: { ...app, username: userName(users.full, '100') },
  limited: { ...app, username: userName(users.limited, '100') },
  topLevel: { ...app, username: userName(users.full, '') },
};

type Options = { file?: string; port?: number; adminPort?: number };
/** Starts the double on loopback. `file: ':memory:'` keeps nothing; a port of 0 takes a free one. */
export async function startIntacct(options: Options = {}) {
  const { file = ':memory:', port = 0, adminPort = 0 } = options;
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const store = openStore(file);
  let faults = noFaults();
  const desk = openDesk(store);
  seed(store, desk);
  const counts: Counts = { requests: 0, writes: 0, tokens: 0, queries: 0, refused: 0, mostAtOnce: 0 };
  const tokens = openTokens({ store, company: company.id, apps: [app], users: Object.values(users) });
  const api = intacctServer({ store, faults: () => faults, tokens, counts });
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
export type Intacct = Awaited<ReturnType<typeof startIntacct>>;
