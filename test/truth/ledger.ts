import type { ErpAdapter } from '@backroom/backend/erp/contract/adapter';
import { decimal, multiply, round } from '@backroom/shared';
import { askPrices, askStock, compareInvoices, compareLines, idOf } from './double.ts';
import { asked, call, type Figure, part } from './part.ts';
import type { Random } from './random.ts';

type Row = Readonly<Record<string, unknown>>;
/** What the tables of a double say, asked by SQL. Ids are the ERP's; amounts are texts, in the company's currency. */
export type Ledger<Store> = {
  /** The company's currency, where it is not the euro. */
  currency?: string;
  /** The API rounds unit prices: what the whole quantity costs is compared. */
  hasRoundedPrices?: boolean;
  /** `number`, `name`, `vat`, `city`, `terms`, and `blocked`, which is 1 or 0. */
  customer: (store: Store, id: string) => Row;
  stock: (store: Store, product: string) => { onHand: string; taken: string };
  price: (store: Store, customer: string, product: string, quantity: string) => string | null;
  orders: (
    store: Store,
    customer: string,
  ) => readonly { id: string; number: string; status: string; day: string; net: string; total: string }[];
  orderLines: (
    store: Store,
    order: string,
  ) => readonly { code: string; quantity: string; rate: string; net: string; shipped: string }[];
  invoices: (store: Store, customer: string) => readonly Row[];
  memos: (store: Store, customer: string) => readonly { number: string; total: string; open: string }[];
  /** `orders`: value of open orders, where the tables say it. */
  credit: (
    store: Store,
    customer: string,
  ) => { limit: string | null; balance: string; overdue: string; orders?: string };
  claims: (store: Store, customer: string) => readonly { number: string; status: string }[];
};
export type Product = { id: string; number: string; stocked: boolean };

type Context<Store> = { adapter: ErpAdapter; erp: { store: Store }; own: Ledger<Store> };

const customerFigures = <Store>({ adapter, erp, own }: Context<Store>, id: string): Promise<Figure[]> =>
  asked(
    'customer',
    () => part(adapter, 'customers').get({ ids: [idOf(id)] }, call()),
    async ({ results: [found] }, of) => {
      const theirs = own.customer(erp.store, id);
      const { text } = of(`customer ${id}`);
      text('number', found?.number, String(theirs.number));
      text('name', found?.name, String(theirs.name));
      text('VAT id', found?.vatId ?? '', String(theirs.vat ?? ''));
      text('city', found?.city ?? '', String(theirs.city ?? ''));
      text('payment terms', found?.paymentTerms ?? '', String(theirs.terms ?? ''));
      text('blocked', found?.blocked, theirs.blocked === 1);
    },
  );
const stockFigures = <Store>({ adapter, erp, own }: Context<Store>, products: readonly Product[]): Promise<Figure[]> =>
  askStock(adapter, products, async ({ results }, of) => {
    for (const [index, { id, number, stocked }] of products.entries()) {
      const { decimal: note, text } = of(number);
      text('is known', results[index] !== null, stocked);
      if (!stocked) continue;
      const theirs = own.stock(erp.store, id);
      note('on hand', results[index]?.onHand, theirs.onHand);
      note('taken by orders', results[index]?.reserved, theirs.taken);
    }
  });
const total = (price: string, quantity: string) => round(multiply(decimal(price), decimal(quantity)), 2);
const priceFigures = <Store>(
  { adapter, erp, own }: Context<Store>,
  id: string,
  products: readonly Product[],
  random: Random,
) =>
  askPrices(
    adapter,
    { customer: id, products, random, currency: own.currency ?? 'EUR' },
    async ({ results }, of, quantities) => {
      for (const [index, { id: product, number }] of products.entries()) {
        const quantity = quantities[index] ?? '1';
        const theirs = own.price(erp.store, id, product, quantity);
        const ours = results[index]?.unitPrice.amount ?? null;
        const { decimal: note } = of(`${number} for ${id}, ${quantity} of it`);
        if (own.hasRoundedPrices)
          note('price of all', ours && total(ours, quantity), theirs && total(theirs, quantity));
        else note('price', ours, theirs);
      }
    },
  );
const orderFigures = <Store>({ adapter, erp, own }: Context<Store>, id: string): Promise<Figure[]> =>
  asked(
    'orders',
    () => part(adapter, 'orders').list({ customerId: idOf(id) }, call()),
    async ({ results }, of) => {
      const theirs = own.orders(erp.store, id);
      of(`customer ${id}`).text('orders', results.length, theirs.length);
      for (const order of theirs) {
        const ours = results.find((each) => each.id === order.id);
        const { decimal: note, text } = of(`order ${order.number}`);
        text('status', ours?.status, order.status);
        text('day', ours?.orderedOn, order.day);
        note('net', ours?.net?.amount, order.net);
        note('total', ours?.total.amount, order.total);
        const lines = own.orderLines(erp.store, order.id);
        compareLines(
          ours,
          lines.map((line) => ({ ...line, delivered: line.shipped, price: line.rate })),
          String(order.number),
          of,
        );
      }
    },
  );
const invoiceFigures = <Store>({ adapter, erp, own }: Context<Store>, id: string): Promise<Figure[]> =>
  asked(
    'invoices',
    () => part(adapter, 'invoices').list({ customerId: idOf(id) }, call()),
    async ({ results, totals }, of) => {
      compareInvoices({ results }, own.invoices(erp.store, id), of);
      for (const memo of own.memos(erp.store, id)) {
        const ours = results.find(({ number }) => number === memo.number);
        const what = of(`credit memo ${memo.number}`);
        what.text('kind', ours?.kind, 'credit_note');
        what.decimal('total', ours?.total.amount, memo.total);
        what.decimal('open', ours?.open.amount, memo.open);
      }
      // Of a customer that buys in another currency the sums stand in that.
      if (totals?.some(({ open }) => open.currency !== (own.currency ?? 'EUR'))) return;
      const { balance, overdue } = own.credit(erp.store, id);
      of(`customer ${id}`).decimal('open in all', totals?.[0]?.open.amount, balance);
      of(`customer ${id}`).decimal('overdue in all', totals?.[0]?.overdue.amount, overdue);
    },
  );
const creditFigures = <Store>({ adapter, erp, own }: Context<Store>, id: string): Promise<Figure[]> =>
  asked(
    'credit',
    () => part(adapter, 'credit').position({ customerId: idOf(id) }, call()),
    async (ours, of) => {
      const theirs = own.credit(erp.store, id);
      const { decimal: note } = of(`customer ${id}`);
      note('limit', ours.limit?.amount ?? null, theirs.limit);
      note('receivable', ours.receivable.amount, theirs.balance);
      note('overdue', ours.overdue.amount, theirs.overdue);
      if (theirs.orders !== undefined) note('open orders', ours.openOrders?.amount, theirs.orders);
    },
  );
const returnFigures = <Store>({ adapter, erp, own }: Context<Store>, id: string): Promise<Figure[]> =>
  asked(
    'returns',
    () => part(adapter, 'returns').list({ customerId: idOf(id) }, call()),
    async ({ results }, of) => {
      const theirs = own.claims(erp.store, id);
      of(`customer ${id}`).text('returns', results.length, theirs.length);
      for (const { number, status } of theirs)
        of(`return ${number}`).text('status', results.find((each) => each.number === number)?.status, status);
    },
  );

/** The figures of every panel, against what the tables of the double say. */
export const figuresAgainst =
  <Store>(own: Ledger<Store>) =>
  (
    opened: { adapter: ErpAdapter; erp: { store: Store } },
    { id }: { id: string },
    products: readonly Product[],
    random: Random,
  ): (() => Promise<Figure[]>)[] => {
    const context = { ...opened, own };
    return [
      () => customerFigures(context, id),
      () => stockFigures(context, products),
      () => priceFigures(context, id, products, random),
      () => orderFigures(context, id),
      () => invoiceFigures(context, id),
      () => creditFigures(context, id),
      ...(opened.adapter.returns ? [() => returnFigures(context, id)] : []),
    ];
  };
