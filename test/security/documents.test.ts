import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from './world.ts';

let world: SecurityWorld;
/** Stands before the demo ERP and answers for its PDFs. */
let front: Server;
let pdf: { type: string; body: Buffer | 'endless' } | null = null;
const account = 'hubspot:4242' as never;
beforeAll(async () => {
  world = await openSecurityWorld();
  front = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      if (pdf && request.url?.endsWith('/invoices/pdf')) {
        response.writeHead(200, { 'content-type': pdf.type });
        if (pdf.body !== 'endless') return void response.end(pdf.body);
        response.write('%PDF-1.7\n');
        const chunk = Buffer.alloc(1024 * 1024, ' ');
        const more = () => {
          while (!response.destroyed && response.write(chunk));
          if (!response.destroyed) response.once('drain', more);
        };
        return more();
      }
      const answer = await fetch(`${world.erpUrl}${request.url}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: request.headers.authorization ?? '' },
        body: Buffer.concat(chunks),
      });
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
  }).listen(0, '127.0.0.1');
  await new Promise((done) => front.once('listening', done));
  const connection = await world.backend.accounts.connection(account);
  if (!connection) throw new Error('no connection');
  await world.backend.accounts.connect(account, {
    ...connection,
    url: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
  });
});
afterAll(async () => {
  await world.close();
  front.closeAllConnections();
  front.close();
});
beforeEach(() => {
  pdf = null;
});
async function link(): Promise<string> {
  const { data } = await world.ask('/v1/records/deal/5001/panels?only=invoices');
  const { panels } = data as { panels: { invoices: { data: { invoices: { id: string; hasPdf: boolean }[] } } } };
  const invoice = panels.invoices.data.invoices.find(({ hasPdf }) => hasPdf);
  const answer = await world.ask(`/v1/invoices/${invoice?.id}/link`, {
    method: 'POST',
    body: { recordType: 'deal', recordId: '5001' },
  });
  return `${world.backendUrl}${new URL((answer.data as { url: string }).url).pathname}`;
}

test('a link opens one PDF once, and nothing that it carries may run', async () => {
  const url = await link();
  const first = await fetch(url);
  expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(
    Buffer.from(await first.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(first.headers.get('content-security-policy')).toContain('sandbox');
  // HubSpot opens it in a frame on the record's page; nobody else's page may.
  const hubspot = new URL((await world.backend.crms.pagesOf(account))({ type: 'deal', id: '5001' }) ?? '').origin;
  expect(first.headers.get('content-security-policy')).toContain(`frame-ancestors ${hubspot};`);
  for (let again = 0; again < 2; again += 1) expect((await fetch(url)).status).toBe(404);
  const other = await link();
  expect((await Promise.all([fetch(other), fetch(other)])).map(({ status }) => status).sort()).toEqual([200, 404]);
});
test.each<[string, { type: string; body: Buffer | 'endless' }]>([
  ['application/pdfx', { type: 'application/pdfx', body: Buffer.from('%PDF-1.7 x') }],
  ['HTML under the name of a PDF', { type: 'application/pdf', body: Buffer.from('<html><script>alert(1)</script>') }],
  ['nothing', { type: 'application/pdf', body: Buffer.alloc(0) }],
  ['250 MB and more', { type: 'application/pdf', body: 'endless' }],
  [
    '21 MB',
    { type: 'application/pdf', body: Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(21 * 1024 * 1024)]) },
  ],
])('an ERP that answers %s is not passed on', async (_, answer) => {
  const url = await link();
  pdf = answer;
  const before = process.memoryUsage().rss;
  const response = await fetch(url);
  expect(response.status).toBeGreaterThanOrEqual(500);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
});
test('a link of before does not open when the admin has switched invoices off', async () => {
  const url = await link();
  await world.ask('/v1/settings', { method: 'PUT', body: { flows: { invoices: false } } });
  expect((await fetch(url)).status).toBe(409);
  await world.ask('/v1/settings', { method: 'PUT', body: { flows: { invoices: true } } });
});
