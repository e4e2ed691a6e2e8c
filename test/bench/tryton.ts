// `npm run bench -- --erp tryton`: the adapter against a Tryton lab of its own, both sides of each ratio from this run.
import { openProxy } from '@backroom/backend/erp/conformance/proxy';
import type { ErpAdapter } from '@backroom/backend/erp/contract/adapter';
import { tryton } from '@backroom/backend/erp/tryton/index';
import { currencySchema, decimal, type ErpProductId, erpCustomerIdSchema, erpProductIdSchema } from '@backroom/shared';
import { labProblem, openTrytonLab, type TrytonLab } from '../labs/tryton/lab.ts';
import { trytonForm } from '../truth/tryton-form.ts';
import { call, drainRow, LINES, nextReference, panelRows, sendOrder } from './erp.ts';
import type { Row } from './report.ts';

/** Tryton's own server is one process: what `describe` says it can take. */
const CONCURRENCY = 2;
const eur = currencySchema.parse('EUR');
/** Without a credit limit, so that raw orders do not fail on each other's locks; without and with a price list of five steps. */
const plain = erpCustomerIdSchema.parse('9');
const stepped = erpCustomerIdSchema.parse('4');

export async function benchTryton(): Promise<Row[]> {
  const problem = labProblem();
  if (problem) throw new Error(problem);
  const lab = await openTrytonLab();
  try {
    return [...(await panels(lab)), await drain(lab)];
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
  const rows = await panelRows(proxy, adapter, [
    { name: 'stock', goal: 2, ask: () => adapter.stock?.availability({ productIds: ids }, call()) },
    { name: 'prices, no price list', goal: 2, ask: quote(plain) },
    { name: 'prices, a list with five steps, ten quantities', goal: 2, ask: quote(stepped) },
    { name: 'orders', goal: 2, ask: () => adapter.orders?.list({ customerId: stepped }, call()) },
    { name: 'invoices', goal: 2, ask: () => adapter.invoices?.list({ customerId: stepped }, call()) },
    { name: 'credit', goal: 2, ask: () => adapter.credit?.position({ customerId: stepped }, call()) },
    {
      name: 'returns',
      goal: 2,
      ask: () => adapter.returns?.list({ customerId: erpCustomerIdSchema.parse('2') }, call()),
    },
  ]);
  await adapter.close?.();
  await proxy.close();
  return rows;
}

/** Ours, and the three bare calls with all values known before. */
async function drain(lab: TrytonLab): Promise<Row> {
  const adapter = connect(lab);
  const form = await trytonForm(lab.settings);
  const products = ['25', '14', '40'].map((id) => erpProductIdSchema.parse(id));
  const head = await form.head(Number(plain), 'EUR');
  async function bare(): Promise<void> {
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
      reference: nextReference(),
      invoice_address: head.address,
      shipment_address: head.address,
      lines: [['create', lines]],
    };
    const ids = await form.ask('model.sale.sale.create', [values]);
    await form.ask('model.sale.sale.quote', ids);
    await form.ask('model.sale.sale.confirm', ids);
  }
  const ours = () => sendOrder(adapter, { customerId: plain, currency: eur, products });
  const what = 'bare create + quote + confirm';
  const row = await drainRow({ ours, bare, concurrency: CONCURRENCY, what });
  await adapter.close?.();
  await form.close();
  return row;
}
