import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

export const KEY = 'toy-key';
const customers = [
  ['1', 'C-1', 'Nordwind GmbH', 'DE811000000', 'office@nordwind.example'],
  ['2', 'C-2', 'Zwilling KG', null, 'zwilling@gmail.com'],
].map(([id, number, name, vatId, email]) => ({
  ...{ id, number, name, vatId, email },
  city: 'Hamburg',
  country: 'DE',
  blocked: false,
}));
const items = [
  ['11', 'PUMP-1', 'goods', '8'],
  ['12', 'PUMP-2', 'goods', '0'],
  ['13', 'VALVE-1', 'goods', '120'],
  ['14', 'HOUR', 'service', '0'],
  ['15', 'PUMP-0', 'goods', '1'],
].map(([id, code, kind, onHand]) => ({
  ...{ id, code, kind, onHand },
  name: `Item ${code}`,
  unit: 'pcs',
  discontinued: code === 'PUMP-0',
  reserved: '0',
}));
const askedSchema = z.object({ ids: z.array(z.string()).optional(), codes: z.array(z.string()).optional() });

function answerTo(path: string, { ids, codes }: z.infer<typeof askedSchema>): unknown {
  if (path === '/company') return { version: '1', company: 'Toy Ltd', timeZone: 'Europe/Berlin', currency: 'EUR' };
  if (path === '/customers') return { rows: ids ? customers.filter(({ id }) => ids.includes(id ?? '')) : customers };
  const wanted = new Set(codes?.map((code) => code.toUpperCase()));
  if (path === '/items')
    return { rows: items.filter(({ id, code }) => (ids ? ids.includes(id ?? '') : wanted.has(code ?? ''))) };
  return null;
}

/** What stands in for the vendor's system: a process of its own in a lab, a sandbox, or recorded answers for a real ERP. */
export async function startToyErp(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const say = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.headers.authorization !== `Bearer ${KEY}`) return say(401, { error: 'key' });
    const answer = answerTo(request.url ?? '', askedSchema.parse(await json(request)));
    return answer === null ? say(404, { error: 'path' }) : say(200, answer);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
