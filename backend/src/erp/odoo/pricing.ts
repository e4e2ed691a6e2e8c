import { type Decimal, isZero, type Money } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { In, Out, Price } from '../contract/schemas.ts';
import { exact, id, link, type OdooCurrency, recordId, recordIds, text } from '../transport/odoo/values.ts';
import { type PreviewLine, type PricedLine, preview, termsOf } from './preview.ts';
import { type ProductFacts, productFacts } from './product-facts.ts';
import { MINUTE_MS, type Session } from './session.ts';
import { netUnitPrice, taxPercent } from './taxes.ts';

const itemRow = z.object({
  id,
  applied_on: text,
  product_id: link,
  product_tmpl_id: link,
  min_quantity: z.number(),
});
/** Quantities of a list's rules that are asked per line: those that a person could look at. */
const BREAKS_AT_MOST = 5;
const AT_ONCE = 500;

export const breaksKey = (pricelist: number | string): string => `breaks|${pricelist}`;
/** The rules of one list, remembered for a minute or until the feed sees one change: they only say at which quantities to ask for a price. */
function breaksOf(session: Session, pricelist: number | null, signal: AbortSignal) {
  if (pricelist === null) return Promise.resolve([]);
  return session.remembered(
    breaksKey(pricelist),
    () =>
      session.ask(z.array(itemRow), {
        model: 'product.pricelist.item',
        method: 'search_read',
        args: {
          domain: [['pricelist_id', '=', pricelist]],
          fields: ['applied_on', 'product_id', 'product_tmpl_id', 'min_quantity'],
        },
        signal,
      }),
    MINUTE_MS,
  );
}
/** The customer's prices exactly as Odoo's order form would fill them in, with the breaks of the list priced by the same call. */
export async function quote(
  session: Session,
  input: In<'pricing.quote'>,
  signal: AbortSignal,
): Promise<Out<'pricing.quote'>> {
  const { terms } = await termsOf(session, input.customerId, signal);
  const currency = await session.currency(terms.currency, signal);
  if (currency.code !== input.currency)
    throw new ErpError('refused', `the customer is priced in ${currency.code}`, {
      field: 'currency',
      words: `Odoo prices this customer in ${currency.code}, not in ${input.currency}.`,
    });
  const ids = [...new Set(recordIds(input.lines.map(({ productId }) => productId)))];
  const known = await productFacts(session, ids, signal);
  const items = await breaksOf(session, terms.pricelist, signal);
  const applies = (item: z.output<typeof itemRow>, product: ProductFacts) =>
    item.product_id
      ? item.product_id[0] === product.id
      : item.product_tmpl_id
        ? item.product_tmpl_id[0] === product.template
        : true;
  const asked: PreviewLine[] = [];
  const ask = (product: number, quantity: number) => asked.push({ product, quantity, unitPrice: null }) - 1;
  const breakAt = new Map<string, number>();
  const places = input.lines.map(({ productId, quantity }) => {
    const row = known.get(recordId(productId) ?? 0);
    if (!row) return null;
    const from = [
      ...new Set(items.filter((item) => item.min_quantity > 0 && applies(item, row)).map((item) => item.min_quantity)),
    ]
      .sort((left, right) => left - right)
      .slice(0, BREAKS_AT_MOST);
    for (const each of from) if (!breakAt.has(`${row.id}|${each}`)) breakAt.set(`${row.id}|${each}`, ask(row.id, each));
    return { row, productId, quantity, from, at: ask(row.id, Number(quantity)) };
  });
  const priced: PricedLine[] = [];
  for (let at = 0; at < asked.length; at += AT_ONCE)
    priced.push(
      ...(await preview(session, terms, { date: input.date, lines: asked.slice(at, at + AT_ONCE) }, signal)).lines,
    );
  const company = session.company.currency;

  const results = places.map((place): Price | null => {
    const line = place && priced[place.at];
    if (!place || !line) return null;
    const { row, productId, quantity, from } = place;
    const unitPrice = inMoney(netUnitPrice(line, quantity), currency);
    // With a discount on the line its price is the list's; without one the product's own, where that is in the same money.
    const own = line.listPrice === null || currency.id !== company.id ? null : exact(line.listPrice);
    const listed = isZero(exact(line.discount)) ? own : exact(line.unitPrice);
    const included = line.taxes.some((tax) => tax.included);
    let breaks: Price['breaks'] = [];
    let last: Decimal | null = null;
    for (const each of from) {
      const there = priced[breakAt.get(`${row.id}|${each}`) ?? -1];
      const price: Decimal | null = there ? netUnitPrice(there, exact(each)) : null;
      if (price !== null && price !== last)
        breaks = [...breaks, { from: exact(each), price: inMoney(price, currency) }];
      last = price;
    }
    const rule = line.rule && (items.find((item) => item.id === line.rule?.id)?.min_quantity ?? line.rule.from);
    return {
      productId,
      quantity,
      unitPrice,
      listPrice: listed === null || included ? null : inMoney(listed, currency),
      discountPercent: isZero(exact(line.discount)) || included ? null : exact(line.discount),
      source: rule === null ? 'list_price' : rule > 0 ? 'quantity_break' : 'price_list',
      taxPercent: taxPercent(line.taxes),
      breaks,
    };
  });
  return { results, paymentTerms: terms.paymentTerms };
}
/** A unit price keeps all its places: Odoo rounds the line, not the unit. */
const inMoney = (amount: Decimal, currency: OdooCurrency): Money => ({ amount, currency: currency.code });
