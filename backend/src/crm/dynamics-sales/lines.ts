import { add, compare, type Decimal, decimal, divide, isZero, subtract } from '@backroom/shared';
import type { CrmGap, CrmLine, RecordWish } from '../contract/index.ts';
import type { Row } from './client.ts';
import type { Columns } from './describe.ts';
import {
  chosenOf,
  currency,
  goneGaps,
  idOf,
  number,
  numberGaps,
  related,
  relatedGap,
  text,
  valueText,
} from './rows.ts';
import { bundlePart, priced } from './unproved.ts';

export type LineTable = 'opportunityproduct' | 'quotedetail';
const zero = decimal('0');
const numbers = ['quantity', 'priceperunit', 'manualdiscountamount', 'volumediscountamount', 'tax', 'extendedamount'];
const own = [
  ...[...numbers, 'isproductoverridden', 'productdescription', 'producttypecode', 'pricingerrorcode', 'parentbundleid'],
  ...['_productid_value', '_uomid_value', '_transactioncurrencyid_value'],
];
const wishes = ({ lineNames = {} }: RecordWish) =>
  Object.values(lineNames).filter((name): name is string => name !== undefined && name !== UNIT);
/** A unit that an admin may ask for without a column of his own. */
const UNIT = 'uomid';

/** A list of lines as a question, in the order that people see. */
export function linesPath(
  table: LineTable,
  filter: string,
  columns: Columns | null,
  product: Columns | null,
  wish: RecordWish,
): string {
  const select = [...own, ...chosenOf(columns, wishes(wish))].join(',');
  const ofProduct = ['productnumber', 'name', ...chosenOf(product, wishes(wish))].join(',');
  const expand = `productid($select=${ofProduct}),uomid($select=name,quantity),transactioncurrencyid($select=isocurrencycode)`;
  return `${table}s?$select=${table}id,${select}&$expand=${expand}&$filter=${filter}&$orderby=sequencenumber,lineitemnumber`;
}

/** Off each unit: the volume discount is that already, the manual one is of the whole line. */
function discountOf(row: Row, quantity: Decimal | null): Decimal | null {
  const [manual, volume] = [number(row, 'manualdiscountamount') ?? zero, number(row, 'volumediscountamount') ?? zero];
  if (isZero(manual)) return isZero(volume) ? null : volume;
  return quantity === null || isZero(quantity) ? null : add(volume, divide(manual, quantity));
}
/** `extendedamount` holds the line's tax. */
function totalOf(row: Row): Decimal | null {
  const total = number(row, 'extendedamount');
  return total === null ? null : subtract(total, number(row, 'tax') ?? zero);
}
function lineOf(row: Row, id: string, { lineNames = {} }: RecordWish): CrmLine {
  const product = related(row, 'productid');
  const chosen = (name: string) => valueText(row, name) ?? valueText(product, name);
  const quantity = number(row, 'quantity');
  const unit = lineNames.unit === UNIT ? text(related(row, 'uomid'), 'name') : lineNames.unit && chosen(lineNames.unit);
  return {
    id,
    code: lineNames.code ? chosen(lineNames.code) : text(product, 'productnumber'),
    // A write-in product has no other name.
    name: text(row, 'productdescription') ?? text(product, 'name') ?? '',
    quantity,
    unitPrice: number(row, 'priceperunit'),
    discountPercent: null,
    discountAmount: discountOf(row, quantity),
    currency: currency(row),
    total: totalOf(row),
    ...(lineNames.unit ? { unit: unit ?? null } : {}),
  };
}
function gapsOf(row: Row, id: string, { lineNames = {} }: RecordWish): CrmGap[] {
  const gaps: CrmGap[] = [
    ...numberGaps(row, numbers, id),
    ...relatedGap(row, 'productid', 'productid', id),
    ...relatedGap(row, 'transactioncurrencyid', 'transactioncurrencyid', id),
  ];
  const error = valueText(row, 'pricingerrorcode');
  if (error !== null && error !== priced)
    gaps.push({ kind: 'unreadable', what: `pricingerrorcode ${error}`, lineId: id });
  const [quantity, manual] = [number(row, 'quantity'), number(row, 'manualdiscountamount')];
  if (manual && !isZero(manual) && (quantity === null || isZero(quantity)))
    gaps.push({ kind: 'unreadable', what: `manualdiscountamount ${manual} of no quantity`, lineId: id });
  // Two dozen are not two pieces: without a unit the quantity of another than the base unit means something else to the ERP.
  const unit = related(row, 'uomid');
  const factor = number(unit, 'quantity');
  if (!lineNames.unit && factor !== null && compare(factor, decimal('1')) !== 0)
    gaps.push({ kind: 'unreadable', what: `unit ${text(unit, 'name') ?? ''} of ${factor}`, lineId: id });
  return gaps;
}
/** The lines that are ordered: of a bundle the bundle itself, whose parts are not priced. A part with a price of its own is not understood. */
export function toLines(
  table: LineTable,
  rows: readonly Row[],
  wish: RecordWish,
): { lines: CrmLine[]; gaps: CrmGap[] } {
  const gaps: CrmGap[] = [];
  const lines = rows.flatMap((row) => {
    const id = idOf(row, `${table}id`);
    if (bundlePart.has(valueText(row, 'producttypecode') ?? '')) {
      const amount = totalOf(row);
      if (amount !== null && !isZero(amount))
        gaps.push({ kind: 'adjustment', what: `part of a bundle: ${amount}`, lineId: id });
      return [];
    }
    gaps.push(...gapsOf(row, id, wish));
    return [lineOf(row, id, wish)];
  });
  // A code that column security hides comes as empty, without a word; in the organisation it is never empty.
  const hidden = rows.some((row) => {
    const product = related(row, 'productid');
    return product && text(product, 'productnumber') === null;
  });
  if (hidden && !wish.lineNames?.code)
    gaps.push({ kind: 'hidden', what: 'product code (productnumber)', lineId: null });
  return { lines, gaps };
}
export const lineGaps = (columns: Columns | null, product: Columns | null, wish: RecordWish): CrmGap[] =>
  goneGaps(columns && product ? new Map([...columns, ...product]) : null, wishes(wish));
