import { z } from 'zod';
import { ErpError } from '../../contract/errors.ts';
import type { ErpPorts } from '../../contract/ports.ts';
import type { CookieJar } from '../cookies.ts';
import { csrfToken, wantsToken } from '../csrf.ts';
import { type Answer, exchange } from '../exchange.ts';
import { exactJsonOf, fit, postJson } from '../json.ts';
import type { Logon } from '../logon.ts';
import { type Asked, silenceOf } from '../silence.ts';
import type { Read } from './batch.ts';
import { changeSetOf, refusalIn, type Write } from './changeset.ts';
import { errorOf, type MeaningOf } from './errors.ts';
import { answersIn, batchOf, type Part, type PartAnswer } from './v2-batch.ts';

export type V2Options = {
  /** Of one service, without a slash at its end. */
  root: string;
  logon: Logon;
  jar: CookieJar;
  meaningOf: MeaningOf;
  /** Query options of each request, ready for a URL: `sap-client=100`. */
  always: readonly string[];
  /** Parts of one `$batch`. */
  most: number;
};
type More = { signal: AbortSignal; write?: boolean; headers?: Readonly<Record<string, string>> };
type Sent = { method: string; path: string; body?: RequestInit['body']; headers?: Readonly<Record<string, string>> };

const entity = z.object({ d: z.unknown() });
const page = z.object({
  d: z.object({ results: z.array(z.unknown()), __next: z.string().optional(), __count: z.coerce.number().optional() }),
});
/** Of one read: a list that goes on and on is a loop. */
const MOST_PAGES = 200;
/** A longer address goes into the body of a `$batch`: proxies cut it. */
const LONGEST_URL = 4000;
const plain = (path: string): string => path.replace(/\?.*/s, '');

/** One OData service of version 2, as SAP's Gateway speaks it: CSRF tokens bound to cookies, `$batch` in multipart. */
export function v2Client({ root, logon, jar, meaningOf, always, most }: V2Options, { fetch, now }: ErpPorts) {
  const token = csrfToken(async (signal) => {
    // Some servers know the service only with the slash, and some answer HEAD without a token.
    for (const [method, path] of [
      ['HEAD', '/'],
      ['GET', ''],
    ] as const) {
      const answer = await once({ method, path, headers: { 'x-csrf-token': 'Fetch' } }, { signal });
      const found = answer.headers.get('x-csrf-token');
      if (found && !/^required$/i.test(found)) return found;
      if (method === 'GET' || [401, 403].includes(answer.status))
        throw errorOf(answer, asked('token', { signal }), now(), meaningOf);
    }
    throw new ErpError('drift', 'no CSRF token', { field: 'x-csrf-token' });
  });
  const asked = (what: string, { signal, write }: More): Asked => ({ what, write, signal });
  const urlOf = (path: string): string => {
    const address = path.startsWith('/') || path === '' ? `${root}${path}` : `${root}/${path}`;
    return [address, ...always].reduce((all, part) => `${all}${all.includes('?') ? '&' : '?'}${part}`);
  };
  async function once({ method, path, body, headers }: Sent, more: More): Promise<Answer> {
    const what = asked(`${method} ${plain(path)}`, more);
    const answer = await logon(more.signal, (authorization) => {
      const sent = { accept: 'application/json', ...jar.header(), ...headers, ...more.headers, authorization };
      return exchange(fetch, urlOf(path), { method, headers: sent, ...(body === undefined ? {} : { body }) }, what);
    });
    jar.take(answer.headers);
    return answer;
  }
  /** With a CSRF token; one that has ended is fetched anew, once. */
  async function withToken(sent: Sent, more: More): Promise<Answer> {
    for (let attempt = 0; ; attempt += 1) {
      const csrf = await token.get(more.signal);
      const headers = { ...sent.headers, 'x-csrf-token': csrf, 'x-requested-with': 'XMLHttpRequest' };
      const answer = await once({ ...sent, headers }, more);
      if (!wantsToken(answer)) return answer;
      token.refused(csrf);
      if (attempt > 0)
        throw new ErpError('busy', `${sent.method} ${plain(sent.path)}: the CSRF token is refused again and again`);
    }
  }
  const errorIn = (answer: Answer, path: string, more: More, sent?: boolean): ErpError =>
    errorOf(answer, asked(plain(path), more), now(), (fault) => meaningOf({ ...fault, ...(sent ? { sent } : {}) }));
  function judged(answer: Answer, path: string, more: More, sent?: boolean): Answer {
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw errorIn(answer, path, more, sent);
  }
  function jsonOf({ bytes }: Pick<Answer, 'bytes'>, path: string, more: Pick<More, 'write'>): unknown {
    const body = exactJsonOf(bytes);
    if (body === undefined) throw new ErpError(silenceOf(more), `${plain(path)}: the answer is not JSON`);
    return body;
  }
  async function read(path: string, more: More): Promise<unknown> {
    return jsonOf(judged(await once({ method: 'GET', path }, more), path, more), path, more);
  }
  const partOf = ({ path, method }: Part, answer: PartAnswer, more: More): Read => {
    if (answer.status >= 200 && answer.status < 300)
      return { body: jsonOf(answer, path, more), headers: answer.headers };
    return { error: errorIn(answer, path, more, method === 'POST') };
  };
  async function batch(parts: readonly Part[], more: More): Promise<Read[]> {
    const reads: Read[] = [];
    for (let from = 0; from < parts.length; from += most) {
      const some = parts.slice(from, from + most);
      const { type, body } = batchOf(some);
      const sent = {
        method: 'POST',
        path: '$batch',
        body,
        headers: { 'content-type': type, accept: 'multipart/mixed' },
      };
      const whole = judged(await withToken(sent, more), '$batch', more);
      const answers = answersIn(whole.headers.get('content-type'), whole.bytes);
      if (!answers) throw new ErpError(silenceOf(more), '$batch: not a whole answer');
      // A part that is missing is never taken for an empty one.
      if (answers.length !== some.length)
        throw new ErpError(more.write ? 'uncertain' : 'drift', '$batch: parts are missing', { field: '$batch' });
      reads.push(...some.flatMap((part, index) => (answers[index] ? [partOf(part, answers[index], more)] : [])));
    }
    return reads;
  }
  /** A list may go on at the same service only: the credential goes along. */
  function pathOf(link: string): string {
    const url = new URL(link, `${root}/`);
    for (const each of always) url.searchParams.delete(each.split('=')[0] ?? '');
    if (!url.href.startsWith(`${root}/`))
      throw new ErpError('drift', 'a list goes on at another address', { field: '__next' });
    return url.href.slice(root.length + 1);
  }
  /** Every page of a list. One that says how many rows it has (`$inlinecount`) is refused where fewer came. */
  async function rowsOf<Row extends z.ZodType>(row: Row, body: unknown, what: string, signal: AbortSignal) {
    const { rows, total } = await pagesOf(row, body, what, signal);
    if (total !== null && rows.length < total)
      throw new ErpError('drift', `${what}: ${rows.length} of ${total} rows`, { field: '__count' });
    return rows;
  }
  async function pagesOf<Row extends z.ZodType>(row: Row, body: unknown, what: string, signal: AbortSignal) {
    const rows: z.output<Row>[] = [];
    let total: number | null = null;
    for (let [pages, at] = [1, body]; ; pages += 1) {
      const { d } = fit(page, at, what);
      rows.push(...d.results.map((each) => fit(row, each, what)));
      total ??= d.__count ?? null;
      if (d.__next === undefined) return { rows, total };
      if (pages === MOST_PAGES) throw new ErpError('drift', 'a list has no end', { field: '__next' });
      at = await read(pathOf(d.__next), { signal });
    }
  }
  /** Reads that fail by themselves, as one request. */
  async function together(paths: readonly string[], signal: AbortSignal): Promise<Read[]> {
    const [only] = paths;
    if (only !== undefined && paths.length === 1 && urlOf(only).length <= LONGEST_URL)
      return [await read(only, { signal }).then((body): Read => ({ body }), failed)];
    return paths.length === 0
      ? []
      : batch(
          paths.map((path) => ({ method: 'GET', path })),
          { signal },
        );
  }
  return {
    together,
    batch,
    rowsOf,
    /** The rows of each list, all of them, as one request where no list has a second page. */
    async lists<Row extends z.ZodType>(
      row: Row,
      paths: readonly string[],
      signal: AbortSignal,
    ): Promise<z.output<Row>[][]> {
      const reads = await together(paths, signal);
      return Promise.all(reads.map((each, index) => rowsOf(row, bodyOf(each), plain(paths[index] ?? ''), signal)));
    },
    /** The first rows of a list, and whether it has more: some servers send fewer than `$top`. */
    async first<Row extends z.ZodType>(row: Row, path: string, most: number, signal: AbortSignal) {
      const { rows, total } = await pagesOf(row, await read(path, { signal }), plain(path), signal);
      return { rows: rows.slice(0, most), more: (total ?? rows.length) > Math.min(rows.length, most) };
    },
    async one<Row extends z.ZodType>(row: Row, path: string, signal: AbortSignal): Promise<z.output<Row>> {
      const { d } = fit(entity, await read(path, { signal }), plain(path));
      return fit(row, d, plain(path));
    },
    /** All of the writes or none. */
    async change(writes: readonly Write[], more: More): Promise<void> {
      const { type, body } = changeSetOf(writes);
      const headers = { 'content-type': type, accept: 'multipart/mixed' };
      const answer = judged(await withToken({ method: 'POST', path: '$batch', body, headers }, more), '$batch', more);
      const refusal = refusalIn(answer.headers.get('content-type'), answer.bytes, writes.length);
      if (refusal) throw errorIn(refusal, '$batch', more, true);
    },
    /** The entity that a POST answers, and the answer's headers. */
    async post<Row extends z.ZodType>(row: Row, path: string, body: unknown, more: More) {
      const { body: text, headers } = postJson(body);
      const sent = { method: 'POST', path, body: text ?? '', headers: { ...(headers as Record<string, string>) } };
      const answer = judged(await withToken(sent, more), path, more, true);
      const { d } = fit(entity, jsonOf(answer, path, more), path, more.write);
      return { entity: fit(row, d, path, more.write), headers: answer.headers };
    },
  };
}
export type V2Client = ReturnType<typeof v2Client>;

function failed(error: unknown): Read {
  if (error instanceof ErpError) return { error };
  throw error;
}
export function bodyOf(read: Read): unknown {
  if ('error' in read) throw read.error;
  return read.body;
}
/** The entity in an answer of its own. */
export const entityOf = <Row extends z.ZodType>(row: Row, read: Read, what: string): z.output<Row> =>
  fit(row, fit(entity, bodyOf(read), what).d, what);
