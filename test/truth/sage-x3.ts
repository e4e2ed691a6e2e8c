import { sageX3 } from '@backroom/backend/erp/sage-x3/index';
import { connectionFrom } from '../../extension/playground/seed/connection.ts';
import { type SageX3, startSageX3 } from '../stand-ins/sage-x3/start.ts';
import { sageX3Variables } from '../support/sage-x3.ts';
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
} from './sage-x3-sql.ts';

/** What people have done on X3's own screens before we look. */
const DEEDS = 120;
const DAY_MS = 86_400_000;

/** The double of Sage X3: what panels show, against its classes by SQL. */
export const sageX3Part = doublePart<Omit<SageX3, 'store'> & { store: Records }, { id: string }, Product>({
  start: () => withRecords(startSageX3),
  adapter: ({ url }) => sageX3(connectionFrom('sage-x3', sageX3Variables(url))),
  history,
  customers: ({ store }) => customers(store),
  products: ({ store }) => products(store),
  against:
    'the SQLite rows of the double by SQL (orders, invoices, open items, stock, price lists); not a real Sage X3',
  figures: figuresAgainst({ customer, stock, price, orders, orderLines, invoices, memos, credit, claims }),
});
const buyers = ['C1001', 'C1002', 'C1003', 'C1004', 'C1005', 'C1006', 'C1009', 'C1010', 'C1011', 'C1014', 'C1015'];
const goods = [
  '1896-S',
  '1900-S',
  'D0001',
  'SALZ-10',
  'KABEL-25',
  'STAFFEL-1',
  'DUTZEND-1',
  'MONTAGE',
  'T-2005',
  'T-2040',
];

function history({ desk }: Pick<SageX3, 'desk'>, random: Random): void {
  for (let nth = 0; nth < DEEDS; nth += 1) {
    const buyer = random.pick(buyers);
    const day = new Date(Date.now() - random.whole(90) * DAY_MS).toISOString().slice(0, 10);
    // Half of an even number: nobody delivers half a piece.
    const lines = random.some(goods, 4).map((item) => [item, 2 + 2 * random.whole(12)] as const);
    const number = desk.enter({ customer: buyer, lines, day });
    if (random.whole(10) === 0) {
      desk.close(number);
      continue;
    }
    if (random.whole(3) === 0) continue;
    const share = random.pick([1, 1, 0.5]);
    desk.deliver(number, share);
    if (share < 1 && random.whole(4) === 0) desk.close(number);
    if (random.whole(4) === 0) continue;
    const invoice = desk.invoice(number, day);
    if (random.whole(3) === 0) desk.pay(invoice, random.whole(2) === 0 ? undefined : 1.11);
    else if (random.whole(5) === 0) {
      const note = desk.credit(invoice, [[1, 2]]);
      if (random.whole(2) === 0) desk.match(note, invoice);
    }
    if (random.whole(9) === 0) desk.payOnAccount(buyer, 33.33);
  }
}
