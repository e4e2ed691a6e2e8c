import { compare, decimal } from '@backroom/shared';
import { afterEach, describe, expect, test } from 'vitest';
import type { Options } from '../../../../test/stand-ins/pipedrive/service.ts';
import type { CrmDeal } from '../contract/index.ts';
import { account, openAccount } from './conformance.ts';

const closes: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closes.splice(0)) await close();
});
const call = () => ({ account, signal: AbortSignal.timeout(10_000) });
async function open(options: Options = {}) {
  const opened = await openAccount(options);
  closes.push(opened.close);
  const read = async (id: number, more: object = {}): Promise<CrmDeal> => {
    const record = await opened.adapter.record({ type: 'deal', id: String(id) }, { ...call(), ...more });
    if (record.type !== 'deal') throw new Error('no deal');
    return record;
  };
  return { ...opened, desk: opened.crm.desk, read };
}
const pump = { code: 'PUMP-40', name: 'Pump 40', quantity: '4', price: '504.50' };
const spec = { name: 'Pumps', currency: 'EUR', company: { name: 'Nordwind GmbH' }, lines: [pump] };
const same = (left: string | null | undefined, right: string) =>
  expect(left ? compare(decimal(left), decimal(right)) : left, `${left} is ${right}`).toBe(0);
const told = (deal: CrmDeal) => (deal.gaps ?? []).map(({ kind, what }) => `${kind}: ${what}`);

describe('a deal of Pipedrive', () => {
  test('has net prices, also where they hold the tax', async () => {
    const { desk, read } = await open();
    const id = desk.deal(spec);
    const [line = 0] = desk.linesOf(id);
    desk.changeLine(line, { price: '119', tax: '19', tax_method: 'inclusive' });
    const deal = await read(id);
    same(deal.lines[0]?.unitPrice, '100');
    same(deal.total, '400');
    expect(told(deal)).toEqual([]);
    desk.changeLine(line, { discount: '11.90', discount_type: 'amount' });
    same((await read(id)).lines[0]?.discountAmount, '2.5');
    // An inclusive price without its rate is no price.
    desk.changeLine(line, { tax: '-100' });
    expect(told(await read(id))).toContain('unreadable: Pump 40: tax');
  });

  test.each([
    ['line', false],
    ['unit', false],
    ['line', true],
    ['unit', true],
  ] as const)(
    'takes money off the %s as Pipedrive’s own sum says; the sum holds the tax: %s',
    async (amountDiscount, sumHoldsTax) => {
      const { desk, read } = await open({ settings: { amountDiscount, sumHoldsTax } });
      const id = desk.deal({ ...spec, lines: [{ ...pump, discountAmount: '4.50' }] });
      const [line = 0] = desk.linesOf(id);
      desk.changeLine(line, { tax: '19' });
      const deal = await read(id);
      same(deal.lines[0]?.discountAmount, '4.5');
      same(deal.total, '2000');
      expect(told(deal)).toEqual([]);
    },
  );

  test('is refused where a sum or its value is another one than its lines come to', async () => {
    const { crm, desk, read } = await open();
    const id = desk.deal(spec);
    const [line = 0] = desk.linesOf(id);
    const kept = crm.company.rowOf('deal_product', line).sum;
    crm.company.rowOf('deal_product', line).sum = 1900;
    expect(told(await read(id))).toEqual(['unreadable: Pump 40: sum 1900']);
    // Money off, and no sum that says what it is meant for.
    Object.assign(crm.company.rowOf('deal_product', line), { sum: null, discount: 4, discount_type: 'amount' });
    expect(told(await read(id))).toEqual(['unreadable: Pump 40: sum null']);
    Object.assign(crm.company.rowOf('deal_product', line), { sum: kept, discount: 0 });
    crm.company.rowOf('deal', id).value = 1900;
    expect(told(await read(id))).toEqual(['unreadable: value 1900 (products: 2018)']);
  });

  test('leaves out what was switched off, and keeps the order of the page', async () => {
    const { desk, read } = await open();
    const codes = ['A', 'B', 'C'].map((code) => ({ ...pump, code, name: code }));
    const id = desk.deal({ ...spec, lines: codes });
    const [first = 0, second = 0, third = 0] = desk.linesOf(id);
    desk.changeLine(second, { is_enabled: false });
    desk.changeLine(first, { order_nr: 9 });
    desk.changeLine(third, { order_nr: 2 });
    expect((await read(id)).lines.map(({ code }) => code)).toEqual(['C', 'A']);
  });

  test('has discounts of the whole, of money and in percent, and their net total', async () => {
    const { desk, read } = await open();
    const id = desk.deal(spec);
    desk.discount(id, 'Framework', { percent: '10' });
    desk.discount(id, 'Trade fair', { amount: '16.20' });
    const deal = await read(id);
    expect(deal.adjustments).toMatchObject([
      { kind: 'discount', name: 'Framework', percent: '10', amount: null },
      { kind: 'discount', name: 'Trade fair', percent: null, amount: '16.2' },
    ]);
    same(deal.total, '1800');
    expect(told(deal)).toEqual([]);
    // Off prices that hold the tax, the money holds it too.
    const [line = 0] = desk.linesOf(id);
    desk.changeLine(line, { price: '119', quantity: '1', tax: '19', tax_method: 'inclusive' });
    same((await read(id)).adjustments?.[1]?.amount, '13.613445378151');
  });

  test('is blocked by name: instalments, terms, variations, hidden products', async () => {
    const { crm, desk, read } = await open();
    const id = desk.deal(spec);
    const [line = 0] = desk.linesOf(id);
    desk.installment(id, '1009.00', '2026-12-15', 'Half');
    expect(told(await read(id))).toEqual(['adjustment: instalment Half 1009.00 2026-12-15']);
    crm.company.installments.length = 0;
    desk.changeLine(line, { billing_frequency: 'monthly', billing_frequency_cycles: 12 });
    expect(told(await read(id))).toEqual(['recurring: Pump 40, monthly, 12']);
    desk.changeLine(line, { billing_frequency: 'monthly', billing_frequency_cycles: 1 });
    expect(told(await read(id))).toEqual([]);
    desk.changeLine(line, { product_variation_id: 7 });
    expect(told(await read(id))).toEqual(['unreadable: Pump 40: product_variation_id 7']);
    expect(told(await read(id, { lineNames: { code: 'unit' } }))).toEqual([
      'unreadable: Pump 40: product_variation_id 7',
    ]);
    desk.changeLine(line, { product_variation_id: null });
    const product = Number(crm.company.rowOf('deal_product', line).product_id);
    desk.deny(desk.users[0]?.id ?? 0, 'product', product);
    const deal = await read(id);
    expect([deal.lines[0]?.code, ...told(deal)]).toEqual([null, `unreadable: Pump 40: product ${product}`]);
  });

  test('of a plan without discounts and instalments has none; another refusal is a gap', async () => {
    const { desk, read, front, adapter } = await open();
    const id = desk.deal(spec);
    expect(told(await read(id))).toEqual([]);
    const answers: Record<string, () => Response> = {};
    const real = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      const found = Object.entries(answers).find(
        ([part]) => String(input).startsWith(front.url) && String(input).includes(part),
      );
      return found ? Promise.resolve(found[1]()) : real(input, init);
    };
    closes.push(async () => {
      globalThis.fetch = real;
    });
    answers.discounts = () =>
      Response.json({ success: false, error: 'x', code: 'feature_capping_deal_discounts' }, { status: 403 });
    expect(told(await read(id))).toEqual([]);
    answers.discounts = () =>
      Response.json({ success: false, error: 'You do not have permissions to do this' }, { status: 403 });
    expect(told(await read(id))).toEqual(['unreadable: discounts']);
    answers.discounts = () => Response.json({ success: false, error: 'Payment required' }, { status: 402 });
    expect(told(await read(id))).toEqual(['unreadable: discounts']);
    // The wall in front of Pipedrive answers a page.
    answers.discounts = () => new Response('<html>', { status: 403 });
    await expect(read(id)).rejects.toMatchObject({ kind: 'busy' });
    await expect(adapter.record({ type: 'deal', id: String(id) }, call())).rejects.toMatchObject({ kind: 'busy' });
  });

  test('is read by seven calls and 52 tokens of the day, whatever the number of its lines', async () => {
    const { crm, desk, read, usage } = await open();
    const lines = Array.from({ length: 90 }, (_, nth) => ({ ...pump, code: `P-${nth}`, name: `Pump ${nth}` }));
    const id = desk.deal({ ...spec, lines });
    await read(id);
    const before = crm.calls.length;
    await read(id);
    const made = crm.calls.slice(before);
    expect(made.map(({ cost }) => cost).reduce((sum, cost) => sum + cost, 0)).toBe(52);
    expect(made).toHaveLength(7);
    expect(usage.at(-1)?.used).toBeGreaterThan(0);
  });

  test('shows fields of the account’s own, by their labels', async () => {
    const { crm, desk, read } = await open();
    const field = desk.createField('deal', 'Urgency', 'enum', ['Low', 'High']);
    desk.createField('deal', 'Customer PO number', 'varchar');
    desk.createField('deal', 'Requested date', 'date');
    const id = desk.deal(spec);
    const code = (name: string) => crm.fields.named('deal', name)?.field_code ?? '';
    crm.company.rowOf('deal', id).custom_fields = {
      [field.field_code]: field.options?.[1]?.id,
      [code('Customer PO number')]: ' PO-7 ',
      [code('Requested date')]: '2026-12-24',
    };
    const deal = await read(id, { fields: [field.field_code, 'gone0000'], names: { vatId: 'no_such' } });
    expect(deal).toMatchObject({
      fields: { [field.field_code]: 'High', gone0000: null },
      poNumber: 'PO-7',
      requestedDate: '2026-12-24',
    });
    expect(told(deal)).toEqual(['hidden: no_such', 'hidden: gone0000']);
    expect(deal.pipeline).toBe('1');
  });
});

describe('what is left of the day’s budget', () => {
  test('is kept for writes, and scans stop long before reads', async () => {
    const { crm, desk, read, adapter } = await open();
    const id = desk.deal(spec);
    await adapter.prepare(call()).catch(() => {});
    await read(id);
    desk.leaveBudget(150_000);
    await read(id);
    expect(
      await adapter.companies?.({ cursor: null }, call()).then(
        () => 'listed',
        (error: { kind: string }) => error.kind,
      ),
    ).toBe('busy');
    desk.leaveBudget(20_000);
    // The first answer tells how little is left.
    await expect(read(id)).rejects.toMatchObject({ kind: 'busy' });
    const before = crm.calls.length;
    await expect(read(id)).rejects.toMatchObject({ kind: 'busy' });
    expect(crm.calls.length).toBe(before);
    await adapter.writeBack({ type: 'deal', id: String(id) }, { orderNumber: 'SO-1' }, call());
    expect(desk.stored('deal', id, 'ERP order number')).toBe('SO-1');
    desk.leaveBudget(0);
    const spent = adapter.writeBack({ type: 'deal', id: String(id) }, { orderNumber: 'SO-2' }, call());
    const error = await spent.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'busy' });
    expect((error as { retryAfterMs: number }).retryAfterMs).toBeGreaterThanOrEqual(15 * 60_000);
  });
});
