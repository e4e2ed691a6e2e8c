import { createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify } from 'jose';

/** An integration record with its mapping to an entity and a role. */
export type App = {
  clientId: string;
  certificateId: string;
  key: KeyObject;
  /** Token-based authentication, for integrations that have it already. */
  consumerKey: string;
  consumerSecret: string;
  tokenId: string;
  tokenSecret: string;
  scopes: readonly string[];
  /** Record types and tables that the role may not see. */
  denied: readonly string[];
  /** `record.field` that the role may not see. */
  hidden: readonly string[];
  name: string;
};
const ALGORITHMS = ['PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'];
const SKEW_MS = 5 * 60_000;
type Answer = { status: number; body: object };
const failed = (status: number, error: string): Answer => ({ status, body: { error } });
const hostOf = (account: string): string => account.toLowerCase().replaceAll('_', '-');
export const tokenAddress = (account: string): string =>
  `https://${hostOf(account)}.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token`;

/** Both ways to sign in: client credentials with a certificate, and OAuth 1.0a. */
export function openTokens(account: string, apps: readonly App[]) {
  const given = new Map<string, { app: App; until: number; scopes: readonly string[] }>();
  const nonces = new Map<string, number>();
  async function grant(form: URLSearchParams, seconds: number): Promise<Answer> {
    if (form.get('grant_type') !== 'client_credentials') return failed(400, 'unsupported_grant_type');
    if (form.get('client_assertion_type') !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
      return failed(400, 'invalid_request');
    const assertion = form.get('client_assertion') ?? '';
    let header: ReturnType<typeof decodeProtectedHeader>;
    try {
      header = decodeProtectedHeader(assertion);
    } catch {
      return failed(400, 'invalid_request');
    }
    const app = apps.find(({ certificateId }) => certificateId === header.kid);
    if (!app) return failed(401, 'invalid_client');
    if (!ALGORITHMS.includes(header.alg ?? '') || header.typ !== 'JWT') return failed(400, 'invalid_request');
    try {
      const { payload } = await jwtVerify(assertion, app.key, {
        algorithms: ALGORITHMS,
        issuer: app.clientId,
        audience: tokenAddress(account),
        requiredClaims: ['iat', 'exp', 'scope'],
        currentDate: new Date(),
        clockTolerance: SKEW_MS / 1000,
      });
      // Less than an hour from one to the other.
      if (Number(payload.exp) - Number(payload.iat) >= 3600) return failed(400, 'invalid_request');
      const scopes = Array.isArray(payload.scope)
        ? payload.scope.map(String)
        : String(payload.scope)
            .split(',')
            .map((each) => each.trim());
      if (scopes.length === 0 || scopes.some((each) => !app.scopes.includes(each))) return failed(400, 'invalid_scope');
      const token = randomBytes(32).toString('base64url');
      given.set(token, { app, until: Date.now() + seconds * 1000, scopes });
      return { status: 200, body: { access_token: token, expires_in: String(seconds), token_type: 'bearer' } };
    } catch {
      return failed(400, 'invalid_grant');
    }
  }
  /** RFC 5849 with HMAC-SHA256: the query is part of what is signed, a JSON body is not. */
  function signed(authorization: string, method: string, address: URL): App | null {
    const params = new Map(
      [...authorization.slice('OAuth '.length).matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        decodeURIComponent(value),
      ]),
    );
    const of = (name: string) => params.get(name) ?? '';
    const app = apps.find(
      ({ consumerKey, tokenId }) => consumerKey === of('oauth_consumer_key') && tokenId === of('oauth_token'),
    );
    if (!app || of('realm') !== account || of('oauth_signature_method') !== 'HMAC-SHA256') return null;
    if (Math.abs(Number(of('oauth_timestamp')) * 1000 - Date.now()) > SKEW_MS) return null;
    const once = `${of('oauth_token')} ${of('oauth_timestamp')} ${of('oauth_nonce')}`;
    if (of('oauth_nonce') === '' || nonces.has(once)) return null;
    const pairs = [
      ...address.searchParams,
      ...[...params].filter(([name]) => name !== 'realm' && name !== 'oauth_signature'),
    ];
    const encoded = pairs
      .map(([name, value]) => [percent(name), percent(value)] as const)
      .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
    const base = [
      method.toUpperCase(),
      percent(`${address.origin}${address.pathname}`),
      percent(encoded.map(([name, value]) => `${name}=${value}`).join('&')),
    ].join('&');
    const expected = createHmac('sha256', `${percent(app.consumerSecret)}&${percent(app.tokenSecret)}`)
      .update(base)
      .digest();
    const sent = Buffer.from(of('oauth_signature'), 'base64');
    if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return null;
    nonces.set(once, Date.now());
    return app;
  }
  return {
    grant,
    /** Who asks, if the request says so in one of the two ways. `scope`: what a token must be for. */
    holder(authorization: string | undefined, request: { method: string; address: URL; scope: string }): App | null {
      if (authorization?.startsWith('OAuth ')) return signed(authorization, request.method, request.address);
      const found = given.get(/^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '');
      return found && found.until > Date.now() && found.scopes.includes(request.scope) ? found.app : null;
    },
    endAll: () => given.clear(),
  };
}
const percent = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
