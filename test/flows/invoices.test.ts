import { type Invoice, invoiceSchema, money } from '@backroom/shared';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type App, openApp } from '../support/app.ts';

let app: App;
beforeAll(async () => {
  app = await openApp();
});
afterEach(() => app.alter(null));
afterAll(() => app.close());

const invoice = (number: string, open: string, more: object = {}): Invoice =>
  invoiceSchema.parse({
    id: number,
    number,
    kind: 'invoice',
    issuedOn: '2026-11-01',
    dueOn: '2026-12-01',
    total: money('500.00', 'EUR'),
    open: money(open, 'EUR'),
    status: 'open',
    overdueDays: 0,
    orderNumber: null,
    hasPdf: false,
    ...more,
  });
async function panelOf(number: string) {
  await app.link(number);
  app.company(number);
  return app.panels(`company/${number}`, 'invoices', 'overview');
}

test('a cut list shows the ERP’s own totals, and that there is more', async () => {
  const totals = [{ open: money('90000.00', 'EUR'), overdue: money('1200.00', 'EUR'), nextDue: '2026-12-05' }];
  app.alter(
    () => ({ invoices: { list: async () => ({ results: [invoice('1', '500.00')], more: true, totals }) } }) as never,
  );
  expect(await panelOf('C-1016')).toMatchObject({
    invoices: { data: { totals, more: true } },
    overview: { data: { openInvoices: totals } },
  });
});
test('a cut list without totals has none: the sum of what is shown is not what is open', async () => {
  app.alter(() => ({ invoices: { list: async () => ({ results: [invoice('1', '500.00')], more: true }) } }) as never);
  expect(await panelOf('C-1017')).toMatchObject({
    invoices: { data: { totals: null, more: true } },
    overview: { data: { openInvoices: null } },
  });
});
test('of an ERP without totals the whole list is summed, and open credit notes are taken off', async () => {
  const results = [
    invoice('1', '500.00', { status: 'overdue', overdueDays: 3 }),
    invoice('2', '300.00'),
    invoice('3', '120.50', { kind: 'credit_note' }),
    invoice('4', '999.00', { status: 'cancelled' }),
  ];
  app.alter(() => ({ invoices: { list: async () => ({ results }) } }) as never);
  expect(await panelOf('C-1018')).toMatchObject({
    invoices: { data: { totals: [{ open: { amount: '679.5' }, overdue: { amount: '500' } }], more: false } },
  });
});
test('the demo ERP’s totals and its credit position come to the same', async () => {
  await app.link('C-1014');
  const erp = await app.adapter();
  const customerId = 'cust-1014' as never;
  const list = await erp.invoices?.list({ customerId }, app.call());
  const credit = await erp.credit?.position({ customerId }, app.call());
  expect(list?.totals?.map(({ open }) => Number(open.amount))).toEqual([Number(credit?.receivable.amount)]);
  expect(list?.totals?.map(({ overdue }) => Number(overdue.amount))).toEqual([Number(credit?.overdue.amount)]);
});

test('the age on a company’s credit card is that of the credit, and Refresh changes it', async () => {
  await app.link('C-1019');
  app.company('C-1019');
  const linked = await app.panels('company/C-1019', 'customer', 'credit');
  expect(linked.customer).toMatchObject({ state: 'ready', freshness: null, data: { state: 'linked' } });
  const read = (name: 'credit', refresh: boolean) =>
    app
      .good<{ panels: { credit: { freshness: { asOf: string } } } }>(
        `/v1/records/company/C-1019/panels?only=customer,${name}${refresh ? `&refresh=customer,${name}` : ''}`,
      )
      .then(({ panels }) => panels.credit.freshness.asOf);
  const first = await read('credit', false);
  // A figure is read anew at most once in three seconds.
  await expect.poll(() => read('credit', true), { timeout: 10_000 }).not.toBe(first);
});
