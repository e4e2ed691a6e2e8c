import { companies, customers, products } from '@backroom/demo-erp/cast';
import type { Crm } from './database.ts';
import { won } from './won.ts';

/** Ids from here on are invented by the count, so that a load test knows them without asking. */
const FIRST_OF_MANY = 1_000_000;
const sellable = products.filter(({ archived, stocked }) => stocked && !archived);
const buyers = companies.filter(({ customer, linked }) => {
  const found = customers.find(({ number }) => number === customer);
  return linked && found?.currency === 'EUR' && found.blocked === null;
});

export type OneOfMany = {
  id: string;
  companyId: string;
  quoteId: string;
  currency: string;
  lines: { code: string; name: string; quantity: string; price: string }[];
};
/** The `index`th deal: one or two lines, an accepted quote, a linked company that may buy. Always the same for the same index. */
export function oneOfMany(index: number): OneOfMany {
  const id = String(FIRST_OF_MANY + index);
  const lines = Array.from({ length: 1 + (index % 2) }, (_, line) => {
    const product = sellable[(index * 7 + line * 31) % sellable.length];
    if (!product) throw new Error('the cast has no products');
    return { code: product.code, name: product.name, quantity: String(1 + (index % 5)), price: product.price };
  });
  return { id, companyId: buyers[index % buyers.length]?.id ?? '', quoteId: `9${id}`, currency: 'EUR', lines };
}

/** Adds the first `count` of them; for chaos runs and the bench. */
export function addMany(crm: Pick<Crm, 'put' | 'associate'>, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const deal = oneOfMany(index);
    crm.put('deals', deal.id, {
      dealname: `Order ${index + 1} of many`,
      deal_currency_code: deal.currency,
      dealstage: 'Quote accepted',
      ...won(new Date()),
    });
    crm.associate(['deals', deal.id], ['companies', deal.companyId]);
    crm.put('quotes', deal.quoteId, {
      hs_title: `Order ${index + 1}`,
      hs_status: 'ACCEPTED',
      hs_quote_number: `Q-${deal.id}`,
      hs_currency: deal.currency,
    });
    crm.associate(['deals', deal.id], ['quotes', deal.quoteId]);
    for (const [position, line] of deal.lines.entries()) {
      const lineId = `${deal.id}${position + 1}`;
      crm.put('line_items', lineId, {
        name: line.name,
        quantity: line.quantity,
        price: line.price,
        hs_sku: line.code,
        hs_line_item_currency_code: deal.currency,
        hs_position_on_quote: String(position),
      });
      crm.associate(['quotes', deal.quoteId], ['line_items', lineId]);
    }
  }
}
