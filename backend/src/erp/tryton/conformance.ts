import { decimal } from '@backroom/shared';
import { z } from 'zod';
import { labProblem, openTrytonLab, type TrytonLab } from '../../../../test/labs/tryton/lab.ts';
import type { ExamplesInput } from '../conformance/examples.ts';
import type { Subject } from '../conformance/subject.ts';
import { fit } from '../transport/json.ts';
import { trytonClient } from './client.ts';
import { tryton } from './index.ts';
import { toNumeric } from './wire.ts';

/** Seeded, without a price list, a limit, orders or invoices that matter elsewhere. */
const customer = '9';
const busy = '15';
const MANY = 120;
/** Companies of one name, and the one of them that every exact key is of. */
const ALIKE = 60;
const wanted = {
  name: 'Kessler Anlagenbau AG',
  vatId: 'CHE-811.071.271 MWST',
  erpNumber: 'K-777',
  email: 'post@kessler-anlagen.example',
};

const examples: ExamplesInput = {
  write: true,
  products: ['TOOL-001', 'SCR-M8-40', 'SAFE-004', 'GLUE-001', 'BOOK-001', 'CABLE-H07'],
  service: 'FREIGHT',
  archived: 'OLD-001',
  customer,
  identified: {
    number: '2',
    name: 'Bergmann Maschinenbau GmbH',
    vatId: 'DE100000008',
    email: 'einkauf@bergmannmaschi.example',
  },
  first: [
    { keys: { name: wanted.name, vatId: wanted.vatId, country: 'CH' }, number: wanted.erpNumber },
    { keys: { name: wanted.name, erpNumber: wanted.erpNumber }, number: wanted.erpNumber },
    { keys: { name: wanted.name, email: wanted.email }, number: wanted.erpNumber },
  ],
  freeMail: 'gmx.de',
  mistyped: [
    { asked: 'SCR-M8-40 ', code: 'SCR-M8-40', found: true },
    { asked: 'E\u0301CROU-1', code: '\u00c9CROU-1', found: true },
    { asked: 'scr-m8-40', code: 'SCR-M8-40', found: false },
    { asked: 'TOOL\u2011001', code: 'TOOL-001', found: false },
  ],
  several: { keys: { name: 'Doppelt GmbH' }, numbers: ['26', '27'] },
  empty: '26',
  blocked: '23',
  many: { customer: busy, orders: MANY, invoices: MANY },
  invoices: { customer: '5', statuses: ['overdue'] },
  credit: { limited: '5', unlimited: '4' },
  foreign: { currency: 'USD' },
  precise: { code: 'GLUE-001', quantity: '0.01', unitPrice: '37.1051' },
  returnable: { customer: '6', orderNumber: '5', code: 'SAFE-004', quantity: '1' },
  drift: [
    { operation: 'orders.list', from: '"total_amount"', to: '"amount_total"' },
    { operation: 'credit.position', from: '"receivable"', to: '"balance"' },
  ],
  denied: ['orders.list', 'invoices.list', 'credit.position'],
};
/** What the suite cannot show on Tryton, and why. */
const lacks = {
  'cost: stock of 50 lines':
    'Tryton tells stock for one place a call: as many calls as warehouses (2 in this lab), and three for warehouses, moves and quotations',
  'cost: prices of 50 lines in five quantities':
    'customer, price list, tax rule and prices are a call each, and none of them is remembered',
  'cost: returns of a customer':
    'complaints and return orders are a call each, and who has none of them is asked for once more: unknown, merged or empty',
  'cost: credit of a customer': 'the position, its entries and the rates of today are a call each',
};

/** A real Tryton 6.0 of its own, from Debian packages, with data that its users would have made. */
export const subjects: readonly Subject[] = [
  {
    name: 'Tryton 6.0',
    proof: 'live',
    async open() {
      const problem = labProblem();
      if (problem) return { unavailable: problem };
      const lab = await openTrytonLab();
      await prepare(lab);
      const { database, user, password, limited } = lab.settings;
      const { mergedGone, mergedKept } = lab.settings.cases.customers;
      const connect = (credentials: { user: string; password: string }) => (url: string) =>
        tryton({ url, credentials, settings: { database, shippingProduct: 'FREIGHT' } });
      return {
        url: lab.settings.url,
        connect: connect({ user, password }),
        limited: connect(limited),
        wrong: connect({ user, password: 'not-the-password' }),
        examples: { ...examples, merged: { id: String(mergedGone), into: String(mergedKept) } },
        copyOrder: (order) => copied(lab, order.id),
        lacks,
        close: async () => void (await lab.remove()),
      };
    },
  },
];

/** A customer with more documents than a page holds, and one that is archived: made by Tryton's own calls, ids as seeded. */
async function prepare({ settings }: TrytonLab): Promise<void> {
  const { url, database, admin } = settings;
  const client = trytonClient({ url, database, ...admin, concurrency: 1 });
  const within = () => ({ signal: AbortSignal.timeout(120_000) });
  const call = within();
  const write = { write: true };
  const head = { party: Number(busy), company: settings.company, currency: 1, payment_term: 3, invoice_address: 16 };
  const unit_price = toNumeric(decimal('19.00'));
  const orderLine = { type: 'line', product: settings.examples.products.FREIGHT, quantity: 1, unit: 1, unit_price };
  const orders = Array.from({ length: MANY }, (_, nth) => ({
    ...head,
    reference: `PO-9${nth}`,
    lines: [['create', [orderLine]]],
  }));
  await client.call('model.sale.sale.create', [orders], call, write);
  const invoiceLine = { type: 'line', account: 6, quantity: 1, unit_price, description: 'Freight' };
  const invoices = Array.from({ length: MANY }, () => ({
    ...head,
    type: 'out',
    journal: 1,
    account: 5,
    lines: [['create', [invoiceLine]]],
  }));
  const made = fit(
    z.array(z.number()),
    await client.call('model.account.invoice.create', [invoices], call, write),
    'account.invoice',
  );
  // Tryton prints each as it posts it: twenty are as many as a slow machine does within a call's time.
  for (let from = 0; from < made.length; from += 20)
    await client.call('model.account.invoice.post', [made.slice(from, from + 20)], within(), write);
  await client.call('model.party.party.write', [[23], { active: false }], within(), write);
  const alike = Array.from({ length: ALIKE }, (_, nth) => ({ name: `Kessler Anlagenbau ${nth} AG` }));
  const exact = {
    name: 'Kessler Holding',
    code: wanted.erpNumber,
    identifiers: [['create', [{ type: null, code: 'CHE811071271' }]]],
    contact_mechanisms: [
      [
        'create',
        [
          { type: 'email', value: wanted.email },
          { type: 'email', value: 'kessler@gmx.de' },
        ],
      ],
    ],
  };
  await client.call('model.party.party.create', [[...alike, exact]], within(), write);
  const template = { name: 'Nut', code: '\u00c9CROU-1', type: 'service', default_uom: 1, sale_uom: 1, salable: true };
  const price = { list_price: toNumeric(decimal('1')), products: [['create', [{}]]] };
  await client.call('model.product.template.create', [[{ ...template, ...price }]], within(), write);
  await client.close();
}
/** A colleague's copy of an order, quoted so that it has a number of its own. */
async function copied({ settings }: TrytonLab, id: string): Promise<string> {
  const { url, database, admin } = settings;
  const client = trytonClient({ url, database, ...admin, concurrency: 1 });
  const call = { signal: AbortSignal.timeout(30_000) };
  const ids = fit(
    z.tuple([z.number()]),
    await client.call('model.sale.sale.copy', [[Number(id)]], call, { write: true }),
    'sale.sale',
  );
  await client.button('sale.sale', 'quote', ids[0], call);
  const row = z.object({ number: z.string() });
  const [copy] = await client.search('sale.sale', { domain: [['id', '=', ids[0]]], fields: ['number'], row }, call);
  await client.close();
  if (!copy) throw new Error(`order ${id} has no copy`);
  return copy.number;
}
