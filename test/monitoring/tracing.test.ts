import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tracedRequests } from '@backroom/backend/api/traced';
import { readConfig } from '@backroom/backend/config';
import { span, useTracer } from '@backroom/backend/monitoring/spans';
import { startTracing } from '@backroom/backend/monitoring/tracing';
import type { Preview } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';

type Value = { stringValue?: string; intValue?: number | string };
type Sent = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: Value }[];
  links?: { traceId: string; spanId: string }[];
};
type Body = {
  resourceSpans: { resource: { attributes: { key: string; value: Value }[] }; scopeSpans: { spans: Sent[] }[] }[];
};

const bodies: Body[] = [];
const headers: (string | undefined)[] = [];
let receiver: Server;
let world: SecurityWorld;
let tracing: ReturnType<typeof startTracing>;
const settingsOf = (env: Record<string, string>) =>
  readConfig(
    {
      HUBSPOT_CLIENT_ID: 'x',
      HUBSPOT_CLIENT_SECRET: 'playground-secret-not-for-production',
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
      ...env,
    },
    [],
  ).tracing;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      headers.push(request.headers['x-key'] as string | undefined);
      bodies.push(JSON.parse(Buffer.concat(chunks).toString()) as Body);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await new Promise((done) => receiver.once('listening', done));
  const settings = settingsOf({
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-key=se%20cret',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
  });
  if (!settings) throw new Error('an endpoint means traces');
  tracing = startTracing(settings);
  useTracer(tracing.tracer);
  world = await openSecurityWorld();
});
afterAll(async () => {
  await world?.close();
  await tracing?.stop();
  useTracer(null);
  receiver.close();
});
const spans = () =>
  bodies.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((each) => each.spans)),
  );
const attributeOf = (of: Sent, key: string) => {
  const value = of.attributes.find((each) => each.key === key)?.value;
  return value?.stringValue ?? (value?.intValue === undefined ? undefined : Number(value.intValue));
};
const parentOf = (of: Sent | undefined) => spans().find(({ spanId }) => spanId === of?.parentSpanId);

test('a panel is one trace from the request over the cache to the ERP and the CRM', async () => {
  await world.ask('/v1/records/deal/5002/panels?only=stock');
  await tracing.flush();
  const request = spans().find(({ name, attributes }) => name.includes('/panels') && attributes.length > 2);
  expect(request && attributeOf(request, 'http.route')).toContain('/panels');
  expect(request && attributeOf(request, 'http.response.status_code')).toBe(200);
  expect(request && attributeOf(request, 'backroom.account')).toBe('hubspot:4242');
  const own = spans().filter(({ traceId }) => traceId === request?.traceId);
  const stock = own.find(({ name }) => name === 'erp stock.availability');
  expect(parentOf(stock)?.name).toBe('cache');
  expect(stock && attributeOf(stock, 'backroom.connection')).toBe('main');
  const http = own.find(({ name, parentSpanId }) => name === 'HTTP POST' && parentSpanId === stock?.spanId);
  expect(http && attributeOf(http, 'http.response.status_code')).toBe(200);
  expect(own.map(({ name }) => name)).toContain('crm record');
  const [{ resourceSpans }] = bodies as [Body];
  expect(resourceSpans[0]?.resource.attributes).toEqual(
    expect.arrayContaining([
      { key: 'service.name', value: { stringValue: 'backroom' } },
      { key: 'deployment.environment.name', value: { stringValue: 'test' } },
    ]),
  );
  expect(headers[0]).toBe('se cret');
});

test('an order’s request links to the trace of its submission, in which the worker’s calls are', async () => {
  const post = (body: object) => ({ method: 'POST', body });
  const { revision, checks } = (await world.ask('/v1/records/deal/5001/preview', post({}))).data as Preview;
  const order = {
    dealId: '5001',
    revision,
    acceptedWarnings: checks.map(({ code }) => code),
    idempotencyKey: 'traced-0001',
  };
  const { id, reference } = (await world.ask('/v1/orders', post(order))).data as { id: string; reference: string };
  await expect
    .poll(async () => ((await world.ask(`/v1/submissions/${id}`)).data as { state: string }).state, { timeout: 30_000 })
    .toBe('confirmed');
  await tracing.flush();
  const submit = spans().find(({ name }) => name === 'submit');
  expect(submit && attributeOf(submit, 'backroom.reference')).toBe(reference);
  expect(parentOf(submit)?.name).toBe('POST /v1/orders');
  const [link] = submit?.links ?? [];
  const submission = spans().find(({ name }) => name === 'submission');
  expect([link?.traceId, link?.spanId]).toEqual([submission?.traceId, submission?.spanId]);
  expect(submission?.links?.[0]?.spanId).toBe(submit?.spanId);
  const create = spans().find(({ name }) => name === 'erp orders.create');
  expect([create?.traceId, create?.parentSpanId]).toEqual([submission?.traceId, submission?.spanId]);
});

test('a failed operation has the code of its error, and nothing that was sent has a person or an order in it', async () => {
  await fetch(`${world.erpUrl}/switches`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ outage: true }),
  });
  await world.ask('/v1/records/company/7003/panels?only=credit');
  await tracing.flush();
  const failed = spans().find(
    ({ name, attributes }) => name.startsWith('erp ') && attributes.some(({ key }) => key === 'backroom.outcome'),
  );
  expect(failed && attributeOf(failed, 'backroom.outcome')).toBe('unreachable');
  // Ids and times are digits that may look like anything.
  const text = JSON.stringify(spans().map(({ name, attributes }) => [name, attributes]));
  for (const secret of [
    '@example',
    'Nordwind',
    'Bergmann',
    'Conveyor',
    'PMP-003',
    'demo-erp-key',
    '5001',
    '7003',
    'playground-secret',
  ])
    expect([secret, text.includes(secret)]).toEqual([secret, false]);
});

test('without an endpoint nothing is traced, and nothing is added', async () => {
  expect(settingsOf({})).toBeNull();
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' };
  expect(settingsOf({ ...endpoint, OTEL_SDK_DISABLED: 'true' })).toBeNull();
  expect(settingsOf({ ...endpoint, OTEL_TRACES_EXPORTER: 'none' })).toBeNull();
  expect(settingsOf(endpoint)).toMatchObject({ url: 'http://127.0.0.1:4318/v1/traces', ratio: 1 });
  expect(settingsOf({ ...endpoint, OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.1' })?.ratio).toBe(
    0.1,
  );
  expect(() => settingsOf({ ...endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' })).toThrow('OTEL_EXPORTER_OTLP_PROTOCOL');
  useTracer(null);
  const work = Promise.resolve(1);
  expect(span('x', {}, () => work)).toBe(work);
  const fetch = () => new Response();
  expect(tracedRequests(fetch)).toBe(fetch);
  useTracer(tracing.tracer);
});
