const PART = '[\\p{L}\\p{N}_-]';
/** A short number may be anything: a quantity, the number of a message. */
const tellsNothing = (code: string): boolean => code.length < 2 || /^\d{1,3}$/.test(code);

/**
 * Which lines a refusal is about, by the product numbers that stand in its words: those are the same in every language. A number that is only a part of
 * another one is not named; leading zeros do not count.
 */
export function linesNamed(words: string, codes: readonly (string | null | undefined)[]): number[] {
  return codes.flatMap((given, index) => {
    const code = given?.trim() ?? '';
    if (tellsNothing(code)) return [];
    const literal = code.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    return new RegExp(`(?<!${PART})0*${literal}(?!${PART})`, 'iu').test(words) ? [index] : [];
  });
}

/** What of a line cannot be ordered, as far as the ERP's own records say it. `sure`: false where it may be right for all we know. */
export type Suspect = { index: number; field: string; sure: boolean };
/**
 * The line of a refusal: the one that its words name, else the first that certainly cannot be ordered. Null where several could be meant: a wrong line is worse
 * than none.
 */
export function lineOf(named: readonly number[], suspects: readonly Suspect[]): string | null {
  const pathOf = ({ index, field }: Pick<Suspect, 'index' | 'field'>) => `lines.${index}.${field}`;
  if (named.length === 0) {
    const [first] = suspects.filter(({ sure }) => sure);
    return first ? pathOf(first) : null;
  }
  const own = suspects.filter(({ index }) => named.includes(index));
  const [only] = own.length > 0 ? own : named.map((index) => ({ index, field: 'productId' }));
  return only && (own.length > 0 ? own.length : named.length) === 1 ? pathOf(only) : null;
}
