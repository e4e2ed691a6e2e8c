import type { ErpAdapter } from '@backroom/backend/erp/contract/adapter';
import { ErpError } from '@backroom/backend/erp/contract/index';
import { s4hana } from '@backroom/backend/erp/s4hana/index';
import { multiply, round } from '@backroom/shared';
import { connectionFrom } from '../../extension/playground/seed/connection.ts';
import { enter } from '../stand-ins/s4hana/seed/documents.ts';
import { type S4hana, startS4hana, variablesFor } from '../stand-ins/s4hana/start.ts';
import { askPrices, askStock, compareLines, doublePart, idOf } from './double.ts';
import { asked, call, type Figure, part } from './part.ts';
import type { Random } from './random.ts';
import * as own from './s4hana-sql.ts';

/** What people have done in SAP's own apps before we look. */
const DEEDS = 80;

/** The double of SAP S/4HANA: what panels show, against its tables by SQL. */
export const s4hanaPart = doublePart<S4hana, { id: string }, Product>({
  start: startS4hana,
  adapter: ({ url }) => s4hana(connectionFrom('s4hana', { ...variablesFor(url), S4HANA_CREDIT_SEGMENT: '1000' })),
  history,
  customers: ({ store }) => own.customers(store).map((id) => ({ id })),
  products: ({ store }) => own.products(store),
  against:
    'the SQLite tables of the double by SQL (stock, schedule lines, condition records, ledger items); not a real SAP S/4HANA',
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
type Context = { adapter: ErpAdapter; erp: S4hana };
type Product = { id: string; stocked: boolean };

/** Orders, deliveries, invoices, payments and blocks in any order, by those who may be sold to. */
function history({ store, desk }: S4hana, random: Random): void {
  const buyers = own.customers(store).filter((id) => own.customer(store, id).blocked === 0);
  const goods = store
    .all(
      "select Material as id from A_MatlStkInAcctMod where InventoryStockType = '01' and cast(MatlWrhsStkQtyInMatlBaseUnit as real) > 300 order by Material",
    )
    .map(({ id }) => String(id));
  for (let nth = 0; nth < DEEDS; nth += 1) {
    const lines = random.some(goods, 4).map((id) => [id, `${1 + random.whole(9)}`] as const);
    const number = enter(store, { SoldToParty: random.pick(buyers) }, lines);
    desk.releaseCredit(number);
    desk.unblock(number);
    if (random.whole(3) === 0) continue;
    desk.deliver(number, random.pick(['1', '1', '0.5']));
    if (random.whole(3) === 0) continue;
    const invoice = String(desk.invoice(number).BillingDocument);
    if (random.whole(3) === 0) desk.pay(invoice, random.whole(2) === 0 ? undefined : '1.11');
  }
}

const customerFigures = ({ adapter, erp }: Context, id: string): Promise<Figure[]> =>
  asked(
    'customer',
    () => part(adapter, 'customers').get({ ids: [idOf(id)] }, call()),
    async ({ results: [found] }, of) => {
      const theirs = own.customer(erp.store, id);
      const { text } = of(`customer ${id}`);
      text('number', found?.number, id);
      text('name', found?.name, String(theirs.name));
      text('VAT id', found?.vatId ?? '', String(theirs.vat ?? ''));
      text('city', found?.city, String(theirs.city));
      text('currency', found?.currency, String(theirs.currency));
      text('blocked', found?.blocked, theirs.blocked === 1);
    },
  );
const stockFigures = ({ adapter, erp }: Context, products: readonly Product[]): Promise<Figure[]> =>
  askStock(adapter, products, async ({ results }, of) => {
    for (const [index, { id, stocked }] of products.entries()) {
      const { decimal: note, text } = of(id);
      text('is known', results[index] !== null, stocked);
      if (stocked) note('on hand', results[index]?.onHand, own.onHand(erp.store, id));
    }
  });
const priceFigures = ({ adapter, erp }: Context, id: string, products: readonly Product[], random: Random) => {
  if (own.customer(erp.store, id).currency !== 'EUR' || own.customer(erp.store, id).blocked === 1)
    return Promise.resolve([]);
  return askPrices(adapter, { customer: id, products, random }, async ({ results }, of, quantities) => {
    for (const [index, quantity] of quantities.entries()) {
      const [ours, product = ''] = [results[index], products[index]?.id];
      const net = ours ? round(multiply(ours.unitPrice.amount, quantity), 2) : null;
      of(`${product} for ${id}`).decimal(`net of ${quantity}`, net, own.price(erp.store, product, id, quantity));
    }
  });
};
const orderFigures = ({ adapter, erp }: Context, id: string): Promise<Figure[]> =>
  asked(
    'orders',
    () => part(adapter, 'orders').list({ customerId: idOf(id) }, call()),
    async ({ results }, of) => {
      for (const order of own.orders(erp.store, id)) {
        const ours = results.find(({ number }) => number === order.number);
        const { decimal: note, text } = of(`order ${order.number}`);
        text('day', ours?.orderedOn, order.day);
        note('net', ours?.net?.amount, order.net);
        note('total', ours?.total.amount, order.gross);
        compareLines(ours, own.orderLines(erp.store, order.number), String(order.number), of);
      }
    },
  );
const invoiceFigures = ({ adapter, erp }: Context, id: string): Promise<Figure[]> =>
  asked(
    'invoices',
    () => part(adapter, 'invoices').list({ customerId: idOf(id) }, call()),
    async ({ results }, of) => {
      for (const invoice of own.invoices(erp.store, id)) {
        if (invoice.category !== 'M' || invoice.cancelled === 1) continue;
        const ours = results.find(({ number }) => number === invoice.number);
        const { decimal: note, text } = of(`invoice ${invoice.number}`);
        note('total', ours?.total.amount, String(invoice.total));
        note('open', ours?.open.amount, invoice.cleared === 1 ? '0' : String(invoice.open));
        text('issued', ours?.issuedOn, String(invoice.issued));
        // Of what is cleared the ledger item is not read any more.
        if (invoice.cleared === 0) text('due', ours?.dueOn, String(invoice.due));
        text('overdue', ours?.status === 'overdue', own.overdue({ cleared: invoice.cleared, due: invoice.due }));
      }
    },
  );
const creditFigures = async ({ adapter, erp }: Context, id: string): Promise<Figure[]> => {
  if (own.customer(erp.store, id).currency !== 'EUR') return [];
  return asked(
    'credit',
    () =>
      part(adapter, 'credit')
        .position({ customerId: idOf(id) }, call())
        .catch((error: unknown) => {
          // Without an account, an open item and an order there is nothing that has a currency.
          if (error instanceof ErpError && error.kind === 'unsupported') return null;
          throw error;
        }),
    async (ours, of) => {
      const theirs = own.credit(erp.store, id);
      const { decimal: note, text } = of(`customer ${id}`);
      text('is known', ours !== null, theirs.known);
      if (ours === null) return;
      note('limit', ours.limit?.amount, theirs.limit);
      note('receivable', ours.receivable.amount, theirs.balance);
    },
  );
};
const returnFigures = ({ adapter, erp }: Context, id: string): Promise<Figure[]> =>
  asked(
    'returns',
    () => part(adapter, 'returns').list({ customerId: idOf(id) }, call()),
    async ({ results }, of) => {
      for (const each of own.returns(erp.store, id)) {
        const ours = results.find(({ number }) => number === each.number);
        const { decimal: note, text } = of(`return ${each.number}`);
        note('quantity', ours?.lines[0]?.quantity, each.quantity);
        text('credited', ours?.status === 'credited', each.state === 'C');
      }
    },
  );
