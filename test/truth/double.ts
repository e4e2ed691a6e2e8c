import type { ErpAdapter } from '@backroom/backend/erp/contract/adapter';
import type { Out } from '@backroom/backend/erp/contract/schemas';
import { currencySchema, type Decimal, decimal, erpCustomerIdSchema, erpProductIdSchema } from '@backroom/shared';
import { asked, call, type Figure, type Gather, type Part, part } from './part.ts';
import { type Random, randomFrom } from './random.ts';

const quantities = ['1', '2', '5', '12', '50'];
const AT_ONCE = 8;
export const idOf = (id: string) => erpCustomerIdSchema.parse(id);
type Tell<Answer> = (answer: Answer, of: (what: string) => Gather) => Promise<void>;
type Known = { id: string };

/** The double of an ERP whose tables are asked by SQL. */
type Compared<Erp, Customer extends Known, Product extends Known> = {
  start: () => Promise<Erp>;
  adapter: (erp: Erp) => ErpAdapter;
  /** What people have done on the ERP's own pages before we look. */
  history: (erp: Erp, random: Random) => void;
  customers: (erp: Erp) => readonly Customer[];
  products: (erp: Erp) => readonly Product[];
  /** The tables, for the last lines. */
  against: string;
  /** The figures of each panel, for one customer and some products. */
  figures: (
    context: { adapter: ErpAdapter; erp: Erp },
    customer: Customer,
    products: readonly Product[],
    random: Random,
  ) => (() => Promise<Figure[]>)[];
};
export const doublePart = <
  Erp extends { close: () => Promise<unknown> },
  Customer extends Known,
  Product extends Known,
>(
  compared: Compared<Erp, Customer, Product>,
): Part => ({
  async open() {
    const erp = await compared.start();
    compared.history(erp, randomFrom(7));
    const adapter = compared.adapter(erp);
    const [customers, products] = [compared.customers(erp), compared.products(erp)];
    return {
      against: `against: ${compared.against}`,
      async round(random) {
        const customer = random.pick(customers);
        const chosen = random.some(products, AT_ONCE);
        const figures: Figure[] = [];
        for (const panel of compared.figures({ adapter, erp }, customer, chosen, random))
          figures.push(...(await panel()));
        return figures;
      },
      async close() {
        await adapter.close?.();
        await erp.close();
      },
    };
  },
});

/** Each invoice of the tables (number, total, open, issued, due, overdue) against what the panel has under its number. */
export function compareInvoices(
  { results }: Pick<Out<'invoices.list'>, 'results'>,
  theirs: readonly Readonly<Record<string, unknown>>[],
  of: (what: string) => Gather,
): void {
  for (const invoice of theirs) {
    const ours = results.find(({ number }) => number === invoice.number);
    const { decimal: note, text } = of(`invoice ${invoice.number}`);
    note('total', ours?.total.amount, String(invoice.total));
    note('open', ours?.open.amount, String(invoice.open));
    text('issued', ours?.issuedOn, String(invoice.issued));
    // Of some ERPs only what is open has a day on which it is due.
    text('due', ours?.dueOn, invoice.due === null ? null : String(invoice.due));
    text('overdue', ours?.status === 'overdue', Number(invoice.overdue) === 1);
  }
}

/** Each line of an order of the tables (code, quantity, delivered; net and price where they keep them) against what the panel has in its place. */
export function compareLines(
  ours: Out<'orders.list'>['results'][number] | undefined,
  theirs: readonly Readonly<Record<string, unknown>>[],
  order: string,
  of: (what: string) => Gather,
): void {
  for (const [index, { code, quantity, delivered, net, price }] of theirs.entries()) {
    const line = ours?.lines[index];
    const { decimal: note, text } = of(`order ${order}, line ${index + 1}`);
    text('code', line?.code, String(code));
    note('quantity', line?.quantity, String(quantity));
    note('delivered', line?.delivered, String(delivered));
    if (net !== undefined) note('net', line?.net?.amount, String(net));
    if (price !== undefined) note('price', line?.unitPrice.amount, String(price));
  }
}

export const askStock = (adapter: ErpAdapter, products: readonly Known[], tell: Tell<Out<'stock.availability'>>) =>
  asked(
    'stock',
    () =>
      part(adapter, 'stock').availability(
        { productIds: products.map(({ id }) => erpProductIdSchema.parse(id)) },
        call(),
      ),
    tell,
  );
/** Today, in euros unless told otherwise, each product in a quantity of its own, which `tell` gets. */
export function askPrices(
  adapter: ErpAdapter,
  {
    customer,
    products,
    random,
    currency = 'EUR',
  }: { customer: string; products: readonly Known[]; random: Random; currency?: string },
  tell: (answer: Out<'pricing.quote'>, of: (what: string) => Gather, quantities: readonly Decimal[]) => Promise<void>,
): Promise<Figure[]> {
  const lines = products.map(({ id }) => ({
    productId: erpProductIdSchema.parse(id),
    quantity: decimal(random.pick(quantities)),
  }));
  const date = new Date().toISOString().slice(0, 10);
  return asked(
    'pricing',
    () =>
      part(adapter, 'pricing').quote(
        { customerId: idOf(customer), currency: currencySchema.parse(currency), date, lines },
        call(),
      ),
    (answer, of) =>
      tell(
        answer,
        of,
        lines.map(({ quantity }) => quantity),
      ),
  );
}
