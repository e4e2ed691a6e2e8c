import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { takes } from '../faults.ts';
import { bodyOf, cut, openTimers } from '../servers.ts';
import { batch } from './batch.ts';
import { custom } from './custom-service.ts';
import type { Store } from './database.ts';
import type { Faults } from './faults.ts';
import { type Answered, type Asked, answer, safely } from './service.ts';
import type { App, openTokens } from './tokens.ts';

export type Counts = { requests: number; writes: number; tokens: number; batches: number };
const SERVICES = '/api/services/';
type Options = { store: Store; faults: () => Faults; tokens: ReturnType<typeof openTokens>; counts: Counts };
const html =
  '<!doctype html><html><head><title>Gateway</title></head><body><h1>The service is not available.</h1></body></html>';
const pageOf = (status: number): Answered => ({ status, headers: { 'content-type': 'text/html' }, body: html });
const RANK = { Low: 0, Medium: 1, High: 2, All: 3 } as const;

function send(response: ServerResponse, { status, headers, body }: Answered): void {
  if (response.destroyed) return;
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  response
    .writeHead(status, { ...headers, ...(status === 204 ? {} : { 'content-length': String(bytes.length) }) })
    .end(bytes);
}
/** Resource-based throttling: who has the lower priority waits first. */
function throttled(faults: Faults, app: App): Answered | null {
  const { throttle } = faults;
  if (!throttle || throttle.times <= 0 || RANK[app.priority] >= RANK[throttle.below]) return null;
  throttle.times -= 1;
  const headers: Record<string, string> =
    throttle.retryAfterSeconds === null ? {} : { 'retry-after': String(throttle.retryAfterSeconds) };
  return {
    status: 429,
    headers,
    body: 'This request has been throttled because the service resources are under pressure.',
  };
}

/** Token endpoint and data entities on loopback, as the two of Microsoft's. */
export function financeOperationsServer({
  store,
  faults: faultsNow,
  tokens,
  counts,
}: Options): Server & { pending: Set<NodeJS.Timeout> } {
  const { pending, later } = openTimers();
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const faults = faultsNow();
    counts.requests += 1;
    if (faults.outage) return void cut(response);
    const text = await bodyOf(request);
    if (faults.latencyMs > 0) await new Promise<void>((done) => later(faults.latencyMs, done));
    const { pathname, search } = new URL(request.url ?? '/', 'http://local');
    const [, tenant] = /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(pathname) ?? [];
    if (tenant !== undefined && request.method === 'POST') {
      counts.tokens += 1;
      const granted = tokens.grant(decodeURIComponent(tenant), new URLSearchParams(text), faults.tokenSeconds);
      return send(response, { ...granted, headers: { 'content-type': 'application/json; charset=utf-8' } });
    }
    if (takes(faults, 'unavailable')) return send(response, pageOf(503));
    if (takes(faults, 'html')) return send(response, pageOf(200));
    if (faults.tokensEnd) {
      tokens.endAll();
      faults.tokensEnd = false;
    }
    const app = tokens.holder(request.headers.authorization);
    if (!app) return send(response, { status: 401, headers: { 'www-authenticate': 'Bearer' }, body: '' });
    const slow = throttled(faults, app);
    if (slow) return send(response, slow);
    const isService = pathname.startsWith(SERVICES) && request.method === 'POST';
    if (!isService && !pathname.startsWith('/data/'))
      return send(response, { status: 404, headers: { 'content-type': 'text/html' }, body: html });
    const host = request.headers['x-forwarded-host'] ?? request.headers.host;
    const asked: Asked = {
      method: request.method ?? 'GET',
      path: pathname.slice('/data/'.length),
      query: search.slice(1),
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      body: text,
    };
    const context = { store, faults, app, root: `http://${host}/data/` };
    const isBatch = /^(\$|%24)batch$/i.test(asked.path);
    if (isBatch) counts.batches += 1;
    const work = () =>
      isService
        ? custom(context, decodeURIComponent(pathname.slice(SERVICES.length)), text)
        : safely(() => (isBatch ? batch(context, asked) : answer(context, asked)));
    const writes = asked.method !== 'GET' && (!isBatch || /multipart\/mixed; ?boundary/.test(text));
    if (!writes) return send(response, work());
    counts.writes += 1;
    const isOrder =
      asked.method === 'POST' && (asked.path === 'SalesOrderHeadersV2' || /POST \S*SalesOrderHeadersV2/.test(text));
    if (isOrder && faults.slowCommit && faults.slowCommit.times > 0) {
      const { ms, answer: said } = faults.slowCommit;
      faults.slowCommit.times -= 1;
      later(ms, () => {
        const done = work();
        if (said === 'late') send(response, done);
      });
      if (said === '504') return send(response, pageOf(504));
      return said === 'cut' ? void cut(response) : undefined;
    }
    const done = work();
    if (done.status < 400 && takes(faults, 'dropAfterCommit')) return void cut(response);
    if (done.status < 400 && takes(faults, 'gatewayTimeout')) return send(response, pageOf(504));
    if (done.status < 400 && takes(faults, 'unavailableAfterCommit')) return send(response, pageOf(503));
    return send(response, done);
  }
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      send(response, {
        status: 500,
        headers: { 'content-type': 'application/json' },
        body: { error: { code: '', message: 'An error has occurred.' } },
      });
    });
  });
  return Object.assign(server, { pending });
}
