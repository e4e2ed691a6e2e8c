import { KEY, startDolibarr } from '../../../../test/stand-ins/dolibarr/start.ts';
import { type ErpNext, startErpNext, users } from '../../../../test/stand-ins/erpnext/start.ts';
import type { ExamplesInput } from '../conformance/examples.ts';
import type { Subject } from '../conformance/subject.ts';
import { liveSubjects } from './conformance-live.ts';
import { readSubjects } from './conformance-read.ts';
import { declared } from './index.ts';
import { shipped } from './shipped.ts';

/** More than ERPNext's usual page of 20. */
const MANY = 60;
const busy = 'Vielbesteller Großhandel GmbH';
const examples: ExamplesInput = {
  write: true,
  products: ['1896-S', '1900-S', 'D0001', 'SALZ-10', 'T-2000', 'STAFFEL-1'],
  service: 'MONTAGE',
  archived: '1850-ALT',
  customer: 'Müller Metallbau GmbH',
  identified: {
    number: 'Nordwerk Maschinenbau GmbH',
    name: 'Nordwerk Maschinenbau GmbH',
    vatId: 'DE811000019',
    email: 'einkauf@nordwerk-maschinen.example',
  },
  several: { keys: { name: 'Doppelt GmbH' }, numbers: ['Doppelt GmbH', 'Doppelt GmbH - 1'] },
  first: [
    { keys: { vatId: '811.047.514', country: 'DE', name: 'Müller Metallbau' }, number: 'Müller Metallbau GmbH' },
    { keys: { name: 'Müller Metallbau', email: 'kg@mueller-metall.example' }, number: 'Mueller Metallbau Köln KG' },
  ],
  freeMail: 'web.de',
  mistyped: [
    { asked: ' SALZ-10\u00a0', code: 'SALZ-10', found: true },
    { asked: 'salz-10', code: 'SALZ-10', found: false },
  ],
  empty: 'Ohne Belege GmbH',
  blocked: 'Hafenkontor Lagerhaus GmbH',
  many: { customer: busy, orders: MANY, invoices: MANY - 10 },
  invoices: { customer: 'Kessler Anlagenbau AG', statuses: ['overdue', 'part_paid', 'paid'] },
  credit: { limited: 'Kessler Anlagenbau AG', unlimited: 'Müller Metallbau GmbH' },
  foreign: { currency: 'USD', customer: 'Prairie Tool & Supply Inc.' },
  precise: { code: 'SALZ-10', quantity: '0.125', unitPrice: '37.11' },
  drift: [
    { operation: 'orders.list', customer: 'Nordwerk Maschinenbau GmbH', from: '"grand_total"', to: '"sum"' },
    { operation: 'credit.position', customer: 'Kessler Anlagenbau AG', from: '"outstanding"', to: '"left"' },
  ],
  denied: ['orders.list', 'invoices.list'],
  unknownId: 'NO-SUCH-RECORD',
};
const lacks = {
  'cost: orders of 50 references and 50 numbers': 'lines and customers are two further lists of ERPNext',
  'cost: prices of 50 lines in five quantities': 'ERPNext answers one item in one quantity a call',
  'cost: credit of a customer': 'limit, open orders and open items are three lists of ERPNext',
};
function history({ desk }: ErpNext): void {
  for (let nth = 0; nth < MANY; nth += 1) {
    const made = desk.enter(busy, [['SALZ-10', 3]]);
    if (nth < MANY - 10) desk.invoice(made);
  }
}

const dolibarr: ExamplesInput = {
  write: true,
  products: ['1896-S', 'SALZ-10', 'T-2000', 'ROHR 2" (50)', "ROHR 2' (50)"],
  service: 'MONTAGE',
  customer: 'CU2611-00003',
  identified: {
    number: 'CU2611-00001',
    name: 'Nordwerk Maschinenbau GmbH',
    vatId: 'DE811000019',
    email: 'einkauf@nordwerk-maschinen.example',
  },
  several: { keys: { name: 'Doppelt GmbH' }, numbers: ['CU2611-00005', 'CU2611-00006'] },
  first: [
    { keys: { name: 'Rohr "R" (Nord)' }, number: 'CU2611-00008' },
    { keys: { name: 'Müller Metallbau', email: 'kg@mueller-metall.example' }, number: 'CU2611-00004' },
  ],
  mistyped: [{ asked: 'salz-10', code: 'SALZ-10', found: false }],
  empty: 'CU2611-00007',
  invoices: { customer: 'CU2611-00002', statuses: ['overdue', 'part_paid', 'paid'] },
  credit: { limited: 'CU2611-00002', unlimited: 'CU2611-00003' },
  precise: { code: 'SALZ-10', quantity: '0.125', unitPrice: '37.105' },
  drift: [{ operation: 'orders.list', customer: 'CU2611-00002', from: '"total_ttc"', to: '"total"' }],
  unknownId: '999999',
};
const dolibarrLacks = {
  'cost: orders of 50 references and 50 numbers': 'customers are a further list of Dolibarr',
  'orders: a copy made in the ERP is not found by the reference':
    'Dolibarr keeps no reference unique, and its clone may carry ours: the older one counts',
};

/** Documents that come with Backroom, each over a double in its ERP's shapes. */
export const subjects: readonly Subject[] = [
  {
    name: 'ERPNext, by description',
    proof: 'a double in the shapes of recorded answers',
    async open() {
      const erp = await startErpNext();
      history(erp);
      const document = shipped('erpnext');
      const connect =
        ({ key, secret }: { key: string; secret: string }) =>
        (url: string) =>
          declared({ url, credentials: { key, secret }, settings: { document } });
      return {
        url: erp.url,
        connect: connect(users.full),
        limited: connect(users.limited),
        wrong: connect({ key: users.full.key, secret: 'not-the-secret' }),
        sameClock: true,
        copyOrder: async ({ number }) => erp.desk.copy(number),
        deliverOrder: async ({ number }) => erp.desk.deliver(number),
        examples,
        lacks,
        close: erp.close,
      };
    },
  },
  {
    name: 'Dolibarr, by description',
    proof: 'a double in the shapes of recorded answers',
    async open() {
      const erp = await startDolibarr();
      const document = shipped('dolibarr');
      const connect = (secret: string) => (url: string) =>
        declared({ url, credentials: { secret }, settings: { document } });
      return {
        url: erp.url,
        connect: connect(KEY),
        wrong: connect('not-the-key'),
        sameClock: true,
        examples: dolibarr,
        lacks: dolibarrLacks,
        close: erp.close,
      };
    },
  },
  ...liveSubjects({ dolibarr: dolibarrLacks, erpnext: lacks }),
  ...readSubjects,
];
