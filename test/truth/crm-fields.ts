import type { ErpAdapter } from '@backroom/backend/erp/contract/adapter';
import { type Decimal, decimal, erpCustomerIdSchema, subtract } from '@backroom/shared';
import { openTestStore } from '../../backend/test/databases.ts';
import { feedErp, openFeedWorld } from '../../backend/test/feed-world.ts';
import { asked, call, type Figure, type Part, part } from './part.ts';
import type { Random } from './random.ts';

/** What the ERP's tables say of a customer or an order, by the names of the feed's fields. A field that is not here is not compared. */
type Theirs = Readonly<Record<string, string | null>>;
export type FieldsSource = {
  adapter: ErpAdapter;
  /** Customers by id, and the orders of each. */
  customers: readonly string[];
  ordersOf: (customer: string) => Promise<readonly { id: string; fields: Theirs }[]>;
  ofCustomer: (customer: string) => Promise<Theirs>;
  /** What people in the ERP do with an order. Most orders are over, or stopped on purpose: an order that does not take it is left. */
  desk: {
    deliver: (order: number) => Promise<unknown>;
    post: (order: number) => Promise<{ id: number }>;
    pay: (invoice: number) => Promise<unknown>;
  };
  against: string;
  close: () => Promise<unknown>;
};
const BATCH = 50;
/** Orders that are moved on between two rounds, of so many that are tried. */
const MOVED = 4;
const TRIED = 100;
/** Amounts; the rest is text. */
const isAmount = (name: string) => /Total|Free/.test(name);

/** Delivers, invoices and sometimes pays a few orders. Answers how many took it. */
async function moveOn({ desk }: FieldsSource, random: Random, orders: readonly string[]): Promise<number> {
  let moved = 0;
  for (const order of random.some(orders, Math.min(orders.length, TRIED))) {
    if (moved === MOVED) break;
    try {
      await desk.deliver(Number(order));
      const { id } = await desk.post(Number(order));
      if (random.whole(2)) await desk.pay(id);
      moved += 1;
    } catch {
      // It does not take it.
    }
  }
  return moved;
}
type Credit = { limit: string | null; receivable: string; orders: string };
/** What is left of a limit; null without one. */
export const creditLeft = ({ limit, receivable, orders }: Credit): string | null =>
  limit === null
    ? null
    : [receivable, orders].reduce<Decimal>((left, each) => subtract(left, decimal(each)), decimal(limit));

/**
 * CRM fields as the feed left them, against the ERP's own tables. Each customer is a linked company, each of its orders a converted deal; nobody opens a
 * page. After the first round people move orders on in the ERP, and the fields are compared again once the feed has caught up.
 */
export const fieldsPartOf = (open: () => Promise<FieldsSource | { unavailable: string }>): Part => ({
  async open() {
    const source = await open();
    if ('unavailable' in source) return source;
    const { adapter, customers } = source;
    const store = await openTestStore();
    const erp = { ...feedErp(), adapter };
    const world = await openFeedWorld(store.db, erp, 'real');
    for (let at = 0; at < customers.length; at += BATCH) {
      const ids = customers.slice(at, at + BATCH).map((id) => erpCustomerIdSchema.parse(id));
      for (const card of (await part(adapter, 'customers').get({ ids }, call())).results)
        if (card) erp.customers.set(card.id, card);
    }
    const linked = customers.filter((id) => erp.customers.has(id));
    const orders = new Map<string, string>();
    for (const customer of linked) {
      await world.link(customer, customer);
      for (const { id } of await source.ordersOf(customer)) orders.set(id, customer);
    }
    for (const [order, customer] of orders) {
      erp.order(order, customer);
      await world.convert(order, order, customer);
    }
    const feeds = world.feeds();
    /** Several looks: what an ERP tells late comes with a later one. */
    async function caughtUp(): Promise<void> {
      await feeds.match();
      for (let look = 0; look < 3; look += 1) await world.wake(feeds);
      if (world.errors.length > 0) throw world.errors[0];
    }
    let rounds = 0;
    const compare = (type: 'company' | 'deal', id: string, theirs: Theirs): Promise<Figure[]> =>
      asked(
        type === 'deal' ? 'orders' : 'customer',
        async () => world.page(type, id) ?? {},
        async (fields, of) => {
          const { decimal, text } = of(`${type} ${id} after ${rounds} moves`);
          for (const [name, value] of Object.entries(theirs)) {
            const ours = fields[name] ?? null;
            if (isAmount(name)) decimal(name, ours as never, value);
            else text(name, ours as string | boolean | null, value);
          }
        },
      );
    return {
      against: `${source.against}; ${linked.length} companies, ${orders.size} deals`,
      async round(random) {
        if (rounds > 0 && (await moveOn(source, random, [...orders.keys()])) === 0) return [];
        await caughtUp();
        const figures: Figure[] = [];
        for (const customer of linked) {
          figures.push(...(await compare('company', customer, await source.ofCustomer(customer))));
          for (const { id, fields } of await source.ordersOf(customer))
            if (orders.has(id)) figures.push(...(await compare('deal', id, fields)));
        }
        rounds += 1;
        return figures;
      },
      async close() {
        await world.close();
        await store.close();
        await source.close();
      },
    };
  },
});
