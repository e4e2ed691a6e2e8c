import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { takes } from '../faults.ts';
import { bodyOf, cut, openTimers } from '../servers.ts';
import type { User } from './call.ts';
import { bad, bodyFor, noRight, noToken, Refusal, tooMany } from './errors.ts';
import type { Faults } from './faults.ts';
import { type Answered, answer } from './service.ts';
import { shown } from './show.ts';
import type { Row, Store } from './store.ts';
import type { Tokens } from './tokens.ts';

export type Counts = { requests: number; writes: number; tokens: number; refused: number };
/** A company that a user can choose, with its records. */
export type Company = { site: string; siteName: string; company: number; name: string; store: Store };
type Options = {
  companies: readonly Company[];
  faults: () => Faults;
  tokens: Tokens;
  counts: Counts;
  consenting: () => User;
};

const ROOT = '/uk/sage200extra/accounts/v1/';
const html =
  '<!doctype html><html><head><title>Sage 200</title></head><body><h1>The service is unavailable.</h1></body></html>';
const pageOf = (status: number): Answered => ({ status, headers: { 'content-type': 'text/html' }, body: html });

function send(response: ServerResponse, { status, headers, body }: Answered): void {
  if (response.destroyed) return;
  const bytes = Buffer.from(typeof body === 'string' && headers?.['content-type'] ? body : JSON.stringify(body));
  const type = { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...type, ...headers, 'content-length': String(bytes.length) }).end(bytes);
}
/** A token request: form-encoded, or JSON. */
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
const siteSource = { entity: 'site', table: '', fields: {}, order: [] };
const siteRow = ({ site, siteName, company, name }: Company): Row => ({
  ...{ id: '', created: '', updated: '', company_id: company, company_name: name, site_id: site },
  ...{ site_name: siteName, site_short_name: siteName.split(' ')[0] ?? '' },
});

/** Sage ID and the API on loopback, as one address. */
export function sage200Server({
  companies,
  faults: now,
  tokens,
  counts,
  consenting,
}: Options): Server & { pending: Set<NodeJS.Timeout> } {
  const timers = openTimers();
  const later = (ms: number) => new Promise<void>((done) => timers.later(ms, done));

  const refusal = (error: Refusal): Answered => ({
    status: error.status,
    headers: { ...error.headers },
    body: bodyFor(error, now().refusalShape),
  });
  function safely(work: () => Answered): Answered {
    try {
      return work();
    } catch (error) {
      if (error instanceof Refusal) return refusal(error);
      throw error;
    }
  }
  function companyOf(headers: IncomingMessage['headers']): Company {
    const [site, company] = [headers['x-site'], headers['x-company']];
    if (!site) throw bad('The X-Site header is missing.');
    const own = companies.filter((each) => each.site === site);
    if (own.length === 0) throw noRight();
    const found =
      company === undefined && own.length === 1 ? own[0] : own.find((each) => String(each.company) === company);
    if (!found) throw bad(`The X-Company header does not name a company of the site.`);
    return found;
  }
  function worked(request: IncomingMessage, address: URL, body: string): Answered {
    const user = tokens.holder(request.headers.authorization);
    if (!user) throw noToken();
    const path = address.pathname.slice(ROOT.length).replace(/\/$/, '');
    const method = request.method ?? 'GET';
    const faults = now();
    if (path === 'sites' && method === 'GET')
      return {
        status: 200,
        body: faults.relayDown ? [] : companies.map((each) => shown(each.store, siteSource, siteRow(each))),
      };
    if (faults.relayDown) return pageOf(504);
    const { store } = companyOf(request.headers);
    store.refresh();
    const isWrite = method !== 'GET' && path !== 'customer_price_enquiry' && path !== 'sop_orders_new';
    if (isWrite && faults.refusal && faults.refusal.times > 0) {
      faults.refusal.times -= 1;
      if (path === 'sop_orders') store.number('order');
      throw bad(faults.refusal.words);
    }
    const query = address.searchParams;
    const work = () => answer({ store, faults, user, now: Date.now(), method, path, query, body });
    const said = isWrite ? store.atomic(work) : work();
    if (!faults.zonedMoments) return said;
    const zoned = JSON.stringify(said.body).replace(/"(\d{4}-\d\d-\d\dT[\d:.]+)"/g, '"$1Z"');
    return { ...said, headers: { 'content-type': 'application/json' }, body: zoned };
  }
  async function served(request: IncomingMessage, response: ServerResponse, address: URL, text: string): Promise<void> {
    const faults = now();
    const work = () => safely(() => worked(request, address, text));
    const path = address.pathname.slice(ROOT.length);
    const isWrite = request.method !== 'GET' && path !== 'customer_price_enquiry' && path !== 'sop_orders_new';
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
    const isOrder = path === 'sop_orders' && request.method === 'POST';
    if (isOrder && slowCommit && slowCommit.times > 0) {
      slowCommit.times -= 1;
      if (slowCommit.answer === '504') send(response, pageOf(504));
      if (slowCommit.answer === 'cut') cut(response);
      await later(slowCommit.ms);
      const said = work();
      return slowCommit.answer === 'late' ? send(response, said) : undefined;
    }
    const halves = faults.halfOrder;
    const said = work();
    if (isOrder && faults.halfOrder < halves) return void cut(response);
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
    const address = new URL(request.url ?? '/', 'http://sage-200');
    if (takes(faults, 'unavailable')) return send(response, pageOf(503));
    if (takes(faults, 'html')) return send(response, pageOf(200));
    if (faults.latencyMs > 0) await later(faults.latencyMs);
    if (faults.tokensEnd) {
      tokens.endAll();
      faults.tokensEnd = false;
    }
    if (address.pathname === '/authorize' && request.method === 'GET') {
      const back = tokens.authorise(address.searchParams, consenting());
      return back ? void response.writeHead(302, { location: back }).end() : send(response, pageOf(403));
    }
    if (address.pathname === '/oauth/token' && request.method === 'POST') {
      counts.tokens += 1;
      return send(response, tokens.grant(asked(text, request.headers['content-type'] ?? ''), faults.tokenSeconds));
    }
    if (!address.pathname.startsWith(ROOT))
      return send(response, { status: 404, body: { statusCode: 404, message: 'Resource not found' } });
    const { busy } = faults;
    if (busy && busy.times > 0) {
      busy.times -= 1;
      counts.refused += 1;
      return send(response, refusal(tooMany(busy.retryAfterSeconds)));
    }
    await served(request, response, address, text);
  }
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      send(response, { status: 500, body: { Message: 'An error has occurred.' } });
    });
  });
  return Object.assign(server, { pending: timers.pending });
}
