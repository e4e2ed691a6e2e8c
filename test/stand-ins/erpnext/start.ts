import { mkdirSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { dirname } from 'node:path';
import { bodyOf, closing, listening } from '../servers.ts';
import { openDesk } from './desk.ts';
import { seed } from './seed.ts';
import { type Answered, answer } from './service.ts';
import { openStore } from './store.ts';

/** Users with their API keys: with all roles, and without those for invoices. */
export const users = {
  full: { key: 'full-key', secret: 'full-secret', denied: [] },
  limited: { key: 'limited-key', secret: 'limited-secret', denied: ['Sales Order', 'Sales Invoice'] },
} as const;
const send = (response: ServerResponse, { status, type, body }: Answered) =>
  response.writeHead(status, { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) }).end(body);

/** A double of ERPNext 15 on loopback. `file: ':memory:'` keeps nothing; a port of 0 takes a free one. */
export async function startErpNext({ file = ':memory:', port = 0 }: { file?: string; port?: number } = {}) {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const store = openStore(file);
  const desk = openDesk(store);
  seed(store, desk);
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://site');
    const body = await bodyOf(request);
    const [, key, secret] = /^token ([^:]+):(.+)$/.exec(request.headers.authorization ?? '') ?? [];
    const user = Object.values(users).find((each) => each.key === key && each.secret === secret);
    const refused = (status: number, type: string): Answered => ({
      status,
      type: 'application/json',
      body: JSON.stringify({ exception: `frappe.exceptions.${type}`, exc_type: type }),
    });
    if (!user)
      return send(response, key === undefined ? refused(403, 'PermissionError') : refused(401, 'AuthenticationError'));
    try {
      send(
        response,
        answer(
          store,
          { method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, body },
          user.denied,
        ),
      );
    } catch (error) {
      console.error(error);
      send(response, { status: 500, type: 'text/html', body: '<!doctype html><title>Server Error</title>' });
    }
  });
  const url = await listening(server, port);
  return {
    ...{ url, store, desk },
    async close() {
      await closing([server]);
      store.close();
    },
  };
}
export type ErpNext = Awaited<ReturnType<typeof startErpNext>>;
