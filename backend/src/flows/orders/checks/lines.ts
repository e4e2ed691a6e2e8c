import { type Check, compare, decimal, isNegative, round } from '@backroom/shared';
import type { CrmDeal, CrmLine } from '../../../crm/contract/index.ts';
import type { MatchedLine } from '../../lines.ts';
import { check, type Findings, ready } from './check.ts';

const troubles = {
  unknown_product: 'unknown_product',
  no_code: 'line_without_code',
  invalid_quantity: 'quantity_invalid',
  archived_product: 'archived_product',
} as const;
const hundred = decimal('100');

/** What the CRM says of a line's price: nothing, or what no order can have. */
function aboutPrice({ id, code, name, unitPrice, discountPercent, discountAmount }: CrmLine): Check[] {
  if (unitPrice === null) return [check('price_unknown', 'block', { code: code ?? '', name }, id)];
  const found: Check[] = [];
  if (isNegative(unitPrice)) found.push(check('price_invalid', 'block', { name }, id));
  const wrong =
    (discountPercent !== null && (isNegative(discountPercent) || compare(discountPercent, hundred) > 0)) ||
    (discountAmount !== null && (isNegative(discountAmount) || compare(discountAmount, unitPrice) > 0));
  if (wrong) found.push(check('discount_invalid', 'block', { name }, id));
  return found;
}
function aboutProduct(line: MatchedLine): Check[] {
  const { product, trouble, lineId, code, name, quantity } = line;
  if (trouble === 'unknown_product' && line.near)
    return [check('unknown_product_near', 'block', { code: code ?? '', near: line.near, name }, lineId)];
  if (trouble !== null) return [check(troubles[trouble], 'block', { code: code ?? '', name }, lineId)];
  const places = product.quantityDecimals;
  if (places === undefined || compare(round(quantity, places), quantity) === 0) return [];
  const values = { name, code: product.code, unit: product.unit, places: String(places) };
  return [check('quantity_decimals', 'block', values, lineId)];
}
/** Product, quantity and price of each line: what an order cannot do without. */
export function aboutLines({ deal, matched }: Findings): Check[] {
  return [
    ...deal.lines.flatMap(aboutPrice),
    ...(matched.lines === null
      ? [check('products_not_known', 'block', { reason: matched.reason })]
      : matched.lines.flatMap(aboutProduct)),
  ];
}

/** Whether the goods are there; of an order that the ERP has already they are reserved. */
export function aboutStock({ stock }: Findings): Check[] {
  return (ready(stock)?.lines ?? []).flatMap((line) => {
    const code = line.code ?? '';
    if (line.state === 'unknown') return [check('stock_unknown', 'warn', { code }, line.lineId)];
    if (line.state !== 'known') return [];
    if (line.verdict === 'short')
      return [check('stock_short', 'warn', { code, available: line.available, quantity: line.quantity }, line.lineId)];
    return line.verdict === 'later' && line.promiseDate !== null
      ? [check('stock_later', 'info', { code, date: line.promiseDate }, line.lineId)]
      : [];
  });
}

/** Whether the ERP's price can be written to the line. A discount on the whole quote is spread over its lines. */
export function priceEditOf({ lines, adjustments = [] }: CrmDeal, id: string): Pick<Check, 'price'> {
  const edit = lines.find((line) => line.id === id)?.priceEdit;
  if (!edit) return {};
  return { price: edit === 'open' && adjustments.some(({ kind }) => kind === 'discount') ? 'computed' : edit };
}

/** The quoted prices beside the ERP's. */
export function aboutPrices({ pricing, deal }: Findings): Check[] {
  return (ready(pricing)?.lines ?? []).flatMap((line): Check[] => {
    const code = line.code ?? '';
    if (line.state !== 'known')
      return line.trouble === 'no_erp_price' ? [check('erp_price_unknown', 'warn', { code }, line.lineId)] : [];
    const { quoted, erp, verdict, lineId } = line;
    const price = priceEditOf(deal, lineId);
    if (verdict === 'below') return [{ ...check('price_below', 'warn', { code, quoted, erp }, lineId), ...price }];
    if (verdict === 'above') return [{ ...check('price_above', 'info', { code, quoted, erp }, lineId), ...price }];
    return verdict === 'other_currency' ? [check('currency_differs', 'warn', { code }, lineId)] : [];
  });
}
