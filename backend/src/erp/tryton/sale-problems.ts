import { compare, type Decimal, isNegative, isZero } from '@backroom/shared';
import type { ErpError } from '../contract/errors.ts';
import type { OrderInput } from '../contract/schemas.ts';
import { halfEven } from '../kit/half-even.ts';
import type { Installation } from './installation.ts';
import type { DraftParty, DraftProduct } from './sale-draft.ts';
import type { SaleHeader } from './sale-header.ts';
import { refused, todayOf } from './support.ts';
import { toFloat } from './wire.ts';

export function headProblems(
  { requestedDate }: OrderInput,
  customer: DraftParty,
  header: SaleHeader,
  there: Installation,
): ErpError[] {
  const name = customer.name ?? '';
  const survivor = customer['replaced_by.']?.rec_name;
  const today = todayOf(there);
  return [
    ...(survivor ? [refused('customerId', `${name} was merged into ${survivor} in Tryton.`)] : []),
    ...(customer.active || survivor ? [] : [refused('customerId', `${name} is archived in Tryton.`)]),
    ...(header.invoiceAddress === null || header.shipmentAddress === null
      ? [refused('customerId', `${name} has no address in Tryton.`)]
      : []),
    ...(requestedDate !== null && requestedDate < today
      ? [refused('requestedDate', `The requested day ${requestedDate} is before the day of the order, ${today}.`)]
      : []),
  ];
}

export function lineProblem(
  { productId, quantity, unitPrice, unit: asked }: OrderInput['lines'][number],
  index: number,
  product: DraftProduct | undefined,
  { currency }: OrderInput,
  { pricePlaces }: Installation,
): ErpError | null {
  const no = (field: string, words: string) => refused(`lines.${index}.${field}`, `Line ${index + 1}: ${words}`);
  if (!product) return no('productId', `Tryton has no product ${productId}.`);
  const name = product.code ?? productId;
  if (!product.active || !product['template.'].active || !product.salable)
    return no('productId', `${name} is no longer sold.`);
  if (bringsMore(product)) return no('productId', `${name} brings further order lines in Tryton: order it there.`);
  if (isZero(quantity) || isNegative(quantity)) return no('quantity', 'the quantity must be above zero.');
  if (toFloat(quantity) === null) return no('quantity', `Tryton cannot keep the quantity ${quantity} exactly.`);
  const unit = product['sale_uom.'] ?? product['default_uom.'];
  if (asked !== undefined && asked !== unit.symbol)
    return no('unit', `${name} is sold in ${unit.symbol}, not in ${asked}.`);
  if (!hasPlaces(quantity, unit.digits))
    return no('quantity', `${name} is sold in ${unit.symbol} with ${unit.digits} decimals, not ${quantity}.`);
  if (unitPrice.currency !== currency) return no('unitPrice', 'an order has one currency.');
  if (isNegative(unitPrice.amount)) return no('unitPrice', `the price ${unitPrice.amount} is below zero.`);
  if (!hasPlaces(unitPrice.amount, pricePlaces))
    return no('unitPrice', `Tryton keeps ${pricePlaces} places of a price.`);
  return null;
}
const hasPlaces = (value: Decimal, places: number): boolean => compare(halfEven(value, places), value) === 0;
/** Goods with components that are no kit: Tryton adds a line for each at the quotation, at a price of its own. */
const bringsMore = (product: DraftProduct): boolean =>
  product.type !== 'kit' && (product['components.']?.length || product['template.']['components.']?.length || 0) > 0;
