import type { Value } from './database.ts';
import { badQuery, noProperty } from './errors.ts';
import { type EntitySet, type Field, NAMESPACE } from './metadata.ts';

export type Condition = { sql: string; values: Value[] };
type Literal = { type: 'string' | 'number' | 'date' | 'enum'; value: string | number; of?: string };

const patterns: readonly [string, RegExp][] = [
  ['blank', /^\s+/],
  ['enum', /^[A-Za-z_][\w.]*\.(\w+)'([^']*)'/],
  ['string', /^'(?:[^']|'')*'/],
  ['date', /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/],
  ['number', /^-?\d+(?:\.\d+)?/],
  ['name', /^[A-Za-z_]\w*/],
  ['sign', /^[(),]/],
];
type Token = { kind: string; text: string };
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const found = patterns.flatMap(([kind, pattern]) => {
      const [match] = pattern.exec(rest) ?? [];
      return match ? [{ kind, text: match }] : [];
    })[0];
    if (!found) throw badQuery(`Syntax error at position ${at} in '${text}'.`);
    if (found.kind !== 'blank') tokens.push(found);
    at += found.text.length;
  }
  return tokens;
}
const operators: Readonly<Record<string, string>> = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' };
const edmOf = ({ kind, type }: Field): string =>
  ({
    string: 'Edm.String',
    decimal: 'Edm.Decimal',
    int: 'Edm.Int64',
    date: 'Edm.DateTimeOffset',
    datetime: 'Edm.DateTimeOffset',
    enum: `${NAMESPACE}.${type}`,
  })[kind];
const literalType: Readonly<Record<Literal['type'], string>> = {
  string: 'Edm.String',
  number: 'Edm.Int32',
  date: 'Edm.DateTimeOffset',
  enum: 'Edm.Enum',
};

/** `$filter` as a condition of SQL. Enums need their qualified literal, unless this version takes a plain text. */
export function conditionOf(
  text: string,
  set: EntitySet,
  rules: { plainEnums: boolean; hidden: ReadonlySet<string> },
): Condition {
  const tokens = tokensOf(text);
  let at = 0;
  const fail = () => badQuery(`Syntax error at position ${at} in '${text}'.`);
  const take = (wanted?: string): Token => {
    const token = tokens[at];
    if (!token || (wanted !== undefined && token.text !== wanted)) throw fail();
    at += 1;
    return token;
  };
  const field = (): Field => {
    const { kind, text: name } = take();
    if (kind !== 'name') throw fail();
    const found = set.fields.get(name);
    if (!found || rules.hidden.has(`${set.name}.${name}`)) throw noProperty(name, set.type);
    return found;
  };
  const literal = (): Literal => {
    const { kind, text: raw } = take();
    if (kind === 'string') return { type: 'string', value: raw.slice(1, -1).replaceAll("''", "'") };
    if (kind === 'number') return { type: 'number', value: Number(raw) };
    if (kind === 'date') return { type: 'date', value: new Date(raw).toISOString().replace('.000Z', 'Z') };
    const [, of = '', value = ''] = kind === 'enum' ? (/\.(\w+)'([^']*)'$/.exec(raw) ?? []) : [];
    if (of === '' || !raw.startsWith(`${NAMESPACE}.`)) throw fail();
    return { type: 'enum', value, of };
  };
  function value(of: Field, given: Literal): Value {
    const wanted = { string: 'string', decimal: 'number', int: 'number', date: 'date', datetime: 'date', enum: 'enum' }[
      of.kind
    ];
    const plain = of.kind === 'enum' && given.type === 'string' && rules.plainEnums;
    if ((given.type !== wanted && !plain) || (given.of !== undefined && given.of !== of.type))
      throw badQuery(
        `A binary operator with incompatible types was detected. Found operand types '${edmOf(of)}' and '${given.of ? `${NAMESPACE}.${given.of}` : literalType[given.type]}' for operator kind 'Equal'.`,
      );
    if (of.kind === 'enum' && !of.members.includes(String(given.value)))
      throw badQuery(`The string '${given.value}' is not a valid enumeration type constant.`);
    return given.value;
  }
  const column = ({ name, kind }: Field) => (kind === 'decimal' ? `cast("${name}" as real)` : `"${name}"`);
  function comparison(): Condition {
    const next = tokens[at]?.text ?? '';
    if (next === '(') {
      take('(');
      const inner = either();
      take(')');
      return inner;
    }
    if (next === 'not') {
      take('not');
      const inner = comparison();
      return { sql: `not ${inner.sql}`, values: inner.values };
    }
    if (['contains', 'startswith', 'endswith'].includes(next) && tokens[at + 1]?.text === '(') {
      take();
      take('(');
      const of = field();
      take(',');
      const given = String(value(of, literal()));
      take(')');
      const pattern =
        { contains: `%${escaped(given)}%`, startswith: `${escaped(given)}%`, endswith: `%${escaped(given)}` }[next] ??
        '';
      return { sql: `"${of.name}" like ? escape '!'`, values: [pattern] };
    }
    const of = field();
    const operator = operators[take().text];
    if (!operator) throw fail();
    return { sql: `${column(of)} ${operator} ?`, values: [value(of, literal())] };
  }
  const joined = (word: string, parts: Condition[]): Condition =>
    parts.length === 1 && parts[0]
      ? parts[0]
      : { sql: `(${parts.map(({ sql }) => sql).join(` ${word} `)})`, values: parts.flatMap(({ values }) => values) };
  function both(): Condition {
    const parts = [comparison()];
    while (tokens[at]?.text === 'and') {
      take('and');
      parts.push(comparison());
    }
    return joined('and', parts);
  }
  function either(): Condition {
    const parts = [both()];
    while (tokens[at]?.text === 'or') {
      take('or');
      parts.push(both());
    }
    return joined('or', parts);
  }
  const whole = either();
  if (at < tokens.length) throw fail();
  return whole;
}
const escaped = (text: string): string => text.replace(/[!%_]/g, '!$&');
