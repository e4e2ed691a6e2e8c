import { expect, test } from 'vitest';
import { cookieJar } from '../cookies.ts';
import { csrfToken } from '../csrf.ts';
import { answersIn, batchOf } from './v2-batch.ts';
import { day, dayLiteral, dayValue, instant } from './v2-values.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('a date is a day in UTC, whatever follows it; what is none does not fit', () => {
  expect(day.parse('/Date(1483920000000)/')).toBe('2017-01-09');
  expect(day.parse(null)).toBeNull();
  expect(instant.parse('/Date(1130168212000+0000)/')).toBe('2005-10-24T15:36:52.000Z');
  for (const wrong of ['', '2017-01-09', '/Date(x)/', '/Date(99999999999999999)/'])
    expect(day.safeParse(wrong).success).toBe(false);
  expect([dayValue('2017-01-09'), dayLiteral('2017-01-09')]).toEqual([
    '/Date(1483920000000)/',
    "datetime'2017-01-09T00:00:00'",
  ]);
});

test('a batch: reads by themselves, each write in a change set of its own, its length in bytes', () => {
  const { type, body } = batchOf([
    { method: 'GET', path: "A_Product?$filter=Product%20eq%20'%C3%89'" },
    { method: 'POST', path: 'A_SalesOrder', body: { Text: 'Grün' } },
  ]);
  const [, boundary] = /boundary=(\S+)/.exec(type) ?? [];
  expect(body.split(`--${boundary}`)).toHaveLength(4);
  expect(body).toContain("GET A_Product?$filter=Product%20eq%20'%C3%89' HTTP/1.1\r\nAccept: application/json\r\n\r\n");
  expect(body).toContain('Content-Length: 16\r\n\r\n{"Text":"Grün"}');
  expect(body).toMatch(/multipart\/mixed; boundary=changeset_\S+\r\n\r\n--changeset_/);
});
test('the answers of a batch come in their order, those of a change set among them', () => {
  const text = [
    '--all',
    'Content-Type: application/http',
    'Content-Length: 60',
    '',
    'HTTP/1.1 200 OK',
    'Content-Type: application/json',
    '',
    '{"d":{"text":"--all is no boundary"}}',
    '--all',
    'Content-Type: multipart/mixed; boundary="one"',
    '',
    '--one',
    'Content-Type: application/http',
    '',
    'HTTP/1.1 201 Created',
    'sap-message: {}',
    '',
    '{"d":2}',
    '--one--',
    '',
    '--all',
    'Content-Type: application/http',
    '',
    'HTTP/1.1 400 Bad Request',
    '',
    '{"error":{}}',
    '--all--',
    '',
  ].join('\r\n');
  const answers = answersIn('multipart/mixed; boundary=all', bytes(text));
  expect(answers?.map(({ status, bytes: body }) => [status, new TextDecoder().decode(body)])).toEqual([
    [200, '{"d":{"text":"--all is no boundary"}}'],
    [201, '{"d":2}'],
    [400, '{"error":{}}'],
  ]);
  expect(answers?.[1]?.headers.get('sap-message')).toBe('{}');
});
test.each([
  [
    'cut before its end',
    'multipart/mixed; boundary=all',
    '--all\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}',
  ],
  ['not multipart', 'text/html', '<h1>Hello</h1>'],
  ['without a status', 'multipart/mixed; boundary=all', '--all\r\nContent-Type: application/http\r\n\r\n{}\r\n--all--'],
])('%s is no answer to a batch', (_, type, text) => expect(answersIn(type, bytes(text))).toBeNull());

test('cookies are sent back until the server ends them', () => {
  const jar = cookieJar(() => Date.parse('2026-11-28T12:00:00Z'));
  const set = (...lines: string[]) => jar.take(new Headers(lines.map((line) => ['set-cookie', line])));
  expect(jar.header()).toEqual({});
  set('SAP_SESSIONID_S4H_100=a%3d%3d; path=/; secure; HttpOnly', 'sap-usercontext=sap-client=100; path=/', 'nonsense');
  expect(jar.header()).toEqual({ cookie: 'SAP_SESSIONID_S4H_100=a%3d%3d; sap-usercontext=sap-client=100' });
  set('SAP_SESSIONID_S4H_100=b; path=/', 'sap-usercontext=x; Max-Age=0');
  expect(jar.header()).toEqual({ cookie: 'SAP_SESSIONID_S4H_100=b' });
  set('SAP_SESSIONID_S4H_100=c; Expires=Tue, 01-Jan-1980 00:00:01 GMT');
  expect(jar.header()).toEqual({});
});

test('a token is fetched once for all who wait, and again only when that very one is refused', async () => {
  let fetched = 0;
  const token = csrfToken(async () => `token-${++fetched}`);
  const { signal } = new AbortController();
  expect(await Promise.all([token.get(signal), token.get(signal)])).toEqual(['token-1', 'token-1']);
  token.refused('token-0');
  expect(await token.get(signal)).toBe('token-1');
  token.refused('token-1');
  expect(await token.get(signal)).toBe('token-2');
});
