import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type OnSent, reporting } from '../contract/calls.ts';
import { type CrmCall, CrmError } from '../contract/index.ts';
import { parseExact } from '../kit/exact.ts';
import { batchBody, type Operation, type Part, partsOf } from './batch.ts';
import { toCrmError } from './errors.ts';
import type { DynamicsTokens, Session } from './tokens.ts';

export const VERSION = '9.2';
export const BASE = `/api/data/v${VERSION}/`;
export type Row = Record<string, unknown>;
const rowSchema = z.record(z.string(), z.unknown());
const pageSchema = z.object({ value: z.array(rowSchema), '@odata.nextLink': z.string().optional() });
export type Page = { rows: Row[]; next: string | null };
/** Decimals as text, digit by digit. */
const ACCEPT = 'application/json; IEEE754Compatible=true';
export const PAGE = 500;
const preferring = (size: number) =>
  `odata.maxpagesize=${size}, odata.include-annotations="Microsoft.Dynamics.CRM.lookuplogicalname"`;
/** How many rows a list may have before it is left: `boundLines` of a record. */
export type Bound = (count: number) => void;
type Sent = { method: string; path: string; headers?: Record<string, string>; body?: string };
type Answer = { status: number; headers: Headers; text: string };

function jsonOf(text: string, status: number, about: string): unknown {
  try {
    return text === '' ? null : parseExact(text);
  } catch {
    if (status < 300) throw new CrmError('drift', `Dataverse ${about}: not JSON`);
    return null;
  }
}
const rowOf = (value: unknown): Row => rowSchema.parse(value);

/** The Web API of an organisation. A call is never repeated, except once with a new token after the old one was refused. */
export function dataverseClient(options: { session: DynamicsTokens['session']; onSent?: OnSent | undefined }) {
  async function send(session: Session, sent: Sent, call: CrmCall): Promise<Answer> {
    const { method, path, headers = {}, body } = sent;
    return reporting(options.onSent, call.account, { method, url: `${BASE}${path.split('?')[0]}` }, async () => {
      const response = await fetch(`${session.url}${BASE}${path}`, {
        ...{ method, signal: call.signal, redirect: 'error' },
        headers: {
          authorization: `Bearer ${session.accessToken}`,
          accept: ACCEPT,
          'odata-version': '4.0',
          'odata-maxversion': '4.0',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    }).catch((cause: unknown) => {
      if (cause instanceof CrmError) throw cause;
      throw new CrmError('unreachable', `Dataverse ${method}: no answer`, { cause });
    });
  }
  async function answered(sent: Sent, call: CrmCall): Promise<Answer & { url: string }> {
    let session = await options.session(call.account);
    let answer = await send(session, sent, call);
    if (answer.status === 401) {
      session = await options.session(call.account, session.accessToken);
      answer = await send(session, sent, call);
    }
    if (answer.status >= 300) {
      const body = jsonOf(answer.text, answer.status, sent.method);
      throw toCrmError(answer.status, body, answer.headers.get('retry-after'));
    }
    return { ...answer, url: session.url };
  }
  async function request<Schema extends z.ZodType>(
    sent: Sent,
    schema: Schema,
    call: CrmCall,
  ): Promise<z.infer<Schema>> {
    const { text, status } = await answered(sent, call);
    const parsed = schema.safeParse(jsonOf(text, status, sent.method));
    if (!parsed.success)
      throw new CrmError('drift', `Dataverse ${sent.path.split('?')[0]}: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  }
  /** A page's successor, which must be of the same organisation: the token goes with the question. */
  function below(url: string, link: string): string {
    const root = `${url}${BASE}`;
    if (!link.startsWith(root)) throw new CrmError('drift', 'Dataverse: the next page is elsewhere');
    return link.slice(root.length);
  }
  function pageIn(url: string, json: unknown, about: string): Page {
    const parsed = pageSchema.safeParse(json);
    if (!parsed.success) throw new CrmError('drift', `Dataverse ${about}: ${z.prettifyError(parsed.error)}`);
    const { value: rows, '@odata.nextLink': link } = parsed.data;
    return { rows, next: link === undefined ? null : below(url, link) };
  }
  async function page(path: string, call: CrmCall, size = PAGE): Promise<Page> {
    const { text, url, status } = await answered({ method: 'GET', path, headers: { prefer: preferring(size) } }, call);
    return pageIn(url, jsonOf(text, status, 'GET'), path.split('?')[0] ?? '');
  }
  /** Operations in one call; what each came to, in their order. */
  async function operations(all: readonly Operation[], call: CrmCall): Promise<{ parts: Part[]; url: string }> {
    const boundary = `batch_${randomUUID()}`;
    const headers = { 'content-type': `multipart/mixed; boundary=${boundary}`, prefer: 'odata.continue-on-error' };
    const withHeaders = all.map((each) => ({ ...each, headers: { Accept: ACCEPT, ...each.headers } }));
    const body = batchBody(boundary, BASE, withHeaders);
    const { headers: said, text, url } = await answered({ method: 'POST', path: '$batch', headers, body }, call);
    return { parts: partsOf(said.get('content-type') ?? '', text, all.length), url };
  }
  const errorOf = ({ status, headers, text }: Part) =>
    toCrmError(status, jsonOf(text, status, 'batch'), headers['retry-after'] ?? null);
  return {
    request,
    page,
    operations,
    errorOf,
    /** Lists and rows in one call. A list comes with all its pages; what is refused comes as its error. */
    async read<Name extends string>(
      wanted: Readonly<Record<Name, { path: string; bound?: Bound } | null>>,
      call: CrmCall,
    ): Promise<Record<Name, { rows: Row[]; error: CrmError | null }>> {
      const asked = (Object.entries(wanted) as [Name, { path: string; bound?: Bound } | null][]).flatMap(
        ([name, each]) => (each ? [{ name, ...each }] : []),
      );
      const out: Record<string, { rows: Row[]; error: CrmError | null }> = Object.fromEntries(
        Object.keys(wanted).map((name) => [name, { rows: [], error: null }]),
      );
      if (asked.length === 0) return out as Record<Name, (typeof out)[string]>;
      const all = asked.map(({ path }) => ({ method: 'GET' as const, path, headers: { Prefer: preferring(PAGE) } }));
      const { parts, url } = await operations(all, call);
      for (const [nth, { name, bound }] of asked.entries()) {
        const part = parts[nth];
        if (!part) continue;
        if (part.status >= 300) {
          out[name] = { rows: [], error: errorOf(part) };
          continue;
        }
        const json = jsonOf(part.text, part.status, name);
        if (!Array.isArray((json as { value?: unknown } | null)?.value)) {
          out[name] = { rows: [rowOf(json)], error: null };
          continue;
        }
        const rows: Row[] = [];
        for (let found = pageIn(url, json, name); ; found = await page(found.next ?? '', call)) {
          rows.push(...found.rows);
          bound?.(rows.length);
          if (found.next === null) break;
        }
        out[name] = { rows, error: null };
      }
      return out as Record<Name, (typeof out)[string]>;
    },
  };
}
export type DataverseClient = ReturnType<typeof dataverseClient>;
