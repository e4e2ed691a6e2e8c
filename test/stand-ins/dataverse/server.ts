import { takes } from '../faults.ts';
import type { Access } from './access.ts';
import { batch } from './batch.ts';
import type { Store } from './database.ts';
import type { entraKeys } from './entra.ts';
import { DataverseError, notMember } from './errors.ts';
import { type Faults, throttles } from './faults.ts';
import type { Metadata } from './metadata.ts';
import { type Answered, type Asked, answer, type Session, safely } from './service.ts';
import type { openSignIn } from './sign-in.ts';
import type { openTokens } from './tokens.ts';

const html =
  '<!DOCTYPE html><html><head><title>Runtime Error</title></head><body><h1>The service is unavailable.</h1></body></html>';
const page = (status: number) => new Response(html, { status, headers: { 'content-type': 'text/html' } });
const BASE = /^\/api\/data\/v9\.[0-2]\//;
/** Beyond this an address is refused; a batch carries it in its body. */
const LONGEST = 32_768;

/** Who a request is made as: the application user, or the person whom it names. */
function userOf(store: Store, own: string, headers: Headers): string {
  const [object, caller] = [headers.get('callerobjectid'), headers.get('mscrmcallerid')];
  if (!object && !caller) return own;
  const column = object ? 'azureactivedirectoryobjectid' : 'systemuserid';
  const found = store.one(`select systemuserid, isdisabled from systemuser where "${column}" = ?`, object ?? caller);
  if (!found || found.isdisabled === 1) throw notMember();
  return String(found.systemuserid);
}
const said = ({ status, headers, body }: Answered): Response =>
  new Response(status === 204 || status === 304 ? null : typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers,
  });

type Options = {
  store: Store;
  metadata: Metadata;
  access: Access;
  faults: Faults;
  tokens: ReturnType<typeof openTokens>;
  keys: ReturnType<typeof entraKeys>;
  signIn: ReturnType<typeof openSignIn>;
  tenant: string;
  now: () => number;
  /** How many seconds a token is worth. */
  tokenSeconds: number;
};
/** Sign-in and Web API of one organisation, as a function of a request. `sent` counts what came. */
export function dataverse(options: Options) {
  const { store, faults, tokens, keys, tenant, now } = options;
  const sent = { requests: 0, tokens: 0 };
  async function fetch(request: Request): Promise<Response> {
    const { pathname, search, searchParams, origin } = new URL(request.url);
    const [, asked, door] = /^\/([^/]+)\/oauth2\/v2\.0\/(token|authorize)$/.exec(pathname) ?? [];
    if (asked !== undefined && door === 'authorize' && request.method === 'GET')
      return options.signIn.authorize(decodeURIComponent(asked), searchParams);
    if (asked !== undefined && door === 'token' && request.method === 'POST') {
      sent.tokens += 1;
      const form = new URLSearchParams(await request.text());
      if (form.get('grant_type') === 'authorization_code') return options.signIn.grant(decodeURIComponent(asked), form);
      const granted = tokens.grant(decodeURIComponent(asked), form, options.tokenSeconds);
      return Response.json(granted.body, { status: granted.status });
    }
    if (pathname === `/${tenant}/discovery/v2.0/keys`) return Response.json(keys.keys);
    sent.requests += 1;
    if (takes(faults, 'unavailable')) return page(503);
    if (takes(faults, 'html')) return page(200);
    if (faults.tokensEnd) {
      tokens.endAll();
      faults.tokensEnd = false;
    }
    const app = tokens.holder(request.headers.get('authorization') ?? undefined);
    if (!app) {
      const authority = `Bearer authorization_uri=https://login.microsoftonline.com/${tenant}/oauth2/authorize, resource_id=${origin}/`;
      return new Response('', { status: 401, headers: { 'www-authenticate': authority } });
    }
    if (!BASE.test(pathname)) return page(404);
    const remaining = { 'x-ms-ratelimit-burst-remaining-xrm-requests': String(Math.max(0, 6000 - sent.requests)) };
    if (faults.throttled.times > 0) {
      faults.throttled.times -= 1;
      const [code, words] = throttles[faults.throttled.limit];
      return said(
        safely(() => {
          throw new DataverseError(429, code, words, { 'retry-after': String(faults.throttled.seconds) });
        }),
      );
    }
    const root = `${origin}${BASE.exec(pathname)?.[0]}`;
    const body = await request.text();
    const done = safely(() => {
      if (app.user === null) throw notMember();
      if (takes(faults, 'serverError')) throw new DataverseError(500, '0x80040216', 'An unexpected error occurred.');
      if (request.url.length > LONGEST) throw new DataverseError(414, '0x80060888', 'The request URI is too long.');
      const writes = request.method !== 'GET';
      if (writes && takes(faults, 'locked'))
        throw new DataverseError(500, '0x80044151', 'SQL timeout expired. The record is locked by another process.');
      const user = userOf(store, app.user, request.headers);
      const session: Session = { ...options, user, root };
      const wanted: Asked = {
        ...{ method: request.method, path: pathname.replace(BASE, ''), query: search.slice(1), body },
        headers: Object.fromEntries(request.headers),
      };
      const isBatch = /^(\$|%24)batch$/i.test(wanted.path);
      if (isBatch && request.method !== 'POST')
        throw new DataverseError(
          405,
          '0x80060888',
          `The requested resource does not support http method '${request.method}'.`,
        );
      return isBatch ? batch(session, wanted) : answer(session, wanted);
    });
    const lost = request.method !== 'GET' && done.status < 400 && takes(faults, 'dropAfterCommit');
    const response = lost ? page(502) : said(done);
    for (const [name, value] of Object.entries(remaining)) response.headers.set(name, value);
    return response;
  }
  return { fetch, sent, tenant, now };
}
