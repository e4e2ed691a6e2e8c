import { accountIdSchema } from '@backroom/shared';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';
import { askAsApex, salesforceDeals } from '../support/apex.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const WAIT = { timeout: 100_000 };
const hubspot = accountIdSchema.parse('hubspot:4242');
let world: SecurityWorld;
let cookie: string;
beforeAll(async () => {
  world = await openSecurityWorld();
  cookie = await world.signIn();
});
afterAll(() => world.close());

const tasksOf = (deal: string) => [...world.portal.tasks.values()].filter((task) => task['associations.deal'] === deal);
const subjects = (deal: string) => tasksOf(deal).map((task) => task.hs_task_subject);
type Previewed = { revision: string; checks: { code: string; level: string }[] };
async function convert(deal: string): Promise<string> {
  const preview = await world.ask(`/v1/records/deal/${deal}/preview`, { method: 'POST', body: {} });
  const { revision, checks } = preview.data as Previewed;
  const acceptedWarnings = [...new Set(checks.filter(({ level }) => level === 'warn').map(({ code }) => code))];
  const body = { dealId: deal, revision, acceptedWarnings, idempotencyKey: crypto.randomUUID() };
  return ((await world.ask('/v1/orders', { method: 'POST', body })).data as { id: string }).id;
}
const numberOf = async (deal: string) =>
  (await world.store.db
    .selectFrom('submissions')
    .select(['erp_id', 'erp_number'])
    .where('record_id', '=', deal)
    .where('kind', '=', 'order')
    .executeTakeFirst()) ?? { erp_id: null, erp_number: null };
/** The feeds read now what they would read within half a minute. */
const feed = async () => {
  await world.store.db
    .updateTable('feeds')
    .set({ due_at: new Date(0) })
    .execute();
  await world.backend.feeds.draw();
};

test('without the setting nothing is told; with it each event is one finished task on its record, in the chosen language', async () => {
  await convert('5001');
  await expect.poll(async () => (await numberOf('5001')).erp_number, WAIT).toBeTruthy();
  await expect.poll(() => world.crm.get('deals', '5001')?.properties.backroom_order_status, WAIT).toBe('confirmed');
  const form = new URLSearchParams([
    ['kind', 'order_confirmed'],
    ['kind', 'delivered'],
    ['language', 'de'],
  ]);
  const saved = await fetch(`${world.backendUrl}/desk/automation/timeline`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: world.backendUrl, 'content-type': 'application/x-www-form-urlencoded' },
    body: form,
  });
  expect(saved.status).toBe(303);
  expect(world.portal.tasks.size).toBe(0);

  await convert('5010');
  await expect.poll(() => subjects('5010'), WAIT).toHaveLength(1);
  const { erp_id, erp_number } = await numberOf('5010');
  expect(subjects('5010')[0]).toContain(`Auftrag ${erp_number} im ERP bestätigt`);
  expect(tasksOf('5010')[0]?.hs_task_status).toBe('COMPLETED');

  // The CRM's answer is lost after it made the entry: it is looked for, and not made twice.
  await fetch(`${world.erpUrl}/orders/${erp_id}/advance`, { method: 'POST' });
  await feed();
  await expect.poll(() => subjects('5010'), WAIT).toContain(`Auftrag ${erp_number} geliefert`);
  const entry = await world.store.db
    .selectFrom('timeline_entries')
    .select('id')
    .where('kind', '=', 'delivered')
    .executeTakeFirstOrThrow();
  await world.store.db
    .updateTable('timeline_entries')
    .set({ state: 'waiting', tries: 1, due_at: new Date(0) })
    .where('id', '=', entry.id)
    .execute();
  await world.backend.automation.timeline.draw();
  await world.backend.automation.timeline.settled();
  expect(subjects('5010')).toHaveLength(2);
  await feed();
  await world.backend.feeds.settled();
  expect(subjects('5010')).toHaveLength(2);
  expect(subjects('5001')).toEqual([]);
});

test('what the CRM refuses is named on the page, and ends there', async () => {
  world.portal.scopes?.delete('crm.objects.contacts.write');
  await convert('5014');
  const states = () =>
    world.store.db
      .selectFrom('timeline_entries')
      .select(['record_id', 'state'])
      .where('account', '=', hubspot)
      .where('record_id', '=', '5014')
      .execute();
  await expect.poll(states, WAIT).toEqual([{ record_id: '5014', state: 'given_up' }]);
  const shown = await (await world.desk('/automation', cookie)).text();
  expect(shown).toContain('Entries that the CRM rejected: 1');
  world.portal.scopes?.add('crm.objects.contacts.write');
  expect(world.portal.tasks.size).toBe(2);
});

test('Salesforce gets a completed task on the opportunity', async () => {
  const salesforce = accountIdSchema.parse(`salesforce:${world.org.id}`);
  const known = await world.backend.accounts.get(salesforce);
  if (!known) throw new Error('no account');
  await world.backend.accounts.saveSettings(salesforce, {
    ...known.settings,
    automation: { ...known.settings.automation, timeline: { kinds: ['order_confirmed'], language: 'en' } },
  });
  const deal = (await salesforceDeals(world.pageUrl)).find(({ dealId }) => dealId === '5003');
  const id = deal?.opportunityId ?? '';
  const ask = <Data>(path: string, body: unknown) => askAsApex<Data>(world.pageUrl, path, { method: 'POST', body });
  const { data } = await ask<Previewed>(`/v1/records/deal/${id}/preview`, {});
  const acceptedWarnings = [...new Set(data.checks.filter(({ level }) => level === 'warn').map(({ code }) => code))];
  await ask('/v1/orders', {
    dealId: id,
    revision: data.revision,
    acceptedWarnings,
    idempotencyKey: crypto.randomUUID(),
  });
  await expect.poll(() => [...world.org.tasks.values()], WAIT).toMatchObject([{ WhatId: id, Status: 'Completed' }]);
});
