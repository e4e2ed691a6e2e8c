import { createServer } from 'node:http';
import { afterEach } from 'vitest';
import { bodyOf, closing, listening } from '../servers.ts';
import { type Options, openPipedrive } from './service.ts';

const closes: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closes.splice(0)) await close();
});
export function open(options: Options = {}) {
  const crm = openPipedrive(options);
  const { accessToken } = crm.desk.connect();
  async function ask(path: string, { method = 'GET', body = undefined as unknown, token = accessToken } = {}) {
    const response = await crm.fetch(
      new Request(`http://pipedrive.test${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
    const json: any = text.startsWith('{') ? JSON.parse(text) : {};
    return { status: response.status, headers: response.headers, text, json };
  }
  return { ...crm, ask, token: accessToken };
}
export const pump = { code: 'PUMP-40', name: 'Pump 40', quantity: '4', price: '504.50' };
export const simple = { name: 'Pumps', currency: 'EUR', company: { name: 'Nordwind GmbH' }, lines: [pump] };
/** A receiver of webhooks, or of the notice of an uninstall, that answers as it is told. */
export async function receiver(status = () => 200) {
  const got: { method: string; authorization: string | undefined; body: Record<string, Record<string, unknown>> }[] =
    [];
  const server = createServer(async (request, response) => {
    const text = await bodyOf(request);
    const body = JSON.parse(text || '{}');
    got.push({ method: request.method ?? '', authorization: request.headers.authorization, body });
    response.writeHead(status()).end();
  });
  closes.push(() => closing([server]));
  return { url: await listening(server, 0), got };
}
