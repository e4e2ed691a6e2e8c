/** An exact decimal as a whole number of billionths: no float comes near money or quantities. */
export type Amount = bigint;
const PLACES = 12;
const ONE = 10n ** BigInt(PLACES);

export const zero = 0n;
export function amount(text: string | number): Amount {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(text)) ?? [];
  if (part.length > PLACES) throw new Error(`${text} has too many places`);
  const size = BigInt(whole) * ONE + BigInt(part.padEnd(PLACES, '0') || '0');
  return sign === '-' ? -size : size;
}
/** Half away from zero, as .NET's `MidpointRounding.AwayFromZero`. */
function divided(value: bigint, by: bigint): bigint {
  const half = by / 2n;
  return value < 0n ? -((-value + half) / by) : (value + half) / by;
}
export const times = (left: Amount, right: Amount): Amount => divided(left * right, ONE);
export const per = (left: Amount, right: Amount): Amount => (right === 0n ? 0n : divided(left * ONE, right));
export function rounded(value: Amount, places: number): Amount {
  const unit = 10n ** BigInt(PLACES - places);
  return divided(value, unit) * unit;
}
export const percentOf = (value: Amount, percent: Amount): Amount => times(value, percent) / 100n;
export const least = (left: Amount, right: Amount): Amount => (left < right ? left : right);
export const sum = (values: Iterable<Amount>): Amount => {
  let total = zero;
  for (const value of values) total += value;
  return total;
};
/** With `places` digits after the point; trailing zeros beyond `atLeast` are left out. */
export function written(value: Amount, places: number, atLeast = places): string {
  const size = rounded(value < 0n ? -value : value, places);
  const digits = (size / 10n ** BigInt(PLACES - places)).toString().padStart(places + 1, '0');
  let part = digits.slice(digits.length - places);
  while (part.length > atLeast && part.endsWith('0')) part = part.slice(0, -1);
  const text = `${digits.slice(0, digits.length - places)}${part === '' ? '' : `.${part}`}`;
  return value < 0n && /[1-9]/.test(text) ? `-${text}` : text;
}
