import { decimal } from '@backroom/shared';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { decimalText, exactJsonOf, exactNumber } from '../json.ts';
import { odataClient } from './client.ts';
import { errorOf } from './errors.ts';
import { all, oneOf, queryOf, text } from './query.ts';

test('a query is escaped twice: as a literal, and as a URL', () => {
  const filter = all(oneOf('number', ["O'Brien & Söhne", 'A#1'].map(text)), `blocked eq false`);
  expect(filter).toBe("(number eq 'O''Brien & Söhne' or number eq 'A#1') and blocked eq false");
  const query = queryOf({ filter, select: ['id', 'number'], top: 2 });
  expect(query).not.toMatch(/[#& ](?!\$)/);
  expect(Object.fromEntries(new URLSearchParams(query))).toEqual({ $filter: filter, $select: 'id,number', $top: '2' });
  expect(queryOf({})).toBe('');
});

test.each([
  ['0.1', '0.1'],
  ['1000.80', '1000.8'],
  ['12345678901234567890.12', '12345678901234567890.12'],
  ['1e-7', '0.0000001'],
  ['1.5E+3', '1500'],
  ['-0', '0'],
])('the number %s keeps its digits', (written, expected) => {
  const body = exactJsonOf(new TextEncoder().encode(`{"amount":${written},"text":"1.50"}`));
  const read = z.object({ amount: decimalText, text: z.string() }).parse(body);
  expect(read).toEqual({ amount: expected, text: '1.50' });
});
test('an amount is sent digit for digit', () => {
  expect(JSON.stringify({ price: exactNumber(decimal('12345678901234567890.120')) })).toBe(
    '{"price":12345678901234567890.12}',
  );
});

const answer = (status: number, body: string, headers = {}) => ({
  status,
  headers: new Headers(headers),
  bytes: new TextEncoder().encode(body),
});
const asked = { what: 'POST orders', write: true, signal: AbortSignal.timeout(1000) };
test.each([
  ['version 4', 400, '{"error":{"code":"X","message":"No such item."}}', 'refused', 'No such item.'],
  [
    'version 2',
    400,
    '{"error":{"code":"X","message":{"lang":"en","value":"No such item."}}}',
    'refused',
    'No such item.',
  ],
  ['a stale record', 412, '{"error":{"code":"","message":"Changed."}}', 'conflict', 'Changed.'],
  ['not there', 404, '{"error":{"message":"Gone."}}', 'not_found', 'Gone.'],
  [
    'a fault of the service: the outcome of a write is open',
    500,
    '{"error":{"code":"X","message":"Oops."}}',
    'uncertain',
    null,
  ],
  ['a page of a gateway', 502, '<h1>Bad gateway</h1>', 'uncertain', null],
  ['a request to slow down', 429, '{"error":{"code":"X","message":"Slow."}}', 'busy', 'Slow.'],
])('%s', (_, status, body, kind, words) => {
  const error = errorOf(answer(status, body, { 'retry-after': '2' }), asked, 0, () => null);
  expect([error.kind, error.words, error.retryAfterMs]).toEqual([kind, words, kind === 'busy' ? 2000 : null]);
});
test('a service says what its own codes mean, and with which words', () => {
  const fault = '{"error":{"code":"LOCK","message":"x"}}';
  const own = errorOf(answer(400, fault), asked, 0, ({ code }) =>
    code === 'LOCK' ? { kind: 'busy', words: 'Locked.', field: 'id' } : null,
  );
  expect([own.kind, own.words, own.field]).toEqual(['busy', 'Locked.', 'id']);
});

const tokens = { get: async () => 'token', refused: () => {} };
test('a list without an end is refused, not cut', async () => {
  let pages = 0;
  const fetch = async () =>
    Response.json({ value: [pages++], '@odata.nextLink': 'https://erp.example/api/list?page=next' });
  const client = odataClient(
    { root: 'https://erp.example/api', tokens, meaningOf: () => null },
    { fetch, now: () => 0 },
  );
  const more = { signal: AbortSignal.timeout(5000) };
  const first = await client.list(z.string(), 'list', more);
  expect(first).toEqual({ rows: ['0'], next: 'list?page=next' });
  await expect(client.rest(z.string(), first, more)).rejects.toMatchObject({ kind: 'drift', field: 'nextLink' });
});
test.each(['https://erp.example/other', 'https://erp.example.evil.example/api/list', 'http://erp.example/api/list'])(
  'a list does not go on at %s',
  async (next) => {
    const fetch = async () => Response.json({ value: [], '@odata.nextLink': next });
    const client = odataClient(
      { root: 'https://erp.example/api', tokens, meaningOf: () => null },
      { fetch, now: () => 0 },
    );
    await expect(client.list(z.string(), 'list', { signal: AbortSignal.timeout(5000) })).rejects.toMatchObject({
      kind: 'drift',
    });
  },
);
test('a change goes with the tag of what was read', async () => {
  const sent: RequestInit[] = [];
  const fetch = async (_: string | URL, init: RequestInit = {}) => {
    sent.push(init);
    return Response.json({});
  };
  const client = odataClient(
    { root: 'https://erp.example/api', tokens, meaningOf: () => null },
    { fetch, now: () => 0 },
  );
  await client.json(
    { method: 'PATCH', path: 'list(1)', body: {}, etag: 'W/"1"' },
    { signal: AbortSignal.timeout(5000), write: true },
  );
  expect(sent[0]).toMatchObject({
    method: 'PATCH',
    headers: { 'if-match': 'W/"1"', 'content-type': 'application/json' },
  });
});
