import type { ErpPorts } from '../src/erp/contract/ports.ts';
import { netSuite } from '../src/erp/netsuite/index.ts';

/** Hand-made answers of an account for unit tests. It checks nothing and is no stand-in. */
export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  q: string;
  body: unknown;
  headers: Headers;
};
export type Said = { status?: number; body?: unknown; headers?: Record<string, string> };
let accounts = 0;

/** `answer` is asked for each request; undefined is an empty page of a query, or no such record. */
export function accountOf(answer: (asked: Asked) => Said | undefined, settings: Record<string, string> = {}) {
  const calls: Asked[] = [];
  accounts += 1;
  const ports: ErpPorts = {
    now: () => Date.parse('2026-11-28T12:00:00Z'),
    fetch: async (address, init = {}) => {
      const url = new URL(address);
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
      const q = body !== null && typeof body === 'object' && 'q' in body ? String(body.q) : '';
      const asked: Asked = {
        method: init.method ?? 'GET',
        path: url.pathname.replace(/^\/services\/rest\//, ''),
        query: url.searchParams,
        q,
        body,
        headers: new Headers(init.headers),
      };
      calls.push(asked);
      const said = answer(asked) ?? usual(asked);
      return new Response(said.body === undefined ? null : JSON.stringify(said.body), {
        status: said.status ?? 200,
        headers: { 'content-type': 'application/json', ...said.headers },
      });
    },
  };
  const credentials = { consumerKey: 'ck', consumerSecret: 'cs', tokenId: 'tk', tokenSecret: 'ts' };
  // The limit of requests is kept by account.
  const account = `TEST${accounts}`;
  const adapter = netSuite(
    { url: '', credentials, settings: { account, timeZone: 'Europe/Berlin', ...settings } },
    ports,
  );
  return { adapter, calls, queries: () => calls.flatMap(({ q }) => q || []) };
}
export const rows = (...items: object[]): Said => ({
  body: { items, hasMore: false, count: items.length, totalResults: items.length },
});
const usual = ({ path, q }: Asked): Said =>
  path.startsWith('query/')
    ? rows(...(/FROM currency/.test(q) ? [{ id: '1', symbol: 'EUR', isbasecurrency: 'T' }] : []))
    : refusal(404, 'NONEXISTENT_ID', 'The record instance does not exist. Provide a valid record instance ID.');
/** The envelope of the REST web services. */
export const refusal = (status: number, code: string, detail: string, path?: string): Said => ({
  status,
  body: {
    type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.1',
    title: 'Bad Request',
    status,
    'o:errorDetails': [{ detail, 'o:errorCode': code, ...(path ? { 'o:errorPath': path } : {}) }],
  },
});
export const call = () => ({ signal: AbortSignal.timeout(5000) });
