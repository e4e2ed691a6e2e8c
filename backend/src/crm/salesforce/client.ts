import { z } from 'zod';
import { type OnSent, reporting } from '../contract/calls.ts';
import { type CrmCall, CrmError } from '../contract/index.ts';
import { parseExact } from '../kit/exact.ts';
import { toCrmError } from './errors.ts';
import { jsforce } from './jsforce.ts';
import type { SalesforceTokens, Session } from './tokens.ts';
import { saysSessionEnded } from './unproved.ts';

/** The REST API's version, that of `sfdx-project.json`. A version lives for years; every three a few old ones end. */
export const VERSION = '64.0';
/** How change events name the changes that were made by us: `com/salesforce/api/rest/64.0;client=Backroom`. */
export const CLIENT = 'Backroom';
const CALL_MS = 7000;
/** Above this part of the day's calls, reads wait: what is left is for write-backs and for the org's other integrations. */
const READS_STOP_AT = 0.95;
/** Above this part, updates that nobody waits for do. */
const UPDATES_STOP_AT = 0.8;
const UPDATES_WAIT_MS = 600_000;

export type Usage = { used: number; limit: number };
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
type Answer = { status: number; text: string };
/** `all`: deleted and merged records too, as long as the recycle bin has them. */
export type Soql = { text: string; all?: boolean };
/** What a write says of itself: whose it is, so that its change event can be told from others, and that a duplicate rule that only warns is passed. */
const WRITE_HEADERS = { 'sforce-call-options': `client=${CLIENT}`, 'sforce-duplicate-rule-header': 'allowSave=true' };
const failure = z.object({ errorCode: z.string().regex(/^ERROR_HTTP_\d+$/), message: z.string() });

const queryAnswer = z.object({
  done: z.boolean(),
  // A number, which `parseExact` gives as text.
  totalSize: z.coerce.number(),
  nextRecordsUrl: z.string().optional(),
  records: z.array(z.record(z.string(), z.unknown())),
});
export type Row = z.infer<typeof queryAnswer>['records'][number];
const compositeAnswer = z.object({
  compositeResponse: z.array(
    z.object({ referenceId: z.string(), httpStatusCode: z.coerce.number(), body: z.unknown() }),
  ),
});

const hasEnded = ({ status, text }: Answer): boolean => status === 401 || (status === 403 && saysSessionEnded(text));

/** The signal's end as an error; jsforce itself cannot be told to stop, its own time-out ends what is left behind. */
function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_, fail) => {
    const stop = () => fail(new CrmError('unreachable', 'Salesforce: no answer in time'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

export function salesforceClient(options: {
  session: SalesforceTokens['session'];
  onUsage?: ((account: string, usage: Usage) => void) | undefined;
  onSent?: OnSent | undefined;
}) {
  const usage = new Map<string, Usage>();

  async function send(session: Session, method: Method, path: string, body: string | undefined, call: CrmCall) {
    const { Connection } = await jsforce();
    const connection = new Connection({
      instanceUrl: session.instanceUrl,
      accessToken: session.accessToken,
      version: VERSION,
    });
    const request = {
      method,
      url: path,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'PATCH' ? WRITE_HEADERS : {}),
      },
      ...(body === undefined ? {} : { body }),
    };
    // As text: its JSON parser makes JS numbers of amounts, and drops the status of an error.
    const asking = connection.request<string | undefined>(request, {
      responseType: 'text/plain',
      timeout: CALL_MS,
      retry: { maxRetries: 0, statusCodes: [] },
    });
    const answer = asking.then(
      (text): Answer => ({ status: 200, text: text ?? '' }),
      (error: unknown): Answer => {
        const known = failure.safeParse(error);
        if (known.success) return { status: Number(known.data.errorCode.slice(11)), text: known.data.message };
        throw new CrmError('unreachable', `Salesforce ${method}: no answer`, { cause: error });
      },
    );
    try {
      return await reporting(options.onSent, call.account, { method, url: path }, () =>
        Promise.race([answer, ended(call.signal)]),
      );
    } finally {
      answer.catch(() => {});
      const { apiUsage } = connection.limitInfo;
      if (apiUsage) {
        usage.set(call.account, apiUsage);
        options.onUsage?.(call.account, apiUsage);
      }
    }
  }

  async function request<Body extends z.ZodType>(
    method: Method,
    path: string,
    body: string | undefined,
    schema: Body,
    call: CrmCall,
  ): Promise<z.infer<Body>> {
    const session = await options.session(call.account);
    let answer = await send(session, method, path, body, call);
    // A session ends when the org says so: one new one, once.
    if (hasEnded(answer)) {
      const renewed = await options.session(call.account, session.accessToken);
      answer = await send(renewed, method, path, body, call);
    }
    let json: unknown = null;
    try {
      json = answer.text === '' ? null : parseExact(answer.text);
    } catch {
      if (answer.status < 300) throw new CrmError('drift', `Salesforce ${method} ${path}: not JSON`);
    }
    if (answer.status >= 300) throw toCrmError(answer.status, json);
    const parsed = schema.safeParse(json);
    if (!parsed.success) throw new CrmError('drift', `Salesforce ${method}: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  }

  function mayUpdate({ account }: CrmCall): void {
    const { used, limit } = usage.get(account) ?? { used: 0, limit: 1 };
    if (used / limit < UPDATES_STOP_AT) return;
    usage.delete(account);
    const words = `${used} of the day's ${limit} calls are spent`;
    throw new CrmError('busy', `Salesforce: ${words}`, { words, retryAfterMs: UPDATES_WAIT_MS });
  }
  function mayRead({ account }: CrmCall): void {
    const { used, limit } = usage.get(account) ?? { used: 0, limit: 1 };
    if (used / limit < READS_STOP_AT) return;
    // Looked at again after a while: without a call there is no newer number.
    usage.delete(account);
    throw new CrmError('busy', `Salesforce: ${used} of the day's ${limit} calls are spent`, { retryAfterMs: 60_000 });
  }

  /** The rest of a query's pages. Fewer rows than the query found are no answer: a part must not be taken for the whole. */
  async function everyPage(name: string, first: unknown, call: CrmCall): Promise<Row[]> {
    const rows: Row[] = [];
    for (let page = queryAnswer.safeParse(first); ; ) {
      if (!page.success) throw new CrmError('drift', `Salesforce ${name}: ${z.prettifyError(page.error)}`);
      const { done, nextRecordsUrl, totalSize, records } = page.data;
      rows.push(...records);
      if (done) {
        if (rows.length === totalSize) return rows;
        throw new CrmError('drift', `Salesforce ${name}: ${rows.length} of ${totalSize} rows`);
      }
      if (!nextRecordsUrl) throw new CrmError('drift', `Salesforce ${name}: there is more, and no address of it`);
      page = queryAnswer.safeParse(await request('GET', nextRecordsUrl, undefined, z.unknown(), call));
    }
  }

  /** Up to five queries in one call; each with all its pages. Throws the first one's error. */
  async function queries<Name extends string>(
    soql: Readonly<Record<Name, Soql | string | null>>,
    call: CrmCall,
  ): Promise<Record<Name, Row[]>> {
    mayRead(call);
    const wanted = (Object.entries(soql) as [Name, Soql | string | null][]).flatMap(([name, each]) => {
      const { text, all = false } = typeof each === 'string' ? { text: each } : (each ?? { text: '' });
      return text === '' ? [] : [{ name, text, all }];
    });
    const compositeRequest = wanted.map(({ name, text, all }) => ({
      method: 'GET',
      url: `/services/data/v${VERSION}/${all ? 'queryAll' : 'query'}?q=${encodeURIComponent(text)}`,
      referenceId: name,
    }));
    const body = JSON.stringify({ allOrNone: false, compositeRequest });
    const { compositeResponse } = await request('POST', '/composite', body, compositeAnswer, call);
    const rows = Object.fromEntries(Object.keys(soql).map((name) => [name, []])) as unknown as Record<Name, Row[]>;
    for (const { name } of wanted) {
      const part = compositeResponse.find(({ referenceId }) => referenceId === name);
      if (!part) throw new CrmError('drift', `Salesforce composite: no answer to ${name}`);
      if (part.httpStatusCode >= 300) throw toCrmError(part.httpStatusCode, part.body);
      rows[name] = await everyPage(name, part.body, call);
    }
    return rows;
  }
  return { request, queries, mayUpdate, session: options.session };
}
export type SalesforceClient = ReturnType<typeof salesforceClient>;
