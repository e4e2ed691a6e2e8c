import { randomBytes } from 'node:crypto';
import { type ErpOrder, type Reference, referenceSchema } from '@backroom/shared';
import { type ErpAdapter, ErpError } from '../erp/contract/index.ts';
import type { OrderInput } from '../erp/contract/schemas.ts';
import { type Goods, priceOf, wroteNothing } from './goods.ts';
import type { OrderState } from './rows.ts';
import type { Timer } from './timed.ts';

/** What every test order is recognised by, in Backroom and in the ERP. */
export const MARK = 'BR-LOADTEST';
const NOTE = 'Backroom load test. May be deleted.';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
export const newReference = (): Reference =>
  referenceSchema.parse(`${MARK}${[...randomBytes(12)].map((byte) => letters[byte & 31]).join('')}`);

const pick = <Item>(items: readonly Item[], nth: number): Item => items[nth % items.length] as Item;

/** Reads what a deal page shows before somebody converts: stock, prices and credit of this customer. A failed read is counted, and the order goes on. */
async function readPage(erp: ErpAdapter, goods: Goods, nth: number, today: string, timer: Timer) {
  const { customer, currency } = pick(goods.customers, nth);
  const product = pick(goods.products, nth);
  const lines = [{ productId: product.id, quantity: '1' as never }];
  const { stock, pricing, credit } = erp;
  const [, quoted] = await Promise.all([
    stock &&
      timer
        .call('stock.availability', (call) => stock.availability({ productIds: [product.id] }, call))
        .catch(() => null),
    pricing &&
      timer
        .call('pricing.quote', (call) => pricing.quote({ customerId: customer.id, currency, date: today, lines }, call))
        .catch(() => null),
    credit &&
      timer.call('credit.position', (call) => credit.position({ customerId: customer.id }, call)).catch(() => null),
  ]);
  return { customer, currency, product, price: priceOf(quoted?.results ?? [], currency) };
}

type Made = { state: OrderState; erp_id?: string; erp_number?: string; words?: string | null };
const made = ({ id, number }: ErpOrder): Made => ({ state: 'created', erp_id: id, erp_number: number });

/** One page and one order, as a conversion makes it: simulate, create, confirm. `beforeSending` is awaited before anything can be written. */
export async function sendOne(
  erp: ErpAdapter,
  goods: Goods,
  order: { nth: number; reference: Reference; today: string },
  timer: Timer,
  beforeSending: () => Promise<void>,
): Promise<Made> {
  const { orders } = erp;
  if (!orders) throw new ErpError('unsupported', 'this ERP has no orders');
  const { customer, currency, product, price } = await readPage(erp, goods, order.nth, order.today, timer);
  const input: OrderInput = {
    reference: order.reference,
    customerId: customer.id,
    currency,
    requestedDate: null,
    note: NOTE,
    lines: [{ productId: product.id, quantity: '1' as never, unitPrice: price, description: null }],
  };
  const { simulate, confirm } = orders;
  if (simulate) await timer.call('orders.simulate', (call) => simulate(input, call)).catch(() => null);
  await beforeSending();
  try {
    const created = await timer.call('orders.create', (call) => orders.create(input, call));
    if (created.status !== 'draft' || !confirm) return made(created);
    // A draft that is not confirmed is taken back like an order.
    return made(await timer.call('orders.confirm', (call) => confirm({ id: created.id }, call)).catch(() => created));
  } catch (error) {
    if (!wroteNothing(error)) return { state: 'sending' };
    return { state: 'refused', words: error instanceof ErpError ? (error.words ?? error.kind) : null };
  }
}
