import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { takes } from '../faults.ts';
import { bodyOf, cut, openTimers } from '../servers.ts';
import { batch, requestsIn } from './batch.ts';
import type { Store } from './database.ts';
import type { Language } from './errors.ts';
import type { Faults } from './faults.ts';
import { type Answered, type Asked, answer, type Context, isWrite, methodOf, safely } from './service.ts';
import type { openSessions, User } from './sessions.ts';

export type Counts = { requests: number; writes: number; tokens: number; batches: number; csrf: number };
type Options = {
  /** The store of each client of the system. */
  stores: ReadonlyMap<string, Store>;
  /** The client of a request that names none. */
  defaultClient: string;
  faults: () => Faults;
  sessions: ReturnType<typeof openSessions>;
  counts: Counts;
};
const BASE = '/sap/opu/odata/sap/';
const html = (title: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
const page = (status: number, title: string, more: Record<string, string> = {}): Answered => ({
  ...{ status, headers: { 'content-type': 'text/html; charset=utf-8', ...more }, body: html(title) },
});
const plain = (status: number, body: string, more: Record<string, string> = {}): Answered => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...more },
  body,
});
const TOO_LONG = 8192;

function send(response: ServerResponse, { status, headers, body }: Answered, cookies: readonly string[] = []): void {
  if (response.destroyed) return;
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const length = status === 204 ? {} : { 'content-length': String(bytes.length) };
  response
    .writeHead(status, { ...headers, ...length, ...(cookies.length > 0 ? { 'set-cookie': [...cookies] } : {}) })
    .end(bytes);
}
const languageOf = (asked: string | null | undefined, user: User): Language => {
  const wanted = (asked ?? '').toUpperCase();
  return wanted === 'EN' || wanted === 'DE' || wanted === 'TR' ? wanted : user.language;
};

/** The system on loopback: sign-in, sessions, CSRF protection, and the services below `/sap/opu/odata/sap/`. */
export function s4hanaServer(options: Options): Server & { pending: Set<NodeJS.Timeout> } {
  const { stores, sessions, counts, defaultClient } = options;
  const { pending, later } = openTimers();
  /** Answers by RequestID, where the tenant remembers them. */
  const remembered = new Map<string, Answered>();
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const faults = options.faults();
    counts.requests += 1;
    if (faults.outage) return void cut(response);
    const text = await bodyOf(request);
    if (faults.latencyMs > 0) await new Promise<void>((done) => later(faults.latencyMs, done));
    const url = new URL(request.url ?? '/', 'http://local');
    if (url.pathname === '/sap/bc/sec/oauth2/token' && request.method === 'POST') {
      counts.tokens += 1;
      const granted = sessions.grant(request.headers.authorization, new URLSearchParams(text), faults.tokenSeconds);
      return send(response, { ...granted, headers: { 'content-type': 'application/json; charset=utf-8' } });
    }
    if (faults.busy && faults.busy.times > 0) {
      faults.busy.times -= 1;
      const { retryAfterSeconds: after } = faults.busy;
      return send(response, plain(429, 'Too Many Requests', after === null ? {} : { 'retry-after': String(after) }));
    }
    if (takes(faults, 'unavailable')) return send(response, page(503, 'Service Unavailable'));
    if (takes(faults, 'html')) return send(response, page(200, 'Gateway'));
    if ((request.url ?? '').length > TOO_LONG) return send(response, page(414, 'Request-URI Too Long'));
    for (const [fault, end] of [
      ['tokensEnd', sessions.endTokens],
      ['sessionsEnd', sessions.endSessions],
      ['csrfEnds', sessions.endCsrf],
    ] as const)
      if (faults[fault]) {
        end();
        faults[fault] = false;
      }
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const client = url.searchParams.get('sap-client') ?? headers['sap-client'] ?? defaultClient;
    const user = sessions.userOf(headers.authorization);
    const store = stores.get(client);
    if (!user || !store)
      return send(
        response,
        page(401, 'Logon failed', { 'www-authenticate': 'Basic realm="SAP NetWeaver Application Server [S4H/100]"' }),
      );
    if (!decodeURI(url.pathname).startsWith(BASE)) return send(response, page(404, 'Not Found'));
    const { session, set } = sessions.sessionOf(user, client, headers.cookie);
    const language = languageOf(url.searchParams.get('sap-language') ?? headers['accept-language']?.slice(0, 2), user);
    const asked: Asked = {
      method: request.method ?? 'GET',
      path: url.pathname.slice(BASE.length),
      query: url.searchParams,
      headers,
      body: text,
    };
    const host = headers['x-forwarded-host'] ?? headers.host;
    const context: Context = { store, faults, user, language, root: `http://${host}${BASE}` };
    const isBatch = /^[^/]+\/\$batch$/.test(decodeURIComponent(asked.path));
    const modifies = !/^(GET|HEAD)$/.test(methodOf(asked));
    const fetches = /^fetch$/i.test(headers['x-csrf-token'] ?? '');
    if (modifies && (session.csrf === null || headers['x-csrf-token'] !== session.csrf))
      return send(response, plain(403, 'CSRF token validation failed', { 'x-csrf-token': 'Required' }), set);
    if (fetches) counts.csrf += 1;
    const finish = (done: Answered) => {
      // A refused request carries no new token.
      const token: Record<string, string> =
        fetches && done.status < 400 ? { 'x-csrf-token': sessions.csrfFor(session) } : {};
      send(response, { ...done, headers: { ...done.headers, ...token } }, set);
    };
    const work = (): Answered =>
      safely(context, asked, () => (isBatch ? batch(context, asked) : answer(context, asked)));
    if (isBatch) counts.batches += 1;
    const inside = isBatch ? requestsIn(asked) : [asked];
    if (!inside.some(isWrite)) return finish(work());
    counts.writes += 1;
    const id = headers.requestid;
    if (faults.repeatable && id && remembered.has(id)) {
      const known = remembered.get(id) ?? work();
      return finish({ ...known, headers: { ...known.headers, repeatabilityresult: 'accepted' } });
    }
    const repeated = (done: Answered): Answered => {
      if (!id) return done;
      if (faults.repeatable && done.status < 300) remembered.set(id, done);
      return {
        ...done,
        headers: { ...done.headers, repeatabilityresult: faults.repeatable ? 'accepted' : 'unsupported' },
      };
    };
    const isOrder = inside.some((one) => one.method === 'POST' && /\/A_SalesOrder$/.test(one.path));
    if (isOrder && faults.slowCommit && faults.slowCommit.times > 0) {
      faults.slowCommit.times -= 1;
      const { answer: said, ms } = faults.slowCommit;
      later(ms, () => {
        const done = work();
        if (said === 'late') finish(done);
      });
      if (said === '504') return finish(page(504, 'Gateway Time-out'));
      return said === 'cut' ? void cut(response) : undefined;
    }
    const done = repeated(work());
    if (takes(faults, 'dropAfterCommit')) return void cut(response);
    if (takes(faults, 'gatewayTimeout')) return finish(page(504, 'Gateway Time-out'));
    if (takes(faults, 'unavailableAfterCommit')) return finish(page(503, 'Service Unavailable'));
    return finish(done);
  }
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      send(response, page(500, 'Application Server Error'));
    });
  });
  return Object.assign(server, { pending });
}
