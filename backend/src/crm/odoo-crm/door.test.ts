import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { processPorts } from '../../erp/transport/ports.ts';
import type { Variables } from '../../problems/answer.ts';
import { ProblemError } from '../../problems/error.ts';
import { memoryTokens } from '../conformance/front.ts';
import type { CrmEvent } from '../contract/index.ts';
import { odooConnection } from './connect.ts';
import { odooDoor, STATEMENT_HEADER } from './door.ts';
import { accountOf } from './embed.ts';
import { createOdooCrm } from './index.ts';
import { odooPlaces } from './places.ts';

const DATABASE = '7a9f3c52-5b1e-4d0a-9c1d-2f6b8e4a1c30';
const PUBLIC = 'https://backroom.test';
const API_KEY = 'k'.repeat(40);
const account = accountOf(DATABASE);
const pair = () => generateKeyPairSync('ed25519');
const xOf = (key: KeyObject) => String(key.export({ format: 'jwk' }).x);
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
function statement(key: KeyObject, purpose: string, claims: object, iss = DATABASE) {
  const iat = Math.floor(Date.now() / 1000);
  const all = { iss, aud: `${PUBLIC}/odoo-crm/${purpose}`, iat, exp: iat + 120, jti: randomUUID(), ...claims };
  const text = `${part({ alg: 'EdDSA' })}.${part(all)}`;
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}
const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

let odoo: Awaited<ReturnType<typeof openOdoo>>;
let app: Hono<{ Variables: Variables }>;
let places: ReturnType<typeof odooPlaces>;
let heard: CrmEvent[];
let noted: string[];

/** A server that answers a challenge by its own key, and takes one API key. */
async function openOdoo() {
  const own = pair();
  const state = { key: own.privateKey, apiKey: API_KEY };
  const routes = new Hono()
    .get('/json/version', (context) => context.json({ version_info: [19, 0, 0, 'final', 0, ''], version: '19.0' }))
    .post('/backroom/challenge', async (context) => {
      const { nonce } = (await context.req.json()) as { nonce: string };
      return context.json({ statement: statement(state.key, 'challenge', { nonce: digest(nonce) }) });
    })
    .post('/json/2/backroom.bridge/database', (context) =>
      context.req.header('authorization') === `bearer ${state.apiKey}`
        ? context.json(DATABASE)
        : context.json({ name: 'werkzeug.exceptions.Unauthorized', message: 'Invalid apikey' }, 401),
    );
  const server = await new Promise<ReturnType<typeof serve>>((ready) => {
    const started = serve({ fetch: routes.fetch, port: 0, hostname: '127.0.0.1' }, () => ready(started));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    own,
    state,
    url: `http://127.0.0.1:${address.port}`,
    close: () => new Promise((done) => server.close(done)),
  };
}
beforeEach(async () => {
  odoo = await openOdoo();
  [heard, noted] = [[], []];
  const kept = memoryTokens(account, { accessToken: '', refreshToken: '', expiresAt: 0 });
  places = odooPlaces(kept.store);
  const used = new Set<string>();
  const useOnce = async (_: unknown, id: string) => !used.has(id) && used.add(id) !== null;
  const shared = { places, publicOrigin: PUBLIC, now: Date.now, useOnce };
  const { fetch } = processPorts;
  const { client } = createOdooCrm({ places, fetch, now: Date.now });
  const ports = {
    installed: async (id: string, actor: string) => void noted.push(`${id} by ${actor}`),
    appoint: async (_: string, user: string) => void noted.push(`admin ${user}`),
    prepare: async () => {},
  };
  const connect = odooConnection({ ...shared, client, fetch, ports });
  app = new Hono<{ Variables: Variables }>();
  app.onError((error, context) =>
    context.json({ code: error instanceof ProblemError ? error.code : String(error) }, 400),
  );
  app.route(
    '/',
    odooDoor({
      ...shared,
      logger: pino({ level: 'silent' }),
      connect,
      onEvents: async (events) => void heard.push(...events),
    }),
  );
});
afterEach(() => odoo.close());

const asking = (more: object = {}) => ({
  ...{ url: odoo.url, database: 'nordwind', login: 'backroom', key: API_KEY, publicKey: xOf(odoo.own.publicKey) },
  ...{ actor: { id: 2, email: 'admin@nordwind.example' }, ...more },
});
const post = async (path: string, body: string, headers: Record<string, string> = {}) =>
  (
    await app.request(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
  ).json();
const connects = (told: string) => post('/connect', JSON.stringify({ statement: told }));

describe('connecting a database', () => {
  test('its address answers by the same key, and takes the API key', async () => {
    const told = statement(odoo.own.privateKey, 'connection', asking());
    expect(await connects(told)).toEqual({ ok: true, account });
    expect(noted).toEqual([`${account} by odoo:admin@nordwind.example`, 'admin 2']);
    expect(await places.find(account)).toMatchObject({ url: odoo.url, database: 'nordwind', key: API_KEY });
    expect(await connects(told)).toEqual({ code: 'signature_replayed' });
    // Again with a new API key, as after a rotation.
    odoo.state.apiKey = 'n'.repeat(40);
    const again = statement(odoo.own.privateKey, 'connection', asking({ key: odoo.state.apiKey }));
    expect(await connects(again)).toEqual({ ok: true, account });
    expect(await places.find(account)).toMatchObject({ key: odoo.state.apiKey });
  });
  test('of another key than the connected one is refused: an id is no proof', async () => {
    await connects(statement(odoo.own.privateKey, 'connection', asking()));
    const other = pair();
    odoo.state.key = other.privateKey;
    const told = statement(other.privateKey, 'connection', asking({ publicKey: xOf(other.publicKey) }));
    expect(await connects(told)).toEqual({ code: 'forbidden' });
    expect(await places.find(account)).toMatchObject({ publicKey: xOf(odoo.own.publicKey) });
  });
  test.each([
    [
      'signed by another key than it shows',
      () => statement(pair().privateKey, 'connection', asking()),
      'signature_invalid',
    ],
    ['for another purpose', () => statement(odoo.own.privateKey, 'frame', asking()), 'signature_invalid'],
    [
      'with a path in its address',
      () => statement(odoo.own.privateKey, 'connection', asking({ url: `${odoo.url}/x` })),
      'invalid_input',
    ],
    [
      'of no scheme of the web',
      () => statement(odoo.own.privateKey, 'connection', asking({ url: 'file:///etc' })),
      'invalid_input',
    ],
    [
      'at an address where nobody is',
      () => statement(odoo.own.privateKey, 'connection', asking({ url: 'http://127.0.0.1:1' })),
      'invalid_input',
    ],
    [
      'with an API key that Odoo refuses',
      () => statement(odoo.own.privateKey, 'connection', asking({ key: 'w'.repeat(40) })),
      'invalid_input',
    ],
    ['that is none', () => 'x.y.z', 'invalid_input'],
  ])('%s is refused', async (_, told, code) => {
    expect(await connects(told())).toEqual({ code });
    expect(noted).toEqual([]);
  });
  test('at an address that answers by another key is refused', async () => {
    odoo.state.key = pair().privateKey;
    expect(await connects(statement(odoo.own.privateKey, 'connection', asking()))).toEqual({
      code: 'signature_invalid',
    });
    expect(noted).toEqual([]);
  });
});

test('the page of the installation says which address to type', async () => {
  expect(await (await app.request('/install')).text()).toContain(PUBLIC);
});

describe('what has changed', () => {
  const change = { type: 'deal', id: 41, kind: 'changed' };
  const body = (more: object = {}) =>
    JSON.stringify({ database: DATABASE, at: '2026-11-29T08:00:00.000Z', changes: [change], ...more });
  const tell = (text: string, claims: object = { body: digest(text) }, key = odoo.own.privateKey) =>
    post('/events', text, { [STATEMENT_HEADER]: statement(key, 'events', claims) });
  beforeEach(async () => {
    await connects(statement(odoo.own.privateKey, 'connection', asking()));
  });
  test('is heard once, with the signature of the database over these very bytes', async () => {
    const text = body();
    const headers = { [STATEMENT_HEADER]: statement(odoo.own.privateKey, 'events', { body: digest(text) }) };
    expect(await post('/events', text, headers)).toEqual({ ok: true });
    expect(heard).toMatchObject([{ account, kind: 'record_changed', record: { type: 'deal', id: '41' } }]);
    expect(await post('/events', text, headers)).toEqual({ code: 'signature_replayed' });
    const merged = body({ changes: [{ ...change, kind: 'merged', into: 40 }] });
    await tell(merged);
    expect(heard.at(-1)).toMatchObject({ kind: 'records_merged', record: { id: '41' }, into: '40' });
    expect(heard).toHaveLength(2);
  });
  test('is not heard from another key, for another purpose, about other bytes, or of a database that is not connected', async () => {
    const text = body();
    const strange = body({ database: '22222222-5b1e-4d0a-9c1d-2f6b8e4a1c30' });
    expect(await tell(text, { body: digest(text) }, pair().privateKey)).toEqual({ code: 'signature_invalid' });
    expect(await tell(text, { body: digest(`${text} `) })).toEqual({ code: 'signature_invalid' });
    expect(await tell(strange)).toEqual({ code: 'signature_invalid' });
    const frame = statement(odoo.own.privateKey, 'frame', { body: digest(text) });
    expect(await post('/events', text, { [STATEMENT_HEADER]: frame })).toEqual({ code: 'signature_invalid' });
    expect(await post('/events', text)).toEqual({ code: 'signature_invalid' });
    expect(await post('/events', 'no json')).toEqual({ code: 'invalid_input' });
    expect(heard).toEqual([]);
  });
  test('an end is heard from the database itself, and not from a copy of it', async () => {
    const { changes: _, ...head } = JSON.parse(body()) as Record<string, unknown>;
    const text = JSON.stringify({ ...head, uninstalled: true });
    for (const url of ['https://staging.nordwind.example', undefined])
      expect(await tell(text, { body: digest(text), url })).toEqual({ code: 'forbidden' });
    expect(heard).toEqual([]);
    expect(await tell(text, { body: digest(text), url: odoo.url })).toEqual({ ok: true });
    expect(heard).toMatchObject([{ kind: 'uninstalled', record: null }]);
  });
});
