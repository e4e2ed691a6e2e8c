import { createServer, request as requestHttp, type ServerResponse } from 'node:http';
import { request as requestHttps } from 'node:https';

type Headers = Record<string, string | string[]>;
type Answer = { status: number; headers: Headers; body: Buffer };
/**
 * What happens to one request.
 * - `pass` it goes through · `hang` it is never answered · `reset` the connection is cut before the ERP sees anything
 * - `drop` the ERP does it, then the connection is cut without an answer · `cut` the same in the middle of the answer
 * - an answer of its own, the ERP sees nothing · a function that alters the ERP's answer
 */
export type Fault =
  | 'pass'
  | 'hang'
  | 'reset'
  | 'drop'
  | 'cut'
  | { status: number; headers?: Record<string, string>; body: string }
  | ((body: string) => string);
/** Chooses by the number of the request since the fault was set, from 1. */
export type Faults = (nth: number) => Fault;

export type FaultProxy = {
  url: string;
  /** Requests so far. */
  calls: () => number;
  set: (faults: Faults) => void;
  close: () => Promise<void>;
};

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'host',
  'accept-encoding',
]);

/** Stands between an adapter and its ERP on loopback: counts, and breaks on demand. Any adapter over HTTP can be put behind it. */
export async function openProxy(upstream: string): Promise<FaultProxy> {
  const target = new URL(upstream);
  let count = 0;
  let since = 0;
  let faults: Faults = () => 'pass';

  const forward = (method: string, path: string, headers: Headers, body: Buffer): Promise<Answer> =>
    new Promise((done, fail) => {
      const send = target.protocol === 'https:' ? requestHttps : requestHttp;
      const asked = send(
        { protocol: target.protocol, hostname: target.hostname, port: target.port, method, path, headers },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', fail);
          answer.on('end', () =>
            done({ status: answer.statusCode ?? 502, headers: clean(answer.headers), body: Buffer.concat(parts) }),
          );
        },
      );
      asked.on('error', fail);
      asked.end(body);
    });
  const server = createServer(async (request, response) => {
    count += 1;
    since += 1;
    const fault = faults(since);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (fault === 'hang') return;
    if (fault === 'reset') return void request.socket.destroy();
    if (typeof fault === 'object') return void response.writeHead(fault.status, fault.headers).end(fault.body);
    try {
      const body = Buffer.concat(parts);
      const asked = request.headers.host ?? target.host;
      const headers = {
        ...clean(request.headers),
        host: target.host,
        // An ERP that answers with addresses names the one that it was asked at.
        'x-forwarded-host': asked,
        'content-length': String(body.length),
      };
      const answer = await forward(request.method ?? 'GET', request.url ?? '/', headers, body);
      if (fault === 'drop') request.socket.destroy();
      else if (fault === 'cut') cutShort(response, answer);
      else {
        const out = typeof fault === 'function' ? Buffer.from(fault(answer.body.toString())) : answer.body;
        response.writeHead(answer.status, { ...answer.headers, 'content-length': String(out.length) }).end(out);
      }
    } catch {
      request.socket.destroy();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}${target.pathname.replace(/\/$/, '')}`,
    calls: () => count,
    set(next) {
      since = 0;
      faults = next;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Several cookies stay several headers. */
function clean(headers: NodeJS.Dict<string | string[]>): Headers {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      hopByHop.has(name) || value === undefined ? [] : [[name, value]],
    ),
  );
}
/** Promises the whole answer, sends half of it, and is gone. */
function cutShort(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': String(answer.body.length) });
  response.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => response.socket?.destroy());
}
