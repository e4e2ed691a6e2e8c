import { odoo } from '@backroom/backend/erp/odoo/index';
import { connect } from '@backroom/backend/erp/transport/odoo/transport';
import { type Currency, currencySchema, decimal, isZero, referenceSchema } from '@backroom/shared';
import pg from 'pg';
import { z } from 'zod';
import { deskAt } from './odoo-lab/desk.ts';
import { setUps } from './odoo-lab/set-ups.ts';
import * as money from './odoo-money-sql.ts';
import { availableFigures, type Context, idOf, productIdOf, returnFigures, totalFigures } from './odoo-panels.ts';
import * as own from './odoo-sql.ts';
import { creditFigures, invoiceFigures, orderLineFigures, stockFigures } from './panels.ts';
import { asked, call, type Figure, type Part, part } from './part.ts';
import type { Random } from './random.ts';

const quantities = ['1', '2', '4', '9', '10', '11', '24', '25', '49', '50', '51', '100'];
export const environment = z.object({
  ODOO_URL: z.string(),
  ODOO_DB: z.string(),
  ODOO_API_KEY: z.string(),
  ODOO_LOGIN: z.string().optional(),
  ODOO_COMPANY: z.coerce.number().int().default(1),
  ODOO_PG_URL: z.string(),
  /** With an administrator's key the set-ups that gave wrong figures once are made first, and compared before anything is picked at random. */
  ODOO_ADMIN_KEY: z.string().optional(),
});

/** The Odoo that the environment names: panels against its tables by SQL, prices and previews against orders that it stored. */
export const odooPart: Part = {
  async open() {
    const given = environment.safeParse(process.env);
    if (!given.success) return { unavailable: z.prettifyError(given.error) };
    const {
      ODOO_URL: url,
      ODOO_DB: database,
      ODOO_API_KEY: key,
      ODOO_LOGIN: login,
      ODOO_COMPANY: company,
    } = given.data;
    const settings = { database, company: String(company) };
    const adapter = odoo({ url, credentials: { key, ...(login ? { login } : {}) }, settings });
    const transport = await connect({ url, database, login: login ?? null, key }, AbortSignal.timeout(30_000));
    const { timeZone, version } = await adapter.health({}, call());
    if (given.data.ODOO_ADMIN_KEY) {
      const desk = await deskAt(url, database, given.data.ODOO_ADMIN_KEY, company);
      for (const setUp of setUps) await setUp(desk, adapter);
    }
    const pool = new pg.Pool({ connectionString: given.data.ODOO_PG_URL, max: 2 });
    const db = await own.open(pool, company, timeZone);
    const customers = await own.customers(db);
    const products = await own.products(db);
    const base = { adapter, transport, db, company, today: await own.today(db) };
    const context: Context = { ...base, warehouse: await warehouseOfOrders(base, customers, products) };
    const first = customers.filter(({ ref }) => ref?.startsWith('LAB-'));
    const shown = products.filter(({ code }) => code.startsWith('LABP-'));
    return {
      against: `Odoo ${version}; against: PostgreSQL by SQL (customers, stock, orders, invoices, credit, returns), orders stored without a price (prices, breaks, taxes) and with one (previews)`,
      async round(random) {
        const customer = first.shift() ?? random.pick(customers);
        const chosen = [...shown.splice(0, 8), ...random.some(products, 8)];
        return [
          ...(await customerFigures(context, customer)),
          ...(await stockFigures(
            adapter,
            chosen.filter(({ kit }) => !kit),
            {
              stock: (product) => own.stock(db, product),
              incoming: (product) => own.incoming(db, product),
            },
          )),
          ...(await availableFigures(context, chosen)),
          ...(await priceFigures(context, customer, chosen, random)),
          ...(await orderFigures(context, customer, random)),
          ...(await invoiceFigures(adapter, customer.id, () => money.invoices(db, customer.id, context.today))),
          ...(await totalFigures(context, customer)),
          ...(await creditFigures(adapter, customer.id, () => money.credit(db, customer.id, context.today))),
          ...(await returnFigures(context, customer)),
          ...(await previewFigures(context, customer, chosen, random)),
        ];
      },
      async close() {
        await adapter.close?.();
        await pool.end();
      },
    };
  },
};
function customerFigures({ adapter, db }: Context, customer: own.Customer): Promise<Figure[]> {
  return asked(
    'customer',
    () => part(adapter, 'customers').get({ ids: [idOf(customer.id)] }, call()),
    async ({ results: [found] }, of) => {
      const theirs = await own.customer(db, customer.id);
      const note = of(`customer ${customer.id}`).text;
      note('number', found?.number, theirs.number);
      note('name', found?.name, theirs.name);
      note('VAT id', found?.vatId, theirs.vat);
      note('city', found?.city, theirs.city);
      note('country', found?.country, theirs.country);
      note('payment terms', found?.paymentTerms, theirs.term);
      note('blocked', found?.blocked, theirs.stopped);
    },
  );
}

/** Odoo prices the lines of an order that it stores, its tables say how, and the order is cancelled. */
async function storedPrices(
  { transport, db, company }: Omit<Context, 'warehouse'>,
  customer: number,
  lines: readonly { product: number; quantity: string }[],
) {
  const context = { allowed_company_ids: [company], disable_cancel_warning: true };
  const send = (method: string, asked: { ids?: number[]; args?: Record<string, unknown> }) =>
    transport.send({ model: 'sale.order', method, ...asked, context, ...call() });
  const order_line = lines.map(({ product, quantity }) => [
    0,
    0,
    { product_id: product, product_uom_qty: Number(quantity) },
  ]);
  const made = await send('create', { args: { vals_list: [{ partner_id: customer, order_line }] } });
  const [id = 0] = z.array(z.number()).parse(made);
  const stored = await own.orderLines(db, id);
  // Salespeople may cancel, not delete.
  await send('action_cancel', { ids: [id] });
  return stored;
}
/** Odoo fills the warehouse in when it stores an order. */
async function warehouseOfOrders(
  context: Omit<Context, 'warehouse'>,
  customers: readonly own.Customer[],
  products: readonly own.Product[],
): Promise<number> {
  const [customer, product] = [customers[0]?.id ?? 0, products[0]?.id ?? 0];
  await storedPrices(context, customer, [{ product, quantity: '1' }]);
  return own.lastWarehouse(context.db, customer);
}
async function currencyOf({ adapter }: Context, customer: number): Promise<Currency> {
  const { results } = await part(adapter, 'customers').get({ ids: [idOf(customer)] }, call());
  return results[0]?.currency ?? currencySchema.parse('USD');
}
async function priceFigures(
  context: Context,
  customer: own.Customer,
  products: readonly own.Product[],
  random: Random,
) {
  const currency = await currencyOf(context, customer.id);
  const lines = products.map(({ id }) => ({ productId: productIdOf(id), quantity: decimal(random.pick(quantities)) }));
  const input = { customerId: idOf(customer.id), currency, date: context.today, lines };
  return asked(
    'pricing',
    () => part(context.adapter, 'pricing').quote(input, call()),
    async ({ results }, of) => {
      const wanted = results.flatMap((price, index) =>
        [price?.quantity ?? '1', ...(price?.breaks ?? []).map(({ from }) => from)].map((quantity) => ({
          product: products[index]?.id ?? 0,
          quantity,
        })),
      );
      const stored = await storedPrices(context, customer.id, wanted);
      let at = 0;
      for (const [index, price] of results.entries()) {
        const what = of(`${products[index]?.code} (${products[index]?.id}) for ${customer.id}`);
        const theirs = stored[at++];
        what.decimal(`unit price of ${price?.quantity}`, price?.unitPrice.amount, theirs?.price);
        if (price?.taxPercent) what.decimal('tax', price.taxPercent, theirs?.tax);
        for (const { from, price: broken } of price?.breaks ?? [])
          what.decimal(`price from ${from}`, broken.amount, stored[at++]?.price);
      }
    },
  );
}

function orderFigures({ adapter, db }: Context, customer: own.Customer, random: Random): Promise<Figure[]> {
  return asked(
    'orders',
    () => part(adapter, 'orders').list({ customerId: idOf(customer.id) }, call()),
    async ({ results }, of) => {
      const theirs = await own.orders(db, customer.id);
      of(`customer ${customer.id}`).text('orders', results.length, theirs.length);
      // A few of a customer with hundreds, so that every panel has its part.
      for (const order of theirs.length > 0 ? random.some(theirs, 10) : []) {
        const ours = results.find(({ id }) => id === String(order.id));
        const what = of(`order ${order.number}`);
        const draft = order.state === 'draft' || order.state === 'sent';
        what.text('cancelled', ours?.status === 'cancelled', order.state === 'cancel');
        what.text('draft', ours?.status === 'draft', draft);
        what.text('day', ours?.orderedOn, order.day);
        what.decimal('total', ours?.total.amount, order.total);
        what.decimal('net', ours?.net?.amount, order.net);
        what.text('currency', ours?.total.currency, order.currency);
        orderLineFigures(of, order.number, ours, await own.orderLines(db, order.id));
      }
    },
  );
}

/** What a preview says an order would come to, against the order that Odoo then has. */
async function previewFigures(
  context: Context,
  customer: own.Customer,
  products: readonly own.Product[],
  random: Random,
) {
  const { adapter, db } = context;
  const orders = part(adapter, 'orders');
  const currency = await currencyOf(context, customer.id);
  const input = {
    reference: referenceSchema.parse(`BR-TRUTH${Date.now()}${String(random.whole(1000)).padStart(3, '0')}`),
    customerId: idOf(customer.id),
    currency,
    requestedDate: null,
    note: null,
    lines: products.map(({ id }) => ({
      productId: productIdOf(id),
      quantity: decimal(`${1 + random.whole(40)}.${random.whole(10)}`),
      unitPrice: {
        amount: decimal(`${1 + random.whole(300)}.${String(random.whole(100)).padStart(2, '0')}`),
        currency,
      },
      description: null,
    })),
  };
  return asked(
    'preview',
    async () => orders.simulate?.(input, call()),
    async (ours, of) => {
      // Stopped customers are refused in both, which leaves nothing to compare.
      if (!ours || ours.refusals.length > 0 || isZero(ours.total.amount)) return;
      const { id } = await orders.create(input, call());
      const theirs = await own.sums(db, Number(id));
      const { decimal: note } = of(`order ${input.reference}`);
      note('net', ours.net.amount, theirs.net);
      note('tax', ours.tax.amount, theirs.tax);
      note('total', ours.total.amount, theirs.total);
      const lines = await own.orderLines(db, Number(id));
      for (const [index, line] of (ours.lines ?? []).entries())
        note(`net of line ${index + 1}`, line.net.amount, lines[index]?.net);
      await orders.cancel?.({ id }, call());
    },
  );
}
