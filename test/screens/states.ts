import type { Preview, Submission } from '@backroom/shared';
import { ask } from '../support/card.ts';
import type { Product } from '../support/product.ts';

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
