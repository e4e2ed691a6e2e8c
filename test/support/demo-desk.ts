import { z } from 'zod';

// What somebody at the demo ERP reads there. Its HTTP door with its own key, nothing of our backend, of its adapter or of its arithmetic: so that
// a test compares what the browser shows with what the ERP says.

const money = z.object({ amount: z.string(), currency: z.string() });
export type ErpMoney = z.infer<typeof money>;
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const customer = z.object({ id: z.string(), number: z.string(), name: z.string(), currency: z.string() });
const product = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  stocked: z.boolean(),
});
const stock = z.object({ available: z.string(), incoming: z.array(z.object({ date: day, quantity: z.string() })) });
const price = z.object({ unitPrice: money });
const order = z.object({
  number: z.string(),
  status: z.string(),
  orderedOn: day,
  promisedOn: day.nullable(),
  total: money,
  lines: z.array(
    z.object({ code: z.string(), name: z.string(), quantity: z.string(), delivered: z.string(), unitPrice: money }),
  ),
  deliveries: z.array(z.object({ number: z.string(), status: z.string() })),
});
const invoice = z.object({
  number: z.string(),
  kind: z.enum(['invoice', 'credit_note']),
  issuedOn: day,
  dueOn: day.nullable(),
  status: z.string(),
  overdueDays: z.number(),
  total: money,
  open: money,
});
const credit = z.object({
  limit: money.nullable(),
  exposure: money,
  free: money.nullable(),
  overdue: money,
  ageing: z.array(z.object({ fromDays: z.number(), toDays: z.number().nullable(), amount: money })),
  rates: z.array(z.object({ currency: z.string(), rate: z.string() })),
});
const returned = z.object({
  number: z.string(),
  requestedOn: day,
  status: z.string(),
  orderNumber: z.string().nullable(),
  reason: z.string().nullable(),
  creditNote: z.string().nullable(),
  credit: money.nullable(),
});

/** A line as the CRM has it. */
export type Wanted = { code: string; quantity: string; price: string };

export function demoDesk(url: string) {
  async function ask<Schema extends z.ZodType>(path: string, body: object, schema: Schema): Promise<z.infer<Schema>> {
    const response = await fetch(`${url}/v1/${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer demo-erp-key', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status} ${await response.text()}`);
    return schema.parse(await response.json());
  }
  const list = <Schema extends z.ZodType>(schema: Schema) => z.object({ results: z.array(schema) });
  const { format } = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });
  return {
    /** The day at the company. */
    today: () => format(new Date()),
    async customer(name: string) {
      const { customers } = await ask('customers/list', { cursor: null }, z.object({ customers: z.array(customer) }));
      const found = customers.find((each) => each.name === name);
      if (!found) throw new Error(`the demo ERP has no customer ${name}`);
      return found;
    },
    /** Product, stock and price of each line, in the order of the lines. */
    async lines(customerId: string, currency: string, lines: readonly Wanted[]) {
      const products = (await ask('products/resolve', { codes: lines.map(({ code }) => code) }, list(product))).results;
      const ids = products.map(({ id }) => id);
      const [stocks, prices] = await Promise.all([
        ask('stock/availability', { productIds: ids }, list(stock.nullable())),
        ask(
          'pricing/quote',
          {
            customerId,
            currency,
            date: format(new Date()),
            lines: lines.map(({ quantity }, at) => ({ productId: ids[at], quantity })),
          },
          list(price),
        ),
      ]);
      const simulated = await ask(
        'orders/simulate',
        {
          reference: 'BR-READONLY',
          customerId,
          currency,
          requestedDate: null,
          note: null,
          lines: lines.map((line, at) => ({
            productId: ids[at],
            quantity: line.quantity,
            unitPrice: { amount: line.price, currency },
            description: null,
          })),
        },
        z.object({ net: money, tax: money, total: money }),
      );
      return {
        simulated,
        rows: lines.map((line, at) => {
          const [what, held, price] = [products[at], stocks.results[at], prices.results[at]];
          if (!what || held === undefined || !price) throw new Error(`the demo ERP said nothing of ${line.code}`);
          return { ...line, product: what, stock: held, erp: price.unitPrice };
        }),
      };
    },
    credit: (customerId: string) => ask('credit/position', { customerId }, credit),
    invoices: async (customerId: string) => (await ask('invoices/list', { customerId }, list(invoice))).results,
    orders: async (customerId: string) => (await ask('orders/list', { customerId }, list(order))).results,
    returns: async (customerId: string) => (await ask('returns/list', { customerId }, list(returned))).results,
  };
}
export type DemoDesk = ReturnType<typeof demoDesk>;
