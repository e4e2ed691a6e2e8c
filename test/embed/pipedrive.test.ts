import { createServer, type Server } from 'node:http';
import { accountIdSchema, type Preview } from '@backroom/shared';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPipedrive } from '../stand-ins/pipedrive/start.ts';
import { closing, listening } from '../stand-ins/servers.ts';
import { type EmbedWorld, embedWorld, FRAME } from './world.ts';

const account = accountIdSchema.parse('pipedrive:4711001');
type Vendor = Awaited<ReturnType<typeof startPipedrive>>;
let vendor: Vendor;
let world: EmbedWorld;
let origin = '';
let front: Server;
const logged: unknown[] = [];

beforeAll(async () => {
  let handle: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  front = createServer((request, response) => void getRequestListener((asked) => handle(asked))(request, response));
  origin = await listening(front, 0);
  vendor = await startPipedrive({ app: { redirectUri: `${origin}/pipedrive/oauth/callback` } });
  world = await embedWorld(
    'pipedrive',
    {
      ...{ PIPEDRIVE_CLIENT_ID: vendor.app.clientId, PIPEDRIVE_CLIENT_SECRET: vendor.app.clientSecret },
      ...{ PIPEDRIVE_JWT_SECRET: vendor.app.jwtSecret, PIPEDRIVE_OAUTH_BASE: vendor.url },
    },
    { origin, log: (...line) => void logged.push(line) },
  );
  handle = world.backend.app.fetch;
});
afterAll(async () => {
  await world?.end();
  await closing([front]);
  await vendor?.close();
});

const users = () => {
  const [admin, rep, other] = vendor.desk.users;
  if (!admin || !rep || !other) throw new Error('the cast has three users');
  return { admin: admin.id, rep: rep.id, other: other.id };
};
/** A browser of its own: cookies are kept, redirects are followed. */
function browser() {
  const cookies = new Map<string, string>();
  async function open(url: string, init: RequestInit = {}): Promise<{ status: number; text: string }> {
    const headers = {
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(init.headers as object),
    };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const each of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (each.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const to = response.headers.get('location');
    return to ? open(to) : { status: response.status, text: await response.text() };
  }
  return { open, cookies };
}
async function install(user: number): Promise<void> {
  vendor.desk.sitsDown(user);
  const { status, text } = await browser().open(`${origin}/pipedrive/oauth/install`);
  expect([status, text]).toEqual([200, expect.stringContaining('Account pipedrive:4711001')]);
}
const pageOf = (companyId = '4711001') => world.page({ companyId });
const placeOf = (user: number, id: number | string, resource = 'deal') => ({
  ...{ companyId: '4711001', userId: String(user), resource, view: 'details', selectedIds: String(id) },
});
const exchange = (proof: string, place: Record<string, string>) =>
  world.exchange({ companyId: '4711001' }, proof, place);
async function v1(path: string, token: string) {
  const { status, json } = await world.v1(path, token);
  return { status, code: json.code ?? null };
}
const stateOf = async () => (await world.backend.accounts.get(account))?.state ?? null;
const prepared = async () => expect.poll(() => vendor.webhooks.hooks.size, { timeout: 10_000 }).toBe(4);

describe('an installation', () => {
  test('that began here is bound to its browser', async () => {
    vendor.desk.sitsDown(users().admin);
    const stolen = new URL(vendor.desk.marketplaceInstall(users().admin));
    stolen.searchParams.set('state', 'somebody-else');
    expect((await browser().open(String(stolen))).status).toBe(403);
    expect(await stateOf()).toBeNull();
    await install(users().admin);
    expect(await stateOf()).toBe('connected');
    await prepared();
    expect(vendor.fields.custom('deal').map(({ field_name }) => field_name)).toContain('ERP order number');
  });

  test('that somebody refuses changes nothing', async () => {
    vendor.desk.sitsDown(null);
    const { status, text } = await browser().open(`${origin}/pipedrive/oauth/install`);
    expect([status, text]).toEqual([200, expect.stringContaining('was not installed')]);
  });

  test('from the Marketplace is confirmed by the person who sits there, once', async () => {
    const own = browser();
    const { text } = await own.open(vendor.desk.marketplaceInstall(users().rep));
    expect(text).toContain('Connect Pipedrive?');
    expect(text).toContain('nordlicht');
    const rows = () =>
      world.store.db
        .selectFrom('pipedrive_grants')
        .select(['user_id', 'sealed'])
        .where('account', '=', account)
        .execute();
    expect(await rows()).toHaveLength(1);
    const confirm = (to: ReturnType<typeof browser>, from = origin) =>
      to.open(`${origin}/pipedrive/oauth/confirm`, {
        method: 'POST',
        headers: { origin: from, 'content-type': 'application/x-www-form-urlencoded' },
      });
    // Neither another browser nor another site presses the button.
    expect((await confirm(browser())).status).toBe(403);
    expect((await confirm(own, 'https://elsewhere.example')).status).toBe(403);
    const cookies = new Map(own.cookies);
    expect((await confirm(own)).status).toBe(200);
    // The admin's grant stays in use, and the other one waits under the vault's seal.
    const [admin, rep] = (await rows()).sort((left, right) => Number(left.user_id) - Number(right.user_id));
    expect([admin?.sealed, typeof rep?.sealed]).toEqual([null, 'string']);
    const again = browser();
    for (const [name, value] of cookies) again.cookies.set(name, value);
    expect((await confirm(again)).status).toBe(403);
  });
});

describe('a panel', () => {
  test('shows its deal to a user who may see it, for each of his tokens once', async () => {
    const { plain, denied } = vendor.ids;
    const { rep, other } = users();
    expect((await pageOf()).policy).toContain(`frame-ancestors ${vendor.url} https://app.pipedrive.com`);
    const proof = vendor.desk.panelToken(rep);
    const { data } = await exchange(proof, placeOf(rep, plain));
    expect(data?.record).toEqual({ type: 'deal', id: String(plain) });
    // Past the proof: this account has no ERP.
    const panels = (id: number) => `/v1/records/deal/${id}/panels?only=customer`;
    expect(await v1(panels(plain), data?.token ?? '')).toEqual({ status: 409, code: 'erp_not_connected' });
    expect(await v1(panels(vendor.ids.won), data?.token ?? '')).toEqual({ status: 404, code: 'record_not_found' });
    expect(await exchange(proof, placeOf(rep, plain))).toMatchObject({ status: 401, data: null });
    // A record that Pipedrive does not show him.
    vendor.desk.passTime(1000);
    expect(await exchange(vendor.desk.panelToken(rep), placeOf(rep, denied))).toMatchObject({
      status: 404,
      data: null,
    });
    expect((await exchange(vendor.desk.panelToken(other), placeOf(other, denied))).status).toBe(200);
    // The same of an organisation.
    const organization = Number(vendor.company.rowOf('deal', plain).org_id);
    const ofOrganization = (serial: number) =>
      exchange(vendor.desk.panelToken(other, { claims: { serial } }), placeOf(other, organization, 'organization'));
    const opened = await ofOrganization(1);
    expect(opened.data?.record).toEqual({ type: 'company', id: String(organization) });
    vendor.desk.deny(other, 'organization', organization);
    const denying = await ofOrganization(2);
    expect(denying).toMatchObject({ status: 404, data: null });
    vendor.desk.allow(other, 'organization', organization);
    expect(await exchange(vendor.desk.panelToken(rep), placeOf(other, plain))).toMatchObject({
      status: 401,
      data: null,
    });
  });

  test('of 100 tokens that were used already none opens another one', async () => {
    const { rep } = users();
    const proof = vendor.desk.panelToken(rep, { claims: { serial: 1 } });
    expect((await exchange(proof, placeOf(rep, vendor.ids.plain))).status).toBe(200);
    const again = await Promise.all(Array.from({ length: 100 }, () => exchange(proof, placeOf(rep, vendor.ids.plain))));
    expect(again.filter(({ data }) => data !== null)).toEqual([]);
  });
});

describe('what Pipedrive tells', () => {
  test('is heard at the secret address with its password, and nowhere else', async () => {
    const [hook] = vendor.webhooks.hooks.values();
    if (!hook) throw new Error('no webhook');
    const basic = `Basic ${Buffer.from(`${hook.http_auth_user}:${hook.http_auth_password}`).toString('base64')}`;
    const body = (company: string) => ({
      meta: {
        action: 'change',
        entity: 'deal',
        entity_id: '1',
        company_id: company,
        timestamp: '2026-11-29T06:00:00Z',
      },
      ...{ data: null, previous: null },
    });
    const tell = async (url: string, authorization: string, company = '4711001') =>
      (
        await fetch(url, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify(body(company)),
        })
      ).status;
    expect(await tell(hook.subscription_url, basic)).toBe(200);
    expect(await tell(hook.subscription_url, 'Basic eDp5')).toBe(401);
    expect(await tell(`${hook.subscription_url}x`, basic)).toBe(401);
    expect(await tell(hook.subscription_url.replace('4711001', '4711002'), basic)).toBe(401);
    expect(await tell(hook.subscription_url, basic, '4711002')).toBe(403);
  });

  test('of a merge moves what belongs to the lost record', async () => {
    const [kept, lost] = ['Kept', 'Lost'].map((name) => vendor.desk.organization({ name }));
    vendor.desk.merge('organization', kept ?? 0, lost ?? 0);
    await vendor.desk.settled();
    expect(vendor.desk.deliveries().at(-1)?.status).toBe(200);
    const merged = await world.store.db
      .selectFrom('record_merges')
      .select(['old_id', 'new_id'])
      .where('account', '=', account)
      .execute();
    expect(merged).toContainEqual({ old_id: String(lost), new_id: String(kept) });
  });
});

describe('a sale', () => {
  test('becomes one ERP order, whose number comes back to the deal; a changed deal is another sale', async () => {
    const { rep } = users();
    await world.connect(account);
    await world.backend.accounts.saveSettings(account, { flowsOff: [], writeBack: true, propertiesReady: true });
    const lines = [
      { code: 'PMP-001', name: 'Pump', quantity: '2', price: '504.50', discountPercent: '10' },
      { code: 'PMP-002', name: 'Another pump', quantity: '1', price: '119' },
    ];
    const company = { name: 'Nordwind Maschinenbau GmbH', vatId: 'DE811000000', contactEmail: 'alex@nordwind.example' };
    const deal = vendor.desk.deal({ name: 'Pumps', currency: 'EUR', company, lines });
    const [, second = 0] = vendor.desk.linesOf(deal);
    vendor.desk.changeLine(second, { tax: '19', tax_method: 'inclusive' });
    vendor.desk.discount(deal, 'Framework', { percent: '5' });
    const organization = String(vendor.company.rowOf('deal', deal).org_id);
    const adapter = await world.backend.services.erpFor(account);
    const found = await adapter.customers?.search({ queries: [{ erpNumber: 'C-1001' }] }, {
      signal: AbortSignal.timeout(5000),
    } as never);
    const [customer] = found?.results[0] ?? [];
    if (!customer) throw new Error('no customer');
    await world.backend.links.put(
      account,
      { type: 'company', id: organization },
      customer,
      'ines@nordlicht.example',
      new Date(),
    );
    await world.backend.startWorker();

    const session = async () =>
      (await exchange(vendor.desk.panelToken(rep, { claims: { serial: Math.random() } }), placeOf(rep, deal))).data
        ?.token ?? '';
    const token = await session();
    async function post<Data>(path: string, body: object): Promise<Data> {
      const headers = {
        'x-backroom-session': token,
        'x-backroom-frame': FRAME,
        'x-backroom-once': crypto.randomUUID(),
      };
      const response = await fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const answer = (await response.json()) as { data?: Data };
      if (!answer.data) throw new Error(`${path}: ${JSON.stringify(answer)}`);
      return answer.data;
    }
    const look = () => post<Preview>(`/v1/records/deal/${deal}/preview`, {});
    const convert = ({ revision, checks }: Preview, idempotencyKey: string) =>
      post<{ id: string }>('/v1/orders', {
        dealId: String(deal),
        revision,
        acceptedWarnings: checks.map(({ code }) => code),
        idempotencyKey,
      });
    const preview = await look();
    expect(preview.canConvert).toBe(true);
    const [first, again] = [await convert(preview, 'pipedrive-0001'), await convert(preview, 'pipedrive-0001')];
    expect(again.id).toBe(first.id);
    await expect.poll(() => vendor.desk.stored('deal', deal, 'ERP order number'), { timeout: 30_000 }).toMatch(/^SO-/);
    const { orders } = (await (await fetch(`${world.erp.url}/orders`)).json()) as {
      orders: { reference: string; number: string }[];
    };
    const ours = orders.filter(({ reference }) => reference === preview.reference);
    expect(ours.map(({ number }) => number)).toEqual([vendor.desk.stored('deal', deal, 'ERP order number')]);
    // (2 × 504.50 − 10 % + 100) − 5 % = 957.695 net
    expect(preview.quotedNet?.amount).toMatch(/^957\.(69|70)/);

    // The order is there: the same deal is no second sale; another quantity would be.
    expect((await look()).revision).toBe(preview.revision);
    vendor.desk.changeLine(second, { quantity: '3' });
    await vendor.desk.settled();
    expect((await look()).revision).not.toBe(preview.revision);
  }, 60_000);
});

describe('the removal of the app', () => {
  test('by a stranger, or of before the installation, is no removal', async () => {
    const tell = async (authorization: string, timestamp: string) =>
      (
        await fetch(`${origin}/pipedrive/oauth/callback`, {
          method: 'DELETE',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify({
            client_id: vendor.app.clientId,
            company_id: 4_711_001,
            user_id: users().admin,
            timestamp,
          }),
        })
      ).status;
    expect(await tell('Basic eDp5', new Date().toISOString())).toBe(401);
    const basic = `Basic ${Buffer.from(`${vendor.app.clientId}:${vendor.app.clientSecret}`).toString('base64')}`;
    expect(await tell(basic, '2020-01-01 00:00:00')).toBe(200);
    expect(await stateOf()).toBe('connected');
  });

  test('by one user leaves the account to the others; the last one takes it along', async () => {
    const { admin, rep } = users();
    const { plain } = vendor.ids;
    expect(await vendor.desk.uninstall(admin)).toBe(200);
    expect(await stateOf()).toBe('connected');
    // The grant that waited is in use now.
    const crm = await world.backend.crms.crmFor(account);
    const read = () => crm.record({ type: 'deal', id: String(plain) }, world.backend.crms.callOf(account));
    expect((await read()).name).toBe('Pumps and valves');
    vendor.desk.passTime(1000);
    const { data } = await exchange(vendor.desk.panelToken(rep), placeOf(rep, plain));
    expect(await vendor.desk.uninstall(rep)).toBe(200);
    expect(await stateOf()).toBeNull();
    for (const table of ['pipedrive_grants', 'crm_tokens'] as const)
      expect(await world.store.db.selectFrom(table).select('account').where('account', '=', account).execute()).toEqual(
        [],
      );
    expect((await v1(`/v1/records/deal/${plain}/panels?only=customer`, data?.token ?? '')).status).toBe(403);
    expect((await pageOf()).ticket).toBe('');
  });

  test('is noticed without a notice too, and a new installation connects the account again', async () => {
    await install(users().other);
    vendor.oauth.end(users().other);
    const crm = await world.backend.crms.crmFor(account);
    await expect(
      crm.record({ type: 'deal', id: String(vendor.ids.plain) }, world.backend.crms.callOf(account)),
    ).rejects.toMatchObject({ kind: 'unauthorised' });
    expect(await stateOf()).toBe('disconnected');
    await install(users().admin);
    expect(await stateOf()).toBe('connected');
    expect(
      (await crm.record({ type: 'deal', id: String(vendor.ids.plain) }, world.backend.crms.callOf(account))).name,
    ).toBe('Pumps and valves');
  });
});

test('no secret and no token of a panel is written to the log', () => {
  const text = JSON.stringify(logged);
  for (const secret of [vendor.app.clientSecret, vendor.app.jwtSecret, 'v1u:', 'eyJ'])
    expect(text).not.toContain(secret);
});
