import { add, compare, type Decimal, decimal, divide, multiply, subtract } from '@backroom/shared';
import { z } from 'zod';
import { halfEven } from '../kit/half-even.ts';
import { ratio } from './wire.ts';

/** A unit with Tryton's two ratios to the base unit of its category: one unit is `factor` base units, one base unit is `rate` units. */
export const unitRow = z.object({ id: z.number(), factor: ratio, rate: ratio, digits: z.number().int() });
export type Unit = z.infer<typeof unitRow>;
export const unitFields = (path: string): string[] => ['factor', 'rate', 'digits'].map((field) => `${path}.${field}`);

const one = decimal('1');
/** One of the two ratios of a unit is rounded: a dozen has factor 12 and rate 0.083333. Tryton goes by the one with fewer digits, and so do we. */
const byFactor = ({ factor, rate }: Unit): boolean => factor.length <= rate.length;

/** From one unit to another of its category, in one division: each quotient is rounded, and six rounded sixths are not one. */
export function convert(quantity: Decimal, from: Unit, to: Unit): Decimal {
  if (from.id === to.id) return quantity;
  const above = multiply(multiply(quantity, byFactor(from) ? from.factor : one), byFactor(to) ? one : to.rate);
  const below = multiply(byFactor(from) ? one : from.rate, byFactor(to) ? to.factor : one);
  return divide(above, below);
}

/** The next quantity with as many places as a unit has, up or down; what has no more places stays as it is. */
export function towards(direction: 'up' | 'down', quantity: Decimal, digits: number): Decimal {
  const near = halfEven(quantity, digits);
  const order = compare(near, quantity);
  if (order === 0 || order === (direction === 'up' ? 1 : -1)) return near;
  const step = decimal(digits === 0 ? '1' : `0.${'0'.repeat(digits - 1)}1`);
  return direction === 'up' ? add(near, step) : subtract(near, step);
}
