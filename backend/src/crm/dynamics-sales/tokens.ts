import { createHash, createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import type { AccountId } from '@backroom/shared';
import { SignJWT } from 'jose';
import { z } from 'zod';
import { type OnSent, reporting } from '../contract/calls.ts';
import { CrmError } from '../contract/index.ts';
import type { CrmTokenStore, StoredTokens } from '../contract/tokens.ts';
import { saysRemoved } from './unproved.ts';

/** Backroom's registration in Entra. A certificate is preferred: secrets end after a year or two. */
export type EntraApp = {
  clientId: string;
  proof: { secret: string } | { privateKey: string; certificate: string };
  /** https://login.microsoftonline.com, or a stand-in of it. */
  signIn: string;
};
/** `url`: the organisation; `tenant`: whose people work in it. */
const moreSchema = z.object({ url: z.url(), tenant: z.guid() });
export type Session = { accessToken: string } & z.infer<typeof moreSchema>;
export type DynamicsTokens = {
  /** The session as it stands; past `stale`, a new one. */
  session(account: AccountId, stale?: string): Promise<Session>;
  /** Where the account's organisation is, without asking it. Null: not connected. */
  place(account: AccountId): Promise<z.infer<typeof moreSchema> | null>;
  /** A session of an organisation that is not an account yet. */
  signIn(place: z.infer<typeof moreSchema>): Promise<StoredTokens>;
  end(account: AccountId): Promise<void>;
};
const answerSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const refusalSchema = z.object({ error: z.string(), error_description: z.string().optional() });
const ANSWER_MS = 6000;
const ASSERTION_SECONDS = 300;
/** A token is renewed that much before its end, so that none ends under way. */
const EARLY_MS = 60_000;

async function proofOf({ clientId, proof }: EntraApp, audience: string, now: number): Promise<Record<string, string>> {
  if ('secret' in proof) return { client_secret: proof.secret };
  const at = Math.floor(now / 1000);
  const print = createHash('sha256').update(new X509Certificate(proof.certificate).raw).digest('base64url');
  const assertion = await new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': print })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setNotBefore(at)
    .setIssuedAt(at)
    .setExpirationTime(at + ASSERTION_SECONDS)
    .sign(createPrivateKey(proof.privateKey));
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  };
}

/** Asks Entra's token endpoint. What is about the customer's consent is `unauthorised`; what may be our own configuration is not. */
export async function askEntra(
  app: EntraApp,
  tenant: string,
  form: Record<string, string>,
  now: number,
): Promise<unknown> {
  const url = `${app.signIn}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`;
  const body = new URLSearchParams({ client_id: app.clientId, ...form, ...(await proofOf(app, url, now)) });
  const signal = AbortSignal.timeout(ANSWER_MS);
  const response = await fetch(url, { method: 'POST', body, signal, redirect: 'error' }).catch((cause: unknown) => {
    throw new CrmError('unreachable', 'Entra token endpoint: no answer', { cause });
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  const { error = '', error_description: words = '' } = refusalSchema.safeParse(answer).data ?? {};
  const said = `Entra token endpoint: ${response.status} ${error}`;
  throw new CrmError(saysRemoved(words) ? 'unauthorised' : 'unreachable', said, { words: words || null });
}

/** Tokens of Backroom as an application of the customer's tenant. There is no refresh token in this flow. */
export function dynamicsTokens(
  app: EntraApp,
  store: CrmTokenStore,
  now: () => number,
  onSent?: OnSent,
): DynamicsTokens {
  async function signIn(place: z.infer<typeof moreSchema>): Promise<StoredTokens> {
    const form = { grant_type: 'client_credentials', scope: `${place.url}/.default` };
    const parsed = answerSchema.safeParse(await askEntra(app, place.tenant, form, now()));
    if (!parsed.success) throw new CrmError('drift', `Entra token endpoint: ${z.prettifyError(parsed.error)}`);
    const { access_token, expires_in } = parsed.data;
    return {
      accessToken: access_token,
      refreshToken: '',
      expiresAt: now() + expires_in * 1000 - EARLY_MS,
      more: place,
    };
  }
  async function kept(account: AccountId, fresh: boolean) {
    const stored = await store.get(account, fresh);
    const more = moreSchema.safeParse(stored?.more).data;
    if (!stored || !more) throw new CrmError('unauthorised', `${account} is not connected`);
    return { ...stored, more };
  }
  return {
    signIn,
    async place(account) {
      return moreSchema.safeParse((await store.get(account))?.more).data ?? null;
    },
    async session(account, stale) {
      const good = (tokens: StoredTokens) =>
        tokens.accessToken !== '' && tokens.accessToken !== stale && tokens.expiresAt > now();
      const first = await kept(account, false);
      if (good(first)) return { accessToken: first.accessToken, ...first.more };
      return store.withLock(account, async () => {
        const again = await kept(account, true);
        // Somebody else was faster.
        if (good(again)) return { accessToken: again.accessToken, ...again.more };
        try {
          const about = { method: 'POST', url: '/oauth2/v2.0/token', operation: 'token' };
          const { tokens } = await reporting(onSent, account, about, async () => ({
            status: 200,
            tokens: await signIn(again.more),
          }));
          await store.put(account, { ...tokens, more: { ...again.more, ...tokens.more } });
          return { accessToken: tokens.accessToken, ...again.more };
        } catch (error) {
          // Nobody tells us of an uninstall: this is how it is noticed.
          if (error instanceof CrmError && error.kind === 'unauthorised') await store.disconnect(account);
          throw error;
        }
      });
    },
    async end(account) {
      if (await store.get(account))
        await store.put(account, { accessToken: '', refreshToken: '', expiresAt: 0, more: {} });
    },
  };
}
