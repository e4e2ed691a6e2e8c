import type { AccountId } from '@backroom/shared';
import { z } from 'zod';
import { type OnSent, reporting } from '../contract/calls.ts';
import { CrmError } from '../contract/index.ts';
import type { CrmTokenStore, StoredTokens } from '../contract/tokens.ts';
import { VERSION } from './client.ts';
import { accountSchema, introspectionSchema, tokenFaultSchema, tokensSchema } from './schemas.ts';

export type HubSpotApp = { apiBase: string; authorizeBase: string; clientId: string; clientSecret: string };
/** What was learnt with the grant. Each may be missing of accounts that were connected by an older version. */
export type GrantFacts = {
  /** Granted scopes, with a blank between them: optional ones may have been declined. */
  scopes?: string | undefined;
  timeZone?: string | undefined;
  /** Where the account's people use HubSpot. */
  uiDomain?: string | undefined;
  /** When the grant was made; another one may have other scopes. */
  since?: string | undefined;
  /** How long an access token lives. */
  lifeMs?: string | undefined;
};
export type HubSpotTokens = {
  /** The token as it stands, renewed in time; past `stale`, which HubSpot refused, a new one. */
  access(account: AccountId, stale?: string): Promise<string>;
  facts(account: AccountId): Promise<GrantFacts | null>;
  exchange(
    code: string,
    redirectUri: string,
  ): Promise<{ portalId: number; userId: number | null; tokens: StoredTokens }>;
};

/** Refreshed at 80 % of its life, so that a call never starts with a token about to die. */
const EARLY = 0.2;
const LIFE_MS = 1_800_000;
const ANSWER_MS = 8000;
/** HubSpot's own names for: the app was removed, the account is gone. */
const ended = new Set(['BAD_REFRESH_TOKEN', 'BAD_HUB']);
/** The grant itself, or a code of an installation, is no good; by RFC 6749, where HubSpot's own name is missing. */
const ofGrant = new Set(['invalid_grant', 'access_denied']);

/**
 * A refusal of the token endpoint. Only what is about the grant is `unauthorised`, and ends the connection: a wrong secret of ours would otherwise
 * disconnect every customer, and is mended without them.
 */
function refusal(status: number, json: unknown): CrmError {
  const { error = '', status: own = '', message } = tokenFaultSchema.safeParse(json).data ?? {};
  const grant = status < 500 && (own === '' ? ofGrant.has(error) : ended.has(own) || own === 'BAD_AUTH_CODE');
  const name = own || error || String(status);
  return new CrmError(grant ? 'unauthorised' : 'unreachable', `HubSpot token endpoint: ${name}`, {
    words: message ?? null,
  });
}

export function hubspotTokens(
  app: HubSpotApp,
  store: CrmTokenStore,
  now: () => number,
  onSent?: OnSent,
): HubSpotTokens {
  /** `account`: absent during an installation, when it is not known yet. */
  async function post<Body extends z.ZodType>(
    path: string,
    form: Record<string, string>,
    schema: Body,
    account?: AccountId,
  ) {
    const body = new URLSearchParams({ client_id: app.clientId, client_secret: app.clientSecret, ...form });
    const url = `${app.apiBase}/oauth/${VERSION}/token${path}`;
    const about = { method: 'POST', url, operation: 'token' };
    const response = await reporting(account && onSent, account ?? '', about, () =>
      fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(ANSWER_MS) }),
    ).catch((cause: unknown) => {
      throw new CrmError('unreachable', 'HubSpot token endpoint: no answer', { cause });
    });
    const json: unknown = await response.json().catch(() => null);
    if (!response.ok) throw refusal(response.status, json);
    const parsed = schema.safeParse(json);
    if (!parsed.success) throw new CrmError('drift', `HubSpot token endpoint: ${z.prettifyError(parsed.error)}`);
    return parsed.data as z.infer<Body>;
  }
  const ask = (form: Record<string, string>, account?: AccountId) => post('', form, tokensSchema, account);
  const tokensOf = (answer: z.infer<typeof tokensSchema>, more: GrantFacts): StoredTokens => {
    const facts = {
      ...more,
      ...(answer.scopes ? { scopes: answer.scopes.join(' ') } : {}),
      lifeMs: String(answer.expires_in * 1000),
    };
    return {
      accessToken: answer.access_token,
      refreshToken: answer.refresh_token,
      expiresAt: now() + answer.expires_in * 1000,
      more: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    };
  };
  const fresh = ({ expiresAt, more }: StoredTokens) => {
    const life = Number(more?.lifeMs ?? LIFE_MS);
    return expiresAt - now() > life * EARLY;
  };
  /** Nothing depends on it at once: without it links lead to HubSpot's front door, and the account is asked when its time zone is needed. */
  async function accountOf(token: string): Promise<GrantFacts> {
    const response = await fetch(`${app.apiBase}/account-info/${VERSION}/details`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(ANSWER_MS),
    }).catch(() => null);
    const known = response?.ok ? accountSchema.safeParse(await response.json().catch(() => null)).data : undefined;
    return { timeZone: known?.timeZone, uiDomain: known?.uiDomain };
  }

  return {
    async exchange(code, redirectUri) {
      const answer = await ask({ grant_type: 'authorization_code', code, redirect_uri: redirectUri });
      // Both are optional there. A guess at the account would let two customers share one.
      const told =
        answer.hub_id && answer.scopes
          ? { hub_id: answer.hub_id, scopes: answer.scopes }
          : await post(
              '/introspect',
              { token: answer.access_token, token_type_hint: 'access_token' },
              introspectionSchema,
            );
      const scopes = answer.scopes ?? told.scopes;
      const facts = { ...(await accountOf(answer.access_token)), since: new Date(now()).toISOString() };
      const tokens = tokensOf({ ...answer, ...(scopes ? { scopes } : {}) }, facts);
      return { portalId: answer.hub_id ?? told.hub_id, userId: answer.user_id ?? null, tokens };
    },
    facts: async (account) => ((await store.get(account))?.more as GrantFacts | undefined) ?? null,
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
          const answer = await ask({ grant_type: 'refresh_token', refresh_token: again.refreshToken }, account);
          const tokens = tokensOf(answer, again.more ?? {});
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
