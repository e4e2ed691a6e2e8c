import type { ErpAdapter } from '@backroom/backend/erp/contract/index';
import { quoteIdOf } from '@backroom/demo-erp/cast';
import { compare, decimal } from '@backroom/shared';
import { castFrom } from '../../extension/playground/seed/cast.ts';
import type { PlaygroundCast } from '../../extension/playground/seed/schema.ts';
import { surveyOf } from '../../extension/playground/seed/survey.ts';
import type { OneOfMany } from '../../extension/playground/server/hubspot/many.ts';

const FIRST_DEAL = 1_000_000;

/** Deals about a real ERP's own customers and products, in the CRM and in the order of their index. `before`: customers that will buy. */
export async function fillCrm(
  erp: ErpAdapter,
  {
    count,
    crmUrl,
    before,
    first = FIRST_DEAL,
  }: { count: number; crmUrl: string; before?: (customers: readonly string[]) => Promise<void>; first?: number },
): Promise<(index: number) => OneOfMany> {
  const survey = await surveyOf(erp);
  const { companies } = await castFrom(erp, new Date().toISOString().slice(0, 10));
  await erp.close?.();
  const { currency, company, version } = survey.health;
  // Those that the backend has linked at its start.
  const buyers = companies.filter(
    ({ customer }) => customer && !customer.blocked && (customer.currency ?? currency) === currency,
  );
  await before?.(buyers.flatMap(({ customer }) => customer?.id ?? []));
  const enough = decimal('200');
  const products = survey.products.filter(
    ({ id }) => compare(survey.stock.get(id)?.available ?? decimal('0'), enough) > 0,
  );
  if (buyers.length === 0 || products.length < 20)
    throw new Error(`${company} has too little to sell: ${buyers.length} customers, ${products.length} products`);
  const deal = (index: number): OneOfMany => {
    const id = String(first + index);
    const lines = Array.from({ length: 1 + (index % 2) }, (_, line) => {
      const product = products[(index * 7 + line * 31) % products.length];
      // A price of our own: the ERP's would be asked for a thousand times.
      return { code: product?.code ?? '', name: product?.name ?? '', quantity: '1', price: '12.50' };
    });
    const buyer = buyers[index % buyers.length]?.id ?? '';
    return { id, companyId: buyer, quoteId: quoteIdOf(id), currency, lines };
  };
  const { erp: name } = await erp.describe({}, { signal: AbortSignal.timeout(5000) });
  const cast: PlaygroundCast = {
    erp: { name, version, company },
    companies: buyers,
    deals: Array.from({ length: count }, (_, index) => {
      const { id, companyId, lines } = deal(index);
      return {
        id,
        name: `Order ${index + 1} of many`,
        situation: '',
        companyId,
        currency,
        quote: 'accepted',
        lines: lines.map((line) => ({ ...line, quantity: decimal(line.quantity), price: decimal(line.price) })),
      };
    }),
  };
  const answer = await fetch(`${crmUrl}/hubspot-api/playground/cast`, {
    method: 'PUT',
    body: JSON.stringify(cast),
    headers: { 'content-type': 'application/json' },
  });
  if (!answer.ok) throw new Error(`the CRM did not take the deals: ${await answer.text()}`);
  return deal;
}
