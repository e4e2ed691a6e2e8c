import { accountIdSchema } from '@backroom/shared';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fail } from '../../extension/playground/server/hubspot/errors.ts';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const WAIT = { timeout: 100_000 };
const hubspot = accountIdSchema.parse('hubspot:4242');
let world: SecurityWorld;
let cookie: string;
beforeAll(async () => {
  // Without a worker nothing happens but what a test asks for: it is killed and begun at will.
  world = await openSecurityWorld({ worker: false });
  cookie = await world.signIn();
});
afterAll(() => world.close());

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const begin = async (from = day(-60), to = day(1)) => {
  const answer = await world.desk('/automation/bulk', cookie, { from, to });
  return { status: answer.status, id: (answer.headers.get('location') ?? '').split('/').at(-1) ?? '' };
};
const deals = (run: string) =>
  world.store.db
    .selectFrom('conversions')
    .select(['id', 'deal', 'state', 'submission', 'findings'])
    .where('account', '=', hubspot)
    .where('run', '=', run)
    .execute();
const stateOf = async (run: string) => (await world.backend.automation.run(hubspot, run)).state;
const stateOfDeal = async (run: string, deal: string) => (await deals(run)).find((each) => each.deal === deal)?.state;
const draw = async () => {
  await world.backend.automation.draw();
  await world.backend.automation.settled();
};
const drawUntil = (run: string, state: string) =>
  expect
    .poll(async () => {
      await draw();
      return stateOf(run);
    }, WAIT)
    .toBe(state);

test('a list that the CRM’s search does not give whole is refused, and offers nothing', async () => {
  const { id } = await begin();
  world.portal.next.push(() => fail(400, 'VALIDATION_ERROR', 'no such search'));
  await drawUntil(id, 'failed');
  expect(await deals(id)).toEqual([]);
  const shown = await (await world.desk(`/automation/bulk/${id}`, cookie)).text();
  expect(shown).toContain('Failed: the list could not be read completely');
  expect((await begin('2026-11-30', '2026-11-01')).status).toBe(422);
});

test('each won deal without an order is looked at; the picked ones are ordered, paused, resumed after a kill, and reported', async () => {
  const { id } = await begin();
  // A second one is the same run.
  expect((await begin()).id).toBe(id);
  // Of other days too, and the page says so.
  const other = await world.desk('/automation/bulk', cookie, { from: day(-20), to: day(-10) });
  const address = other.headers.get('location')?.replace('/desk', '') ?? '';
  expect(address).toContain(id);
  expect(await (await world.desk(address, cookie)).text()).toContain('This run is still in progress');
  // What an open page is refreshed with has a place on it from the beginning: the button too.
  const parts = async () =>
    (await (await world.desk(`/automation/bulk/${id}`, cookie)).text()).match(/<(?:div|section) id="\w+" data-part/g);
  const begun = await parts();
  await drawUntil(id, 'ready');
  expect(await parts()).toEqual(begun);
  expect(await (await world.desk(`/automation/bulk/${id}`, cookie)).text()).toMatch(
    /<div id="choice" data-part><p[^>]*>[^<]*<\/p><form id="start"/,
  );
  const nothing = await world.desk(`/automation/bulk/${id}/start`, cookie, {});
  expect([nothing.status, (await nothing.text()).includes('Select at least one deal.')]).toEqual([422, true]);
  expect(await stateOf(id)).toBe('ready');
  expect(await stateOfDeal(id, '5001')).toBe('ready');
  expect(await stateOfDeal(id, '5002')).toBe('warned');
  expect(await stateOfDeal(id, '5005')).toBe('blocked');
  // It is an order already, and was never listed.
  expect(await stateOfDeal(id, '5009')).toBeUndefined();
  const page = await (await world.desk(`/automation/bulk/${id}`, cookie)).text();
  expect(page).toContain('Selecting a deal with warnings accepts the warnings shown');
  const totalIn = (deal: string) =>
    page.match(new RegExp(`>${deal}<[^]*?<td data-label="Total \\(gross\\)"[^>]*>(.*?)</td>`))?.[1];
  expect(totalIn('Pump line upgrade')).toMatch(/€[\d,.]+<\/span>$/);
  // The ERP computes no order with a product that it does not know.
  expect(totalIn('Retrofit package')).toMatch(/€.*<span class="small net">net<\/span>/);

  const all = await deals(id);
  const picked = all.filter(({ deal }) => ['5001', '5002', '5005', '5014'].includes(deal ?? '')).map((each) => each.id);
  const body = new URLSearchParams(picked.map((each) => ['pick', each]));
  const started = await fetch(`${world.backendUrl}/desk/automation/bulk/${id}/start`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: world.backendUrl, 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
  expect(started.status).toBe(303);
  // What is blocked is not picked, whatever the form says.
  expect(await stateOfDeal(id, '5005')).toBe('blocked');

  await world.desk(`/automation/bulk/${id}/pause`, cookie, {});
  // The rest after the looks may have ended before the pause, and one deal been taken up: that one is worked to its end.
  await world.backend.automation.settled();
  const waiting = async () => (await deals(id)).filter(({ state }) => state === 'queued').map((each) => each.id);
  const left = await waiting();
  expect(left.length).toBeGreaterThanOrEqual(1);
  await draw();
  expect([await stateOf(id), await waiting()]).toEqual(['paused', left]);
  await world.desk(`/automation/bulk/${id}/resume`, cookie, {});
  // A process took one up and died: its claim is forgotten, and another one goes on.
  const [dead] = await waiting();
  await world.store.db
    .updateTable('conversions')
    .set({ state: 'running', claim: crypto.randomUUID(), lease_until: new Date(Date.now() + 60_000) })
    .where('id', '=', dead ?? '')
    .execute();
  await world.backend.automation.forgetClaims();
  await drawUntil(id, 'finished');
  for (const deal of ['5001', '5002', '5014']) expect([deal, await stateOfDeal(id, deal)]).toEqual([deal, 'ordered']);
  const orders = await world.store.db
    .selectFrom('submissions')
    .select(['record_id', 'created_by'])
    .where('account', '=', hubspot)
    .where('kind', '=', 'order')
    .execute();
  expect(orders.map(({ record_id }) => record_id).sort()).toEqual(['5001', '5002', '5014']);
  expect(orders.every(({ created_by }) => created_by === 'pat@example.com')).toBe(true);

  const csv = await (await world.desk(`/automation/bulk/${id}/report.csv`, cookie)).text();
  expect(csv.split('\r\n')[0]).toBe(
    'deal_id,deal_name,company,deal_url,state,codes,why,reference,order_number,total,currency,total_basis,requested_by,settled_at',
  );
  expect(csv).toMatch(/^5005,.*,blocked,.*unknown_product/m);
  expect(csv).toMatch(/^5001,.*,ordered,.*,BR-.*,EUR,gross,/m);
  expect(csv).toMatch(/^5005,.*,EUR,net,/m);
});

test('a deal that changed since it was picked is left to a person; a stopped run orders no more', async () => {
  const { id } = await begin();
  await drawUntil(id, 'ready');
  const all = await deals(id);
  const idOf = (deal: string) => all.find((each) => each.deal === deal)?.id ?? '';
  const [quote = ''] = world.crm.associated('deals', '5003', 'quotes');
  const [line = ''] = world.crm.associated('quotes', quote, 'line_items');
  world.crm.put('line_items', line, { quantity: '7' });
  await world.backend.automation.startRun(hubspot, id, [idOf('5003'), idOf('5010')]);
  await expect
    .poll(async () => {
      await draw();
      return stateOfDeal(id, '5003');
    }, WAIT)
    .toBe('person');
  expect((await deals(id)).find(({ deal }) => deal === '5003')?.findings).toMatchObject({ problem: 'quote_changed' });
  await world.desk(`/automation/bulk/${id}/stop`, cookie, {});
  expect(await stateOf(id)).toBe('finished');
  await draw();
  expect((await deals(id)).filter(({ state }) => state === 'queued' || state === 'running')).toEqual([]);

  // The run is over; what it left to a person is tried again all the same.
  expect((await world.desk(`/automation/${idOf('5003')}`, cookie, { act: 'again' })).status).toBe(303);
  expect(await stateOfDeal(id, '5003')).toBe('running');
  await expect
    .poll(async () => {
      await draw();
      return stateOfDeal(id, '5003');
    }, WAIT)
    .toBe('person');
  const left = (await deals(id)).find(({ deal }) => deal === '5003');
  expect(JSON.stringify(left?.findings)).toContain('price_below');
  expect(await stateOf(id)).toBe('finished');
});
