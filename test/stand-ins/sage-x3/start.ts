import { closing, listening } from '../servers.ts';
import { adminServer } from './admin.ts';
import { openDesk } from './desk.ts';
import { type Faults, faultsSchema, noFaults } from './faults.ts';
import { seed } from './seed/seed.ts';
import { type Counts, x3Server } from './server.ts';
import { type App, openSignIn, type User } from './sign-in.ts';
import { openStore } from './store.ts';

/** The folder of the address and the pool of the web services. */
export const folder = 'BACKROOM';
export const pool = 'BACKROOM';
const users: { full: User; limited: User } = {
  full: { login: 'backroom', password: 'backroom-secret', denied: [] },
  limited: {
    login: 'backroom_limited',
    password: 'limited-secret',
    denied: [
      ...['SORDER', 'SORDERQ', 'SORDERP', 'SINVOICE', 'SINVOICEV', 'SINVOICED', 'GACCDUDATE', 'BPCUSTMVT'],
      ...['SOH', 'SIH'],
    ],
  },
};
/** The address that the connected applications are registered with: audience of their tokens. */
const url = 'https://x3.backroom.example:8124/xtrem/api';
const app = (login: string): App => ({ clientId: `client-${login}`, secret: `secret-of-${login}`, url, login });
/** Credentials: each user with its password, and the connected application that signs for it. */
export const apps = {
  full: { ...users.full, ...app(users.full.login) },
  limited: { ...users.limited, ...app(users.limited.login) },
};

type Options = {
  /** Where the folder is kept; in memory only unless it is named. */
  file?: string;
  port?: number;
  adminPort?: number;
};
/** Starts the double on loopback; a port of 0 takes a free one. */
export async function startSageX3({ file = ':memory:', port = 0, adminPort = 0 }: Options = {}) {
  const store = openStore(file);
  let faults = noFaults();
  const desk = openDesk(store);
  if (store.isEmpty) store.atomic(() => seed(store, desk));
  const counts: Counts = { requests: 0, reads: 0, services: 0, writes: 0, mostAtOnce: 0 };
  const signIn = openSignIn({ users: Object.values(users), apps: Object.values(users).map(({ login }) => app(login)) });
  const api = x3Server({ store, faults: () => faults, signIn, counts, folder, pool });
  const setFaults = (next: Faults) => {
    faults = next;
  };
  const admin = adminServer({ store, desk, counts, faults: () => faults, setFaults });
  const [address, adminUrl] = [await listening(api, port), await listening(admin, adminPort)];
  return {
    ...{ url: address, adminUrl, store, counts, desk },
    /** Sets what goes wrong; what is not named is well. */
    breakDown: (wanted: Partial<Faults>) => setFaults(faultsSchema.parse(wanted)),
    async close() {
      for (const timer of api.pending) clearTimeout(timer);
      await closing([api, admin]);
      store.close();
    },
  };
}
export type SageX3 = Awaited<ReturnType<typeof startSageX3>>;
