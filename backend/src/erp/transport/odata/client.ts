import { z } from 'zod';
import { ErpError } from '../../contract/errors.ts';
import type { ErpPorts } from '../../contract/ports.ts';
import { type Answer, exchange } from '../exchange.ts';
import { exactJsonOf, fit, postJson } from '../json.ts';
import type { Tokens } from '../oauth/tokens.ts';
import { type Asked, silenceOf } from '../silence.ts';
import { errorOf, type MeaningOf } from './errors.ts';

export type ODataOptions = {
  /** Without a slash at its end. */
  root: string;
  tokens: Tokens;
  meaningOf: MeaningOf;
  headers?: Readonly<Record<string, string>>;
};
export type Request = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
  /** A body that is no JSON, as it is. */
  raw?: { type: string; body: string };
  etag?: string;
};
export type Page<Row> = { rows: Row[]; next: string | null };
type More = { signal: AbortSignal; write?: boolean; headers?: Readonly<Record<string, string>> };

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });
/** Of one read: a list that goes on and on is a loop, or far more than a page shows. */
const MOST_PAGES = 200;

/** An OData service: each answer is checked, numbers arrive as texts, and a token that ended is renewed once. */
export function odataClient({ root, tokens, meaningOf, headers: always = {} }: ODataOptions, ports: ErpPorts) {
  const { fetch, now } = ports;
  async function send(request: Request, { signal, write, headers }: More): Promise<Answer> {
    const asked: Asked = { what: `${request.method} ${request.path.replace(/\?.*/, '')}`, write, signal };
    for (let attempt = 0; ; attempt += 1) {
      const token = await tokens.get(signal);
      const sent = {
        accept: 'application/json',
        ...always,
        ...headers,
        ...(request.etag ? { 'if-match': request.etag } : {}),
        authorization: `Bearer ${token}`,
      };
      const init = request.raw
        ? { headers: { ...sent, 'content-type': request.raw.type }, body: request.raw.body }
        : request.body === undefined
          ? { headers: sent }
          : postJson(request.body, sent);
      const answer = await exchange(fetch, `${root}/${request.path}`, { ...init, method: request.method }, asked);
      if (answer.status >= 200 && answer.status < 300) return answer;
      // A 401 comes before anything is done: a write may be sent again after it, once.
      if (answer.status !== 401 || attempt > 0) throw errorOf(answer, asked, now(), meaningOf);
      tokens.refused(token);
    }
  }
  async function json(request: Request, more: More): Promise<unknown> {
    const body = exactJsonOf((await send(request, more)).bytes);
    if (body === undefined) throw new ErpError(silenceOf(more), `${request.path}: the answer is not JSON`);
    return body;
  }
  /** A list may go on at the same service only: the token goes along. */
  function pathOf(link: string): string {
    const url = new URL(link, `${root}/`).href;
    if (!url.startsWith(`${root}/`))
      throw new ErpError('drift', 'a list goes on at another address', { field: 'nextLink' });
    return url.slice(root.length + 1);
  }
  function pageOf<Row extends z.ZodType>(row: Row, body: unknown, what: string): Page<z.output<Row>> {
    const { value, '@odata.nextLink': next } = fit(page, body, what);
    return { rows: value.map((each) => fit(row, each, what)), next: next === undefined ? null : pathOf(next) };
  }
  async function list<Row extends z.ZodType>(row: Row, path: string, more: More): Promise<Page<z.output<Row>>> {
    return pageOf(row, await json({ method: 'GET', path }, more), path.replace(/\?.*/, ''));
  }
  return {
    meaningOf,
    send,
    json,
    list,
    pageOf,
    /** What is left of a list whose first page is there. Refused rather than cut. */
    async rest<Row extends z.ZodType>(row: Row, first: Page<z.output<Row>>, more: More): Promise<z.output<Row>[]> {
      const rows = [...first.rows];
      let next = first.next;
      for (let pages = 1; next !== null; pages += 1) {
        if (pages > MOST_PAGES) throw new ErpError('drift', 'a list has no end', { field: 'nextLink' });
        const following = await list(row, next, more);
        rows.push(...following.rows);
        next = following.next;
      }
      return rows;
    },
    async create<Row extends z.ZodType>(
      row: Row,
      path: string,
      body: unknown,
      signal: AbortSignal,
    ): Promise<z.output<Row>> {
      return fit(row, await json({ method: 'POST', path, body }, { signal, write: true }), path, true);
    },
  };
}
export type ODataClient = ReturnType<typeof odataClient>;
