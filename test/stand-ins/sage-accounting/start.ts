import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { tokenUsers } from '../../support/refresh-tokens.ts';
import { closing, listening } from '../servers.ts';
import { adminServer } from './admin.ts';
import { openBusinesses } from './businesses.ts';
import { openStore } from './database.ts';
import { openDesk } from './desk.ts';
import { type Faults, faultsSchema, noFaults } from './faults.ts';
import { constants } from './seed/constants.ts';
import { seed } from './seed/seed.ts';
import { accountingServer, type Counts } from './server.ts';
import { type App, openTokens, type User } from './tokens.ts';

export const app: App = {
  clientId: '7c1f0f6e-backroom',
  clientSecret: 'client-secret-backroom',
  redirectUrl: 'http://localhost:8787/oauth/callback',
};
/** The business of the tests. The user's lead business, which requests without `X-Business` mean, is another one and empty. */
export const BUSINESS = '0d40342d0287cd6b13555c54afca6c90';
const LEAD = '49c196153fb1524b7d888cece84e8b12';
const users: Readonly<Record<'full' | 'limited', User>> = {
  full: { id: 'c3c32d1c-41ba-483f-a3ff-49fdb57b9c38', denied: [] },
  /** No access to sales and bank. */
  limited: { id: 'd4d43e2d-52cb-594a-b4aa-5aaec68cad49', denied: ['sales', 'bank'] },
};
/** The refresh token that a sign-in gave, always the same for the same user of it. It is good for one use. */
export const firstRefreshToken = (user: string): string => `first-refresh-token-of-${user}`;

/** `redirectUrl`: the callback address that the app has in the vendor's registry. */
type Options = { file?: string; port?: number; adminPort?: number; redirectUrl?: string };
/** Starts the double on loopback. `file: ':memory:'` keeps nothing; a port of 0 takes a free one. */
export async function startSageAccounting(options: Options = {}) {
  const { file = ':memory:', port = 0, adminPort = 0, redirectUrl = app.redirectUrl } = options;
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const store = openStore(file);
  const desk = openDesk(store);
  const tokens = openTokens({ store, app: { ...app, redirectUrl }, users: Object.values(users) });
  if (store.isNew)
    store.atomic(() => {
      constants(store);
      seed(store, desk);
      for (const each of tokenUsers) tokens.consent(users.full.id, firstRefreshToken(each));
    });
  const lead = openStore();
  constants(lead);
  let faults = noFaults();
  const counts: Counts = { requests: 0, writes: 0, tokens: 0, refused: 0 };
  const businesses = openBusinesses([
    { id: LEAD, name: 'Backroom Holding Ltd', store: lead },
    { id: BUSINESS, name: 'Backroom Trading Ltd', store },
  ]);
  const api = accountingServer({ businesses, faults: () => faults, tokens, consenting: users.full.id, counts });
  const setFaults = (next: Faults) => {
    faults = next;
  };
  const admin = adminServer({ store, desk, counts, faults: () => faults, setFaults });
  const [url, adminUrl] = [await listening(api, port), await listening(admin, adminPort)];
  return {
    ...{ url, adminUrl, store, counts, desk },
    /** Consent of a person: a refresh token, good for one use, from which a connection starts. */
    consent: (who: keyof typeof users = 'full') => tokens.consent(users[who].id),
    /** Sets what goes wrong; what is not named is well. */
    breakDown: (wanted: Partial<Faults>) => setFaults(faultsSchema.parse(wanted)),
    async close() {
      for (const timer of api.pending) clearTimeout(timer);
      await closing([api, admin]);
      store.close();
    },
  };
}
export type SageAccounting = Awaited<ReturnType<typeof startSageAccounting>>;
