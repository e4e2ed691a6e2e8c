import { generateKeyPairSync } from 'node:crypto';
import { accountTables } from '@backroom/backend/store/accounts';
import { type AccountId, accountIdSchema } from '@backroom/shared';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tablesWith } from '../../backend/test/rows-of.ts';
import { openSecurityWorld, type SecurityWorld } from './world.ts';

let world: SecurityWorld;
beforeEach(async () => {
  world = await openSecurityWorld();
});
afterEach(() => world.close());
const account: AccountId = accountIdSchema.parse('hubspot:4242');
const panel = '/v1/records/deal/5001/panels?only=invoices';
const settings = { method: 'PUT', body: { writeBack: true } };

/** Everything that outlives a request: a session, an unused link, an unused document link. */
async function opened() {
  const cookie = await world.signIn();
  const link = new URL(((await world.ask('/v1/desk/link', { method: 'POST', body: {} })).data as { url: string }).url);
  const answer = await world.ask(panel);
  const { panels } = answer.data as { panels: { invoices: { data: { invoices: { id: string; hasPdf: boolean }[] } } } };
  const invoice = panels.invoices.data.invoices.find(({ hasPdf }) => hasPdf);
  const body = { recordType: 'deal', recordId: '5001' };
  const pdf = await world.ask(`/v1/invoices/${invoice?.id}/link`, { method: 'POST', body });
  const document = new URL((pdf.data as { url: string }).url);
  return {
    async areDead() {
      expect((await world.desk('/orders', cookie)).status).toBe(401);
      expect((await fetch(`${world.backendUrl}${link.pathname}`, { redirect: 'manual' })).status).toBe(410);
      expect((await fetch(`${world.backendUrl}${document.pathname}`)).status).toBe(404);
    },
  };
}
const rowsLeft = () => tablesWith(world.store.db, account);

test('HubSpot takes the grant back: everything ends at once, and comes back new after an install', async () => {
  const before = await opened();
  // As HubSpot has it: no call tells of an uninstall, the next use of the grant is refused.
  await fetch(`${world.pageUrl}/hubspot-api/oauth/2026-03/token/revoke`, {
    method: 'POST',
    body: new URLSearchParams({ client_secret: 'playground-secret-not-for-production', token: 'playground-refresh' }),
  });
  await world.store.db
    .updateTable('accounts')
    .set({ grant_checked_at: new Date(0) })
    .execute();
  const tokens = await world.backend.crms.tokens.get(account, true);
  if (tokens) await world.backend.crms.tokens.put(account, { ...tokens, expiresAt: 0 });
  await world.backend.lifecycle.sweep();
  for (const [path, more] of [
    [panel, {}],
    ['/v1/settings', {}],
    ['/v1/settings', settings],
    ['/v1/desk/link', { method: 'POST', body: {} }],
  ] as const)
    expect([path, (await world.ask(path, more)).code]).toEqual([path, 'account_disconnected']);
  await before.areDead();

  await world.backend.lifecycle.connected(account, 'hubspot', 'test');
  await before.areDead();
  expect((await world.ask('/v1/settings')).code).toBeUndefined();
  // Kept for thirty days, then deleted.
  await world.backend.lifecycle.disconnect(account);
  await world.store.db
    .updateTable('accounts')
    .set({ state_at: new Date(Date.now() - 29 * 86_400_000) })
    .where('id', '=', account)
    .execute();
  await world.backend.lifecycle.sweep();
  expect(await rowsLeft()).not.toEqual([]);
  await world.store.db
    .updateTable('accounts')
    .set({ state_at: new Date(Date.now() - 31 * 86_400_000) })
    .where('id', '=', account)
    .execute();
  await world.backend.lifecycle.sweep();
  expect(await rowsLeft()).toEqual([]);
});

test('HubSpot’s journal tells of an uninstall, while the token is still good and nobody asks for anything', async () => {
  const cookie = await world.signIn();
  const { journal } = world.portal;
  const at = (ms: number) => new Date(Date.now() + ms);
  // It came back after it had left; others never were here, or only came.
  journal.push(
    { action: 'APP_UNINSTALL', portalId: 4242, at: at(-86_400_000) },
    { action: 'APP_UNINSTALL', portalId: 1, at: at(0) },
    { action: 'APP_INSTALL', portalId: 4242, at: at(0) },
  );
  await world.backend.accounts.put(account, 'hubspot', at(-3_600_000));
  await world.backend.lifecycle.followDepartures();
  expect((await world.ask('/v1/settings')).code).toBeUndefined();
  await fetch(`${world.pageUrl}/hubspot-api/oauth/2026-03/token/revoke`, {
    method: 'POST',
    body: new URLSearchParams({ client_secret: 'playground-secret-not-for-production', token: 'playground-refresh' }),
  });
  expect((await world.ask('/v1/settings')).code).toBeUndefined();
  await world.backend.lifecycle.followDepartures();
  expect((await world.ask('/v1/settings')).code).toBe('account_disconnected');
  expect((await world.desk('/orders', cookie)).status).toBe(401);
});

test('an admin uninstalls: the CRM is told, nothing of the account is left in any table, and a new install starts empty', async () => {
  const before = await opened();
  const wrong = await world.ask('/v1/account/uninstall', { method: 'POST', body: { account: 'hubspot:1' } });
  expect(wrong.code).toBe('invalid_input');
  expect((await world.ask('/v1/account/uninstall', { method: 'POST', body: { account } })).data).toEqual({
    removed: true,
  });
  expect(await rowsLeft()).toEqual([]);
  expect((await world.ask('/v1/settings')).code).toBe('account_unknown');
  await before.areDead();
  expect(accountTables.length).toBeGreaterThan(10);
  // HubSpot was told: its token is dead.
  const answer = await fetch(`${world.pageUrl}/hubspot-api/account-info/2026-03/details`, {
    headers: { authorization: 'Bearer playground-access' },
  });
  expect(answer.status).toBe(401);
  await world.backend.lifecycle.connected(account, 'hubspot', 'test');
  await before.areDead();
  expect((await world.ask('/v1/settings')).data).toMatchObject({ connection: null });
  // What a request under way wrote behind the removal goes with the next sweep.
  await world.backend.accounts.remove(account);
  await world.store.db.insertInto('used_tokens').values({ account, jti: 'late', until: new Date() }).execute();
  await world.backend.lifecycle.sweep();
  expect(await rowsLeft()).toEqual([]);
});

test('uninstalled from the desk: the account’s name is typed, and the page says that nothing is left', async () => {
  const cookie = await world.signIn();
  const wrong = await world.desk('/access/uninstall', cookie, { account: '4242' });
  expect([wrong.status, (await wrong.text()).includes('This doesn’t match the account name.')]).toEqual([422, true]);
  const gone = await world.desk('/access/uninstall', cookie, { account });
  expect(await gone.text()).toContain('All data of this account has been deleted.');
  expect(await rowsLeft()).toEqual([]);
});

test('a contact’s privacy deletion takes its e-mail address out of what we keep', async () => {
  const company = '7008';
  const body = { action: 'create', idempotencyKey: 'privacy-0001' };
  const created = await world.ask(`/v1/records/company/${company}/link`, { method: 'POST', body });
  expect(created.code).toBeUndefined();
  const kept = () =>
    world.store.db
      .selectFrom('submissions')
      .select(['payload', 'contact_id'])
      .where('kind', '=', 'customer')
      .executeTakeFirstOrThrow();
  const { contact_id, payload } = await kept();
  const email = (payload as { customer: { email: string | null } }).customer.email;
  expect([typeof email, typeof contact_id]).toEqual(['string', 'string']);
  // As an order and what a rep entered for one have the contact.
  const contact = { id: String(contact_id), name: 'Alex Privat', email, phone: null };
  const { store } = world;
  const row = await store.db
    .selectFrom('submissions')
    .selectAll()
    .where('kind', '=', 'customer')
    .executeTakeFirstOrThrow();
  const order = { kind: 'order', order: { poNumber: 'PO-1', contact } };
  const more = {
    different_from: '[]',
    problem: null,
    erp_total: null,
    erp_holds: null,
    differences: null,
    next_try_at: null,
    written_back: true,
  };
  const copy = { ...row, ...more, id: crypto.randomUUID(), kind: 'order', revision: 'r', reference: 'BR-PRIVACY0001' };
  await store.db
    .insertInto('submissions')
    .values({ ...copy, payload: JSON.stringify(order) })
    .execute();
  await store.db
    .insertInto('order_entries')
    .values({
      account,
      record_id: '1',
      revision: 'r',
      entries: JSON.stringify({ contact }),
      entered_by: 'x',
      entered_at: new Date(),
    })
    .execute();
  // The customer has a second contact, who is forgotten first.
  const made = payload as { customer: { contacts: object[] }; people: string[] };
  expect(made.people).toEqual([contact_id]);
  const second = { name: 'Kim Zweit', role: null, email: 'kim@quellwasser.example', phone: null };
  const both = {
    ...made,
    customer: { ...made.customer, contacts: [...made.customer.contacts, second] },
    people: [contact_id, '99887766'],
  };
  await store.db
    .updateTable('submissions')
    .set({ payload: JSON.stringify(both) })
    .where('id', '=', row.id)
    .execute();
  const forget = async (contactId: number) => {
    const event = {
      portalId: 4242,
      occurredAt: Date.now(),
      subscriptionType: 'contact.privacyDeletion',
      objectId: contactId,
    };
    expect((await world.ask('/hubspot/webhooks', { method: 'POST', body: [event], plain: true })).status).toBe(200);
  };
  await forget(99887766);
  expect((await kept()).payload).toEqual(made);
  await forget(Number(contact_id));
  expect(JSON.stringify((await kept()).payload)).not.toMatch(/quellwasser\.example|Alex/);
  const orders = await store.db.selectFrom('submissions').select('payload').where('id', '=', copy.id).execute();
  expect(orders.map(({ payload }) => payload)).toEqual([{ kind: 'order', order: { poNumber: 'PO-1' } }]);
  expect(await store.db.selectFrom('order_entries').select('record_id').execute()).toEqual([]);
  await store.db.deleteFrom('submissions').where('id', '=', copy.id).execute();
});

test('what another process did to the account is known here within a second', async () => {
  const other = await openSecurityWorldBeside(world);
  expect((await world.ask('/v1/settings')).code).toBeUndefined();
  await other.disconnect();
  await expect.poll(async () => (await world.ask('/v1/settings')).code, { timeout: 3000 }).toBe('account_disconnected');
});
/** As another process would: past the memory of this one, straight into the database. */
async function openSecurityWorldBeside({ store }: SecurityWorld) {
  const { accountStore } = await import('@backroom/backend/store/accounts');
  const { createVault } = await import('@backroom/backend/access/secrets');
  const accounts = accountStore(store.db, createVault([Buffer.alloc(32, 1).toString('base64')]));
  return { disconnect: () => accounts.disconnect(account) };
}

test('a marketplace install completes without our cookie and ends at HubSpot only', async () => {
  const begin = (query: Record<string, string>) =>
    fetch(`${world.backendUrl}/hubspot/oauth/callback?${new URLSearchParams(query)}`, { redirect: 'manual' });
  await world.backend.accounts.remove(account);
  const returnUrl = 'https://app-eu1.hubspot.com/integrations-settings/4242/installed?x=1';
  const done = await begin({ code: 'code-1', returnUrl });
  expect([done.status, done.headers.get('location')]).toEqual([302, returnUrl]);
  expect(done.headers.get('set-cookie')).toBeNull();
  expect((await world.backend.accounts.get(account))?.state).toBe('connected');
  for (const [index, elsewhere] of [
    'https://evil.example/',
    'https://app.hubspot.com.evil.example/',
    'https://evil.example/app.hubspot.com',
    'https://app.hubspot.com@evil.example/',
    'https://app-eu1.hubspot.com:8443/',
    'http://app.hubspot.com/',
    'https://apphubspot.com/',
    'https://appXhubspot.com/',
    'javascript:alert(1)//app.hubspot.com',
    '//evil.example',
    '/\\evil.example',
  ].entries()) {
    const answer = await begin({ code: `code-1${index}`, returnUrl: elsewhere });
    expect([elsewhere, answer.status, answer.headers.get('location')]).toEqual([elsewhere, 200, null]);
  }
  // A used code ends on a page of ours, in words, and never at the address in the query.
  const used = await begin({ code: 'code-1', returnUrl });
  expect([
    used.status >= 400,
    used.headers.get('location'),
    used.headers.get('content-type')?.startsWith('text/html'),
  ]).toEqual([true, null, true]);
  // Neither state nor return address; a state without its cookie.
  for (const query of [{ code: 'code-2' }, { code: 'code-3', state: 'forged', returnUrl }] as Record<string, string>[])
    expect((await begin(query)).status).toBe(403);
});

const pem = () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return publicKey.export({ type: 'spki', format: 'pem' }).toString();
};
test('another site cannot bring its certificate into an org; an admin confirms the fingerprint on our page, and takes it away', async () => {
  const form = (certificate: string) => new URLSearchParams({ certificate, kid: 'Evil', org: 'production' }).toString();
  const install = (headers: Record<string, string>, body = form(pem())) =>
    fetch(`${world.backendUrl}/salesforce/oauth/install`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    });
  for (const headers of [
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://app.backroom.example.evil.example' },
    {},
    { origin: 'https://evil.example', 'content-type': 'text/plain' },
  ]) {
    const refused = await install(headers as Record<string, string>);
    expect([JSON.stringify(headers), refused.status, refused.headers.get('set-cookie')]).toEqual([
      JSON.stringify(headers),
      403,
      null,
    ]);
  }
  const own = { origin: 'https://app.backroom.example', 'sec-fetch-site': 'same-origin' };
  // Even where it gets that far, say by an admin who was sent there: nothing counts before the last button.
  const begun = await install(own);
  expect(begun.status).toBe(302);
  const cookie = world.cookieOf(begun);
  const consent = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
  const back = new URL(consent.headers.get('location') ?? '');
  const page = await fetch(`${world.backendUrl}${back.pathname}${back.search}`, {
    headers: { cookie },
    redirect: 'manual',
  });
  const text = await page.text();
  expect(text).toContain('SHA-256 fingerprint');
  const fingerprint = /<dd><code>([0-9A-F:]{95})</.exec(text)?.[1] ?? '';
  expect(fingerprint).not.toBe('');
  const org = (await world.store.db.selectFrom('salesforce_orgs').select('account').executeTakeFirstOrThrow())
    .account as AccountId;
  const known = async () =>
    ((await world.backend.crms.certificatesOf(org)?.list(org)) ?? []).map((each) => each.fingerprint);
  expect(await known()).not.toContain(fingerprint);
  const ticket = page.headers.getSetCookie().find((each) => each.includes('backroom_sf_confirm')) ?? '';
  expect(ticket).toMatch(/^__Host-/);
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(ticket).toContain(part);
  const confirm = (headers: Record<string, string>) =>
    fetch(`${world.backendUrl}/salesforce/oauth/confirm`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  const withTicket = { cookie: ticket.split(';')[0] ?? '' };
  expect(
    (await confirm({ ...withTicket, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status,
  ).toBe(403);
  expect((await confirm(own)).status).toBe(403);
  expect(await known()).not.toContain(fingerprint);
  expect((await confirm({ ...withTicket, ...own })).status).toBe(200);
  expect(await known()).toContain(fingerprint);
  expect((await confirm({ ...withTicket, ...own })).status).toBe(403);
  const log = await world.backend.audit.list(org, 10);
  expect(log.map(({ event, target }) => [event, target?.includes(fingerprint)])).toContainEqual([
    'certificate_registered',
    true,
  ]);
  expect(await world.backend.crms.certificatesOf(org)?.remove(org, fingerprint)).toBe(true);
  expect(await known()).not.toContain(fingerprint);
});
