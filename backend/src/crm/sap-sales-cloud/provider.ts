import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import { CrmError } from '../contract/index.ts';
import type { Tenant } from './tenants.ts';
import { groupsClaim, signingAlgorithms } from './unproved.ts';

const SKEW_SECONDS = 30;
/** A token comes straight from the token endpoint: an old one was not asked for by this sign-in. */
const LONGEST_SECONDS = 600;
const ANSWER_MS = 5000;
/** A key that is not known is looked up again so often: keys change, and made-up names must not become calls. */
const KEYS_AGAIN_MS = 30_000;
const KEPT_MS = 6 * 3_600_000;
const configurationSchema = z.object({
  issuer: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});
type Configuration = z.infer<typeof configurationSchema>;
const claimsSchema = z.object({
  sub: z.string().min(1).max(320),
  email: z.email().max(320),
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  name: z.string().max(320).optional(),
  azp: z.string().optional(),
  [groupsClaim]: z.union([z.array(z.string()).max(5000), z.string().transform((one) => [one])]).optional(),
});
/** Somebody who has just signed in, and which of Backroom's groups he is in. */
export type SignedIn = { email: string; name: string; uses: boolean; administers: boolean };
export type Provider = Pick<Tenant, 'issuer' | 'clientId' | 'clientSecret' | 'group' | 'adminGroup'>;

/** What jose says of a token, apart from what it says of keys that cannot be fetched: those say nothing of it. */
function refused(cause: unknown): Error {
  if (cause instanceof errors.JWTExpired) return new ProblemError('signature_expired', { cause });
  const isVerdict =
    cause instanceof errors.JOSEError &&
    !['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'].includes(cause.code);
  return isVerdict
    ? new ProblemError('signature_invalid', { cause })
    : new CrmError('unreachable', 'identity provider: its keys cannot be read', { cause });
}
async function askJson(about: string, url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, {
    ...init,
    headers: { accept: 'application/json', ...init.headers },
    redirect: 'error',
    signal: AbortSignal.timeout(ANSWER_MS),
  }).catch((cause: unknown) => {
    throw new CrmError('unreachable', `${about}: no answer`, { cause });
  });
  const json: unknown = await response.json().catch(() => null);
  if (response.ok) return json;
  const words = z.object({ error_description: z.string() }).safeParse(json).data?.error_description ?? null;
  throw new CrmError('refused', `${about}: ${response.status}`, { words });
}

/** Sign-in of people at the customer's own identity provider: OpenID Connect, authorisation code with PKCE. */
export function identityProviders(now: () => number) {
  const known = new LRUCache<string, Promise<Configuration>>({ max: 500, ttl: KEPT_MS });
  const keys = new LRUCache<string, ReturnType<typeof createRemoteJWKSet>>({ max: 500 });
  async function discover(issuer: string): Promise<Configuration> {
    const url = `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`;
    const found = configurationSchema.safeParse(await askJson('identity provider', url, {}));
    if (!found.success) throw new CrmError('drift', `identity provider: ${z.prettifyError(found.error)}`);
    const { data } = found;
    const { origin } = new URL(issuer);
    // What it says of itself has to be itself: a code and a secret go to no other host.
    const own = [data.issuer, data.authorization_endpoint, data.token_endpoint, data.jwks_uri];
    if (data.issuer !== issuer || !own.every((each) => new URL(each).origin === origin))
      throw new CrmError('drift', 'identity provider: it names another issuer, or endpoints elsewhere');
    return data;
  }
  function configuration(issuer: string): Promise<Configuration> {
    const asked = known.get(issuer) ?? discover(issuer);
    known.set(issuer, asked);
    asked.catch(() => known.delete(issuer));
    return asked;
  }
  function keysAt(url: string) {
    const found =
      keys.get(url) ??
      createRemoteJWKSet(new URL(url), {
        ...{ timeoutDuration: ANSWER_MS, cooldownDuration: KEYS_AGAIN_MS, cacheMaxAge: KEPT_MS },
      });
    keys.set(url, found);
    return found;
  }
  async function verify(
    token: string,
    { issuer, clientId, group, adminGroup }: Provider,
    nonce: string,
  ): Promise<SignedIn> {
    const { jwks_uri } = await configuration(issuer);
    const { payload } = await jwtVerify(token, keysAt(jwks_uri), {
      ...{ algorithms: signingAlgorithms, issuer, audience: clientId, requiredClaims: ['exp', 'iat', 'sub', 'nonce'] },
      ...{ maxTokenAge: LONGEST_SECONDS, clockTolerance: SKEW_SECONDS, currentDate: new Date(now()) },
    }).catch((cause: unknown) => {
      throw refused(cause);
    });
    const claims = claimsSchema.safeParse(payload).data;
    const audience = Array.isArray(payload.aud) ? payload.aud : [payload.aud];
    // A token for several, or one that another app asked for, proves nothing to us.
    const isForUs = audience.length === 1 && (claims?.azp === undefined || claims.azp === clientId);
    if (!claims || !isForUs || nonce === '' || payload.nonce !== nonce) throw new ProblemError('signature_invalid');
    // An address that nobody has confirmed may be anybody's.
    if (claims.email_verified === false || claims.email_verified === 'false') throw new ProblemError('forbidden');
    const groups = claims[groupsClaim] ?? [];
    const administers = groups.includes(adminGroup);
    return {
      email: claims.email,
      name: claims.name ?? claims.email,
      uses: administers || groups.includes(group),
      administers,
    };
  }
  return {
    verify,
    async authorizeUrl(
      { issuer, clientId }: Provider,
      asked: { redirectUri: string; state: string; nonce: string; challenge: string },
    ): Promise<string> {
      const url = new URL((await configuration(issuer)).authorization_endpoint);
      const query = {
        ...{ client_id: clientId, response_type: 'code', scope: 'openid email profile groups' },
        ...{ redirect_uri: asked.redirectUri, state: asked.state, nonce: asked.nonce },
        ...{ code_challenge: asked.challenge, code_challenge_method: 'S256' },
      };
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return String(url);
    },
    /** Who a code that came back is about: its token is taken from the provider itself and verified. */
    async signedIn(
      provider: Provider,
      { code, verifier, nonce, redirectUri }: Record<'code' | 'verifier' | 'nonce' | 'redirectUri', string>,
    ): Promise<SignedIn> {
      const { token_endpoint } = await configuration(provider.issuer);
      const [id, secret] = [provider.clientId, provider.clientSecret].map(encodeURIComponent);
      const answer = await askJson('identity provider', token_endpoint, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
        body: new URLSearchParams({
          ...{ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri },
        }),
      });
      const parsed = z.object({ id_token: z.string().min(1) }).safeParse(answer);
      if (!parsed.success) throw new CrmError('drift', 'identity provider: no ID token');
      return verify(parsed.data.id_token, provider, nonce);
    },
  };
}
export type IdentityProviders = ReturnType<typeof identityProviders>;
