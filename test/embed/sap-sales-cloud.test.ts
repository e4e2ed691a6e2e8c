import { account, extend, HOST, tenantAt } from '@backroom/backend/crm/sap-sales-cloud/conformance';
import type { Preview } from '@backroom/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people, startSalesCloud } from '../stand-ins/sap-sales-cloud/start.ts';
import { type EmbedWorld, embedWorld, FRAME, ORIGIN } from './world.ts';

const rep = { ...people.rep, groups: ['Backroom_Users'] };
type Person = Parameters<Vendor['identity']['sitsDown']>[0];
type Vendor = Awaited<ReturnType<typeof startSalesCloud>>;
let vendor: Vendor;
let world: EmbedWorld;
const logged: unknown[] = [];

beforeAll(async () => {
  vendor = await startSalesCloud({ application: { redirectUris: [`${ORIGIN}/sap-sales-cloud/signed-in`] } });
  extend(vendor);
  world = await embedWorld(
    'sap-sales-cloud',
    { SAP_SALES_CLOUD_SETUP_CODE: 'a-set-up-code-of-a-test' },
    { log: (...line) => void logged.push(line) },
  );
  const { backend } = world;
  await backend.accounts.put(account, 'sap-sales-cloud');
  const more = tenantAt(vendor.url, { issuer: vendor.issuer });
  await backend.crms.tokens.put(account, { accessToken: '', refreshToken: '', expiresAt: 0, more });
  await world.connect(account);
});
afterAll(async () => {
  await world?.end();
  await vendor?.close();
});

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
  const begun = await world.ask(`/sap-sales-cloud/sign-in?tenant=${HOST}`);
  const cookie = begun.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const page = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
  const back = new URL(page.headers.get('location') ?? '');
  const html = await (await world.ask(`${back.pathname}${back.search}`, { headers: { cookie } })).text();
  return /name="backroom-proof" content="([^"]+)"/.exec(html)?.[1] ?? '';
}
const pageOf = (tenant: string = HOST) => world.page({ tenant });
const exchange = (proof: string, place: Record<string, string>) =>
  world.exchange({ tenant: HOST }, proof, { tenant: HOST, ...place });

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
      const { status, json } = await world.v1(`/v1/records/deal/${id}/panels?only=stock`, data?.token ?? '');
      expect([status, json.data]).toMatchObject([
        200,
        { record: { name: 'Pumps' }, panels: { stock: { state: 'ready', data: { lines: [{ code: 'PMP-001' }] } } } },
      ]);
      const elsewhere = await world.v1(`/v1/records/deal/${other}/panels?only=stock`, data?.token ?? '');
      expect(elsewhere.json.code).toBe('record_not_found');
      const stolen = await world.v1(`/v1/records/deal/${id}/panels?only=stock`, data?.token ?? '', 'g'.repeat(43));
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
      const response = await world.ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
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
    await world.backend.accounts.saveSettings(account, { flowsOff: [], writeBack: true, propertiesReady: true });
    const adapter = await world.backend.services.erpFor(account);
    const found = await adapter.customers?.search({ queries: [{ erpNumber: 'C-1001' }] }, {
      signal: AbortSignal.timeout(5000),
    } as never);
    const [customer] = found?.results[0] ?? [];
    const company = {
      type: 'company' as const,
      id: (vendor.tenant.rowOf('opportunity', id).account as { id: string }).id,
    };
    if (!customer) throw new Error('no customer');
    await world.backend.links.put(account, company, customer, rep.email, new Date());
    await world.backend.startWorker();
    const { look, convert } = await opened(id);
    const preview = await look();
    expect([preview.canConvert, preview.quotedNet?.amount]).toEqual([true, '1009.00']);
    const [first, again] = [await convert(preview, 'sap-sales-cloud-1'), await convert(preview, 'sap-sales-cloud-1')];
    expect([first.data?.id, again.data?.id]).toEqual([expect.any(String), first.data?.id]);
    const stored = () => vendor.desk.stored('opportunity', id, 'BackroomOrderNumber');
    await expect.poll(stored, { timeout: 30_000 }).toMatch(/^SO-/);
    const { orders } = (await (await fetch(`${world.erp.url}/orders`)).json()) as {
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
