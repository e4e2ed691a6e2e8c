import { randomBytes } from 'node:crypto';
import type { User } from './company.ts';

export type App = {
  clientId: string;
  clientSecret: string;
  /** The only callback: codes come to it, and the notice of an uninstall. */
  redirectUri: string;
  scopes: readonly string[];
  /** Signs what the panel is opened with. */
  jwtSecret: string;
};
export type Grant = { user: User; refreshToken: string; usedAt: number; tokens: Map<string, number> };
const CODE_MS = 300_000;
const TOKEN_SECONDS = 3599;
const UNUSED_MS = 60 * 86_400_000;
const say = (status: number, body: object) => Response.json(body, { status });
const grantless = (message: string) => say(400, { success: false, message, error: 'invalid_grant' });
const basicOf = ({ clientId, clientSecret }: App) =>
  `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;

/** Pipedrive's OAuth: a grant for each user, a code that counts once within five minutes, a refresh token that counts once. */
export function openOAuth(app: App, now: () => number) {
  const codes = new Map<string, { user: User; until: number }>();
  const grants = new Map<number, Grant>();
  let next: User | null = null;
  function code(user: User): string {
    const made = randomBytes(20).toString('hex');
    codes.set(made, { user, until: now() + CODE_MS });
    return made;
  }
  function authorise(url: URL): Response {
    const { client_id, redirect_uri, state } = Object.fromEntries(url.searchParams);
    if (client_id !== app.clientId || redirect_uri !== app.redirectUri)
      return new Response('The app is unknown, or its callback is another one', { status: 400 });
    const target = new URL(app.redirectUri);
    if (next) target.searchParams.set('code', code(next));
    else target.searchParams.set('error', 'user_denied');
    if (state !== undefined) target.searchParams.set('state', state);
    return new Response(null, { status: 302, headers: { location: String(target) } });
  }
  function issue(grant: Grant, origin: string): Response {
    const access_token = `v1u:${randomBytes(30).toString('base64url')}`;
    grant.refreshToken = `${grant.user.id}:1:${randomBytes(20).toString('hex')}`;
    grant.usedAt = now();
    grant.tokens.set(access_token, now() + TOKEN_SECONDS * 1000);
    grants.set(grant.user.id, grant);
    return say(200, {
      ...{ access_token, token_type: 'Bearer', refresh_token: grant.refreshToken, expires_in: TOKEN_SECONDS },
      ...{ scope: app.scopes.join(','), api_domain: origin },
    });
  }
  function token(form: URLSearchParams, origin: string): Response {
    if (form.get('grant_type') === 'authorization_code') {
      const given = form.get('code') ?? '';
      const found = codes.get(given);
      codes.delete(given);
      if (!found || found.until < now()) return grantless('Invalid grant: authorization code is invalid');
      if (form.get('redirect_uri') !== app.redirectUri) return grantless('Invalid grant: redirect_uri is invalid');
      return issue({ user: found.user, refreshToken: '', usedAt: now(), tokens: new Map() }, origin);
    }
    if (form.get('grant_type') !== 'refresh_token')
      return say(400, { success: false, message: 'Unsupported grant type', error: 'unsupported_grant_type' });
    const grant = [...grants.values()].find(({ refreshToken }) => refreshToken === form.get('refresh_token'));
    if (!grant || grant.usedAt + UNUSED_MS < now())
      return grantless('Invalid grant: refresh_token is invalid or was already exchanged');
    return issue(grant, origin);
  }
  /** With the refresh token the app is uninstalled for that user; with an access token only that token ends. */
  function revoke(form: URLSearchParams): Response {
    const given = form.get('token') ?? '';
    for (const grant of grants.values()) {
      if (grant.refreshToken === given) end(grant.user.id);
      grant.tokens.delete(given);
    }
    return say(200, { success: true });
  }
  const ended: ((user: number) => void)[] = [];
  function end(user: number): void {
    if (grants.delete(user)) for (const listener of ended) listener(user);
  }
  return {
    code,
    end,
    onEnd: (listener: (user: number) => void) => void ended.push(listener),
    basic: basicOf(app),
    /** Who sits before the page that asks for consent; null: somebody who refuses. */
    sitsDown(user: User | null): void {
      next = user;
    },
    grantOf: (user: number) => grants.get(user) ?? null,
    /** A grant without the way through the pages. */
    connect(user: User): { accessToken: string; refreshToken: string; expiresAt: number } {
      const grant: Grant = { user, refreshToken: '', usedAt: now(), tokens: new Map() };
      issue(grant, '');
      const [accessToken = '', expiresAt = 0] = [...grant.tokens][0] ?? [];
      return { accessToken, refreshToken: grant.refreshToken, expiresAt };
    },
    holder(authorization: string | null): { user: User; token: string } | null {
      const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '';
      const grant = [...grants.values()].find(({ tokens }) => (tokens.get(token) ?? 0) > now());
      return grant ? { user: grant.user, token } : null;
    },
    endTokens: () => {
      for (const grant of grants.values()) grant.tokens.clear();
    },
    async answer(request: Request, url: URL): Promise<Response> {
      if (request.method === 'GET' && url.pathname === '/oauth/authorize') return authorise(url);
      if (request.method !== 'POST') return new Response('Not found', { status: 404 });
      if (request.headers.get('authorization') !== basicOf(app))
        return say(401, { success: false, message: 'Invalid client: client is invalid', error: 'invalid_client' });
      if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded'))
        return say(400, {
          success: false,
          message: 'Invalid request: content must be a form',
          error: 'invalid_request',
        });
      const form = new URLSearchParams(await request.text());
      if (/^\/oauth\/token\/?$/.test(url.pathname)) return token(form, url.origin);
      return url.pathname === '/oauth/revoke' ? revoke(form) : new Response('Not found', { status: 404 });
    },
  };
}
export type OAuth = ReturnType<typeof openOAuth>;
