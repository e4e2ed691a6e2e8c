import { sageIntacct } from '@backroom/backend/erp/sage-intacct/index';
import { connectionFrom } from '../../extension/playground/seed/connection.ts';
import { type Intacct, startIntacct } from '../stand-ins/sage-intacct/start.ts';
import { sageIntacctVariables } from '../support/sage-intacct.ts';
import { doublePart } from './double.ts';
import { figuresAgainst, type Product } from './ledger.ts';
import type { Random } from './random.ts';
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
} from './sage-intacct-sql.ts';

/** What people have done on Intacct's own pages before we look. */
const DEEDS = 120;

/** The double of Sage Intacct: what panels show, against its records by SQL. */
export const sageIntacctPart = doublePart<Intacct, { id: string }, Product>({
  start: startIntacct,
  adapter: ({ url }) => sageIntacct(connectionFrom('sage-intacct', sageIntacctVariables(url))),
  history,
  customers: ({ store }) => customers(store),
  products: ({ store }) => products(store),
  against:
    'the SQLite records of the double by SQL (documents, receivables, stock, price lists); not a real Sage Intacct',
  figures: figuresAgainst({ customer, stock, price, orders, orderLines, invoices, memos, credit, claims }),
});
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
