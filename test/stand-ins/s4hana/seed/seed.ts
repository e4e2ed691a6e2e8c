import type { Store } from '../database.ts';
import type { Desk } from '../desk.ts';
import { documents } from './documents.ts';
import { masters } from './masters.ts';

/** Customers, products, prices, stock and documents. Does nothing where it was done before. */
export function seed(store: Store, desk: Desk): void {
  if (store.one('select 1 from A_Customer')) return;
  store.atomic(() => {
    masters(store);
    documents(store, desk);
  });
}
