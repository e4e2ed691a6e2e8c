// `npm run bench -- --erp odoo`: the adapter against the Odoo that the environment names, both sides of each ratio from this run.
import { openProxy } from '@backroom/backend/erp/conformance/proxy';
import type { ErpAdapter } from '@backroom/backend/erp/contract/adapter';
import { odoo } from '@backroom/backend/erp/odoo/index';
import { connect } from '@backroom/backend/erp/transport/odoo/transport';
import { decimal, type ErpCustomerId, type ErpProductId } from '@backroom/shared';
import { z } from 'zod';
import { type OdooServer, odooServer } from '../support/odoo-desk.ts';
import { call, drainRow, LINES, nextReference, panelRows, sendOrder } from './erp.ts';
import type { Row } from './report.ts';

/** What `describe` says it can take. */
const CONCURRENCY = 2;

export async function benchOdoo(): Promise<Row[]> {
  const server = odooServer();
  if (typeof server === 'string') throw new Error(server);
  const proxy = await openProxy(server.url);
  const adapter = adapterAt(server, proxy.url);
  try {
    const chosen = await chooseFrom(adapterAt(server, server.url));
    return [...(await panels(proxy, adapter, chosen)), await drain(server, chosen)];
  } finally {
    await proxy.close();
  }
}
const adapterAt = ({ key, login, database }: OdooServer, url: string): ErpAdapter =>
  odoo({ url, credentials: { key, ...(login ? { login } : {}) }, settings: { database } });

/** Fifty products, the three with the most stock first; and the customer with the most orders among the first forty. */
async function chooseFrom(adapter: ErpAdapter) {
  const products = (await adapter.products?.list?.({ cursor: null }, call()))?.products ?? [];
  const stocked = products.filter((each) => each.stocked && each.code !== '').map(({ id }) => id);
  const stock = (await adapter.stock?.availability({ productIds: stocked }, call()))?.results ?? [];
  const most = [...stock].sort((left, right) => Number(right?.available ?? 0) - Number(left?.available ?? 0));
  const customers = (await adapter.customers?.list?.({ cursor: null }, call()))?.customers ?? [];
  let customer = customers.find(({ blocked }) => !blocked);
  let busiest = -1;
  for (const each of customers.filter(({ blocked }) => !blocked).slice(0, 40)) {
    const orders = (await adapter.orders?.list({ customerId: each.id }, call()))?.results.length ?? 0;
    if (orders > busiest) [customer, busiest] = [each, orders];
  }
  const { currency } = await adapter.health({}, call());
  const ids = most.flatMap((each) => (each ? [each.productId] : []));
  if (!customer || ids.length < LINES) throw new Error(`${ids.length} products in stock, ${LINES} are needed`);
  return { customer: customer.id, currency: customer.currency ?? currency, products: ids.slice(0, LINES) };
}
type Chosen = {
  customer: ErpCustomerId;
  currency: Parameters<typeof sendOrder>[1]['currency'];
  products: ErpProductId[];
};

function panels(proxy: Awaited<ReturnType<typeof openProxy>>, adapter: ErpAdapter, chosen: Chosen): Promise<Row[]> {
  const { customer: customerId, currency, products } = chosen;
  const date = new Date().toISOString().slice(0, 10);
  const lines = products.map((productId, index) => ({
    productId,
    quantity: decimal(String([1, 5, 10, 19, 20, 49, 50, 99, 100, 150][index % 10])),
  }));
  return panelRows(proxy, adapter, [
    { name: 'stock', goal: 2, ask: () => adapter.stock?.availability({ productIds: products }, call()) },
    {
      name: 'prices, ten quantities',
      goal: 2,
      ask: () => adapter.pricing?.quote({ customerId, currency, date, lines }, call()),
    },
    { name: 'orders', goal: 2, ask: () => adapter.orders?.list({ customerId }, call()) },
    { name: 'invoices', goal: 2, ask: () => adapter.invoices?.list({ customerId }, call()) },
    { name: 'credit', goal: 2, ask: () => adapter.credit?.position({ customerId }, call()) },
    { name: 'returns', goal: 2, ask: () => adapter.returns?.list({ customerId }, call()) },
  ]);
}

/** Ours, and Odoo's own two calls with all values known before: an order of three lines, and its button. */
async function drain(server: OdooServer, { customer, currency, products }: Chosen): Promise<Row> {
  const adapter = adapterAt(server, server.url);
  const transport = await connect(server, AbortSignal.timeout(30_000));
  const three = products.slice(0, 3);
  async function bare(): Promise<void> {
    const lines = three.map((id) => [0, 0, { product_id: Number(id), product_uom_qty: 1, price_unit: 12.5 }]);
    const order = { partner_id: Number(customer), client_order_ref: nextReference(), order_line: lines };
    const made = await transport.send({
      model: 'sale.order',
      method: 'create',
      args: { vals_list: [order] },
      ...call(),
    });
    await transport.send({
      model: 'sale.order',
      method: 'action_confirm',
      ids: z.array(z.number()).parse(made),
      ...call(),
    });
  }
  const ours = () => sendOrder(adapter, { customerId: customer, currency, products: three });
  return drainRow({ ours, bare, concurrency: CONCURRENCY, what: 'bare create + confirm' });
}
