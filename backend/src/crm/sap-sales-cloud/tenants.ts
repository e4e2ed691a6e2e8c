import { type AccountId, accountIdSchema } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { type OnSent, reporting } from '../contract/calls.ts';
import { CrmError } from '../contract/index.ts';
import type { CrmTokenStore, StoredTokens } from '../contract/tokens.ts';
import { parseExact } from '../kit/exact.ts';
import { paths } from './unproved.ts';

/** What an admin gave when the tenant was connected. `url`: its address; the issuer is its identity provider. */
export const tenantSchema = z.object({
  url: z.url(),
  user: z.string().min(1),
  password: z.string().min(1),
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** Groups of the identity provider: who may use Backroom, and who administers it. */
  group: z.string().min(1),
  adminGroup: z.string().min(1),
});
export type Tenant = z.infer<typeof tenantSchema>;
/** `token`: sent beside user and password by tenants that ask for it; empty: not asked for so far. */
export type Session = { url: string; authorization: string; token: string };
const answerSchema = z.object({ value: z.object({ access_token: z.string().min(1) }) });
const ANSWER_MS = 6000;
/** How long a user that the tenant has refused is not tried again: SAP locks a user after a few attempts. */
const REFUSED_MS = 600_000;

export const accountOf = (host: string): AccountId => accountIdSchema.parse(`sap-sales-cloud:${host.toLowerCase()}`);
/** The account that a parameter of the frame's address names. Null: it is no host. */
export const accountNamed = (host: string | undefined): AccountId | null =>
  host !== undefined && /^[a-z0-9.-]{1,150}$/i.test(host) ? accountOf(host) : null;
const basic = ({ user, password }: Pick<Tenant, 'user' | 'password'>) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** The tenant's own token for its technical user. A user that the tenant does not take is `unauthorised`. */
async function askToken(tenant: Tenant): Promise<string> {
  const response = await fetch(`${tenant.url}${paths.token}`, {
    headers: { authorization: basic(tenant), accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(ANSWER_MS),
  }).catch((cause: unknown) => {
    throw new CrmError('unreachable', 'SAP Sales Cloud token: no answer', { cause });
  });
  const text = await response.text().catch(() => '');
  const said = `SAP Sales Cloud token: ${response.status}`;
  if (response.status === 401)
    throw new CrmError('unauthorised', said, { words: 'SAP Sales Cloud no longer accepts the technical user.' });
  if (response.status === 403)
    throw new CrmError('refused', said, { words: 'The technical user has no right to sign in to the API.' });
  if (!response.ok) throw new CrmError('unreachable', said);
  let json: unknown;
  try {
    json = parseExact(text);
  } catch (cause) {
    throw new CrmError('drift', `${said}: not JSON`, { cause });
  }
  const parsed = answerSchema.safeParse(json);
  if (!parsed.success) throw new CrmError('drift', `${said}: ${z.prettifyError(parsed.error)}`);
  return parsed.data.value.access_token;
}

/** Connected tenants. Their user and password are kept with the account's tokens, which the store seals. */
export function tenantStore(store: CrmTokenStore, onSent?: OnSent) {
  const refusedUsers = new LRUCache<AccountId, string>({ max: 1000, ttl: REFUSED_MS });
  const tenantIn = (stored: StoredTokens | null): Tenant | null => tenantSchema.safeParse(stored?.more).data ?? null;
  async function kept(account: AccountId, fresh: boolean): Promise<{ tenant: Tenant; token: string }> {
    const stored = await store.get(account, fresh);
    const tenant = tenantIn(stored);
    if (!stored || !tenant) throw new CrmError('unauthorised', `${account} is not connected`);
    return { tenant, token: stored.accessToken };
  }
  const sessionOf = ({ tenant, token }: { tenant: Tenant; token: string }): Session => ({
    url: tenant.url,
    authorization: basic(tenant),
    token,
  });
  const put = (account: AccountId, tenant: Tenant, accessToken: string) =>
    store.put(account, { accessToken, refreshToken: '', expiresAt: 0, more: tenant });
  return {
    /** The tenant, without asking it. Null: not connected. */
    of: async (account: AccountId): Promise<Tenant | null> => tenantIn(await store.get(account)),
    connect(account: AccountId, tenant: Tenant): Promise<void> {
      refusedUsers.delete(account);
      return put(account, tenant, '');
    },
    async end(account: AccountId): Promise<void> {
      if (await store.get(account))
        await store.put(account, { accessToken: '', refreshToken: '', expiresAt: 0, more: {} });
    },
    /** The session as it stands; past the token `refused`, with a new one. One call asks for it, however many notice. */
    async session(account: AccountId, refused?: string): Promise<Session> {
      const first = await kept(account, false);
      if (refused === undefined || first.token !== refused) return sessionOf(first);
      return store.withLock(account, async () => {
        const again = await kept(account, true);
        // Somebody else was faster.
        if (again.token !== refused) return sessionOf(again);
        if (refusedUsers.get(account) === basic(again.tenant))
          throw new CrmError('unauthorised', `${account}: its technical user was refused`);
        try {
          const about = { method: 'GET', url: paths.token, operation: 'token' };
          const { token } = await reporting(onSent, account, about, async () => ({
            status: 200,
            token: await askToken(again.tenant),
          }));
          await put(account, again.tenant, token);
          return sessionOf({ ...again, token });
        } catch (error) {
          if (error instanceof CrmError && error.kind === 'unauthorised') {
            refusedUsers.set(account, basic(again.tenant));
            await store.disconnect(account);
          }
          throw error;
        }
      });
    },
  };
}
export type Tenants = ReturnType<typeof tenantStore>;
/** A session of a tenant that is not an account yet. Asks for the token where the tenant wants one. */
export async function firstSession(tenant: Tenant, refused?: string): Promise<Session> {
  const token = refused === undefined ? '' : await askToken(tenant);
  return { url: tenant.url, authorization: basic(tenant), token };
}
