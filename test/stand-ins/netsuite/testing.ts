import { createHmac, createPrivateKey, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { ACCOUNT, apps, type NetSuite } from './start.ts';
import { type App, tokenAddress } from './tokens.ts';

type Claims = { alg?: string; kid?: string; iss?: string; aud?: string; seconds?: number; scope?: string[] };
type Own = App & { privateKey: string };
export const assertion = (
  app: Own,
  {
    alg = 'ES256',
    kid = app.certificateId,
    iss = app.clientId,
    aud = tokenAddress(ACCOUNT),
    seconds = 600,
    scope = ['rest_webservices', 'restlets'],
  }: Claims = {},
) =>
  new SignJWT({ scope })
    .setProtectedHeader({ alg, kid, typ: 'JWT' })
    .setIssuer(iss)
    .setAudience(aud)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .sign(createPrivateKey(app.privateKey));
export const signIn = async (erp: NetSuite, client_assertion: string): Promise<Response> =>
  fetch(`${erp.url}/services/rest/auth/oauth2/v1/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion,
    }),
  });
const percent = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
/** An OAuth 1.0a header after RFC 5849. */
export function oauth1(app: App, method: string, address: string, more: Record<string, string> = {}): string {
  const url = new URL(address);
  const own: Record<string, string> = {
    oauth_consumer_key: app.consumerKey,
    oauth_token: app.tokenId,
    oauth_signature_method: 'HMAC-SHA256',
    oauth_timestamp: String(Math.floor(Date.now() / 1000)),
    oauth_nonce: randomUUID(),
    oauth_version: '1.0',
    ...more,
  };
  const pairs = [...url.searchParams, ...Object.entries(own)]
    .map(([name, value]) => `${percent(name)}=${percent(value)}`)
    .sort();
  const base = [method, percent(url.origin + url.pathname), percent(pairs.join('&'))].join('&');
  const signature = createHmac('sha256', `${percent(app.consumerSecret)}&${percent(app.tokenSecret)}`)
    .update(base)
    .digest('base64');
  return `OAuth realm="${ACCOUNT}", ${Object.entries({ ...own, oauth_signature: signature })
    .map(([name, value]) => `${name}="${percent(value)}"`)
    .join(', ')}`;
}
type Asked = { method?: string; body?: unknown; headers?: Record<string, string>; app?: Own };
// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
export type Said = { status: number; headers: Headers; json: any; words: string; id: string };
/** A client of the double for its tests. */
export function clientOf(erp: () => NetSuite) {
  const tokens = new Map<string, string>();
  async function tokenOf(app: Own): Promise<string> {
    const known = tokens.get(app.clientId);
    if (known) return known;
    const answer = (await (await signIn(erp(), await assertion(app))).json()) as { access_token: string };
    tokens.set(app.clientId, answer.access_token);
    return answer.access_token;
  }
  async function ask(path: string, { method = 'GET', body, headers = {}, app = apps.full }: Asked = {}): Promise<Said> {
    const response = await fetch(`${erp().url}/services/rest/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await tokenOf(app)}`,
        'x-netsuite-propertynamevalidation': 'Error',
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = text.startsWith('{') ? JSON.parse(text) : {};
    return {
      status: response.status,
      headers: response.headers,
      json,
      words: json['o:errorDetails']?.[0]?.detail ?? '',
      id: response.headers.get('location')?.split('/').at(-1) ?? '',
    };
  }
  const query = (q: string, { page = '', ...more }: Asked & { page?: string } = {}) =>
    ask(`query/v1/suiteql${page}`, { method: 'POST', body: { q }, headers: { prefer: 'transient' }, ...more });
  return { ask, query, forget: () => tokens.clear() };
}
