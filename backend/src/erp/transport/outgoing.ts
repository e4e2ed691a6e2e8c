import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { type AllowedAddresses, mayAsk, mayConnect } from './addresses.ts';

/** The largest answer of an ERP that is read: a PDF of 20 MB in base64, or a list of some 50,000 rows. */
const MAX_ANSWER = 32 * 1024 * 1024;

type Dispatcher = object;
/** Node's own fetch takes a dispatcher, whose class Node does not export; the one that it uses by default is an instance. */
function agentWith(resolve: LookupFunction): Dispatcher {
  new Response();
  const own = (globalThis as Record<symbol, unknown>)[Symbol.for('undici.globalDispatcher.1')];
  const Agent = (own as { constructor: new (options: object) => Dispatcher } | undefined)?.constructor;
  if (Agent?.name !== 'Agent') throw new Error('this Node has another fetch than the address filter knows');
  return new Agent({ connect: { lookup: resolve } });
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

type Filter = { allowed: AllowedAddresses; plain: Dispatcher; encrypted: Dispatcher };
let filter: Filter | null = null;
/** Called once by the backend, before any ERP is asked. Without it, as in the conformance kit, adapters reach whatever they are given. */
export function filterAddresses(allowed: AllowedAddresses): void {
  filter = { allowed, plain: agentWith(judged(allowed, false)), encrypted: agentWith(judged(allowed, true)) };
}
/** Whether an ERP may be connected at this address now: what an admin entered is refused by its field, not as an ERP that is down. */
export async function mayReach(text: string): Promise<boolean> {
  const url = URL.parse(text);
  if (!filter || !url) return filter === null;
  const { allowed } = filter;
  if (!mayAsk(allowed, url)) return false;
  const resolve = judged(allowed, url.protocol === 'https:');
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
export async function send(url: string | URL, init: RequestInit): Promise<Response> {
  const redirect = init.redirect === 'manual' ? 'manual' : 'error';
  if (!filter) return bounded(await fetch(url, { ...init, redirect }));
  const target = new URL(url);
  if (!mayAsk(filter.allowed, target)) throw new TypeError('fetch failed', { cause: refusal(target.host) });
  const dispatcher = target.protocol === 'https:' ? filter.encrypted : filter.plain;
  return bounded(await fetch(url, { ...init, redirect, dispatcher } as RequestInit));
}
