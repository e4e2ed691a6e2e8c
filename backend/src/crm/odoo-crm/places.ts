import type { AccountId } from '@backroom/shared';
import { z } from 'zod';
import { CrmError } from '../contract/index.ts';
import type { CrmTokenStore } from '../contract/tokens.ts';

const moreSchema = z.object({
  url: z.url(),
  database: z.string().min(1),
  login: z.string().min(1),
  /** Ed25519, as `x` of a JWK. The private half never leaves Odoo. */
  publicKey: z.string().min(1),
});
/** Where a database is reached, by which user's API key, and whose signature speaks for it. */
export type Place = z.infer<typeof moreSchema> & { key: string };

/** Odoo's API keys have no session that is renewed: what was given at the connection is good until it is revoked. */
export function odooPlaces(store: CrmTokenStore) {
  async function find(account: AccountId, fresh = false): Promise<Place | null> {
    const stored = await store.get(account, fresh);
    const more = moreSchema.safeParse(stored?.more).data;
    return stored && more && stored.accessToken !== '' ? { ...more, key: stored.accessToken } : null;
  }
  return {
    find,
    async get(account: AccountId): Promise<Place> {
      const place = await find(account);
      if (!place) throw new CrmError('unauthorised', `${account} is not connected`);
      return place;
    },
    put: (account: AccountId, { key, ...more }: Place) =>
      store.put(account, { accessToken: key, refreshToken: '', expiresAt: Number.MAX_SAFE_INTEGER, more }),
    async end(account: AccountId): Promise<void> {
      if (await store.get(account))
        await store.put(account, { accessToken: '', refreshToken: '', expiresAt: 0, more: {} });
    },
    disconnect: (account: AccountId) => store.disconnect(account),
  };
}
export type OdooPlaces = ReturnType<typeof odooPlaces>;
