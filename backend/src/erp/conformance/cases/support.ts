import { add, type Currency, type Decimal, decimal, type ErpOrder, type Reference } from '@backroom/shared';
import { MAX_BATCH, type OrderInput } from '../../contract/schemas.ts';
import { type Ask, failing, mendable } from '../ask.ts';
import type { Case, Context } from '../kit.ts';

/** Questions for a whole batch: known values over and over, an unknown one at every seventh place. */
export function bigBatch<Value>(known: readonly Value[], unknown: (index: number) => Value): (Value | null)[] {
  return Array.from({ length: MAX_BATCH }, (_, index) =>
    index % 7 === 3 ? unknown(index) : (known[index % known.length] ?? null),
  );
}
export const filled = <Value>(values: readonly (Value | null)[]): Value[] =>
  values.filter((value) => value !== null) as Value[];

/** Does the work while this process believes that it is another moment; time goes on from there. */
export async function atInstant<Value>(instant: Date, work: () => Promise<Value>): Promise<Value> {
  const RealDate = Date;
  const shift = instant.getTime() - RealDate.now();
  globalThis.Date = class extends RealDate {
    constructor(...args: readonly unknown[]) {
      super(...((args.length === 0 ? [RealDate.now() + shift] : args) as [number]));
    }
    static override now = () => RealDate.now() + shift;
  } as DateConstructor;
  try {
    return await work();
  } finally {
    globalThis.Date = RealDate;
  }
}
export const currencyFor = (context: Context, own: Currency | null): Currency => own ?? context.health.currency;

/** A small order for the example customer at round prices. */
export async function smallOrder(context: Context, reference: Reference): Promise<OrderInput> {
  const [customer, products] = [await context.customer(), await context.products()];
  const currency = currencyFor(context, customer.currency);
  return {
    reference,
    customerId: customer.id,
    currency,
    requestedDate: null,
    note: null,
    lines: products.slice(0, 2).map(({ id }, index) => ({
      productId: id,
      quantity: decimal(String(index + 1)),
      unitPrice: { amount: decimal('10.50'), currency },
      description: null,
    })),
  };
}

/** What a case that writes orders needs. */
export const writing = {
  needs: ['orders.create', 'orders.findByReference', 'products.resolve', 'customers.search'],
  examples: ['write', 'customer', 'products'],
} as const satisfies Partial<Case>;

/** Creates a small order, changed to show the case. */
export async function place(context: Context, change: (input: OrderInput) => OrderInput = (input) => input) {
  const input = change(await smallOrder(context, context.reference()));
  return { input, order: await context.ask('orders.create', input) };
}
/** An order that the ERP made a draft of wants `confirm`, where there is one. */
export const confirmed = (context: Context, order: ErpOrder): Promise<ErpOrder> =>
  order.status === 'draft' && context.has('orders.confirm')
    ? context.ask('orders.confirm', { id: order.id })
    : Promise.resolve(order);
export const withFirstLine = (input: OrderInput, change: Partial<OrderInput['lines'][number]>): OrderInput => ({
  ...input,
  lines: input.lines.map((line, index) => (index === 0 ? { ...line, ...change } : line)),
});

/** Asks until the answer is there; a look-up may lag by what the description says, and no longer. */
export async function settled<Value>(
  { description }: Pick<Context, 'description'>,
  read: () => Promise<Value>,
  there: (value: Value) => boolean,
): Promise<Value> {
  const until = Date.now() + description.settleMs;
  let value = await read();
  while (!there(value) && Date.now() < until) {
    await new Promise((done) => setTimeout(done, 100));
    value = await read();
  }
  return value;
}
export const byReference = (ask: Ask, context: Context, reference: Reference): Promise<ErpOrder[]> =>
  settled(
    context,
    async () => (await ask('orders.findByReference', { references: [reference] })).results[0] ?? [],
    (found) => found.length > 0,
  );

/** Page after page until the cursor ends. A list that never ends is ended here. */
export async function everyPage<Item>(
  read: (cursor: string | null) => Promise<{ items: Item[]; cursor: string | null }>,
): Promise<Item[]> {
  const all: Item[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < 1000; pages += 1) {
    const page = await read(cursor);
    all.push(...page.items);
    if (page.cursor === null) return all;
    cursor = page.cursor;
  }
  throw new Error('the list has no end: the cursor does not become null');
}

/** Leaves the ERP as tidy as it lets us. */
export async function cancelQuietly({ ask, has }: Context, order: ErpOrder): Promise<void> {
  if (has('orders.cancel')) await ask('orders.cancel', { id: order.id }).catch(() => {});
}

/** The operation must not accept this: refused (or not found, for an id) in words, with the field to mend. */
export async function refused(work: Promise<unknown>, field: RegExp) {
  const error = await failing(work, 'refused', 'not_found');
  mendable(error, field);
}
export const sum = (values: readonly Decimal[]): Decimal => add(decimal('0'), ...values);
