import { createHash, createPublicKey, randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { jwtVerify } from 'jose';

export type OAuthOptions = {
  clientId: string;
  /** Absent: the app has none, PKCE is enough. */
  clientSecret?: string;
  /** The org and its one integration user. */
  orgId: string;
  userId: string;
  username: string;
  /** Refresh token that is good from the start; none in a fresh org. */
  refreshToken: string | null;
  /** Each refresh ends its token and brings a new one, as an org can demand. */
  rotate: boolean;
  /** Public key of the connected app, for the JWT bearer flow. */
  appKey?: string;
  /** Where a browser reaches the app, where nobody serves its public address. */
  browserOrigin?: string;
};

/** Salesforce's authorization server as far as it is used: web server flow with PKCE, refresh, JWT bearer, revocation. */
export function oauthServer(options: OAuthOptions) {
  const app = new Hono();
  const sessions = new Set<string>();
  const codes = new Map<string, { challenge: string; redirectUri: string }>();
  let refreshToken = options.refreshToken;
  const refuse = (error: string, error_description: string) =>
    Response.json({ error, error_description }, { status: 400 });
  const base = (url: string) => url.slice(0, url.indexOf('/services/'));
  function grant(url: string, more: object = {}) {
    const accessToken = `${options.orgId}!${randomUUID()}`;
    sessions.add(accessToken);
    return Response.json({
      access_token: accessToken,
      signature: 'c2lnbmF0dXJl',
      scope: 'refresh_token api',
      instance_url: base(url),
      id: `https://login.salesforce.com/id/${options.orgId}/${options.userId}`,
      token_type: 'Bearer',
      issued_at: String(Date.now()),
      ...more,
    });
  }
  // The admin is logged in and approves: the page in between is Salesforce's own.
  app.get('/services/oauth2/authorize', (context) => {
    const { client_id, redirect_uri = '', state = '', code_challenge = '', response_type } = context.req.query();
    if (client_id !== options.clientId || response_type !== 'code')
      return refuse('invalid_client_id', 'client identifier invalid');
    const code = randomUUID();
    codes.set(code, { challenge: code_challenge, redirectUri: redirect_uri });
    const { origin } = new URL(redirect_uri);
    const back = redirect_uri.replace(origin, options.browserOrigin ?? origin);
    return context.redirect(`${back}?${new URLSearchParams({ code, state })}`);
  });
  app.post('/services/oauth2/token', async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const { url } = context.req;
    if (form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer') {
      const checked = options.appKey
        ? await jwtVerify(form.get('assertion') ?? '', createPublicKey(options.appKey), {
            algorithms: ['RS256'],
            issuer: options.clientId,
            audience: base(url),
          }).catch(() => null)
        : null;
      if (!checked) return refuse('invalid_grant', 'invalid assertion');
      return checked.payload.sub === options.username
        ? grant(url)
        : refuse('invalid_grant', "user hasn't approved this consumer");
    }
    if (form.get('client_id') !== options.clientId) return refuse('invalid_client_id', 'client identifier invalid');
    if (options.clientSecret !== undefined && form.get('client_secret') !== options.clientSecret)
      return refuse('invalid_client', 'invalid client credentials');
    if (form.get('grant_type') === 'authorization_code') {
      const kept = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      if (!kept || kept.redirectUri !== form.get('redirect_uri'))
        return refuse('invalid_grant', 'expired authorization code');
      const proof = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (kept.challenge !== '' && proof !== kept.challenge) return refuse('invalid_grant', 'invalid code verifier');
      refreshToken = randomUUID();
      return grant(url, { refresh_token: refreshToken });
    }
    if (form.get('grant_type') === 'refresh_token') {
      if (refreshToken === null || form.get('refresh_token') !== refreshToken)
        return refuse('invalid_grant', 'expired access/refresh token');
      if (!options.rotate) return grant(url);
      refreshToken = randomUUID();
      return grant(url, { refresh_token: refreshToken });
    }
    return refuse('unsupported_grant_type', 'grant type not supported');
  });
  app.post('/services/oauth2/revoke', async (context) => {
    const token = new URLSearchParams(await context.req.text()).get('token') ?? '';
    if (token !== refreshToken && !sessions.has(token))
      return refuse('unsupported_token_type', 'this token type is not supported');
    revoke();
    return context.body(null, 200);
  });
  function revoke(): void {
    sessions.clear();
    refreshToken = null;
  }
  return {
    app,
    isSession: (authorization: string | undefined) =>
      sessions.has((authorization ?? '').replace(/^(Bearer|OAuth) /, '')),
  };
}
