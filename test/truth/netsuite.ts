import { netSuite } from '@backroom/backend/erp/netsuite/index';
import { connectionFrom } from '../../extension/playground/seed/connection.ts';
import { enter } from '../stand-ins/netsuite/seed/seed.ts';
import { type NetSuite, startNetSuite } from '../stand-ins/netsuite/start.ts';
import { netSuiteVariables } from '../support/netsuite.ts';
import { doublePart } from './double.ts';
import { figuresAgainst, type Product } from './ledger.ts';
import {
  claims,
  credit,
  customer,
  customers,
  invoices,
  memos,
  orderLines,
  orders,
  price,
  products,
  stock,
} from './netsuite-sql.ts';
import type { Random } from './random.ts';

/** What people have done on NetSuite's own pages before we look. */
const DEEDS = 120;

/** The double of NetSuite: what panels show, against its records by SQL. */
export const netSuitePart = doublePart<NetSuite, { id: string }, Product>({
  start: startNetSuite,
  adapter: ({ url }) => netSuite(connectionFrom('netsuite', netSuiteVariables(url))),
  history,
  customers: ({ store }) => customers(store),
  products: ({ store }) => products(store),
  against: 'the SQLite records of the double by SQL (documents, stock, prices); not a real NetSuite',
  figures: figuresAgainst({ customer, stock, price, orders, orderLines, invoices, memos, credit, claims }),
});
/** Customers that buy in the company's currency, and may. */
const buyers = ['1', '2', '3', '5', '6', '9', '11', '14', '16'];
const goods = ['1896-S', '1900-S', 'D0001', 'SALZ-10', 'STAFFEL-1', 'DUTZEND-1', 'T-2005', 'T-2040', 'T-2100'];

function history({ store, desk }: NetSuite, random: Random): void {
  for (let nth = 0; nth < DEEDS; nth += 1) {
    const lines = random.some(goods, 4).map((item) => [item, 1 + random.whole(9)] as const);
    const number = enter(store, desk, { entity: { id: random.pick(buyers) } }, lines);
    if (random.whole(12) === 0) {
      desk.cancel(number);
      continue;
    }
    if (random.whole(3) === 0) continue;
    desk.deliver(number, random.pick([1, 1, 0.5]));
    if (random.whole(3) === 0) continue;
    const invoice = String(desk.invoice(number).body.tranId);
    if (random.whole(3) === 0) desk.pay(invoice, random.whole(2) === 0 ? undefined : 1.11);
    if (random.whole(8) === 0) desk.credit(invoice);
    if (random.whole(9) === 0) desk.payOnAccount(Number(random.pick(buyers)), 33.33);
  }
}
