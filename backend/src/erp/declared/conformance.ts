import { readFileSync } from 'node:fs';
import * as dimensions from '../../../../test/stand-ins/access/dimensions.ts';
import * as financials from '../../../../test/stand-ins/access/financials.ts';
import { KEY, startDolibarr } from '../../../../test/stand-ins/dolibarr/start.ts';
import { type ErpNext, startErpNext, users } from '../../../../test/stand-ins/erpnext/start.ts';
import * as sage100 from '../../../../test/stand-ins/sage-100/start.ts';
import { type ExamplesInput, examplesSchema } from '../conformance/examples.ts';
import type { Subject } from '../conformance/subject.ts';
import { declared } from './index.ts';
import { type Shipped, shipped } from './shipped.ts';

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
  products: ['1896-S', 'SALZ-10', 'T-2000', 'ROHR_2__(50)'],
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

/**
 * A real server. `DOLIBARR_URL` and so on say where it is; `…_EXAMPLES` is a JSON file with records that show the cases, and
 * `…_DOCUMENT` a description that was changed for its company, in place of the shipped one.
 */
const live = (name: string, document: Shipped, prefix: string, lacks: Readonly<Record<string, string>>): Subject => ({
  name: `${name} live, by description`,
  proof: 'live',
  async open() {
    const read = (variable: string) => process.env[`${prefix}_${variable}`] || null;
    const [url, secret] = [read('URL'), read('API_SECRET')];
    if (url === null || secret === null)
      return { unavailable: `${prefix}_URL and ${prefix}_API_SECRET name no server` };
    const [file, own] = [read('EXAMPLES'), read('DOCUMENT')];
    const text = own === null ? shipped(document) : readFileSync(own, 'utf8');
    const connect = (key: string, word: string) => (address: string) =>
      declared({ url: address, credentials: { key, secret: word }, settings: { document: text } });
    const key = read('API_KEY') ?? '';
    return {
      url,
      connect: connect(key, secret),
      wrong: connect(key, 'not-the-secret'),
      examples: examplesSchema.parse(file === null ? {} : JSON.parse(readFileSync(file, 'utf8'))),
      lacks,
      close: async () => {},
    };
  },
});
const liveSubjects = (lacks: Readonly<Record<'dolibarr' | 'erpnext', Readonly<Record<string, string>>>>) => [
  live('Dolibarr', 'dolibarr', 'DOLIBARR', lacks.dolibarr),
  live('ERPNext', 'erpnext', 'ERPNEXT', lacks.erpnext),
];

type Credentials = { key: string; secret: string };
type Read = {
  name: string;
  document: Shipped;
  start: () => Promise<{ url: string; close: () => Promise<void> }>;
  credentials: Credentials;
  examples: ExamplesInput;
};
/** A description of which only documentation is known: it reads, over a stand-in by the same author. */
const documented = ({ name, document, start, credentials, examples }: Read): Subject => ({
  name: `${name}, by description`,
  proof: 'documentation; stand-in by the author of the description',
  async open() {
    const { url, close } = await start();
    const connect = (own: Credentials) => (address: string) =>
      declared({ url: address, credentials: own, settings: { document: shipped(document) } });
    return {
      url,
      connect: connect(credentials),
      wrong: connect({ ...credentials, secret: 'not-the-secret' }),
      sameClock: true,
      examples,
      close,
    };
  },
});
const readSubjects: readonly Subject[] = [
  documented({
    name: 'Access Financials',
    document: 'access-financials',
    start: financials.startFinancials,
    credentials: { key: financials.SUBSCRIPTION, secret: financials.TOKEN },
    examples: {
      customer: 'KESS01',
      identified: { number: 'NORD01', name: 'Nordwerk' },
      several: { keys: { name: 'Twin' }, numbers: ['TWIN01', 'TWIN02'] },
      unknownId: 'NOBODY',
    },
  }),
  documented({
    name: 'Access Dimensions',
    document: 'access-dimensions',
    start: dimensions.startDimensions,
    credentials: { key: dimensions.USER, secret: dimensions.PASSWORD },
    examples: {
      customer: 'KESS01',
      identified: { number: 'NORD01', name: 'Nordwerk Engineering' },
      products: ['T-2000', '1896-S', 'SALT-10'],
      unknownId: 'NOBODY',
    },
  }),
  documented({
    name: 'Sage 100',
    document: 'sage-100',
    start: sage100.startSage100,
    credentials: { key: sage100.USER, secret: sage100.PASSWORD },
    examples: { customer: '01-ABF', unknownId: '01-NOBODY' },
  }),
];

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
