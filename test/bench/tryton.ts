// `npm run bench -- --erp tryton`: the adapter against a Tryton lab of its own, both sides of each ratio from this run.
import { openProxy } from '@backroom/backend/erp/conformance/proxy';
import type { ErpAdapter } from '@backroom/backend/erp/contract/adapter';
import type { OrderInput } from '@backroom/backend/erp/contract/schemas';
import { tryton } from '@backroom/backend/erp/tryton/index';
import {
  currencySchema,
  decimal,
  type ErpProductId,
  erpCustomerIdSchema,
  erpProductIdSchema,
  referenceSchema,
} from '@backroom/shared';
import { labProblem, openTrytonLab, type TrytonLab } from '../labs/tryton/lab.ts';
import { trytonForm } from '../truth/tryton-form.ts';
import { median, type Row, row } from './report.ts';

const LINES = 50;
const ROUNDS = 5;
const ORDERS = 12;
/** Tryton's own server is one process: what `describe` says it can take. */
const CONCURRENCY = 2;
const eur = currencySchema.parse('EUR');
/** Without a credit limit, so that raw orders do not fail on each other's locks; without and with a price list of five steps. */
const plain = erpCustomerIdSchema.parse('9');
const stepped = erpCustomerIdSchema.parse('4');
const call = () => ({ signal: AbortSignal.timeout(120_000) });

export async function benchTryton(): Promise<Row[]> {
  const problem = labProblem();
  if (problem) throw new Error(problem);
  const lab = await openTrytonLab();
  try {
    return [...(await panels(lab)), ...(await drain(lab))];
  } finally {
    await lab.remove();
  }
}
function connect({ settings }: TrytonLab, url = settings.url): ErpAdapter {
  const { user, password, database } = settings;
  return tryton({ url, credentials: { user, password }, settings: { database } });
}

async function panels(lab: TrytonLab): Promise<Row[]> {
  const proxy = await openProxy(lab.settings.url);
  const adapter = connect(lab, proxy.url);
  const ids: ErpProductId[] = Array.from({ length: LINES }, (_, index) => erpProductIdSchema.parse(String(index + 1)));
  const date = new Date().toISOString().slice(0, 10);
  // Fifty lines in ten quantities, on both sides of every step.
  const lines = ids.map((productId, index) => ({
    productId,
    quantity: decimal(String([1, 5, 10, 19, 20, 49, 50, 99, 100, 150][index % 10])),
  }));
  const quote = (customerId: typeof plain) => () =>
    adapter.pricing?.quote({ customerId, currency: eur, date, lines }, call());
  const asks: readonly (readonly [name: string, goal: number, ask: () => Promise<unknown> | undefined])[] = [
    ['stock', 2, () => adapter.stock?.availability({ productIds: ids }, call())],
    ['prices, no price list', 2, quote(plain)],
    ['prices, a list with five steps, ten quantities', 2, quote(stepped)],
    ['orders', 2, () => adapter.orders?.list({ customerId: stepped }, call())],
    ['invoices', 2, () => adapter.invoices?.list({ customerId: stepped }, call())],
    ['credit', 2, () => adapter.credit?.position({ customerId: stepped }, call())],
    ['returns', 2, () => adapter.returns?.list({ customerId: erpCustomerIdSchema.parse('2') }, call())],
  ];
  const began = performance.now();
  await adapter.health({}, call());
  const rows = [
    row(
      'connect: login, modules, rights, warehouses',
      `${ms(performance.now() - began)}, ${proxy.calls()} calls`,
      '–',
      true,
    ),
  ];
  for (const [name, goal, ask] of asks) {
    const first = await timed(ask);
    const before = proxy.calls();
    await ask();
    const calls = proxy.calls() - before;
    const warm: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) warm.push(await timed(ask));
    const figure = `${calls} calls; first ${ms(first)}, then ${ms(median(warm))}`;
    rows.push(row(`50-line deal, ${name}`, figure, `≤ ${goal} calls`, calls <= goal));
  }
  await adapter.close?.();
  await proxy.close();
  return rows;
}
const ms = (value: number) => `${value.toFixed(0)} ms`;
async function timed(work: () => Promise<unknown> | undefined): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Orders a second at the same concurrency: ours (look the reference up, create, confirm), and the three bare calls with all values known before. */
async function drain(lab: TrytonLab): Promise<Row[]> {
  const adapter = connect(lab);
  const form = await trytonForm(lab.settings);
  const products = ['25', '14', '40'].map((id) => erpProductIdSchema.parse(id));
  let nth = 0;
  const next = () => {
    nth += 1;
    return referenceSchema.parse(`BR-BENCH${String(nth).padStart(8, '0')}`);
  };
  async function ours(): Promise<void> {
    const reference = next();
    const input: OrderInput = {
      reference,
      customerId: plain,
      currency: eur,
      requestedDate: null,
      note: null,
      lines: products.map((productId) => ({
        productId,
        quantity: decimal('1'),
        unitPrice: { amount: decimal('12.50'), currency: eur },
        description: null,
      })),
    };
    const { orders } = adapter;
    await orders?.findByReference({ references: [reference] }, call());
    const made = await orders?.create(input, call());
    const confirmed = made && (await orders?.confirm?.({ id: made.id }, call()));
    if (confirmed?.status !== 'confirmed') throw new Error(`not confirmed: ${JSON.stringify(confirmed)}`);
  }
  const head = await form.head(Number(plain), 'EUR');
  async function raw(): Promise<void> {
    const price = { __class__: 'Decimal', decimal: '12.50' };
    const lines = products.map((id) => ({
      type: 'line',
      product: Number(id),
      quantity: 1,
      unit: 1,
      unit_price: price,
      taxes: [['add', [1]]],
    }));
    const values = {
      party: Number(plain),
      company: form.company,
      currency: 1,
      warehouse: lab.settings.warehouses.HAM,
      reference: next(),
      invoice_address: head.address,
      shipment_address: head.address,
      lines: [['create', lines]],
    };
    const ids = await form.ask('model.sale.sale.create', [values]);
    await form.ask('model.sale.sale.quote', ids);
    await form.ask('model.sale.sale.confirm', ids);
  }
  // Neither side pays for what Tryton does once.
  await raw();
  await ours();
  const rates: [ours: number, raw: number][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Turn about: a machine that slows down slows both.
    const order = round % 2 === 0 ? ([ours, raw] as const) : ([raw, ours] as const);
    const measured = [await rate(order[0]), await rate(order[1])] as const;
    rates.push(order[0] === ours ? [measured[0], measured[1]] : [measured[1], measured[0]]);
  }
  await adapter.close?.();
  await form.close();
  const ratio = median(rates.map(([mine, bare]) => mine / bare));
  const shown = rates.map(([mine, bare]) => `${mine.toFixed(1)}/${bare.toFixed(1)}`).join(', ');
  return [
    row(
      `order drain ÷ bare create + quote + confirm, ${CONCURRENCY} at once, 3 lines (median of ${ROUNDS}: ${shown} a second)`,
      ratio.toFixed(2),
      '≥ 0.95',
      ratio >= 0.95,
    ),
  ];
}
async function rate(work: () => Promise<void>): Promise<number> {
  let left = ORDERS;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      for (; left > 0; ) {
        left -= 1;
        await work();
      }
    }),
  );
  return ORDERS / ((performance.now() - began) / 1000);
}
