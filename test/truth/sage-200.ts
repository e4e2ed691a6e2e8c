import { sage200 } from '@backroom/backend/erp/sage-200/index';
import { connectionFrom } from '../../extension/playground/seed/connection.ts';
import { type Sage200, startSage200 } from '../stand-ins/sage-200/start.ts';
import { sage200Variables } from '../support/sage-200.ts';
import { doublePart } from './double.ts';
import { figuresAgainst, type Product } from './ledger.ts';
import type { Random } from './random.ts';
import { type Records, withRecords } from './records.ts';
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
} from './sage-200-sql.ts';

/** What people have done on Sage's own pages before we look. */
const DEEDS = 120;
const DAY_MS = 86_400_000;

/** The double of Sage 200: what panels show, against its records by SQL. */
export const sage200Part = doublePart<Omit<Sage200, 'store'> & { store: Records }, { id: string }, Product>({
  start: () => withRecords(startSage200),
  adapter: ({ url }) => sage200(connectionFrom('sage-200', sage200Variables(url))),
  history,
  customers: ({ store }) => customers(store),
  products: ({ store }) => products(store),
  against: 'the SQLite records of the double by SQL (orders, sales ledger, holdings, price book); not a real Sage 200',
  figures: figuresAgainst({
    ...{
      currency: 'GBP',
      hasRoundedPrices: true,
      customer,
      stock,
      price,
      orders,
      orderLines,
      invoices,
      memos,
      credit,
      claims,
    },
  }),
});
const buyers = ['NOR001', 'KES001', 'MUR001', 'MUR002', 'MUR003', 'DOU001', 'DOU002', 'REB001', 'FRE001', 'BUS001'];
const goods = ['BENCH-1', 'STOOL-1', 'HORN-24', 'SALT-10', 'CABLE-25', 'BEARING-1', 'NUT-DZ', 'T-2005', 'T-2040'];

function history({ desk }: Pick<Sage200, 'desk'>, random: Random): void {
  for (let nth = 0; nth < DEEDS; nth += 1) {
    const customer = random.pick(buyers);
    const at = Date.now() - random.whole(90) * DAY_MS;
    const day = new Date(at).toISOString().slice(0, 10);
    // Half of an even number: nobody despatches half a piece.
    const lines = random.some(goods, 4).map((code) => [code, 2 + 2 * random.whole(8)] as const);
    const made = desk.enter({ customer, lines, document_date: `${day}T00:00:00` }, at);
    const number = String(made.document_no);
    if (random.whole(12) === 0) {
      desk.setStatus(number, 'Cancelled');
      continue;
    }
    // An order over the limit is on hold: nothing of it leaves.
    if (made.document_status !== 'EnumDocumentStatusLive' || random.whole(3) === 0) continue;
    desk.deliver(number, random.pick([1, 1, 0.5]), at);
    if (random.whole(3) === 0) continue;
    const invoice = String(desk.invoice(number, day, at).reference);
    if (random.whole(3) === 0) desk.pay(invoice, random.whole(2) === 0 ? undefined : 1.11);
    else if (random.whole(6) === 0) desk.credit(invoice, 0.5);
    else if (random.whole(8) === 0) desk.returnGoods(number, lines[0]?.[0] ?? '', 1);
    if (random.whole(9) === 0) desk.payOnAccount(customer, 33.33);
  }
}
