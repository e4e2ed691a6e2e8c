import type { AccountId } from '@backroom/shared';
import { CrmError } from '../contract/index.ts';
import type { CrmTokenStore, StoredTokens } from '../contract/tokens.ts';
import { VERSION } from './client.ts';
import { errorSchema, tokensSchema } from './schemas.ts';

export type HubSpotApp = { apiBase: string; authorizeBase: string; clientId: string; clientSecret: string };
export type HubSpotTokens = {
  /** The token as it stands, renewed in time; past `stale`, which HubSpot refused, a new one. */
  access(account: AccountId, stale?: string): Promise<string>;
  exchange(code: string, redirectUri: string): Promise<{ portalId: number; tokens: StoredTokens }>;
};

/** Refreshed at 80 % of its life, so that a call never starts with a token about to die. */
const EARLY = 0.2;

export function hubspotTokens(app: HubSpotApp, store: CrmTokenStore, now: () => number): HubSpotTokens {
  async function ask(form: Record<string, string>) {
    const body = new URLSearchParams({ client_id: app.clientId, client_secret: app.clientSecret, ...form });
    const response = await fetch(`${app.apiBase}/oauth/${VERSION}/token`, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(8000),
    }).catch((cause) => {
      throw new CrmError('unreachable', 'HubSpot token endpoint: no answer', { cause });
    });
    const json: unknown = await response.json().catch(() => null);
    if (response.ok) {
      const answer = tokensSchema.parse(json);
      return {
        portalId: answer.hub_id ?? 0,
        tokens: {
          accessToken: answer.access_token,
          refreshToken: answer.refresh_token,
          expiresAt: now() + answer.expires_in * 1000,
        },
      };
    }
    const words = errorSchema.safeParse(json).data?.message ?? null;
    throw new CrmError(
      response.status >= 500 || response.status === 429 ? 'unreachable' : 'unauthorised',
      `HubSpot token endpoint: ${response.status}`,
      { words },
    );
  }
  const fresh = (tokens: StoredTokens) => tokens.expiresAt - now() > 1_800_000 * EARLY;

  return {
    exchange: (code, redirectUri) => ask({ grant_type: 'authorization_code', code, redirect_uri: redirectUri }),
    async access(account, stale) {
      const good = (tokens: StoredTokens) => tokens.accessToken !== stale && fresh(tokens);
      const stored = await store.get(account);
      if (!stored) throw new CrmError('unauthorised', `${account} is not connected`);
      if (good(stored)) return stored.accessToken;
      return store.withLock(account, async () => {
        const again = await store.get(account, true);
        if (!again) throw new CrmError('unauthorised', `${account} is not connected`);
        // Somebody else was faster.
        if (good(again)) return again.accessToken;
        try {
          const { tokens } = await ask({ grant_type: 'refresh_token', refresh_token: again.refreshToken });
          await store.put(account, tokens);
          return tokens.accessToken;
        } catch (error) {
          // The grant is gone: the app was removed. Calling on would only make noise that HubSpot counts against us.
          if (error instanceof CrmError && error.kind === 'unauthorised') await store.disconnect(account);
          throw error;
        }
      });
    },
  };
}
