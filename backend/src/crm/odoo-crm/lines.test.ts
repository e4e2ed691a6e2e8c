import { currencySchema } from '@backroom/shared';
import { describe, expect, test } from 'vitest';
import { lineNet } from '../../deals/line-net.ts';
import type { Row } from './client.ts';
import type { Columns } from './describe.ts';
import { lineGaps, sumGaps, toLines } from './lines.ts';

const EUR = currencySchema.parse('EUR');
const columnsOf = (...names: string[]): Columns =>
  new Map(names.map((name) => [name, { label: name, type: 'char', written: true }]));
const line = columnsOf('product_id', 'product_uom_qty', 'price_unit', 'discount', 'price_subtotal', 'product_uom_id');
const product = columnsOf('default_code', 'uom_id');
const at = { columns: { line, product }, places: 2, currency: EUR, wish: {}, isOpen: true };
let next = 1;
/** A line as Odoo 19 gives it: nothing is `false`. */
const row = (more: Record<string, unknown> = {}): Row => ({
  ...{ id: next++, name: 'Pump\nwith a long description', display_type: false, product_id: [7, '[A-1] Pump'] },
  ...{ product_uom_qty: 3, price_unit: 100, discount: 0, price_subtotal: 300, product_uom_id: [1, 'Units'] },
  ...{
    is_downpayment: false,
    is_expense: false,
    product_type: 'consu',
    combo_item_id: false,
    parent_id: false,
    ...more,
  },
});
const products = new Map<number, Row>([[7, { id: 7, default_code: 'A-1', uom_id: [1, 'Units'] }]]);
const read = (...rows: Row[]) => toLines(rows, products, at);

describe('lines of a quotation', () => {
  test('a plain one keeps price and discount', () => {
    const { lines, gaps } = read(row({ discount: 12.5, price_subtotal: 262.5 }));
    expect(gaps).toEqual([]);
    expect(lines[0]).toMatchObject({
      code: 'A-1',
      name: 'Pump',
      quantity: '3',
      unitPrice: '100',
      discountPercent: '12.5',
    });
    expect(lines[0]?.priceEdit).toBe('open');
    expect(toLines([row()], products, { ...at, isOpen: false }).lines[0]?.priceEdit).toBe('published');
  });
  test('a price that holds its tax is ordered net, as Odoo itself reckons it', () => {
    // 119 with 19 % in it, 10 % off: 3 × 107.10 / 1.19.
    const [only] = read(row({ price_unit: 119, discount: 10, price_subtotal: 270 })).lines;
    expect(only).toMatchObject({ unitPrice: '90', discountPercent: null, total: '270.00', priceEdit: 'computed' });
    // A net price of endless decimals still comes to what was promised.
    const [long] = read(row({ price_unit: 99.99, product_uom_qty: 7, price_subtotal: 588.18 })).lines;
    expect(long && lineNet(long, 2)).toEqual({ net: '588.18', differs: null });
  });
  test('sections and notes are none, nor is what nobody chose of an optional part', () => {
    const head = row({ display_type: 'line_section', product_id: false, is_optional: true });
    const unchosen = row({ product_uom_qty: 0, price_subtotal: 0, parent_id: [head.id, 'Options'] });
    const chosen = row({ product_uom_qty: 1, price_subtotal: 100, parent_id: [head.id, 'Options'] });
    const { lines } = read(head, unchosen, row({ display_type: 'line_note', product_id: false }), chosen);
    expect(lines.map(({ quantity }) => quantity)).toEqual(['1']);
    // Without such a part a quantity of zero is for a person to look at.
    expect(read(row({ product_uom_qty: 0, price_subtotal: 0 })).lines).toHaveLength(1);
  });
  test('a negative one is a discount of the whole', () => {
    const { lines, adjustments } = read(
      row(),
      row({ name: 'Framework', product_uom_qty: 1, price_unit: -30, price_subtotal: -30 }),
    );
    expect(lines).toHaveLength(1);
    expect(adjustments).toEqual([{ kind: 'discount', name: 'Framework', percent: null, amount: '30.00' }]);
  });
  test('a combination is its parts, which have its price; a head with a price of its own is not understood', () => {
    const head = row({ product_type: 'combo', product_uom_qty: 1, price_unit: 0, price_subtotal: 0 });
    const { lines, gaps } = read(head, row({ combo_item_id: [1, 'Choice'] }));
    expect([lines.length, gaps]).toEqual([1, []]);
    expect(read({ ...head, price_subtotal: 10 }).gaps).toMatchObject([{ kind: 'adjustment', lineId: String(head.id) }]);
  });
  test('a down payment or an expense with an amount is not understood; an empty one is none', () => {
    expect(read(row({ is_downpayment: true })).gaps).toMatchObject([{ kind: 'adjustment' }]);
    expect(read(row({ is_expense: true })).gaps).toMatchObject([{ kind: 'adjustment' }]);
    expect(read(row({ is_downpayment: true, price_subtotal: 0 }))).toEqual({ lines: [], adjustments: [], gaps: [] });
  });
  test('dozens of a product that is sold by the piece are named, unless the unit is read', () => {
    const dozens = row({ product_uom_id: [2, 'Dozens'] });
    expect(read(dozens).gaps).toMatchObject([{ kind: 'unreadable', what: 'unit Dozens' }]);
    const wish = { lineNames: { unit: 'product_uom' } };
    const { lines, gaps } = toLines([dozens], products, { ...at, wish });
    expect([lines[0]?.unit, gaps]).toEqual(['Dozens', []]);
  });
  test('a product that Backroom may not see, and numbers that nothing holds, are named', () => {
    expect(read(row({ product_id: [8, '[B-2] Valve'] })).gaps).toMatchObject([
      { kind: 'unreadable', what: 'product_id: [B-2] Valve' },
    ]);
    const huge = read(row({ price_unit: 1e30, price_subtotal: 3e30 }));
    expect(huge.lines[0]?.unitPrice).toBeNull();
    expect(huge.gaps.map(({ what }) => what)).toEqual(['price_unit: 1e+30', 'price_subtotal: 3e+30']);
  });
  test('a product without a code, and freight, are lines as any other', () => {
    const uncoded = new Map<number, Row>([[7, { id: 7, default_code: false, uom_id: [1, 'Units'] }]]);
    const { lines } = toLines(
      [row({ name: 'Freight', product_uom_qty: 1, price_unit: 250, price_subtotal: 250 })],
      uncoded,
      at,
    );
    expect(lines).toMatchObject([{ code: null, name: 'Freight', unitPrice: '250' }]);
  });
  test('a code that is hidden is named once', () => {
    expect(lineGaps({ line, product: columnsOf('uom_id') }, {})).toEqual([
      { kind: 'hidden', what: 'product code (default_code)', lineId: null },
    ]);
  });
});
describe('the sum of the lines', () => {
  const head = (amount: number): Row => ({ id: 1, amount_untaxed: amount });
  test('is what the quotation says, or a line is hidden', () => {
    expect(sumGaps([row(), row()], head(600), 2)).toEqual([]);
    expect(sumGaps([row()], head(600), 2)).toEqual([{ kind: 'adjustment', what: 'amount_untaxed: 600', lineId: null }]);
  });
  test('may differ by what rounding each line explains, and by no more', () => {
    const rows = [row({ price_subtotal: 10.01 }), row({ price_subtotal: 10.01 })];
    expect(sumGaps(rows, head(20.01), 2)).toEqual([]);
    expect(sumGaps(rows, head(20.0), 2)).toHaveLength(1);
  });
});
