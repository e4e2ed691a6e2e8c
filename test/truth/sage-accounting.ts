import { sageAccounting } from '@backroom/backend/erp/sage-accounting/index';
import { app, BUSINESS, type SageAccounting, startSageAccounting } from '../stand-ins/sage-accounting/start.ts';
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
} from './sage-accounting-records.ts';

/** What people have done on Sage's own pages before we look. */
const DEEDS = 120;

/** The double of Sage Accounting: what panels show, against its records. */
export const sageAccountingPart = doublePart<SageAccounting, { id: string }, Product>({
  start: startSageAccounting,
  adapter: (erp) =>
    sageAccounting({
      url: erp.url,
      credentials: { clientId: app.clientId, clientSecret: app.clientSecret, refreshToken: erp.consent() },
      settings: { business: BUSINESS, timeZone: 'Europe/Dublin' },
    }),
  history,
  customers: ({ store }) => customers(store),
  products: ({ store }) => products(store),
  against: 'the records of the double, added up by other code than its own; not a real Sage Accounting',
  figures: figuresAgainst({ customer, stock, price, orders, orderLines, invoices, memos, credit, claims }),
});
const buyers = ['NORD01', 'KESS01', 'MUEL01', 'MUEL02', 'DOPP01', 'RABA01', 'VIEL01'];
const goods = ['1896-S', '1900-S', 'SALZ-10', 'KABEL-25', 'HANDBUCH', 'GRAVUR', 'MONTAGE', 'T-2005', 'T-2040'];

function history({ desk }: SageAccounting, random: Random): void {
  for (let nth = 0; nth < DEEDS; nth += 1) {
    const buyer = random.pick(buyers);
    const lines = random.some(goods, 4).map((code) => [code, String(1 + random.whole(5))] as const);
    const quote = String(desk.quote({ customer: buyer, lines }).body.quote_number);
    if (random.whole(8) === 0) {
      desk.decline(quote);
      continue;
    }
    if (random.whole(3) === 0) continue;
    const invoice = String(desk.convert(quote).body.invoice_number);
    if (random.whole(3) === 0) desk.pay(invoice, random.whole(2) === 0 ? undefined : '1.11');
    else if (random.whole(6) === 0) desk.credit(invoice, [[lines[0]?.[0] ?? '', '1']]);
  }
}
