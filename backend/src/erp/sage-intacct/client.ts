import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { type Answer, exchange } from '../transport/exchange.ts';
import { exactJsonOf, fit, jsonText } from '../transport/json.ts';
import type { Logon } from '../transport/logon.ts';
import { type Asked, silenceOf } from '../transport/silence.ts';
import type { Turnstile } from '../transport/turnstile.ts';
import { ENTITY_HEADER, IDEMPOTENCY_HEADER, PAGE, PATHS, ROWS_MOST } from './facts.ts';
import { errorOf, faultOf } from './faults.ts';
import { filtersOf, type Query } from './query.ts';

type Sent = { method: 'GET' | 'POST' | 'PATCH'; path: string; body?: unknown; once?: string };
type More = { signal: AbortSignal; write?: boolean };

const meta = z.object({ totalCount: z.coerce.number().int(), next: z.coerce.number().int().nullish() });
const page = z.object({ 'ia::result': z.array(z.record(z.string(), z.unknown())), 'ia::meta': meta });
const written = z.object({ 'ia::result': z.object({ key: z.string().regex(/^\d+$/) }) });

/** The query service names a field of a related record with dots; a nested answer means the same. */
export function flat(row: Readonly<Record<string, unknown>>, before = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.entries(flat(value as Record<string, unknown>, `${before}${name}.`))
        : [[`${before}${name}`, value] as const],
    ),
  );
}

export type ClientOptions = { url: string; entity: string | null; logon: Logon; gate: Turnstile };
/** The REST API of one company. */
export function intacctClient({ url, entity, logon, gate }: ClientOptions, { fetch, now }: ErpPorts) {
  const api = `${url}${PATHS.api}`;
  async function send({ method, path, body, once }: Sent, more: More): Promise<Answer> {
    const asked: Asked = { ...more, what: `${method} ${decodeURIComponent(path).replace(/^\/\w+\//, '')}` };
    const answer = await gate(more.signal, () =>
      logon(more.signal, (authorization) =>
        exchange(
          fetch,
          `${api}${path}`,
          {
            method,
            headers: {
              authorization,
              accept: 'application/json',
              ...(entity === null ? {} : { [ENTITY_HEADER]: entity }),
              ...(once === undefined ? {} : { [IDEMPOTENCY_HEADER]: once }),
              ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            },
            ...(body === undefined ? {} : { body: jsonText(body) }),
          },
          asked,
        ),
      ),
    );
    if (answer.status < 200 || answer.status >= 300) throw errorOf(answer, asked, now());
    // An answer of several parts says 207, and some refusals even 200.
    if (faultOf(answer)) throw errorOf({ ...answer, status: 422 }, asked, now());
    return answer;
  }
  async function json(sent: Sent, more: More): Promise<unknown> {
    const { bytes } = await send(sent, more);
    const body = exactJsonOf(bytes);
    if (body === undefined) throw new ErpError(silenceOf(more), `${sent.method} ${sent.path}: the answer is not JSON`);
    return body;
  }
  async function asked({ object, fields, where, orderBy }: Query, start: number, size: number, signal: AbortSignal) {
    const body = {
      object,
      fields,
      ...(where === undefined ? {} : filtersOf(where)),
      // Below the top level there are no private records to ask for.
      filterParameters: { caseSensitiveComparison: false, ...(entity === null ? { includePrivate: true } : {}) },
      orderBy: orderBy ?? [{ key: 'asc' }],
      start,
      size,
    };
    const { 'ia::result': rows, 'ia::meta': about } = fit(
      page,
      await json({ method: 'POST', path: PATHS.query, body }, { signal }),
      object,
    );
    return { rows: rows.map((each) => flat(each)), total: about.totalCount, next: about.next ?? null };
  }
  return {
    /** Every row that a query gives, page by page. */
    async query<Row extends z.ZodType>(row: Row, query: Query, signal: AbortSignal): Promise<z.output<Row>[]> {
      const found: unknown[] = [];
      let total: number | null = null;
      for (let start = 1; ; ) {
        const answer = await asked(query, start, PAGE, signal);
        total ??= answer.total;
        found.push(...answer.rows);
        // Rows came or went between two pages: a part of a list is no list.
        if (answer.total !== total || (answer.next !== null && (answer.rows.length === 0 || found.length > ROWS_MOST)))
          throw new ErpError('conflict', `${query.object}: the list changed while it was read`, {
            field: query.object,
          });
        if (answer.next === null) break;
        start = answer.next;
      }
      if (found.length !== total)
        throw new ErpError('drift', `${query.object}: ${found.length} of ${total} rows`, { field: 'totalCount' });
      return found.map((each) => fit(row, each, query.object));
    },
    /** The first rows of a query, and whether there are more. */
    async first<Row extends z.ZodType>(
      row: Row,
      query: Query,
      size: number,
      signal: AbortSignal,
    ): Promise<{ rows: z.output<Row>[]; more: boolean }> {
      const found: unknown[] = [];
      // A page may be smaller than what was asked for.
      for (let start: number | null = 1; start !== null && found.length < size; ) {
        const { rows, next } = await asked(query, start, size - found.length, signal);
        found.push(...rows);
        start = next;
        if (start === null || found.length >= size)
          return { rows: found.map((each) => fit(row, each, query.object)), more: start !== null };
        if (rows.length === 0) break;
      }
      throw new ErpError('drift', `${query.object}: an empty page`, { field: 'ia::meta.next' });
    },
    /** Makes a record, or changes one; gives its key. `once`: a key under which Intacct takes the request a single time. */
    async write(method: 'POST' | 'PATCH', path: string, body: unknown, signal: AbortSignal, once?: string) {
      const sent = { method, path: `/objects/${path}`, body, ...(once === undefined ? {} : { once }) };
      return fit(written, await json(sent, { signal, write: true }), path, true)['ia::result'].key;
    },
    /** A service or workflow that stores nothing we rely on. */
    async call<Row extends z.ZodType>(row: Row, path: string, body: unknown, signal: AbortSignal) {
      const answer = z.object({ 'ia::result': row });
      const found = fit(answer, await json({ method: 'POST', path, body }, { signal }), path);
      return (found as { 'ia::result': z.output<Row> })['ia::result'];
    },
    bytes: (path: string, signal: AbortSignal): Promise<Answer> => send({ method: 'GET', path }, { signal }),
  };
}
export type IntacctClient = ReturnType<typeof intacctClient>;

/** The address of documents of one transaction definition, or of one of them. */
export const documentPath = (type: string, key?: string): string =>
  `order-entry/document::${encodeURIComponent(type)}${key === undefined ? '' : `/${key}`}`;
