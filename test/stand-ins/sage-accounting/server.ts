import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { takes } from '../faults.ts';
import { bodyOf, cut, openTimers } from '../servers.ts';
import type { Businesses } from './businesses.ts';
import { businessesFor, userFor } from './businesses.ts';
import type { Answered } from './call.ts';
import { bodyOfRefusal, noBusiness, noEndpoint, noMethod, noToken, Refusal, throttled, unexpected } from './errors.ts';
import type { Faults } from './faults.ts';
import { answer } from './service.ts';
import type { openTokens, User } from './tokens.ts';

export type Counts = { requests: number; writes: number; tokens: number; refused: number };
type Options = {
  businesses: Businesses;
  faults: () => Faults;
  tokens: ReturnType<typeof openTokens>;
  /** Whose consent the page of the sign-in asks. */
  consenting: string;
  counts: Counts;
};
const ROOT = '/v3.1/';
const json = { 'content-type': 'application/json' };
const page =
  '<!doctype html><html><head><title>Gateway</title></head><body><h1>The service is not available.</h1></body></html>';
const pageOf = (status: number): Answered => ({ status, headers: { 'content-type': 'text/html' }, body: page });
const refusal = (refused: Refusal): Answered => ({
  status: refused.status,
  headers: { ...refused.headers },
  body: bodyOfRefusal(refused),
});
function send(response: ServerResponse, { status, headers, body }: Answered): void {
  if (response.destroyed || response.headersSent) return;
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  response.writeHead(status, {
    ...json,
    'x-request-id': crypto.randomUUID(),
    ...headers,
    ...(status === 204 ? {} : { 'content-length': String(bytes.length) }),
  });
  response.end(status === 204 ? undefined : bytes);
}
function safely(work: () => Answered): Answered {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return refusal(error);
    console.error(error);
    return refusal(unexpected());
  }
}
/** The service on loopback: sign-in and API at one address, which are three of Sage's. */
export function accountingServer({ businesses, faults: now, tokens, consenting, counts }: Options) {
  const { pending, later } = openTimers();
  const wait = (ms: number) => new Promise<void>((done) => later(ms, done));
  let minute = { from: 0, count: 0 };
  let atOnce = 0;
  function isOverLimit({ perMinute }: Faults): boolean {
    const at = Date.now();
    if (at - minute.from >= 60_000) minute = { from: at, count: 0 };
    minute.count += 1;
    return minute.count > perMinute;
  }
  function signIn(request: IncomingMessage, address: URL, text: string): Answered | null {
    const faults = now();
    if (address.pathname === '/oauth2/auth/central') {
      if (address.searchParams.get('filter') !== 'apiv3.1') return pageOf(400);
      const to = tokens.authorize(address.searchParams, consenting);
      return to === null ? pageOf(400) : { status: 302, headers: { location: to }, body: '' };
    }
    if (address.pathname !== '/token') return null;
    counts.tokens += 1;
    if (request.method !== 'POST') return refusal(noMethod());
    const isForm = /^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? '');
    return tokens.grant(new URLSearchParams(isForm ? text : ''), faults.tokenSeconds, faults.reuseSeconds);
  }
  function userOf(request: IncomingMessage): User {
    const user = tokens.holder(request.headers.authorization);
    if (!user) throw noToken();
    return user;
  }
  function work(request: IncomingMessage, address: URL, text: string, user = userOf(request)): Answered {
    const { pathname, searchParams: query } = address;
    const path = pathname.slice(ROOT.length).replace(/\/$/, '');
    const method = request.method ?? 'GET';
    if (/^(businesses|user)(\/|$)/.test(path)) {
      if (method !== 'GET') throw noMethod();
      const found = path === 'user' ? userFor(user) : businessesFor(businesses, path.split('/')[1]);
      if (found === null) throw noBusiness();
      return { status: 200, body: found };
    }
    const business = businesses.of(request.headers['x-business'] as string | undefined);
    if (!business) throw noBusiness();
    const { store, id } = business;
    store.refresh();
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const said = answer({ store, faults: now(), user, method, path, query, headers, body: text });
    return { ...said, headers: { 'x-business': id, ...said.headers } };
  }
  async function write(request: IncomingMessage, response: ServerResponse, address: URL, text: string): Promise<void> {
    const faults = now();
    counts.writes += 1;
    const { slowCommit } = faults;
    const isDocument = request.method === 'POST' && /\/sales_(quotes|invoices)$/.test(address.pathname);
    if (isDocument && slowCommit && slowCommit.times > 0) {
      const user = tokens.holder(request.headers.authorization);
      if (!user) return send(response, refusal(noToken()));
      slowCommit.times -= 1;
      if (slowCommit.answer === '504') send(response, pageOf(504));
      if (slowCommit.answer === 'cut') cut(response);
      await wait(slowCommit.ms);
      return send(
        response,
        safely(() => work(request, address, text, user)),
      );
    }
    const said = safely(() => work(request, address, text));
    const isDone = said.status < 400;
    if (isDone && takes(faults, 'dropAfterCommit')) return void cut(response);
    if (isDone && takes(faults, 'gatewayTimeout')) return send(response, pageOf(504));
    if (isDone && takes(faults, 'unavailableAfterCommit')) return send(response, pageOf(503));
    if (isDone && takes(faults, 'errorAfterCommit')) return send(response, refusal(unexpected()));
    return send(response, said);
  }
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const faults = now();
    counts.requests += 1;
    if (faults.outage) return void cut(response);
    const text = await bodyOf(request);
    if (faults.latencyMs > 0) await wait(faults.latencyMs);
    if (faults.tokensEnd) tokens.endAccess();
    if (faults.grantEnds) tokens.endGrants();
    Object.assign(faults, { tokensEnd: false, grantEnds: false });
    const address = new URL(request.url ?? '/', 'http://sage');
    const signedIn = signIn(request, address, text);
    if (signedIn) return send(response, signedIn);
    if (takes(faults, 'unavailable')) return send(response, pageOf(503));
    if (takes(faults, 'html')) return send(response, pageOf(200));
    if (!address.pathname.startsWith(ROOT)) return send(response, refusal(noEndpoint()));
    const { busy } = faults;
    if ((busy && busy.times > 0) || atOnce >= faults.concurrency || isOverLimit(faults)) {
      if (busy && busy.times > 0) busy.times -= 1;
      counts.refused += 1;
      return send(response, refusal(throttled(busy ? busy.retryAfterSeconds : null)));
    }
    atOnce += 1;
    try {
      if (request.method !== 'GET') return await write(request, response, address, text);
      return send(
        response,
        safely(() => work(request, address, text)),
      );
    } finally {
      atOnce -= 1;
    }
  }
  const server: Server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      send(response, refusal(unexpected()));
    });
  });
  return Object.assign(server, { pending });
}
