import { apps, type Intacct, startIntacct } from '../../../../test/stand-ins/sage-intacct/start.ts';
import type { ExamplesInput } from '../conformance/examples.ts';
import type { Subject } from '../conformance/subject.ts';
import { sageIntacct } from './index.ts';

const known = 'C1001';
const busy = 'C1014';
/** More than a page of the double holds, which it is told to keep small. */
const MANY = 120;
const PAGE = 250;

const examplesFor = (returnable: string): ExamplesInput => ({
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
  many: { customer: busy, orders: 50, invoices: 100 },
  invoices: { customer: 'C1002', statuses: ['overdue', 'paid', 'part_paid'] },
  credit: { limited: 'C1002', unlimited: 'C1011' },
  foreign: { currency: 'USD', customer: 'C1010' },
  // 2,400 nuts at 1.00 each; the example customer has 15 % off by its price list.
  packed: { code: 'DUTZEND-1', unit: 'Dozen', onHand: '200', unitPrice: '10.2' },
  precise: { code: 'KABEL-25', quantity: '0.25', unitPrice: '37.10551' },
  returnable: { customer: known, orderNumber: returnable, code: 'T-2070', quantity: '2' },
  drift: [
    { operation: 'orders.list', customer: known, from: '"documentNumber"', to: '"number"' },
    { operation: 'invoices.list', customer: 'C1002', from: '"totalTxnAmount"', to: '"totalAmount"' },
  ],
  denied: ['orders.list', 'invoices.list', 'credit.position'],
  unknownId: '999999999',
});

const lists =
  'customer, invoices, memos and advances are a query of Sage Intacct each, and what is open is asked for apart';
const lacks = {
  'cost: invoices of a customer': lists,
  'cost: credit of a customer': lists,
};

/** A customer with more documents than a page holds, and an order of which something can come back. */
function history({ desk }: Intacct): string {
  for (let nth = 0; nth < MANY; nth += 1) {
    const order = desk.enter({
      customer: busy,
      customerPONumber: `HIST-${nth}`,
      lines: [
        ['SALZ-10', 3],
        ['T-2000', 1],
        ['T-2005', 1],
        ['T-2010', 1],
      ],
    });
    const number = String(order.body.documentNumber);
    if (nth >= MANY - 10) continue;
    desk.deliver(number);
    desk.invoice(number);
  }
  const delivered = String(desk.enter({ customer: known, lines: [['T-2070', 5]] }).body.documentNumber);
  desk.deliver(delivered);
  desk.invoice(delivered);
  return delivered;
}

/** The double that somebody else wrote from Sage's OpenAPI files and quoted answers. What it cannot know stands in docs/sage-intacct.md. */
export const subjects: readonly Subject[] = [
  {
    name: 'Sage Intacct',
    proof: 'vendor metadata and documentation',
    async open() {
      const erp = await startIntacct();
      const returnable = history(erp);
      erp.breakDown({ pageSize: PAGE });
      const connect =
        ({ clientId, clientSecret, username }: typeof apps.full) =>
        (url: string) => {
          const [user = '', company = '', entity = ''] = username.split(/[@|]/);
          return sageIntacct({
            url,
            credentials: { clientId, clientSecret, user },
            settings: {
              company,
              entity,
              location: '100',
              warehouse: 'WH-HAM',
              timeZone: 'Europe/Berlin',
              shippingProduct: 'FRACHT',
            },
          });
        };
      return {
        url: erp.url,
        connect: connect(apps.full),
        limited: connect(apps.limited),
        wrong: connect({ ...apps.full, clientSecret: 'no-such-secret' }),
        sameClock: true,
        lacks,
        deliverOrder: async ({ number }) => void erp.desk.deliver(number),
        editOrder: async ({ number }, quantity) => void erp.desk.amend(number, Number(quantity)),
        copyOrder: async ({ number }) => String(erp.desk.copy(number).body.documentNumber),
        examples: examplesFor(returnable),
        close: erp.close,
      };
    },
  },
];
