import { closing, listening } from '../servers.ts';
import { adminServer } from './admin.ts';
import type { User } from './call.ts';
import { openDesk } from './desk.ts';
import { type Faults, faultsSchema, noFaults } from './faults.ts';
import { seed } from './seed/seed.ts';
import { type Company, type Counts, sage200Server } from './server.ts';
import { openStore } from './store.ts';
import { type App, openTokens } from './tokens.ts';

/** Registered by Sage as a web client. */
export const app: App = {
  clientId: 'backroom-sage-200',
  clientSecret: 'backroom-secret',
  redirects: ['https://backroom.example/oauth/callback', 'http://127.0.0.1:8710/oauth/callback'],
};
export const site = '6f2b6a52-9d1f-4b7e-8c55-0d9a1b2c3d4e';
/** Users of Sage 200: with all rights, and without those for order processing and the sales ledger. */
export const users = {
  full: {
    ...{ id: '1', name: 'Backroom', email: 'backroom@hansa.example', denied: [] },
    overridesPrices: true,
    overridesHolds: true,
  },
  limited: {
    ...{ id: '3', name: 'Viewer', email: 'viewer@hansa.example', denied: ['sop_', 'sales_'] },
    ...{ overridesPrices: false, overridesHolds: false },
  },
} satisfies Record<string, User>;
/** Companies of the site by what they are: the one with records, and one without. */
export const companies = { main: '1', empty: '2' } as const;

type Options = {
  /** Where the records of company 1 are kept; in memory only unless it is named. */
  file?: string;
  port?: number;
  adminPort?: number;
};
/** The refresh token that a sign-in gave, always the same for the same user of it. It is good for one use. */
export const firstRefreshToken = (user: string): string => openTokens(app, []).consent(users.full, user);
/** Starts the double on loopback; a port of 0 takes a free one. */
export async function startSage200({ file = ':memory:', port = 0, adminPort = 0 }: Options = {}) {
  const [store, other] = [openStore(file), openStore()];
  const desk = openDesk(store);
  if (store.isEmpty) store.atomic(() => seed(store, desk, Object.values(users)));
  seed(other, openDesk(other), Object.values(users), true);
  const all: readonly Company[] = [
    { site, siteName: 'Hansa Apparatus', company: 1, name: 'Hansa Apparatus Ltd', store },
    { site, siteName: 'Hansa Apparatus', company: 2, name: 'Hansa Training Ltd', store: other },
  ];
  let faults = noFaults();
  let consenting: User = users.full;
  const counts: Counts = { requests: 0, writes: 0, tokens: 0, refused: 0 };
  const tokens = openTokens(app, Object.values(users));
  const api = sage200Server({ companies: all, faults: () => faults, tokens, counts, consenting: () => consenting });
  const setFaults = (next: Faults) => {
    faults = next;
  };
  const admin = adminServer({ store, desk, counts, faults: () => faults, setFaults });
  const [url, adminUrl] = [await listening(api, port), await listening(admin, adminPort)];
  return {
    ...{ url, adminUrl, store, counts, desk },
    /** A refresh token as if a user had just signed in and consented. It is good for one use. */
    consent: (user: keyof typeof users = 'full'): string => tokens.consent(users[user]),
    /** Who signs in at the page of consent from now on. */
    signsIn: (user: keyof typeof users): void => {
      consenting = users[user];
    },
    /** The user takes the consent back. */
    revoke: (): void => tokens.revokeAll(),
    /** Sets what goes wrong; what is not named is well. */
    breakDown: (wanted: Partial<Faults>) => setFaults(faultsSchema.parse(wanted)),
    async close() {
      for (const timer of api.pending) clearTimeout(timer);
      await closing([api, admin]);
      store.close();
    },
  };
}
export type Sage200 = Awaited<ReturnType<typeof startSage200>>;
