// What the runs against real ERPs share: calls and time of each panel behind a counting proxy, and the order drain beside the ERP's bare calls.
import type { FaultProxy } from '@backroom/backend/erp/conformance/proxy';
import type { ErpAdapter } from '@backroom/backend/erp/contract/adapter';
import type { OrderInput } from '@backroom/backend/erp/contract/schemas';
import {
  type Currency,
  decimal,
  type ErpCustomerId,
  type ErpProductId,
  type Reference,
  referenceSchema,
} from '@backroom/shared';
import { median, type Row, row } from './report.ts';

const ROUNDS = 5;
const ORDERS = 12;
export const LINES = 50;
export const call = () => ({ signal: AbortSignal.timeout(120_000) });
const ms = (value: number) => `${value.toFixed(0)} ms`;
async function timed(work: () => Promise<unknown> | undefined): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export type Panel = { name: string; goal: number; ask: () => Promise<unknown> | undefined };
/** Connecting, then each panel: how many calls when warm, how long at first and then. */
export async function panelRows(proxy: FaultProxy, adapter: ErpAdapter, panels: readonly Panel[]): Promise<Row[]> {
  const connecting = await timed(() => adapter.health({}, call()));
  const rows = [row('connect: login and what there is', `${ms(connecting)}, ${proxy.calls()} calls`, '–', true)];
  for (const { name, goal, ask } of panels) {
    const first = await timed(ask);
    const before = proxy.calls();
    await ask();
    const calls = proxy.calls() - before;
    const warm: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) warm.push(await timed(ask));
    const figure = `${calls} calls; first ${ms(first)}, then ${ms(median(warm))}`;
    rows.push(row(`50-line deal, ${name}`, figure, `≤ ${goal} calls`, calls <= goal));
  }
  return rows;
}

let nth = 0;
/** No server that is kept has seen it. */
export function nextReference(): Reference {
  nth += 1;
  return referenceSchema.parse(`BR-BENCH${Date.now().toString(36).toUpperCase()}${String(nth).padStart(4, '0')}`);
}
/** An order as the engine sends it: look the reference up, create, confirm. */
export async function sendOrder(
  { orders }: ErpAdapter,
  order: { customerId: ErpCustomerId; currency: Currency; products: readonly ErpProductId[] },
): Promise<void> {
  const { customerId, currency, products } = order;
  const reference = nextReference();
  const input: OrderInput = {
    reference,
    customerId,
    currency,
    requestedDate: null,
    note: null,
    lines: products.map((productId) => ({
      productId,
      quantity: decimal('1'),
      unitPrice: { amount: decimal('12.50'), currency },
      description: null,
    })),
  };
  await orders?.findByReference({ references: [reference] }, call());
  const made = await orders?.create(input, call());
  const confirmed = made && (await orders?.confirm?.({ id: made.id }, call()));
  if (confirmed?.status !== 'confirmed') throw new Error(`not confirmed: ${JSON.stringify(confirmed)}`);
}

/** Orders a second, ours and bare, at the same concurrency. */
export async function drainRow({
  ours,
  bare,
  concurrency,
  what,
}: { concurrency: number; what: string } & Record<'ours' | 'bare', () => Promise<void>>): Promise<Row> {
  // Neither side pays for what the ERP does once.
  await bare();
  await ours();
  const rates: { ours: number; bare: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Turn about: a machine that slows down slows both.
    const measured = { ours: 0, bare: 0 };
    for (const side of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const))
      measured[side] = await rate(side === 'ours' ? ours : bare, concurrency);
    rates.push(measured);
  }
  const ratio = median(rates.map((each) => each.ours / each.bare));
  const shown = rates.map((each) => `${each.ours.toFixed(1)}/${each.bare.toFixed(1)}`).join(', ');
  return row(
    `order drain ÷ ${what}, ${concurrency} at once, 3 lines (median of ${ROUNDS}: ${shown} a second)`,
    ratio.toFixed(2),
    '≥ 0.95',
    ratio >= 0.95,
  );
}
async function rate(work: () => Promise<void>, concurrency: number): Promise<number> {
  let left = ORDERS;
  const took = await timed(() =>
    Promise.all(
      Array.from({ length: concurrency }, async () => {
        for (; left > 0; ) {
          left -= 1;
          await work();
        }
      }),
    ),
  );
  return ORDERS / (took / 1000);
}
