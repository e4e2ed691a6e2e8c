import type { Server } from 'node:http';

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
