import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from './world.ts';

let world: SecurityWorld;
beforeAll(async () => {
  world = await openSecurityWorld();
});
afterAll(() => world.close());
const nines = '9'.repeat(24);

/** One order that needs a person: what is sent was refused. */
async function refusedOrder(): Promise<string> {
  const { data } = await world.ask('/v1/records/deal/5001/preview', { method: 'POST', body: {} });
  const { revision, checks } = data as { revision: string; checks: { code: string }[] };
  const body = {
    dealId: '5001',
    revision,
    acceptedWarnings: checks.map(({ code }) => code),
    idempotencyKey: 'desk-list-0001',
  };
  const sent = await world.ask('/v1/orders', { method: 'POST', body });
  const { id } = sent.data as { id: string };
  await world.store.db
    .updateTable('submissions')
    .set({ state: 'needs_attention', sent_once: false, next_try_at: null, claim: null, lease_until: null })
    .where('id', '=', id)
    .execute();
  return id;
}

test('absurd numbers are refused by the interface and by the desk, and a row that holds them costs nobody the list', async () => {
  const id = await refusedOrder();
  const change = { lines: [{ line: 0, quantity: nines, unitPrice: nines }] };
  const mend = await world.ask(`/v1/submissions/${id}/actions`, { method: 'POST', body: { action: 'mend', change } });
  expect(mend.code).toBe('invalid_input');
  const cookie = await world.signIn();
  const form = await fetch(`${world.backendUrl}/desk/orders/${id}/mend`, {
    method: 'POST',
    headers: { cookie, origin: world.backendUrl, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ 'lines.0.quantity': nines, 'lines.0.unitPrice': nines }).toString(),
  });
  expect(form.status).toBe(422);
  expect(await form.text()).toContain('at most 9 digits before the point');

  // As an older version kept it, and one that no version can read.
  const { payload } = await world.store.db
    .selectFrom('submissions')
    .select('payload')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const order = structuredClone(payload) as { order: { lines: { quantity: string; unitPrice: { amount: string } }[] } };
  const [line] = order.order.lines;
  if (line) Object.assign(line, { quantity: nines, unitPrice: { ...line.unitPrice, amount: nines } });
  for (const broken of [JSON.stringify(order), '{"kind":"rubbish"}']) {
    await world.store.db.updateTable('submissions').set({ payload: broken }).where('id', '=', id).execute();
    for (const path of ['/desk/orders', '/desk/orders?tab=all']) {
      const list = await fetch(`${world.backendUrl}${path}`, { headers: { cookie } });
      expect([path, list.status]).toEqual([path, 200]);
      expect(await list.text()).toContain(id);
    }
  }
  await world.store.db
    .updateTable('submissions')
    .set({ payload: JSON.stringify(order) })
    .where('id', '=', id)
    .execute();
  expect((await fetch(`${world.backendUrl}/desk/orders/${id}`, { headers: { cookie } })).status).toBe(200);
});

test('a deal with absurd lines is previewed in words', async () => {
  await fetch(`${world.pageUrl}/__crm/deals/5014/lines`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ lines: [{ code: 'PMP-005', name: 'Centrifugal pump', quantity: nines, price: nines }] }),
  });
  const preview = await world.ask('/v1/records/deal/5014/preview', { method: 'POST', body: {} });
  expect(preview.code).toBeUndefined();
  expect((preview.data as { canConvert: boolean }).canConvert).toBe(false);
  const panels = await world.ask('/v1/records/deal/5014/panels?only=overview,stock,pricing,credit');
  expect(JSON.stringify(panels.data)).not.toContain('"code":"internal"');
});
