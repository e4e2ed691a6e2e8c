import { type Currency, currencySchema, decimal, type ErpCustomer, type Money } from '@backroom/shared';
import { type ErpAdapter, ErpError } from '../erp/contract/index.ts';
import type { Product } from '../erp/contract/schemas.ts';

/** So many of each: one alone would be answered from one page of the ERP's memory, or wait for one lock. */
const MOST = 8;
const PAGES = 3;
const CALL_MS = 15_000;
const call = () => ({ signal: AbortSignal.timeout(CALL_MS) });
const notNull = <Value>(value: Value | null): value is Value => value !== null;

export type Goods = {
  customers: readonly { customer: ErpCustomer; currency: Currency }[];
  products: readonly Product[];
  currency: Currency;
};
/** Customers and products of the ERP that test orders are made of. Those whose figures stand on CRM records (`linkedAmong`) only where there are no others. */
export async function findGoods(
  erp: ErpAdapter,
  linkedAmong: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<Goods | null> {
  const { currency } = await erp.health({}, call());
  const products = await listed(
    (cursor) => erp.products?.list?.({ cursor }, call()),
    ({ products: found, cursor }) => ({
      found: found.filter(({ archived }) => !archived),
      cursor,
    }),
  );
  const all = await listed(
    (cursor) => erp.customers?.list?.({ cursor }, call()),
    ({ customers: found, cursor }) => ({
      found: found.filter(({ blocked }) => !blocked),
      cursor,
    }),
  );
  const linked = await linkedAmong(all.map(({ id }) => id));
  const free = all.filter(({ id }) => !linked.has(id));
  const customers = (free.length > 0 ? free : all)
    .slice(0, MOST)
    .map((customer) => ({ customer, currency: customer.currency ?? currencySchema.parse(currency) }));
  if (customers.length === 0 || products.length === 0) return null;
  return { customers, products: products.slice(0, MOST), currency: currencySchema.parse(currency) };
}
/** The first entries of a list that comes in pages. */
async function listed<Page, Item>(
  ask: (cursor: string | null) => Promise<Page> | undefined,
  read: (page: Page) => { found: Item[]; cursor: string | null },
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES && items.length < MOST; page += 1) {
    const answer: Page | undefined = await ask(cursor);
    if (answer === undefined) break;
    const { found, cursor: next } = read(answer);
    items.push(...found);
    cursor = next;
    if (cursor === null) break;
  }
  return items;
}
/** The ERP's own price for one piece; one unit of the currency where it has none. */
export const priceOf = (quoted: readonly ({ unitPrice: Money } | null)[], currency: Currency): Money => {
  const price = quoted.find(notNull)?.unitPrice;
  return price && price.currency === currency ? price : { amount: decimal('1'), currency };
};
/** Whether the error says that nothing was written. Anything else has to be looked up. */
export const wroteNothing = (error: unknown): boolean =>
  error instanceof ErpError && error.kind !== 'uncertain' && error.kind !== 'drift';
