import { add, compare, type Decimal, decimal, divide, isZero } from '@backroom/shared';
import type { CrmGap, CrmLine, RecordWish } from '../contract/index.ts';
import { elementGaps } from './price-elements.ts';
import { currencyOf, filled, type Item, numberGap, numberOf } from './schemas.ts';
import { bundlePart, freeGood, pieces } from './unproved.ts';

const zero = decimal('0');
/** Fields of an item that an admin may ask for without a field of his own. */
export const UNIT = 'uomCode';
const standard = ['gtin', 'customerPartNumber'] as const;
export const standardNames: readonly string[] = [UNIT, ...standard];

export const plainText = (value: unknown): string | null =>
  typeof value === 'string' ? filled(value) : typeof value === 'boolean' ? String(value) : null;
function chosen(item: Item, name: string): string | null {
  const own = standard.find((each) => each === name);
  return own ? filled(item[own]) : plainText(item.extensions?.[name]);
}
type Quantity = { value: Decimal | null; unit: string | null; gaps: CrmGap[] };
/** What was asked for. Schedule lines split it over days and have to come to the same. */
function quantityOf(item: Item): Quantity {
  const asked = item.totalValues?.requestedQuantity;
  const parts = (item.scheduleLines ?? []).map(({ quantity }) => quantity);
  const written = [['quantity', asked?.content] as const, ...parts.map((each) => ['quantity', each?.content] as const)];
  const gaps = written.flatMap(([what, text]) => numberGap(what, text, item.id));
  const known = parts.flatMap((each) => numberOf(each) ?? []);
  const sum = known.length > 0 && known.length === parts.length ? add(...known) : null;
  const value = numberOf(asked) ?? sum;
  if (value !== null && sum !== null && compare(value, sum) !== 0)
    gaps.push({ kind: 'unreadable', what: `quantity ${value}, schedule lines ${sum}`, lineId: item.id });
  const units = new Set([asked?.uomCode, ...parts.map((each) => each?.uomCode)].flatMap((code) => filled(code) ?? []));
  if (units.size > 1) gaps.push({ kind: 'unreadable', what: `units ${[...units].join(', ')}`, lineId: item.id });
  const [unit] = units;
  return { value, unit: unit ?? filled(item.productData?.productQuantityMeasureUnit), gaps };
}
/** The price of one unit, discounts already taken off: a net price may be for a hundred of them. */
function priceOf(item: Item, quantity: Quantity): { price: Decimal | null; gaps: CrmGap[] } {
  const { amount, baseQuantity: base } = item.totalValues?.netPrice ?? {};
  const gaps = [
    ...numberGap('netPrice', amount?.content, item.id),
    ...numberGap('netPrice.baseQuantity', base?.content, item.id),
  ];
  const price = numberOf(amount);
  if (price === null) return { price: null, gaps };
  const per = base?.content == null ? decimal('1') : numberOf(base);
  if (per === null) return { price: null, gaps };
  const unit = filled(base?.uomCode);
  if (isZero(per) || (unit !== null && quantity.unit !== null && unit !== quantity.unit)) {
    gaps.push({
      kind: 'unreadable',
      what: `price per ${per} ${unit ?? ''}, quantity in ${quantity.unit}`,
      lineId: item.id,
    });
    return { price: null, gaps };
  }
  return { price: divide(price, per), gaps };
}
const amountOf = (item: Item): Decimal | null => numberOf(item.totalValues?.netAmount);

function lineOf(item: Item, { lineNames = {} }: RecordWish): { line: CrmLine; gaps: CrmGap[] } {
  const quantity = quantityOf(item);
  const { price, gaps } = priceOf(item, quantity);
  const { netAmount, netPrice } = item.totalValues ?? {};
  const currency = currencyOf(netAmount?.currencyCode) ?? currencyOf(netPrice?.amount?.currencyCode);
  const other = currencyOf(netPrice?.amount?.currencyCode);
  if (other !== null && currency !== null && other !== currency)
    gaps.push({ kind: 'unreadable', what: `price in ${other}, amount in ${currency}`, lineId: item.id });
  const rejected = filled(item.progressStatusReason);
  if (rejected !== null) gaps.push({ kind: 'unreadable', what: `progressStatusReason ${rejected}`, lineId: item.id });
  // Two boxes are not two pieces: without a unit the quantity of another one than a piece means something else to the ERP.
  if (!lineNames.unit && quantity.unit !== null && !pieces.has(quantity.unit))
    gaps.push({ kind: 'unreadable', what: `unit ${quantity.unit}`, lineId: item.id });
  const unit = lineNames.unit === UNIT ? quantity.unit : lineNames.unit && chosen(item, lineNames.unit);
  return {
    line: {
      id: item.id,
      code: lineNames.code ? chosen(item, lineNames.code) : filled(item.productData?.productDisplayId),
      name: filled(item.description) ?? filled(item.productData?.productDisplayId) ?? '',
      quantity: quantity.value,
      unitPrice: price,
      discountPercent: null,
      discountAmount: null,
      currency,
      total: amountOf(item),
      ...(lineNames.unit ? { unit: unit ?? null } : {}),
    },
    gaps: [
      ...gaps,
      ...quantity.gaps,
      ...numberGap('netAmount', netAmount?.content, item.id),
      ...elementGaps(item.priceElements, item.id),
    ],
  };
}
/** Whether an item is no line of its own; a gap where it has a price that would be lost. */
function leftOut(item: Item, gaps: CrmGap[]): boolean {
  const amount = amountOf(item) ?? zero;
  const lost = (what: string) => {
    if (!isZero(amount)) gaps.push({ kind: 'adjustment', what: `${what}: ${amount}`, lineId: item.id });
    return true;
  };
  if (item.typeCode === 'TEXT') return lost(filled(item.description) ?? 'text item');
  if (item.typeCode != null && item.typeCode !== 'PRODUCT') {
    gaps.push({ kind: 'unreadable', what: `typeCode ${item.typeCode}`, lineId: item.id });
    return false;
  }
  if (filled(item.parentItemId) === null) return false;
  if (item.usageType === bundlePart) return lost('part of a set');
  if (item.usageType !== freeGood)
    gaps.push({ kind: 'unreadable', what: `sub-item of usageType ${item.usageType ?? 'none'}`, lineId: item.id });
  return false;
}
const position = ({ displayId }: Item): number => Number(displayId ?? Number.NaN);

/** The items that are ordered, as the document numbers them, and their net amounts with those of items that are left out. */
export function linesOf(items: readonly Item[], wish: RecordWish) {
  const gaps: CrmGap[] = [];
  const ordered = [...items].sort((left, right) => position(left) - position(right) || 0);
  const lines = ordered.flatMap((item) => {
    if (leftOut(item, gaps)) return [];
    const { line, gaps: own } = lineOf(item, wish);
    gaps.push(...own);
    return [line];
  });
  const hidden = items.some(
    ({ productData }) => filled(productData?.productId) && !filled(productData?.productDisplayId),
  );
  if (hidden && !wish.lineNames?.code)
    gaps.push({ kind: 'hidden', what: 'product code (productDisplayId)', lineId: null });
  const wanted = Object.values(wish.lineNames ?? {}).filter((name) => name && !standardNames.includes(name));
  // One that no item lists was taken away, or is empty in each: without it the lines say nothing.
  for (const name of wanted)
    if (name && items.length > 0 && items.every(({ extensions }) => !(name in (extensions ?? {}))))
      gaps.push({ kind: 'hidden', what: name, lineId: null });
  return { lines, gaps };
}
