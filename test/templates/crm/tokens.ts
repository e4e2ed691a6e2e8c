import { CrmError } from '@backroom/backend/crm/contract/index';
import type { CrmTokenStore } from '@backroom/backend/crm/contract/tokens';
import type { AccountId } from '@backroom/shared';
import { z } from 'zod';

const answerSchema = z.object({ access_token: z.string(), expires_in: z.number() });
const faultSchema = z.object({ error: z.string() });
const ANSWER_MS = 5000;

export type ToyTokens = { access: (account: AccountId, stale?: string) => Promise<string> };

/** The account's session as it stands; past `stale`, which the CRM refused, a new one. One process renews, the others wait. */
export function toyTokens(
  { url, secret }: { url: string; secret: string },
  store: CrmTokenStore,
  now: () => number,
): ToyTokens {
  async function renew(refreshToken: string) {
    const response = await fetch(`${url}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refresh_token: refreshToken, client_secret: secret }),
      signal: AbortSignal.timeout(ANSWER_MS),
    }).catch((cause: unknown) => {
      throw new CrmError('unreachable', 'token endpoint: no answer', { cause });
    });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return answerSchema.parse(body);
    // Only what is about the customer's grant disconnects the account; a wrong secret of ours must not.
    const ended = faultSchema.safeParse(body).data?.error === 'invalid_grant';
    throw new CrmError(ended ? 'unauthorised' : 'unreachable', `token endpoint: HTTP ${response.status}`);
  }
  return {
    async access(account, stale) {
      const kept = async (fresh: boolean) => {
        const found = await store.get(account, fresh);
        if (!found) throw new CrmError('unauthorised', `${account} is not connected`);
        return { ...found, good: found.accessToken !== stale && found.expiresAt > now() };
      };
      const first = await kept(false);
      if (first.good) return first.accessToken;
      return store.withLock(account, async () => {
        const again = await kept(true);
        // Somebody else was faster.
        if (again.good) return again.accessToken;
        try {
          const { access_token, expires_in } = await renew(again.refreshToken);
          await store.put(account, { ...again, accessToken: access_token, expiresAt: now() + expires_in * 1000 });
          return access_token;
        } catch (error) {
          if (error instanceof CrmError && error.kind === 'unauthorised') await store.disconnect(account);
          throw error;
        }
      });
    },
  };
}
