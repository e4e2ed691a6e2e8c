import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { termsOf } from './preview.ts';
import type { Session } from './session.ts';
import { readTree } from './tree.ts';
import { id } from './values.ts';

const productRow = z.object({ id, active: z.boolean(), sale_ok: z.boolean(), display_name: z.string() });
type Product = z.output<typeof productRow>;
type Customer = Awaited<ReturnType<typeof termsOf>>;

/** How long what a preview has read may stand for the order that it leads to. */
const RECENT_MS = 60_000;
type Memory = { customers: LRUCache<string, Customer>; products: LRUCache<number, Product> };
const kept = new WeakMap<Session, Memory>();
function memoryOf(session: Session): Memory {
  const memory = kept.get(session) ?? {
    customers: new LRUCache<string, Customer>({ max: 1000, ttl: RECENT_MS }),
    products: new LRUCache<number, Product>({ max: 5000, ttl: RECENT_MS }),
  };
  kept.set(session, memory);
  return memory;
}

/**
 * What says whether an order may be: its customer and products, as Odoo has them now. `recent`: or as it had them within the last minute, so that
 * the order which follows a preview, and the fifty that go out together after a night, do not ask for the same again.
 */
export async function customerFacts(session: Session, customerId: string, recent: boolean, signal: AbortSignal) {
  const { customers } = memoryOf(session);
  const known = recent ? customers.get(customerId) : undefined;
  if (known) return known;
  const found = await termsOf(session, customerId, signal);
  customers.set(customerId, found);
  return found;
}
export async function saleProducts(session: Session, ids: readonly number[], recent: boolean, signal: AbortSignal) {
  const { products } = memoryOf(session);
  const wanted = [...new Set(ids)];
  const known = recent ? wanted.flatMap((each) => products.get(each) ?? []) : [];
  const missing = wanted.filter((each) => !known.some((product) => product.id === each));
  if (missing.length === 0) return known;
  const rows =
    (await readTree(session, productRow, {
      model: 'product.product',
      domain: [['id', 'in', missing]],
      spec: { active: {}, sale_ok: {}, display_name: {} },
      signal,
    })) ?? [];
  for (const row of rows) products.set(row.id, row);
  return [...known, ...rows];
}
