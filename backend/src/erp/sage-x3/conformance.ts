import { apps, folder, pool, type SageX3, startSageX3 } from '../../../../test/stand-ins/sage-x3/start.ts';
import type { ExamplesInput } from '../conformance/examples.ts';
import type { Subject } from '../conformance/subject.ts';
import { sageX3 } from './index.ts';

const known = 'C1001';
const busy = 'C1014';
/** More than a page of the double holds, which it is told to keep small. */
const MANY = 60;
const PAGE = 25;

const examples: ExamplesInput = {
  write: true,
  products: ['1896-S', '1900-S', 'STAFFEL-1', 'T-2000', 'SALZ-10', 'DUTZEND-1'],
  service: 'MONTAGE',
  archived: '1850-ALT',
  customer: 'C1011',
  identified: {
    number: known,
    name: 'Nordlicht Apparatebau GmbH',
    vatId: 'DE811200015',
    email: 'uta.brandt@nordlicht-apparate.example',
  },
  several: { keys: { name: 'Doppelt GmbH' }, numbers: ['C1006', 'C1007'] },
  first: [
    { keys: { vatId: '811.047.514', country: 'DE', name: 'Müller Metallbau' }, number: 'C1003' },
    { keys: { name: 'Müller Metallbau', erpNumber: 'C1005' }, number: 'C1005' },
    { keys: { name: 'Müller Metallbau', email: 'kg@mueller-metall.example' }, number: 'C1004' },
  ],
  freeMail: 'web.de',
  mistyped: [
    { asked: ' 1896-S\u00a0', code: '1896-S', found: true },
    { asked: '1896-s', code: '1896-S', found: false },
  ],
  empty: 'C1013',
  blocked: 'C1008',
  discounted: 'C1011',
  many: { customer: busy, orders: 50, invoices: 50 },
  invoices: { customer: 'C1002', statuses: ['overdue', 'paid', 'part_paid'] },
  credit: { limited: 'C1002', unlimited: 'C1011' },
  foreign: { currency: 'USD', customer: 'C1010' },
  packed: { code: 'DUTZEND-1', unit: 'DZN', onHand: '200', unitPrice: '10.2' },
  precise: { code: 'KABEL-25', quantity: '0.25', unitPrice: '37.1055' },
  drift: [
    { operation: 'orders.list', customer: known, from: '"ORDINVATI"', to: '"ORDATI"' },
    { operation: 'invoices.list', customer: 'C1002', from: '"AMTATI"', to: '"AMTTTC"' },
  ],
  denied: ['orders.list', 'invoices.list', 'credit.position'],
  unknownId: '999999999',
};

const classes = 'heads, prices, quantities and deliveries of orders are a class of Sage X3 each';
const lists = 'customer, invoices, their lines, what is open and sums of credit are a class of Sage X3 each';
const lacks = {
  'cost: orders of a customer': classes,
  'cost: orders of 50 references and 50 numbers': classes,
  'cost: invoices of a customer': lists,
  'cost: credit of a customer': lists,
};

/** A customer with more documents than a page holds. */
function history({ desk }: SageX3): void {
  for (let nth = 0; nth < MANY; nth += 1) {
    const number = desk.enter({
      customer: busy,
      lines: [
        ['SALZ-10', 3],
        ['T-2000', 1],
      ],
    });
    if (nth >= MANY - 5) continue;
    desk.deliver(number);
    desk.invoice(number);
  }
}

/** The double that somebody else wrote from Sage's online help, its samples and recorded answers. What it cannot know stands in docs/sage-x3.md. */
export const subjects: readonly Subject[] = [
  {
    name: 'Sage X3',
    proof: 'documentation and two recorded answers',
    async open() {
      const erp = await startSageX3();
      history(erp);
      erp.breakDown({ pageSize: PAGE });
      const connect =
        ({ login, clientId, secret, url: audience }: typeof apps.full) =>
        (url: string) =>
          sageX3({
            url,
            credentials: { user: login, clientId, clientSecret: secret },
            settings: {
              ...{ folder, pool, audience, site: 'H01', orderType: 'SOI' },
              ...{ customerCategory: 'DE', discounts: '3', priceService: 'ZGETPRICE', timeZone: 'Europe/Berlin' },
            },
          });
      return {
        url: erp.url,
        connect: connect(apps.full),
        limited: connect(apps.limited),
        wrong: connect({ ...apps.full, secret: 'no-such-secret' }),
        sameClock: true,
        lacks,
        copyOrder: async ({ number }) => erp.desk.copy(number),
        examples,
        close: erp.close,
      };
    },
  },
];
