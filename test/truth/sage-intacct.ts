import type { ErpAdapter } from '@backroom/backend/erp/contract/adapter';
import { sageIntacct } from '@backroom/backend/erp/sage-intacct/index';
import { connectionFrom } from '../../extension/playground/seed/connection.ts';
import { type Intacct, startIntacct } from '../stand-ins/sage-intacct/start.ts';
import { sageIntacctVariables } from '../support/sage-intacct.ts';
import { askPrices, askStock, compareInvoices, doublePart, idOf } from './double.ts';
import { asked, call, type Figure, part } from './part.ts';
import type { Random } from './random.ts';
import * as own from './sage-intacct-sql.ts';

/** What people have done on Intacct's own pages before we look. */
const DEEDS = 120;

/** The double of Sage Intacct: what panels show, against its records by SQL. */
export const sageIntacctPart = doublePart<Intacct, { id: string }, Product>({
  start: startIntacct,
  adapter: ({ url }) => sageIntacct(connectionFrom('sage-intacct', sageIntacctVariables(url))),
  history,
  customers: ({ store }) => own.customers(store),
  products: ({ store }) => own.products(store),
  against:
    'the SQLite records of the double by SQL (documents, receivables, stock, price lists); not a real Sage Intacct',
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
type Context = { adapter: ErpAdapter; erp: Intacct };
type Product = { id: string; number: string; stocked: boolean };
/** Customers that buy in the company's currency, and may. */
const buyers = ['C1001', 'C1002', 'C1003', 'C1005', 'C1006', 'C1009', 'C1011', 'C1014', 'C1015'];
const goods = ['1896-S', '1900-S', 'D0001', 'SALZ-10', 'STAFFEL-1', 'DUTZEND-1', 'T-2005', 'T-2040', 'T-2100'];

function history({ desk }: Intacct, random: Random): void {
  for (let nth = 0; nth < DEEDS; nth += 1) {
    const customer = random.pick(buyers);
    const lines = random.some(goods, 4).map((item) => [item, 2 + 2 * random.whole(5)] as const);
    const number = String(desk.enter({ customer, lines }).body.documentNumber);
    if (random.whole(12) === 0) {
      desk.close(number);
      continue;
    }
    if (random.whole(3) === 0) continue;
    // Half of an even number: nobody ships half a piece.
    desk.deliver(number, random.pick([1, 1, 0.5]));
    if (random.whole(3) === 0) continue;
    const invoice = String(desk.invoice(number).body.documentNumber);
    if (random.whole(3) === 0) desk.pay(invoice, random.whole(2) === 0 ? undefined : 1.11);
    else if (random.whole(6) === 0) desk.returnGoods(invoice);
    else if (random.whole(8) === 0) desk.credit(invoice);
    if (random.whole(9) === 0) desk.payOnAccount(customer, 33.33);
  }
}

const customerFigures = ({ adapter, erp }: Context, id: string): Promise<Figure[]> =>
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
const stockFigures = ({ adapter, erp }: Context, products: readonly Product[]): Promise<Figure[]> =>
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
const priceFigures = ({ adapter, erp }: Context, id: string, products: readonly Product[], random: Random) =>
  askPrices(adapter, { customer: id, products, random }, async ({ results }, of, quantities) => {
    for (const [index, { id: product, number }] of products.entries()) {
      const quantity = quantities[index] ?? '1';
      const theirs = own.price(erp.store, id, product, quantity);
      of(`${number} for ${id}, ${quantity} of it`).decimal('price', results[index]?.unitPrice.amount ?? null, theirs);
    }
  });
const orderFigures = ({ adapter, erp }: Context, id: string): Promise<Figure[]> =>
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
        for (const [index, line] of own.orderLines(erp.store, order.id).entries()) {
          const gather = of(`order ${order.number}, line ${index + 1}`);
          gather.text('code', ours?.lines[index]?.code, line.code);
          gather.decimal('quantity', ours?.lines[index]?.quantity, line.quantity);
          gather.decimal('price', ours?.lines[index]?.unitPrice.amount, line.rate);
          gather.decimal('net', ours?.lines[index]?.net?.amount, line.net);
          gather.decimal('delivered', ours?.lines[index]?.delivered, line.shipped);
        }
      }
    },
  );
const invoiceFigures = ({ adapter, erp }: Context, id: string): Promise<Figure[]> =>
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
      if (totals?.some(({ open }) => open.currency !== 'EUR')) return;
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
      note('limit', ours.limit?.amount ?? null, theirs.limit);
      note('receivable', ours.receivable.amount, theirs.balance);
      note('overdue', ours.overdue.amount, theirs.overdue);
    },
  );
const returnFigures = ({ adapter, erp }: Context, id: string): Promise<Figure[]> =>
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
