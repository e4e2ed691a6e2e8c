import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { referenceSchema } from '@backroom/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startErpNext, users } from '../../../../test/stand-ins/erpnext/start.ts';
import { listening } from '../../../../test/stand-ins/servers.ts';
import { cases } from '../conformance/cases.ts';
import { contextOf, type Outcome, runCase } from '../conformance/kit.ts';
import type { Opened } from '../conformance/subject.ts';
import { ErpError } from '../contract/errors.ts';
import { orderInputSchema } from '../contract/schemas.ts';
import { subjects } from './conformance.ts';
import { declared } from './index.ts';
import { shipped } from './shipped.ts';

const document = shipped('erpnext');
const call = () => ({ signal: AbortSignal.timeout(10_000) });
const credentials = { key: users.full.key, secret: users.full.secret };
let opened: Opened;
let url = '';
beforeAll(async () => {
  const [first] = subjects;
  const tried = await first?.open();
  if (!tried || 'unavailable' in tried) throw new Error('no double');
  opened = tried;
  url = opened.url ?? '';
});
afterAll(() => opened.close());
const adapterOf = (text: string, at = url) => declared({ url: at, credentials, settings: { document: text } });
const errorOf = async (work: Promise<unknown> | undefined): Promise<ErpError> => {
  const error = await work?.then(
    () => new Error('it went through'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ErpError)) throw error;
  return error;
};
const order = (reference: string, more: object = {}) =>
  orderInputSchema.parse({
    reference: referenceSchema.parse(reference),
    customerId: 'Müller Metallbau GmbH',
    currency: 'EUR',
    requestedDate: null,
    note: null,
    lines: [{ productId: 'T-2000', quantity: '2', unitPrice: { amount: '10.50', currency: 'EUR' }, description: null }],
    ...more,
  });

describe('the report of the kit names what a document maps wrong', () => {
  test.each([
    ['orders.fields.total', '    total: grand_total', '    total: grand_totl', 'orders.list: all of'],
    ['products.fields.unit', 'unit: stock_uom', 'unit: uom_of_stock', 'products.list'],
    ['orders.lines.fields.quantity', 'quantity: qty,', 'quantity: item_name,', 'orders.list: all of'],
    ['invoices.fields.issuedOn', 'issuedOn: posting_date', 'issuedOn: grand_total', 'invoices.list: all of'],
    ['credit.openItems.fields.open', 'open: outstanding,', 'open: outstandng,', 'credit.position'],
  ])('%s', async (place, from, to, name) => {
    const wrong = document.replace(from, to);
    expect(wrong).not.toBe(document);
    const context = await contextOf({ ...opened, connect: (url) => adapterOf(wrong, url), close: async () => {} });
    const told: Outcome[] = [];
    for (const each of cases) if (each.name.startsWith(name)) told.push(await runCase(each, context));
    await context.close();
    expect(told[0]?.state === 'fail' ? String(told[0].error) : told).toContain(`${place}: "`);
  });
});

describe('one reference is one order', () => {
  test('contenders get the order that the ERP took first', async () => {
    const adapter = adapterOf(document);
    const made = await Promise.all(
      Array.from({ length: 4 }, () => adapter.orders?.create(order('BR-CONTEND0001'), call())),
    );
    expect(new Set(made.map((each) => each?.id)).size).toBe(1);
  });
  test('a draft is confirmed once; the credit limit speaks in the ERP’s words, without its HTML', async () => {
    const adapter = adapterOf(document);
    const draft = await adapter.orders?.create(order('BR-CONFIRM0001'), call());
    expect(draft?.status).toBe('draft');
    const sure = await adapter.orders?.confirm?.({ id: draft?.id as never }, call());
    expect(sure).toMatchObject({ id: draft?.id, status: 'confirmed' });
    const large = order('BR-LIMIT000001', {
      customerId: 'Kessler Anlagenbau AG',
      lines: [
        { productId: '1896-S', quantity: '90', unitPrice: { amount: '1000.80', currency: 'EUR' }, description: null },
      ],
    });
    const over = await adapter.orders?.create(large, call());
    const error = await errorOf(adapter.orders?.confirm?.({ id: over?.id as never }, call()));
    expect(error.kind).toBe('refused');
    expect(error.words).toMatch(
      /^Credit limit has been crossed for customer Kessler Anlagenbau AG \([\d.]+\/40000\.0\) Please/,
    );
  });
  test('an empty answer to the confirmation is no word of the ERP: the draft is not given up', async () => {
    const { url: own, close } = await startErpNext();
    let isBroken = true;
    const server = createServer(async (request, response) => {
      if (request.method === 'PUT' && isBroken) return response.end();
      const { method = 'GET', headers } = request;
      const body = method === 'GET' ? null : await text(request);
      const answer = await fetch(`${own}${request.url}`, {
        method,
        body,
        headers: { authorization: headers.authorization ?? '' },
      });
      response.writeHead(answer.status).end(await answer.text());
    });
    const orders = adapterOf(document, await listening(server, 0)).orders;
    const draft = await orders?.create(order('BR-EMPTY000001'), call());
    const confirm = () => orders?.confirm?.({ id: draft?.id as never }, call());
    expect(await errorOf(confirm())).toMatchObject({ kind: 'uncertain' });
    isBroken = false;
    expect(await confirm()).toMatchObject({ id: draft?.id, status: 'confirmed' });
    server.close();
    await close();
  });
  test('a warning before the refusal is not taken for its reason', async () => {
    const { url: own, desk, close } = await startErpNext();
    desk.allowSamePo();
    const adapter = adapterOf(document, own);
    const unitPrice = { amount: '1000', currency: 'EUR' };
    const kessler = (reference: string, quantity: string) =>
      order(reference, {
        customerId: 'Kessler Anlagenbau AG',
        poNumber: 'PO-10',
        lines: [{ productId: '1896-S', quantity, unitPrice, description: null }],
      });
    await adapter.orders?.create(kessler('BR-TWICEPO0001', '1'), call());
    const over = await adapter.orders?.create(kessler('BR-TWICEPO0002', '90'), call());
    const error = await errorOf(adapter.orders?.confirm?.({ id: over?.id as never }, call()));
    await close();
    expect(error.words).toMatch(/^Credit limit has been crossed/);
  });
  test('a PO number that the ERP has already is refused in its words', async () => {
    const adapter = adapterOf(document);
    await adapter.orders?.create(order('BR-TWINPO0001', { poNumber: 'PO-9' }), call());
    const error = await errorOf(adapter.orders?.create(order('BR-TWINPO0002', { poNumber: 'PO-9' }), call()));
    expect(error.words).toContain("already exists against Customer's Purchase Order PO-9");
  });
});

test('prices have no noise of floats, and none is asked for in a currency that ERPNext may not convert', async () => {
  const { pricing } = adapterOf(document);
  const quoted = async (currency: string) => {
    const lines = [{ productId: 'STAFFEL-1', quantity: '10' }];
    const asked = { customerId: 'Doppelt GmbH', currency, date: '2026-11-30', lines } as never;
    return (await pricing?.quote(asked, call()))?.results[0];
  };
  expect(await quoted('EUR')).toMatchObject({ unitPrice: { amount: '8.91' }, listPrice: { amount: '9.9' } });
  expect(await quoted('USD')).toBeNull();
});

describe('a document that does harm is kept from it', () => {
  test('ids cannot leave their part of a path', async () => {
    const adapter = adapterOf(document);
    for (const id of ['../../method/frappe.auth.get_logged_user', '..', 'a/b?x=1#y'])
      expect(await errorOf(adapter.credit?.position({ customerId: id as never }, call()))).toMatchObject({
        kind: 'not_found',
      });
  });
  test('a list without an end is ended', async () => {
    const server = createServer((_, response) =>
      response.end(JSON.stringify({ data: [{ name: 'X' }], next: `http://${_.headers.host}/again` })),
    );
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    const endless = document.replace(
      '    paging: { kind: offset, size: 101, offset: limit_start, limit: limit_page_length }',
      '    paging: { kind: next, next: next }',
    );
    const error = await errorOf(adapterOf(endless, url).orders?.list({ customerId: 'X' as never }, call()));
    expect(error).toMatchObject({ kind: 'drift', field: 'orders.ofCustomer.paging' });
    server.close();
  });
  test('a document that became unusable says why at every call', async () => {
    const error = await errorOf(adapterOf('backroom: 2').health({}, call()));
    expect(error).toMatchObject({ kind: 'unsupported', words: expect.stringContaining('line 1') });
  });
});
