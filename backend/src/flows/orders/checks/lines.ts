import type { Check } from '@backroom/shared';
import { check, type Findings, ready } from './check.ts';

const troubles = {
  unknown_product: 'unknown_product',
  no_code: 'line_without_code',
  invalid_quantity: 'quantity_invalid',
  archived_product: 'archived_product',
  no_price: 'price_unknown',
} as const;
/** Product, stock and price of each line. */
export function aboutLines({ stock, pricing }: Findings): Check[] {
  const found: Check[] = [];
  for (const line of ready(stock)?.lines ?? []) {
    if (line.state === 'trouble')
      found.push(check(troubles[line.trouble], 'block', { code: line.code ?? '', name: line.name }, line.lineId));
    else if (line.verdict === 'short')
      found.push(check('stock_short', 'warn', { code: line.code ?? '', available: line.available }, line.lineId));
    else if (line.verdict === 'later')
      found.push(check('stock_later', 'info', { code: line.code ?? '', date: line.promiseDate ?? '' }, line.lineId));
  }
  for (const line of ready(pricing)?.lines ?? []) {
    if (line.state !== 'known') {
      // The other troubles are the stock panel's too, and named there.
      if (line.trouble === 'no_price')
        found.push(check('price_unknown', 'block', { code: line.code ?? '', name: line.name }, line.lineId));
      continue;
    }
    if (line.verdict === 'below')
      found.push(
        check('price_below', 'warn', { code: line.code ?? '', quoted: line.quoted, erp: line.erp }, line.lineId),
      );
    if (line.verdict === 'above')
      found.push(
        check('price_above', 'info', { code: line.code ?? '', quoted: line.quoted, erp: line.erp }, line.lineId),
      );
    if (line.verdict === 'other_currency')
      found.push(check('currency_differs', 'warn', { code: line.code ?? '' }, line.lineId));
  }
  return found;
}
