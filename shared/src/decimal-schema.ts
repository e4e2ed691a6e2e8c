import { z } from 'zod';
import { DECIMAL } from './decimal.ts';

/** A decimal number at a border. Apart from the arithmetic, so that a card can reckon without carrying zod. */
export const decimalSchema = z.string().regex(DECIMAL, 'a decimal number as text, such as "12.50"').brand<'Decimal'>();
