/** Decimals in eight places, as whole numbers: what is stored is text, what is reckoned is exact. */
const PLACES = 8;
const UNIT = 10n ** BigInt(PLACES);

export function fixed(text: string): bigint {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text) ?? [];
  const value = BigInt(whole + part.slice(0, PLACES).padEnd(PLACES, '0'));
  return sign === '-' ? -value : value;
}
export function textOf(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(PLACES + 1, '0');
  const part = digits.slice(-PLACES).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -PLACES)}${part === '' ? '' : `.${part}`}`;
}
/** Half away from zero. */
function divided(value: bigint, by: bigint): bigint {
  const [positive, divisor] = [value < 0n ? -value : value, by < 0n ? -by : by];
  const rounded = (positive * 2n + divisor) / (divisor * 2n);
  return value < 0n !== by < 0n ? -rounded : rounded;
}
export const product = (left: bigint, right: bigint): bigint => divided(left * right, UNIT);
export const quotient = (left: bigint, right: bigint): bigint => divided(left * UNIT, right);
const CENT = UNIT / 100n;
export const cents = (value: bigint): bigint => divided(value, CENT) * CENT;
export const percentOf = (value: bigint, percentage: bigint): bigint => cents(divided(value * percentage, UNIT * 100n));
export const total = (values: readonly bigint[]): bigint => values.reduce((sum, each) => sum + each, 0n);
