import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { takes } from '../faults.ts';
import { bodyOf, cut, openTimers } from '../servers.ts';
import type { Store } from './database.ts';
import { envelope, invalidLogin, Refusal, tooMany } from './errors.ts';
import type { Faults } from './faults.ts';
import { type Restlets, runRestlet } from './restlet.ts';
import { type Answered, type Asked, answer } from './service.ts';
import type { openTokens } from './tokens.ts';

export type Counts = {
  requests: number;
  writes: number;
  tokens: number;
  queries: number;
  refusedByGovernor: number;
  mostAtOnce: number;
};
type Options = {
  store: Store;
  faults: () => Faults;
  tokens: ReturnType<typeof openTokens>;
  counts: Counts;
  follow: () => void;
  restlets: () => Restlets;
  account: string;
};
const html =
  '<!doctype html><html><head><title>NetSuite</title></head><body><h1>NetSuite is temporarily unavailable.</h1></body></html>';
const pageOf = (status: number): Answered => ({ status, headers: { 'content-type': 'text/html' }, body: html });
const REST = '/services/rest/';
const RESTLET = '/app/site/hosting/restlet.nl';

function send(response: ServerResponse, { status, headers, body }: Answered): void {
  if (response.destroyed) return;
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  response
    .writeHead(status, { ...headers, ...(status === 204 ? {} : { 'content-length': String(bytes.length) }) })
    .end(bytes);
}
function refusal(error: Refusal): Answered {
  const login: Record<string, string> =
    error.status === 401 ? { 'www-authenticate': 'Bearer realm="netsuite", error="invalid_token"' } : {};
  return {
    status: error.status,
    headers: { 'content-type': 'application/vnd.oracle.resource+json; type=error; charset=UTF-8', ...login },
    body: envelope(error),
  };
}
function safely(work: () => Answered): Answered {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return refusal(error);
    throw error;
  }
}

/** Token endpoint, REST web services and RESTlets on loopback, under one governor of concurrency. */
export function netSuiteServer({
  store,
  faults: faultsNow,
  tokens,
  counts,
  follow,
  restlets,
  account,
}: Options): Server & { pending: Set<NodeJS.Timeout> } {
  const { pending, later } = openTimers();
  let atOnce = 0;
  async function governed(request: IncomingMessage, response: ServerResponse, text: string): Promise<void> {
    const faults = faultsNow();
    if (faults.latencyMs > 0) await new Promise<void>((done) => later(faults.latencyMs, done));
    const host = request.headers['x-forwarded-host'] ?? request.headers.host;
    const address = new URL(request.url ?? '/', `http://${host}`);
    const method = request.method ?? 'GET';
    const isRestlet = address.pathname === RESTLET;
    if (faults.tokensEnd) {
      tokens.endAll();
      faults.tokensEnd = false;
    }
    const app = tokens.holder(request.headers.authorization, {
      method,
      address,
      scope: isRestlet ? 'restlets' : 'rest_webservices',
    });
    if (!app) {
      if (isRestlet)
        return send(response, {
          status: 401,
          headers: { 'content-type': 'application/json', 'www-authenticate': `OAuth realm="${account}"` },
          body: { error: { code: 'INVALID_LOGIN_ATTEMPT', message: 'Invalid login attempt.' } },
        });
      return send(response, refusal(invalidLogin()));
    }
    if (isRestlet) {
      const said = runRestlet(
        restlets(),
        { query: address.searchParams, method, body: text },
        { store, user: app.name, account },
      );
      const plain = typeof said.body === 'string';
      return send(response, {
        status: said.status,
        headers: { 'content-type': plain ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8' },
        body: plain ? said.body : JSON.stringify(said.body ?? null),
      });
    }
    if (!address.pathname.startsWith(REST)) return send(response, pageOf(404));
    const asked: Asked = {
      method,
      path: address.pathname.slice(REST.length).replace(/\/$/, ''),
      query: address.searchParams,
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      body: text,
    };
    const isQuery = asked.path.startsWith('query/');
    if (isQuery) counts.queries += 1;
    const context = { store, faults, app, root: `${address.origin}/services/rest`, follow };
    const work = () => safely(() => answer(context, asked));
    const isForm = /type=(create|edit)-form/.test(asked.headers.accept ?? '');
    if (method === 'GET' || isQuery || isForm) return send(response, work());
    counts.writes += 1;
    const isOrder =
      /^record\/v1\/salesorder(\/eid:[^/]+)?$/i.test(decodeURIComponent(asked.path)) &&
      (method === 'POST' || method === 'PUT');
    const { slowCommit } = faults;
    if (isOrder && slowCommit && slowCommit.times > 0) {
      slowCommit.times -= 1;
      const done = new Promise<Answered>((ready) => later(slowCommit.ms, () => ready(work())));
      if (slowCommit.answer === '504') send(response, pageOf(504));
      if (slowCommit.answer === 'cut') cut(response);
      const said = await done;
      return slowCommit.answer === 'late' ? send(response, said) : undefined;
    }
    const done = work();
    if (done.status < 400 && takes(faults, 'dropAfterCommit')) return void cut(response);
    if (done.status < 400 && takes(faults, 'gatewayTimeout')) return send(response, pageOf(504));
    if (done.status < 400 && takes(faults, 'unavailableAfterCommit')) return send(response, pageOf(503));
    if (done.status < 400 && takes(faults, 'scriptFailsAfterCommit'))
      return send(
        response,
        refusal(new Refusal(500, 'UNEXPECTED_ERROR', 'An unexpected error occurred. Error ID: lq0m5w2x8r7tz1')),
      );
    return send(response, done);
  }
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const faults = faultsNow();
    counts.requests += 1;
    if (faults.outage) return void cut(response);
    const text = await bodyOf(request);
    if (request.method === 'POST' && (request.url ?? '').split('?')[0] === `${REST}auth/oauth2/v1/token`) {
      counts.tokens += 1;
      const granted = await tokens.grant(new URLSearchParams(text), faults.tokenSeconds);
      return send(response, { ...granted, headers: { 'content-type': 'application/json;charset=utf-8' } });
    }
    if (takes(faults, 'unavailable')) return send(response, pageOf(503));
    if (takes(faults, 'html')) return send(response, pageOf(200));
    if (atOnce >= faults.concurrency || takes(faults, 'governed')) {
      counts.refusedByGovernor += 1;
      if ((request.url ?? '').startsWith(RESTLET))
        return send(response, {
          status: 400,
          headers: { 'content-type': 'application/json' },
          body: { error: { code: 'SSS_REQUEST_LIMIT_EXCEEDED', message: 'Request Limit Exceeded.' } },
        });
      const refused = refusal(tooMany());
      return send(response, { ...refused, status: faults.governedStatus });
    }
    atOnce += 1;
    counts.mostAtOnce = Math.max(counts.mostAtOnce, atOnce);
    try {
      await governed(request, response, text);
    } finally {
      atOnce -= 1;
    }
  }
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      send(response, refusal(new Refusal(500, 'UNEXPECTED_ERROR', 'An unexpected error occurred. Error ID: double')));
    });
  });
  return Object.assign(server, { pending });
}
