import type { Value } from './database.ts';
import { badQuery, noProperty } from './errors.ts';
import type { Column, Metadata, Table } from './metadata.ts';

export type Condition = { sql: string; values: Value[] };
type Edm = 'Edm.String' | 'Edm.Decimal' | 'Edm.Int32' | 'Edm.Guid' | 'Edm.Boolean' | 'Edm.DateTimeOffset' | 'Edm.Date';
type Literal = { type: Edm | 'null'; value: Value };

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/i;
const patterns: readonly [string, RegExp][] = [
  ['blank', /^\s+/],
  ['string', /^'(?:[^']|'')*'/],
  ['guid', GUID],
  ['moment', /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)/],
  ['date', /^\d{4}-\d\d-\d\d/],
  ['number', /^-?\d+(?:\.\d+)?/],
  ['name', /^[A-Za-z_][\w./]*/],
  ['sign', /^[(),=[\]]/],
];
type Token = { kind: string; text: string };
const syntax = (text: string, at: number) => badQuery(`Syntax error at position ${at} in '${text}'.`);
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const [kind = '', match] = patterns
      .map(([name, pattern]) => [name, pattern.exec(rest)?.[0]] as const)
      .find(([, found]) => found !== undefined) ?? ['', undefined];
    if (match === undefined) throw syntax(text, at);
    if (kind !== 'blank') tokens.push({ kind, text: match });
    at += match.length;
  }
  return tokens;
}
const operators: Readonly<Record<string, string>> = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' };
const functions = ['contains', 'startswith', 'endswith'];
const edmOf: Readonly<Record<Column['kind'], Edm>> = {
  ...{ text: 'Edm.String', money: 'Edm.Decimal', decimal: 'Edm.Decimal', int: 'Edm.Int32', bigint: 'Edm.Int32' },
  ...{ datetime: 'Edm.DateTimeOffset', date: 'Edm.Date', bool: 'Edm.Boolean', choice: 'Edm.Int32' },
  ...{ guid: 'Edm.Guid', lookup: 'Edm.Guid' },
};
const escaped = (text: string): string => text.replace(/[!%_]/g, '!$&');
export const sqlColumn = ({ wire, kind }: Column, alias: string): string =>
  kind === 'money' || kind === 'decimal' ? `cast(${alias}."${wire}" as real)` : `${alias}."${wire}"`;

function literalOf({ kind, text }: Token, fail: () => Error): Literal {
  if (kind === 'string') return { type: 'Edm.String', value: text.slice(1, -1).replaceAll("''", "'") };
  if (kind === 'guid') return { type: 'Edm.Guid', value: text.toLowerCase() };
  if (kind === 'moment')
    return { type: 'Edm.DateTimeOffset', value: new Date(text).toISOString().replace('.000Z', 'Z') };
  if (kind === 'date') return { type: 'Edm.Date', value: text };
  if (kind === 'number') return { type: text.includes('.') ? 'Edm.Decimal' : 'Edm.Int32', value: Number(text) };
  if (text === 'null') return { type: 'null', value: null };
  if (text === 'true' || text === 'false') return { type: 'Edm.Boolean', value: text === 'true' ? 1 : 0 };
  throw fail();
}
function fitting(column: Column, { type, value }: Literal): Value {
  const wanted = edmOf[column.kind];
  const number = wanted === 'Edm.Decimal' && type === 'Edm.Int32';
  const day = wanted === 'Edm.DateTimeOffset' && type === 'Edm.Date';
  if (day) return `${value}T00:00:00Z`;
  if (type !== 'null' && type !== wanted && !number)
    throw badQuery(
      `A binary operator with incompatible types was detected. Found operand types '${wanted}' and '${type}' for operator kind 'Equal'.`,
    );
  return value;
}

/** `$filter` as a condition of SQL over the alias. A path goes along a lookup: `parentaccountid/name eq 'Nordwind'`. */
export function conditionOf(text: string, start: Table, metadata: Metadata, alias: string): Condition {
  const tokens = tokensOf(text);
  let at = 0;
  const fail = () => syntax(text, at);
  function take(wanted?: string): Token {
    const token = tokens[at];
    if (!token || (wanted !== undefined && token.text !== wanted)) throw fail();
    at += 1;
    return token;
  }
  /** The column at the end of a path, and what its condition stands within. */
  function place(path: string): { column: Column; alias: string; around: (inner: Condition) => Condition } {
    let [table, name] = [start, alias];
    const steps: ((inner: Condition) => Condition)[] = [];
    const parts = path.split('/');
    for (const part of parts.slice(0, -1)) {
      const along = table.navigations.get(part);
      if (!along) throw noProperty(part, table.name);
      const [from, next, to] = [name, `${name}n`, metadata.named(along.target)];
      steps.push(({ sql, values }) => ({
        sql: `exists (select 1 from "${to.name}" ${next} where ${next}."${to.id}" = ${from}."${along.column.wire}" and ${sql})`,
        values,
      }));
      [table, name] = [to, next];
    }
    const last = parts.at(-1) ?? '';
    const column = table.columns.get(last);
    if (!column) throw noProperty(last, table.name);
    return { column, alias: name, around: (inner) => steps.reduceRight((sum, step) => step(sum), inner) };
  }
  /** `Microsoft.Dynamics.CRM.In(PropertyName='x',PropertyValues=['a','b'])` */
  function among(): Condition {
    take('(');
    take('PropertyName');
    take('=');
    const { column, alias: name, around } = place(String(literalOf(take(), fail).value));
    take(',');
    take('PropertyValues');
    take('=');
    take('[');
    const values: Value[] = [];
    while (tokens[at]?.text !== ']') {
      values.push(literalOf(take(), fail).value);
      if (tokens[at]?.text === ',') take(',');
    }
    take(']');
    take(')');
    return around({ sql: `${sqlColumn(column, name)} in (${values.map(() => '?').join(', ')})`, values });
  }
  function comparison(): Condition {
    const { kind, text: next } = take();
    if (next === '(') {
      const inner = either();
      take(')');
      return { sql: `(${inner.sql})`, values: inner.values };
    }
    if (next === 'not') {
      const inner = comparison();
      return { sql: `not (${inner.sql})`, values: inner.values };
    }
    if (next === 'Microsoft.Dynamics.CRM.In') return among();
    if (functions.includes(next) && tokens[at]?.text === '(') {
      take('(');
      const { column, alias: name, around } = place(take().text);
      take(',');
      const given = escaped(String(fitting(column, literalOf(take(), fail))));
      take(')');
      const pattern = { contains: `%${given}%`, startswith: `${given}%`, endswith: `%${given}` }[next] ?? '';
      return around({ sql: `${name}."${column.wire}" like ? escape '!'`, values: [pattern] });
    }
    if (kind !== 'name') throw fail();
    const { column, alias: name, around } = place(next);
    const operator = operators[take().text];
    if (!operator) throw fail();
    const value = fitting(column, literalOf(take(), fail));
    const sql =
      value === null
        ? `${name}."${column.wire}" is ${operator === '=' ? '' : 'not '}null`
        : `${sqlColumn(column, name)} ${operator} ?`;
    return around({ sql, values: value === null ? [] : [value] });
  }
  const joined = (word: string, parts: Condition[]): Condition => ({
    sql: parts.map(({ sql }) => (parts.length > 1 ? `(${sql})` : sql)).join(` ${word} `),
    values: parts.flatMap(({ values }) => values),
  });
  function chain(word: string, inner: () => Condition): Condition {
    const parts = [inner()];
    while (tokens[at]?.text === word) {
      take(word);
      parts.push(inner());
    }
    return joined(word, parts);
  }
  const both = () => chain('and', comparison);
  function either(): Condition {
    return chain('or', both);
  }
  const whole = either();
  if (at < tokens.length) throw fail();
  return whole;
}
