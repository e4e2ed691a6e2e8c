/** Twenty places: more than HubSpot writes. */
const PLACES = 20;
const ONE = 10n ** BigInt(PLACES);

/** A decimal number of HubSpot's as a whole number of its last place; null for what is none. */
export function exact(text: string | null | undefined): bigint | null {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text ?? '');
  if (!parts) return null;
  const [, sign = '', whole = '', fraction = ''] = parts;
  return BigInt(`${sign}${whole}${fraction.padEnd(PLACES, '0').slice(0, PLACES)}`);
}
export const whole = (count: number): bigint => BigInt(count) * ONE;
export const times = (left: bigint, right: bigint): bigint => (left * right) / ONE;
export const over = (left: bigint, right: bigint): bigint => (left * ONE) / right;
/** Half away from zero. */
export function rounded(value: bigint, places: number): bigint {
  const step = 10n ** BigInt(PLACES - places);
  const half = value < 0n ? -step / 2n : step / 2n;
  return ((value + half) / step) * step;
}
/** At least two decimals, no zeros behind them. */
export function written(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(PLACES + 1, '0');
  const fraction = digits.slice(-PLACES).replace(/0+$/, '').padEnd(2, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -PLACES)}.${fraction}`;
}
