import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import { CrmError } from '../contract/index.ts';
import { askEntra, type EntraApp } from './tokens.ts';
import { isSignIn } from './unproved.ts';

/** Who issues, whatever address its keys are fetched from. */
const ISSUER = 'https://login.microsoftonline.com';
const SKEW_SECONDS = 30;
/** An ID token is worth an hour; a clock that is wrong does not make it worth a day. */
const LONGEST_SECONDS = 2 * 3600;
const KEYS_ANSWER_MS = 4000;
/** A key that is not known is looked up again so often: keys change, and made-up names must not become calls. */
const KEYS_AGAIN_MS = 30_000;
const KEYS_KEPT_MS = 6 * 3_600_000;
const claimsSchema = z.object({
  tid: z.guid(),
  oid: z.guid(),
  exp: z.number(),
  preferred_username: z.string().max(320).optional(),
  email: z.string().max(320).optional(),
  name: z.string().max(320).optional(),
  nonce: z.string().optional(),
});
/** A person as Entra proves it: of this tenant, by the object id. */
export type Person = { tenant: string; oid: string; email: string; nonce: string | null; until: Date };
/** What jose says of a token, apart from what it says of keys that cannot be fetched: those say nothing of it. */
function refused(cause: unknown): Error {
  if (cause instanceof errors.JWTExpired) return new ProblemError('signature_expired', { cause });
  const isVerdict =
    cause instanceof errors.JOSEError &&
    !['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'].includes(cause.code);
  return isVerdict
    ? new ProblemError('signature_invalid', { cause })
    : new CrmError('unreachable', 'Entra: its keys cannot be read', { cause });
}
const idTokenSchema = z.object({ id_token: z.string().min(1) });

/** Sign-in of people at Microsoft Entra: authorisation code with PKCE, and ID tokens that its keys have signed. */
export function entraSignIn(app: EntraApp, now: () => number) {
  const keys = new LRUCache<string, ReturnType<typeof createRemoteJWKSet>>({ max: 500 });
  function keysOf(tenant: string) {
    const known =
      keys.get(tenant) ??
      createRemoteJWKSet(new URL(`${app.signIn}/${tenant}/discovery/v2.0/keys`), {
        ...{ timeoutDuration: KEYS_ANSWER_MS, cooldownDuration: KEYS_AGAIN_MS, cacheMaxAge: KEYS_KEPT_MS },
      });
    keys.set(tenant, known);
    return known;
  }
  /** The person that an ID token for this app and this tenant names. */
  async function verify(token: string, tenant: string): Promise<Person> {
    const { payload } = await jwtVerify(token, keysOf(tenant), {
      algorithms: ['RS256'],
      issuer: `${ISSUER}/${tenant}/v2.0`,
      audience: app.clientId,
      requiredClaims: ['exp', 'iat', 'oid', 'tid'],
      maxTokenAge: LONGEST_SECONDS,
      clockTolerance: SKEW_SECONDS,
      currentDate: new Date(now()),
    }).catch((cause: unknown) => {
      throw refused(cause);
    });
    const claims = claimsSchema.safeParse(payload).data;
    // An audience of several, or a token that an app got for itself, proves nobody.
    if (!claims || claims.tid !== tenant || payload.aud !== app.clientId || !isSignIn(payload))
      throw new ProblemError('signature_invalid');
    return {
      tenant,
      oid: claims.oid.toLowerCase(),
      email: claims.preferred_username ?? claims.email ?? claims.name ?? claims.oid,
      nonce: claims.nonce ?? null,
      until: new Date((claims.exp + SKEW_SECONDS) * 1000),
    };
  }
  return {
    verify,
    /** Where a person signs in. `tenant`: the organisation's own, or `organizations` where it is not known yet. */
    authorizeUrl(
      tenant: string,
      asked: { redirectUri: string; state: string; nonce: string; challenge: string },
    ): string {
      const query = new URLSearchParams({
        ...{ client_id: app.clientId, response_type: 'code', response_mode: 'query', scope: 'openid profile email' },
        ...{ redirect_uri: asked.redirectUri, state: asked.state, nonce: asked.nonce },
        ...{ code_challenge: asked.challenge, code_challenge_method: 'S256' },
      });
      return `${app.signIn}/${encodeURIComponent(tenant)}/oauth2/v2.0/authorize?${query}`;
    },
    /** The ID token for a code that came back. It is not verified yet. */
    async exchange(tenant: string, code: string, verifier: string, redirectUri: string): Promise<string> {
      const form = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
        scope: 'openid profile email',
      };
      const answer = idTokenSchema.safeParse(await askEntra(app, tenant, form, now()));
      if (!answer.success) throw new CrmError('drift', 'Entra: no ID token');
      return answer.data.id_token;
    },
  };
}
export type EntraSignIn = ReturnType<typeof entraSignIn>;
