import { z } from 'zod';
import { DECIMAL } from './decimal.ts';

/** A decimal number at a border. Apart from the arithmetic, so that a card can reckon without carrying zod. */
export const decimalSchema = z.string().regex(DECIMAL, 'a decimal number as text, such as "12.50"').brand<'Decimal'>();

/** Largest quantity of a line, and largest unit price, that a person or a CRM may ask for: a thousand lines of both still sum to a `Decimal`. */
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
