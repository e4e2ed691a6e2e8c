import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { getCACertificates } from 'node:tls';
import { LRUCache } from 'lru-cache';
import { certificatesIn } from '../contract/certificates.ts';
import { type AllowedAddresses, mayAsk, mayConnect, readAllowed } from './addresses.ts';
import { type Connector, tunnel } from './tunnel.ts';

/** The largest answer of an ERP that is read: a PDF of 20 MB in base64, or a list of some 50,000 rows. */
const MAX_ANSWER = 32 * 1024 * 1024;

/** How one connection is reached: certificates (PEM) that are trusted besides the usual ones, and a proxy. */
export type Route = { ca?: string | undefined; proxy?: string | undefined };
const straight: Route = {};

type Dispatcher = { close: () => Promise<void> };
type Connect = { lookup: LookupFunction; ca?: string[] | undefined } | Connector;
/** Node's own fetch takes a dispatcher, whose class Node does not export; the one that it uses by default is an instance. */
function agentWith(connect: Connect): Dispatcher {
  new Response();
  const own = (globalThis as Record<symbol, unknown>)[Symbol.for('undici.globalDispatcher.1')];
  const Agent = (own as { constructor: new (options: object) => Dispatcher } | undefined)?.constructor;
  if (Agent?.name !== 'Agent') throw new Error('this Node has another fetch than the address filter knows');
  return new Agent({ connect });
}
/** As for a host that no route leads to: nothing was sent, whatever was asked. */
const refusal = (host: string): Error =>
  Object.assign(new Error(`${host} is no address that this installation may connect to`), { code: 'EHOSTUNREACH' });

/** Resolves a name and refuses it unless all of its addresses are allowed: the connection is then made to the very address that was judged. */
function judged(allowed: AllowedAddresses, encrypted: boolean): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true } as LookupOptions & { all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return done(error, '', 0);
      const sound =
        addresses.length > 0 &&
        (allowed.hosts.has(host.toLowerCase()) ||
          addresses.every(({ address }) => mayConnect(allowed, address, encrypted)));
      if (!sound) return done(refusal(host), '', 0);
      const [first] = addresses;
      if (options.all) return (done as (error: null, found: LookupAddress[]) => void)(null, addresses);
      return done(null, first?.address ?? '', first?.family ?? 4);
    });
  };
}

let filter: AllowedAddresses | null = null;
const everything = readAllowed('all');
/** Keeps connections alive for a few seconds, as Node does; longer, and a server that closes first would leave the outcome of a write open. */
const agents = new LRUCache<string, Dispatcher>({ max: 500, dispose: (agent) => void agent.close().catch(() => {}) });

/** Called once by the backend, before any ERP is asked. Without it, as in the conformance kit, adapters reach whatever they are given. */
export function filterAddresses(allowed: AllowedAddresses): void {
  filter = allowed;
  agents.clear();
}
function agentFor({ ca, proxy }: Route, encrypted: boolean): Dispatcher {
  const key = JSON.stringify([encrypted, ca, proxy]);
  const known = agents.get(key);
  if (known) return known;
  const allowed = filter ?? everything;
  const own = ca === undefined ? undefined : certificatesIn(ca);
  const trusted = own ? [...getCACertificates('default'), ...own] : undefined;
  const agent = agentWith(
    proxy === undefined
      ? { lookup: judged(allowed, encrypted), ca: trusted }
      : tunnel({
          proxy: new URL(proxy),
          lookup: judged(allowed, proxy.startsWith('https:')),
          ca: trusted,
          judge: throughProxy(allowed, encrypted),
        }),
  );
  agents.set(key, agent);
  return agent;
}
/** The proxy resolves the name of its target. What resolves here is judged here; a name that only the proxy knows has to be listed. */
function throughProxy(allowed: AllowedAddresses, encrypted: boolean) {
  return (host: string, done: (error: Error | null) => void): void => {
    if (allowed.all || allowed.hosts.has(host.toLowerCase())) done(null);
    else judged(allowed, encrypted)(host, { all: true }, (error) => done(error ? refusal(host) : null));
  };
}

/** Whether an ERP may be connected at this address now: what an admin entered is refused by its field, not as an ERP that is down. */
export async function mayReach(text: string): Promise<boolean> {
  const url = URL.parse(text);
  if (!filter || !url) return filter === null;
  if (!mayAsk(filter, url)) return false;
  const resolve = judged(filter, url.protocol === 'https:');
  return new Promise((done) => {
    // A name that does not resolve is the ERP's problem, and said as that.
    resolve(url.hostname.replace(/^\[|\]$/g, ''), { all: true }, (error) => done(error?.code !== 'EHOSTUNREACH'));
  });
}

/** Cuts an answer at its limit while it is read. One with a sound declared length needs no watching, unless it is compressed. */
function bounded(answer: Response): Response {
  const declared = Number(answer.headers.get('content-length') ?? Number.NaN);
  if (declared > MAX_ANSWER) {
    void answer.body?.cancel().catch(() => {});
    throw new TypeError('fetch failed', { cause: new Error('the answer is too large') });
  }
  if (!answer.body || (Number.isFinite(declared) && !answer.headers.has('content-encoding'))) return answer;
  let taken = 0;
  const counted = answer.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        taken += chunk.byteLength;
        if (taken > MAX_ANSWER) controller.error(new Error('the answer is too large'));
        else controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, { status: answer.status, statusText: answer.statusText, headers: answer.headers });
}

/** `fetch` for ERPs: allowed addresses only, judged when the connection is made; no redirect is followed; an answer ends at its limit. */
export async function send(url: string | URL, init: RequestInit, route: Route = straight): Promise<Response> {
  const redirect = init.redirect === 'manual' ? 'manual' : 'error';
  const usual = route.ca === undefined && route.proxy === undefined;
  if (!filter && usual) return bounded(await fetch(url, { ...init, redirect }));
  const target = new URL(url);
  if (filter && !mayAsk(filter, target)) throw new TypeError('fetch failed', { cause: refusal(target.host) });
  const dispatcher = agentFor(route, target.protocol === 'https:');
  return bounded(await fetch(url, { ...init, redirect, dispatcher } as RequestInit));
}
