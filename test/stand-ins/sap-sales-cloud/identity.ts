import { randomBytes } from 'node:crypto';
import { pkceCodes, sentBack } from '../pkce-codes.ts';
import { signingKey } from '../signed-tokens.ts';

/** An application as the customer's administrator registers it. Without a secret it is a public one: PKCE alone proves it. */
export type Application = { clientId: string; secret: string | null; redirectUris: readonly string[] };
export type Person = {
  uuid: string;
  email: string;
  givenName: string;
  familyName: string;
  groups?: readonly string[];
};
const TOKEN_SECONDS = 3600;
const refused = (status: number, error: string, error_description: string) =>
  Response.json({ error, error_description }, { status });

/**
 * The customer's tenant of SAP Cloud Identity Services: OpenID Connect with code and PKCE. `sitsDown` says who is before its page of sign-in, which no
 * frame may hold.
 */
export function openIdentity(options: {
  issuer: () => string;
  now: () => number;
  applications: readonly Application[];
}) {
  const { issuer, now, applications } = options;
  const key = signingKey('ias-1');
  const codes = pkceCodes<{ app: Application; person: Person; nonce: string | null }>(now);
  let [person, isSignedIn]: [Person | null, boolean] = [null, false];

  const claimsOf = (app: Application, who: Person, nonce: string | null) => {
    const at = Math.floor(now() / 1000);
    return {
      ...{ iss: issuer(), aud: app.clientId, sub: who.uuid, user_uuid: who.uuid, iat: at, exp: at + TOKEN_SECONDS },
      ...{ email: who.email, email_verified: true, given_name: who.givenName, family_name: who.familyName },
      ...(who.groups ? { groups: who.groups } : {}),
      ...(nonce === null ? {} : { nonce }),
      jti: randomBytes(9).toString('base64url'),
    };
  };
  function authorize(query: URLSearchParams): Response {
    const app = applications.find(({ clientId }) => clientId === query.get('client_id'));
    const redirect = query.get('redirect_uri') ?? '';
    // Nothing is sent to an address that is not registered.
    if (!app) return refused(400, 'invalid_client', 'The client is not known.');
    if (!app.redirectUris.includes(redirect))
      return refused(400, 'invalid_request', 'The redirect_uri is not registered.');
    const back = (error: string) => sentBack(redirect, { error, state: query.get('state') });
    if (query.get('response_type') !== 'code') return back('unsupported_response_type');
    if (!(query.get('scope') ?? '').split(' ').includes('openid')) return back('invalid_scope');
    if (!codes.isProtected(query)) return back('invalid_request');
    if (query.get('prompt') === 'none' && !isSignedIn) return back('login_required');
    if (!person) return back('access_denied');
    isSignedIn = true;
    const code = codes.give(query, { app, person, nonce: query.get('nonce') });
    return sentBack(redirect, { code, state: query.get('state') });
  }
  function appIn(headers: Headers, form: URLSearchParams): Application | null {
    const [, basic = ''] = /^Basic (.+)$/.exec(headers.get('authorization') ?? '') ?? [];
    const [id = '', secret] = Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent);
    const given = basic === '' ? [form.get('client_id'), form.get('client_secret')] : [id, secret ?? null];
    return applications.find((app) => app.clientId === given[0] && app.secret === given[1]) ?? null;
  }
  function token(headers: Headers, form: URLSearchParams): Response {
    const app = appIn(headers, form);
    if (!app) return refused(401, 'invalid_client', 'Client authentication failed.');
    if (form.get('grant_type') !== 'authorization_code')
      return refused(400, 'unsupported_grant_type', 'The grant type is not supported.');
    const kept = codes.take(form);
    if (kept?.app !== app) return refused(400, 'invalid_grant', 'The code is not valid.');
    const claims = claimsOf(app, kept.person, kept.nonce);
    return Response.json({
      ...{ access_token: key.signed({ ...claims, aud: undefined }), id_token: key.signed(claims) },
      ...{ token_type: 'Bearer', expires_in: TOKEN_SECONDS },
    });
  }
  const description = (root: string) => ({
    ...{ issuer: root, authorization_endpoint: `${root}/oauth2/authorize`, token_endpoint: `${root}/oauth2/token` },
    ...{ jwks_uri: `${root}/oauth2/certs`, userinfo_endpoint: `${root}/oauth2/userinfo` },
    ...{ response_types_supported: ['code'], subject_types_supported: ['public'], scopes_supported: ['openid'] },
    ...{ id_token_signing_alg_values_supported: ['RS256'], code_challenge_methods_supported: ['S256'] },
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
  });
  return {
    /** Whoever is before the page from now on; null: somebody who goes away. */
    sitsDown(who: Person | null): void {
      person = who;
      isSignedIn = false;
    },
    /** An id token as the provider would give it; what is given replaces its claims. */
    token: (app: Application, who: Person, claims: object = {}, header: object = {}) =>
      key.signed({ ...claimsOf(app, who, null), ...claims }, header),
    async fetch(request: Request): Promise<Response> {
      const { pathname, searchParams } = new URL(request.url);
      if (pathname === '/.well-known/openid-configuration') return Response.json(description(issuer()));
      if (pathname === '/oauth2/certs') return Response.json(key.keys);
      if (pathname === '/oauth2/authorize' && request.method === 'GET') return authorize(searchParams);
      if (pathname === '/oauth2/token' && request.method === 'POST')
        return token(request.headers, new URLSearchParams(await request.text()));
      return new Response('Not Found', { status: 404 });
    },
  };
}
