import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { closing, listening } from '../servers.ts';
import { cast } from './seed/cast.ts';
import { type Options, openPipedrive } from './service.ts';

const TICK_MS = 1000;
/** Starts the stand-in on loopback with its cast. A port of 0 takes a free one. `ticking`: retries of webhooks are sent by the real clock. */
export async function startPipedrive({
  port = 0,
  ticking = false,
  ...options
}: Options & { port?: number; ticking?: boolean } = {}) {
  const pipedrive = openPipedrive(options);
  const ids = cast(pipedrive);
  const listener = getRequestListener(pipedrive.fetch);
  const server = createServer((request: IncomingMessage, response: ServerResponse) => void listener(request, response));
  const url = await listening(server, port);
  const timer = ticking ? setInterval(() => pipedrive.webhooks.run(), TICK_MS) : undefined;
  return {
    ...pipedrive,
    ...{ url, ids },
    async close() {
      clearInterval(timer);
      await closing([server]);
    },
  };
}
