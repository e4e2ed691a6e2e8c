import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { takes } from '../faults.ts';
import { bodyOf, cut, openTimers } from '../servers.ts';
import { batch } from './batch.ts';
import type { Store } from './database.ts';
import { rejected } from './errors.ts';
import type { Faults } from './faults.ts';
import { type Answered, type Asked, answer, safely } from './service.ts';
import type { openTokens } from './tokens.ts';

export type Counts = { requests: number; writes: number; tokens: number; batches: number };
type Options = {
  store: Store;
  faults: () => Faults;
  tokens: ReturnType<typeof openTokens>;
  tenant: string;
  environment: string;
  counts: Counts;
};
const html =
  '<!doctype html><html><head><title>Gateway</title></head><body><h1>The service is not available.</h1></body></html>';
const pageOf = (status: number): Answered => ({ status, headers: { 'content-type': 'text/html' }, body: html });

function send(response: ServerResponse, { status, headers, body }: Answered): void {
  if (response.destroyed) return;
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  response
    .writeHead(status, { ...headers, ...(status === 204 ? {} : { 'content-length': String(bytes.length) }) })
    .end(bytes);
}

/** The service on loopback: token endpoint and API at one address, as the two of Microsoft's are for the online service. */
export function businessCentralServer(options: Options): Server & { pending: Set<NodeJS.Timeout> } {
  const { store, tokens, tenant, environment, counts } = options;
  const { pending, later } = openTimers();
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const faults = options.faults();
    counts.requests += 1;
    if (faults.outage) return void cut(response);
    const text = await bodyOf(request);
    if (faults.latencyMs > 0) await new Promise<void>((done) => later(faults.latencyMs, done));
    const { pathname, search } = new URL(request.url ?? '/', 'http://local');
    const [, forTenant] = /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(pathname) ?? [];
    if (forTenant !== undefined && request.method === 'POST') {
      counts.tokens += 1;
      const granted = tokens.grant(decodeURIComponent(forTenant), new URLSearchParams(text), faults.tokenSeconds);
      return send(response, { ...granted, headers: { 'content-type': 'application/json; charset=utf-8' } });
    }
    if (faults.busy && faults.busy.times > 0) {
      faults.busy.times -= 1;
      const { retryAfterSeconds: after } = faults.busy;
      return send(response, { status: 429, headers: after === null ? {} : { 'retry-after': String(after) }, body: '' });
    }
    if (takes(faults, 'unavailable')) return send(response, pageOf(503));
    if (takes(faults, 'html')) return send(response, pageOf(200));
    if (faults.tokensEnd) {
      tokens.endAll();
      faults.tokensEnd = false;
    }
    // Whoever is asking is found out before anything is done.
    const app = tokens.holder(request.headers.authorization);
    if (!app)
      return send(
        response,
        safely(() => {
          throw rejected();
        }),
      );
    const base = `/v2.0/${tenant}/${environment}/api/v2.0/`;
    if (!decodeURI(pathname).toLowerCase().startsWith(base.toLowerCase()))
      return send(response, {
        status: 404,
        headers: { 'content-type': 'application/json' },
        body: { error: { code: 'NoEnvironment', message: 'Environment does not exist.' } },
      });
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const asked: Asked = {
      method: request.method ?? 'GET',
      path: pathname.slice(base.length),
      query: search.slice(1),
      headers,
      body: text,
    };
    const host = request.headers['x-forwarded-host'] ?? request.headers.host;
    const root = `http://${host}${base}`;
    const context = { store, faults, app, root };
    if (asked.path === '$batch' || asked.path === '%24batch') {
      counts.batches += 1;
      return send(
        response,
        safely(() => batch(context, asked)),
      );
    }
    if (asked.method === 'GET')
      return send(
        response,
        safely(() => answer(context, asked)),
      );
    counts.writes += 1;
    const isOrder = asked.method === 'POST' && /\/salesOrders$/.test(asked.path);
    if (isOrder && faults.slowCommit && faults.slowCommit.times > 0) {
      faults.slowCommit.times -= 1;
      const gone = faults.slowCommit.answer === '504';
      later(faults.slowCommit.ms, () => {
        const done = safely(() => answer(context, asked));
        if (!gone) send(response, done);
      });
      return gone ? send(response, pageOf(504)) : undefined;
    }
    if (isOrder && takes(faults, 'halfOrder')) {
      safely(() => answer({ ...context, half: true }, asked));
      return void cut(response);
    }
    const done = safely(() => answer(context, asked));
    if (takes(faults, 'dropAfterCommit')) return void cut(response);
    if (takes(faults, 'gatewayTimeout')) return send(response, pageOf(504));
    if (takes(faults, 'unavailableAfterCommit')) return send(response, pageOf(503));
    return send(response, done);
  }
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      send(response, {
        status: 500,
        headers: { 'content-type': 'application/json' },
        body: { error: { code: 'Internal_ServerError', message: String(error) } },
      });
    });
  });
  return Object.assign(server, { pending });
}
