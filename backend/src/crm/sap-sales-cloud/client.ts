import { z } from 'zod';
import { type OnSent, reporting } from '../contract/calls.ts';
import { type CrmCall, CrmError } from '../contract/index.ts';
import { parseExact } from '../kit/exact.ts';
import { toCrmError } from './errors.ts';
import { many, single } from './schemas.ts';
import type { Session } from './tenants.ts';
import { turns } from './turns.ts';
import { MOST_ROWS, MOST_SKIPPED } from './unproved.ts';

type Sent = { method: 'GET' | 'PATCH'; path: string; headers?: Record<string, string>; body?: string };
type Answer = { status: number; headers: Headers; text: string };
type Query = { filter?: string; orderBy?: string; exclude?: string };
const queryOf = ({ filter, orderBy, exclude }: Query, more: Record<string, string>): string => {
  const asked = { ...(filter ? { $filter: filter } : {}), ...(orderBy ? { $orderby: orderBy } : {}) };
  const all = { ...asked, ...(exclude ? { $exclude: exclude } : {}), ...more };
  return Object.entries(all)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
};

/** The tenant's REST API: user and password, or its token beside them; exact numbers, whole lists, errors as ours. A call is repeated once, after a new token. */
export function salesCloudClient(options: {
  session: (account: CrmCall['account'], refused?: string) => Promise<Session>;
  onSent?: OnSent | undefined;
}) {
  const turn = turns();
  async function send({ url, authorization, token }: Session, sent: Sent, call: CrmCall): Promise<Answer> {
    const { method, path, headers = {}, body } = sent;
    const about = { method, url: path.split('?')[0] ?? '' };
    return turn(call.account, call.signal, () =>
      reporting(options.onSent, call.account, about, async () => {
        const response = await fetch(`${url}${path}`, {
          // User and password go to no other address.
          ...{ method, signal: call.signal, redirect: 'error' },
          headers: {
            ...{ authorization, accept: 'application/json' },
            ...(token === '' ? {} : { 'x-sap-crm-token': token }),
            ...headers,
          },
          ...(body === undefined ? {} : { body }),
        });
        return { status: response.status, headers: response.headers, text: await response.text() };
      }),
    ).catch((cause: unknown) => {
      if (cause instanceof CrmError) throw cause;
      throw new CrmError('unreachable', `SAP Sales Cloud ${method}: no answer`, { cause });
    });
  }
  async function request<Schema extends z.ZodType>(
    sent: Sent,
    schema: Schema,
    call: CrmCall,
  ): Promise<{ data: z.infer<Schema>; etag: string | null }> {
    const session = await options.session(call.account);
    let answer = await send(session, sent, call);
    if (answer.status === 401) {
      answer = await send(await options.session(call.account, session.token), sent, call);
      // The user is who the tenant knows: what he may not do is a right that he lacks.
      if (answer.status === 401) answer = { ...answer, status: 403 };
    }
    const { status, headers, text } = answer;
    const path = sent.path.split('?')[0];
    let json: unknown = null;
    try {
      json = text === '' ? null : parseExact(text);
    } catch {
      if (status < 300) throw new CrmError('drift', `SAP Sales Cloud ${path}: not JSON`);
    }
    if (status >= 300) throw toCrmError(status, json, headers.get('retry-after'));
    const parsed = schema.safeParse(json);
    if (!parsed.success) throw new CrmError('drift', `SAP Sales Cloud ${path}: ${z.prettifyError(parsed.error)}`);
    return { data: parsed.data, etag: headers.get('etag') };
  }
  /** Rows of a page, and how many the whole list has. Without that number nobody would know what is missing. */
  async function page<Row extends z.ZodType>(
    path: string,
    query: Query & { top?: number; skip?: number },
    row: Row,
    call: CrmCall,
  ): Promise<{ rows: z.infer<Row>[]; count: number }> {
    const { top = MOST_ROWS, skip = 0, ...rest } = query;
    const more = { $top: String(top), $count: 'true', ...(skip > 0 ? { $skip: String(skip) } : {}) };
    const asked = `${path}?${queryOf(rest, more)}`;
    const { data } = await request({ method: 'GET', path: asked }, many(row), call);
    return { rows: data.value, count: data.count };
  }
  return {
    request,
    page,
    async one<Row extends z.ZodType>(path: string, id: string, row: Row, call: CrmCall): Promise<z.infer<Row>> {
      const schema = single(row) as unknown as z.ZodType<{ value: z.infer<Row> }>;
      const { data } = await request({ method: 'GET', path: `${path}/${encodeURIComponent(id)}` }, schema, call);
      return data.value;
    },
    /** Every row of a list: as many as the tenant counts, each once, or an error. */
    async all<Row extends z.ZodType<{ id: string }>>(
      path: string,
      query: Query,
      row: Row,
      call: CrmCall,
    ): Promise<z.infer<Row>[]> {
      const rows = new Map<string, z.infer<Row>>();
      for (let skip = 0; ; ) {
        const found = await page(path, { ...query, orderBy: 'id', skip }, row, call);
        for (const each of found.rows) rows.set(each.id, each);
        skip += found.rows.length;
        if (skip >= found.count) {
          if (rows.size === found.count) return [...rows.values()];
          throw new CrmError('drift', `SAP Sales Cloud ${path}: ${rows.size} rows of ${found.count}`);
        }
        if (found.rows.length === 0) throw new CrmError('drift', `SAP Sales Cloud ${path}: a page is empty`);
        if (skip > MOST_SKIPPED)
          throw new CrmError('too_large', `${path}: more rows than can be read`, { words: 'more than 9,999 entries' });
      }
    },
  };
}
export type SalesCloudClient = ReturnType<typeof salesCloudClient>;
