import {
  type Currency,
  canonical,
  compare,
  type Decimal,
  decimal,
  divide,
  erpProductIdSchema,
  isZero,
  multiply,
  round,
  subtract,
} from '@backroom/shared';
import { z } from 'zod';
import type { ErpAdapter } from '../contract/adapter.ts';
import type { In, Price } from '../contract/schemas.ts';
import { halfEven } from '../kit/half-even.ts';
import type { Call } from './client.ts';
import type { Installation } from './installation.ts';
import { noList, type PriceList, readPriceList, stepOf, stepsFor, type Units } from './price-list.ts';
import { type SaleHeader, saleHeader } from './sale-header.ts';
import { archivedToo, idOf, idsOf, sum, type Tryton, zero } from './support.ts';
import { hasTaxRule, lineTaxes } from './taxes.ts';
import { convert, unitFields, unitRow } from './units.ts';
import { servingOf, warehousesOf } from './warehouses.ts';
import { numeric, toDate } from './wire.ts';

/** Steps asked for beyond those that the lines stand on, so that a rep sees what a little more would cost. */
const MOST_STEPS = 6;
const hundred = decimal('100');

const tax = z.object({ id: z.number(), type: z.string(), rate: numeric.nullable() });
const row = z.object({
  id: z.number(),
  list_price: numeric.nullable(),
  sale_price_uom: numeric.nullable(),
  'default_uom.': unitRow,
  'sale_uom.': unitRow.nullable(),
  'account_category.': z.object({ 'customer_taxes_used.': z.array(tax) }).nullish(),
});
type Row = z.infer<typeof row>;
const fields = ['list_price', 'sale_price_uom', ...unitFields('default_uom'), ...unitFields('sale_uom')];
const taxFields = ['account_category.customer_taxes_used.type', 'account_category.customer_taxes_used.rate'];
type Line = In<'pricing.quote'>['lines'][number];

/**
 * Prices as the order line would get them. Tryton prices many products a call, but at one quantity. A price list changes its price only at
 * its steps, so every quantity between two steps has the price of the lower one: one call a step serves all lines, and tells the breaks.
 */
export function pricingOf(tryton: Tryton): NonNullable<ErpAdapter['pricing']> {
  const { client, installation } = tryton;
  return {
    async quote({ customerId, currency, date, lines }, call) {
      const there = await installation(call.signal, 'party.party', 'product.product', 'sale.sale', 'account.tax');
      const { id: currencyId } = await there.currency(currency, call);
      const header = await saleHeader(client, there, customerId, currencyId, call);
      const ids = idsOf(lines.map(({ productId }) => productId));
      if (ids.length === 0) return { results: lines.map(() => null), paymentTerms: header.paymentTerms };
      const context = {
        price_list: header.priceList,
        customer: header.party,
        currency: currencyId,
        sale_date: toDate(date),
      };
      const readOf = (some: readonly number[], more: Record<string, unknown>) =>
        readPrices(tryton, some, { ...context, ...more }, call);
      const [list, untaxed, ruled] = await Promise.all([
        stepsOf(tryton, header.priceList, call),
        readOf(ids, { quantity: 0 }),
        hasTaxRule(tryton, header.party, call),
      ]);
      const read = list.taxIncluded
        ? await net(tryton, there, header, ruled, untaxed, readOf, call)
        : (quantity: Decimal) => readOf(ids, { quantity: Number(quantity) });
      const base = list.taxIncluded ? await read(zero) : untaxed;
      const asked = quantitiesToAsk(list, base, lines);
      const others = await Promise.all(asked.map(async (quantity) => [quantity, await read(quantity)] as const));
      const at = new Map<Decimal, Map<number, Row>>([[zero, base], ...others]);
      const results = lines.map((line) => {
        const product = base.get(idOf(line.productId) ?? 0);
        return product
          ? priceOf(line, product, { at, list, there, currency, ruled, hasList: header.priceList !== null })
          : null;
      });
      return { results, paymentTerms: header.paymentTerms };
    },
  };
}

async function stepsOf({ client, installation }: Tryton, list: number | null, call: Call): Promise<PriceList> {
  if (list === null) return noList;
  const there = await installation(call.signal);
  // Not readable for this user: then each quantity is asked for by itself, which needs no list.
  return there.may('product.price_list') ? readPriceList(client, list, call) : { ...noList, stepwise: false };
}
async function readPrices({ client }: Tryton, ids: readonly number[], context: Record<string, unknown>, call: Call) {
  const rows = await client.search(
    'product.product',
    { domain: [['id', 'in', ids], archivedToo], fields: [...fields, ...taxFields], row, context },
    call,
  );
  return new Map<number, Row>(rows.map((each) => [each.id, each]));
}

/** A list with gross prices takes the line's taxes off again, which it has to be told: one call for each set of taxes. */
async function net(
  tryton: Tryton,
  there: Installation,
  header: SaleHeader,
  ruled: boolean,
  products: ReadonlyMap<number, Row>,
  readOf: (ids: readonly number[], more: Record<string, unknown>) => Promise<Map<number, Row>>,
  call: Call,
): Promise<(quantity: Decimal) => Promise<Map<number, Row>>> {
  const own = [...products.values()].map((product) => ({ id: product.id, taxes: taxIdsOf(product) }));
  const warehouse = servingOf(await warehousesOf(tryton, call))?.id ?? null;
  const taxes = await lineTaxes(tryton, there, { ...header, warehouse }, ruled, own, call);
  const sets = Map.groupBy(products.keys(), (id) => JSON.stringify(taxes.get(id) ?? []));
  return async (quantity) => {
    const read = [...sets].map(([set, ids]) => readOf(ids, { quantity: Number(quantity), taxes: JSON.parse(set) }));
    return new Map((await Promise.all(read)).flatMap((rows) => [...rows]));
  };
}
const taxIdsOf = (product: Row) => product['account_category.']?.['customer_taxes_used.'].map(({ id }) => id) ?? null;

const unitsOf = (product: Row): Units => ({
  product: product.id,
  default: product['default_uom.'],
  sale: product['sale_uom.'] ?? product['default_uom.'],
});
function quantitiesToAsk(list: PriceList, base: ReadonlyMap<number, Row>, lines: readonly Line[]): Decimal[] {
  const known = lines.flatMap((line) => {
    const product = base.get(idOf(line.productId) ?? 0);
    return product ? [{ product, quantity: canonical(line.quantity) }] : [];
  });
  if (!list.stepwise)
    return [...new Set(known.map(({ quantity }) => quantity))].filter((quantity) => !isZero(quantity));
  const needed = new Set<Decimal>();
  const more = new Set<Decimal>();
  for (const { product, quantity } of known) {
    const steps = stepsFor(list, unitsOf(product));
    needed.add(stepOf(steps, quantity));
    for (const step of steps) more.add(step);
  }
  needed.delete(zero);
  const breaks = [...more].filter((step) => !needed.has(step)).sort(compare);
  return [...needed, ...breaks.slice(0, Math.max(0, MOST_STEPS - needed.size))];
}

type Found = {
  at: ReadonlyMap<Decimal, ReadonlyMap<number, Row>>;
  list: PriceList;
  there: Installation;
  currency: Currency;
  ruled: boolean;
  hasList: boolean;
};
function priceOf({ productId, quantity }: Line, product: Row, found: Found): Price | null {
  const { at, list, there, currency } = found;
  const steps = list.stepwise ? stepsFor(list, unitsOf(product)) : [];
  const step = list.stepwise ? stepOf(steps, quantity) : canonical(quantity);
  const money = (amount: Decimal) => ({ amount, currency });
  const priceAt = (from: Decimal): Decimal | null => {
    const price = at.get(from)?.get(product.id)?.sale_price_uom;
    return price == null ? null : halfEven(price, there.pricePlaces);
  };
  const unitPrice = priceAt(step);
  if (unitPrice === null) return null;
  const listPrice = listPriceOf(product, there, currency);
  const breaks: Price['breaks'] = [];
  let before = priceAt(zero);
  for (const from of steps) {
    const price = priceAt(from);
    if (price !== null && before !== null && compare(price, before) !== 0) breaks.push({ from, price: money(price) });
    before = price ?? before;
  }
  const below = listPrice !== null && compare(unitPrice, listPrice) < 0 && !isZero(listPrice);
  const broken = list.stepwise && breaks.some(({ from }) => compare(from, step) <= 0 && !isZero(step));
  const same = listPrice !== null && compare(unitPrice, listPrice) === 0;
  return {
    productId: erpProductIdSchema.parse(productId),
    quantity,
    unitPrice: money(unitPrice),
    listPrice: listPrice && money(listPrice),
    discountPercent: below ? round(multiply(divide(subtract(listPrice, unitPrice), listPrice), hundred), 2) : null,
    source: broken ? 'quantity_break' : found.hasList && !same ? 'price_list' : 'list_price',
    taxPercent: found.ruled ? null : taxPercentOf(product),
    breaks,
  };
}
/** The list price is kept in the company's currency, for the unit of stock: in another currency there is none to tell. */
function listPriceOf(product: Row, { company, pricePlaces }: Installation, currency: Currency): Decimal | null {
  if (product.list_price === null || currency !== company.currency) return null;
  const { default: stocked, sale } = unitsOf(product);
  return halfEven(convert(product.list_price, sale, stocked), pricePlaces);
}
function taxPercentOf(product: Row): Decimal | null {
  const taxes = product['account_category.']?.['customer_taxes_used.'];
  if (!taxes?.every(({ type, rate }) => type === 'percentage' && rate !== null)) return null;
  return canonical(multiply(sum(taxes.map(({ rate }) => rate ?? zero)), hundred));
}
