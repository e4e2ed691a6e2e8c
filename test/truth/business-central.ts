import { businessCentral } from '@backroom/backend/erp/business-central/index';
import type { ErpAdapter } from '@backroom/backend/erp/contract/adapter';
import { decimal } from '@backroom/shared';
import { connectionFrom } from '../../extension/playground/seed/connection.ts';
import { enter } from '../stand-ins/business-central/seed/documents.ts';
import { type BusinessCentral, startBusinessCentral, variablesFor } from '../stand-ins/business-central/start.ts';
import * as own from './business-central-sql.ts';
import { askPrices, askStock, compareInvoices, compareLines, doublePart, idOf } from './double.ts';
import { asked, call, type Figure, part } from './part.ts';
import type { Random } from './random.ts';

/** What people at its pages have done before we look. */
const DEEDS = 120;

/** The double of Business Central: what panels show, against its ledgers and lines by SQL. */
export const businessCentralPart = doublePart<BusinessCentral, { id: string }, Product>({
  start: startBusinessCentral,
  adapter: ({ url }) => businessCentral(connectionFrom('business-central', variablesFor(url))),
  history,
  customers: ({ store, company }) => own.customers(store, company),
  products: ({ store, company }) => own.products(store, company),
  against:
    'the SQLite tables of the double by SQL (item and customer ledgers, lines of documents); not a real Business Central',
  figures: (context, { id }, products, random) => [
    () => customerFigures(context, id),
    () => stockFigures(context, products),
    () => priceFigures(context, id, products, random),
    () => orderFigures(context, id),
    () => invoiceFigures(context, id),
    () => creditFigures(context, id),
    () => returnFigures(context, id),
  ],
});
type Context = { adapter: ErpAdapter; erp: BusinessCentral };
type Product = { id: string; number: string; stocked: boolean };

/** Orders, deliveries, invoices, payments and credit memos in any order, by those who may be sold to. */
function history({ store, company, desk }: BusinessCentral, random: Random): void {
  const buyers = store.all(
    "select number from customers where _company = ? and blocked = '_x0020_' order by number",
    company,
  );
  const goods = store.all(
    "select number from items where type = 'Inventory' and blocked = 0 and cast(inventory as real) > 300 order by number",
  );
  const newest = (sql: string) => store.all(`${sql} order by _seq desc limit 40`).map(({ number }) => String(number));
  for (let nth = 0; nth < DEEDS; nth += 1) {
    const lines = random
      .some(goods, 4)
      .map(({ number }) => [String(number), `${1 + random.whole(9)}.${random.whole(4) * 25}`] as const);
    const { number } = enter(store, company, { customerNumber: String(random.pick(buyers).number) }, lines);
    if (random.whole(3) > 0) desk.ship(String(number), random.pick(['1', '1', '0.5']));
    if (
      random.whole(3) > 0 &&
      store.one(
        'select 1 from salesOrderLines l join salesOrders o on o.id = l._parent where o.number = ? and l.shippedQuantity > 0',
        String(number),
      )
    )
      desk.invoice(String(number));
    const open = newest("select number from salesInvoices where status = 'Open'");
    if (open.length > 0 && random.whole(4) === 0) desk.pay(random.pick(open), random.pick(['33.33', '1000000']));
    if (open.length > 0 && random.whole(9) === 0) desk.credit(random.pick(open), undefined, random.whole(2) === 0);
  }
}

const customerFigures = ({ adapter, erp }: Context, id: string): Promise<Figure[]> =>
  asked(
    'customer',
    () => part(adapter, 'customers').get({ ids: [idOf(id)] }, call()),
    async ({ results: [found] }, of) => {
      const theirs = own.customer(erp.store, id);
      const { text } = of(`customer ${theirs.number}`);
      text('number', found?.number, theirs.number);
      text('name', found?.name, theirs.name);
      text('VAT id', found?.vatId ?? '', theirs.vat);
      text('city', found?.city, theirs.city);
      text('payment terms', found?.paymentTerms, theirs.terms);
      text('blocked', found?.blocked, theirs.blocked === 1);
    },
  );

const stockFigures = ({ adapter, erp }: Context, products: readonly Product[]): Promise<Figure[]> =>
  askStock(adapter, products, async ({ results }, of) => {
    for (const [index, { id, number, stocked }] of products.entries()) {
      const ours = results[index];
      const { decimal: note, text } = of(number);
      const theirs = own.stock(erp.store, id);
      text('is known', ours !== null, stocked && !theirs.otherUnit);
      if (!ours || !stocked) continue;
      note('on hand', ours.onHand, theirs.onHand);
      note('taken by orders', ours.reserved, theirs.taken);
      text('days with receipts', new Set(ours.incoming.map(({ date }) => date)).size, theirs.incoming.length);
      for (const { day, quantity } of theirs.incoming)
        note(`incoming on ${day}`, ours.incoming.find(({ date }) => date === day)?.quantity, quantity);
    }
  });

const priceFigures = ({ adapter, erp }: Context, id: string, products: readonly Product[], random: Random) => {
  return askPrices(adapter, { customer: id, products, random }, async ({ results }, of) => {
    for (const [index, { id: product, number }] of products.entries()) {
      const theirs = own.price(erp.store, product);
      const { decimal: note } = of(number);
      note(
        'price on its card',
        results[index]?.unitPrice.amount ?? (Number(theirs) === 0 ? decimal('0') : null),
        theirs,
      );
    }
  });
};

const orderFigures = ({ adapter, erp }: Context, id: string): Promise<Figure[]> =>
  asked(
    'orders',
    () => part(adapter, 'orders').list({ customerId: idOf(id) }, call()),
    async ({ results }, of) => {
      const theirs = own.orders(erp.store, id);
      of(`customer ${id}`).text(
        'orders, with those that are invoiced to their end',
        results.length,
        theirs.length + own.goneOrders(erp.store, id),
      );
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
          lines.map(({ code, quantity, shipped }) => ({ code, quantity, delivered: shipped })),
          String(order.number),
          of,
        );
      }
    },
  );

const invoiceFigures = ({ adapter, erp }: Context, id: string): Promise<Figure[]> =>
  asked(
    'invoices',
    () => part(adapter, 'invoices').list({ customerId: idOf(id) }, call()),
    async ({ results, totals }, of) => {
      const theirs = own.invoices(erp.store, id);
      const { text } = of(`customer ${id}`);
      text('invoices', results.filter(({ kind }) => kind === 'invoice').length, theirs.length);
      compareInvoices({ results }, theirs, of);
      const { balance, overdue } = own.credit(erp.store, id);
      of(`customer ${id}`).decimal('open in all', totals?.[0]?.open.amount, balance);
      of(`customer ${id}`).decimal('overdue in all', totals?.[0]?.overdue.amount, overdue);
    },
  );

const creditFigures = ({ adapter, erp }: Context, id: string): Promise<Figure[]> =>
  asked(
    'credit',
    () => part(adapter, 'credit').position({ customerId: idOf(id) }, call()),
    async (ours, of) => {
      const theirs = own.credit(erp.store, id);
      const { decimal: note } = of(`customer ${id}`);
      note('limit', ours.limit?.amount, theirs.limit);
      note('receivable', ours.receivable.amount, theirs.balance);
      note('overdue', ours.overdue.amount, theirs.overdue);
      note('open orders', ours.openOrders?.amount, theirs.orders);
    },
  );

const returnFigures = ({ adapter, erp }: Context, id: string): Promise<Figure[]> =>
  asked(
    'returns',
    () => part(adapter, 'returns').list({ customerId: idOf(id) }, call()),
    async ({ results }, of) => {
      const theirs = own.memos(erp.store, id);
      of(`customer ${id}`).text('returns', results.length, theirs.length);
      for (const { number, draft, total } of theirs) {
        const ours = results.find((each) => each.number === number);
        const { decimal: note, text } = of(`credit memo ${number}`);
        text('status', ours?.status, draft === 1 ? 'requested' : 'credited');
        if (draft !== 1) note('credited', ours?.credit?.amount, String(total));
      }
    },
  );
