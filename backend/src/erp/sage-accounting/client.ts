import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { type Answer, exchange } from '../transport/exchange.ts';
import { exactJsonOf, fit, jsonText } from '../transport/json.ts';
import type { Logon } from '../transport/logon.ts';
import { type Asked, silenceOf } from '../transport/silence.ts';
import type { Turnstile } from '../transport/turnstile.ts';
import { BUSINESS_HEADER, PAGE, PATHS, ROWS_MOST, UNMARKED } from './facts.ts';
import { errorOf } from './faults.ts';

export type Query = Readonly<Record<string, string | number>>;
type Sent = { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; path: string; query?: Query; body?: unknown; accept?: string };
type More = { signal: AbortSignal; write?: boolean };

const count = z.coerce.number().int().min(0);
const page = z.object({
  $total: count,
  $next: z.string().nullish(),
  $items: z.array(z.record(z.string(), z.unknown())),
});
type Page = z.output<typeof page>;

export type ClientOptions = {
  url: string;
  business: string;
  logon: Logon;
  /** Requests at once, and writes at once: Sage numbers its records one after the other, and warns of parallel creates. */
  gate: Turnstile;
  writes: Turnstile;
};
/** The REST API of one business. */
export function sageClient({ url, business, logon, gate, writes }: ClientOptions, { fetch, now }: ErpPorts) {
  async function send({ method, path, query = {}, body, accept = 'application/json' }: Sent, more: More) {
    const asked: Asked = { ...more, what: `${method} ${path}` };
    const texts = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
    const search = Object.keys(texts).length === 0 ? '' : `?${new URLSearchParams(texts)}`;
    const work = () =>
      gate(more.signal, () =>
        logon(more.signal, (authorization) =>
          exchange(
            fetch,
            `${url}${PATHS.api}/${path}${search}`,
            {
              method,
              headers: {
                authorization,
                accept,
                ...(business === '' ? {} : { [BUSINESS_HEADER]: business }),
                ...(body === undefined ? {} : { 'content-type': 'application/json' }),
              },
              ...(body === undefined ? {} : { body: jsonText(body) }),
            },
            asked,
          ),
        ),
      );
    const answer: Answer = await (more.write ? writes(more.signal, work) : work());
    if (answer.status < 200 || answer.status >= 300) throw errorOf(answer, asked, now());
    return answer;
  }
  async function json(sent: Sent, more: More): Promise<unknown> {
    const { bytes } = await send(sent, more);
    const body = exactJsonOf(bytes);
    if (body === undefined) throw new ErpError(silenceOf(more), `${sent.method} ${sent.path}: the answer is not JSON`);
    return body;
  }
  const pageOf = async (path: string, query: Query, nth: number, size: number, signal: AbortSignal): Promise<Page> =>
    fit(
      page,
      await json({ method: 'GET', path, query: { ...query, items_per_page: size, page: nth } }, { signal }),
      path,
    );
  return {
    /** Every row of a list. The pages after the first are asked for together, as far as the gate lets them. */
    async all<Row extends z.ZodType>(
      row: Row,
      path: string,
      query: Query,
      signal: AbortSignal,
    ): Promise<z.output<Row>[]> {
      const first = await pageOf(path, query, 1, PAGE, signal);
      if (first.$total > ROWS_MOST)
        throw new ErpError('refused', `${path}: ${first.$total} rows`, {
          field: path,
          words: `Sage Accounting has ${first.$total} ${path.replaceAll('_', ' ')}: more than ${ROWS_MOST} are not read.`,
        });
      const size = first.$items.length;
      const pages = first.$next == null || size === 0 ? 1 : Math.ceil(first.$total / size);
      const rest = await Promise.all(
        Array.from({ length: pages - 1 }, (_, index) => pageOf(path, query, index + 2, PAGE, signal)),
      );
      const found = [first, ...rest].flatMap(({ $items }) => $items);
      // Rows came or went between two pages: a part of a list is no list.
      const ids = new Set(found.map((each) => each.id));
      if (rest.some(({ $total }) => $total !== first.$total) || ids.size !== first.$total)
        throw new ErpError('conflict', `${path}: the list changed while it was read`, { field: path });
      return found.map((each) => fit(row, each, path));
    },
    /** The first rows of a list, and whether there are more. */
    async first<Row extends z.ZodType>(
      row: Row,
      path: string,
      query: Query,
      signal: AbortSignal,
      nth = 1,
      size = PAGE,
    ) {
      const found = await pageOf(path, query, nth, size, signal);
      return {
        rows: found.$items.map((each) => fit(row, each, path)),
        more: found.$next != null,
        total: found.$total,
      };
    },
    /** One record; null where there is none of this id. */
    async one<Row extends z.ZodType>(
      row: Row,
      path: string,
      query: Query,
      signal: AbortSignal,
    ): Promise<z.output<Row> | null> {
      try {
        return fit(row, await json({ method: 'GET', path, query }, { signal }), path);
      } catch (error) {
        if (error instanceof ErpError && error.kind === 'not_found') return null;
        throw error;
      }
    },
    /** Makes a record, or changes one; gives it as it is then. */
    write: async <Row extends z.ZodType>(
      row: Row,
      method: 'POST' | 'PUT',
      path: string,
      body: unknown,
      signal: AbortSignal,
    ): Promise<z.output<Row>> => fit(row, await json({ method, path, body }, { signal, write: true }), path, true),
    pdf: (path: string, signal: AbortSignal): Promise<Answer> =>
      send({ method: 'GET', path, query: UNMARKED, accept: 'application/pdf' }, { signal }),
  };
}
export type SageClient = ReturnType<typeof sageClient>;
