import { createServer, type RequestListener, type Server } from 'node:http';
import { erpCustomerIdSchema, referenceSchema } from '@backroom/shared';
import { afterEach, expect, test } from 'vitest';
import { ErpError, erpErrorKinds } from '../contract/errors.ts';
import { orderInputSchema } from '../contract/schemas.ts';
import { bridge } from './index.ts';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});
async function answering(listener: RequestListener) {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((ready) => listening.listen(0, '127.0.0.1', ready));
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return bridge({ url: `http://127.0.0.1:${address.port}/`, credentials: { key: 'k' }, settings: {} });
}
type Erp = Awaited<ReturnType<typeof answering>>;
const call = () => ({ signal: AbortSignal.timeout(2000) });
const order = orderInputSchema.parse({
  reference: referenceSchema.parse('BR-CLIENTTEST1'),
  customerId: 'c',
  currency: 'EUR',
  requestedDate: null,
  note: null,
  lines: [{ productId: 'p', quantity: '1', unitPrice: { amount: '1.00', currency: 'EUR' }, description: null }],
});
const read = (erp: Erp) => erp.products?.resolve({ codes: ['A'] }, call());
const write = (erp: Erp) => erp.orders?.create(order, call());
const errorOf = async (work: Promise<unknown> | undefined): Promise<ErpError> => {
  const error = await work?.then(
    () => new Error('it went through'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ErpError)) throw error;
  return error;
};
const kinds = async (erp: Erp) => [(await errorOf(read(erp))).kind, (await errorOf(write(erp))).kind];
const says =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (request, response) =>
    request.resume().on('end', () => response.writeHead(status, headers).end(body));
const html = { 'content-type': 'text/html' };

test.each([
  ['500 in HTML', says(500, '<h1>Error</h1>', html)],
  ['500, empty', says(500, '')],
  ['502 of a gateway', says(502, 'Bad Gateway')],
  [
    '404 of a tool whose flow has not started',
    says(404, '{"code":404,"message":"The requested webhook is not registered."}'),
  ],
  ['405 of whoever stands there instead', says(405, '')],
  ['200 in HTML', says(200, '<h1>We will be back</h1>', html)],
  ['200, empty', says(200, '', { 'content-type': 'application/json' })],
  [
    'a reset before the answer',
    ((request) => void request.resume().on('end', () => request.socket.destroy())) as RequestListener,
  ],
  [
    'an answer cut in the middle',
    ((request, response) =>
      void request.resume().on('end', () => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
        response.write('{"results":[', () => response.socket?.destroy());
      })) as RequestListener,
  ],
  ['a redirect', says(302, '', { location: 'http://127.0.0.1:9/' })],
])('%s: a read found no ERP, of a write the outcome is unknown', async (_, listener) => {
  expect(await kinds(await answering(listener))).toEqual(['unreachable', 'uncertain']);
});

test('an answer in another form is drift with its field; of a write it tells nothing', async () => {
  const erp = await answering(says(200, '{"results":[{"id":"1","code":"A","title":"renamed"}]}'));
  const error = await errorOf(read(erp));
  expect([error.kind, error.field]).toEqual(['drift', 'products.resolve.results.0.name']);
  expect((await errorOf(write(erp))).kind).toBe('uncertain');
});

test.each([
  ['seconds', '7', 7000],
  ['far too many seconds', '86400', 600_000],
  ['nothing', null, null],
  ['nonsense', 'soon', null],
  ['a date that has passed', 'Mon, 01 Jan 2024 00:00:00 GMT', null],
])('429 is busy, with %s to wait', async (_, retryAfter, expected) => {
  const erp = await answering(says(429, '', retryAfter === null ? {} : { 'retry-after': retryAfter }));
  for (const error of [await errorOf(read(erp)), await errorOf(write(erp))])
    expect([error.kind, error.retryAfterMs]).toEqual(['busy', expected]);
});

test('429 with a date waits until then', async () => {
  const erp = await answering(says(429, '', { 'retry-after': new Date(Date.now() + 30_000).toUTCString() }));
  const { retryAfterMs } = await errorOf(read(erp));
  expect(retryAfterMs).toBeGreaterThan(27_000);
  expect(retryAfterMs).toBeLessThanOrEqual(30_000);
});

test.each([
  [401, 'unauthorised'],
  [403, 'unauthorised'],
  [501, 'unsupported'],
])('%i without a problem document is %s, for reads and writes', async (status, kind) => {
  expect(await kinds(await answering(says(status, 'no')))).toEqual([kind, kind]);
});

test.each(erpErrorKinds)('a problem document of kind %s is taken at its word', async (kind) => {
  const problem = JSON.stringify({ title: 'x', kind, words: 'Not today.', field: 'lines.0.quantity' });
  const error = await errorOf(
    write(await answering(says(422, problem, { 'content-type': 'application/problem+json' }))),
  );
  expect([error.kind, error.words, error.field]).toEqual([kind, 'Not today.', 'lines.0.quantity']);
  // The log has the message.
  expect(error.message).not.toContain('today');
});

test('a problem document with a kind of its own is not believed', async () => {
  expect(await kinds(await answering(says(500, '{"kind":"exploded"}')))).toEqual(['unreachable', 'uncertain']);
});

test('a time limit ends both, and says that it was the time', async () => {
  const erp = await answering(() => {});
  const signal = () => ({ signal: AbortSignal.timeout(100) });
  const ofRead = await errorOf(erp.products?.resolve({ codes: ['A'] }, signal()));
  const ofWrite = await errorOf(erp.orders?.create(order, signal()));
  expect([ofRead.kind, ofRead.timedOut, ofWrite.kind, ofWrite.timedOut]).toEqual([
    'unreachable',
    true,
    'uncertain',
    true,
  ]);
});

test('what is not a PDF is drift; a PDF that is cut is no ERP', async () => {
  const customer = erpCustomerIdSchema.parse('1');
  const wrong = await answering(says(200, '{}', { 'content-type': 'application/json' }));
  expect((await errorOf(wrong.invoices?.pdf?.({ id: customer }, call()))).kind).toBe('drift');
  const cut = await answering((request, response) =>
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': '100' });
      response.write('%PDF-1.7', () => response.socket?.destroy());
    }),
  );
  expect((await errorOf(cut.invoices?.pdf?.({ id: customer }, call()))).kind).toBe('unreachable');
});
