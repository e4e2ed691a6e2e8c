import type { Preview, Submission } from '@backroom/shared';
import type { Page } from 'playwright-core';
import { toSalesforceId } from '../../extension/playground/server/salesforce/ids.ts';
import { ask } from '../support/card.ts';
import type { Product } from '../support/product.ts';

/** `console`: a page of the backend itself. `frame`: a page of a CRM that has ours in a frame; `tab`: the one to press there, by its place. */
export type Screen = { name: string; path: string; of?: 'console' | 'frame'; tab?: number };
/** Deals by their situation. */
export const deals = {
  ready: '5001',
  refused: '5002',
  'below-price': '5003',
  'over-limit': '5004',
  'unknown-product': '5005',
  'unlinked-one': '5006',
  'unlinked-three': '5007',
  'unlinked-none': '5008',
  ordered: '5009',
  'fifty-lines': '5010',
  changed: '5011',
  blocked: '5012',
  'no-lines': '5013',
  'near-limit': '5014',
};
/** Of the same deals while the ERP does not answer. */
export const withoutErp = { waiting: '5001', 'last-known': '5004' };
/** CRMs whose pages of a deal are drawn by components of their own. Both show the same deals, and each has its own orders. */
export const crms = ['hubspot', 'salesforce'] as const;
export type Crm = (typeof crms)[number];
export const pagesOf = (crm: Crm, named: Record<string, string>): Screen[] =>
  Object.entries(named).map(([name, deal]) => ({
    name: `${crm}-${name}`,
    path: `${crm === 'salesforce' ? '/salesforce' : ''}/deals/${deal}`,
  }));

type Asked = { method?: string; body?: object };
/** A rep's question, as the pages of that CRM send it. */
async function askAs<Data>(product: Product, crm: Crm, path: string, asked: Asked = {}): Promise<Data> {
  if (crm === 'hubspot') return ask<Data>(product.backendUrl, path, asked);
  const response = await fetch(`${product.pageUrl}/__sf/apex`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path, ...asked }),
  });
  const { status, body } = (await response.json()) as { status: number; body: { data: Data } };
  if (status >= 300) throw new Error(`${path}: ${JSON.stringify(body)}`);
  return body.data;
}
const recordOf = (crm: Crm, deal: string) => (crm === 'salesforce' ? toSalesforceId('Opportunity', deal) : deal);
const preview = (product: Product, crm: Crm, deal: string) =>
  askAs<Preview>(product, crm, `/v1/records/deal/${recordOf(crm, deal)}/preview`, { method: 'POST', body: {} });
async function convert(product: Product, crm: Crm, deal: string, seen: Preview, more: object = {}): Promise<string> {
  const { id } = await askAs<Submission>(product, crm, '/v1/orders', {
    method: 'POST',
    body: {
      dealId: recordOf(crm, deal),
      revision: seen.revision,
      acceptedWarnings: [
        ...seen.checks.map(({ code }) => code),
        ...['figures_stale', 'figure_missing', 'erp_unavailable', 'date_passed'],
      ],
      idempotencyKey: `screens-of-deal-${deal}`,
      ...more,
    },
  });
  return id;
}
async function reaches(product: Product, crm: Crm, id: string, state: Submission['state']): Promise<void> {
  const until = Date.now() + 60_000;
  while ((await askAs<Submission>(product, crm, `/v1/submissions/${id}`)).state !== state) {
    if (Date.now() > until) throw new Error(`${id} is not ${state}`);
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** In this CRM one deal is refused by the ERP, and another one's quote changed after it was ordered. */
export async function prepare(product: Product, crm: Crm): Promise<void> {
  const refused = await preview(product, crm, deals.refused);
  await product.switches({ outage: true });
  // The checks would name a date that has passed; an ERP that is away cannot.
  const id = await convert(product, crm, deals.refused, refused, { requestedDate: '2020-01-02' });
  await product.switches({ outage: false });
  await reaches(product, crm, id, 'needs_attention');
  const seen = await preview(product, crm, deals.changed);
  await reaches(product, crm, await convert(product, crm, deals.changed, seen), 'confirmed');
  await fetch(`${product.pageUrl}/__crm/deals/${deals.changed}/lines`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ lines: [{ code: 'PMP-003', name: 'Centrifugal pump', quantity: '7', price: '432.00' }] }),
  });
}
/** An order that waits for an ERP which does not answer. */
export async function orderWithoutErp(product: Product, crm: Crm, deal: string): Promise<void> {
  const seen = await preview(product, crm, deal);
  await reaches(product, crm, await convert(product, crm, deal, seen), 'waiting');
}
/** Nothing is being read any more. A page of a CRM asks again and again, so the network is never idle. */
export async function settled(page: Page): Promise<void> {
  await page.locator('table, .alert, dd, [role=switch], form, .empty').last().waitFor({ timeout: 120_000 });
  const reading = page.locator('.loading, .skeleton, .card > h2:only-child, [data-lwc]:empty');
  for (const until = Date.now() + 60_000; (await reading.count()) > 0; await page.waitForTimeout(200))
    if (Date.now() > until) throw new Error(`still reading: ${await reading.first().textContent()}`);
}
