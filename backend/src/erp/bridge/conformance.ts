import { erpOrderSchema } from '@backroom/shared';
import { type DemoErp, startDemoErp } from '../../../demo-erp/src/start.ts';
import { atInstant } from '../conformance/cases/support.ts';
import type { ExamplesInput } from '../conformance/examples.ts';
import type { Subject } from '../conformance/subject.ts';
import type { ErpAdapter } from '../contract/adapter.ts';
import { newCustomerSchema, orderInputSchema } from '../contract/schemas.ts';
import { bridge } from './index.ts';

const customer = 'C-1002';
const busy = 'C-1030';
/** More than any ERP's usual page of 80 or 100. */
const MANY = 120;

/** Orders and invoices that the demo ERP does not bring along, made the way its users would: by its own API and page. */
async function history(erp: DemoErp, adapter: ErpAdapter): Promise<ExamplesInput> {
  const call = { signal: AbortSignal.timeout(60_000) };
  const find = async (number: string) => {
    const found = await adapter.customers?.search({ queries: [{ erpNumber: number }] }, call);
    return found?.results[0]?.[0]?.id;
  };
  const product = (await adapter.products?.resolve({ codes: ['VLV-001'] }, call))?.results[0]?.id;
  const advance = (id: string) => fetch(`${erp.url}/orders/${id}/advance`, { method: 'POST' });
  const place = async (customerId: string | undefined, nth: number) => {
    const input = orderInputSchema.parse({
      reference: `BR-HISTORY${String(nth).padStart(6, '0')}`,
      customerId,
      currency: 'EUR',
      requestedDate: null,
      note: null,
      lines: [
        { productId: product, quantity: '3', unitPrice: { amount: '36.50', currency: 'EUR' }, description: null },
      ],
    });
    return adapter.orders?.create(input, call);
  };
  const many = await find(busy);
  for (let nth = 1; nth <= MANY; nth += 1) {
    const order = await place(many, nth);
    // Delivered, then invoiced.
    if (order) await advance(order.id).then(() => advance(order.id));
  }
  // An hour before midnight in UTC, the company's next day has begun.
  const id = await find(customer);
  const night = await atInstant(new Date('2026-07-14T22:30:00Z'), () => place(id, MANY + 2));
  const delivered = await place(id, MANY + 1);
  if (!delivered || !night) throw new Error('the demo ERP took no order');
  await advance(delivered.id);
  const enter = (nth: number, email: string) =>
    adapter.customers?.create?.(
      newCustomerSchema.parse({
        ...{
          reference: `BR-CUSTOMER${nth}`,
          name: `Freihof ${nth} e.K.`,
          vatId: null,
          email,
          phone: null,
          street: null,
        },
        ...{ postalCode: null, city: 'Husum', country: 'DE', currency: 'EUR' },
      }),
      call,
    );
  const [gone, survivor] = [await enter(1, 'freihof@gmx.de'), await enter(2, 'freihof@web.de')];
  if (!gone || !survivor) throw new Error('the demo ERP took no customer');
  await fetch(`${erp.url}/customers/${gone.number}/merge/${survivor.number}`, { method: 'POST' });
  return {
    freeMail: 'web.de',
    merged: { id: gone.id, into: survivor.number },
    dated: { orderNumber: night.number, orderedOn: '2026-07-15' },
    returnable: { customer, orderNumber: delivered.number, code: 'VLV-001', quantity: '1' },
  };
}

const examples: ExamplesInput = {
  write: true,
  fields: {
    order: ['costCentre', 'incoterm', 'projectStart', 'insuredValue', 'labelled'],
    customer: ['industry', 'segment'],
  },
  products: ['PMP-003', 'VLV-010', 'SNS-003', 'MTR-012', 'GBX-007', 'FLT-001'],
  service: 'SVC-001',
  archived: 'SEA-029',
  customer,
  identified: {
    number: 'C-1001',
    name: 'Nordwind Maschinenbau GmbH',
    vatId: 'DE811000000',
    email: 'orders@nordwind-maschinenbau-gmbh.example',
  },
  first: [
    { keys: { vatId: '811.047.514', country: 'DE', name: 'Müller Metallbau' }, number: 'C-1007' },
    { keys: { name: 'Mueller Metallbau Koeln Kommanditgesellschaft' }, number: 'C-1008' },
    { keys: { name: 'Kessler Anlagenbau Aktiengesellschaft' }, number: 'C-1004' },
  ],
  mistyped: [
    { asked: ' VLV-010\u00a0', code: 'VLV-010', found: true },
    { asked: 'vlv-010', code: 'VLV-010', found: false },
    { asked: 'VLV–010', code: 'VLV-010', found: false },
  ],
  several: { keys: { name: 'Müller Metallbau' }, numbers: ['C-1007', 'C-1008', 'C-1009'] },
  empty: 'C-1012',
  blocked: 'C-1012',
  many: { customer: busy, orders: MANY, invoices: MANY },
  invoices: { customer: 'C-1004', statuses: ['overdue'] },
  credit: { limited: 'C-1004', unlimited: 'C-1016' },
  foreign: { currency: 'USD' },
  precise: { code: 'HSE-011', quantity: '0.001', unitPrice: '37.1050' },
  drift: [
    { operation: 'orders.list', from: '"number"', to: '"documentNo"' },
    { operation: 'credit.position', from: '"receivable"', to: '"balance"' },
  ],
  denied: ['invoices.list', 'credit.position'],
};

/** The bridge over its reference server: the demo ERP, fresh, in this process. */
export const subjects: readonly Subject[] = [
  {
    name: 'Bridge',
    proof: 'reference server of the contract',
    async open() {
      const erp = await startDemoErp({ dataDir: ':memory:', port: 0, key: 'conformance' });
      const first = bridge({ url: erp.url, credentials: { key: erp.key }, settings: {} });
      const description = await first.describe({}, { signal: AbortSignal.timeout(5000) });
      const connect = (key: string) => (url: string) =>
        bridge({ url, credentials: { key }, settings: { description: JSON.stringify(description) } });
      const made = await history(erp, first);
      return {
        url: erp.url,
        connect: connect(erp.key),
        limited: connect(`${erp.key}-sales`),
        wrong: connect('not-the-key'),
        sameClock: true,
        async copyOrder({ id }) {
          const response = await fetch(`${erp.url}/orders/${id}/copy`, { method: 'POST' });
          return erpOrderSchema.parse(await response.json()).number;
        },
        async deliverOrder({ id }) {
          await fetch(`${erp.url}/orders/${id}/advance`, { method: 'POST' });
        },
        async editOrder({ id }, quantity) {
          await fetch(`${erp.url}/orders/${id}/edit`, { method: 'POST', body: JSON.stringify({ line: 0, quantity }) });
        },
        examples: { ...examples, ...made },
        close: erp.close,
      };
    },
  },
];
