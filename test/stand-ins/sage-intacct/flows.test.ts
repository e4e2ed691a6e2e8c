import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Intacct, startIntacct } from './start.ts';
import { clientOf, DOCUMENT, line, ORDERS } from './testing.ts';

let erp: Intacct;
const { ask, query, forget, post, patch, read } = clientOf(() => erp);

beforeAll(async () => {
  erp = await startIntacct();
});
beforeEach(() => {
  erp.breakDown({});
  forget();
});
afterAll(() => erp.close());

describe('what follows an order (documentation)', () => {
  test('shipped in part, billed, paid in part: converted quantities, stock, ledger and states agree', async () => {
    const { key } = (
      await post({
        customer: { id: 'C1013' },
        lines: [line('T-2015', '10', { unitPrice: '10' })],
        referenceNumber: 'FLOW',
      })
    ).result;
    const number = (await read(key)).documentNumber;
    const stock = async () => {
      const { result } = await query(
        'inventory-control/item-warehouse-inventory',
        ['onHand', 'allocated', 'unCommitted'],
        { filters: [{ $eq: { 'item.id': 'T-2015' } }, { $eq: { 'warehouse.id': 'WH-HAM' } }] },
      );
      return result[0];
    };
    expect(await stock()).toEqual({ onHand: 475, allocated: 10, unCommitted: 465 });
    erp.desk.deliver(number, 0.4);
    expect(await stock()).toEqual({ onHand: 471, allocated: 6, unCommitted: 465 });
    const half = await read(key);
    expect([half.state, half.lines[0].quantityConverted, half.lines[0].quantityRemaining]).toEqual([
      'partiallyConverted',
      '4.0000000000',
      '6.0000000000',
    ]);
    const invoice = erp.desk.invoice(number);
    const { result: ledger } = await query(
      'accounts-receivable/invoice',
      ['key', 'state', 'totalTxnAmount', 'totalTxnAmountDue', 'salesDocument.key', 'referenceNumber'],
      { filters: [{ $eq: { 'salesDocument.key': String(invoice.key) } }] },
    );
    expect(ledger).toEqual([
      {
        key: expect.any(String),
        state: 'posted',
        totalTxnAmount: '47.60',
        totalTxnAmountDue: '47.60',
        'salesDocument.key': String(invoice.key),
        referenceNumber: 'FLOW',
      },
    ]);
    erp.desk.pay(String(invoice.body.documentNumber), 40);
    const shown = (await ask(`objects/accounts-receivable/invoice/${ledger[0].key}`)).result;
    expect(shown).toMatchObject({
      state: 'partiallyPaid',
      totalTxnAmountDue: '7.60',
      paymentInformation: { totalTxnAmountPaid: '40.00' },
      currency: { exchangeRate: { rate: 1 } },
    });
    // The ledger's own GET leaves out subtotals and tax; a query of its lines has them.
    expect(shown.lines).toHaveLength(1);
    const { result: all } = await query('accounts-receivable/invoice-line', ['txnAmount', 'isSubtotal'], {
      filters: [{ $eq: { 'invoice.key': ledger[0].key } }],
    });
    expect(all).toEqual([
      { txnAmount: '40.00', isSubtotal: null },
      { txnAmount: '7.60', isSubtotal: 'tax' },
    ]);
    const history = (await ask(`objects/${DOCUMENT}::Sales%20Invoice/${invoice.key}`)).result.history;
    expect(
      history.map(({ convertedFrom, convertedTo }: Record<string, { documentType: string }>) => [
        convertedFrom?.documentType,
        convertedTo?.documentType,
      ]),
    ).toEqual([
      ['Sales Shipper', 'Sales Invoice'],
      ['Sales Order', 'Sales Shipper'],
      [null, 'Sales Order'],
    ]);
    const { result: owed } = await query('accounts-receivable/customer', ['totalDue'], {
      filters: [{ $eq: { id: 'C1013' } }],
    });
    expect(owed).toEqual([{ totalDue: '7.60' }]);
    expect((await patch(key, { memo: 'x' })).status).toBe(400);
    expect((await patch(key, { state: 'closed' })).status).toBe(200);
  });
  test('a return is converted from an invoice by the API, never of more than was billed, and credited at the desk', async () => {
    const { key } = (await post({ customer: { id: 'C1003' }, lines: [line('T-2020', '5', { unitPrice: '20' })] }))
      .result;
    const number = (await read(key)).documentNumber;
    erp.desk.deliver(number);
    const invoice = erp.desk.invoice(number);
    const billed = (await ask(`objects/${DOCUMENT}::Sales%20Invoice/${invoice.key}`)).result;
    const claim = (unitQuantity: string, type = 'Sales%20Return') =>
      ask(`objects/${DOCUMENT}::${type}`, {
        method: 'POST',
        body: {
          customer: { id: 'C1003' },
          sourceDocument: { id: billed.documentId },
          lines: [
            { sourceDocument: { key: billed.key }, sourceDocumentLine: { key: billed.lines[0].key }, unitQuantity },
          ],
        },
      });
    expect((await claim('6')).last).toContain('more than what remains');
    const made = await claim('2');
    expect(made.status).toBe(201);
    const shown = (await ask(`objects/${DOCUMENT}::Sales%20Return/${made.result.key}`)).result;
    expect(shown).toMatchObject({
      total: '47.60',
      sourceDocument: { id: billed.documentId, documentType: 'Sales Invoice' },
      lines: [{ unitPrice: '20.0000000000', sourceDocumentLine: { key: billed.lines[0].key } }],
    });
    expect((await claim('4')).status).toBe(422);
    expect((await claim('1', 'Sales%20Shipper')).last).toContain('cannot be converted from');
    const credit = erp.desk.credit(String(shown.documentNumber), undefined, 'Sales Return');
    const { result } = await query(
      'accounts-receivable/adjustment',
      ['documentNumber', 'txnCurrency.totalDue', 'state'],
      { filters: [{ $eq: { adjustmentNumber: String(credit.body.documentNumber) } }] },
    );
    expect(result).toEqual([
      { documentNumber: billed.documentNumber, 'txnCurrency.totalDue': '-47.60', state: 'posted' },
    ]);
    erp.desk.apply(String(credit.body.documentNumber), billed.documentNumber);
    const { result: after } = await query('accounts-receivable/invoice', ['totalTxnAmountDue'], {
      filters: [{ $eq: { 'salesDocument.key': billed.key } }],
    });
    expect(after).toEqual([{ totalTxnAmountDue: '71.40' }]);
  });
  test('a copy of the desk has the reference of its original and another number', async () => {
    const { key } = (await post({ referenceNumber: 'COPIED' })).result;
    erp.desk.copy((await read(key)).documentNumber);
    const { result } = await query(DOCUMENT, ['documentNumber', 'audit.createdBy'], {
      filters: [{ $eq: { referenceNumber: 'COPIED' } }],
    });
    expect(result.map((row: Record<string, string>) => row['audit.createdBy'])).toEqual(['1', '2']);
  });
  test('documents print to PDF by way of a link', async () => {
    const { key } = (await post()).result;
    const { result } = await ask('workflows/order-entry/document/generate-pdf', { method: 'POST', body: { key } });
    const response = await ask(result.downloadURL.slice(1));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(
      (await ask('workflows/order-entry/document/generate-pdf', { method: 'POST', body: { key: '999999' } })).status,
    ).toBe(404);
  });
});

describe('customers (the duplicate recorded, else documentation)', () => {
  const create = (body: object) => ask('objects/accounts-receivable/customer', { method: 'POST', body });
  test('created with a contact of its name; a second of that name is refused by the contact, and not stored', async () => {
    const name = 'Neuland Pumpen GmbH';
    const mailingAddress = { addressLine1: 'Kaistraße 1', city: 'Emden', postCode: '26721', isoCountryCode: 'DE' };
    const { status, result } = await create({
      name,
      taxId: 'DE811300013',
      contacts: { default: { printAs: name, email1: 'a@neuland.example', mailingAddress } },
    });
    expect([status, result.id]).toEqual([201, expect.stringMatching(/^C\d+$/)]);
    const shown = (await ask(`objects/accounts-receivable/customer/${result.key}`)).result;
    expect(shown).toMatchObject({
      name,
      creditLimit: null,
      totalDue: '0.00',
      isOnHold: false,
      contacts: {
        default: { id: name, mailingAddress: { country: 'Germany', isoCountryCode: 'DE' } },
        shipTo: { id: null, key: null },
      },
      contactList: [],
    });
    const { error } = await create({ name });
    expect(error.details.map(({ errorId }: { errorId?: string }) => errorId)).toEqual([
      undefined,
      'BL01001973',
      'BL01001973',
      'BL34000061',
    ]);
    expect((await query('accounts-receivable/customer', ['id'], { filters: [{ $eq: { name } }] })).result).toHaveLength(
      1,
    );
    expect((await create({ name, contacts: { default: { id: `${name} 2`, printAs: name } } })).status).toBe(201);
    expect((await create({ id: 'C1001', name: 'Other' })).last).toContain('Another Customer');
    expect(
      (await create({ name: 'No Land', contacts: { default: { mailingAddress: { isoCountryCode: 'de' } } } })).last,
    ).toContain("Invalid country 'de'");
  });
  test('a contact of its own delivers: it is made, listed, and named on an order', async () => {
    const contact = {
      id: 'Baustelle Nord-1',
      printAs: 'Baustelle Nord',
      mailingAddress: { addressLine1: 'Am Speicher 7', city: 'Lübeck', postCode: '23552', isoCountryCode: 'DE' },
    };
    expect((await ask('objects/company-config/contact', { method: 'POST', body: contact })).status).toBe(201);
    expect(
      (await ask('objects/company-config/contact', { method: 'POST', body: contact })).error.details.at(-1).errorId,
    ).toBe('BL34000061');
    const { result } = await query('accounts-receivable/customer', ['key'], { filters: [{ $eq: { id: 'C1003' } }] });
    const path = `objects/accounts-receivable/customer/${result[0].key}`;
    expect(
      (
        await ask(path, {
          method: 'PATCH',
          body: { contactList: [{ categoryName: 'Site', contact: { id: contact.id } }] },
        })
      ).status,
    ).toBe(200);
    expect((await ask(path)).result.contactList).toMatchObject([{ categoryName: 'Site', contact: { id: contact.id } }]);
    const { key } = (await post({ contacts: { shipTo: { id: contact.id } } })).result;
    expect((await read(key)).contacts).toEqual({
      primary: { key: expect.any(String), id: expect.any(String) },
      shipTo: { key: expect.any(String), id: contact.id },
      billTo: { key: expect.any(String), id: expect.any(String) },
    });
  });
});

describe('bad days (documentation)', () => {
  test('answers are lost after the commit, late or cut, and every order is stored once', async () => {
    erp.breakDown({ dropAfterCommit: 1 });
    await expect(post({ referenceNumber: 'LOST' })).rejects.toThrow();
    erp.breakDown({ gatewayTimeout: 1 });
    expect((await post({ referenceNumber: 'GATE' })).status).toBe(504);
    erp.breakDown({ slowCommit: { ms: 40, times: 1, answer: 'cut' } });
    await expect(post({ referenceNumber: 'LATE' })).rejects.toThrow();
    expect(erp.desk.ordersWith('LATE')).toHaveLength(0);
    await expect.poll(() => erp.desk.ordersWith('LATE').length).toBe(1);
    expect(['LOST', 'GATE'].map((each) => erp.desk.ordersWith(each).length)).toEqual([1, 1]);
  });
  test('no slot, a page instead of an answer, ended tokens, a smart rule, a record that is open elsewhere', async () => {
    erp.breakDown({ rateLimited: 1 });
    const limited = await post();
    expect([limited.status, limited.error.code, limited.headers.get('x-ia-throttle-limit-retry-after')]).toEqual([
      429,
      'GW-0010',
      '1',
    ]);
    erp.breakDown({ html: 1 });
    expect((await ask(ORDERS)).headers.get('content-type')).toBe('text/html');
    const { key } = (await post()).result;
    erp.breakDown({ tokensEnd: true });
    expect((await ask(ORDERS)).status).toBe(401);
    forget();
    erp.breakDown({ smartRule: { words: 'Depot must be filled.', times: 1 } });
    expect((await patch(key, { memo: 'x' })).error.details.at(-1)).toMatchObject({
      errorId: 'BL04002055',
      message: 'Depot must be filled.',
    });
    erp.breakDown({ locked: 1 });
    expect((await patch(key, { memo: 'x' })).last).toContain('being edited by another user');
    expect((await read(key)).memo).toBeNull();
    erp.breakDown({ withoutFields: ['order-entry/document.referenceNumber'] });
    expect((await query(DOCUMENT, ['referenceNumber'])).status).toBe(400);
    expect('referenceNumber' in (await read(key))).toBe(false);
  });
  test('the model service names fields, references and lists', async () => {
    const { result } = await ask('services/core/model?name=objects/order-entry/document');
    expect(result).toMatchObject({
      idempotenceSupported: true,
      httpMethods: 'OPTIONS,GET,POST,PATCH',
      fields: { total: { readOnly: true, format: 'decimal-precision-2' } },
      refs: { customer: { apiObject: 'accounts-receivable/customer' } },
      lists: { lines: {} },
    });
  });
  test('the admin port drives desk and faults', async () => {
    const { key } = (await post({ referenceNumber: 'ADMIN' })).result;
    const number = (await read(key)).documentNumber;
    const admin = async (method: string, path: string, body?: object) =>
      (await fetch(`${erp.adminUrl}${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) })).json();
    expect(await admin('GET', '/orders/ADMIN')).toHaveLength(1);
    await admin('POST', `/orders/${number}/deliver`);
    expect((await read(key)).state).toBe('converted');
    await admin('PUT', '/faults', { outage: true });
    await expect(ask(ORDERS)).rejects.toThrow();
  });
});
