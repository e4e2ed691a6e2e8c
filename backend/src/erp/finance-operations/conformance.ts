import { CANCEL_SERVICE } from '../../../../test/stand-ins/finance-operations/custom-service.ts';
import { amend, enter } from '../../../../test/stand-ins/finance-operations/seed/seed.ts';
import {
  apps,
  type FinanceOperations,
  startFinanceOperations,
  TENANT,
} from '../../../../test/stand-ins/finance-operations/start.ts';
import type { ExamplesInput } from '../conformance/examples.ts';
import type { Subject } from '../conformance/subject.ts';
import { financeOperations } from './index.ts';

const customer = 'US-003';
const known = 'US-001';
const busy = 'US-014';
/** More than a page of the double holds, which it is told to keep small. */
const MANY = 120;
const PAGE = 100;

const examples: ExamplesInput = {
  write: true,
  products: ['1896-S', '1900-S', 'D0001', 'SALZ-10', 'T-2000', 'STAFFEL-1'],
  service: 'MONTAGE',
  customer,
  identified: {
    number: known,
    name: 'Nordwerk Maschinenbau GmbH',
    vatId: 'DE811000019',
    email: 'einkauf@nordwerk-maschinen.example',
  },
  several: { keys: { name: 'Doppelt GmbH' }, numbers: ['US-006', 'US-007'] },
  first: [
    { keys: { vatId: '811.047.514', country: 'DE', name: 'Müller Metallbau' }, number: 'US-003' },
    { keys: { name: 'Müller Metallbau', erpNumber: 'US-005' }, number: 'US-005' },
    { keys: { name: 'Müller Metallbau', email: 'kg@mueller-metall.example' }, number: 'US-004' },
  ],
  freeMail: 'web.de',
  mistyped: [
    { asked: ' 1896-S\u00a0', code: '1896-S', found: true },
    { asked: '1896–S', code: '1896-S', found: false },
  ],
  empty: 'US-013',
  blocked: 'US-008',
  many: { customer: busy, orders: 50, invoices: 100 },
  invoices: { customer: 'US-002', statuses: ['overdue'] },
  credit: { limited: 'US-001', unlimited: 'US-003' },
  discounted: 'US-011',
  foreign: { currency: 'USD', customer: 'US-010' },
  precise: { code: 'SALZ-10', quantity: '0.25', unitPrice: '37.10551' },
  returnable: { customer: known, orderNumber: 'USMF-KIT-1', code: 'T-2005', quantity: '2' },
  drift: [
    { operation: 'orders.list', customer: known, from: '"SalesOrderStatus"', to: '"OrderStatus"' },
    { operation: 'credit.position', customer: known, from: '"SettleAmountCur"', to: '"Settled"' },
  ],
  denied: ['orders.list', 'invoices.list', 'credit.position'],
  unknownId: 'NO-SUCH-ACCOUNT',
};
const copied =
  'a copied order keeps the reference where the form copies it, and no entity tells it from the original: the older one counts';
const lacks = {
  'orders: a copy made in the ERP is not found by the reference': copied,
  'orders: a cancelled original stays the order of the reference beside its copy': copied,
};

/** A customer with more documents than a page holds, and an order of which something can come back. */
function history({ store, desk }: FinanceOperations): void {
  const sold = { OrderingCustomerAccountNumber: known, SalesOrderNumber: 'USMF-KIT-1' };
  const delivered = enter(store, sold, [['T-2005', '5']]);
  desk.deliver(delivered);
  desk.invoice(delivered);
  for (let nth = 0; nth < MANY; nth += 1) {
    const made = enter(store, { OrderingCustomerAccountNumber: busy, CustomersOrderReference: `HIST-${nth}` }, [
      ['SALZ-10', '3'],
    ]);
    if (nth >= MANY - 10) continue;
    desk.deliver(made);
    desk.invoice(made);
  }
}

/** The double that somebody else wrote from Microsoft's metadata and recordings. What it cannot know stands in docs/finance-operations.md. */
export const subjects: readonly Subject[] = [
  {
    name: 'Finance & Operations',
    proof: 'vendor metadata and recordings',
    async open() {
      const erp = await startFinanceOperations();
      history(erp);
      erp.breakDown({ pageSize: PAGE });
      const connect = (app: { clientId: string; secret: string }) => (url: string) =>
        financeOperations({
          url,
          credentials: { clientId: app.clientId, clientSecret: app.secret },
          settings: {
            tenant: TENANT,
            company: 'usmf',
            currency: 'EUR',
            timeZone: 'Europe/Berlin',
            transactionsEntity: 'CustTransactions',
            customerGroup: '10',
            site: '1',
            warehouse: '11',
            shippingProduct: 'FRACHT',
            returnReason: 'DEFECT',
            cancelService: CANCEL_SERVICE,
            signIn: url,
          },
        });
      return {
        url: erp.url,
        connect: connect(apps.full),
        limited: connect(apps.limited),
        wrong: connect({ ...apps.full, secret: 'not-the-secret' }),
        sameClock: true,
        copyOrder: async ({ number }) => String(erp.desk.copy(number).SalesOrderNumber),
        editOrder: async ({ number }, quantity) => amend(erp.store, number, quantity),
        deliverOrder: async ({ number }) => erp.desk.deliver(number),
        takeBack: async ({ id }) => {
          erp.desk.receiveReturn(id);
          erp.desk.creditReturn(id);
        },
        examples,
        lacks,
        close: erp.close,
      };
    },
  },
];
