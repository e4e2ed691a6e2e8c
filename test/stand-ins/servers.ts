import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** Has a server listen on loopback; a port of 0 takes a free one. Gives its address. */
export const listening = (server: Server, port: number): Promise<string> =>
  new Promise((ready, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      ready(`http://127.0.0.1:${address !== null && typeof address !== 'string' ? address.port : port}`);
    });
  });

/** Closes servers and the connections that clients keep open. */
export async function closing(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((done) => {
          server.close(() => done());
          server.closeAllConnections();
        }),
    ),
  );
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
/** Ends the connection without an answer. */
export const cut = (response: ServerResponse) => response.socket?.destroy();

/** Timers that end with the server: `pending` are those that have not run. */
export function openTimers() {
  const pending = new Set<NodeJS.Timeout>();
  const later = (ms: number, work: () => void) => {
    const timer = setTimeout(() => {
      pending.delete(timer);
      work();
    }, ms);
    pending.add(timer);
  };
  return { pending, later };
}

/** Answers JSON with what `act` gives, and its error as 400, or as `statusOf` says. For the side of a stand-in that tests press: it is no part of the product. */
export const adminOf = (
  act: (method: string, path: string, body: unknown) => unknown,
  statusOf: (error: unknown) => number = () => 400,
): Server =>
  createServer(async (request, response) => {
    const text = await bodyOf(request);
    const reply = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? null));
    try {
      const { pathname } = new URL(request.url ?? '/', 'http://local');
      reply(200, act(request.method ?? 'GET', pathname, text ? JSON.parse(text) : undefined));
    } catch (error) {
      reply(statusOf(error), { error: error instanceof Error ? error.message : String(error) });
    }
  });
