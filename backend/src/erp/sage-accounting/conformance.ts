import {
  app,
  BUSINESS,
  type SageAccounting,
  startSageAccounting,
} from '../../../../test/stand-ins/sage-accounting/start.ts';
import type { ExamplesInput } from '../conformance/examples.ts';
import type { Subject } from '../conformance/subject.ts';
import { sageAccounting } from './index.ts';

const busy = 'VIEL01';
/** More orders and invoices than are shown. */
const MANY = 115;

const examples: ExamplesInput = {
  write: true,
  products: ['1896-S', '1900-S', 'SALZ-10', 'HANDBUCH', 'T-2000', 'KABEL-25'],
  service: 'MONTAGE',
  archived: '1850-ALT',
  customer: 'RABA01',
  identified: {
    number: 'NORD01',
    name: 'Nordlicht Apparatebau GmbH',
    vatId: 'DE811200015',
    email: 'uta.brandt@nordlicht-apparate.example',
  },
  several: { keys: { name: 'Doppelt Ltd' }, numbers: ['DOPP01', 'DOPP02'] },
  first: [
    { keys: { vatId: '811.047.514', country: 'DE', name: 'Müller Metallbau' }, number: 'MUEL01' },
    { keys: { name: 'Müller Metallbau', erpNumber: 'MUEL03' }, number: 'MUEL03' },
    { keys: { name: 'Müller Metallbau', email: 'kg@mueller-metall.example' }, number: 'MUEL02' },
  ],
  freeMail: 'web.de',
  mistyped: [
    { asked: ' 1896-S\u00a0', code: '1896-S', found: true },
    { asked: '1896-s', code: '1896-S', found: false },
  ],
  empty: 'LEER01',
  many: { customer: busy, orders: 50, invoices: 100 },
  invoices: { customer: 'KESS01', statuses: ['overdue', 'paid', 'open'] },
  credit: { limited: 'KESS01', unlimited: 'RABA01' },
  foreign: { currency: 'USD', customer: 'PRAIR01' },
  precise: { code: 'KABEL-25', quantity: '0.25', unitPrice: '37.10551' },
  drift: [
    { operation: 'orders.list', customer: 'NORD01', from: '"total_amount"', to: '"total"' },
    { operation: 'invoices.list', customer: 'KESS01', from: '"outstanding_amount"', to: '"outstanding"' },
  ],
  denied: ['orders.list', 'invoices.list', 'credit.position'],
};

const lacks = {
  'cost: credit of a customer':
    'contact, invoices, credit notes, quotes and drafts are a list of Sage Accounting each, and a currency of its own page',
  'cost: orders of 50 references and 50 numbers':
    'Sage Accounting searches one reference at a time and no number: both kinds of documents are looked through, 200 a request',
};

/** A customer with more quotes than are shown, most of which have become invoices. */
function history({ desk }: SageAccounting): void {
  for (let nth = 0; nth < MANY; nth += 1) {
    const quote = desk.quote({
      customer: busy,
      lines: [
        ['SALZ-10', '3'],
        ['T-2010', '1'],
      ],
    });
    if (nth < MANY - 10) desk.convert(String(quote.body.quote_number));
  }
}

/** The double that somebody else wrote from Sage's own description of the API and its guides. What it cannot know stands in docs/sage-accounting.md. */
export const subjects: readonly Subject[] = [
  {
    name: 'Sage Accounting',
    proof: 'vendor metadata and documentation',
    async open() {
      const erp = await startSageAccounting();
      history(erp);
      const { clientId, clientSecret } = app;
      const connect =
        (refreshToken: string, secret = clientSecret) =>
        (url: string) =>
          sageAccounting({
            url,
            credentials: { clientId, clientSecret: secret, refreshToken },
            settings: { business: BUSINESS, timeZone: 'Europe/Dublin' },
          });
      return {
        url: erp.url,
        connect: connect(erp.consent()),
        limited: connect(erp.consent('limited')),
        wrong: connect(erp.consent(), 'no-such-secret'),
        lacks,
        copyOrder: async ({ number }) => String(erp.desk.copy('quotes', number).body.quote_number),
        examples,
        close: erp.close,
      };
    },
  },
];
