import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, registered } from '@backroom/backend/compose';
import { readConfig } from '@backroom/backend/config';
import { account, extend, HOST, tenantAt } from '@backroom/backend/crm/sap-sales-cloud/conformance';
import { startDemoErp } from '@backroom/demo-erp/start';
import type { Preview } from '@backroom/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestStore } from '../../backend/test/databases.ts';
import { people, startSalesCloud } from '../stand-ins/sap-sales-cloud/start.ts';

const FRAME = 'f'.repeat(43);
const ORIGIN = 'http://backroom.test';
const rep = { ...people.rep, groups: ['Backroom_Users'] };
type Person = Parameters<Vendor['identity']['sitsDown']>[0];
type Vendor = Awaited<ReturnType<typeof startSalesCloud>>;
let vendor: Vendor;
let backend: Awaited<ReturnType<typeof compose>>;
const ends: (() => Promise<unknown>)[] = [];
const logged: unknown[] = [];
let erp: Awaited<ReturnType<typeof startDemoErp>>;

beforeAll(async () => {
  vendor = await startSalesCloud({ application: { redirectUris: [`${ORIGIN}/sap-sales-cloud/signed-in`] } });
  extend(vendor);
  const dir = mkdtempSync(join(tmpdir(), 'embed-'));
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html><html><head><title>x</title></head><body></body></html>');
  const env = {
    ...{ SAP_SALES_CLOUD_SETUP_CODE: 'a-set-up-code-of-a-test', EMBED_DIR: dir, PUBLIC_ORIGIN: ORIGIN },
    ...{ ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'), ERP_PRIVATE_ADDRESSES: '127.0.0.0/8' },
  };
  erp = await startDemoErp({ dataDir: ':memory:', port: 0, key: 'sap-sales-cloud-test' });
  const store = await openTestStore();
  const log = (...line: unknown[]) => void logged.push(line);
  const logger = { error: log, warn: log, info: log, debug: log, trace: log, fatal: log };
  backend = await compose(readConfig(env, []), store, logger as never, undefined, registered);
  ends.push(backend.stop, vendor.close, erp.close);
  await backend.accounts.put(account, 'sap-sales-cloud');
  const more = tenantAt(vendor.url, { issuer: vendor.issuer });
  await backend.crms.tokens.put(account, { accessToken: '', refreshToken: '', expiresAt: 0, more });
  await backend.accounts.connect(account, {
    ...{ erp: 'bridge', name: 'Demo ERP', url: erp.url, credentials: { key: erp.key } },
    settings: { timeZone: 'Europe/Berlin' },
  });
});
afterAll(async () => {
  for (const end of ends) await end();
});

const ask = (path: string, init: RequestInit = {}) =>
  Promise.resolve(backend.app.fetch(new Request(`${ORIGIN}${path}`, init)));
const lines = [{ code: 'PMP-001', name: 'Pump', quantity: '2', price: '504.50' }];
const sale = () =>
  vendor.fill.deal({
    name: 'Pumps',
    currency: 'EUR',
    company: { name: 'Hafen Technik GmbH' },
    quotes: [{ status: 'accepted', lines }],
  });
/** What the window of the sign-in hands to the frame. */
async function signsIn(who: Person): Promise<string> {
  vendor.identity.sitsDown(who);
  const begun = await ask(`/sap-sales-cloud/sign-in?tenant=${HOST}`);
  const cookie = begun.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const page = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
  const back = new URL(page.headers.get('location') ?? '');
  const html = await (await ask(`${back.pathname}${back.search}`, { headers: { cookie } })).text();
  return /name="backroom-proof" content="([^"]+)"/.exec(html)?.[1] ?? '';
}
async function pageOf(tenant: string = HOST) {
  const response = await ask(`/embed/sap-sales-cloud/?tenant=${tenant}`);
  const html = await response.text();
  return {
    ticket: /name="backroom-page" content="([^"]*)"/.exec(html)?.[1] ?? '',
    policy: response.headers.get('content-security-policy') ?? '',
  };
}
async function exchange(proof: string, place: Record<string, string>) {
  const { ticket: page } = await pageOf();
  const body = JSON.stringify({ proof, place: { tenant: HOST, ...place }, frame: FRAME, page });
  const headers = { 'content-type': 'application/json' };
  const response = await ask('/embed/sap-sales-cloud/session', { method: 'POST', headers, body });
  const answer = (await response.json()) as {
    code?: string;
    data?: { token: string; record: unknown; isAdmin: boolean };
  };
  return { code: answer.code ?? null, data: answer.data ?? null };
}
async function v1(path: string, token: string, frame = FRAME) {
  const response = await ask(path, { headers: { 'x-backroom-session': token, 'x-backroom-frame': frame } });
  return { status: response.status, json: (await response.json()) as { code?: string; data?: unknown } };
}

test('the page may be held by the tenant alone, and by nobody where it names none of ours', async () => {
  const own = await pageOf();
  expect(own.policy).toContain(`frame-ancestors ${vendor.url}`);
  expect(own.ticket).not.toBe('');
  const strange = await pageOf('my1000999.crm.cloud.sap');
  expect([strange.ticket, strange.policy.includes("frame-ancestors 'none'")]).toEqual(['', true]);
});

describe('a person who signs in at the customer’s identity provider', () => {
  test('sees the sale of the opportunity and of its quote, in this frame, and no other record', async () => {
    const [id, other] = [sale(), sale()];
    const [quote = ''] = vendor.desk.quotesOf(id);
    const places: Record<string, string>[] = [{ opportunityId: id }, { salesQuoteId: quote }];
    for (const place of places) {
      const { data } = await exchange(await signsIn(rep), place);
      expect(data?.record).toEqual({ type: 'deal', id });
      const { status, json } = await v1(`/v1/records/deal/${id}/panels?only=stock`, data?.token ?? '');
      expect([status, json.data]).toMatchObject([
        200,
        { record: { name: 'Pumps' }, panels: { stock: { state: 'ready', data: { lines: [{ code: 'PMP-001' }] } } } },
      ]);
      const elsewhere = await v1(`/v1/records/deal/${other}/panels?only=stock`, data?.token ?? '');
      expect(elsewhere.json.code).toBe('record_not_found');
      const stolen = await v1(`/v1/records/deal/${id}/panels?only=stock`, data?.token ?? '', 'g'.repeat(43));
      expect(stolen.status).toBe(401);
    }
  });
  test('gets one session for a sign-in, and none for a record that is not there', async () => {
    const id = sale();
    const proof = await signsIn(rep);
    expect((await exchange(proof, { opportunityId: id })).data).not.toBeNull();
    expect((await exchange(proof, { opportunityId: id })).code).toBe('signature_replayed');
    const gone = await exchange(await signsIn(rep), { opportunityId: '00000000-0000-4000-8000-000000000bad' });
    expect(gone.code).toBe('record_not_found');
  });
  test('outside of the group, or outside of the tenant, gets none', async () => {
    const id = sale();
    const outside = await exchange(await signsIn({ ...people.rep, groups: ['Everybody'] }), { opportunityId: id });
    expect(outside.code).toBe('forbidden');
    const stranger = await exchange(await signsIn({ ...people.stranger, groups: ['Backroom_Users'] }), {
      opportunityId: id,
    });
    expect(stranger.code).toBe('forbidden');
    expect((await exchange('forged', { opportunityId: id })).code).toBe('signature_invalid');
  });
  test('in the group of administrators is an admin here', async () => {
    const { data } = await exchange(await signsIn(people.admin), { opportunityId: sale() });
    expect(data?.isAdmin).toBe(true);
  });
});

describe('a sale', () => {
  /** The preview of a sale of two pumps, and what converts it. */
  async function opened(id: string) {
    const { data } = await exchange(await signsIn(rep), { opportunityId: id });
    async function post<Data>(path: string, body: object): Promise<{ data?: Data; code?: string }> {
      const headers = {
        ...{ 'x-backroom-session': data?.token ?? '', 'x-backroom-frame': FRAME },
        ...{ 'x-backroom-once': crypto.randomUUID(), 'content-type': 'application/json' },
      };
      const response = await ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await response.json()) as { data?: Data; code?: string };
    }
    return {
      async look(): Promise<Preview> {
        const { data: preview, code } = await post<Preview>(`/v1/records/deal/${id}/preview`, {});
        if (!preview) throw new Error(code);
        return preview;
      },
      convert: ({ revision, checks }: Preview, idempotencyKey: string) =>
        post<{ id: string }>('/v1/orders', {
          ...{ dealId: id, revision, idempotencyKey },
          acceptedWarnings: checks.map(({ code }) => code),
        }),
    };
  }
  test('becomes one ERP order, whose number comes back to the opportunity', async () => {
    const id = sale();
    await backend.accounts.saveSettings(account, { flowsOff: [], writeBack: true, propertiesReady: true });
    const adapter = await backend.services.erpFor(account);
    const found = await adapter.customers?.search({ queries: [{ erpNumber: 'C-1001' }] }, {
      signal: AbortSignal.timeout(5000),
    } as never);
    const [customer] = found?.results[0] ?? [];
    const company = {
      type: 'company' as const,
      id: (vendor.tenant.rowOf('opportunity', id).account as { id: string }).id,
    };
    if (!customer) throw new Error('no customer');
    await backend.links.put(account, company, customer, rep.email, new Date());
    await backend.startWorker();
    const { look, convert } = await opened(id);
    const preview = await look();
    expect([preview.canConvert, preview.quotedNet?.amount]).toEqual([true, '1009.00']);
    const [first, again] = [await convert(preview, 'sap-sales-cloud-1'), await convert(preview, 'sap-sales-cloud-1')];
    expect([first.data?.id, again.data?.id]).toEqual([expect.any(String), first.data?.id]);
    const stored = () => vendor.desk.stored('opportunity', id, 'BackroomOrderNumber');
    await expect.poll(stored, { timeout: 30_000 }).toMatch(/^SO-/);
    const { orders } = (await (await fetch(`${erp.url}/orders`)).json()) as {
      orders: { reference: string; number: string }[];
    };
    const ours = orders.filter(({ reference }) => reference === preview.reference);
    expect(ours.map(({ number }) => number)).toEqual([stored()]);
    // Our own writing is no change of the sale.
    expect((await look()).revision).toBe(preview.revision);
  }, 60_000);
  test('that SAP itself makes an order of is refused, with the number that it has there', async () => {
    const id = sale();
    const [quote = ''] = vendor.desk.quotesOf(id);
    vendor.desk.replicate(quote, 'external_id');
    const { look, convert } = await opened(id);
    const preview = await look();
    expect(preview.canConvert).toBe(false);
    const found = preview.checks.find(({ code }) => code === 'own_order');
    expect([found?.level, JSON.stringify(found?.values)]).toEqual(['block', expect.stringContaining('4711')]);
    expect((await convert(preview, 'sap-sales-cloud-2')).code).toBe('preview_blocked');
  });
});

test('no password, secret or proof is written to the log', () => {
  const text = JSON.stringify(logged);
  const { password, clientSecret } = tenantAt('http://127.0.0.1');
  for (const secret of [password, clientSecret, 'eyJ', 'code=']) expect(text).not.toContain(secret);
});
