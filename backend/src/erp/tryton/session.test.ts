import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { tryton } from './index.ts';

type Recorded = { status: number; body: unknown };
const recorded = (name: string): Recorded =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'recorded', `${name}.json`), 'utf8'));
const call = () => ({ signal: AbortSignal.timeout(5000) });
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Plays recorded answers; `answer` chooses by method and by how often that was asked. */
async function playing(answer: (method: string, nth: number) => Recorded) {
  const asked = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { method } = JSON.parse(Buffer.concat(parts).toString());
    const nth = (asked.get(method) ?? 0) + 1;
    asked.set(method, nth);
    const { status, body } = answer(method, nth);
    response.writeHead(status, { 'content-type': status === 200 ? 'application/json' : 'text/html' });
    response.end(status === 200 ? JSON.stringify(body) : String(body ?? ''));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  closing.push(() => server.close());
  const address = server.address();
  const url = `http://127.0.0.1:${address !== null && typeof address !== 'string' ? address.port : 0}`;
  const adapter = tryton({ url, credentials: { user: 'backroom', password: 'secret' }, settings: { database: 'lab' } });
  return { adapter, asked: (method: string) => asked.get(method) ?? 0 };
}
const login = 'common.db.login';
const first = 'model.res.user.get_preferences';

test('a wrong password is tried once, whatever is asked afterwards', async () => {
  const { adapter, asked } = await playing(() => recorded('87-login-wrong-password'));
  for (let round = 0; round < 4; round += 1)
    await expect(adapter.products?.resolve({ codes: ['A'] }, call())).rejects.toMatchObject({
      kind: 'unauthorised',
      field: 'password',
    });
  await Promise.allSettled([1, 2, 3].map(() => adapter.orders?.list({ customerId: '1' as never }, call())));
  expect(asked(login)).toBe(1);
});
test('a user that is locked out is left alone for as long as Tryton says', async () => {
  const { adapter, asked } = await playing(() => ({ status: 429, body: '' }));
  for (let round = 0; round < 3; round += 1)
    await expect(adapter.products?.resolve({ codes: ['A'] }, call())).rejects.toMatchObject({
      kind: 'busy',
      retryAfterMs: 300_000,
    });
  expect(asked(login)).toBe(1);
});
test('a session that has ended is replaced once; one that never works is not asked for without end', async () => {
  const { adapter, asked } = await playing((method) => recorded(method === login ? '03-login' : '82-expired-session'));
  await expect(adapter.products?.resolve({ codes: ['A'] }, call())).rejects.toMatchObject({ kind: 'unauthorised' });
  expect(asked(first)).toBe(2);
  expect(asked(login)).toBe(2);
});
test('an unknown database says so', async () => {
  const { adapter } = await playing(() => ({ status: 404, body: '' }));
  await expect(adapter.products?.resolve({ codes: ['A'] }, call())).rejects.toMatchObject({
    kind: 'unauthorised',
    field: 'database',
  });
});
