import { type Decimal, decimal } from '@backroom/shared';

/** `text × 10^exponent` as a whole number and its places; takes what Python and JSON print: `-0E-15`, `1.5e+3`. */
function parts(text: string): { whole: bigint; places: number } {
  const found = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text.trim());
  if (!found || !(found[2] || found[3])) throw new Error(`not a number: ${text}`);
  const [, sign, before = '', after = '', exponent = '0'] = found;
  const places = after.length - Number(exponent);
  const whole = BigInt(`${before}${after}`) * (sign === '-' ? -1n : 1n);
  return places >= 0 ? { whole, places } : { whole: whole * 10n ** BigInt(-places), places: 0 };
}

/** Rounds to `places`, ties to the even digit. */
export function halfEven(text: string, places: number): Decimal {
  const { whole, places: had } = parts(text);
  let scaled = whole;
  if (had > places) {
    const factor = 10n ** BigInt(had - places);
    const size = whole < 0n ? -whole : whole;
    const twice = (size % factor) * 2n;
    let kept = size / factor;
    if (twice > factor || (twice === factor && kept % 2n === 1n)) kept += 1n;
    scaled = whole < 0n ? -kept : kept;
  } else scaled = whole * 10n ** BigInt(places - had);
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0');
  const point = digits.length - places;
  return decimal(`${scaled < 0n ? '-' : ''}${digits.slice(0, point)}${places > 0 ? `.${digits.slice(point)}` : ''}`);
}
