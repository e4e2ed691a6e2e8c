import { referenceSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import {
  type Asked,
  call,
  changeSet,
  environmentOf,
  header,
  infolog,
  line,
  list,
  type Said,
  together,
} from '../../../test/finance-operations-tenant.ts';
import { returnInputSchema } from '../contract/schemas.ts';

const reference = referenceSchema.parse('BR-ABCDEFGH12');
const claim = (lines: object[] = [{ code: 'RFI-TEST-001', quantity: '3' }]) =>
  returnInputSchema.parse({ reference, customerId: 'US-001', orderNumber: 'SO-1', reason: 'Wet', lines });
const backLine = (nth: number, more: object = {}) => ({
  ReturnInventoryLotId: `BACK-${nth}`,
  ReturningInventoryLotId: `LOT-SO-1-${nth}`,
  LineCreationSequenceNumber: nth,
  ItemNumber: ' RFI-TEST-001',
  LineDescription: 'Speaker',
  ReturnSalesQuantity: -2,
  ReturnStatus: 'Awaiting',
  ...more,
});
const back = (lines: object[], more: object = {}) => ({
  ReturnOrderNumber: 'RO-1',
  RMANumber: '00412',
  CustomerAccountNumber: 'US-001',
  CustomersOrderReference: reference,
  CurrencyCode: 'USD',
  ReturnStatus: 'Created',
  ReplacementSalesOrderNumber: '',
  ReturnOrderLines: lines,
  ...more,
});
/** An environment with one order of two lines of two pieces, and these returns; what is written shows at the next read. */
function environment(returns: object[] = [], on: (asked: Asked) => Said | undefined = () => undefined) {
  const state = { returns };
  const made = environmentOf((asked) => {
    const own = on(asked);
    if (own) return own;
    if (asked.path === 'ReturnOrderHeadersV2') {
      if (asked.method === 'GET') return list(...state.returns);
      state.returns = [back([])];
      return { status: 201, body: { ReturnOrderNumber: 'RO-1' } };
    }
    if (asked.path === '$batch' && asked.body.includes('POST ReturnOrderLinesV2')) {
      const lots = [...asked.body.matchAll(/"ReturningInventoryLotId":"LOT-SO-1-(\d)"/g)].map(([, nth]) => Number(nth));
      const [first] = state.returns as { ReturnOrderLines: object[] }[];
      state.returns = [back([...(first?.ReturnOrderLines ?? []), ...lots.map((nth) => backLine(nth))])];
      return changeSet(lots.length);
    }
    if (asked.method === 'DELETE') {
      state.returns = [];
      return { status: 204 };
    }
    if (asked.path === 'SalesOrderHeadersV2') return list(header('SO-1', { SalesOrderStatus: 'Invoiced' }));
    if (asked.path === 'SalesOrderLinesV3')
      return list(
        line('SO-1', 1, { SalesOrderLineStatus: 'Invoiced' }),
        line('SO-1', 2, { SalesOrderLineStatus: 'Invoiced' }),
      );
    return undefined;
  });
  const writes = () =>
    made.calls.flatMap(({ method, path, body }) =>
      method === 'GET' || (path === '$batch' && !body.includes('changeset')) ? [] : [`${method} ${path}`],
    );
  const batch = () => made.calls.find(({ path, body }) => path === '$batch' && body.includes('changeset'))?.body ?? '';
  return {
    ...made,
    writes,
    batch,
    state,
    create: (lines?: object[]) => made.adapter.returns?.create?.(claim(lines), call()),
  };
}

test('header, then all lines in one change set: below zero, from the lots that were sold, at the price of the order', async () => {
  const { create, writes, batch, calls } = environment();
  const made = await create();
  expect(writes()).toEqual(['POST ReturnOrderHeadersV2', 'POST $batch']);
  expect(JSON.parse(calls.find(({ method }) => method === 'POST')?.body ?? '')).toEqual({
    dataAreaId: 'usmf',
    CustomerAccountNumber: 'US-001',
    InvoiceCustomerAccountNumber: 'US-001',
    CurrencyCode: 'USD',
    LanguageId: 'en-US',
    CustomersOrderReference: reference,
  });
  expect(batch().match(/"ReturnSalesQuantity":-\d+/g)).toEqual([
    '"ReturnSalesQuantity":-2',
    '"ReturnSalesQuantity":-1',
  ]);
  expect(batch()).toContain('"ReturningInventoryLotId":"LOT-SO-1-2","ItemNumber":" RFI-TEST-001"');
  expect(batch()).toContain('"SalesPrice":10.5');
  expect(made).toMatchObject({
    id: 'RO-1',
    number: '00412',
    orderNumber: 'SO-1',
    status: 'requested',
    requestedOn: null,
  });
});
test('a return that was cut off is completed, and one that is whole is answered', async () => {
  const half = environment([back([backLine(1)])]);
  await half.create();
  expect(half.writes()).toEqual(['POST $batch']);
  expect(half.batch()).not.toContain('LOT-SO-1-1');
  const whole = environment([back([backLine(1), backLine(2)])]);
  await whole.create();
  expect(whole.writes()).toEqual([]);
});
test('a header without lines is no return; another claim under the reference is left alone', async () => {
  const empty = environment([back([])]);
  expect((await empty.adapter.returns?.findByReference?.({ references: [reference] }, call()))?.results).toEqual([
    null,
  ]);
  const strange = environment([back([backLine(1, { ReturningInventoryLotId: 'LOT-OTHER' })])]);
  await expect(strange.create()).rejects.toMatchObject({ kind: 'refused', field: 'reference' });
  expect(strange.writes()).toEqual([]);
});
test('lines that are refused take the empty header with them, and the words are those of the Infolog', async () => {
  const { create, writes, state } = environment([], ({ path, body }) =>
    path === '$batch' && body.includes('changeset') ? changeSet(0, infolog(400, 'Error: Quantity exceeds')) : undefined,
  );
  await expect(create()).rejects.toMatchObject({ kind: 'refused', words: 'Quantity exceeds' });
  expect(writes().at(-1)).toMatch(/^DELETE ReturnOrderHeadersV2\(/);
  expect(state.returns).toEqual([]);
});
test('the same product claimed in several lines is no more than was sold', async () => {
  const { create, writes } = environment();
  const twice = [
    { code: 'RFI-TEST-001', quantity: '3' },
    { code: 'RFI-TEST-001', quantity: '2' },
  ];
  await expect(create(twice)).rejects.toMatchObject({ kind: 'refused', field: 'lines.1.quantity' });
  expect(writes()).toEqual([]);
});
const sold = [line('SO-1', 1), line('SO-1', 2)].map(({ InventoryLotId, SalesOrderNumber }) => ({
  InventoryLotId,
  SalesOrderNumber,
}));
const note = (number: string, total: number) => ({
  InvoiceNumber: number,
  SalesOrderNumber: 'RO-1',
  TotalInvoiceAmount: total,
  CurrencyCode: 'USD',
});
const listed = async (returns: object[], notes: object[] = []) => {
  const made = environment(returns, ({ path, body }) =>
    path === '$batch' && body.includes('SalesInvoiceHeadersV2') ? together(sold, notes) : undefined,
  );
  const found = await made.adapter.returns?.list({ customerId: 'US-001' as never }, call());
  return { ...made, found: found?.results[0] };
};
test.each([
  ['Created', '', ['Awaiting', 'Canceled'], 'requested'],
  ['Open', '', ['Awaiting', 'Received'], 'approved'],
  ['Open', '', ['Registered', 'Received'], 'received'],
  ['Open', 'SO-9', ['Awaiting', 'Awaiting'], 'replaced'],
  ['Open', '', ['Invoiced', 'Awaiting'], 'partly_credited'],
  ['Closed', 'SO-9', ['Invoiced', 'Canceled'], 'credited'],
  ['Canceled', '', ['Awaiting', 'Awaiting'], 'rejected'],
  ['Open', '', ['Canceled', 'Canceled'], 'rejected'],
])('%s, replacement %j, lines %j: %s', async (ReturnStatus, ReplacementSalesOrderNumber, lines, status) => {
  const rows = lines.map((each, nth) => backLine(nth + 1, { ReturnStatus: each }));
  const { found } = await listed([back(rows, { ReturnStatus, ReplacementSalesOrderNumber })]);
  expect(found).toMatchObject({ status, orderNumber: 'SO-1' });
});
test('credit notes are above zero and counted together; a line that is not invoiced in full has no credited quantity; two requests', async () => {
  const rows = [backLine(1, { ReturnStatus: 'Invoiced' }), backLine(2)];
  const { found, calls } = await listed(
    [back(rows, { ReturnStatus: 'Open' })],
    [note('CN-1', -20), note('CN-2', -1.5)],
  );
  expect(found).toMatchObject({ creditNote: 'CN-1', credit: { amount: '21.5', currency: 'USD' } });
  expect(found?.lines.map(({ quantity, credited }) => [quantity, credited])).toEqual([
    ['2', '2'],
    ['2', undefined],
  ]);
  expect(calls).toHaveLength(2);
});
