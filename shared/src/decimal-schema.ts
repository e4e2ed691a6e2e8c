import { z } from 'zod';
import { DECIMAL } from './decimal.ts';

/** Parses a decimal number at a border. In its own file, so that a card can use the arithmetic without zod. */
export const decimalSchema = z.string().regex(DECIMAL, 'a decimal number as text, such as "12.50"').brand<'Decimal'>();

/** Largest quantity and unit price of a line from a person or a CRM. The sum of a thousand such lines still fits a `Decimal`. */
export const MAX_QUANTITY_DIGITS = 9;
export const MAX_PRICE_DIGITS = 12;
const digitsBefore = (text: string): number => text.replace(/^-?0*/, '').split('.')[0]?.length ?? 0;
export const isSoundQuantity = (text: string): boolean => digitsBefore(text) <= MAX_QUANTITY_DIGITS;
export const isSoundPrice = (text: string): boolean => digitsBefore(text) <= MAX_PRICE_DIGITS;
export const quantityInputSchema = decimalSchema.refine(
  isSoundQuantity,
  `at most ${MAX_QUANTITY_DIGITS} digits before the point`,
);
export const priceInputSchema = decimalSchema.refine(
  isSoundPrice,
  `at most ${MAX_PRICE_DIGITS} digits before the point`,
);
