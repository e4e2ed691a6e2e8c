import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { type OnSent, reporting } from '../contract/calls.ts';
import { type CrmCall, CrmError } from '../contract/index.ts';
import type { Quota } from '../contract/tokens.ts';
import { toCrmError, untilReset } from './errors.ts';
import { limiter, type Turn } from './limiter.ts';
import { faultSchema } from './schemas.ts';
import type { HubSpotTokens } from './tokens.ts';
import { isZone } from './values.ts';

/** The dated version of every path. Supported for about 18 months from its month. */
export const VERSION = '2026-03';
/** Longer than any burst: the account is left alone for that time. */
const PARK_FROM_MS = 30_000;
/** How long a missing right is remembered. HubSpot counts refused calls against the app. */
const REMEMBER_MS = 600_000;

const turnOf = (method: string, path: string): Turn => {
  if (path.endsWith('/search')) return 'search';
  // Lists are for scans, which nobody waits for.
  if (path.endsWith('/batch/update') || (method === 'GET' && /\/companies\?limit=/.test(path))) return 'update';
  return method === 'GET' || path.endsWith('/batch/read') ? 'read' : 'write';
};
/** What a right is about: `read /crm/objects/2026-03/deals?associations=quotes`, of whichever deal. */
const subjectOf = (method: string, path: string) => `${turnOf(method, path)} ${path.replace(/\/\d+(?=[/?]|$)/g, '')}`;

/** A thin client over the dated paths: token, limits, JSON, errors. Why not HubSpot's own: docs/adr/0002-hubspot-client.md. */
export function hubspotClient(options: {
  apiBase: string;
  tokens: HubSpotTokens;
  quota?: Quota | undefined;
  onSent?: OnSent | undefined;
}) {
  const limits = limiter(undefined, options.quota);
  const refused = new LRUCache<string, CrmError>({ max: 5000, ttl: REMEMBER_MS });
  async function send(method: string, path: string, body: unknown, token: string, call: CrmCall) {
    const own = turnOf(method, path);
    await limits.turn(call.account, call.unhurried && own !== 'search' ? 'update' : own, call.signal);
    try {
      const url = `${options.apiBase}${path}`;
      return await reporting(options.onSent, call.account, { method, url }, () =>
        fetch(url, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          signal: call.signal,
        }),
      );
    } catch (error) {
      throw new CrmError('unreachable', `HubSpot ${method} ${path}: no answer`, { cause: error });
    }
  }
  async function fault(method: string, path: string, response: Response, json: unknown, call: CrmCall) {
    const body = faultSchema.safeParse(json).data ?? {};
    const { timeZone = '', since } = (await options.tokens.facts(call.account)) ?? {};
    const zone = isZone(timeZone) ? timeZone : 'UTC';
    const reset = () => untilReset(zone, Date.now());
    const error = toCrmError(response.status, body, response.headers.get('retry-after'), reset);
    if (error.kind === 'busy' && (error.retryAfterMs ?? 0) > PARK_FROM_MS)
      limits.park(call.account, error.retryAfterMs ?? 0);
    if (response.status === 403) refused.set(`${call.account} ${since} ${subjectOf(method, path)}`, error);
    return error;
  }
  async function request<Body extends z.ZodType>(
    method: string,
    path: string,
    body: unknown,
    schema: Body,
    call: CrmCall,
  ): Promise<z.infer<Body>> {
    // Another grant may have other rights.
    const since = (await options.tokens.facts(call.account))?.since;
    const known = refused.get(`${call.account} ${since} ${subjectOf(method, path)}`);
    if (known) throw known;
    const token = await options.tokens.access(call.account);
    let response = await send(method, path, body, token, call);
    // A token may die before its time (revoked, clock): one fresh one, once.
    if (response.status === 401)
      response = await send(method, path, body, await options.tokens.access(call.account, token), call);
    const header = (name: string) => Number(response.headers.get(`x-hubspot-ratelimit-${name}`));
    limits.learn(call.account, header('max'), header('interval-milliseconds'));
    const text = await response.text().catch((cause: unknown) => {
      throw new CrmError('unreachable', `HubSpot ${method} ${path}: the answer broke off`, { cause });
    });
    let json: unknown = null;
    try {
      json = text === '' ? {} : JSON.parse(text);
    } catch {
      if (response.ok) throw new CrmError('drift', `HubSpot ${method} ${path}: not JSON`);
    }
    if (!response.ok) throw await fault(method, path, response, json, call);
    const parsed = schema.safeParse(json);
    if (!parsed.success) throw new CrmError('drift', `HubSpot ${method} ${path}: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  }
  return { request };
}
export type HubSpotClient = ReturnType<typeof hubspotClient>;
