import { createHash } from 'node:crypto';
import { canonical, type Decimal, decimal, divide, multiply, subtract } from '@backroom/shared';
import type { CrmDeal, CrmLine } from '../../crm/contract/index.ts';

/** Net unit price of a CRM line: price less its discounts; null where the CRM has no price. */
export function netUnitPrice(
  line: Pick<CrmLine, 'unitPrice' | 'discountPercent' | 'discountAmount' | 'quantity'>,
): Decimal | null {
  if (line.unitPrice === null) return null;
  let price = line.unitPrice;
  if (line.discountPercent !== null)
    price = multiply(price, divide(subtract(decimal('100'), line.discountPercent), decimal('100')));
  // An absolute discount is per unit in HubSpot (property `discount` is taken off the unit price).
  if (line.discountAmount !== null) price = subtract(price, line.discountAmount);
  return price;
}

/**
 * A hash of what would be ordered: company, currency, quote and lines. Equal numbers written differently ("1.0", "1") give one revision, and
 * what an order does not depend on (the deal's name, its stage) does not change it.
 */
export function revisionOf(deal: Pick<CrmDeal, 'company' | 'currency' | 'quote' | 'lines'>): string {
  const content = {
    company: deal.company?.id ?? null,
    currency: deal.currency,
    quote: deal.quote?.id ?? null,
    lines: deal.lines.map((line) => {
      const price = netUnitPrice(line);
      return [line.code, line.quantity && canonical(line.quantity), price && canonical(price)];
    }),
  };
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
}
