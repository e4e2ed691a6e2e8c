import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { type Answer, exchange } from '../transport/exchange.ts';
import { exactJsonOf, fit, jsonText } from '../transport/json.ts';
import { type Asked, silenceOf } from '../transport/silence.ts';
import { PAGE, PATHS, ROWS_MOST, restletsOf, SMALL_PAGE } from './facts.ts';
import { errorOf, faultOf, isBusy } from './faults.ts';
import type { Governor } from './governor.ts';
import type { NetSuiteLogon } from './logon.ts';

type Sent = { method: string; url: string; body?: unknown; headers?: Readonly<Record<string, string>> };
type More = { signal: AbortSignal; write?: boolean };
type Written = { id: string | null };

const page = z.object({
  links: z.array(z.object({ rel: z.string(), href: z.string() })).default([]),
  items: z.array(z.unknown()),
  hasMore: z.boolean(),
  totalResults: z.coerce.number().int().optional(),
});
/** A misspelt field would be dropped in silence otherwise, and the order stored without it. */
const STRICT = { 'x-netsuite-propertynamevalidation': 'Error', 'x-netsuite-propertyvaluevalidation': 'Error' } as const;
const FORM = 'application/vnd.oracle.resource+json; type=create-form';

export type ClientOptions = { url: string; logon: NetSuiteLogon; governor: Governor };

/** The interfaces of one account: records, SuiteQL and RESTlets. */
export function netSuiteClient({ url, logon, governor }: ClientOptions, { fetch, now }: ErpPorts) {
  const what = ({ method, url: address }: Sent, { signal, write }: More): Asked => ({
    what: `${method} ${new URL(address).pathname.replace(/^.*\/(?=[^/]+\/[^/]+$)/, '')}`,
    write,
    signal,
  });
  async function send(sent: Sent, more: More): Promise<Answer> {
    const asked = what(sent, more);
    const { method, url: address, body, headers } = sent;
    const answer = await governor.run(
      more.signal,
      () =>
        logon(more.signal, { method, url: address }, (authorization) =>
          exchange(
            fetch,
            address,
            {
              method,
              headers: {
                authorization,
                ...(body === undefined ? {} : { 'content-type': 'application/json' }),
                ...headers,
              },
              ...(body === undefined ? {} : { body: jsonText(body) }),
            },
            asked,
          ),
        ),
      (each) => each.status >= 400 && isRefusedByGovernor(each),
    );
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw errorOf(answer, asked, now());
  }
  async function json(sent: Sent, more: More): Promise<unknown> {
    const { bytes } = await send(sent, more);
    const body = exactJsonOf(bytes);
    if (body === undefined) throw new ErpError(silenceOf(more), `${what(sent, more).what}: the answer is not JSON`);
    return body;
  }
  const recordUrl = (path: string): string => `${url}${PATHS.record}/${path}`;

  /** One record with its sublists. */
  async function record<Row extends z.ZodType>(row: Row, path: string, signal: AbortSignal): Promise<z.output<Row>> {
    const body = await json({ method: 'GET', url: recordUrl(`${path}?expandSubResources=true`) }, { signal });
    return fit(row, body, path.split('/')[0] ?? path);
  }
  async function rows(q: string, limit: number, signal: AbortSignal): Promise<unknown[]> {
    const found: unknown[] = [];
    let total: number | undefined;
    for (let where = `limit=${limit}&offset=0`; ; ) {
      const address = `${url}${PATHS.suiteql}?${where}`;
      const body = await json(
        { method: 'POST', url: address, body: { q }, headers: { prefer: 'transient' } },
        { signal },
      );
      const { links, items, hasMore, totalResults } = fit(page, body, 'suiteql');
      found.push(...items);
      total ??= totalResults;
      where = nextOf(links) ?? `limit=${limit}&offset=${found.length}`;
      // Rows came or went between two pages: a part of a list is no list.
      const isWhole = hasMore ? items.length > 0 && found.length < ROWS_MOST : true;
      if (!isWhole || (total !== undefined && totalResults !== undefined && total !== totalResults))
        throw new ErpError('conflict', `suiteql: the list changed while it was read`, { field: 'suiteql' });
      if (!hasMore) {
        if (total !== undefined && found.length !== total)
          throw new ErpError('drift', `suiteql: ${found.length} of ${total} rows`, { field: 'totalResults' });
        return found;
      }
    }
  }
  return {
    /** Every row that a query gives, page by page. */
    async query<Row extends z.ZodType>(row: Row, q: string, signal: AbortSignal): Promise<z.output<Row>[]> {
      const found = await rows(q, PAGE, signal).catch((error: unknown) => {
        if (!isUnexpected(error)) throw error;
        return rows(q, SMALL_PAGE, signal);
      });
      return found.map((each) => fit(row, each, 'suiteql'));
    },
    record,
    /** Null where there is no such record. */
    find: <Row extends z.ZodType>(row: Row, path: string, signal: AbortSignal): Promise<z.output<Row> | null> =>
      record(row, path, signal).catch((error: unknown) => {
        if (error instanceof ErpError && error.kind === 'not_found') return null;
        throw error;
      }),
    /** Which records bear these external ids. Those that are not there are left out. */
    async list<Row extends z.ZodType>(
      row: Row,
      type: string,
      references: readonly string[],
      signal: AbortSignal,
    ): Promise<z.output<Row>> {
      const ids = references.map((each) => `eid:${encodeURIComponent(each)}`).join(',');
      return fit(row, await json({ method: 'GET', url: recordUrl(`${type}?ids=${ids}`) }, { signal }), type);
    },
    /** Makes or changes a record. The id of a new one stands at the end of its location. */
    async write(method: 'POST' | 'PATCH', path: string, body: unknown, signal: AbortSignal): Promise<Written> {
      const { headers } = await send({ method, url: recordUrl(path), body, headers: STRICT }, { signal, write: true });
      return { id: /\/(\d+)\/?(?:\?.*)?$/.exec(headers.get('location') ?? '')?.[1] ?? null };
    },
    /** A form filled in by NetSuite: nothing is stored. */
    async form<Row extends z.ZodType>(
      row: Row,
      type: string,
      body: unknown,
      signal: AbortSignal,
    ): Promise<z.output<Row>> {
      const sent = {
        method: 'POST',
        url: recordUrl(`${type}?expandSubResources=true`),
        body,
        headers: { ...STRICT, accept: FORM },
      };
      return fit(row, await json(sent, { signal }), type);
    },
    async restlet<Row extends z.ZodType>(
      row: Row,
      script: { id: string; deployment: string },
      input: Readonly<Record<string, unknown>>,
      signal: AbortSignal,
    ): Promise<z.output<Row>> {
      const parameters = new URLSearchParams({ script: script.id, deploy: script.deployment });
      const address = `${restletsOf(url)}${PATHS.restlet}?${parameters}`;
      return fit(row, await json({ method: 'POST', url: address, body: input }, { signal }), 'restlet');
    },
  };
}
export type NetSuiteClient = ReturnType<typeof netSuiteClient>;

/** The next page by its own size, which may be smaller than what was asked for; an offset is a multiple of it. The link's host is not followed. */
function nextOf(links: readonly { rel: string; href: string }[]): string | null {
  const href = links.find(({ rel }) => rel === 'next')?.href;
  const asked = href === undefined ? null : URL.parse(href)?.searchParams;
  const [limit, offset] = [asked?.get('limit'), asked?.get('offset')];
  return limit && offset && /^\d+$/.test(`${limit}${offset}`) ? `limit=${limit}&offset=${offset}` : null;
}
function isRefusedByGovernor(answer: Answer): boolean {
  const fault = faultOf(answer);
  return fault !== null && isBusy(fault);
}
const isUnexpected = (error: unknown): boolean =>
  error instanceof ErpError && error.kind === 'unreachable' && /UNEXPECTED_ERROR/.test(error.message);
