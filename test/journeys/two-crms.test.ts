import type { PanelsAnswer, Preview, Submission } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAsApex, type SalesforceDeal, salesforceDeals } from '../support/apex.ts';
import { ask } from '../support/card.ts';
import { type Product, startProduct } from '../support/product.ts';

let product: Product;
let deals: SalesforceDeal[];
beforeAll(async () => {
  product = await startProduct();
  deals = await salesforceDeals(product.pageUrl);
});
afterAll(() => product.remove());

const opportunityOf = (dealId: string) => {
  const found = deals.find((deal) => deal.dealId === dealId);
  if (!found) throw new Error(`no deal ${dealId}`);
  return found.opportunityId;
};
/** The stand-in allows HubSpot's 110 calls in ten seconds; the reader of fourteen deals waits like any other. */
async function hubspot<Data>(path: string, more?: Parameters<typeof ask>[2]): Promise<Data> {
  for (;;) {
    try {
      return await ask<Data>(product.backendUrl, path, more);
    } catch (error) {
      if (!String(error).includes('crm_busy')) throw error;
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}
async function salesforce<Data>(path: string, more?: Parameters<typeof askAsApex>[2]): Promise<Data> {
  const { status, data, code } = await askAsApex<Data>(product.pageUrl, path, more);
  if (status !== 200) throw new Error(`${path}: ${status} ${code}`);
  return data;
}
const previewOn = {
  hubspot: (id: string) => hubspot<Preview>(`/v1/records/deal/${id}/preview?locale=en`, { method: 'POST', body: {} }),
  salesforce: (id: string) =>
    salesforce<Preview>(`/v1/records/deal/${opportunityOf(id)}/preview?locale=en`, { method: 'POST', body: {} }),
};
const panels = 'overview,customer,stock,pricing,orders,invoices,credit,returns';
const panelsOn = {
  hubspot: (id: string) => hubspot<PanelsAnswer>(`/v1/records/deal/${id}/panels?only=${panels}&locale=en`),
  salesforce: (id: string) =>
    salesforce<PanelsAnswer>(`/v1/records/deal/${opportunityOf(id)}/panels?only=${panels}&locale=en`),
};
/** Without the CRM's own ids. */
const peopleOf = (contacts: unknown) =>
  comparable((contacts as { id: string }[]).map((each) => ({ ...each, id: null })));
const dropped = new Set([
  'asOf',
  'source',
  'lineId',
  'linkedAt',
  'revision',
  'reference',
  'refreshing',
  'freshness',
  'price',
]);
/**
 * What may differ: when it was read, the CRM's own ids, zeros at the end of a number that Salesforce does not keep, and whether a price can be edited: HubSpot
 * locks the lines of a published quote.
 */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value === 'string' && /^-?\d+\.\d+$/.test(value)) return value.replace(/\.?0+$/, '');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, each]) => !dropped.has(key) || (key === 'price' && typeof each !== 'string'))
      .map(([key, each]) => [
        key,
        key === 'quotes' && Array.isArray(each) ? each.length : key === 'contacts' ? peopleOf(each) : comparable(each),
      ]),
  );
}
type Crm = 'hubspot' | 'salesforce';
async function convertOn(on: Crm, id: string, preview: Preview, more: { key?: string; differentFrom?: string[] } = {}) {
  const acceptedWarnings = preview.checks.filter(({ level }) => level === 'warn').map(({ code }) => code);
  const body = {
    dealId: on === 'hubspot' ? id : opportunityOf(id),
    revision: preview.revision,
    acceptedWarnings,
    idempotencyKey: more.key ?? `two-crms-${on}-${id}`,
    ...(more.differentFrom ? { differentFrom: more.differentFrom } : {}),
  };
  const path = '/v1/orders?locale=en';
  const request = { method: 'POST', body };
  return on === 'hubspot' ? hubspot<Submission>(path, request) : salesforce<Submission>(path, request);
}
async function orderedAs(id: string, on: Crm): Promise<string> {
  return confirmed(on, await convertOn(on, id, await previewOn[on](id)));
}
async function confirmed(on: Crm, submission: Submission): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const path = `/v1/submissions/${submission.id}`;
    const now = on === 'hubspot' ? await hubspot<Submission>(path) : await salesforce<Submission>(path);
    if (now.state === 'confirmed' && now.writtenBack && now.erpNumber) return now.erpNumber;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the order was not confirmed');
}
const ordersInErp = async (): Promise<number> =>
  ((await (await fetch(`${product.erpUrl}/stats`)).json()) as { orders: number }).orders;

test('every deal has the same figures, checks and words on both of its pages', async () => {
  expect(deals.length).toBeGreaterThan(12);
  for (const { dealId } of deals) {
    const [left, right] = [await panelsOn.hubspot(dealId), await panelsOn.salesforce(dealId)];
    expect(comparable(right.panels), dealId).toEqual(comparable(left.panels));
    const [one, other] = [await previewOn.hubspot(dealId), await previewOn.salesforce(dealId)];
    expect(comparable(other), dealId).toEqual(comparable(one));
  }
});

test.each([
  ['hubspot', 'salesforce', '5001'],
  ['salesforce', 'hubspot', '5003'],
] as const)('converting on %s shows on %s, and cannot be done there again', async (first, second, id) => {
  const before = await ordersInErp();
  const number = await orderedAs(id, first);
  // The other CRM's record may have been read a moment before its deal was told.
  await expect
    .poll(async () => (await panelsOn[second](id)).panels.orders, { timeout: 15_000 })
    .toMatchObject({ state: 'ready', data: { converted: { number } } });
  const preview = await previewOn[second](id);
  expect(preview.checks).toContainEqual(expect.objectContaining({ code: 'already_converted', level: 'block' }));
  await expect(orderedAs(id, second)).rejects.toThrow('already_converted');
  expect(await ordersInErp()).toBe(before + 1);
  // Where it was made, it is its own order still.
  expect((await panelsOn[first](id)).panels.orders).toMatchObject({ data: { converted: { number } } });
});

test('converting on both pages in the same instant is one order, and a clear word on the other page', async () => {
  // Nobody carries the number across: the playground's CRMs share their deals, two real ones do not.
  const writeBack = { method: 'PUT', body: { writeBack: false } };
  await hubspot('/v1/settings', writeBack);
  expect(await askAsApex(product.pageUrl, '/v1/settings', { ...writeBack, as: 'admin' })).toMatchObject({
    status: 200,
  });
  const before = await ordersInErp();
  const previews = { hubspot: await previewOn.hubspot('5011'), salesforce: await previewOn.salesforce('5011') };
  const crms = ['hubspot', 'salesforce'] as const;
  const both = await Promise.allSettled(crms.map((on) => convertOn(on, '5011', previews[on])));
  const [winner, loser] = both[0]?.status === 'fulfilled' ? crms : ([...crms].reverse() as [Crm, Crm]);
  const [kept] = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const [refused] = both.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
  if (!kept) throw new Error('nothing was kept');
  expect(refused).toContain('possible_twin');
  const number = await confirmed(winner, kept);
  expect(await ordersInErp()).toBe(before + 1);
  // Hours later the other page still knows.
  const preview = await previewOn[loser]('5011');
  expect(preview).toMatchObject({
    canConvert: true,
    checks: expect.arrayContaining([
      {
        code: 'possible_twin',
        level: 'block',
        lineId: null,
        values: {
          crm: winner === 'hubspot' ? 'HubSpot' : 'Salesforce',
          deal: 'Engine room spares',
          order: number,
          reference: kept.reference,
        },
      },
    ]),
  });
  expect((await panelsOn[loser]('5011')).panels.overview).toMatchObject({
    data: { alerts: [{ code: 'possible_twin', level: 'danger', values: { order: number } }] },
  });
  expect((await panelsOn[winner]('5011')).panels.overview).toMatchObject({ data: { alerts: [] } });
  await expect(convertOn(loser, '5011', preview)).rejects.toThrow('possible_twin');
  expect(await ordersInErp()).toBe(before + 1);
  // A person says that it is another sale.
  const second = await convertOn(loser, '5011', preview, { differentFrom: [kept.reference] });
  expect(await confirmed(loser, second)).not.toBe(number);
  expect(await ordersInErp()).toBe(before + 2);
});

test('a price that the CRM does not show is not known, on both pages, and nothing is ordered at zero', async () => {
  const lines = [{ code: 'PMP-005', name: 'Centrifugal pump PMP5', quantity: '3', price: '' }];
  const changed = await fetch(`${product.pageUrl}/__crm/deals/5014/lines`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ lines }),
  });
  expect(changed.status).toBe(200);
  for (const on of ['hubspot', 'salesforce'] as const) {
    const preview = await previewOn[on]('5014');
    expect(preview.lines, on).toMatchObject([{ quotedUnitPrice: null, lineTotal: null }]);
    expect(preview.checks, on).toContainEqual(expect.objectContaining({ code: 'price_unknown', level: 'block' }));
    expect(preview, on).toMatchObject({ canConvert: false, quotedNet: null, credit: { deal: null } });
  }
});

test('bad days at Apex’s door', async () => {
  const path = `/v1/records/deal/${opportunityOf('5001')}/preview?locale=de`;
  const codes = Object.fromEntries(
    await Promise.all(
      ['forged', 'expired', 'replayed', 'foreign', 'sandbox', 'body'].map(async (bad) => {
        const { status, code } = await askAsApex(product.pageUrl, path, { method: 'POST', body: {}, bad });
        return [bad, `${status} ${code}`];
      }),
    ),
  );
  expect(codes).toEqual({
    forged: '401 signature_invalid',
    expired: '401 signature_expired',
    replayed: '401 signature_replayed',
    foreign: '403 account_unknown',
    sandbox: '403 org_mismatch',
    body: '401 signature_invalid',
  });
  expect(await askAsApex(product.pageUrl, path, { method: 'POST', body: {}, as: 'none' })).toMatchObject({
    status: 403,
    code: 'forbidden',
  });
  expect(await askAsApex(product.pageUrl, '/v1/settings', { method: 'PUT', body: {} })).toMatchObject({
    status: 403,
    code: 'forbidden',
  });
});
