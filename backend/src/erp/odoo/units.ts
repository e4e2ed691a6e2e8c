import { compare, type Decimal, decimal, divide, multiply, round } from '@backroom/shared';
import { z } from 'zod';
import { exact } from '../transport/odoo/values.ts';
import type { Spec } from './tree.ts';

const one = decimal('1');
/** A unit of measure. `factor_inv` is gone since 18, where `factor` took its meaning: how many of the reference unit this one is. */
export const unitRow = z.object({
  name: z.string(),
  rounding: z.number(),
  factor: z.number(),
  factor_inv: z.number().optional(),
});
export type Unit = z.output<typeof unitRow>;
export const unitSpec: Spec = { name: {}, rounding: {}, factor: {}, factor_inv: {} };

const inReference = ({ factor, factor_inv }: Unit): Decimal => exact(factor_inv ?? factor);
/** A quantity of one unit in another of the same kind. Sums are converted, not their parts, so that nothing is rounded twice. */
export const converted = (quantity: Decimal, from: Unit, to: Unit): Decimal =>
  divide(multiply(quantity, inReference(from)), inReference(to));

/** The smallest quantity that Odoo keeps apart: 0.01, or 1 for a unit without decimals. */
export const stepOf = ({ rounding }: Unit): Decimal => (rounding > 0 ? exact(rounding) : one);
/** Odoo rounds a finer quantity without a word. */
export function fitsUnit(quantity: Decimal, unit: Unit): boolean {
  const steps = divide(quantity, stepOf(unit));
  return compare(steps, round(steps, 0)) === 0;
}
export const decimalsOf = (unit: Unit): number => (stepOf(unit).split('.')[1] ?? '').length;
