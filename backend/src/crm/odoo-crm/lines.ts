import {
  add,
  type Currency,
  type Decimal,
  decimal,
  divide,
  isNegative,
  isZero,
  multiply,
  negate,
  round,
  subtract,
  withinRounding,
} from '@backroom/shared';
import type { CrmAdjustment, CrmGap, CrmLine, RecordWish } from '../contract/index.ts';
import type { Row } from './client.ts';
import type { Columns } from './describe.ts';
import { hiddenGaps, link, number, numberGaps, present, text, valueText } from './rows.ts';
import { unitFieldOf } from './unproved.ts';

const zero = decimal('0');
const hundred = decimal('100');
const numbers = ['product_uom_qty', 'price_unit', 'discount', 'price_subtotal'];
const needed = ['product_id', ...numbers];
const own = [
  ...[...needed, 'name', 'display_type', 'is_downpayment', 'is_expense', 'product_type', 'combo_item_id', 'parent_id'],
  ...['is_optional'],
];
const wishes = ({ lineNames = {} }: RecordWish) =>
  Object.values(lineNames).filter((name): name is string => name !== undefined);

export type LineColumns = { line: Columns | null; product: Columns | null };
export const lineFields = ({ line }: LineColumns, wish: RecordWish): string[] =>
  present(line, [...own, unitFieldOf(line), ...wishes(wish)]);
export const productFields = ({ product }: LineColumns, wish: RecordWish): string[] =>
  present(product, ['default_code', 'uom_id', ...wishes(wish)]);
/** What the key's user may not see of lines and products, or an admin chose and is gone. */
export function lineGaps({ line, product }: LineColumns, wish: RecordWish): CrmGap[] {
  const both = line && product ? new Map([...line, ...product]) : null;
  return [
    ...hiddenGaps(line, [...needed, unitFieldOf(line)]),
    ...(wish.lineNames?.code ? [] : hiddenGaps(product, ['default_code'], (name) => `product code (${name})`)),
    ...hiddenGaps(both, wishes(wish)),
  ];
}

/**
 * The net price. A price that holds its tax, or one that Odoo reckons in another way, is what its own subtotal comes to for each unit: discount and tax
 * are taken off there.
 */
function priceOf(row: Row, quantity: Decimal | null, places: number) {
  const [price, percent, total] = [number(row, 'price_unit'), number(row, 'discount'), number(row, 'price_subtotal')];
  const discount = percent === null || isZero(percent) ? null : percent;
  const plain = { unitPrice: price, discountPercent: discount, isPlain: true };
  if (price === null || quantity === null || total === null || isZero(quantity)) return plain;
  const full = multiply(price, quantity);
  const less = subtract(full, divide(multiply(full, discount ?? zero), hundred));
  return withinRounding(less, total, places, 1)
    ? plain
    : { unitPrice: divide(total, quantity), discountPercent: null, isPlain: false };
}
function lineOf(row: Row, product: Row | null, currency: Currency | null, at: Place): CrmLine {
  const { columns, places, wish } = at;
  const { lineNames = {} } = wish;
  const chosen = (name: string) => valueText(row, name, columns.line) ?? valueText(product, name, columns.product);
  const quantity = number(row, 'product_uom_qty');
  const unitField = unitFieldOf(columns.line);
  const unit = lineNames.unit && chosen(lineNames.unit === 'product_uom' ? unitField : lineNames.unit);
  const total = number(row, 'price_subtotal');
  const { isPlain, ...price } = priceOf(row, quantity, places);
  return {
    id: String(row.id),
    code: lineNames.code ? chosen(lineNames.code) : text(product, 'default_code'),
    name: nameOf(row),
    quantity,
    ...price,
    discountAmount: null,
    currency,
    ...(total === null ? {} : { total: round(total, places) }),
    ...(lineNames.unit ? { unit: unit ?? null } : {}),
    priceEdit: !at.isOpen ? 'published' : isPlain ? 'open' : 'computed',
  };
}
/** Odoo writes the code before the name; the first line names the product, those below describe it. */
const nameOf = (row: Row): string => (text(row, 'name') ?? link(row, 'product_id')?.name ?? '').split('\n')[0] ?? '';

/** `isOpen`: nobody accepted the quotation yet. */
type Place = { columns: LineColumns; places: number; currency: Currency | null; wish: RecordWish; isOpen: boolean };
const gap = (what: string, row: Row, kind: CrmGap['kind'] = 'adjustment'): CrmGap => ({
  kind,
  what,
  lineId: String(row.id),
});
function gapsOf(row: Row, product: Row | null, { columns, wish }: Place): CrmGap[] {
  const out = numberGaps(row, numbers, String(row.id));
  const named = link(row, 'product_id');
  if (named && !product) out.push(gap(`product_id: ${named.name}`, row, 'unreadable'));
  // Two dozen are not two pieces: without a unit the quantity of another than the product's own means something else to the ERP.
  const [unit, usual] = [link(row, unitFieldOf(columns.line)), link(product, 'uom_id')];
  if (!wish.lineNames?.unit && unit && usual && unit.id !== usual.id)
    out.push(gap(`unit ${unit.name}`, row, 'unreadable'));
  return out;
}
/** A line that nobody chose from an optional part of the quotation. */
function isUnchosen(row: Row, rows: ReadonlyMap<number, Row>): boolean {
  const quantity = number(row, 'product_uom_qty');
  if (quantity === null || !isZero(quantity)) return false;
  const above = rows.get(link(row, 'parent_id')?.id ?? 0);
  return above?.is_optional === true || rows.get(link(above, 'parent_id')?.id ?? 0)?.is_optional === true;
}

export type Lines = { lines: CrmLine[]; adjustments: CrmAdjustment[]; gaps: CrmGap[] };
/**
 * The lines that are ordered. Sections and notes are none; the head of a combination has its price on its parts; a negative one is a discount of the
 * whole. A down payment or an expense with an amount is not understood.
 */
export function toLines(rows: readonly Row[], products: ReadonlyMap<number, Row>, at: Place): Lines {
  const out: Lines = { lines: [], adjustments: [], gaps: [] };
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of rows) {
    if (text(row, 'display_type') !== null || isUnchosen(row, byId)) continue;
    const total = number(row, 'price_subtotal');
    const worth = total !== null && !isZero(total);
    if (row.is_downpayment === true || row.is_expense === true) {
      if (worth) out.gaps.push(gap(nameOf(row), row));
      continue;
    }
    if (text(row, 'product_type') === 'combo') {
      if (worth) out.gaps.push(gap(nameOf(row), row));
      continue;
    }
    const price = number(row, 'price_unit');
    if (total !== null && price !== null && isNegative(price) && isNegative(total)) {
      const amount = round(negate(total), at.places);
      out.adjustments.push({ kind: 'discount', name: nameOf(row), percent: null, amount });
      continue;
    }
    const product = products.get(link(row, 'product_id')?.id ?? 0) ?? null;
    out.gaps.push(...gapsOf(row, product, at));
    out.lines.push(lineOf(row, product, at.currency, at));
  }
  return out;
}
/** What all lines come to must be what the quotation says: where not, one of them is hidden, or something of it is not understood. */
export function sumGaps(rows: readonly Row[], head: Row, places: number): CrmGap[] {
  const untaxed = number(head, 'amount_untaxed');
  if (untaxed === null) return [];
  const priced = rows.filter((row) => text(row, 'display_type') === null);
  const sums = priced.map((row) => number(row, 'price_subtotal'));
  if (sums.includes(null)) return [];
  const sum = add(zero, ...sums.flatMap((each) => each ?? []));
  // Odoo may round the sum instead of each line.
  return withinRounding(sum, untaxed, places, Math.max(1, sums.length))
    ? []
    : [{ kind: 'adjustment', what: `amount_untaxed: ${untaxed}`, lineId: null }];
}
