import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import { sameText } from '../kit/same-text.ts';
import { orgIdSchema } from './org-id.ts';

/** A token lives five minutes at most; clocks may differ by this much. */
export const LIFE_SECONDS = 300;
export const SKEW_SECONDS = 30;

const claimsSchema = z.object({
  iss: orgIdSchema,
  sub: z.string().regex(/^005[A-Za-z0-9]{12,15}$/),
  username: z.string().min(1).max(320),
  email: z.string().max(320).optional(),
  iat: z.number().int(),
  exp: z.number().int(),
  jti: z.string().regex(/^[\w-]{16,64}$/),
  method: z.string(),
  path: z.string(),
  bodyHash: z.string(),
  sandbox: z.boolean(),
  instance: z.string().min(1).max(40),
  roles: z.array(z.string().max(20)).max(10),
});
export type Claims = z.infer<typeof claimsSchema>;
/** A public key that the org's admin registered: its certificate, or the bare key, in PEM. `kid` is the certificate's unique name in the org. */
export type OrgKey = { kid: string; pem: string };
export type SignedRequest = { token: string; method: string; path: string; body: string };

/** Parsing a certificate costs more than checking a signature. */
const keys = new LRUCache<string, KeyObject>({ max: 500 });
function keyOf(pem: string): KeyObject {
  const known = keys.get(pem) ?? createPublicKey(pem);
  keys.set(pem, known);
  return known;
}
export const hashOf = (body: string): string => createHash('sha256').update(body, 'utf8').digest('base64url');
/** One spelling a token: base64url leaves bits over at its end, and a token with those changed would pass as another one. */
const canonical = (token: string): boolean => {
  const parts = token.split('.');
  return (
    parts.length === 3 &&
    parts.every((part) => part !== '' && Buffer.from(part, 'base64url').toString('base64url') === part)
  );
};
const problemOf = (cause: unknown): ProblemError => {
  if (cause instanceof ProblemError) return cause;
  const aged =
    cause instanceof errors.JWTExpired || (cause instanceof errors.JWTClaimValidationFailed && cause.claim === 'iat');
  return new ProblemError(aged ? 'signature_expired' : 'signature_invalid', { cause });
};

/**
 * What the org says with its certificate's key about one request. Throws `signature_invalid` for whatever is not exactly what the org signed
 * for exactly this request, `signature_expired` outside the window, `account_unknown` for an org without registered certificates.
 */
export async function verifyToken(
  request: SignedRequest,
  options: { audience: string; now: number; keysOf: (orgId: string) => Promise<readonly OrgKey[] | null> },
): Promise<Claims> {
  try {
    if (request.token.length > 8000 || !canonical(request.token)) throw new ProblemError('signature_invalid');
    const { kid } = decodeProtectedHeader(request.token);
    const orgId = orgIdSchema.parse(decodeJwt(request.token).iss);
    const registered = await options.keysOf(orgId);
    if (!registered) throw new ProblemError('account_unknown');
    const key = registered.find((each) => each.kid === kid);
    if (!key) throw new ProblemError('signature_invalid');
    const { payload } = await jwtVerify(request.token, keyOf(key.pem), {
      algorithms: ['RS256'],
      issuer: orgId,
      audience: options.audience,
      clockTolerance: SKEW_SECONDS,
      maxTokenAge: LIFE_SECONDS,
      requiredClaims: ['exp', 'jti', 'sub'],
      currentDate: new Date(options.now),
    });
    const claims = claimsSchema.parse(payload);
    const fits =
      claims.exp - claims.iat <= LIFE_SECONDS &&
      sameText(claims.method, request.method) &&
      sameText(claims.path, request.path) &&
      sameText(claims.bodyHash, hashOf(request.body));
    if (!fits) throw new ProblemError('signature_invalid');
    return claims;
  } catch (error) {
    throw problemOf(error);
  }
}
