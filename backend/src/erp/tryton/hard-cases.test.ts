import {
  currencySchema,
  decimal,
  erpCustomerIdSchema,
  erpOrderIdSchema,
  erpProductIdSchema,
  referenceSchema,
} from '@backroom/shared';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { labProblem, openTrytonLab, type TrytonLab } from '../../../../test/labs/tryton/lab.ts';
import type { ErpAdapter } from '../contract/adapter.ts';
import type { OrderInput } from '../contract/schemas.ts';
import { type TrytonClient, trytonClient } from './client.ts';
import { tryton } from './index.ts';
import { toDate, toNumeric } from './wire.ts';

const problem = labProblem();
if (problem) console.log(`Tryton's hard cases did not run: ${problem}`);
const call = () => ({ signal: AbortSignal.timeout(60_000) });
const eur = currencySchema.parse('EUR');
const customerId = (id: number | undefined) => erpCustomerIdSchema.parse(String(id));
const productId = (id: number | undefined) => erpProductIdSchema.parse(String(id));
/** A customer of the seed that nothing else is asked of. */
const plain = 9;
let references = 0;

/** What `cases.py` made on a real Tryton. The figure beside each is Tryton's own: its forms, reports and refusals. */
describe.skipIf(problem !== null)('hard cases on a real Tryton', () => {
  let lab: TrytonLab;
  let adapter: ErpAdapter;
  let admin: TrytonClient;
  let db: pg.Pool;
  const cases = () => lab.settings.cases;
  const orders = () => adapter.orders as NonNullable<ErpAdapter['orders']>;
  const order = (customer: number | undefined, lines: readonly [code: string, quantity: string, price?: string][]) => {
    references += 1;
    const input: OrderInput = {
      reference: referenceSchema.parse(`BR-HARD${String(references).padStart(10, '0')}`),
      customerId: customerId(customer),
      currency: eur,
      requestedDate: null,
      note: null,
      lines: lines.map(([code, quantity, price = '5.00']) => ({
        productId: productId(cases().products[code] ?? lab.settings.examples.products[code]),
        quantity: decimal(quantity),
        unitPrice: { amount: decimal(price), currency: eur },
        description: null,
      })),
    };
    return input;
  };
  const simulated = async (input: OrderInput) => {
    const answer = await orders().simulate?.(input, call());
    if (!answer) throw new Error('no preview');
    return answer;
  };
  /** Whether Tryton takes the order: created, quoted and confirmed by its own buttons. */
  const taken = async (input: OrderInput): Promise<string> => {
    const { id } = await orders().create(input, call());
    try {
      return (await orders().confirm?.({ id }, call()))?.status ?? 'nothing';
    } catch (error) {
      await orders().cancel?.({ id }, call());
      return error instanceof Error && 'kind' in error ? String(error.kind) : 'error';
    }
  };
  const write = (model: string, ids: readonly number[], values: Record<string, unknown>) =>
    admin.call(`model.${model}.write`, [ids, values], call(), { write: true });
  const available = async (code: string) => {
    const ids = [productId(cases().products[code])];
    return (await adapter.stock?.availability({ productIds: ids }, call()))?.results[0];
  };
  const quoted = async (customer: number | undefined, product: number | undefined, quantity: string) => {
    const lines = [{ productId: productId(product), quantity: decimal(quantity) }];
    const asked = { customerId: customerId(customer), currency: eur, date: '2026-11-25', lines };
    return (await adapter.pricing?.quote(asked, call()))?.results[0];
  };
  const found = async (reference: string) =>
    (await orders().findByReference({ references: [referenceSchema.parse(reference)] }, call())).results[0] ?? [];
  const status = async (name: string) => {
    const ids = [erpOrderIdSchema.parse(String(cases().orders[name]))];
    return (await orders().status({ ids }, call())).results[0];
  };

  beforeAll(async () => {
    lab = await openTrytonLab();
    const { url, database, user, password } = lab.settings;
    adapter = tryton({ url, credentials: { user, password }, settings: { database } });
    admin = trytonClient({ url, database, ...lab.settings.admin, concurrency: 1 });
    db = new pg.Pool({ connectionString: lab.settings.postgres, max: 1 });
  }, 600_000);
  afterAll(async () => {
    await adapter?.close?.();
    await admin?.close();
    await db?.end();
    await lab?.remove();
  }, 60_000);

  test('only the warehouse that serves counts: Tryton refuses the order that another one could fill', async () => {
    const stock = await available('CASE-SPLIT');
    expect(stock).toMatchObject({ onHand: '1', available: '1' });
    expect(stock?.warehouses.map(({ code, available: there, serves }) => [code, there, serves])).toEqual([
      ['HAM', '1', true],
      ['MUC', '4', false],
    ]);
    const { refusals } = await simulated(order(plain, [['CASE-SPLIT', '4']]));
    expect(refusals).toEqual([{ field: 'lines.0.quantity', words: expect.stringContaining('CASE-SPLIT') }]);
    expect(await taken(order(plain, [['CASE-SPLIT', '4']]))).toBe('refused');
    expect((await simulated(order(plain, [['CASE-SPLIT', '1']]))).refusals).toEqual([]);
    const { url, database, user, password } = lab.settings;
    const munich = tryton({ url, credentials: { user, password }, settings: { database, warehouse: 'MUC' } });
    const ids = [productId(cases().products['CASE-SPLIT'])];
    expect((await munich.stock?.availability({ productIds: ids }, call()))?.results[0]?.available).toBe('4');
    expect((await munich.orders?.simulate?.(order(plain, [['CASE-SPLIT', '4']]), call()))?.refusals).toEqual([]);
    await munich.close?.();
  });

  test('a quotation holds its goods, and Tryton refuses who asks for them', async () => {
    expect(await available('CASE-PROMISED')).toMatchObject({ onHand: '10', reserved: '9', available: '1' });
    expect((await simulated(order(plain, [['CASE-PROMISED', '2']]))).refusals).toHaveLength(1);
    expect(await taken(order(plain, [['CASE-PROMISED', '2']]))).toBe('refused');
    expect((await simulated(order(plain, [['CASE-PROMISED', '1']]))).refusals).toEqual([]);
    // One product on two lines takes both quantities.
    const twice = order(plain, [
      ['CASE-PROMISED', '1'],
      ['CASE-PROMISED', '1'],
    ]);
    expect((await simulated(twice)).refusals.map(({ field }) => field)).toEqual(['lines.1.quantity']);
    expect(await taken(twice)).toBe('refused');
  });

  test('a quantity with more places than the unit is refused before Tryton does, with its line', async () => {
    const input = order(plain, [['CASE-PART', '1.5']]);
    const [product] = (await adapter.products?.resolve({ codes: ['CASE-PART'] }, call()))?.results ?? [];
    expect(product?.quantityDecimals).toBe(0);
    expect((await simulated(input)).refusals[0]?.field).toBe('lines.0.quantity');
    await expect(orders().create(input, call())).rejects.toMatchObject({ kind: 'refused', field: 'lines.0.quantity' });
  });

  test('a price below zero is refused; so is a day that has passed', async () => {
    const below = order(plain, [['CASE-PART', '1', '-765.18']]);
    expect((await simulated(below)).refusals[0]?.field).toBe('lines.0.unitPrice');
    await expect(orders().create(below, call())).rejects.toMatchObject({ kind: 'refused' });
    const late = { ...order(plain, [['CASE-PART', '1']]), requestedDate: '2020-01-01' };
    expect((await simulated(late)).refusals[0]?.field).toBe('requestedDate');
  });

  test('characters that PostgreSQL does not take are left out of every text', async () => {
    const input = order(plain, [['CASE-PART', '1']]);
    const text = 'Rohr\u0000 5\ud800 m';
    const [line] = input.lines;
    if (!line) throw new Error('no line');
    const made = await orders().create({ ...input, note: text, lines: [{ ...line, description: text }] }, call());
    const row = z.object({ comment: z.string(), 'lines.': z.array(z.object({ description: z.string() })) });
    const fields = ['comment', 'lines.description'];
    const [kept] = await admin.search('sale.sale', { domain: [['id', '=', Number(made.id)]], fields, row }, call());
    expect(kept).toMatchObject({ comment: 'Rohr 5 m', 'lines.': [{ description: 'Rohr 5 m' }] });
    await orders().cancel?.({ id: made.id }, call());
  });

  test('breaks in pieces, sold by the dozen: each price is that of Tryton’s order line', async () => {
    const product = cases().products['CASE-DOZEN'];
    const price = await quoted(cases().customers.oneDozen, product, '1');
    expect(price).toMatchObject({ unitPrice: { amount: '10.8000' }, listPrice: { amount: '12.0000' } });
    expect(price?.breaks.map(({ from, price: { amount } }) => [from, amount])).toEqual([
      ['0.84', '10.8000'],
      ['1.67', '9.6000'],
      ['2.5', '8.4000'],
    ]);
    expect((await quoted(cases().customers.oneDozen, product, '0.83'))?.unitPrice.amount).toBe('12.0000');
  });

  test('two dozen that left in six parts of four pieces are two dozen', async () => {
    expect((await status('sixParts'))?.lines[0]).toMatchObject({ quantity: '2', delivered: '2' });
    expect((await status('sixParts'))?.status).toBe('delivered');
  });

  test('a kit is as available as its components, and delivered as far as they are', async () => {
    const kit = await available('CASE-KIT');
    // 13 bolts on hand of which 2 are promised, two a kit; 4 nuts of which 1 is.
    expect(kit).toMatchObject({ onHand: '4', available: '3', reserved: '1' });
    expect(kit?.warehouses.map(({ code, onHand }) => [code, onHand])).toEqual([
      ['HAM', '4'],
      ['MUC', '1'],
    ]);
    // Ten nuts come, but the bolts left make five.
    expect(kit?.incoming.map(({ quantity, warehouse }) => [quantity, warehouse])).toEqual([['2', 'HAM']]);
    expect(await status('kitShipped')).toMatchObject({
      status: 'delivered',
      lines: [{ quantity: '3', delivered: '3' }],
    });
    expect(await status('kitHalf')).toMatchObject({
      status: 'partly_delivered',
      lines: [{ quantity: '2', delivered: '1' }],
    });
  });

  test('goods that bring further lines along are refused: Tryton would add them at the quotation', async () => {
    expect((await simulated(order(plain, [['CASE-BUNDLE', '1']]))).refusals[0]?.field).toBe('lines.0.productId');
  });

  test('a rest that was ignored is not waited for; one that was made anew is', async () => {
    expect(await status('ignored')).toMatchObject({ status: 'invoiced', lines: [{ quantity: '10', delivered: '6' }] });
    expect((await status('recreated'))?.status).toBe('partly_delivered');
  });

  test('a negative line counts in the order’s own net and in what is open of it', async () => {
    expect((await status('reduced'))?.net?.amount).toBe('850');
    const position = await adapter.credit?.position({ customerId: customerId(cases().customers.reduced) }, call());
    expect(position?.openOrders?.amount).toBe('850');
  });

  test('payments on account are taken off what is due, as in Tryton’s own receivable', async () => {
    const customer = customerId(cases().customers.onAccount);
    expect(await adapter.credit?.position({ customerId: customer }, call())).toMatchObject({
      receivable: { amount: '200' },
      overdue: { amount: '200' },
    });
    expect((await adapter.invoices?.list({ customerId: customer }, call()))?.totals).toMatchObject([
      { open: { amount: '200' }, overdue: { amount: '200' } },
    ]);
  });

  test('of two instalments only the one whose day has passed is overdue, less what was paid', async () => {
    const customer = customerId(cases().customers.instalments);
    const list = await adapter.invoices?.list({ customerId: customer }, call());
    expect(list?.totals).toMatchObject([{ open: { amount: '900' }, overdue: { amount: '200' } }]);
    expect(list?.totals?.[0]?.nextDue).toBe(list?.results[0]?.dueOn);
    expect((await adapter.credit?.position({ customerId: customer }, call()))?.overdue.amount).toBe('200');
  });

  test('each currency has totals of its own; a payment in another is turned by Tryton’s rate', async () => {
    const customer = customerId(cases().customers.dollars);
    const list = await adapter.invoices?.list({ customerId: customer }, call());
    expect(list?.totals).toMatchObject([
      { open: { amount: '80', currency: 'EUR' }, overdue: { amount: '0' } },
      { open: { amount: '1070', currency: 'USD' }, overdue: { amount: '1070' } },
    ]);
    expect(list?.results.map(({ open, status: state }) => [open.amount, open.currency, state])).toEqual([
      ['80', 'EUR', 'open'],
      // 100 EUR of 330 USD were paid.
      ['220', 'USD', 'overdue'],
      ['850', 'USD', 'overdue'],
    ]);
    const position = await adapter.credit?.position({ customerId: customer }, call());
    expect(position?.rates).toEqual([{ currency: 'USD', rate: '0.909090909091' }]);
  });

  test('a credit note is marked, and taken off the total', async () => {
    const list = await adapter.invoices?.list({ customerId: customerId(cases().customers.creditNotes) }, call());
    expect(list?.results.map(({ kind, open }) => [kind, open.amount])).toEqual([
      ['invoice', '400'],
      ['credit_note', '250'],
      ['invoice', '600'],
    ]);
    expect(list?.totals).toMatchObject([{ open: { amount: '750' }, overdue: { amount: '350' } }]);
    const over = await adapter.invoices?.list({ customerId: customerId(cases().customers.overpaid) }, call());
    expect(over?.totals).toMatchObject([{ open: { amount: '-150' }, overdue: { amount: '0' }, nextDue: null }]);
  });

  test('more invoices than the list holds: the list says so, the totals are of all', async () => {
    const customer = cases().customers.oneDozen;
    // One of 500 EUR, 505 times over: posting as many takes Tryton minutes.
    await db.query(
      `with copies as (select nextval('account_invoice_id_seq') as invoice, nextval('account_move_id_seq') as move from generate_series(1, 505)),
         moves as (insert into account_move select (jsonb_populate_record(m, jsonb_build_object('id', c.move, 'number', 'C' || c.move))).*
           from copies c join account_invoice s on s.id = $1 join account_move m on m.id = s.move),
         entries as (insert into account_move_line
           select (jsonb_populate_record(l, jsonb_build_object('id', nextval('account_move_line_id_seq'), 'move', c.move, 'party', $2::int))).*
           from copies c join account_invoice s on s.id = $1 join account_move_line l on l.move = s.move and l.account = s.account)
       insert into account_invoice select (jsonb_populate_record(s, jsonb_build_object(
         'id', c.invoice, 'move', c.move, 'number', 'C' || c.invoice, 'party', $2::int))).* from copies c join account_invoice s on s.id = $1`,
      [cases().invoices.onAccount, customer],
    );
    const list = await adapter.invoices?.list({ customerId: customerId(customer) }, call());
    expect(list?.results).toHaveLength(500);
    expect(list?.more).toBe(true);
    const all = { open: { amount: '252500', currency: 'EUR' }, overdue: { amount: '252500' } };
    expect(list?.totals).toMatchObject([all]);
    expect((await adapter.credit?.position({ customerId: customerId(customer) }, call()))?.overdue.amount).toBe(
      '252500',
    );
  });

  test('a return that Tryton’s own wizard made is a return, with its order; the order list is without it', async () => {
    const customer = customerId(cases().customers.returns);
    const returns = (await adapter.returns?.list({ customerId: customer }, call()))?.results ?? [];
    const of = (name: string) => returns.find(({ id }) => id === `sale-${cases().orders[name]}`);
    const numberOf = async (name: string) => (await status(name))?.number;
    expect(of('return')).toMatchObject({ status: 'approved', lines: [{ code: 'CASE-PART', quantity: '7' }] });
    expect(of('return')?.orderNumber).toBe(await numberOf('returned'));
    expect(of('returnDraft')?.status).toBe('requested');
    expect(of('returnReceived')).toMatchObject({ status: 'credited', credit: { amount: '119' } });
    // Five came back and one of them is on a credit note: four are still to be credited.
    expect(of('returnPartlyCredited')).toMatchObject({
      status: 'partly_credited',
      credit: { amount: '35.7' },
      lines: [{ quantity: '5', credited: '1' }],
    });
    const { results } = await orders().list({ customerId: customer }, call());
    const ids = results.map(({ id }) => Number(id));
    for (const name of ['return', 'returnDraft', 'returnReceived']) expect(ids).not.toContain(cases().orders[name]);
    // Goods that were exchanged came back and went out: that is an order.
    expect(ids).toContain(cases().orders.exchange);
    const again = await adapter.returns?.status({ ids: [of('return')?.id ?? ''] as never }, call());
    expect(again?.results[0]).toEqual(of('return'));
  });

  test('a colleague’s copy is not the order: not of a cancelled one, and not for a second create', async () => {
    const input = order(plain, [['CASE-PART', '2']]);
    const made = await orders().create(input, call());
    const copy = async () =>
      z.array(z.number()).parse(await admin.call('model.sale.sale.copy', [[Number(made.id)]], call(), { write: true }));
    const [duplicate = 0] = await copy();
    expect((await found(input.reference)).map(({ id }) => id)).toEqual([made.id]);
    expect((await orders().create(input, call())).id).toBe(made.id);
    await orders().cancel?.({ id: made.id }, call());
    expect((await found(input.reference)).map(({ id, status: state }) => [id, state])).toEqual([
      [made.id, 'cancelled'],
    ]);
    const { orders: compared } = (await orders().find?.({ references: [input.reference], numbers: [] }, call())) ?? {
      orders: [],
    };
    expect(compared.map(({ id }) => id)).toEqual([made.id]);
    await admin.call('model.sale.sale.delete', [[duplicate]], call(), { write: true });
  });

  test('a return that was copied from an order keeps its reference and is not the order', async () => {
    const made = await orders().create(order(plain, [['CASE-PART', '2']]), call());
    await orders().confirm?.({ id: made.id }, call());
    const id = Number(made.id);
    const started = await admin.call('wizard.sale.return_sale.create', [], call(), { write: true });
    const [session] = z.tuple([z.number()]).rest(z.unknown()).parse(started);
    const context = { active_model: 'sale.sale', active_id: id, active_ids: [id] };
    const pressed = [session, { start: {} }, 'return_'];
    await admin.call('wizard.sale.return_sale.execute', pressed, call(), { write: true, context });
    expect((await found(made.reference ?? '')).map((each) => each.id)).toEqual([made.id]);
    const { results } = (await adapter.returns?.list({ customerId: customerId(plain) }, call())) ?? { results: [] };
    expect(results.map(({ orderNumber, status: state }) => [orderNumber, state])).toContainEqual([
      (await found(made.reference ?? ''))[0]?.number,
      'requested',
    ]);
  });

  test('a merged customer is its survivor, and so are its documents', async () => {
    const { mergedGone, mergedKept } = cases().customers;
    const ids = [mergedGone, mergedKept].map(customerId);
    const { results } = (await adapter.customers?.get({ ids }, call())) ?? { results: [] };
    expect(results.map((each) => [each?.id, each?.blocked])).toEqual([
      [String(mergedKept), false],
      [String(mergedKept), false],
    ]);
    for (const id of ids) {
      expect((await orders().list({ customerId: id }, call())).results).toHaveLength(1);
      expect((await adapter.invoices?.list({ customerId: id }, call()))?.results).toHaveLength(1);
      expect((await adapter.credit?.position({ customerId: id }, call()))?.receivable.amount).toBe('120');
    }
    const claim = await adapter.returns?.create?.(
      {
        reference: referenceSchema.parse('BR-HARDCLAIM00000001'),
        customerId: customerId(mergedGone),
        orderNumber: (await status('merged'))?.number ?? '',
        reason: 'Bent',
        lines: [{ code: 'CASE-PART', quantity: decimal('1') }],
      },
      call(),
    );
    expect(claim).toMatchObject({ status: 'requested', lines: [{ code: 'CASE-PART', quantity: '1' }] });
    const { results: matches } = (await adapter.customers?.search(
      { queries: [{ name: 'Fusion Werkzeug' }] },
      call(),
    )) ?? {
      results: [],
    };
    expect(matches[0]?.map(({ id }) => id)).toEqual([String(mergedKept)]);
    expect((await simulated(order(mergedGone, [['CASE-PART', '1']]))).refusals[0]).toMatchObject({
      field: 'customerId',
    });
  });

  test('a limit and a reminder that would refuse the order are said in the preview', async () => {
    const { customerOverLimit, customerBlockedByReminder } = lab.settings.examples;
    for (const customer of [customerOverLimit, customerBlockedByReminder]) {
      const input = order(customer, [['CASE-PART', '50']]);
      expect((await simulated(input)).refusals).toMatchObject([{ field: 'customerId' }]);
      expect(await taken(input)).toBe('refused');
    }
  });

  test('taxes, rules, terms and archiving count from the moment they change', async () => {
    const product = cases().products['CASE-PART'] ?? 0;
    const row = z.object({
      id: z.number(),
      template: z.number(),
      'template.': z.object({ account_category: z.number() }),
    });
    const fields = ['template', 'template.account_category'];
    const [variant] = await admin.search('product.product', { domain: [['id', '=', product]], fields, row }, call());
    const category = variant?.['template.'].account_category ?? 0;
    const input = () => order(plain, [['CASE-PART', '1', '100.00']]);
    expect((await simulated(input())).tax.amount).toBe('19');
    expect((await quoted(plain, product, '1'))?.taxPercent).toBe('19');
    const taxes = z.array(z.object({ id: z.number() }));
    const [seven] = taxes.parse(
      await admin.call('model.account.tax.search_read', [[['name', '=', 'VAT 7%']], 0, null, null, ['name']], call()),
    );
    await write('product.category', [category], { customer_taxes: [['add', [seven?.id]]] });
    expect((await simulated(input())).tax.amount).toBe('26');
    const created = await orders().create(input(), call());
    expect(created.total.amount).toBe('126');
    await orders().cancel?.({ id: created.id }, call());
    expect((await quoted(plain, product, '1'))?.taxPercent).toBe('26');
    await write('product.category', [category], { customer_taxes: [['remove', [seven?.id]]] });

    const [rule] = taxes.parse(
      await admin.call('model.account.tax.rule.search_read', [[], 0, 1, null, ['name']], call()),
    );
    await write('party.party', [plain], { customer_tax_rule: rule?.id });
    expect((await simulated(input())).tax.amount).toBe('0');
    expect((await quoted(plain, product, '1'))?.taxPercent).toBeNull();
    await write('party.party', [plain], { customer_tax_rule: null });

    await write('product.template', [variant?.template ?? 0], { salable: false });
    await expect(orders().create(input(), call())).rejects.toMatchObject({ field: 'lines.0.productId' });
    await write('product.template', [variant?.template ?? 0], { salable: true });
    const again = await orders().create(input(), call());
    await orders().cancel?.({ id: again.id }, call());
  });

  test('a list with gross prices is turned by the taxes of this moment', async () => {
    const product = cases().products['CASE-LATE'] ?? 0;
    const lines = [['create', [{ formula: '119.0' }]]];
    const values = { name: 'Gross', company: lab.settings.company, tax_included: true, unit: 'product_default', lines };
    const list = await admin.create('product.price_list', values, call());
    await write('party.party', [plain], { sale_price_list: list });
    const row = z.object({ id: z.number(), 'template.': z.object({ account_category: z.number() }) });
    const asked = { domain: [['id', '=', product]], fields: ['template.account_category'], row };
    const [variant] = await admin.search('product.product', asked, call());
    const category = variant?.['template.'].account_category ?? 0;
    expect((await quoted(plain, product, '1'))?.unitPrice.amount).toBe('100.0000');
    const taxes = z.object({ id: z.number(), customer_taxes: z.array(z.number()) });
    const own = { domain: [['id', '=', category]], fields: ['customer_taxes'], row: taxes };
    const [before] = await admin.search('product.category', own, call());
    await write('product.category', [category], { customer_taxes: [['remove', before?.customer_taxes]] });
    expect((await quoted(plain, product, '1'))?.unitPrice.amount).toBe('119.0000');
    await write('product.category', [category], { customer_taxes: [['add', before?.customer_taxes]] });
    expect((await quoted(plain, product, '1'))?.unitPrice.amount).toBe('100.0000');
    await write('party.party', [plain], { sale_price_list: null });
  });

  test('what prices, limits and addresses hang on shows up in the feed', async () => {
    const { cursor } = (await adapter.changes?.since({ cursor: null }, call())) ?? { cursor: '' };
    const first = async (model: string, domain: unknown[] = []) =>
      z
        .tuple([z.number()])
        .parse(await admin.call(`model.${model}.search`, [domain, 0, 1, [['id', 'ASC']]], call()))[0];
    const line = await first('product.price_list.line');
    await write('product.price_list.line', [line], { formula: 'unit_price * 0.69' });
    const address = await first('party.address', [['party', '=', plain]]);
    await write('party.address', [address], { city: 'Wedel' });
    const dunning = await first('account.dunning');
    await write('account.dunning', [dunning], { blocked: true });
    const usd = await first('currency.currency', [['code', '=', 'USD']]);
    const rate = { currency: usd, date: toDate('2026-01-02'), rate: toNumeric(decimal('1.2')) };
    await admin.create('currency.currency.rate', rate, call());
    await write('sale.configuration', [1], { sale_price_list: null });
    const { changes } = (await adapter.changes?.since({ cursor }, call())) ?? { changes: [] };
    const kinds = changes.map(({ kind, id }) => `${kind} ${id}`);
    expect(kinds).toEqual(expect.arrayContaining([`customer ${plain}`, `price ${usd}`, `credit ${usd}`, 'price 1']));
    expect(changes.filter(({ kind, customerId: of }) => kind === 'credit' && of !== null).length).toBeGreaterThan(0);
  });
});
