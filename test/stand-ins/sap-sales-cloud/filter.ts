import { Num } from '../numbers.ts';
import { badQuery } from './errors.ts';
import type { Field, Fields } from './metadata.ts';

export type Values = Readonly<Record<string, unknown>>;
type Test = (row: Values) => boolean;
const operators: Readonly<Record<string, (order: number) => boolean>> = {
  ...{ eq: (order) => order === 0, ne: (order) => order !== 0, gt: (order) => order > 0, ge: (order) => order >= 0 },
  ...{ lt: (order) => order < 0, le: (order) => order <= 0 },
};
const TOKEN = /^\s*('(?:[^']|'')*'|[()]|[^\s()']+)/;
function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (let rest = text.trimEnd(); rest !== ''; ) {
    const found = TOKEN.exec(rest);
    if (!found) throw badQuery(`The filter is not valid near '${rest.slice(0, 20)}'.`, '$filter');
    tokens.push(found[1] ?? '');
    rest = rest.slice(found[0].length);
  }
  return tokens;
}

/** The field at the end of a path; `extensions` are the tenant's own. */
export function fieldAt(path: string, fields: Fields, extensions: Fields, option: string): Field {
  let [within, found]: [Fields, Field | undefined] = [fields, undefined];
  for (const part of path.split('/')) {
    found = within.get(part);
    if (!found) throw badQuery(`The attribute '${path}' does not exist.`, option);
    within = found.kind === 'extensions' ? extensions : found.fields;
  }
  if (!found) throw badQuery(`The attribute '${path}' does not exist.`, option);
  return found;
}
/** What stands at the path: of a list the values of each element. */
export function valuesAt(row: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(row)) return row.flatMap((each) => valuesAt(each, path));
  const [part, ...rest] = path;
  if (part === undefined) return [row ?? null];
  return valuesAt((row as Values | null | undefined)?.[part], rest);
}
/** Below zero, zero or above it; NaN where one of them is nothing. */
export function compared({ kind }: Field, left: unknown, right: unknown): number {
  if (left === null || right === null) return left === right ? 0 : Number.NaN;
  if (kind === 'number') return Number(left instanceof Num ? left.text : left) - Number(right);
  if (kind === 'moment' || kind === 'date') return Date.parse(String(left)) - Date.parse(String(right));
  const [one, other] = [String(left), String(right)];
  return one < other ? -1 : one === other ? 0 : 1;
}
/** Literals may stand in quotes or not, whatever they are: SAP's own samples do both. */
function literalOf(token: string, { kind, name, options }: Field): string | null {
  const text = token.startsWith("'") ? token.slice(1, -1).replaceAll("''", "'") : token;
  if (token === 'null') return null;
  const fits = {
    ...{ number: /^-?\d+(\.\d+)?$/, bool: /^(true|false)$/, date: /^\d{4}-\d\d-\d\d$/, uuid: UUID },
    moment: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  }[kind as string];
  if (fits && !fits.test(text)) throw badQuery(`The value '${text}' does not fit the attribute '${name}'.`, '$filter');
  if (kind === 'enum' && !options.includes(text))
    throw badQuery(`The value '${text}' is no value of the attribute '${name}'.`, '$filter');
  if ((kind === 'text' || kind === 'enum') && !token.startsWith("'"))
    throw badQuery(`The value ${text} of the attribute '${name}' must stand in quotes.`, '$filter');
  return text;
}
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `$filter` as a test of rows. Functions, `not` and `in` are not served. */
export function filterOf(text: string, fields: Fields, extensions: Fields): Test {
  const tokens = tokensOf(text);
  const fail = () => badQuery(`The filter '${text}' is not valid.`, '$filter');
  function comparison(): Test {
    const [path, operator, value] = tokens.splice(0, 3);
    if (path === '(') {
      // Two tokens too many were taken.
      tokens.unshift(...[operator, value].filter((each) => each !== undefined));
      const inner = either();
      if (tokens.shift() !== ')') throw fail();
      return inner;
    }
    const holds = operators[operator ?? ''];
    if (path === undefined || value === undefined || !holds) throw fail();
    const field = fieldAt(path, fields, extensions, '$filter');
    if (field.kind === 'group' || field.kind === 'list' || field.kind === 'extensions')
      throw badQuery(`The attribute '${path}' cannot be filtered.`, '$filter');
    const wanted = literalOf(value, field);
    const parts = path.split('/');
    return (row) => valuesAt(row, parts).some((each) => holds(compared(field, each ?? null, wanted)));
  }
  const chain = (word: string, inner: () => Test, join: (tests: Test[], row: Values) => boolean) => (): Test => {
    const tests = [inner()];
    while (tokens[0] === word) {
      tokens.shift();
      tests.push(inner());
    }
    return (row) => join(tests, row);
  };
  const both = chain('and', comparison, (tests, row) => tests.every((test) => test(row)));
  function either(): Test {
    return chain('or', both, (tests, row) => tests.some((test) => test(row)))();
  }
  const whole = either();
  if (tokens.length > 0) throw fail();
  return whole;
}
