import type { Preview, Submission } from '@backroom/shared';
import type { Page } from 'playwright-core';
import { ask } from '../support/card.ts';
import type { Product } from '../support/product.ts';

/** `console`: a page of the backend itself. `frame`: a page of a CRM that has ours in a frame. */
export type Screen = { name: string; path: string; of?: 'console' | 'frame' };
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
export const pagesOf = (named: Record<string, string>): Screen[] =>
  Object.entries(named).flatMap(([name, deal]) => [
    { name: `hubspot-${name}`, path: `/deals/${deal}` },
    { name: `salesforce-${name}`, path: `/salesforce/deals/${deal}` },
  ]);

const preview = (product: Product, deal: string) =>
  ask<Preview>(product.backendUrl, `/v1/records/deal/${deal}/preview`, { method: 'POST', body: {} });
async function convert(product: Product, deal: string, seen: Preview, more: object = {}): Promise<string> {
  const { id } = await ask<Submission>(product.backendUrl, '/v1/orders', {
    method: 'POST',
    body: {
      dealId: deal,
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
async function reaches(product: Product, id: string, state: Submission['state']): Promise<void> {
  const until = Date.now() + 60_000;
  while ((await ask<Submission>(product.backendUrl, `/v1/submissions/${id}`)).state !== state) {
    if (Date.now() > until) throw new Error(`${id} is not ${state}`);
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** One deal is refused by the ERP, and another one's quote changed after it was ordered. */
export async function prepare(product: Product): Promise<void> {
  const refused = await preview(product, '5002');
  await product.switches({ outage: true });
  // The checks would name a date that has passed; an ERP that is away cannot.
  const id = await convert(product, '5002', refused, { requestedDate: '2020-01-02' });
  await product.switches({ outage: false });
  await reaches(product, id, 'needs_attention');
  await reaches(product, await convert(product, '5011', await preview(product, '5011')), 'confirmed');
  await fetch(`${product.pageUrl}/__crm/deals/5011/lines`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ lines: [{ code: 'PMP-003', name: 'Centrifugal pump', quantity: '7', price: '432.00' }] }),
  });
}
/** An order that waits for an ERP which does not answer. */
export async function orderWithoutErp(product: Product, deal: string): Promise<void> {
  await reaches(product, await convert(product, deal, await preview(product, deal)), 'waiting');
}
/** Nothing is being read any more. A page of a CRM asks again and again, so the network is never idle. */
export async function settled(page: Page): Promise<void> {
  await page.locator('table, .alert, dd, [role=switch], form, .empty').last().waitFor({ timeout: 120_000 });
  const reading = page.locator('.loading, .skeleton, .card > h2:only-child, [data-lwc]:empty');
  for (const until = Date.now() + 60_000; (await reading.count()) > 0; await page.waitForTimeout(200))
    if (Date.now() > until) throw new Error(`still reading: ${await reading.first().textContent()}`);
}
