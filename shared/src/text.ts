/** Control characters except tab and line breaks, lone surrogates, and the noncharacters U+FFFE and U+FFFF. */
const unusable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** Removes the characters that databases, XML and ERPs refuse. */
export const cleanText = (text: string): string => text.replace(unusable, '');

/** Cleans every string in a JSON-like value, including field names. */
export function cleanTexts<Value>(value: Value): Value {
  if (typeof value === 'string') return cleanText(value) as Value;
  if (Array.isArray(value)) return value.map(cleanTexts) as Value;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [cleanText(name), cleanTexts(inner)]),
  ) as Value;
}

/** The value without fields that are undefined: an absent field and one that is nothing are the same to its reader. */
export const withoutUndefined = <Value extends object>(
  value: Value,
): {
  [Name in keyof Value]?: Exclude<Value[Name], undefined>;
} => Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as never;

type Postal = Readonly<Record<'name' | 'street' | 'postalCode' | 'city' | 'country', string | null>>;
/** An address in one line, as people read it. Apart from its schema, so that a card can say it without carrying zod. */
export const postalLine = ({ name, street, postalCode, city, country }: Postal): string =>
  [name, street, [postalCode, city].filter(Boolean).join(' '), country].filter(Boolean).join(', ').replace(/\s+/g, ' ');
