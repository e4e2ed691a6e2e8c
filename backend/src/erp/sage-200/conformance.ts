import { app, type Sage200, site, startSage200 } from '../../../../test/stand-ins/sage-200/start.ts';
import type { ExamplesInput } from '../conformance/examples.ts';
import type { Subject } from '../conformance/subject.ts';
import { sage200 } from './index.ts';

const busy = 'BUS001';
/** More than a list shows. */
const MANY = 120;

const examples: ExamplesInput = {
  write: true,
  products: ['BENCH-1', 'STOOL-1', 'BEARING-1', 'T-2000', 'SALT-10', 'NUT-DZ'],
  service: 'FITTING',
  archived: 'OLD-1850',
  customer: 'REB001',
  identified: {
    number: 'NOR001',
    name: 'Northlight Fabrication Ltd',
    vatId: 'GB123456782',
    email: 'accounts@northlight-fab.example',
  },
  several: { keys: { name: 'Double Ltd' }, numbers: ['DOU001', 'DOU002'] },
  first: [
    { keys: { vatId: '811 047 570', country: 'GB', name: 'Murray Metalwork' }, number: 'MUR001' },
    { keys: { name: 'Murray Metalwork', erpNumber: 'MUR003' }, number: 'MUR003' },
    { keys: { name: 'Murray Metalwork', email: 'llp@murray-metalwork-llp.example' }, number: 'MUR002' },
  ],
  freeMail: 'gmail.com',
  mistyped: [
    { asked: ' BENCH-1\u00a0', code: 'BENCH-1', found: true },
    { asked: 'bench-1', code: 'BENCH-1', found: false },
  ],
  empty: 'EMP001',
  blocked: 'HOL001',
  many: { customer: busy, orders: 50, invoices: 100 },
  invoices: { customer: 'KES001', statuses: ['overdue', 'paid', 'part_paid'] },
  credit: { limited: 'KES001', unlimited: 'REB001' },
  foreign: { currency: 'USD', customer: 'PRA001' },
  precise: { code: 'CABLE-25', quantity: '0.25', unitPrice: '37.10551' },
  discounted: 'REB001',
  drift: [
    { operation: 'orders.list', customer: 'NOR001', from: '"document_no"', to: '"number"' },
    { operation: 'invoices.list', customer: 'KES001', from: '"document_gross_value"', to: '"gross"' },
  ],
  denied: ['orders.list', 'invoices.list', 'credit.position'],
  unknownId: '999999999',
};
const lacks = {
  'cost: prices of 50 lines in five quantities': 'Sage 200 prices one product in one quantity a request',
  'cost: invoices of a customer':
    'postings, what of them is open, the account and the orders behind them are a list of Sage 200 each',
  'cost: orders of 50 references and 50 numbers': 'the address of a request has room for some thirty of them',
};

/** A customer with more documents than a list shows. */
function history({ desk }: Sage200): void {
  const partly = String(desk.enter({ customer: 'KES001', lines: [['T-2000', 5]] }).document_no);
  desk.deliver(partly);
  desk.pay(String(desk.invoice(partly).reference), 5);
  for (let nth = 0; nth < MANY; nth += 1) {
    const order = desk.enter({
      customer: busy,
      lines: [
        ['STOOL-1', 1],
        ['T-2000', 1],
      ],
    });
    if (nth >= MANY - 10) continue;
    const number = String(order.document_no);
    desk.deliver(number);
    desk.invoice(number);
  }
}

/** The double that somebody else wrote from Sage's OpenAPI files and public clients. What it cannot know stands in docs/sage-200.md. */
export const subjects: readonly Subject[] = [
  {
    name: 'Sage 200',
    proof: 'vendor metadata and documentation',
    async open() {
      const erp = await startSage200();
      const { desk } = erp;
      history(erp);
      const connect =
        (refreshToken: string, clientSecret = app.clientSecret) =>
        (url: string) =>
          sage200({
            url,
            credentials: { clientId: app.clientId, clientSecret, refreshToken },
            settings: { site, company: '1', signIn: erp.url, warehouse: 'HOME', shippingProduct: 'CARRIAGE' },
          });
      return {
        url: erp.url,
        connect: connect(erp.consent('full')),
        limited: connect(erp.consent('limited')),
        wrong: connect('no-such-token', 'no-such-secret'),
        sameClock: true,
        lacks,
        examples,
        copyOrder: async ({ number }) => String(desk.copy(number).document_no),
        close: erp.close,
      };
    },
  },
];
