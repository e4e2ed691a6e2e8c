import { type Decimal, decimal, divide, isZero, multiply } from '@backroom/shared';

const one = decimal('1');
/** SuiteQL counts in the base unit of an item: a dozen is 12. Without units of measure everything is. */
export const inSaleUnit = (value: Decimal, rate: Decimal | null): Decimal =>
  rate === null || isZero(rate) ? value : divide(value, rate);
/** A price for one base unit, as one for the unit of the line. */
export const perSaleUnit = (value: Decimal, rate: Decimal | null): Decimal => multiply(value, rate ?? one);
