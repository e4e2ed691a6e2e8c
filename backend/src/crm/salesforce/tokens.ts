import { createPrivateKey } from 'node:crypto';
import type { AccountId } from '@backroom/shared';
import { SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { encryptedAddressSchema } from '../contract/address.ts';
import { type OnSent, reporting } from '../contract/calls.ts';
import { CrmError } from '../contract/index.ts';
import type { CrmTokenStore, StoredTokens } from '../contract/tokens.ts';
import { jsforce } from './jsforce.ts';

export type SalesforceApp = {
  clientId: string;
  /** A connected app with PKCE may do without. */
  clientSecret: string | null;
  redirectUri: string;
  /** Private key (PEM) whose certificate the connected app holds, for orgs that are connected by JWT bearer. */
  jwtKey: string | null;
};
const answerSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  instance_url: encryptedAddressSchema,
  /** `https://login.salesforce.com/id/<org>/<user>` */
  id: z.url(),
});
/** `loginUrl`: where the grant lives; `username`: only for JWT bearer; `currency`: what amounts are in where the org has one currency. */
const moreSchema = z.object({
  instanceUrl: z.url(),
  loginUrl: z.url(),
  username: z.string().optional(),
  currency: z.string().optional(),
});
export type Session = { accessToken: string } & z.infer<typeof moreSchema>;
export type Granted = { orgId: string; userId: string; tokens: StoredTokens };
export type SalesforceTokens = {
  /** The session as it stands; past `stale`, a new one. */
  session(account: AccountId, stale?: string): Promise<Session>;
  /** Where the org's people and its API are found, as far as it is known without asking. */
  instanceUrl(account: AccountId): Promise<string>;
  authorizeUrl(loginUrl: string, verifier: string, state: string): Promise<string>;
  exchange(loginUrl: string, code: string, verifier: string): Promise<Granted>;
  bearer(loginUrl: string, username: string): Promise<Granted>;
  revoke(account: AccountId): Promise<void>;
};
export const sessionOf = ({ accessToken, more }: StoredTokens): Session => ({
  accessToken,
  ...moreSchema.parse(more),
});
const JWT_SECONDS = 180;

/** A refresh token that is not used for 30 days may end, and a session that lives by being used hides that: both are renewed after a week. */
const RENEW_AFTER_MS = 7 * 86_400_000;
/** Where that fails, the session as it stands goes on, and is tried again after this. */
const RENEW_AGAIN_MS = 600_000;

/**
 * Salesforce's answers to a token request, as ours. Only `invalid_grant` is about the customer's grant: revoked, expired, the user deactivated, the app
 * uninstalled. `invalid_client`, `invalid_client_id`, `unauthorized_client` and the like are our own configuration, and a mistyped secret must not
 * disconnect every org.
 */
function toError(error: unknown): CrmError {
  const name = error instanceof Error ? error.name : '';
  const words = error instanceof Error ? error.message : null;
  return new CrmError(name === 'invalid_grant' ? 'unauthorised' : 'unreachable', `Salesforce token endpoint: ${name}`, {
    words,
    cause: error,
  });
}
const endsGrant = (error: unknown): boolean => error instanceof CrmError && error.kind === 'unauthorised';

export function salesforceTokens(
  app: SalesforceApp,
  store: CrmTokenStore,
  now: () => number,
  onSent?: OnSent,
): SalesforceTokens {
  /** When a renewal that failed is tried again. */
  const notBefore = new LRUCache<AccountId, number>({ max: 10_000 });
  async function oauth(loginUrl: string, verifier?: string) {
    const { OAuth2 } = await jsforce();
    const client = new OAuth2({
      loginUrl,
      clientId: app.clientId,
      redirectUri: app.redirectUri,
      ...(app.clientSecret ? { clientSecret: app.clientSecret } : {}),
    });
    if (verifier) client.codeVerifier = verifier;
    return client;
  }
  async function granted(asking: Promise<unknown>, before: Record<string, string>, refresh = ''): Promise<Granted> {
    const raw = await asking.catch((error: unknown) => {
      throw toError(error);
    });
    const parsed = answerSchema.safeParse(raw);
    if (!parsed.success) throw new CrmError('drift', `Salesforce token endpoint: ${z.prettifyError(parsed.error)}`);
    const { access_token, refresh_token, instance_url, id } = parsed.data;
    const [orgId = '', userId = ''] = new URL(id).pathname.split('/').slice(-2);
    return {
      orgId,
      userId,
      tokens: {
        accessToken: access_token,
        // With rotation on, each refresh brings a new one and ends the old; without, it stays.
        refreshToken: refresh_token ?? refresh,
        // A session's length is the org's setting and not in the answer: it is renewed when it is refused, and by then at the latest.
        expiresAt: now() + RENEW_AFTER_MS,
        more: { ...before, instanceUrl: instance_url },
      },
    };
  }
  async function bearer(loginUrl: string, username: string, before: Record<string, string> = {}): Promise<Granted> {
    if (!app.jwtKey) throw new CrmError('unauthorised', 'no key for JWT bearer is configured');
    const assertion = await new SignJWT({})
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(app.clientId)
      .setSubject(username)
      .setAudience(loginUrl)
      .setExpirationTime(Math.floor(now() / 1000) + JWT_SECONDS)
      .sign(createPrivateKey(app.jwtKey));
    const client = await oauth(loginUrl);
    return granted(client.requestToken({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }), {
      ...before,
      loginUrl,
      username,
    });
  }
  async function renew(stored: StoredTokens): Promise<StoredTokens> {
    const more = moreSchema.parse(stored.more);
    if (stored.refreshToken === '' && more.username)
      return (await bearer(more.loginUrl, more.username, { ...stored.more })).tokens;
    const client = await oauth(more.loginUrl);
    return (await granted(client.refreshToken(stored.refreshToken), { ...stored.more }, stored.refreshToken)).tokens;
  }

  return {
    async authorizeUrl(loginUrl, verifier, state) {
      const client = await oauth(loginUrl, verifier);
      return client.getAuthorizationUrl({ scope: 'api refresh_token', state, code_challenge_method: 'S256' } as never);
    },
    exchange: async (loginUrl, code, verifier) =>
      granted((await oauth(loginUrl, verifier)).requestToken(code), { loginUrl }),
    bearer: (loginUrl, username) => bearer(loginUrl, username),
    async instanceUrl(account) {
      const stored = await store.get(account);
      if (!stored) throw new CrmError('unauthorised', `${account} is not connected`);
      return moreSchema.parse(stored.more).instanceUrl;
    },
    async session(account, stale) {
      const usable = ({ accessToken }: StoredTokens) => accessToken !== '' && accessToken !== stale;
      const fresh = (tokens: StoredTokens) =>
        usable(tokens) && (tokens.expiresAt > now() || now() < (notBefore.get(account) ?? 0));
      const stored = await store.get(account);
      if (!stored) throw new CrmError('unauthorised', `${account} is not connected`);
      if (fresh(stored)) return sessionOf(stored);
      return store.withLock(account, async () => {
        const again = await store.get(account, true);
        if (!again) throw new CrmError('unauthorised', `${account} is not connected`);
        // Somebody else was faster.
        if (fresh(again)) return sessionOf(again);
        try {
          const about = { method: 'POST', url: '/services/oauth2/token', operation: 'token' };
          const { tokens } = await reporting(onSent, account, about, async () => ({
            status: 200,
            tokens: await renew(again),
          }));
          await store.put(account, tokens);
          return sessionOf(tokens);
        } catch (error) {
          // There is no call that tells us of an uninstall: this is how it is noticed. Calling on would only make noise.
          if (endsGrant(error)) await store.disconnect(account);
          else if (usable(again)) {
            notBefore.set(account, now() + RENEW_AGAIN_MS);
            return sessionOf(again);
          }
          throw error;
        }
      });
    },
    async revoke(account) {
      const stored = await store.get(account);
      if (!stored) return;
      const { loginUrl } = moreSchema.parse(stored.more);
      const client = await oauth(loginUrl);
      await client.revokeToken(stored.refreshToken || stored.accessToken).catch((error: unknown) => {
        // A token that Salesforce does not know is one that was revoked.
        const known =
          error instanceof Error && !/unsupported_token_type|invalid_token/.test(`${error.name} ${error.message}`);
        if (known) throw toError(error);
      });
    },
  };
}
