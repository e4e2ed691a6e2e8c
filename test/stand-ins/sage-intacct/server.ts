import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { takes } from '../faults.ts';
import { bodyOf, cut, openTimers } from '../servers.ts';
import type { Call } from './call.ts';
import type { Store } from './database.ts';
import { envelope, invalid, invalidToken, Refusal, tooMany } from './errors.ts';
import type { Faults } from './faults.ts';
import { type Answered, answer } from './service.ts';
import type { openTokens } from './tokens.ts';

export type Counts = {
  requests: number;
  writes: number;
  tokens: number;
  queries: number;
  refused: number;
  mostAtOnce: number;
};
type Options = { store: Store; faults: () => Faults; tokens: ReturnType<typeof openTokens>; counts: Counts };
const ROOT = '/ia/api/v1/';
const html =
  '<!doctype html><html><head><title>Sage Intacct</title></head><body><h1>Service Temporarily Unavailable</h1></body></html>';
const pageOf = (status: number): Answered => ({ status, headers: { 'content-type': 'text/html' }, body: html });

function send(response: ServerResponse, { status, headers, body }: Answered): void {
  if (response.destroyed) return;
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const type = { 'content-type': 'application/json' };
  response.writeHead(status, { ...type, ...headers, 'content-length': String(bytes.length) }).end(bytes);
}
const refusal = (error: Refusal): Answered => ({
  status: error.status,
  body: envelope(error),
  ...(error.more.headers ? { headers: error.more.headers } : {}),
});
function safely(work: () => Answered): Answered {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return refusal(error);
    throw error;
  }
}
/** The body of a token request: form-encoded as documented, or JSON as clients send it too. */
function asked(text: string, type: string): Map<string, string> {
  if (!type.includes('json')) return new Map(new URLSearchParams(text));
  try {
    return new Map(
      Object.entries(JSON.parse(text) as Record<string, unknown>).map(([name, value]) => [name, String(value)]),
    );
  } catch {
    return new Map();
  }
}

/** Token endpoint and REST API on loopback, under one limit of requests at once. */
export function intacctServer({
  store,
  faults: now,
  tokens,
  counts,
}: Options): Server & { pending: Set<NodeJS.Timeout> } {
  const timers = openTimers();
  const later = (ms: number) => new Promise<void>((done) => timers.later(ms, done));
  let atOnce = 0;
  const inFlight = new Set<string>();
  function callOf(request: IncomingMessage, address: URL, body: string, holds: string | null): Call {
    const { headers } = request;
    const session = tokens.holder(headers.authorization);
    if (!session) {
      if (headers.authorization && !headers.authorization.startsWith('Bearer '))
        throw new Refusal(401, 'GW-0034', 'Invalid Authorization Header', { shape: 'bare' });
      throw invalidToken();
    }
    if (/xml/.test(headers['content-type'] ?? ''))
      throw new Refusal(415, 'GW-0014', 'Invalid Content Type', { shape: 'top' });
    const named = headers['x-ia-api-param-entity'];
    const entity = named ? store.byId('company-config/entity', String(named)) : null;
    if (named && !entity) throw invalid(`The entity ${String(named)} is not valid`, 'X-IA-API-Param-Entity');
    return {
      ...{ store, faults: now(), user: session.user, entity: entity ? entity.key : session.entity, body },
      ...{
        method: request.method ?? 'GET',
        path: address.pathname.slice(ROOT.length).replace(/\/$/, ''),
        query: address.searchParams,
      },
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      ...{ inFlight, holds },
    };
  }
  async function served(request: IncomingMessage, response: ServerResponse, address: URL, text: string): Promise<void> {
    const faults = now();
    if (faults.latencyMs > 0) await later(faults.latencyMs);
    if (faults.tokensEnd) {
      tokens.endAll();
      faults.tokensEnd = false;
    }
    const work = (holds: string | null = null) => safely(() => answer(callOf(request, address, text, holds)));
    const isQuery = address.pathname === `${ROOT}services/core/query`;
    const isWrite = !isQuery && address.pathname.startsWith(`${ROOT}objects/`) && request.method !== 'GET';
    if (isQuery) counts.queries += 1;
    if (!isWrite) {
      const { hang } = faults;
      if (hang && hang.times > 0) {
        hang.times -= 1;
        await later(hang.ms);
      }
      return send(response, work());
    }
    counts.writes += 1;
    const { slowCommit } = faults;
    const isDocument = /order-entry\/document(::|%3A%3A)/i.test(address.pathname) && request.method === 'POST';
    const user = tokens.holder(request.headers.authorization)?.user.id;
    const key = request.headers['idempotency-key'];
    const holds = user && key ? `${user} ${key}` : null;
    const isFree = holds === null || !inFlight.has(holds);
    if (isDocument && isFree && slowCommit && slowCommit.times > 0) {
      slowCommit.times -= 1;
      if (holds) inFlight.add(holds);
      if (slowCommit.answer === '504') send(response, pageOf(504));
      if (slowCommit.answer === 'cut') cut(response);
      await later(slowCommit.ms);
      const said = work(holds);
      if (holds) inFlight.delete(holds);
      return slowCommit.answer === 'late' ? send(response, said) : undefined;
    }
    const said = work();
    if (said.status < 400 && takes(faults, 'dropAfterCommit')) return void cut(response);
    if (said.status < 400 && takes(faults, 'gatewayTimeout')) return send(response, pageOf(504));
    if (said.status < 400 && takes(faults, 'unavailableAfterCommit')) return send(response, pageOf(503));
    return send(response, said);
  }
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const faults = now();
    counts.requests += 1;
    if (faults.outage) return void cut(response);
    const text = await bodyOf(request);
    const address = new URL(request.url ?? '/', 'http://intacct');
    if (takes(faults, 'unavailable')) return send(response, pageOf(503));
    if (takes(faults, 'html')) return send(response, pageOf(200));
    if (!address.pathname.startsWith(ROOT)) return send(response, pageOf(404));
    if (address.pathname === `${ROOT}oauth2/token`) {
      counts.tokens += 1;
      return send(response, tokens.grant(asked(text, request.headers['content-type'] ?? ''), faults.tokenSeconds));
    }
    if (atOnce >= faults.concurrency || takes(faults, 'rateLimited')) {
      counts.refused += 1;
      return send(response, refusal(tooMany()));
    }
    atOnce += 1;
    counts.mostAtOnce = Math.max(counts.mostAtOnce, atOnce);
    try {
      await served(request, response, address, text);
    } finally {
      atOnce -= 1;
    }
  }
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      send(response, refusal(new Refusal(500, 'GW-0001', 'Unable to process request', { shape: 'top' })));
    });
  });
  return Object.assign(server, { pending: timers.pending });
}
