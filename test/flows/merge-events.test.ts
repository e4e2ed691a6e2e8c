import type { PanelsAnswer, Preview, Submission } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { delivery, eventsOf } from '../../extension/playground/server/hubspot/events.ts';
import { mergeRecords } from '../../extension/playground/server/hubspot/merge.ts';
import { openPortal } from '../../extension/playground/server/hubspot/portal.ts';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';
import { askAsApex, salesforceDeals } from '../support/apex.ts';

// Both CRMs' stand-ins merge as the vendors do and tell of it by their own signed deliveries.

let world: SecurityWorld;
beforeAll(async () => {
  world = await openSecurityWorld();
});
afterAll(() => world.close());

const post = (body: object) => ({ method: 'POST', body });
async function hubspot<Data>(path: string, more?: Parameters<SecurityWorld['ask']>[1]): Promise<Data> {
  const { code, data } = await world.ask(path, more);
  if (code) throw new Error(`${path}: ${code}`);
  return data as Data;
}
const preview = (deal: string) => hubspot<Preview>(`/v1/records/deal/${deal}/preview`, post({}));
async function converted(deal: string): Promise<string> {
  const { revision, checks } = await preview(deal);
  const acceptedWarnings = checks.filter(({ level }) => level === 'warn').map(({ code }) => code);
  const body = { dealId: deal, revision, acceptedWarnings, idempotencyKey: `merge-events-${deal}` };
  const { id } = await hubspot<Submission>('/v1/orders', post(body));
  const state = async () => (await hubspot<Submission>(`/v1/submissions/${id}`)).erpNumber;
  await expect.poll(state, { timeout: 20_000 }).toMatch(/^SO-/);
  return (await state()) ?? '';
}
/** Merges in the stand-in; what HubSpot then tells is delivered, or not. */
async function merge(type: 'deals' | 'companies', kept: string, lost: string, told: boolean): Promise<string> {
  const portal = openPortal({ mergeMakesNewId: true });
  const { survivor, changes } = mergeRecords(world.crm, portal, type, kept, lost);
  if (!told) return survivor;
  const body = delivery(changes.flatMap(eventsOf), { portalId: 4242 });
  expect((await world.ask('/hubspot/webhooks', { method: 'POST', body, plain: true })).status).toBe(200);
  return survivor;
}
const ordersInErp = async () => ((await (await fetch(`${world.erpUrl}/stats`)).json()) as { orders: number }).orders;

test.each([
  ['told', '5001', '5002', true],
  ['not told', '5003', '5004', false],
] as const)(
  'HubSpot: a converted deal that is merged into another under a new id is no second order, %s of it',
  async (_, deal, other, told) => {
    const number = await converted(deal);
    const before = await ordersInErp();
    // The other deal is the one that is kept: nothing of the order stands on it.
    const survivor = await merge('deals', other, deal, told);

    const seen = await preview(survivor);
    expect(seen.checks).toContainEqual(expect.objectContaining({ code: 'already_converted', values: { number } }));
    expect(seen.canConvert).toBe(false);
    const { submissions } = await hubspot<{ submissions: Submission[] }>(`/v1/records/deal/${survivor}/submissions`);
    expect(submissions).toMatchObject([{ kind: 'order', erpNumber: number, record: { id: survivor } }]);
    expect(await ordersInErp()).toBe(before);
  },
);

test('Salesforce: the link of a merged account moves to the winner', async () => {
  const deals = await salesforceDeals(world.pageUrl);
  const state = async (account: string) => {
    const { data } = await askAsApex<PanelsAnswer>(
      world.pageUrl,
      `/v1/records/company/${account}/panels?only=customer`,
    );
    const panel = data?.panels.customer;
    return panel?.state === 'ready' ? panel.data : null;
  };
  const accounts = [...new Set(deals.map(({ accountId }) => accountId))].filter(Boolean);
  const states = await Promise.all(accounts.map(async (id) => ({ id, data: await state(id) })));
  const linked = states.find(({ data }) => data?.state === 'linked');
  const open = states.find(({ data }) => data !== null && data.state !== 'linked');
  if (!linked || !open || linked.data?.state !== 'linked') throw new Error('no pair of accounts');
  const response = await fetch(`${world.pageUrl}/salesforce-api/playground/merge`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ winner: open.id, loser: linked.id }),
  });
  expect(response.status).toBe(200);
  const { number } = linked.data.customer;
  await expect
    .poll(async () => await state(open.id), { timeout: 10_000 })
    .toMatchObject({ state: 'linked', customer: { number } });
});

test('HubSpot: the link of a merged company moves to the survivor', async () => {
  const { links } = (await (await fetch(`${world.pageUrl}/hubspot-api/playground/links`)).json()) as {
    links: { companyId: string; customer: { number: string } }[];
  };
  const [first] = links.filter(({ customer }) => customer.number === 'C-1013');
  if (!first) throw new Error('no linked company');
  const free = world.crm.all('companies').find(({ id }) => !links.some(({ companyId }) => companyId === id));
  if (!free) throw new Error('every company is linked');
  const survivor = await merge('companies', free.id, first.companyId, true);
  const { panels } = await hubspot<PanelsAnswer>(`/v1/records/company/${survivor}/panels?only=customer`);
  expect(panels.customer).toMatchObject({ data: { state: 'linked', customer: { number: 'C-1013' } } });
});
