import type { Server } from 'node:http';
import { serve } from '@hono/node-server';

/** How long a connection may take. Behind a load balancer its own idle time-out must be shorter than `keepAliveMs`. */
export type ServerLimits = {
  /** From the connection to the last header: a caller that sends nothing is gone after this. */
  headersMs: number;
  /** From the connection to the last byte of the body. A CRM's proxy sends 256 kB within a second. */
  requestMs: number;
  /** Between two requests. */
  keepAliveMs: number;
  /** Without a byte in either direction, also while an answer is written to a caller that does not read it. */
  idleMs: number;
  /** How often the first two are looked at. */
  checkMs: number;
  connections: number;
};
export const serverLimits: ServerLimits = {
  headersMs: 10_000,
  requestMs: 20_000,
  keepAliveMs: 65_000,
  // Longer than the longest answer: a CRM waits 15 seconds for a card.
  idleMs: 70_000,
  checkMs: 2000,
  connections: 4000,
};

/** Serves an app on a port with the limits above: Node's own defaults leave slow and idle callers a minute to five. */
export function listen(
  app: { fetch: (request: Request) => Response | Promise<Response> },
  options: { port: number; hostname: string; limits?: Partial<ServerLimits> },
  ready: (info: { port: number }) => void = () => {},
): Server {
  const limits = { ...serverLimits, ...options.limits };
  const server = serve(
    {
      fetch: app.fetch,
      port: options.port,
      hostname: options.hostname,
      serverOptions: {
        headersTimeout: limits.headersMs,
        requestTimeout: limits.requestMs,
        keepAliveTimeout: limits.keepAliveMs,
        connectionsCheckingInterval: limits.checkMs,
        maxHeaderSize: 16_384,
      },
    },
    ready,
  ) as Server;
  server.maxHeadersCount = 100;
  server.maxConnections = limits.connections;
  server.setTimeout(limits.idleMs, (socket) => socket.destroy());
  return server;
}
