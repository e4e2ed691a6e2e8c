import { add, canonical, compare, currencySchema, decimal, multiply, round } from '@backroom/shared';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CrmAdjustment, CrmLine } from '../crm/contract/index.ts';
import { currencyOfDeal } from './currency.ts';
import { settle } from './settle.ts';

const EUR = currencySchema.parse('EUR');
const line = (
  price: string,
  quantity: string,
  more: Partial<Record<'percent' | 'off' | 'total', string>> = {},
): CrmLine => ({
  id: '1',
  code: 'P',
  name: 'Pump',
  quantity: decimal(quantity),
  unitPrice: decimal(price),
  discountPercent: more.percent ? decimal(more.percent) : null,
  discountAmount: more.off ? decimal(more.off) : null,
  currency: EUR,
  total: more.total ? decimal(more.total) : null,
});
const adjustment = (kind: CrmAdjustment['kind'], value: { percent?: string; amount?: string }): CrmAdjustment => ({
  kind,
  name: kind,
  percent: value.percent ? decimal(value.percent) : null,
  amount: value.amount ? decimal(value.amount) : null,
});
const nets = (...lines: CrmLine[]) => settle({ lines }, EUR).lines.map((each) => each?.net);

test.each<[name: string, CrmLine, net: string]>([
  ['a third off with all of its decimals', line('504.50', '3', { percent: '33.333333333333' }), '1009.00'],
  ['a percentage is taken off the total, not off the unit', line('234.56', '10', { percent: '20' }), '1876.48'],
  ['an amount is taken off each unit', line('100', '3', { off: '10.000000000000' }), '270.00'],
  ['the CRM’s own total counts', line('0.0056', '200000', { total: '1120' }), '1120.00'],
])('%s', (_, one, net) => {
  const settled = settle({ lines: [one] }, EUR);
  expect(settled.lines[0]?.net).toBe(net);
  expect(settled.differences).toEqual([]);
});

test('a line with both kinds of discount is read as its total says', () => {
  expect(nets(line('100', '2', { percent: '10', off: '5', total: '180' }))).toEqual(['180.00']);
  expect(nets(line('100', '2', { percent: '10', off: '5', total: '190' }))).toEqual(['190.00']);
  expect(
    settle({ lines: [line('100', '2', { percent: '10', off: '5', total: '150' })] }, EUR).differences,
  ).toHaveLength(1);
});
test.each([
  ['a recurring line', line('118', '1', { total: '1416' })],
  ['a tiered price', line('36.50', '150', { total: '4650' })],
  ['a cent more than rounding explains', line('10', '3', { total: '30.02' })],
])('%s: the CRM’s total is not that of the line, and is named', (_, one) => {
  expect(settle({ lines: [one] }, EUR).differences).toMatchObject([{ kind: 'line_total', lineId: '1' }]);
});
test('a line without a price makes the sum unknown, not smaller', () => {
  const settled = settle({ lines: [line('10', '1'), { ...line('10', '1'), unitPrice: null }] }, EUR);
  expect(settled.net).toBeNull();
  expect(settled.lines[1]).toBeNull();
});

test('a discount of the quote is spread over its lines and adds up to the quote’s total', () => {
  const lines = [line('504.50', '3'), line('168.16', '3')];
  const settled = settle(
    { lines, adjustments: [adjustment('discount', { percent: '10' })], total: decimal('1816.18') },
    EUR,
  );
  expect(settled.net).toBe('1816.18');
  expect(add(decimal('0'), ...settled.lines.flatMap((each) => each?.net ?? []))).toBe('1816.18');
  expect(settled.differences).toEqual([]);
});
test('two discounts of which one is a percentage are read as the quote’s total says, and refused without one', () => {
  const adjustments = [adjustment('discount', { amount: '100' }), adjustment('discount', { percent: '10' })];
  const total = (text: string | null) =>
    settle({ lines: [line('1000', '1')], adjustments, total: text === null ? null : decimal(text) }, EUR);
  expect(total('810')).toMatchObject({ net: '810.00', differences: [] });
  expect(total('800')).toMatchObject({ net: '800.00', differences: [] });
  expect(total(null).differences).toMatchObject([{ kind: 'unclear' }]);
  expect(total('850').differences).toMatchObject([{ kind: 'quote_total', crm: '850.00' }]);
});
test('a total that its lines do not give is named', () => {
  expect(settle({ lines: [line('1009', '2')], total: decimal('1816.20') }, EUR).differences).toEqual([
    { kind: 'quote_total', crm: '1816.20', computed: '2018.00' },
  ]);
});
test('a discount above the sum is refused', () => {
  expect(
    settle({ lines: [line('10', '1')], adjustments: [adjustment('discount', { amount: '11' })] }, EUR).differences,
  ).toHaveLength(1);
});
test('fees, shipping and tax are named with their amounts, and leave the net total alone', () => {
  const adjustments = [
    adjustment('tax', { percent: '19' }),
    adjustment('shipping', { amount: '250' }),
    adjustment('fee', { percent: '1' }),
    adjustment('fee', { amount: '0' }),
  ];
  const { net, charges } = settle({ lines: [line('1000', '1')], adjustments }, EUR);
  expect(net).toBe('1000.00');
  expect(charges.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['fee', '10.00'],
    ['shipping', '250.00'],
    ['tax', '239.40'],
  ]);
});
test('the currency of a deal is that of its quote and of every line, or none', () => {
  const USD = currencySchema.parse('USD');
  expect(currencyOfDeal({ currency: USD, lines: [line('1', '1')] })).toEqual({ currency: null, problem: 'mixed' });
  expect(currencyOfDeal({ currency: EUR, lines: [{ ...line('1', '1'), currency: null }] }).currency).toBe(EUR);
  expect(currencyOfDeal({ currency: null, lines: [{ ...line('1', '1'), currency: null }] }).problem).toBe('none');
});

const cents = (max: number) => fc.integer({ min: 1, max }).map((value) => decimal((value / 100).toFixed(2)));
const randomLine = fc
  .record({
    price: cents(5_000_00),
    quantity: fc.oneof(
      fc.integer({ min: 1, max: 200_000 }).map((value) => decimal(String(value))),
      cents(1000_00),
    ),
    percent: fc.option(
      fc.double({ min: 0, max: 99.99, noNaN: true }).map((value) => decimal(value.toFixed(12))),
      { nil: null },
    ),
  })
  .map(({ price, quantity, percent }) => ({ ...line(price, quantity), discountPercent: percent }));
test('what an ERP makes of the settled prices adds up to what was promised, or the deal is refused', () => {
  fc.assert(
    fc.property(
      fc.array(randomLine, { minLength: 1, maxLength: 12 }),
      fc.array(
        fc.oneof(
          cents(50_00).map((amount) => adjustment('discount', { amount })),
          fc.integer({ min: 1, max: 60 }).map((percent) => adjustment('discount', { percent: String(percent) })),
        ),
        { maxLength: 1 },
      ),
      fc.constantFrom('EUR', 'JPY', 'KWD'),
      (lines, adjustments, code) => {
        const currency = currencySchema.parse(code);
        const places = { EUR: 2, JPY: 0, KWD: 3 }[code] ?? 2;
        const settled = settle({ lines, adjustments }, currency);
        if (settled.differences.length > 0) return;
        const erp = settled.lines.map((each, index) =>
          round(multiply(each?.unitPrice ?? decimal('0'), lines[index]?.quantity ?? decimal('0')), places),
        );
        expect(compare(add(decimal('0'), ...erp), settled.net ?? decimal('-1'))).toBe(0);
      },
    ),
    { numRuns: 2000 },
  );
});
test('a line whose own price gives its total keeps that price', () => {
  expect(
    settle({ lines: [line('12.5', '4', { percent: '10' })] }, EUR).lines.map(
      (each) => each && canonical(each.unitPrice),
    ),
  ).toEqual(['11.25']);
});
