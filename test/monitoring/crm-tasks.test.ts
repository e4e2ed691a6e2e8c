import { accountIdSchema } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';

const hubspot = accountIdSchema.parse('hubspot:4242');
let world: SecurityWorld;
beforeAll(async () => {
  world = await openSecurityWorld({ worker: false, crmCalls: 10_000 });
});
afterAll(() => world.close());
const testOf = async (account: typeof hubspot, owner: string | null) => {
  const { alerts } = world.backend;
  await alerts.settings.change(account, (before) => ({ ...before, crm: { owner, locale: 'en' } }));
  const id = await alerts.sendTest(account, 'crm');
  return alerts.messages.get(account, id ?? '');
};

test('HubSpot: a task with a due time, finished by its id; without the right it is named', async () => {
  expect(await testOf(hubspot, '7')).toMatchObject({ problem: null, sent_at: expect.any(Date) });
  const [id = '', task] = [...world.portal.tasks][0] ?? [];
  expect(task).toMatchObject({ hs_task_status: 'NOT_STARTED', hs_task_type: 'TODO', hs_task_priority: 'MEDIUM' });
  expect(task?.hs_task_body).toContain('/desk/alerts');
  const call = { account: hubspot, signal: AbortSignal.timeout(10_000) };
  const crm = await world.backend.crms.crmFor(hubspot);
  await crm.finishTask?.(id, call);
  expect(world.portal.tasks.get(id)?.hs_task_status).toBe('COMPLETED');
  // Somebody deleted it.
  await crm.finishTask?.('9999999', call);
  world.portal.scopes = new Set(['crm.objects.deals.read']);
  expect(await testOf(hubspot, '7')).toMatchObject({ problem: 'CRM refused', sent_at: null });
  world.portal.scopes = null;
});

test('Salesforce: a task on the list of the user who wanted it, finished by its id', async () => {
  const org = accountIdSchema.parse(`salesforce:${world.org.id}`);
  const user = '005000000000007AAA';
  expect(await testOf(org, user)).toMatchObject({ problem: null, sent_at: expect.any(Date) });
  const [id = '', task] = [...world.org.tasks][0] ?? [];
  expect(task).toMatchObject({ Status: 'Not Started', OwnerId: user, Priority: 'Normal' });
  const crm = await world.backend.crms.crmFor(org);
  await crm.finishTask?.(id, { account: org, signal: AbortSignal.timeout(10_000) });
  expect(world.org.tasks.get(id)).toMatchObject({ Status: 'Completed', OwnerId: user });
});
