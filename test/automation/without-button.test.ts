import { createHash, randomUUID } from 'node:crypto';
import { accountIdSchema } from '@backroom/shared';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { faults } from '../../extension/playground/server/hubspot/errors.ts';
import { oneOfMany } from '../../extension/playground/server/hubspot/many.ts';
import { mergeRecords } from '../../extension/playground/server/hubspot/merge.ts';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';
import { askAsApex, salesforceDeals } from '../support/apex.ts';
import { signedRequest } from '../support/card.ts';

const hubspotId = accountIdSchema.parse('hubspot:4242');
vi.setConfig({ testTimeout: 120_000 });
const WAIT = { timeout: 100_000 };
let world: SecurityWorld;
let cookie: string;
beforeAll(async () => {
  world = await openSecurityWorld({ many: 4 });
  cookie = await world.signIn();
});
afterAll(() => world.close());
beforeEach(() => world.portal.blocked.clear());

type Outputs = Record<string, string>;
const execution = (deal: string, callbackId: string, more: object = {}) => ({
  callbackId,
  origin: { portalId: 4242, actionDefinitionId: 77 },
  context: { source: 'WORKFLOWS', workflowId: 9001 },
  object: { objectId: Number(deal), objectType: 'DEAL', properties: {} },
  inputFields: {},
  ...more,
});
/** A workflow runs an action for a deal, and waits where it is told to. */
async function runAction(action: string, body: ReturnType<typeof execution>) {
  world.portal.blocked.set(body.callbackId, null);
  const answer = await world.ask(`/hubspot/actions/${action}`, { method: 'POST', body, plain: true });
  return answer;
}
const answered = async (callback: string): Promise<Outputs> => {
  await expect.poll(() => world.portal.blocked.get(callback), { timeout: 20_000 }).toBeTruthy();
  return world.portal.blocked.get(callback) ?? {};
};
const ordersOf = async (deal: string) =>
  world.store.db
    .selectFrom('submissions')
    .selectAll()
    .where('account', '=', hubspotId)
    .where('kind', '=', 'order')
    .where('record_id', '=', deal)
    .execute();
const page = async () => (await world.desk('/automation', cookie)).text();

test('a workflow converts a deal that stands well, and is answered with the reference of its one order', async () => {
  const callbackId = randomUUID();
  await runAction('convert', execution('5001', callbackId));
  expect(await answered(callbackId)).toMatchObject({ result: 'ordered', reason: '' });
  const [order, ...others] = await ordersOf('5001');
  expect(others).toEqual([]);
  expect((await answered(callbackId)).reference).toBe(order?.reference);
});

test('what a rep would have to confirm waits for a person, with the reason, at the desk and on the card', async () => {
  const callbackId = randomUUID();
  await runAction('convert', execution('5002', callbackId));
  expect(await answered(callbackId)).toEqual({ result: 'person', reason: 'stock_short', reference: '' });
  expect(await ordersOf('5002')).toEqual([]);
  const shown = await page();
  expect(shown).toContain('Waiting for a person');
  expect(shown).toContain('/contacts/4242/record/0-3/5002');
  const { data } = await world.ask('/v1/records/deal/5002/panels?only=overview');
  expect(JSON.stringify(data)).toContain('automation_waiting');
});

test('a workflow that fires twice and the button at the same instant are one order', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  const preview = await world.ask('/v1/records/deal/5014/preview', { method: 'POST', body: {} });
  const { revision, checks } = preview.data as { revision: string; checks: { code: string; level: string }[] };
  const body = {
    dealId: '5014',
    revision,
    acceptedWarnings: [...new Set(checks.filter(({ level }) => level === 'warn').map(({ code }) => code))],
    idempotencyKey: randomUUID(),
  };
  await Promise.all([
    runAction('convert', execution('5014', first)),
    runAction('convert', execution('5014', second)),
    world.ask('/v1/orders', { method: 'POST', body }),
    runAction('convert', execution('5014', first)),
  ]);
  await Promise.all([answered(first), answered(second)]);
  expect(await ordersOf('5014')).toHaveLength(1);
  const kept = await world.store.db
    .selectFrom('conversions')
    .select('id')
    .where('key', '=', `workflow:${first}`)
    .execute();
  expect(kept).toHaveLength(1);
});

test('a CRM that has no calls left is no fault of the deal: it is tried again soon, however often', async () => {
  const callbackId = randomUUID();
  const deal = oneOfMany(3).id;
  const row = () =>
    world.store.db.selectFrom('conversions').selectAll().where('key', '=', `workflow:${callbackId}`).executeTakeFirst();
  for (let call = 0; call < 3; call += 1) world.portal.next.push(() => faults.tenSecondly());
  await runAction('convert', execution(deal, callbackId));
  await expect.poll(async () => (await row())?.findings, WAIT).toMatchObject({ problem: 'crm_busy' });
  expect((await row())?.tries).toBe(0);
  world.portal.next.length = 0;
  await expect.poll(() => world.portal.blocked.get(callbackId), { timeout: 40_000 }).toBeTruthy();
  // What the deal itself says, as if nothing had been in the way.
  expect(world.portal.blocked.get(callbackId)).toMatchObject({ result: 'person', reason: 'over_limit' });
});

test('an answer that nobody waits for any more keeps none of the others back', async () => {
  const waiting = Array.from({ length: 5 }, () => randomUUID());
  const gone = randomUUID();
  for (const callback of waiting) world.portal.blocked.set(callback, null);
  const requested_at = new Date();
  await world.store.db
    .insertInto('conversions')
    .values(
      [...waiting.slice(0, 2), gone, ...waiting.slice(2)].map((callback) => ({
        ...{ account: hubspotId, id: randomUUID(), cause: 'workflow', key: callback, callback, requested_at },
        ...{ record_type: 'deal', record_id: '999998', deal: '999998', run: null, requested_by: 'workflow' },
        ...{ state: 'nothing', telling: true, settled_at: requested_at, claim: null, lease_until: null },
        ...{ name: null, company: null, revision: null, submission: null },
      })),
    )
    .execute();
  for (const callback of waiting) expect(await answered(callback)).toMatchObject({ result: 'nothing' });
  const untold = () =>
    world.store.db.selectFrom('conversions').select('id').where('record_id', '=', '999998').where('telling', '=', true);
  await expect.poll(() => untold().execute()).toEqual([]);
});

test('a forged or old call, an unknown portal and a card’s own request convert nothing', async () => {
  const body = execution('5003', randomUUID());
  const ask = (more: object) => world.ask('/hubspot/actions/convert', { method: 'POST', body, ...more });
  expect((await ask({ plain: true, at: Date.now() - 301_000 })).code).toBe('signature_expired');
  // A card may have HubSpot's proxy sign any address of ours: the proxy's parameters give it away.
  expect((await ask({})).code).toBe('signature_invalid');
  const unsigned = await fetch(`${world.backendUrl}/hubspot/actions/convert`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(unsigned.status).toBe(401);
  const elsewhere = await ask({ plain: true, body: { ...body, origin: { portalId: 987654 } } });
  expect([elsewhere.status, elsewhere.code]).toEqual([403, 'account_unknown']);
  expect((await ask({ plain: true, body: { ...body, object: { objectId: 1, objectType: 'TICKET' } } })).code).toBe(
    'invalid_input',
  );
  expect(await world.store.db.selectFrom('conversions').select('id').where('record_id', '=', '5003').execute()).toEqual(
    [],
  );
});

test('version 2 of the signature, as HubSpot’s documents name it, counts once a callback', async () => {
  const callbackId = randomUUID();
  world.portal.blocked.set(callbackId, null);
  const body = JSON.stringify(execution('999999', callbackId));
  const url = 'https://app.backroom.example/hubspot/actions/convert';
  const send = (signature: string) =>
    fetch(`${world.backendUrl}/hubspot/actions/convert`, {
      method: 'POST',
      body,
      headers: { 'x-hubspot-signature-version': 'v2', 'x-hubspot-signature': signature },
    });
  const good = createHash('sha256').update(`playground-secret-not-for-productionPOST${url}${body}`).digest('hex');
  expect((await send(good.replace(/^./, (sign) => (sign === '0' ? '1' : '0')))).status).toBe(401);
  expect((await send(good)).status).toBe(200);
  expect((await send(good)).status).toBe(200);
  // The deal is gone: nothing to order, and said so.
  expect(await answered(callbackId)).toEqual({ result: 'nothing', reason: 'record_not_found', reference: '' });
});

test('credit and stock are read for the branches of a workflow; what is not known is never a figure', async () => {
  const credit = await runAction('credit', execution('5004', randomUUID()));
  expect(credit.status).toBe(200);
  expect(await figures('credit', '5004')).toMatchObject({ verdict: 'over_limit', currency: 'EUR' });
  expect(await figures('stock', '5002')).toMatchObject({ verdict: 'short', complete_by: '' });
  expect(await figures('stock', '5005')).toEqual({
    verdict: 'unknown',
    complete_by: '',
    lines_short: '',
    reason: 'stock_unknown',
  });
  expect(await figures('credit', '999999')).toMatchObject({ verdict: 'unknown', free: '', reason: 'record_not_found' });
});
async function figures(action: string, deal: string): Promise<Outputs> {
  const request = signedRequest(world.backendUrl, `/hubspot/actions/${action}`, {
    method: 'POST',
    body: execution(deal, randomUUID()),
    plain: true,
  });
  const answer = (await (await fetch(request)).json()) as { outputFields: Outputs };
  return answer.outputFields;
}

const quoteOf = (deal: string) => world.crm.associated('deals', deal, 'quotes')[0] ?? '';
/** What HubSpot tells when the buyer accepts. */
const told = (deal: string) =>
  world.ask('/hubspot/webhooks', {
    method: 'POST',
    plain: true,
    body: [
      {
        portalId: 4242,
        occurredAt: Date.now(),
        subscriptionType: 'object.propertyChange',
        objectTypeId: '0-14',
        objectId: Number(quoteOf(deal)),
        propertyName: 'hs_status',
        propertyValue: 'ACCEPTED',
      },
    ],
  });
const save = (form: Record<string, string>) => world.desk('/automation', cookie, form);
const rows = () =>
  world.store.db
    .selectFrom('conversions')
    .selectAll()
    .where('account', '=', hubspotId)
    .where('cause', '=', 'accepted')
    .execute();

test('an accepted quote is ordered only where an admin said so, and only in the chosen pipelines', async () => {
  world.portal.pipelines.push({ id: 'partners', label: 'Partner sales' });
  expect((await told('5010')).status).toBe(200);
  expect(await rows()).toEqual([]);

  expect((await save({ on: 'some' })).status).toBe(422);
  expect((await save({ on: 'some', pipeline: 'partners' })).status).toBe(303);
  const shown = await (await world.desk('/automation', cookie)).text();
  expect(shown).toContain('Partner sales');
  await told('5010');
  await expect.poll(rows, WAIT).toEqual([]);
  expect(await ordersOf('5010')).toEqual([]);

  world.crm.put('deals', '5010', { pipeline: 'partners' });
  await told('5010');
  await told('5010');
  await expect.poll(() => ordersOf('5010'), WAIT).toHaveLength(1);
  expect((await ordersOf('5010'))[0]?.created_by).toBe('automation');
});

test('a quote that nobody accepted is left alone; a warning waits for a person, who may try again or order nothing', async () => {
  await save({ on: 'all' });
  world.crm.put('quotes', quoteOf('5003'), { hs_status: 'APPROVED' });
  await told('5003');
  await told('5002');
  const waiting = async () => (await rows()).filter(({ state }) => state === 'person');
  await expect.poll(waiting, WAIT).toHaveLength(1);
  const [left] = await waiting();
  expect(left?.deal).toBe('5002');
  expect(await ordersOf('5003')).toEqual([]);

  expect((await world.desk(`/automation/${left?.id}`, cookie, { act: 'again' })).status).toBe(303);
  await expect.poll(waiting, WAIT).toHaveLength(1);
  await world.desk(`/automation/${left?.id}`, cookie, { act: 'dismiss' });
  expect(await waiting()).toEqual([]);
  const card = await world.ask('/v1/records/deal/5002/panels?only=overview');
  expect(JSON.stringify(card.data)).not.toContain('automation_waiting');
});

test('a deal that was merged is ordered once, as its survivor', async () => {
  const [lost, kept] = [oneOfMany(1).id, oneOfMany(2).id];
  world.crm.put('quotes', quoteOf(lost), { hs_status: 'REJECTED' });
  const { survivor } = mergeRecords(world.crm, world.portal, 'deals', kept, lost);
  const [first, second] = [randomUUID(), randomUUID()];
  await runAction('convert', execution(lost, first));
  await runAction('convert', execution(kept, second));
  const results = [await answered(first), await answered(second)];
  expect(results.map(({ result }) => result)).toEqual(['ordered', 'ordered']);
  expect(results[0]?.reference).toBe(results[1]?.reference);
  expect(await ordersOf(survivor)).toHaveLength(1);
  expect(
    [...(await ordersOf(lost)), ...(await ordersOf(kept))].filter(({ record_id }) => record_id !== survivor),
  ).toEqual([]);
});

test('a pipeline that is gone stands on the page', async () => {
  await save({ on: 'some', pipeline: 'sold-off' });
  expect(await page()).toContain('sold-off (no longer in the CRM)');
});

test('while only pilot users work with Backroom, an accepted quote waits for one of them', async () => {
  await save({ on: 'all' });
  const setup = { done: [], pilots: ['pilot@example.com'], key: 'erp_number' as const, fields: {} };
  await world.store.db
    .updateTable('accounts')
    .set({ setup: JSON.stringify(setup) })
    .where('id', '=', hubspotId)
    .execute();
  // Not accepted: nobody is asked about it.
  await told('5003');
  await expect
    .poll(async () => (await rows()).filter(({ state }) => state === 'queued' || state === 'running'), {
      timeout: 30_000,
    })
    .toEqual([]);
  expect((await rows()).filter(({ deal }) => deal === '5003')).toEqual([]);
  world.crm.put('quotes', quoteOf('5003'), { hs_status: 'ACCEPTED' });
  await told('5003');
  const waiting = async () => (await rows()).filter(({ deal, state }) => deal === '5003' && state === 'person');
  await expect.poll(waiting, WAIT).toHaveLength(1);
  expect((await waiting())[0]?.findings).toMatchObject({ problem: 'pilot_only' });
  expect(await ordersOf('5003')).toEqual([]);
});

test('a flow of Salesforce asks for many deals at once, signed by the org; what it may not ask is refused', async () => {
  const salesforce = accountIdSchema.parse(`salesforce:${world.org.id}`);
  const opportunities = await salesforceDeals(world.pageUrl);
  const idOf = (deal: string) => opportunities.find(({ dealId }) => dealId === deal)?.opportunityId ?? '';
  const ask = (path: string, body: unknown, as: 'system' | 'rep' = 'system') =>
    askAsApex<{ results: Record<string, unknown>[] }>(world.pageUrl, path, { method: 'POST', body, as });
  const deals = ['interview-1', 'interview-2', 'interview-3'].map((key) => ({ id: idOf('5011'), key }));
  const asked = { deals: [...deals, { id: idOf('5002') }, { id: idOf('5002') }] };
  const answer = await ask('/salesforce/actions/convert', asked);
  expect(answer.data.results.map(({ result }) => result)).toEqual(Array.from({ length: 5 }, () => 'queued'));
  expect((await ask('/salesforce/actions/convert', asked, 'rep')).code).toBe('forbidden');
  expect((await ask('/salesforce/actions/convert', { deals: [] })).code).toBe('invalid_input');
  const flow = () =>
    world.store.db
      .selectFrom('conversions')
      .select(['deal', 'state', 'requested_by', 'settled_at', 'submission'])
      .where('account', '=', salesforce)
      .where('state', 'not in', ['queued', 'running'])
      .execute();
  await expect
    .poll(async () => (await flow()).map(({ deal }) => deal).sort(), WAIT)
    .toEqual([idOf('5002'), ...deals.map(({ id }) => id)].sort());
  // Asked three times of one deal: read once, answered three times.
  const thrice = (await flow()).filter(({ deal }) => deal === idOf('5011'));
  expect(new Set(thrice.map(({ settled_at }) => settled_at?.getTime())).size).toBe(1);
  expect(new Set(thrice.map(({ submission }) => submission)).size).toBe(1);
  expect(thrice.map(({ state }) => state)).toEqual(['ordered', 'ordered', 'ordered']);
  expect((await flow()).every(({ requested_by }) => requested_by === 'pat@example.com')).toBe(true);
  const credit = await ask('/salesforce/actions/credit', {
    records: [
      { type: 'deal', id: idOf('5004') },
      { type: 'deal', id: '0065g00000NoSuchAA' },
    ],
  });
  expect(credit.data.results[0]).toMatchObject({ verdict: 'over_limit', currency: 'EUR', reason: null });
  expect(credit.data.results[1]).toMatchObject({ verdict: 'unknown', free: null });
});

// The last one: the account is left alone until its day ends.
test('a CRM at its daily limit is waited for, and the page says when it goes on', async () => {
  const deal = oneOfMany(0).id;
  const callbackId = randomUUID();
  await world.store.db.updateTable('accounts').set({ setup: null }).where('id', '=', hubspotId).execute();
  world.portal.next.push(() => faults.daily());
  await runAction('convert', execution(deal, callbackId));
  const row = () =>
    world.store.db.selectFrom('conversions').selectAll().where('key', '=', `workflow:${callbackId}`).executeTakeFirst();
  await expect.poll(async () => (await row())?.findings, WAIT).toMatchObject({ problem: 'crm_busy' });
  expect((await row())?.state).toBe('running');
  expect(await page()).toContain('Continues automatically');
  expect(await ordersOf(deal)).toEqual([]);
});
