import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import app from '../../../hubspot/src/app/app-hsmeta.json' with { type: 'json' };
import { faults } from './errors.ts';
import { APP_TOKEN } from './journal.ts';
import type { Portal } from './portal.ts';
import { VERSION } from './types.ts';

const REFRESH = 'playground-refresh';
const LIFE_SECONDS = 1800;
const endOfLife = () => Date.now() + LIFE_SECONDS * 1000;
/** What an account that restricts nothing grants: all that the app asks for. */
const { requiredScopes, optionalScopes } = app.config.auth;
const everyScope = [...requiredScopes, ...optionalScopes];

/** The token endpoint with its refusals, introspection and revocation. */
export function hubspotOAuth(portal: Portal, client: { clientId?: string | undefined; clientSecret: string }) {
  const routes = new Hono();
  const spent = new Set<string>();
  /** Access tokens and when each ends, in milliseconds: another one that is given out ends none of them. */
  const tokens = new Map([['playground-access', endOfLife()]]);
  const lives = (token: string) => (tokens.get(token) ?? 0) > Date.now();
  let installed = true;
  const leave = () => {
    if (installed) portal.journal.push({ action: 'APP_UNINSTALL', portalId: portal.id, at: new Date() });
    installed = false;
  };
  const granted = () => [...(portal.scopes ?? everyScope)];
  const grant = (form: Record<string, unknown>): Response | null => {
    if (client.clientId !== undefined && form.client_id !== client.clientId) return faults.token.badClientId();
    if (form.client_secret !== client.clientSecret) return faults.token.badClientSecret();
    if (form.grant_type === 'client_credentials')
      return Response.json({ access_token: APP_TOKEN, expires_in: LIFE_SECONDS, token_type: 'bearer' });
    if (form.grant_type === 'refresh_token')
      return installed && form.refresh_token === REFRESH ? null : faults.token.removed();
    if (form.grant_type !== 'authorization_code') return faults.token.badGrantType();
    const code = String(form.code ?? '');
    if (!installed || code === '' || spent.has(code)) return faults.token.badCode();
    spent.add(code);
    return null;
  };
  routes.post(`/oauth/${VERSION}/token`, async (context) => {
    const planned = portal.nextToken.shift();
    if (planned) return planned();
    const refusal = grant(await context.req.parseBody());
    if (refusal) return refusal;
    const token = `playground-access-${randomUUID()}`;
    tokens.set(token, endOfLife());
    return context.json({
      access_token: token,
      refresh_token: REFRESH,
      expires_in: LIFE_SECONDS,
      token_type: 'bearer',
      token_use: 'access_token',
      ...(portal.tokenNamesPortal
        ? { hub_id: portal.id, user_id: Number(portal.users[0]?.id ?? 0), scopes: granted() }
        : {}),
    });
  });
  routes.post(`/oauth/${VERSION}/token/introspect`, async (context) => {
    const form = await context.req.parseBody();
    if (form.client_secret !== client.clientSecret) return faults.token.badClientSecret();
    const active = installed && (lives(String(form.token)) || form.token === REFRESH);
    if (!active) return context.json({ active: false });
    const [user] = portal.users;
    return context.json({
      active,
      hub_id: portal.id,
      user: user?.email,
      user_id: Number(user?.id ?? 0),
      scopes: granted(),
      app_id: 99,
      token_use: form.token === REFRESH ? 'refresh_token' : 'access_token',
    });
  });
  // An access token that was issued goes on to its end.
  routes.post(`/oauth/${VERSION}/token/revoke`, async (context) => {
    const form = await context.req.parseBody();
    if (form.client_secret !== client.clientSecret) return faults.token.badClientSecret();
    if (form.token === REFRESH) leave();
    return context.body(null, 204);
  });
  return {
    routes,
    /** Whether a call carries a token that was given out and has not ended. */
    accepts: (authorization: string | undefined) => lives(authorization?.replace(/^Bearer /, '') ?? ''),
    uninstall: () => {
      leave();
      tokens.clear();
    },
  };
}
