import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Crm } from '../hubspot/database.ts';
import { labelOf, writable } from './fields.ts';
import { wireRow } from './json.ts';
import { type OAuthOptions, oauthServer } from './oauth.ts';
import { objects } from './objects.ts';
import type { Failure, Org, SRow } from './org.ts';
import { ApiError, query } from './soql.ts';

const VERSION = '64.0' as const;
/** Rows a page; Salesforce's own default. */
const PAGE = 2000;
const compositeSchema = z.object({
  allOrNone: z.boolean().default(false),
  compositeRequest: z
    .array(z.object({ method: z.string(), url: z.string(), referenceId: z.string() }))
    .max(25, 'at most 25 subrequests'),
});
const collectionSchema = z.object({
  allOrNone: z.boolean().default(false),
  records: z
    .array(z.looseObject({ attributes: z.object({ type: z.string() }), id: z.string() }))
    .max(200, 'at most 200 records'),
});
const taskSchema = z.looseObject({
  Subject: z.string().max(255),
  Status: z.string(),
  OwnerId: z.string().regex(/^005/).optional(),
  WhatId: z
    .string()
    .regex(/^(001|006|0Q0)/)
    .optional(),
});
type Answer = { status: number; body: unknown };

/**
 * A stand-in for the Salesforce endpoints that Backroom uses: paths and envelopes of REST API 64.0, error arrays, `Sforce-Limit-Info`, the limits of
 * composite. Only what is used is here; anything else answers 404 in Salesforce's form. The records are those of the HubSpot stand-in.
 */
export function salesforceApi(
  crm: Crm,
  options: {
    org: Org;
    oauth: OAuthOptions;
    /** `origin`: as a change event names who made it. */
    onChange: (type: string, id: string, properties: readonly string[], origin: string) => void;
  },
) {
  const { org } = options;
  const app = new Hono();
  const oauth = oauthServer(options.oauth);
  const all = objects(crm, org);
  const limit = { used: 0, max: 100_000 };
  const cursors = new Map<string, { rows: SRow[]; from: number }>();
  const fail = ({ status, errorCode, message }: Failure, fields: readonly string[] = []): Answer => ({
    status,
    body: [{ message, errorCode, ...(fields.length > 0 ? { fields } : {}) }],
  });
  const send = ({ status, body }: Answer): Response =>
    new Response(status === 204 ? null : JSON.stringify(body), {
      status,
      headers: {
        'content-type': 'application/json;charset=UTF-8',
        'Sforce-Limit-Info': `api-usage=${limit.used}/${limit.max}`,
      },
    });
  const answered = (work: () => Answer): Answer => {
    try {
      return work();
    } catch (error) {
      if (error instanceof ApiError)
        return fail({ status: error.status, errorCode: error.errorCode, message: error.message }, error.fields);
      throw error;
    }
  };
  function page(rows: SRow[], from = 0, name = `01g${randomUUID().replaceAll('-', '').slice(0, 15)}`): unknown {
    const to = from + PAGE;
    const done = to >= rows.length;
    if (!done) cursors.set(`${name}-${to}`, { rows, from: to });
    return {
      totalSize: rows.length,
      done,
      ...(done ? {} : { nextRecordsUrl: `/services/data/v${VERSION}/query/${name}-${to}` }),
      records: rows.slice(from, to).map((row) => wireRow(row, VERSION)),
    };
  }
  const queried = (soql: string, everything: boolean): Answer =>
    answered(() => ({ status: 200, body: page(query(all, soql, everything)) }));

  /** Writes the package's fields of one record, as they were sent. Null: written. */
  function written(
    name: string,
    id: string,
    body: string,
    header: (name: string) => string | undefined,
  ): Answer | null {
    const shared = all.sharedId(name, id);
    if (!shared)
      return fail({
        status: 404,
        errorCode: 'NOT_FOUND',
        message: `Provided external ID field does not exist or is not accessible: ${id}`,
      });
    const failing = org.failures.shift();
    if (failing) return fail(failing);
    const alertPassed = /(^|,)\s*allowSave=true/.test(header('sforce-duplicate-rule-header') ?? '');
    if (org.duplicateRule === 'block' || (org.duplicateRule === 'alert' && !alertPassed))
      return fail({ status: 400, errorCode: 'DUPLICATES_DETECTED', message: 'Use one of these records?' });
    // Text as it was sent: an amount must not pass through a JS number here either.
    const values = Object.fromEntries(
      [...body.matchAll(/"(\w+)":(null|true|false|-?[\d.]+|"(?:[^"\\]|\\.)*")/g)].map(([, field = '', value = '']) => [
        field,
        value === 'null' ? null : value.startsWith('"') ? String(JSON.parse(value)) : value,
      ]),
    );
    const wrong = Object.entries(values).find(
      ([field]) => /_(Total|Free)__c$/.test(field) && new RegExp(`"${field}":"`).test(body),
    );
    if (wrong)
      return fail({
        status: 400,
        errorCode: 'JSON_PARSER_ERROR',
        message: `Cannot deserialize instance of double from VALUE_STRING value ${wrong[1]}`,
      });
    const bad = all.write(name, shared, values);
    if (bad)
      return fail(
        { status: 400, errorCode: 'INVALID_FIELD', message: `No such column '${bad}' on sobject of type ${name}` },
        [bad],
      );
    const client = /client=([\w./ -]+)/.exec(header('sforce-call-options') ?? '')?.[1];
    const origin = `com/salesforce/api/rest/${VERSION}${client ? `;client=${client}` : ''}`;
    const type = { Opportunity: 'deals', Account: 'companies' }[name] ?? 'line_items';
    options.onChange(type, shared, Object.keys(values), origin);
    return null;
  }

  app.route('/', oauth.app);
  app.post(`/services/Soap/u/${VERSION}`, async (context) => {
    const token = /<p:sessionId>([^<]+)</.exec(await context.req.text())?.[1] ?? '';
    if (!oauth.isSession(token)) return context.text('<faultcode>sf:INVALID_SESSION_ID</faultcode>', 500);
    const currency = org.multiCurrency ? '' : 'EUR';
    return context.body(
      `<soapenv:Envelope><soapenv:Body><getUserInfoResponse><result><orgDefaultCurrencyIsoCode>${currency}</orgDefaultCurrencyIsoCode></result></getUserInfoResponse></soapenv:Body></soapenv:Envelope>`,
      200,
      { 'content-type': 'text/xml;charset=UTF-8' },
    );
  });
  app.use('/services/data/*', async (context, next) => {
    if (!oauth.isSession(context.req.header('authorization')))
      return send(fail({ status: 401, errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }));
    if (limit.used >= limit.max)
      return send(fail({ status: 403, errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }));
    limit.used += 1;
    return next();
  });
  const at = <Path extends string>(path: Path) => `/services/data/v${VERSION}${path}` as const;
  app.get(at('/query'), (context) => send(queried(context.req.query('q') ?? '', false)));
  app.get(at('/queryAll'), (context) => send(queried(context.req.query('q') ?? '', true)));
  app.get(at('/query/:cursor'), (context) => {
    const cursor = context.req.param('cursor');
    const kept = cursors.get(cursor);
    return kept
      ? send({ status: 200, body: page(kept.rows, kept.from, cursor.split('-')[0]) })
      : send(fail({ status: 400, errorCode: 'INVALID_QUERY_LOCATOR', message: 'invalid query locator' }));
  });
  app.post(at('/composite'), async (context) => {
    const input = compositeSchema.safeParse(await context.req.json().catch(() => null));
    if (!input.success)
      return send(fail({ status: 400, errorCode: 'JSON_PARSER_ERROR', message: z.prettifyError(input.error) }));
    const asked = input.data.compositeRequest.map((each) => ({ ...each, to: new URL(each.url, 'http://org.invalid') }));
    const queries: readonly string[] = [at('/query'), at('/queryAll')];
    if (asked.filter(({ to }) => queries.includes(to.pathname)).length > 5)
      return send(
        fail({ status: 400, errorCode: 'LIMIT_EXCEEDED', message: 'at most 5 of the subrequests may be queries' }),
      );
    const compositeResponse = asked.map(({ to, referenceId }) => {
      const { status, body } = queries.includes(to.pathname)
        ? queried(to.searchParams.get('q') ?? '', to.pathname === at('/queryAll'))
        : fail({ status: 404, errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' });
      return { body, httpHeaders: {}, httpStatusCode: status, referenceId };
    });
    return send({ status: 200, body: { compositeResponse } });
  });
  app.get(at('/sobjects/:name/describe'), (context) => {
    const { name } = context.req.param();
    const fields = all.fields(name);
    if (!fields)
      return send(fail({ status: 404, errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }));
    const described = [...fields].map(([field, kind]) => ({
      name: field,
      label: labelOf(field),
      type: kind === 'text' ? 'string' : kind,
      nillable: field !== 'Id',
      updateable: writable(org, name, field),
    }));
    const types = name === 'Opportunity' ? org.recordTypes : [];
    const recordTypeInfos = [
      ...types.map((each) => ({ recordTypeId: each.id, name: each.name, active: true, master: false })),
      { recordTypeId: '012000000000000AAA', name: 'Master', active: true, master: true },
    ];
    return send({
      status: 200,
      body: { name, custom: false, queryable: true, fields: described, recordTypeInfos },
    });
  });
  app.post(at('/sobjects/Task'), async (context) => {
    const body = taskSchema.safeParse(await context.req.json());
    if (!body.success)
      return send(fail({ status: 400, errorCode: 'STRING_TOO_LONG', message: z.prettifyError(body.error) }));
    const id = `00T${String(org.tasks.size + 1).padStart(15, '0')}`;
    org.tasks.set(id, body.data);
    return send({ status: 201, body: { id, success: true, errors: [] } });
  });
  app.delete(at('/sobjects/Task/:id'), (context) =>
    org.tasks.delete(context.req.param('id'))
      ? send({ status: 204, body: null })
      : send(fail({ status: 404, errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' })),
  );
  app.patch(at('/sobjects/Task/:id'), async (context) => {
    const { id } = context.req.param();
    const before = org.tasks.get(id);
    if (!before)
      return send(fail({ status: 404, errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }));
    org.tasks.set(id, { ...before, ...((await context.req.json()) as object) });
    return send({ status: 204, body: null });
  });
  app.patch(at('/sobjects/:name/:id'), async (context) => {
    const { name, id } = context.req.param();
    const bad = written(name, id, await context.req.text(), (header) => context.req.header(header));
    return send(bad ?? { status: 204, body: null });
  });
  /** Each record by itself, in one call: what is wrong with one is told in its row. */
  app.patch(at('/composite/sobjects'), async (context) => {
    const text = await context.req.text();
    const input = collectionSchema.safeParse(JSON.parse(text));
    if (!input.success)
      return send(fail({ status: 400, errorCode: 'JSON_PARSER_ERROR', message: z.prettifyError(input.error) }));
    // Each record's own text, so that its amounts stay as they were sent.
    const bodies = [...text.matchAll(/\{"attributes":\{"type":"\w+"\},"id":"\w+",?([^{}]*)\}/g)].map(
      ([, body = '']) => body,
    );
    const rows = input.data.records.map(({ attributes: { type }, id }, nth) => {
      const bad = written(type, id, bodies[nth] ?? '', (header) => context.req.header(header));
      if (!bad) return { id, success: true, errors: [] };
      const errors = z
        .array(z.object({ errorCode: z.string(), message: z.string(), fields: z.array(z.string()).default([]) }))
        .parse(bad.body);
      return {
        success: false,
        errors: errors.map(({ errorCode, message, fields }) => ({ statusCode: errorCode, message, fields })),
      };
    });
    return send({ status: 200, body: rows });
  });
  app.notFound(() =>
    send(fail({ status: 404, errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' })),
  );
  return { app, limit };
}
