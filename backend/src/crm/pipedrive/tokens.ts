import type { AccountId } from '@backroom/shared';
import type { z } from 'zod';
import { type OnSent, reporting } from '../contract/calls.ts';
import { CrmError } from '../contract/index.ts';
import type { CrmTokenStore, StoredTokens } from '../contract/tokens.ts';
import { parseExact } from '../kit/exact.ts';
import { apiOf } from './addresses.ts';
import type { PipedriveGrants } from './grants.ts';
import { type Me, meSchema, tokenFaultSchema, tokensSchema } from './schemas.ts';
import { UNUSED_DAYS } from './unproved.ts';

export type PipedriveApp = { oauthBase: string; clientId: string; clientSecret: string };
/** What goes with the grant in use. `hook`: what Pipedrive's webhooks prove themselves with. */
export type GrantFacts = { api?: string; user?: string; since?: string; hook?: string };
export type Session = { token: string; api: string };

/** Renewed so long before its end that no call begins with a token about to die. */
const EARLY_MS = 10 * 60_000;
const ANSWER_MS = 8000;
/** About the grant or the code; everything else is about our own app, and disconnects nobody. */
const ofGrant = new Set(['invalid_grant', 'access_denied']);

export const basicOf = ({ clientId, clientSecret }: PipedriveApp): string =>
  `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;

/**
 * The grant of a company account. Each user who installs gives one of his own: one is in use, the others wait. One that has ended gives way to the next, and
 * without another the account is disconnected.
 */
export function pipedriveTokens(
  app: PipedriveApp,
  store: CrmTokenStore,
  grants: PipedriveGrants,
  now: () => number,
  onSent?: OnSent,
) {
  async function post(path: string, form: Record<string, string>, account?: AccountId): Promise<Response> {
    const url = `${app.oauthBase}${path}`;
    const send = () =>
      fetch(url, {
        method: 'POST',
        redirect: 'error',
        headers: { authorization: basicOf(app), 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form),
        signal: AbortSignal.timeout(ANSWER_MS),
      });
    return reporting(account === undefined ? undefined : onSent, account ?? '', { method: 'POST', url }, send).catch(
      (cause: unknown) => {
        throw new CrmError('unreachable', 'Pipedrive token endpoint: no answer', { cause });
      },
    );
  }
  async function ask(form: Record<string, string>, account?: AccountId): Promise<z.infer<typeof tokensSchema>> {
    const response = await post('/oauth/token', form, account);
    const json: unknown = await response.json().catch(() => null);
    if (response.ok) {
      const parsed = tokensSchema.safeParse(json);
      if (parsed.success) return parsed.data;
      throw new CrmError('drift', 'Pipedrive token endpoint: not an answer of tokens');
    }
    const { error, message } = tokenFaultSchema.safeParse(json).data ?? {};
    const ended = response.status < 500 && ofGrant.has(error ?? '');
    throw new CrmError(
      ended ? 'unauthorised' : 'unreachable',
      `Pipedrive token endpoint: ${error ?? response.status}`,
      {
        words: message ?? null,
      },
    );
  }
  const tokensOf = (answer: z.infer<typeof tokensSchema>, more: GrantFacts): StoredTokens => ({
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresAt: now() + answer.expires_in * 1000,
    more: { ...more, api: apiOf(answer.api_domain, app.oauthBase) },
  });
  const factsOf = ({ more }: StoredTokens): GrantFacts => (more ?? {}) as GrantFacts;
  const sessionOf = (tokens: StoredTokens): Session => ({
    token: tokens.accessToken,
    api: factsOf(tokens).api ?? '',
  });
  async function kept(account: AccountId, fresh: boolean): Promise<StoredTokens> {
    const found = await store.get(account, fresh);
    if (!found) throw new CrmError('unauthorised', `${account} is not connected`);
    return found;
  }
  /** The next user's grant comes into use. False: there is none, and the account is disconnected. */
  async function succeed(account: AccountId, ended: StoredTokens): Promise<boolean> {
    const { user, hook } = factsOf(ended);
    if (user !== undefined) await grants.remove(account, user);
    const next = await grants.take(account);
    if (!next) {
      await store.disconnect(account);
      return false;
    }
    await store.put(account, { ...next, more: { ...next.more, ...(hook ? { hook } : {}) } });
    return true;
  }
  async function renewed(account: AccountId, stale: string | undefined): Promise<Session> {
    const good = (tokens: StoredTokens) => tokens.accessToken !== stale && tokens.expiresAt - now() > EARLY_MS;
    for (;;) {
      const current = await kept(account, true);
      // Somebody else was faster.
      if (good(current)) return sessionOf(current);
      try {
        const answer = await ask({ grant_type: 'refresh_token', refresh_token: current.refreshToken }, account);
        const tokens = tokensOf(answer, factsOf(current));
        await store.put(account, tokens);
        return sessionOf(tokens);
      } catch (error) {
        if (!(error instanceof CrmError && error.kind === 'unauthorised')) throw error;
        if (!(await succeed(account, current))) throw error;
      }
    }
  }
  return {
    facts: async (account: AccountId): Promise<GrantFacts> => {
      const found = await store.get(account);
      return found ? factsOf(found) : {};
    },
    /** The session as it stands, renewed in time; past `stale`, which Pipedrive refused, a new one. */
    async access(account: AccountId, stale?: string): Promise<Session> {
      const first = await kept(account, false);
      if (first.accessToken !== stale && first.expiresAt - now() > EARLY_MS) return sessionOf(first);
      return store.withLock(account, () => renewed(account, stale));
    },
    /** Trades a code for a grant, and asks whose it is. */
    async exchange(code: string, redirectUri: string): Promise<{ me: Me; tokens: StoredTokens }> {
      const answer = await ask({ grant_type: 'authorization_code', code, redirect_uri: redirectUri });
      const tokens = tokensOf(answer, { since: new Date(now()).toISOString() });
      const { api, token } = sessionOf(tokens);
      const response = await fetch(`${api}/api/v1/users/me`, {
        redirect: 'error',
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(ANSWER_MS),
      }).catch((cause: unknown) => {
        throw new CrmError('unreachable', 'Pipedrive users/me: no answer', { cause });
      });
      const me = meSchema.safeParse(response.ok ? parseExact(await response.text()) : null).data?.data;
      if (!me) throw new CrmError('drift', 'Pipedrive does not say whose grant it is');
      return { me, tokens: { ...tokens, more: { ...tokens.more, user: me.id } } };
    },
    /** A new grant: in use where there is none yet, where it renews the one in use, or where an admin takes over from somebody who is none. */
    async keep(account: AccountId, tokens: StoredTokens, isAdmin: boolean): Promise<void> {
      await store.withLock(account, async () => {
        const current = await store.get(account, true);
        const { user, hook } = current ? factsOf(current) : {};
        const mine = factsOf(tokens).user ?? '';
        const takesOver =
          !current || user === undefined || user === mine || (isAdmin && !(await grants.isAdmin(account, user)));
        if (!takesOver) return grants.park(account, mine, tokens);
        if (current && user !== undefined && user !== mine) await grants.park(account, user, current);
        await store.put(account, { ...tokens, more: { ...tokens.more, ...(hook ? { hook } : {}) } });
      });
    },
    /** A user removed the app at this moment. True: his was the last grant, and the account is gone. A grant that is newer stays: the notice came late. */
    async drop(account: AccountId, user: string, at: number): Promise<boolean> {
      const isOlder = (tokens: StoredTokens | null) => {
        const since = Date.parse((tokens ? factsOf(tokens).since : undefined) ?? '');
        return Number.isNaN(since) || since <= at;
      };
      return store.withLock(account, async () => {
        const current = await store.get(account, true);
        if (!current) return false;
        if (factsOf(current).user === user) return isOlder(current) ? !(await succeed(account, current)) : false;
        if (isOlder(await grants.parked(account, user))) await grants.remove(account, user);
        return false;
      });
    },
    /** Uses the grants that were put aside, long before Pipedrive ends them; one that has ended already is forgotten. */
    async tend(account: AccountId): Promise<void> {
      const due = now() - (UNUSED_DAYS / 2) * 86_400_000;
      await store.withLock(account, async () => {
        for (const tokens of await grants.all(account)) {
          const { user } = factsOf(tokens);
          if (user === undefined || tokens.expiresAt > due) continue;
          try {
            const answer = await ask({ grant_type: 'refresh_token', refresh_token: tokens.refreshToken }, account);
            await grants.park(account, user, tokensOf(answer, factsOf(tokens)));
          } catch (error) {
            if (!(error instanceof CrmError && error.kind === 'unauthorised')) throw error;
            await grants.remove(account, user);
          }
        }
      });
    },
    /** Keeps what webhooks prove themselves with beside the grant in use. */
    async keepHook(account: AccountId, hook: string): Promise<void> {
      await store.withLock(account, async () => {
        const current = await kept(account, true);
        await store.put(account, { ...current, more: { ...current.more, hook } });
      });
    },
    /** One process at a time prepares an account. The lock is another one than that of the tokens, which are renewed meanwhile. */
    alone: <Result>(account: AccountId, work: () => Promise<Result>): Promise<Result> =>
      store.withLock(`${account}#prepare` as AccountId, work),
    /** Ends every grant of the account at Pipedrive. */
    async revoke(account: AccountId): Promise<void> {
      const all = [await store.get(account, true), ...(await grants.all(account))];
      for (const tokens of all)
        if (tokens)
          await post('/oauth/revoke', { token: tokens.refreshToken, token_type_hint: 'refresh_token' }, account);
    },
  };
}
export type PipedriveTokens = ReturnType<typeof pipedriveTokens>;
