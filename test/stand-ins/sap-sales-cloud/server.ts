import { randomBytes } from 'node:crypto';
import { takes } from '../faults.ts';
import { SalesCloudError, serverError, tooMany, unauthorised } from './errors.ts';
import type { Faults } from './faults.ts';
import { type Answered, answer, BASE } from './service.ts';
import type { Tenant } from './tenant.ts';

/** Users who call the API: with a password, as the documents have it. */
export type ApiUser = { name: string; password: string; mayWrite: boolean };
const html = '<!DOCTYPE html><html><head><title>SAP</title></head><body><h1>Service Unavailable</h1></body></html>';
const page = (status: number) => new Response(html, { status, headers: { 'content-type': 'text/html' } });
const TOKEN = 'iam-service/token';

function said({ status, headers, body }: Answered): Response {
  const json = { 'content-type': 'application/json' };
  return new Response(body === null ? null : JSON.stringify(body), {
    status,
    headers: body === null ? headers : { ...json, ...headers },
  });
}
function safely(work: () => Answered): Answered {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SalesCloudError)) throw error;
    return { status: error.status, headers: error.headers, body: error.body };
  }
}

/** The API of one tenant, as a function of a request. `sent` counts what came. */
export function salesCloud(options: { tenant: Tenant; faults: Faults; users: readonly ApiUser[] }) {
  const { tenant, faults } = options;
  const users = new Map(options.users.map((user) => [user.name, user]));
  const tokens = new Map<string, { user: ApiUser; until: number }>();
  const sent = { requests: 0, tokens: 0, most: 0 };
  let running = 0;

  function callerOf(headers: Headers): ApiUser {
    const [, encoded = ''] = /^Basic (.+)$/.exec(headers.get('authorization') ?? '') ?? [];
    const [name = '', ...password] = Buffer.from(encoded, 'base64').toString().split(':');
    const user = users.get(name);
    if (!user || user.password !== password.join(':')) throw unauthorised();
    return user;
  }
  function checkToken(headers: Headers, user: ApiUser): void {
    const text = headers.get('x-sap-crm-token');
    if (text === null && !tenant.settings.tokenRequired) return;
    const found = tokens.get(text ?? '');
    if (!found || found.user !== user || found.until <= tenant.now()) throw unauthorised();
  }
  function give(user: ApiUser): Answered {
    const token = randomBytes(24).toString('base64url');
    sent.tokens += 1;
    tokens.set(token, { user, until: tenant.now() + tenant.settings.tokenSeconds * 1000 });
    return { status: 200, headers: {}, body: { value: { access_token: token } } };
  }
  async function worked(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (faults.latencyMs > 0) await new Promise((done) => setTimeout(done, faults.latencyMs));
    if (faults.isDown || takes(faults, 'unavailable')) return page(503);
    if (takes(faults, 'html')) return page(200);
    if (!pathname.startsWith(BASE)) return page(404);
    const body = await request.text();
    const path = pathname.slice(BASE.length);
    const done = safely(() => {
      if (running > tenant.settings.parallel) throw tooMany(1);
      if (faults.busy.times > 0) {
        faults.busy.times -= 1;
        throw tooMany(faults.busy.seconds);
      }
      const user = callerOf(request.headers);
      if (path === TOKEN && request.method === 'GET') return give(user);
      checkToken(request.headers, user);
      if (takes(faults, 'serverError')) throw serverError();
      if (takes(faults, 'upstream')) throw new SalesCloudError(523, null);
      const { method, headers } = request;
      return answer({ tenant, faults, mayWrite: user.mayWrite }, { method, path, search: searchParams, headers, body });
    });
    const lost = request.method !== 'GET' && done.status < 400 && takes(faults, 'dropAfterCommit');
    return lost ? page(502) : said(done);
  }
  async function fetch(request: Request): Promise<Response> {
    sent.requests += 1;
    running += 1;
    sent.most = Math.max(sent.most, running);
    try {
      return await worked(request);
    } finally {
      running -= 1;
    }
  }
  return {
    fetch,
    sent,
    isToken: (path: string) => path === `${BASE}${TOKEN}`,
    /** Tokens that were given are no longer taken. */
    endTokens: () => tokens.clear(),
    /** The customer's administrator took the user away, or gave it another password. */
    removeUser: (name: string) => void users.delete(name),
    setPassword: (name: string, password: string) => {
      const user = users.get(name);
      if (user) users.set(name, { ...user, password });
    },
  };
}
