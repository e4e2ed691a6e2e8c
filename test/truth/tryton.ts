import { tryton } from '@backroom/backend/erp/tryton/index';
import { currencySchema, decimal, erpCustomerIdSchema, erpProductIdSchema, referenceSchema } from '@backroom/shared';
import pg from 'pg';
import { labProblem, openTrytonLab } from '../labs/tryton/lab.ts';
import { creditFigures, invoiceFigures, orderLineFigures, stockFigures } from './panels.ts';
import { asked, call, type Figure, type Part, part } from './part.ts';
import type { Random } from './random.ts';
import { onChangeLine, trytonForm } from './tryton-form.ts';
import * as money from './tryton-money-sql.ts';
import * as sales from './tryton-orders-sql.ts';
import * as own from './tryton-sql.ts';
import * as stocks from './tryton-stock-sql.ts';

const quantities = ['1', '2', '4', '5', '9', '10', '11', '19', '20', '24', '49', '50', '51', '99', '100', '150'];
const DAY_MS = 86_400_000;
const dayFrom = (today: string, days: number) => new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);

/** A Tryton lab of its own: what panels show against Tryton's tables by SQL, prices and previews against Tryton's own order form. */
export const trytonPart: Part = {
  async open() {
    const problem = labProblem();
    if (problem) return { unavailable: problem };
    const lab = await openTrytonLab();
    const { url, database, user, password, postgres, company } = lab.settings;
    const adapter = tryton({ url, credentials: { user, password }, settings: { database } });
    const form = await trytonForm({ url, database, user, password });
    const db = new pg.Pool({ connectionString: postgres, max: 2 });
    const today = await own.today(db, 'Europe/Berlin');
    const customers = await own.customers(db);
    const products = await own.products(db);
    const context = { adapter, form, db, today, company };
    return {
      against:
        'against: PostgreSQL by SQL (stock, orders, invoices, credit, returns, customers), the order line’s own on_change (prices, breaks, taxes), the stored order (previews)',
      async round(random) {
        const customer = random.pick(customers);
        const chosen = random.some(products, 8);
        return [
          ...(await customerFigures(context, customer)),
          ...(await stockFigures(
            adapter,
            chosen.map((each) => ({ ...each, stocked: each.type !== 'service' && !each.consumable })),
            {
              stock: (product) => stocks.stock(db, product, today),
              incoming: (product) => stocks.incoming(db, product, today),
            },
          )),
          ...(await priceFigures(context, customer, chosen, random)),
          ...(await orderFigures(context, customer)),
          ...(await invoiceFigures(adapter, customer.id, async () =>
            (await money.invoices(db, customer.id, today)).map((each) => ({ ...each, due: each.due ?? undefined })),
          )),
          ...(await creditFigures(
            adapter,
            customer.id,
            () => money.credit(db, customer.id, company, today),
            ({ text }, blocked, theirs) => text('blocked', blocked, theirs.blocked),
          )),
          ...(await totalFigures(context, customer)),
          ...(await returnFigures(context, customer)),
          ...(await previewFigures(context, customer, chosen, random)),
        ];
      },
      async close() {
        await adapter.close?.();
        await form.close();
        await db.end();
        await lab.remove();
      },
    };
  },
};
type Context = {
  adapter: ReturnType<typeof tryton>;
  form: Awaited<ReturnType<typeof trytonForm>>;
  db: pg.Pool;
  today: string;
  company: number;
};
const idOf = (id: number) => erpCustomerIdSchema.parse(String(id));
const eur = currencySchema.parse('EUR');

function customerFigures({ adapter, db }: Context, customer: own.Customer): Promise<Figure[]> {
  return asked(
    'customer',
    () => part(adapter, 'customers').get({ ids: [idOf(customer.id)] }, call()),
    async ({ results: [found] }, of) => {
      const theirs = await own.customer(db, customer.id);
      const note = of(`customer ${customer.id}`).text;
      note('number', found?.number, theirs.code);
      note('name', found?.name, theirs.name);
      note('VAT id', found?.vatId, theirs.vat);
      note('city', found?.city, theirs.city);
      note('payment terms', found?.paymentTerms, theirs.term);
    },
  );
}

async function priceFigures(
  context: Context,
  customer: own.Customer,
  products: readonly own.Product[],
  random: Random,
) {
  const { adapter, form, today } = context;
  const date = dayFrom(today, random.whole(90) - 30);
  const currency = currencySchema.parse(random.pick(['EUR', 'EUR', 'EUR', 'USD']));
  const lines = products.map(({ id }) => ({
    productId: erpProductIdSchema.parse(String(id)),
    quantity: decimal(random.pick(quantities)),
  }));
  return asked(
    'pricing',
    () => part(adapter, 'pricing').quote({ customerId: idOf(customer.id), currency, date, lines }, call()),
    async ({ results, paymentTerms }, of) => {
      const head = await form.head(customer.id, currency);
      of(`customer ${customer.id}`).text('payment terms of a new order', paymentTerms, head.terms);
      for (const [index, price] of results.entries()) {
        const product = products[index];
        if (!price || !product) continue;
        const what = `${product.code} for ${customer.id} on ${date} in ${currency}`;
        const line = (quantity: string) => onChangeLine(form, { head, product: product.id, quantity, date });
        const theirs = await line(price.quantity);
        of(what).decimal(`unit price of ${price.quantity}`, price.unitPrice.amount, theirs.unitPrice);
        if (price.taxPercent !== null)
          of(what).decimal('tax', price.taxPercent, await own.taxPercent(context.db, theirs.taxes));
        if (price.listPrice)
          of(what).decimal('list price', price.listPrice.amount, await own.listPrice(context.db, product.id));
        for (const { from, price: broken } of price.breaks)
          of(what).decimal(`price from ${from}`, broken.amount, (await line(from)).unitPrice);
      }
    },
  );
}

function orderFigures({ adapter, db }: Context, customer: own.Customer): Promise<Figure[]> {
  return asked(
    'orders',
    () => part(adapter, 'orders').list({ customerId: idOf(customer.id) }, call()),
    async ({ results }, of) => {
      const theirs = await sales.orders(db, customer.id);
      of(`customer ${customer.id}`).text('orders', results.length, theirs.length);
      for (const order of theirs) {
        const ours = results.find(({ id }) => id === String(order.id));
        const what = of(`order ${order.id}`);
        what.text('status', ours?.status, order.status);
        what.text('day', ours?.orderedOn, order.day);
        what.decimal('total', ours?.total.amount, order.total);
        what.decimal('net', ours?.net?.amount, order.net);
        orderLineFigures(of, String(order.id), ours, await sales.orderLines(db, order.id));
      }
    },
  );
}

function totalFigures({ adapter, db, today }: Context, customer: own.Customer): Promise<Figure[]> {
  return asked(
    'invoices',
    () => part(adapter, 'invoices').list({ customerId: idOf(customer.id) }, call()),
    async ({ totals }, of) => {
      const theirs = await money.totals(db, customer.id, today);
      of(`customer ${customer.id}`).text('currencies', totals?.length, theirs.length);
      for (const { currency, open, overdue } of theirs) {
        const ours = totals?.find((each) => each.open.currency === currency);
        const note = of(`customer ${customer.id} in ${currency}`).decimal;
        note('open in all', ours?.open.amount, open);
        note('overdue in all', ours?.overdue.amount, overdue);
      }
    },
  );
}

function returnFigures({ adapter, db }: Context, customer: own.Customer): Promise<Figure[]> {
  return asked(
    'returns',
    () => part(adapter, 'returns').list({ customerId: idOf(customer.id) }, call()),
    async ({ results }, of) => {
      const theirs = await sales.returns(db, customer.id);
      of(`customer ${customer.id}`).text('returns', results.length, theirs.length);
      for (const each of theirs) {
        const ours = results.find(({ id }) => id === each.id);
        const what = of(`return ${each.id}`);
        what.text('reason', ours?.reason, each.description);
        if (each.status) what.text('status', ours?.status, each.status);
        if (each.credit) what.decimal('credited', ours?.credit?.amount, each.credit);
        what.text('day', ours?.requestedOn, each.day);
        if (each.ordernumber) what.text('order', ours?.orderNumber, each.ordernumber);
        if (each.quantity) what.decimal('quantity', ours?.lines[0]?.quantity, each.quantity);
      }
    },
  );
}

/** What a preview says an order would come to, against the order that Tryton then has; and whether Tryton takes it. */
async function previewFigures(
  { adapter, db, form }: Context,
  customer: own.Customer,
  products: readonly own.Product[],
  random: Random,
) {
  const orders = part(adapter, 'orders');
  const sold = products.filter(({ bundle }) => !bundle);
  if (sold.length === 0) return [];
  const input = {
    reference: referenceSchema.parse(`BR-TRUTH${String(random.whole(1e9)).padStart(10, '0')}`),
    customerId: idOf(customer.id),
    currency: eur,
    requestedDate: null,
    note: null,
    lines: sold.map(({ id, digits }) => ({
      productId: erpProductIdSchema.parse(String(id)),
      quantity: decimal(digits > 0 ? `${1 + random.whole(40)}.${random.whole(10)}` : String(1 + random.whole(40))),
      unitPrice: {
        amount: decimal(`${1 + random.whole(300)}.${String(random.whole(10_000)).padStart(4, '0')}`),
        currency: eur,
      },
      description: null,
    })),
  };
  return asked(
    'preview',
    async () => orders.simulate?.(input, call()),
    async (ours, of) => {
      const { id } = await orders.create(input, call());
      const theirs = await own.sums(db, Number(id));
      const { decimal: note, text } = of(`order ${input.reference}`);
      note('net', ours?.net.amount, theirs.net);
      note('tax', ours?.tax.amount, theirs.tax);
      note('total', ours?.total.amount, theirs.total);
      text('refused', (ours?.refusals.length ?? 0) > 0, !(await form.takes(Number(id))));
      await orders.cancel?.({ id }, call()).catch(() => {});
    },
  );
}
