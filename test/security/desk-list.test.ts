import { afterAll, beforeAll, expect, test, vi } from 'vitest';
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
  expect(await form.text()).toContain('up to 9 digits before the decimal point');

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

test('a deal with 10,000 lines is refused in words, before its pages use up the CRM’s quota or our memory', async () => {
  const [quote = ''] = world.crm.associated('deals', '5012', 'quotes');
  for (let nth = 0; nth < 10_000; nth += 1) {
    world.crm.associate(['quotes', quote], ['line_items', String(77_000_000 + nth)]);
  }
  const calls: string[] = [];
  const own = globalThis.fetch;
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (url.includes('/hubspot-api/crm/')) calls.push(url);
    return own(input, init);
  });
  const before = process.memoryUsage().rss;
  const answers = await Promise.all([
    world.ask('/v1/records/deal/5012/preview', { method: 'POST', body: {} }),
    world.ask('/v1/orders', {
      method: 'POST',
      body: { dealId: '5012', revision: 'any', acceptedWarnings: [], idempotencyKey: 'many-lines-0001' },
    }),
    world.ask('/v1/records/deal/5012/panels?only=stock'),
  ]).finally(() => spy.mockRestore());
  expect(answers.slice(0, 2).map(({ code }) => code)).toEqual(['erp_limit', 'erp_limit']);
  expect(JSON.stringify(answers[2].data ?? answers[2].code)).toContain('erp_limit');
  expect(calls.length).toBeLessThan(45);
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  expect((await world.ask('/v1/records/deal/5012/submissions')).data).toEqual({ submissions: [] });
});
