import { solution } from '@backroom/backend/crm/dynamics-sales/conformance';
import { accountIdSchema } from '@backroom/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apps, ORGANIZATION, people, startDataverse, TENANT } from '../stand-ins/dataverse/start.ts';
import { type EmbedWorld, embedWorld } from './world.ts';

const account = accountIdSchema.parse(`dynamics-sales:${ORGANIZATION}`);
const { clientId, secret } = apps.backroom;
let vendor: Awaited<ReturnType<typeof startDataverse>>;
let world: EmbedWorld;

beforeAll(async () => {
  vendor = await startDataverse();
  vendor.desk.installSolution(solution);
  world = await embedWorld('dynamics-sales', {
    ...{ DYNAMICS_SALES_CLIENT_ID: clientId, DYNAMICS_SALES_CLIENT_SECRET: secret, DYNAMICS_SALES_SIGN_IN: vendor.url },
  });
  const { backend } = world;
  await backend.accounts.put(account, 'dynamics-sales');
  const more = { url: vendor.url, tenant: TENANT };
  await backend.crms.tokens.put(account, { accessToken: '', refreshToken: '', expiresAt: 0, more });
  await world.connect(account);
});
afterAll(async () => {
  await world?.end();
  await vendor?.close();
});

const proofOf = (oid: string, claims: object = {}) =>
  vendor.keys.token({ aud: clientId, oid, preferred_username: 'mina@x.example', ...claims });
const lines = [{ code: 'PMP-001', name: 'Pump', quantity: '2', price: '504.50' }];
const sale = () =>
  vendor.fill.deal({
    name: 'Pumps',
    currency: 'EUR',
    company: { name: 'Nordwind GmbH' },
    quotes: [{ status: 'accepted', lines }],
  });
const pageOf = (orgId: string = ORGANIZATION, lcid = '1033') => world.page({ orgId, lcid });
const exchange = (proof: string, place: Record<string, string>) =>
  world.exchange({ orgId: ORGANIZATION, lcid: '1033' }, proof, { orgId: ORGANIZATION, ...place });

test('the page may be held by the organisation alone, and by nobody where it names none of ours', async () => {
  const own = await pageOf();
  expect(own.policy).toContain(`frame-ancestors ${vendor.url}`);
  expect(own.ticket).not.toBe('');
  const strange = await pageOf('00000000-0000-4000-8000-000000000003');
  expect([strange.ticket, strange.policy.includes("frame-ancestors 'none'")]).toEqual(['', true]);
});

test('the page speaks the language that the person has in Dynamics, or the browser’s where that is none of ours', async () => {
  for (const [lcid, locale, word] of [
    ['1031', 'de', 'Anmelden'],
    ['2058', 'es', 'Iniciar'],
    ['2064', 'it', 'Accedi'],
    ['1041', '', 'Sign in'],
    ['x', '', 'Sign in'],
  ] as const) {
    const page = await pageOf(ORGANIZATION, lcid);
    expect([page.locale, page.words.includes(word)], lcid).toEqual([locale, true]);
  }
});

describe('a person whom Entra proves', () => {
  test('sees the sale of the opportunity and of its quote, and no other record', async () => {
    const [id, other] = [sale(), sale()];
    const quote = String(vendor.store.one('select quoteid as id from quote where _opportunityid_value = ?', id)?.id);
    for (const [entity, at] of [
      ['opportunity', id],
      ['quote', quote],
    ] as const) {
      const { data } = await exchange(proofOf(people.rep.oid, { jti: entity }), { entity, id: at });
      expect(data?.record).toEqual({ type: 'deal', id });
      const { status, json } = await world.v1(`/v1/records/deal/${id}/panels?only=stock`, data?.token ?? '');
      expect([status, json.data]).toMatchObject([
        200,
        { record: { name: 'Pumps' }, panels: { stock: { state: 'ready', data: { lines: [{ code: 'PMP-001' }] } } } },
      ]);
      const elsewhere = await world.v1(`/v1/records/deal/${other}/panels?only=stock`, data?.token ?? '');
      expect(elsewhere.json.code).toBe('record_not_found');
    }
  });
  test('gets one session for a token, and none for a record that the organisation hides from him', async () => {
    const id = sale();
    const proof = proofOf(people.rep.oid, { jti: 'once' });
    expect((await exchange(proof, { entity: 'opportunity', id })).data).not.toBeNull();
    expect((await exchange(proof, { entity: 'opportunity', id })).code).toBe('signature_replayed');
    vendor.desk.access.denyRecord(people.rep.id, id);
    expect((await exchange(proofOf(people.rep.oid, { jti: 'hidden' }), { entity: 'opportunity', id })).code).toBe(
      'record_not_found',
    );
  });
  test('signs in by our window: Entra’s code is traded once, by the browser that began it', async () => {
    const id = sale();
    const begun = await world.ask(`/dynamics-sales/sign-in?orgId=${ORGANIZATION}`);
    const cookie = (begun.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
    const entra = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
    const back = (entra.headers.get('location') ?? '').replace('http://backroom.test', '');
    expect(back).toContain('/dynamics-sales/signed-in?code=');
    expect((await world.ask(back)).status).toBe(403);
    const html = await (await world.ask(back, { headers: { cookie } })).text();
    const proof = /name="backroom-proof" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect((await exchange(proof, { entity: 'opportunity', id })).data?.record).toEqual({ type: 'deal', id });
    expect((await world.ask(back, { headers: { cookie } })).ok).toBe(false);
  });
  test('of another tenant, or of no organisation of ours, gets none', async () => {
    const id = sale();
    const elsewhere = {
      tid: '00000000-0000-4000-8000-000000000002',
      iss: 'https://login.microsoftonline.com/00000000-0000-4000-8000-000000000002/v2.0',
    };
    expect((await exchange(proofOf(people.rep.oid, elsewhere), { entity: 'opportunity', id })).code).toBe(
      'signature_invalid',
    );
    const strange = { orgId: '00000000-0000-4000-8000-000000000003', entity: 'opportunity', id };
    expect((await exchange(proofOf(people.rep.oid, { jti: 'x' }), strange)).code).toBe('account_unknown');
  });
  test('who administers the organisation is an admin here', async () => {
    const { data } = await exchange(proofOf(people.admin.oid, { jti: 'admin' }), { entity: 'opportunity', id: sale() });
    expect(data?.isAdmin).toBe(true);
  });
});
