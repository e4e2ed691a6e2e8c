import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ErpError } from '../contract/errors.ts';
import { declared } from './index.ts';
import { shipped } from './shipped.ts';

/** What the API answers next. */
let says: { status?: number; body: unknown } = { body: {} };
let server: Server;
let url = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    request
      .resume()
      .on('end', () => response.writeHead(says.status ?? 200, { connection: 'close' }).end(JSON.stringify(says.body)));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
});
afterAll(() => void server.close());
const call = () => ({ signal: AbortSignal.timeout(5000) });
const adapterOf = (change: (text: string) => string) =>
  declared({ url, credentials: { key: 'k', secret: 's' }, settings: { document: change(shipped('erpnext')) } });
const invoice = { name: 'R-1', customer: 'C', currency: 'EUR', is_return: 'N', docstatus: 1 };

test('a refusal inside an answer 200 is a refusal, in its words', async () => {
  const adapter = adapterOf((text) =>
    text.replace(/words: "[^\n]*"/, "words: 'errors[0].message'\n  inside: '$exists(errors)'"),
  );
  says = { body: { data: [], errors: [{ message: 'Field "nothing" is unknown' }] } };
  const error = await adapter.invoices?.list({ customerId: 'C' as never }, call()).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ErpError);
  expect(error).toMatchObject({ kind: 'refused', words: 'Field "nothing" is unknown' });
});
test.each([
  ['comma', 'day_first', '1.234,50', '24.12.2026', '1234.5', '2026-12-24'],
  ['comma', 'compact', '0,5', '20261224', '0.5', '2026-12-24'],
  ['comma', 'iso', '1\u00a0234\u00a0567,5', '2026-12-24', '1234567.5', '2026-12-24'],
  ['comma', 'iso', "-1'234", '2026-12-24', '-1234', '2026-12-24'],
  ['comma', 'iso', '1.234.567', '2026-12-24', '1234567', '2026-12-24'],
  ['point', 'month_first', '1,234.50', '12/24/2026', '1234.5', '2026-12-24'],
  ['point', 'unix', '12.00000001', '1798099200', '12.00000001', '2026-12-24'],
])('decimals with %s and dates %s', async (decimal, date, amount, day, total, issuedOn) => {
  const formats = `formats: { decimal: ${decimal}, date: ${date}, noDate: ['1900-01-01', '01.01.1900'], yes: [J], no: [N] }\nrows: data\n`;
  const adapter = adapterOf((text) => text.replace('rows: data\n', formats));
  const none = date === 'day_first' ? '01.01.1900' : '';
  says = {
    body: {
      data: [{ ...invoice, posting_date: day, due_date: none, grand_total: amount, outstanding_amount: amount }],
    },
  };
  const list = await adapter.invoices?.list({ customerId: 'C' as never }, call());
  expect(list?.results[0]).toMatchObject({ issuedOn, dueOn: null, total: { amount: total }, kind: 'invoice' });
});
test.each([
  ['2026-12-24T23:30:00Z', '2026-12-25'],
  ['2026-12-24T23:30:00.000+02:00', '2026-12-24'],
  ['2026-12-24T23:30:00', '2026-12-24'],
  ['2026-12-24 23:30:00', '2026-12-24'],
  ['2026-12-24', '2026-12-24'],
])('%s is %s in a company at Paris', async (posting_date, issuedOn) => {
  says = { body: { data: [{ ...invoice, posting_date, due_date: null, grand_total: 1, outstanding_amount: 1 }] } };
  const list = await adapterOf((text) => text).invoices?.list({ customerId: 'C' as never }, call());
  expect(list?.results[0]).toMatchObject({ issuedOn });
});
test.each([
  ['comma', '1.5'],
  ['comma', '1.234'],
  ['comma', '0.125'],
  ['comma', '12.34,50'],
  ['comma', '1,234.50'],
  ['point', '1,5'],
  ['point', '1,2345'],
  ['point', '1.234,50'],
])('with decimals after a %s, %s is no amount', async (decimal, grand_total) => {
  const adapter = adapterOf((text) => text.replace('rows: data\n', `formats: { decimal: ${decimal} }\nrows: data\n`));
  says = {
    body: { data: [{ ...invoice, posting_date: '2026-11-01', due_date: '', grand_total, outstanding_amount: '1' }] },
  };
  const error = await adapter.invoices?.list({ customerId: 'C' as never }, call()).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ kind: 'drift', field: 'invoices.fields.total' });
});
test('numbers of JSON are read by $number where texts have a comma', async () => {
  const adapter = adapterOf((text) =>
    text
      .replace('rows: data\n', 'formats: { decimal: comma }\nrows: data\n')
      .replace(/total: grand_total\n {4}open/, "total: '$number(grand_total)'\n    open"),
  );
  says = {
    body: {
      data: [{ ...invoice, posting_date: '2026-11-01', due_date: '', grand_total: 1.234, outstanding_amount: '1' }],
    },
  };
  const list = await adapter.invoices?.list({ customerId: 'C' as never }, call());
  expect(list?.results[0]?.total.amount).toBe('1.234');
});
test('what is no amount, no date or no yes is named, and never zero', async () => {
  for (const [wrong, field] of [
    [{ grand_total: 'n/a' }, 'invoices.fields.total'],
    [{ posting_date: '2026-13-40' }, 'invoices.fields.issuedOn'],
    [{ is_return: 'perhaps' }, 'invoices.fields.creditNote'],
    [{ outstanding_amount: null }, 'invoices.fields.open'],
  ] as const) {
    says = {
      body: {
        data: [
          {
            ...invoice,
            is_return: 0,
            posting_date: '2026-11-01',
            due_date: null,
            grand_total: 1,
            outstanding_amount: 1,
            ...wrong,
          },
        ],
      },
    };
    const error = await adapterOf((text) => text)
      .invoices?.list({ customerId: 'C' as never }, call())
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'drift', field });
  }
});
