import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { exchange } from '../transport/exchange.ts';
import { exactJsonOf, fit } from '../transport/json.ts';
import type { Logon } from '../transport/logon.ts';
import type { Turnstile } from '../transport/turnstile.ts';
import { NO_RECORD, PAGE, REST, ROWS_MOST } from './facts.ts';
import { diagnosisIn, errorOf } from './faults.ts';
import type { Condition } from './where.ts';

const page = z.object({
  $resources: z.array(z.record(z.string(), z.unknown())),
  $links: z.object({ $next: z.object({ $url: z.string() }).nullish() }).nullish(),
});
/** A list of one class. `orderBy`: fields with `asc` or `desc`. */
type List = { of: string; where?: Condition | undefined; orderBy?: string };

type RestOptions = { url: string; folder: string; logon: Logon; gate: Turnstile };
/** Reads the representations of one folder. */
export function restClient({ url, folder, logon, gate }: RestOptions, { fetch, now }: ErpPorts) {
  const base = `${url}${REST}/${encodeURIComponent(folder)}`;
  async function read(address: string, what: string, signal: AbortSignal): Promise<unknown> {
    const asked = { what, signal };
    const answer = await gate(signal, () =>
      logon(signal, (authorization) =>
        exchange(fetch, address, { headers: { authorization, accept: 'application/json' } }, asked),
      ),
    );
    if (answer.status !== 200) throw errorOf(answer, asked, now());
    const body = exactJsonOf(answer.bytes);
    if (body === undefined) throw new ErpError('unreachable', `${what}: the answer is not JSON`);
    return body;
  }
  const addressOf = ({ of, where, orderBy }: List, count: number): string => {
    const options = [
      ['representation', `${of}.$query`],
      ['count', String(count)],
      ...(where === undefined ? [] : [['where', where]]),
      ...(orderBy === undefined ? [] : [['orderBy', orderBy]]),
    ];
    return `${base}/${of}?${options.map(([name, value = '']) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
  };
  /** The next page lies on our own server, whatever host it names itself: behind a gateway it does not know ours. */
  function nextOf(link: string, of: string): string {
    const { pathname, search } = new URL(link, base);
    const path = pathname.slice(pathname.indexOf(REST));
    if (!path.startsWith(`${REST}/`))
      throw new ErpError('drift', `${of}: a page at ${pathname}`, { field: '$links.$next' });
    return `${url}${path}${search}`;
  }
  async function pageAt(address: string, of: string, signal: AbortSignal) {
    const body = await read(address, of, signal);
    const words = diagnosisIn(body);
    if (words !== null) throw new ErpError('refused', `${of}: ${words}`, { words });
    const { $resources: rows, $links: links } = fit(page, body, of);
    const next = links?.$next?.$url;
    return { rows, next: next ? nextOf(next, of) : null };
  }
  return {
    /** Every row of a list, page by page. */
    async all<Row extends z.ZodType>(row: Row, list: List, signal: AbortSignal): Promise<z.output<Row>[]> {
      const found: unknown[] = [];
      for (let at: string | null = addressOf(list, PAGE); at !== null; ) {
        const { rows, next }: Awaited<ReturnType<typeof pageAt>> = await pageAt(at, list.of, signal);
        found.push(...rows);
        if (next !== null && (rows.length === 0 || found.length > ROWS_MOST))
          throw new ErpError('drift', `${list.of}: the list has no end`, { field: '$links.$next' });
        at = next;
      }
      return found.map((each) => fit(row, each, list.of));
    },
    /** The first rows of a list, and whether there are more. The server may give smaller pages than it was asked for. */
    async first<Row extends z.ZodType>(row: Row, list: List, size: number, signal: AbortSignal) {
      const found: unknown[] = [];
      let at: string | null = addressOf(list, size);
      while (at !== null && found.length < size) {
        const { rows, next }: Awaited<ReturnType<typeof pageAt>> = await pageAt(at, list.of, signal);
        found.push(...rows);
        if (rows.length === 0 && next !== null)
          throw new ErpError('drift', `${list.of}: an empty page`, { field: '$links.$next' });
        at = next;
      }
      const rows: z.output<Row>[] = found.slice(0, size).map((each) => fit(row, each, list.of));
      return { rows, more: at !== null || found.length > size };
    },
    /** One record. Null: X3 answers that there is none, with status 200. */
    async one<Row extends z.ZodType>(
      row: Row,
      of: string,
      key: string,
      signal: AbortSignal,
    ): Promise<z.output<Row> | null> {
      const address = `${base}/${of}('${encodeURIComponent(key)}')?representation=${of}.%24details`;
      const body = await read(address, of, signal);
      const words = diagnosisIn(body);
      if (words === null) return fit(row, body, of);
      if (NO_RECORD.test(words)) return null;
      throw new ErpError('refused', `${of}: ${words}`, { words });
    },
  };
}
export type RestClient = ReturnType<typeof restClient>;
