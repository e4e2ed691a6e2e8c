import { add, compare, type Decimal, decimal, divide, isZero, multiply, round, subtract } from '@backroom/shared';

const zero = decimal('0');

/**
 * Splits `total` over `weights` in proportion, each share rounded to `places`, so that the shares add up to `total` exactly. What rounding leaves
 * goes to the largest share, where it matters least. Null where no weight is above zero.
 */
export function allocate(total: Decimal, weights: readonly Decimal[], places: number): Decimal[] | null {
  const sum = add(zero, ...weights);
  if (compare(sum, zero) <= 0) return isZero(total) ? weights.map(() => zero) : null;
  const shares = weights.map((weight) => round(divide(multiply(total, weight), sum), places));
  const rest = subtract(total, add(zero, ...shares));
  if (isZero(rest)) return shares;
  const largest = weights.reduce(
    (best, weight, index) => (compare(weight, weights[best] ?? zero) > 0 ? index : best),
    0,
  );
  return shares.map((share, index) => (index === largest ? add(share, rest) : share));
}
