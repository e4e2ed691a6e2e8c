import type { Availability, ErpAdapter, ErpHealth, Product } from '@backroom/backend/erp/contract/index';
import { type CreditPosition, compare, decimal, type ErpCustomer } from '@backroom/shared';

/** A look around is enough for a dozen deals: so many customers and products, and no whole ERP. */
const CUSTOMERS = 60;
const PRODUCTS = 400;
const call = () => ({ signal: AbortSignal.timeout(60_000) });

export type Survey = {
  health: ErpHealth;
  customers: readonly ErpCustomer[];
  products: readonly Product[];
  stock: ReadonlyMap<string, Availability>;
  credit: ReadonlyMap<string, CreditPosition>;
};

async function pages<Item>(
  most: number,
  read: (cursor: string | null) => Promise<{ items: Item[]; cursor: string | null }>,
): Promise<Item[]> {
  const all: Item[] = [];
  for (let cursor: string | null = null; all.length < most; ) {
    const page = await read(cursor);
    all.push(...page.items);
    if (page.cursor === null) break;
    cursor = page.cursor;
  }
  return all.slice(0, most);
}

/** What this ERP has to show: asked through the adapter, so that it works for every ERP that has one. */
export async function surveyOf(erp: ErpAdapter): Promise<Survey> {
  const health = await erp.health({}, call());
  const customers = await pages(CUSTOMERS, async (cursor) => {
    const page = await erp.customers?.list?.({ cursor }, call());
    return { items: page?.customers ?? [], cursor: page?.cursor ?? null };
  });
  // In some ERPs the company itself is among its customers.
  const others = customers.filter(({ name }) => name !== health.company);
  const products = await pages(PRODUCTS, async (cursor) => {
    const page = await erp.products?.list?.({ cursor }, call());
    return { items: page?.products.filter(({ code }) => code !== '') ?? [], cursor: page?.cursor ?? null };
  });
  if (others.length === 0 || products.length === 0)
    throw new Error(`${health.company} has ${others.length} customers and ${products.length} products to show`);
  const productIds = products.filter(({ stocked }) => stocked).map(({ id }) => id);
  const { results = [] } = (await erp.stock?.availability({ productIds }, call())) ?? {};
  const credit = new Map<string, CreditPosition>();
  // One after the other: a start-up must not be the load that slows an ERP down.
  for (const { id } of others) {
    const position = await erp.credit?.position({ customerId: id }, call()).catch(() => null);
    if (position) credit.set(id, position);
  }
  return {
    health,
    customers: others,
    products,
    stock: new Map(results.flatMap((each) => (each ? [[each.productId, each] as const] : []))),
    credit,
  };
}

const zero = decimal('0');
/** How much is going on with a customer: those who buy come first. */
export const busyness = ({ credit }: Survey, { id }: ErpCustomer) => credit.get(id)?.exposure.amount ?? zero;
/** Owes nothing that is due, and a few small orders do not reach its limit. */
export function isGood({ credit }: Survey, customer: ErpCustomer): boolean {
  const position = credit.get(customer.id);
  if (customer.blocked || !position || position.blocked) return false;
  return (
    compare(position.overdue.amount, zero) <= 0 &&
    (!position.free || compare(position.free.amount, decimal('5000')) > 0)
  );
}
export function isTroubled({ credit }: Survey, customer: ErpCustomer): boolean {
  const position = credit.get(customer.id);
  if (customer.blocked || !position) return false;
  return (
    compare(position.overdue.amount, zero) > 0 || (position.free !== null && compare(position.free.amount, zero) < 0)
  );
}
