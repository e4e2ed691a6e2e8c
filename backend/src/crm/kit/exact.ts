type Reviver = (key: string, value: unknown, context: { source: string }) => unknown;
const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown;

/** Java writes large numbers as `1.2E7`; the same digits without the exponent. */
export function plain(source: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source);
  if (!parts) return source;
  const [, sign = '', whole = '', fraction = '', exponent] = parts;
  if (exponent === undefined) return source;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const padded = point > 0 ? digits.padEnd(point, '0') : `${'0'.repeat(1 - point)}${digits}`;
  const at = Math.max(point, 1);
  const head = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  return `${sign}${head}${padded.length > at ? `.${padded.slice(at)}` : ''}`;
}
/** JSON whose numbers become text, exactly as they were sent: some CRMs write amounts as JSON numbers, and a JS number would round them. */
export const parseExact = (text: string): unknown =>
  parseWithSource(text, (_key, value, { source }) => (typeof value === 'number' ? plain(source) : value));

/** The other way: decimal text as a JSON number, digit by digit. */
export const rawNumber = (JSON as unknown as { rawJSON: (text: string) => unknown }).rawJSON;
