import { randomUUID } from 'node:crypto';
import { enter } from '../../../../test/stand-ins/business-central/seed/documents.ts';
import type { BusinessCentral } from '../../../../test/stand-ins/business-central/start.ts';
import {
  apps,
  COMPANY,
  ENVIRONMENT,
  startBusinessCentral,
  TENANT,
} from '../../../../test/stand-ins/business-central/start.ts';
import type { ExamplesInput } from '../conformance/examples.ts';
import type { Subject } from '../conformance/subject.ts';
import { businessCentral } from './index.ts';

/** Its documents include VAT and take a discount off each line, unless an order says otherwise. */
const customer = '10060';
const known = '10000';
const busy = '10110';
/** More than a page of the double holds, which it is told to keep small. */
const MANY = 120;
const PAGE = 40;

const examples: ExamplesInput = {
  write: true,
  products: ['1896-S', '1900-S', 'T-2000', 'SALZ-10', 'HANDBUCH', 'T-2105'],
  service: 'MONTAGE',
  archived: '1850-ALT',
  customer,
  identified: {
    number: known,
    name: 'Nordwerk Maschinenbau GmbH',
    vatId: 'DE811000019',
    email: 'einkauf@nordwerk-maschinen.example',
  },
  several: { keys: { name: 'Doppelt GmbH' }, numbers: ['10030', '10031'] },
  first: [
    { keys: { vatId: '811.047.514', country: 'DE', name: 'Müller Metallbau' }, number: '10020' },
    { keys: { name: 'Müller Metallbau', erpNumber: '10022' }, number: '10022' },
    { keys: { name: 'Müller Metallbau', email: 'kg@mueller-metall.example' }, number: '10021' },
  ],
  freeMail: 'web.de',
  mistyped: [
    { asked: ' 1896-S\u00a0', code: '1896-S', found: true },
    { asked: '1896–S', code: '1896-S', found: false },
  ],
  empty: '10100',
  blocked: '10040',
  many: { customer: busy, orders: 50, invoices: 100 },
  invoices: { customer: '10010', statuses: ['overdue', 'paid'] },
  credit: { limited: '10010', unlimited: '10060' },
  discounted: '10060',
  foreign: { currency: 'USD', customer: '10050' },
  precise: { code: 'SALZ-10', quantity: '0.25', unitPrice: '37.10551' },
  drift: [
    { operation: 'orders.list', from: '"totalAmountIncludingTax"', to: '"amountIncludingTax"' },
    { operation: 'credit.position', from: '"overdueAmount"', to: '"overdue"' },
  ],
  denied: ['orders.list', 'invoices.list', 'credit.position'],
  unknownId: randomUUID(),
};

const lacks = {
  'orders: a copy made in the ERP is not found by the reference':
    '"Copy Document" keeps the External Document No., and this API tells a copy by nothing: it is answered after the original, which counts',
};

/** A customer with more documents than a page holds, all of them by the double's own pages. */
function history({ store, company, desk }: BusinessCentral): void {
  for (let nth = 0; nth < MANY; nth += 1) {
    const made = enter(store, company, { customerNumber: busy, externalDocumentNumber: `HIST-${nth}` }, [
      ['SALZ-10', '3'],
    ]);
    if (nth >= MANY - 10) continue;
    desk.ship(String(made.number));
    desk.invoice(String(made.number));
  }
}

/** The double that somebody else wrote from Microsoft's metadata and documentation. What it cannot know stands in docs/business-central.md. */
export const subjects: readonly Subject[] = [
  {
    name: 'Business Central',
    proof: 'vendor metadata and documentation',
    async open() {
      const erp = await startBusinessCentral();
      history(erp);
      erp.breakDown({ pageSize: PAGE });
      const connect = (app: { clientId: string; secret: string }) => (url: string) =>
        businessCentral({
          url,
          credentials: { clientId: app.clientId, clientSecret: app.secret },
          settings: {
            tenant: TENANT,
            environment: ENVIRONMENT,
            company: COMPANY,
            timeZone: 'Europe/Berlin',
            shippingProduct: 'FRACHT',
            signIn: url,
          },
        });
      return {
        url: erp.url,
        connect: connect(apps.full),
        limited: connect(apps.limited),
        wrong: connect({ ...apps.full, secret: 'not-the-secret' }),
        sameClock: true,
        copyOrder: async ({ number }) => String(erp.desk.copy(number).number),
        examples,
        lacks,
        close: erp.close,
      };
    },
  },
];
