import type { ErpAdapter } from '@backroom/backend/erp/contract/adapter';
import { financeOperations } from '@backroom/backend/erp/finance-operations/index';
import { connectionFrom } from '../../extension/playground/seed/connection.ts';
import { enter, giveBack } from '../stand-ins/finance-operations/seed/seed.ts';
import { type FinanceOperations, startFinanceOperations, variablesFor } from '../stand-ins/finance-operations/start.ts';
import { askPrices, askStock, compareInvoices, compareLines, doublePart, idOf } from './double.ts';
import * as own from './finance-operations-sql.ts';
import { asked, call, type Figure, part } from './part.ts';
import type { Random } from './random.ts';

const WAREHOUSE = '11';
/** What people at its pages have done before we look. */
const DEEDS = 120;

/** The double of Finance and Operations: what panels show, against its tables by SQL. */
export const financeOperationsPart = doublePart<FinanceOperations, { id: string }, Product>({
  start: startFinanceOperations,
  adapter: ({ url }) => financeOperations(connectionFrom('finance-operations', variablesFor(url))),
  history,
  customers: ({ store }) => own.customers(store).map((id) => ({ id })),
  products: ({ store }) => own.products(store),
  against:
    'the SQLite tables of the double by SQL (on-hand rows, order lines, customer transactions); not a real Finance and Operations',
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
type Context = { adapter: ErpAdapter; erp: FinanceOperations };
type Product = { id: string; stocked: boolean };

/** Orders, packing slips, invoices, payments, returns and cancellations in any order, by those who may be sold to. */
function history({ store, desk }: FinanceOperations, random: Random): void {
  const buyers = own.customers(store).filter((id) => own.customer(store, id).blocked === 0);
  const goods = store
    .all(
      "select ItemNumber as id from WarehousesOnHandV2 where dataAreaId = 'usmf' and cast(OnHandQuantity as real) > 300",
    )
    .map(({ id }) => String(id));
  for (let nth = 0; nth < DEEDS; nth += 1) {
    const lines = random.some(goods, 4).map((id) => [id, `${1 + random.whole(9)}.${random.whole(4) * 25}`] as const);
    const number = enter(store, { OrderingCustomerAccountNumber: random.pick(buyers) }, lines);
    const deed = random.whole(9);
    if (deed === 0) desk.cancel(number);
    if (deed === 1) desk.calculate(number);
    if (deed < 3) continue;
    desk.deliver(number, random.pick(['1', '1', '0.5']));
    if (random.whole(3) === 0) continue;
    const invoice = String(desk.invoice(number).InvoiceNumber);
    if (random.whole(3) === 0) desk.pay(invoice, random.whole(2) === 0 ? undefined : '1.11');
    if (random.whole(4) > 0) continue;
    const back = giveBack(store, number, '1');
    if (random.whole(3) > 0) desk.receiveReturn(back);
    if (random.whole(2) > 0) desk.creditReturn(back);
  }
}

const customerFigures = ({ adapter, erp }: Context, id: string): Promise<Figure[]> =>
  asked(
    'customer',
    () => part(adapter, 'customers').get({ ids: [idOf(id)] }, call()),
    async ({ results: [found] }, of) => {
      const theirs = own.customer(erp.store, id);
      const { text } = of(`customer ${id}`);
      text('id', found?.id, id);
      // The ERP keeps a blank before one of its numbers. A person reads the number without it; the order names the account with it.
      text('number', found?.number, id.trim());
      text('name', found?.name, String(theirs.name));
      text('VAT id', found?.vatId ?? '', String(theirs.vat));
      text('city', found?.city, String(theirs.city));
      text('currency', found?.currency, String(theirs.currency));
      text('payment terms', found?.paymentTerms, String(theirs.terms));
      text('blocked', found?.blocked, theirs.blocked === 1);
    },
  );

const stockFigures = ({ adapter, erp }: Context, products: readonly Product[]): Promise<Figure[]> =>
  askStock(adapter, products, async ({ results }, of) => {
    for (const [index, { id, stocked }] of products.entries()) {
      const ours = results[index];
      const { decimal: note, text } = of(id);
      text('is known', ours !== null, stocked);
      if (!ours || !stocked) continue;
      const theirs = own.stock(erp.store, id);
      const [here] = theirs.filter(({ warehouse }) => warehouse === WAREHOUSE);
      note('on hand', ours.onHand, String(here?.onHand ?? 0));
      note('reserved', ours.reserved, String(here?.reserved ?? 0));
      note('available', ours.available, String(here?.free ?? 0));
      text('warehouses', ours.warehouses.length, theirs.length);
    }
  });

const priceFigures = ({ adapter, erp }: Context, id: string, products: readonly Product[], random: Random) => {
  return askPrices(adapter, { customer: id, products, random }, async ({ results, paymentTerms }, of) => {
    of(`customer ${id}`).text('payment terms', paymentTerms, String(own.customer(erp.store, id).terms));
    for (const [index, product] of products.entries()) {
      const theirs = own.price(erp.store, product.id);
      // A product whose price says 0 has none.
      of(product.id).decimal(
        'base sales price',
        results[index]?.unitPrice.amount,
        Number(theirs) === 0 ? null : theirs,
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
      of(`customer ${id}`).text('orders', results.length, theirs.length);
      for (const order of theirs) {
        const ours = results.find(({ number }) => number === order.number);
        const { decimal: note, text } = of(`order ${order.number}`);
        text('status', ours?.status, order.status);
        text('day', ours?.orderedOn, order.day);
        note('net', ours?.net?.amount, order.net);
        compareLines(ours, own.orderLines(erp.store, order.number), String(order.number), of);
      }
    },
  );

const invoiceFigures = ({ adapter, erp }: Context, id: string): Promise<Figure[]> =>
  asked(
    'invoices',
    () => part(adapter, 'invoices').list({ customerId: idOf(id) }, call()),
    async ({ results, totals }, of) => {
      const theirs = own.invoices(erp.store, id);
      of(`customer ${id}`).text('invoices', results.filter(({ kind }) => kind === 'invoice').length, theirs.length);
      compareInvoices({ results }, theirs, of);
      const { open, overdue, oneCurrency } = own.balance(erp.store, id);
      if (!oneCurrency || !totals?.[0]) return;
      of(`customer ${id}`).decimal('open in all', totals[0].open.amount, open);
      of(`customer ${id}`).decimal('overdue in all', totals[0].overdue.amount, overdue);
    },
  );

const creditFigures = async ({ adapter, erp }: Context, id: string): Promise<Figure[]> => {
  const theirs = own.customer(erp.store, id);
  // With open items in another currency the position is not known, and the adapter says so.
  if (theirs.currency !== 'EUR') return [];
  return asked(
    'credit',
    () => part(adapter, 'credit').position({ customerId: idOf(id) }, call()),
    async (ours, of) => {
      const { open, overdue } = own.balance(erp.store, id);
      const { decimal: note, text } = of(`customer ${id}`);
      note('limit', ours.limit?.amount, Number(theirs.credit) > 0 ? String(theirs.credit) : null);
      note('receivable', ours.receivable.amount, open);
      note('overdue', ours.overdue.amount, overdue);
      text('blocked', ours.blocked, theirs.blocked === 1);
    },
  );
};

const returnFigures = ({ adapter, erp }: Context, id: string): Promise<Figure[]> =>
  asked(
    'returns',
    () => part(adapter, 'returns').list({ customerId: idOf(id) }, call()),
    async ({ results }, of) => {
      const theirs = own.returns(erp.store, id);
      of(`customer ${id}`).text('returns', results.length, theirs.length);
      for (const each of theirs) {
        const ours = results.find((found) => found.id === each.id);
        const { decimal: note, text } = of(`return ${each.id}`);
        text('number', ours?.number, each.number);
        text('order', ours?.orderNumber, each.order);
        text('status', ours?.status, each.status);
        note('quantity', ours?.lines[0]?.quantity, each.quantity);
        text('credit note', ours?.creditNote ?? null, each.note);
        note('credit', ours?.credit?.amount ?? null, each.credit);
      }
    },
  );
