import { readFileSync } from 'node:fs';
import { enter } from '../../../../test/stand-ins/netsuite/seed/seed.ts';
import { ACCOUNT, apps, type NetSuite, startNetSuite } from '../../../../test/stand-ins/netsuite/start.ts';
import type { ExamplesInput } from '../conformance/examples.ts';
import type { Subject } from '../conformance/subject.ts';
import { netSuite } from './index.ts';
import { DEPLOYMENT, SCRIPT } from './settings.ts';

const known = 'CUS1001';
const busy = 'CUS1014';
/** More than a page of the double holds, which it is told to keep small. */
const MANY = 120;
const PAGE = 250;
/** Our script as it is installed in an account. */
const source = readFileSync(
  new URL('../../../../extension/netsuite/src/FileCabinet/SuiteScripts/Backroom/backroom_restlet.js', import.meta.url),
  'utf8',
);

const examplesFor = (returnable: string): ExamplesInput => ({
  write: true,
  products: ['1896-S', '1900-S', 'STAFFEL-1', 'T-2000', 'SALZ-10', 'DUTZEND-1'],
  service: 'MONTAGE',
  archived: '1850-ALT',
  customer: 'CUS1011',
  identified: {
    number: known,
    name: 'Nordwerk Maschinenbau GmbH',
    vatId: 'DE811000019',
    email: 'uwe.nord@nordwerk-maschinen.example',
  },
  several: { keys: { name: 'Doppelt GmbH' }, numbers: ['CUS1006', 'CUS1007'] },
  first: [
    { keys: { vatId: '811.047.514', country: 'DE', name: 'Müller Metallbau' }, number: 'CUS1003' },
    { keys: { name: 'Müller Metallbau', erpNumber: 'CUS1005' }, number: 'CUS1005' },
    { keys: { name: 'Müller Metallbau', email: 'kg@mueller-metall.example' }, number: 'CUS1004' },
  ],
  freeMail: 'web.de',
  mistyped: [
    { asked: ' 1896-S\u00a0', code: '1896-S', found: true },
    { asked: '1896-s', code: '1896-S', found: false },
  ],
  empty: 'CUS1013',
  blocked: 'CUS1008',
  many: { customer: busy, orders: 50, invoices: 100 },
  invoices: { customer: 'CUS1002', statuses: ['overdue', 'paid', 'part_paid'] },
  credit: { limited: 'CUS1002', unlimited: 'CUS1011' },
  foreign: { currency: 'USD', customer: 'CUS1010' },
  precise: { code: 'KABEL-25', quantity: '0.25', unitPrice: '37.10551' },
  returnable: { customer: known, orderNumber: returnable, code: 'T-2070', quantity: '2' },
  drift: [
    { operation: 'orders.list', customer: known, from: '"foreigntotal"', to: '"total"' },
    { operation: 'invoices.list', customer: 'CUS1002', from: '"tranid"', to: '"number"' },
  ],
  denied: ['orders.list', 'invoices.list', 'credit.position'],
  unknownId: '999999999',
});

/** A customer with more documents than a page holds, and an order of which something can come back. */
function history({ store, desk }: NetSuite): string {
  for (let nth = 0; nth < MANY; nth += 1) {
    const made = enter(store, desk, { entity: { id: '14' }, otherRefNum: `HIST-${nth}` }, [
      ['SALZ-10', 3],
      ['T-2000', 1],
      ['T-2005', 1],
      ['T-2010', 1],
    ]);
    if (nth >= MANY - 10) continue;
    desk.deliver(made);
    desk.invoice(made);
  }
  const delivered = enter(store, desk, { entity: { id: '1' } }, [['T-2070', 5]]);
  desk.deliver(delivered);
  desk.invoice(delivered);
  return delivered;
}

/** The double that somebody else wrote from Oracle's record browser and quoted answers. What it cannot know stands in docs/netsuite.md. */
export const subjects: readonly Subject[] = [
  {
    name: 'NetSuite',
    proof: 'vendor metadata and documentation',
    async open() {
      const erp = await startNetSuite({ restlets: { [SCRIPT]: { deploy: DEPLOYMENT, source } } });
      const returnable = history(erp);
      erp.breakDown({ pageSize: PAGE });
      const connect = (app: { clientId: string; certificateId: string; privateKey: string }) => (url: string) =>
        netSuite({
          url,
          credentials: { clientId: app.clientId, certificateId: app.certificateId, privateKey: app.privateKey },
          settings: {
            account: ACCOUNT,
            subsidiary: '1',
            timeZone: 'Europe/Berlin',
            orderStatus: 'B',
            restletScript: SCRIPT,
            shippingProduct: 'FRACHT',
          },
        });
      return {
        url: erp.url,
        connect: connect(apps.full),
        limited: connect(apps.limited),
        wrong: connect({ ...apps.full, certificateId: 'no-such-certificate' }),
        sameClock: true,
        deliverOrder: async ({ number }) => void erp.desk.deliver(number),
        takeBack: async ({ number }) => {
          erp.desk.approveReturn(number);
          erp.desk.receiveReturn(number);
          erp.desk.creditReturn(number);
        },
        editOrder: async ({ number }, quantity) => void erp.desk.amend(number, Number(quantity)),
        copyOrder: async ({ number }) => String(erp.desk.copy(number).body.tranId),
        examples: examplesFor(returnable),
        close: erp.close,
      };
    },
  },
];
