import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { exchange } from '../transport/exchange.ts';
import { exactJsonOf, fit, jsonText } from '../transport/json.ts';
import type { Logon } from '../transport/logon.ts';
import { type Asked, silenceOf } from '../transport/silence.ts';
import type { Turnstile } from '../transport/turnstile.ts';
import { HEADER, PAGE, ROWS_MOST } from './facts.ts';
import { errorOf } from './faults.ts';
import { above, addressOf, all, from, type Query } from './query.ts';

export type Place = { site: string; company: string };
type Sent = { method: 'GET' | 'POST' | 'DELETE'; path: string; body?: unknown };
type More = { signal: AbortSignal; write?: boolean };

/** [K] A list is an array; integrators have seen some wrapped as OData wraps it. */
const rows = z.union([
  z.array(z.record(z.string(), z.unknown())),
  z.object({ value: z.array(z.record(z.string(), z.unknown())) }).transform(({ value }) => value),
]);

type ClientOptions = {
  url: string;
  /** Null: before it is known, only the list of sites can be asked for. */
  place: Place | null;
  subscriptionKey: string | null;
  logon: Logon;
  gate: Turnstile;
};
/** The API of one company of one site. */
export function sage200Client({ url, place, subscriptionKey, logon, gate }: ClientOptions, { fetch, now }: ErpPorts) {
  async function json({ method, path, body }: Sent, more: More): Promise<unknown> {
    const asked: Asked = { ...more, what: `${method} ${path.replace(/\?.*$/, '')}` };
    const answer = await gate(more.signal, () =>
      logon(more.signal, (authorization) =>
        exchange(
          fetch,
          `${url}/${path}`,
          {
            method,
            headers: {
              authorization,
              accept: 'application/json',
              ...(place === null ? {} : { [HEADER.site]: place.site, [HEADER.company]: place.company }),
              ...(subscriptionKey === null ? {} : { [HEADER.key]: subscriptionKey }),
              ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            },
            ...(body === undefined ? {} : { body: jsonText(body) }),
          },
          asked,
        ),
      ),
    );
    if (answer.status < 200 || answer.status >= 300) throw errorOf(answer, asked, now());
    const parsed = exactJsonOf(answer.bytes);
    // A deleted record has no body.
    if (parsed === undefined && method !== 'DELETE')
      throw new ErpError(silenceOf(more), `${asked.what}: the answer is not JSON`);
    return parsed;
  }
  const listed = async (query: Query, top: number, signal: AbortSignal) =>
    fit(rows, await json({ method: 'GET', path: addressOf(query, top) }, { signal }), query.resource);
  return {
    /**
     * Every row of a query, in the order of `key`; each page begins where the last one ended: an offset into a list that changes would miss some. A view may have
     * several rows with one key. A page that is not full is the last.
     */
    async query<Row extends z.ZodType>(
      row: Row,
      query: Query,
      signal: AbortSignal,
      key = 'id',
    ): Promise<z.output<Row>[]> {
      const found = new Map<string, unknown>();
      const next = key === 'id' ? above : from;
      for (let after: string | null = null; ; ) {
        const where = [query.where, after === null ? undefined : next(key, after)].filter((each) => each !== undefined);
        const page = await listed(
          { ...query, ...(where.length === 0 ? {} : { where: all(...where) }), orderBy: `${key} asc` },
          PAGE,
          signal,
        );
        for (const each of page) found.set(JSON.stringify(each), each);
        if (page.length < PAGE) break;
        const last: unknown = page.at(-1)?.[key];
        if (typeof last !== 'string' || last === after || found.size > ROWS_MOST)
          throw new ErpError('drift', `${query.resource}: pages without end`, { field: key });
        after = last;
      }
      return [...found.values()].map((each) => fit(row, each, query.resource));
    },
    /** The first rows of a query, and whether there are more. */
    async first<Row extends z.ZodType>(row: Row, query: Query, size: number, signal: AbortSignal) {
      const found = await listed(query, size + 1, signal);
      return {
        rows: found.slice(0, size).map((each) => fit(row, each, query.resource)),
        more: found.length > size,
      };
    },
    /** A POST that stores nothing. */
    async ask<Row extends z.ZodType>(row: Row, path: string, body: unknown, signal: AbortSignal) {
      return fit(row, await json({ method: 'POST', path, body }, { signal }), path);
    },
    async create<Row extends z.ZodType>(row: Row, path: string, body: unknown, signal: AbortSignal) {
      return fit(row, await json({ method: 'POST', path, body }, { signal, write: true }), path, true);
    },
    async remove(resource: string, id: string, signal: AbortSignal): Promise<void> {
      await json({ method: 'DELETE', path: `${resource}/${id}` }, { signal, write: true });
    },
  };
}
export type Sage200Client = ReturnType<typeof sage200Client>;
