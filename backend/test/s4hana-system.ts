import type { ErpPorts } from '../src/erp/contract/ports.ts';
import { s4hana } from '../src/erp/s4hana/index.ts';

/** Hand-made answers of a system for unit tests, in the shapes of SAP's recordings. It checks nothing and is no stand-in. */
export type Asked = {
  method: string;
  service: string;
  path: string;
  query: Record<string, string>;
  headers: Headers;
  /** Of a POST, parsed. */
  body: Record<string, unknown>;
};
export type Said = { status?: number; headers?: Record<string, string>; body?: unknown } | Error;
export type Answering = (asked: Asked) => Said | undefined;

const ROOT = '/sap/opu/odata/sap/';
const empty: Said = { body: { d: { results: [] } } };
/** `code`: class and number of a message. The envelope is that of a recorded refusal. */
export const fault = (status: number, code: string, value: string, details: object[] = [], headers = {}): Said => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: {
    error: {
      code,
      message: { lang: 'en', value },
      innererror: {
        application: { component_id: '', service_namespace: '/SAP/', service_id: 'X', service_version: '0001' },
        transactionid: '4A5FE7C0B1B000A0E005E5E989FCE03F',
        timestamp: '20200428134913.3847960',
        errordetails: [
          ...details,
          { code: '/IWBEP/CX_MGW_BUSI_EXCEPTION', message: 'An exception was raised', severity: 'error', target: '' },
        ],
      },
    },
  },
});
export const detail = (code: string, message: string, severity = 'error', target = '') => ({
  code,
  message,
  severity,
  target,
  propertyref: '',
});
export const wantsToken: Said = {
  status: 403,
  headers: { 'x-csrf-token': 'Required', 'content-type': 'text/plain' },
  body: 'CSRF token validation failed',
};

const settings = {
  companyCode: '1010',
  salesOrganization: '1010',
  distributionChannel: '10',
  division: '00',
  creditSegment: '1000',
  timeZone: 'Europe/Berlin',
};

/** `answer` is asked for each read and write, also inside a `$batch`; without an answer a list is empty. `overHttp` is asked before it for whole requests. */
export function systemOf(answer: Answering, more: Record<string, string> = {}, overHttp: Answering = () => undefined) {
  const calls: Asked[] = [];
  const tokens: string[] = [];
  let now = Date.parse('2026-11-28T12:00:00Z');
  const asks = (method: string, address: string, headers: Headers, text: string | undefined): Asked => {
    const url = new URL(address);
    const [service = '', ...path] = decodeURIComponent(url.pathname).replace(ROOT, '').split('/');
    const body = text?.startsWith('{') ? JSON.parse(text) : {};
    return { method, service, path: path.join('/'), query: Object.fromEntries(url.searchParams), headers, body };
  };
  const toResponse = (said: Exclude<Said, Error>): Response =>
    new Response([204, 304].includes(said.status ?? 200) ? null : textOf(said.body), {
      status: said.status ?? 200,
      headers: { 'content-type': 'application/json', ...said.headers },
    });
  const ports: ErpPorts = {
    now: () => now,
    fetch: async (address, init = {}) => {
      const text = typeof init.body === 'string' ? init.body : undefined;
      const asked = asks(init.method ?? 'GET', String(address), new Headers(init.headers), text);
      calls.push(asked);
      const own = overHttp(asked);
      if (own instanceof Error) throw own;
      if (own) return toResponse(own);
      if (asked.headers.get('x-csrf-token') === 'Fetch') {
        tokens.push(`token-${tokens.length + 1}`);
        return toResponse({
          headers: {
            'x-csrf-token': tokens.at(-1) ?? '',
            'set-cookie': `SAP_SESSIONID_S4H_100=s${tokens.length}; path=/`,
          },
        });
      }
      if (asked.path === '$batch') return batched(asked, text ?? '');
      const said = answer(asked) ?? empty;
      if (said instanceof Error) throw said;
      return toResponse(said);
    },
  };
  function batched(asked: Asked, text: string): Response {
    const requests = [...text.matchAll(/(GET|POST) (\S+) HTTP\/1\.1\r\n([\s\S]*?)\r\n\r\n([\s\S]*?)\r\n--/g)];
    const parts = requests.map(([, method = '', path = '', , body]) => {
      const said =
        answer(asks(method, `https://x${ROOT}${asked.service}/${path}`, new Headers(), body?.trim())) ?? empty;
      if (said instanceof Error) throw said;
      const lines = Object.entries({ 'Content-Type': 'application/json', ...said.headers }).map(
        ([name, value]) => `${name}: ${value}`,
      );
      const http = `HTTP/1.1 ${said.status ?? 200} X\r\n${lines.join('\r\n')}\r\n\r\n${textOf(said.body)}\r\n`;
      const head = 'Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n';
      // A change set that succeeds is answered as a set, one that fails as a single refusal.
      if (method === 'GET' || (said.status ?? 200) >= 400) return `--all\r\n${head}${http}\r\n`;
      return `--all\r\nContent-Type: multipart/mixed; boundary=one\r\n\r\n--one\r\n${head}${http}\r\n--one--\r\n`;
    });
    return new Response(`${parts.join('')}--all--\r\n`, {
      status: 202,
      headers: { 'content-type': 'multipart/mixed; boundary=all' },
    });
  }
  const adapter = s4hana(
    {
      url: 'https://s4.example',
      credentials: { user: 'BACKROOM', password: 'secret' },
      settings: { ...settings, ...more },
    },
    ports,
  );
  const move = (ms: number) => {
    now += ms;
  };
  return { adapter, calls, tokens, move, ports };
}
const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body ?? {}));
export const call = (ms = 5000) => ({ signal: AbortSignal.timeout(ms) });
export const list = (...results: object[]): Said => ({ body: { d: { results } } });
export const entity = (d: object, headers: Record<string, string> = {}): Said => ({
  status: 201,
  headers,
  body: { d },
});
export const rows = (...results: object[]) => ({ results });
export const msOf = (date: string): string => `/Date(${Date.parse(`${date}T00:00:00Z`)})/`;
