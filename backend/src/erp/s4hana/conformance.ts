import { amend, enter } from '../../../../test/stand-ins/s4hana/seed/documents.ts';
import { CLIENT, type S4hana, startS4hana, users } from '../../../../test/stand-ins/s4hana/start.ts';
import type { ExamplesInput } from '../conformance/examples.ts';
import type { Subject } from '../conformance/subject.ts';
import { s4hana } from './index.ts';

const customer = '10100003';
const known = '10100001';
const busy = '10101000';
/** More than a page of the double holds, which it is told to keep small. */
const MANY = 120;
const PAGE = 100;

const examplesFor = (returnable: string): ExamplesInput => ({
  write: true,
  products: ['1896-S', 'TG11', 'T-2000', 'SALZ-10', 'STAFFEL-1', '4711'],
  service: 'MONTAGE',
  archived: '1852-ALT',
  customer,
  identified: {
    number: known,
    name: 'Nordwerk Maschinenbau GmbH',
    vatId: 'DE811000019',
    email: 'einkauf@nordwerk-maschinen.example',
  },
  several: { keys: { name: 'Doppelt GmbH' }, numbers: ['10100006', '10100007'] },
  first: [
    { keys: { vatId: '811.047.514', country: 'DE', name: 'Müller Metallbau' }, number: '10100003' },
    { keys: { name: 'Müller Metallbau', erpNumber: '0010100005' }, number: '10100005' },
    { keys: { name: 'Müller Metallbau', email: 'kg@mueller-metall.example' }, number: '10100004' },
  ],
  freeMail: 'web.de',
  mistyped: [
    { asked: ' 1896-S\u00a0', code: '1896-S', found: true },
    { asked: 'tg11', code: 'TG11', found: false },
    { asked: '000000000000004711', code: '4711', found: true },
  ],
  empty: '10100013',
  blocked: '10100008',
  many: { customer: busy, orders: 50, invoices: 100 },
  invoices: { customer: '10100002', statuses: ['overdue'] },
  credit: { limited: '10100001', unlimited: '10100011' },
  discounted: '10100011',
  foreign: { currency: 'USD', customer: '10100010' },
  precise: { code: 'KABEL-25', quantity: '0.25', unitPrice: '37.10551' },
  returnable: { customer: known, orderNumber: returnable, code: 'T-2070', quantity: '2' },
  drift: [
    { operation: 'orders.list', customer: known, from: '"TotalNetAmount"', to: '"TotalNet"' },
    { operation: 'invoices.list', customer: known, from: '"TotalGrossAmount"', to: '"GrossAmount"' },
    { operation: 'credit.position', customer: known, from: '"AmountInCompanyCodeCurrency"', to: '"Amount"' },
  ],
  denied: ['orders.list', 'invoices.list', 'credit.position'],
  unknownId: '999999999',
});

/** A customer with more documents than a page holds, and an order of which something can come back. */
function history({ store, desk }: S4hana): string {
  for (let nth = 0; nth < MANY; nth += 1) {
    const made = enter(store, { SoldToParty: busy, PurchaseOrderByCustomer: `HIST-${nth}` }, [['SALZ-10', '3']]);
    desk.releaseCredit(made);
    if (nth >= MANY - 10) continue;
    desk.deliver(made);
    desk.invoice(made);
  }
  const delivered = enter(store, { SoldToParty: known }, [['T-2070', '5']]);
  desk.deliver(delivered);
  desk.invoice(delivered);
  return delivered;
}

/** The double that somebody else wrote from SAP's metadata and recordings. What it cannot know stands in docs/s4hana.md. */
export const subjects: readonly Subject[] = [
  {
    name: 'SAP S/4HANA',
    proof: 'vendor metadata and recordings',
    async open() {
      const erp = await startS4hana();
      const returnable = history(erp);
      erp.breakDown({ pageSize: PAGE });
      const connect = (user: { name: string; password: string }) => (url: string) =>
        s4hana({
          url,
          credentials: { user: user.name, password: user.password },
          settings: {
            client: CLIENT,
            companyCode: '1010',
            salesOrganization: '1010',
            distributionChannel: '10',
            division: '00',
            creditSegment: '1000',
            reconciliationAccount: '12100000',
            rejectionReason: '50',
            shippingProduct: 'FRACHT',
            currency: 'EUR',
            timeZone: 'Europe/Berlin',
          },
        });
      return {
        url: erp.url,
        connect: connect(users.full),
        limited: connect(users.limited),
        wrong: connect({ ...users.full, password: 'not-the-password' }),
        sameClock: true,
        deliverOrder: async ({ number }) => {
          erp.desk.releaseCredit(number);
          erp.desk.deliver(number);
        },
        takeBack: async ({ number }) => {
          erp.desk.receiveReturn(number);
          erp.desk.creditReturn(number);
        },
        editOrder: async ({ number }, quantity) => amend(erp.store, number, quantity),
        copyOrder: async ({ number }) => String(erp.desk.copy(number).SalesOrder),
        examples: examplesFor(returnable),
        close: erp.close,
      };
    },
  },
];
