import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { takes } from '../faults.ts';
import { bodyOf, cut, openTimers } from '../servers.ts';
import { diagnoses, RestRefusal } from './errors.ts';
import type { Faults } from './faults.ts';
import { readRest } from './rest.ts';
import type { openSignIn, User } from './sign-in.ts';
import { envelopeOf, isOrder, isWrite, NoCall, operationOf, serve } from './soap.ts';
import type { Store } from './store.ts';
import type { Element } from './xml.ts';

export type Counts = { requests: number; reads: number; services: number; writes: number; mostAtOnce: number };
type Options = {
  store: Store;
  faults: () => Faults;
  signIn: ReturnType<typeof openSignIn>;
  counts: Counts;
  folder: string;
  pool: string;
};
type Answered = { status: number; type: string; body: string };
const SOAP = '/soap-generic/syracuse/collaboration/syracuse/CAdxWebServiceXmlCC';
const REST = '/api1/x3/erp/';
const html =
  '<!doctype html><html><head><title>503</title></head><body><h1>Service Temporarily Unavailable</h1></body></html>';
const pageOf = (status: number): Answered => ({ status, type: 'text/html', body: html });
const plain = (status: number, body: string): Answered => ({ status, type: 'text/plain', body });
const json = (status: number, body: unknown): Answered => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});
function send(response: ServerResponse, { status, type, body }: Answered): void {
  if (response.destroyed) return;
  const bytes = Buffer.from(body);
  // By the clock that tokens are held against: Node's own is not moved with it.
  const date = new Date().toUTCString();
  response
    .writeHead(status, { date, 'content-type': `${type}; charset=utf-8`, 'content-length': String(bytes.length) })
    .end(bytes);
}

/** Syracuse on loopback: the REST Web API for reading, the classic SOAP web services for writing. */
export function x3Server({ store, faults: now, signIn, counts, folder, pool }: Options): Server & {
  pending: Set<NodeJS.Timeout>;
} {
  const timers = openTimers();
  const later = (ms: number) => new Promise<void>((done) => timers.later(ms, done));
  let atOnce = 0;
  async function stalled(): Promise<void> {
    const { hang } = now();
    if (!hang || hang.times <= 0) return;
    hang.times -= 1;
    await later(hang.ms);
  }
  async function rest(request: IncomingMessage, response: ServerResponse, address: URL, user: User): Promise<void> {
    counts.reads += 1;
    await stalled();
    const [, , , , asked = '', ...path] = address.pathname.split('/').map(decodeURIComponent);
    try {
      if (request.method !== 'GET') throw new RestRefusal(405, `${request.method} is not supported`);
      if (asked !== folder) throw new RestRefusal(404, `Endpoint ${asked} not found`);
      const origin = `http://${request.headers.host ?? address.host}`;
      const call = { store, faults: now(), user, address, origin, folder };
      send(response, json(200, readRest(call, path.join('/'))));
    } catch (error) {
      if (!(error instanceof RestRefusal)) throw error;
      send(response, json(error.status, diagnoses(error.message)));
    }
  }
  async function soap(request: IncomingMessage, response: ServerResponse, text: string, user: User): Promise<void> {
    counts.services += 1;
    const refuse = (words: string): void => send(response, json(500, diagnoses(words)));
    if (request.method !== 'POST') return send(response, json(405, diagnoses('POST expected')));
    if (takes(now(), 'noWebServices')) return refuse('No web services accepted');
    if (request.headers.soapaction === undefined) return refuse("Header 'soapAction' is missing.");
    let operation: Element;
    try {
      operation = operationOf(text);
    } catch (error) {
      if (error instanceof NoCall) return refuse(error.message);
      throw error;
    }
    const started = performance.now();
    const work = () => {
      const said = serve({ store, faults: now(), user, pool }, operation);
      const body = envelopeOf(operation.name, said, Math.round(performance.now() - started));
      return { isDone: said.status === 1, answer: { status: 200, type: 'text/xml', body } };
    };
    if (!isWrite(operation)) {
      await stalled();
      return send(response, work().answer);
    }
    counts.writes += 1;
    const { slowCommit } = now();
    if (isOrder(operation) && slowCommit && slowCommit.times > 0) {
      slowCommit.times -= 1;
      if (slowCommit.answer === '504') send(response, pageOf(504));
      if (slowCommit.answer === 'cut') cut(response);
      await later(slowCommit.ms);
      const { answer } = work();
      return slowCommit.answer === 'late' ? send(response, answer) : undefined;
    }
    const { isDone, answer } = work();
    if (isDone && takes(now(), 'dropAfterCommit')) return void cut(response);
    if (isDone && takes(now(), 'gatewayTimeout')) return send(response, pageOf(504));
    if (isDone && takes(now(), 'unavailableAfterCommit')) return send(response, pageOf(503));
    send(response, answer);
  }
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const faults = now();
    counts.requests += 1;
    if (faults.outage) return void cut(response);
    const text = await bodyOf(request);
    const address = new URL(request.url ?? '/', 'http://x3');
    if (takes(faults, 'unavailable')) return send(response, pageOf(503));
    if (takes(faults, 'html')) return send(response, pageOf(200));
    if (faults.latencyMs > 0) await later(faults.latencyMs);
    if (faults.tokensEnd) {
      signIn.endAll();
      faults.tokensEnd = false;
    }
    store.refresh();
    const held = signIn.holder(request.headers.authorization, faults.tokenSeconds);
    if ('refused' in held) return send(response, plain(401, held.refused));
    if (address.pathname === SOAP) return soap(request, response, text, held.user);
    if (address.pathname.startsWith(REST)) return rest(request, response, address, held.user);
    send(response, pageOf(404));
  }
  const server = createServer((request, response) => {
    atOnce += 1;
    counts.mostAtOnce = Math.max(counts.mostAtOnce, atOnce);
    handle(request, response)
      .catch((error: unknown) => {
        console.error(error);
        send(response, json(500, diagnoses('Internal error')));
      })
      .finally(() => {
        atOnce -= 1;
      });
  });
  return Object.assign(server, { pending: timers.pending });
}
