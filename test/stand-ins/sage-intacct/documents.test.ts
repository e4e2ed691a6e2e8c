import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Intacct, startIntacct } from './start.ts';
import { clientOf, DOCUMENT, line, ORDERS } from './testing.ts';

let erp: Intacct;
const { ask, forget, post, patch, read } = clientOf(() => erp);

beforeAll(async () => {
  erp = await startIntacct();
});
beforeEach(() => {
  erp.breakDown({});
  forget();
});
afterAll(() => erp.close());

describe('sales documents (reads and the form of refusals recorded, else documentation)', () => {
  test('the answer to a write has nothing but the reference; a read has every field, decimals with their places', async () => {
    const { status, result } = await post({
      referenceNumber: 'REF-1',
      customerPONumber: 'PO-9',
      txnDate: '2026-03-05',
    });
    expect([status, Object.keys(result).sort()]).toEqual([201, ['documentType', 'href', 'id', 'key']]);
    expect(result.href).toBe(`/objects/order-entry/document::Sales%20Order/${result.key}`);
    const doc = await read(result.key);
    expect(doc).toMatchObject({
      ...{
        key: result.key,
        id: result.key,
        documentId: `Sales Order-${doc.documentNumber}`,
        state: 'pending',
        txnDate: '2026-03-05',
        dueDate: '2026-04-04',
      },
      ...{
        referenceNumber: 'REF-1',
        customerPONumber: 'PO-9',
        subtotal: '24.00',
        total: '28.56',
        totalInTxnCurrency: '28.56',
        memo: null,
      },
      sourceDocument: { key: null, id: null, documentType: null },
      customer: { id: 'C1003', name: 'Müller Metallbau GmbH' },
      entity: { id: '100', name: 'Hansa Apparate GmbH' },
      history: [{ convertedFrom: { key: null }, convertedTo: { key: result.key } }],
    });
    expect(doc.lines).toHaveLength(1);
    expect(doc.lines[0]).toMatchObject({
      ...{
        quantity: '2.0000000000',
        unitQuantity: '2.0000000000',
        unitPrice: '12.0000000000',
        unit: 'Each',
        taxRate: '19.000',
        taxInTxnCurrency: '4.56',
      },
      ...{
        quantityRemaining: '2.0000000000',
        item: { id: expect.stringMatching(/^T-2000--/) },
        documentHeader: { id: doc.documentId },
      },
      lineSubtotals: [
        { description: 'VAT', total: '4.56000000' },
        { description: '1) Standard Rate Output', total: null, absoluteValue: '4.56000000' },
      ],
    });
  });
  test.each([
    ['an unknown field', { poNumber: '1' }, 400, 'poNumber is not a valid field'],
    ['a field that is read only', { total: '5.00' }, 400, 'total is read-only'],
    ['a number for a decimal', { lines: [line('T-2000', 2 as unknown as string)] }, 400, 'decimal number as text'],
    ['a day that is none', { txnDate: '2026-02-30' }, 400, 'YYYY-MM-DD'],
    ['a state that no new document has', { state: 'converted' }, 422, 'cannot be converted'],
    ['no lines', { lines: [] }, 400, 'Required field lines is missing'],
    [
      'a line without a location',
      { lines: [{ dimensions: { item: { id: 'T-2000' } }, unitQuantity: '1' }] },
      400,
      'lines.0.dimensions.location',
    ],
    ['a blank reference', { paymentTerm: { id: '' } }, 400, 'must have a key or an id'],
    ['an unknown customer', { customer: { id: 'C9999' } }, 422, "Invalid customer 'C9999'"],
    ['a customer on hold', { customer: { id: 'C1008' } }, 422, 'on hold'],
    ['an inactive item', { lines: [line('1850-ALT', '1')] }, 422, 'inactive'],
    ['a unit of another group', { lines: [line('T-2000', '1', { unit: 'Metre' })] }, 422, 'Missing unit'],
    ['half a piece', { lines: [line('T-2000', '0.5')] }, 422, 'more decimal places'],
    ['nothing of it', { lines: [line('T-2000', '0')] }, 422, 'greater than zero'],
    [
      'no warehouse for stocked goods',
      { lines: [{ ...line('T-2000', '1'), dimensions: { item: { id: 'T-2000' }, location: { id: '100' } } }] },
      422,
      'Warehouse is required in line 1',
    ],
    [
      'a location of another currency',
      {
        lines: [
          line('MONTAGE', '1'),
          { ...line('MONTAGE', '1'), dimensions: { item: { id: 'MONTAGE' }, location: { id: '200' } } },
        ],
      },
      422,
      "Location's Base Currency in line 2",
    ],
    ['an unknown currency', { txnCurrency: 'XTS' }, 422, "Invalid currency 'XTS'"],
    [
      'a subtotal that the definition has not',
      { subtotals: [{ description: 'Rebate', txnAbsoluteValue: '5' }] },
      422,
      "Invalid subtotal 'Rebate'",
    ],
  ])('refused: %s, and nothing is stored', async (_, more, status, words) => {
    const before = erp.desk.ordersWith('NEVER').length;
    const said = await post({ referenceNumber: 'NEVER', ...more });
    expect([said.status, said.last]).toEqual([status, expect.stringContaining(words)]);
    expect(erp.desk.ordersWith('NEVER')).toHaveLength(before);
  });
  test('a refusal of business says nothing outside and has its cause last', async () => {
    const { error } = await post({ lines: [line('T-2000', '1', { unit: 'Metre' })] });
    expect(error).toMatchObject({
      ...{
        code: 'operationFailed',
        errorId: 'REST-7001',
        message: 'POST request on objects/order-entry/document::Sales Order object was unsuccessful',
      },
      details: [{ message: 'Could not create Document record.' }, { errorId: 'INV-1359', message: 'Missing unit' }],
    });
    expect((await ask(ORDERS, { method: 'POST' })).error.errorId).toBe('REST-1028');
    expect((await ask(ORDERS, { method: 'POST', body: '{"a":1,}' })).error.errorId).toBe('REST-1030');
  });
  test('references are not unique, idempotency keys are', async () => {
    await post({ referenceNumber: 'TWICE' });
    await post({ referenceNumber: 'TWICE' });
    expect(erp.desk.ordersWith('TWICE')).toHaveLength(2);
    const keyed = () => post({ referenceNumber: 'KEYED' }, { 'idempotency-key': 'k-1' });
    expect([(await keyed()).status, (await keyed()).status]).toEqual([201, 409]);
    expect(erp.desk.ordersWith('KEYED')).toHaveLength(1);
    const refused = await post({ state: 'closed' }, { 'idempotency-key': 'k-2' });
    expect([refused.status, (await post({}, { 'idempotency-key': 'k-2' })).status]).toEqual([422, 201]);
    erp.breakDown({ noIdempotency: true });
    expect((await keyed()).status).toBe(201);
  });
  test('a key whose first request is still under way is refused, although no document shows yet', async () => {
    erp.breakDown({ slowCommit: { ms: 300, times: 1, answer: 'late' } });
    const first = post({ referenceNumber: 'SLOW' }, { 'idempotency-key': 'slow' });
    await expect.poll(() => erp.counts.writes).toBeGreaterThan(0);
    const writes = erp.counts.writes;
    await expect
      .poll(async () => (await post({ referenceNumber: 'SLOW' }, { 'idempotency-key': 'slow' })).status)
      .toBe(409);
    expect(erp.counts.writes).toBeGreaterThan(writes);
    expect((await first).status).toBe(201);
    expect(erp.desk.ordersWith('SLOW')).toHaveLength(1);
  });
  test('prices: suggested by list, break and schedule, per unit; discounts leave a net price; two places unless the item has more', async () => {
    const lines = [
      ...[line('STAFFEL-1', '10'), line('DUTZEND-1', '3'), line('SALZ-10', '1')],
      ...[
        line('T-2000', '1', { unitPrice: '100', discountPercent: '12.5' }),
        line('T-2000', '1', { unitPrice: '1.23456' }),
      ],
      line('KABEL-25', '0.25', { unitPrice: '37.10551' }),
    ];
    const { key } = (await post({ lines })).result;
    const doc = await read(key);
    const shown = doc.lines.map(({ unit, quantity, unitPrice, retailPrice }: Record<string, string>) => [
      unit,
      Number(quantity),
      Number(unitPrice),
      Number(retailPrice),
    ]);
    expect(shown).toEqual([
      ...[
        ['Each', 10, 8.5, 8.5],
        ['Dozen', 36, 12, 1],
        ['Sack 10', 10, 7.9, 0.79],
      ],
      ...[
        ['Each', 1, 87.5, 12],
        ['Each', 1, 1.23, 12],
        ['Metre', 0.25, 37.10551, 2.34567],
      ],
    ]);
    expect(doc.lines[3]).toMatchObject({ discountPercent: '12.5000000000', discount: '12.50' });
    const wholesale = (await post({ customer: { id: 'C1011' } })).result.key;
    expect((await read(wholesale)).lines[0].unitPrice).toBe('10.2000000000');
    const own = (await post({ customer: { id: 'C1002' }, lines: [line('T-2000', '1'), line('T-2005', '1')] })).result
      .key;
    expect((await read(own)).lines.map(({ unitPrice }: Record<string, string>) => Number(unitPrice))).toEqual([
      9.99, 15.48,
    ]);
  });
  test('a foreign currency keeps both amounts; unit prices are in the company currency', async () => {
    const lines = [
      line('1896-S', '1'),
      line('T-2000', '1', { priceInTxnCurrency: '50' }),
      line('T-2000', '1', { unitPrice: '45' }),
    ];
    const { key } = (await post({ customer: { id: 'C1010' }, lines })).result;
    const doc = await read(key);
    expect(doc).toMatchObject({
      txnCurrency: 'USD',
      baseCurrency: 'EUR',
      exchangeRate: { rate: '0.9000000000' },
      subtotalInTxnCurrency: '1199.00',
      totalInTxnCurrency: '1199.00',
      total: '1079.10',
    });
    expect(
      doc.lines.map(({ priceInTxnCurrency, unitPrice }: Record<string, string>) => [
        Number(priceInTxnCurrency),
        Number(unitPrice),
      ]),
    ).toEqual([
      [1099, 989.1],
      [50, 45],
      [50, 45],
    ]);
  });
  test('a discount and a charge stand on the document without sign, and share the tax of the lines', async () => {
    const { key } = (
      await post({
        lines: [line('T-2000', '10', { unitPrice: '10' })],
        subtotals: [
          { description: 'Sales Discount', percentValue: '10' },
          { description: 'Freight', txnAbsoluteValue: '20' },
        ],
      })
    ).result;
    const doc = await read(key);
    expect(doc).toMatchObject({ subtotal: '100.00', total: '130.90' });
    expect(
      doc.subtotals.map(({ description, total, percentValue }: Record<string, string>) => [
        description,
        total,
        percentValue,
      ]),
    ).toEqual([
      ['Sales Discount', '10.00', '10.0000000000'],
      ['Freight', '20.00', null],
    ]);
  });
  test('changes: lines by key, new and deleted ones, what is not named stays; status is taken and not applied', async () => {
    const { key } = (await post({ lines: [line('T-2000', '1'), line('T-2005', '2')], referenceNumber: 'STAYS' }))
      .result;
    const [first, second] = (await read(key)).lines;
    const body = {
      memo: 'new',
      status: 'inactive',
      lines: [
        { key: first.key, unitQuantity: '5' },
        { key: second.key, 'ia::operation': 'delete' },
        line('T-2010', '1'),
      ],
    };
    expect((await patch(key, body)).status).toBe(200);
    const doc = await read(key);
    expect(doc).toMatchObject({ memo: 'new', status: 'active', referenceNumber: 'STAYS' });
    expect(
      doc.lines.map(({ unitQuantity, dimensions }: Record<string, { id: string } & Record<string, { id: string }>>) => [
        Number(unitQuantity),
        dimensions?.item?.id.split('--')[0],
      ]),
    ).toEqual([
      [5, 'T-2000'],
      [1, 'T-2010'],
    ]);
    expect((await patch(key, { lines: [{ key: first.key, item: { id: 'T-2005' } }] })).error.details[0].errorId).toBe(
      'REST-1050',
    );
    expect((await patch(key, { lines: [{ key: '999999', unitQuantity: '1' }] })).status).toBe(422);
    expect((await ask(`${ORDERS}/${key}`, { method: 'DELETE' })).error.details.at(-1).errorId).toBe('INV-1372');
    expect((await patch(key, { state: 'closed' })).status).toBe(200);
    expect([(await patch(key, { memo: 'x' })).status, (await read(key)).memo]).toEqual([400, 'new']);
    expect((await ask(`objects/${DOCUMENT}::Sales%20Quote/${key}`)).status).toBe(404);
    expect((await ask('objects/order-entry/document-line::Sales%20Order', { method: 'POST', body: {} })).status).toBe(
      405,
    );
  });
});
