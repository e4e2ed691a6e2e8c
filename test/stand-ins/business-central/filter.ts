import { badRequest, noProperty, notImplemented, syntax } from './errors.ts';
import { type EntitySet, type Field, typeOf } from './metadata.ts';

export type Condition = { sql: string; values: (string | number)[]; fields: ReadonlySet<string> };
export type FilterRules = {
  /** `$schemaversion=2.1`: lists, nested functions, and "or" over several fields. */
  modern: boolean;
  /** What happens to a filter by a variable of the page. Microsoft says only that it breaks filtering. */
  variables: 'refused' | 'ignored';
};
type Literal = { type: string; value: string | number };

const patterns: readonly [string, RegExp][] = [
  ['blank', /^\s+/],
  ['string', /^'(?:[^']|'')*'/],
  ['datetime', /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/],
  ['guid', /^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}/],
  ['date', /^\d{4}-\d\d-\d\d/],
  ['number', /^-?\d+(?:\.\d+)?/],
  ['name', /^[A-Za-z_][\w/]*/],
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
    if (!found) throw syntax(`Syntax error at position ${at} in '${text}'.`);
    if (found.kind !== 'blank') tokens.push(found);
    at += found.text.length;
  }
  return tokens;
}

const edm: Readonly<Record<string, string>> = {
  guid: 'Edm.Guid',
  code: 'Edm.String',
  text: 'Edm.String',
  date: 'Edm.Date',
  datetime: 'Edm.DateTimeOffset',
  decimal: 'Edm.Decimal',
  int: 'Edm.Int32',
  bool: 'Edm.Boolean',
  enum: 'Edm.Enum',
  stream: 'Edm.Stream',
};
const takes: Readonly<Record<string, readonly string[]>> = {
  guid: ['guid'],
  code: ['string'],
  text: ['string'],
  date: ['date'],
  datetime: ['datetime', 'date'],
  decimal: ['number'],
  int: ['number'],
  bool: ['boolean'],
  enum: ['string'],
};
const operators: Readonly<Record<string, [sql: string, name: string]>> = {
  eq: ['=', 'Equal'],
  ne: ['<>', 'NotEqual'],
  gt: ['>', 'GreaterThan'],
  ge: ['>=', 'GreaterThanOrEqual'],
  lt: ['<', 'LessThan'],
  le: ['<=', 'LessThanOrEqual'],
};
const searches = ['contains', 'startswith', 'endswith'];

/** `$filter` as a condition of SQL, with the limits that Business Central has. */
export function conditionOf(text: string, set: EntitySet, rules: FilterRules): Condition | null {
  const tokens = tokensOf(text);
  let at = 0;
  /** A list is no filter in the old schema version: everything is answered, and nothing says so. */
  let ignored = false;
  const peek = () => tokens[at];
  const fail = () => syntax(`Syntax error at position ${at} in '${text}'.`);
  const take = (wanted?: string): Token => {
    const token = tokens[at];
    if (!token || (wanted !== undefined && token.text !== wanted)) throw fail();
    at += 1;
    return token;
  };
  const field = (): { field: Field; lower: string | null } => {
    const { kind, text: name } = take();
    if (kind !== 'name') throw fail();
    if (name === 'tolower' || name === 'toupper') {
      take('(');
      const inner = field();
      take(')');
      return { ...inner, lower: rules.modern ? name.slice(2) : null };
    }
    if (name.includes('/')) throw notImplemented(`The path '${name}' cannot be used in a filter.`);
    const found = set.fields.get(name);
    if (!found) throw noProperty(name, typeOf(set));
    if (found.variable) {
      if (rules.variables === 'ignored') ignored = true;
      else throw badRequest(`The field '${name}' is not a field of the table ${set.table}, and cannot be filtered by.`);
    }
    return { field: found, lower: null };
  };
  const literal = (): Literal => {
    const { kind, text: raw } = take();
    if (kind === 'string') return { type: 'string', value: raw.slice(1, -1).replaceAll("''", "'") };
    if (kind === 'number') return { type: 'number', value: Number(raw) };
    if (raw === 'true' || raw === 'false') return { type: 'boolean', value: raw === 'true' ? 1 : 0 };
    if (kind === 'guid' || kind === 'date' || kind === 'datetime') return { type: kind, value: raw };
    throw fail();
  };
  const value = (of: Field, given: Literal, operator: string): string | number => {
    if (!takes[of.kind]?.includes(given.type))
      throw badRequest(
        `A binary operator with incompatible types was detected. Found operand types '${edm[of.kind]}' and '${given.type === 'string' ? 'Edm.String' : (edm[given.type] ?? 'Edm.Int32')}' for operator kind '${operator}'.`,
      );
    if (of.kind === 'enum' && !of.members.includes(String(given.value)))
      throw badRequest(`The string '${given.value}' is not a valid enumeration type constant.`);
    if (of.kind === 'guid') return String(given.value).toLowerCase();
    if (of.kind === 'code') return String(given.value).toUpperCase();
    if (of.kind === 'datetime') return new Date(given.value).toISOString();
    return given.value;
  };
  const column = ({ name, kind }: Field) => (kind === 'decimal' ? `cast("${name}" as real)` : `"${name}"`);

  function comparison(): Condition {
    if (peek()?.text === '(') {
      take('(');
      const inner = either();
      take(')');
      return inner;
    }
    if (peek()?.text === 'not') throw notImplemented("The operator 'Not' is not supported.");
    const search = peek()?.text ?? '';
    if (searches.includes(search) && tokens[at + 1]?.text === '(') {
      take();
      take('(');
      const { field: of, lower } = field();
      take(',');
      const given = value(of, literal(), 'Equal');
      take(')');
      const left = lower ? `${lower}("${of.name}")` : `"${of.name}"`;
      const { length } = [...String(given)];
      const sql = {
        contains: `instr(${left}, ?) > 0`,
        startswith: `substr(${left}, 1, ${length}) = ?`,
        endswith: `substr(${left}, -${length}) = ?`,
      }[search];
      return { sql: sql ?? '', values: [given], fields: new Set([of.name]) };
    }
    const { field: of, lower } = field();
    const left = lower ? `${lower}(${column(of)})` : column(of);
    const { text: operator } = take();
    if (operator === 'in') {
      take('(');
      const values: (string | number)[] = [];
      for (;;) {
        values.push(value(of, literal(), 'Equal'));
        if (take().text === ')') break;
      }
      if (!rules.modern) ignored = true;
      return { sql: `${left} in (${values.map(() => '?').join(', ')})`, values, fields: new Set([of.name]) };
    }
    const known = operators[operator];
    if (!known) throw fail();
    return { sql: `${left} ${known[0]} ?`, values: [value(of, literal(), known[1])], fields: new Set([of.name]) };
  }
  const joined = (word: 'and' | 'or', parts: Condition[]): Condition => ({
    sql: `(${parts.map(({ sql }) => sql).join(` ${word} `)})`,
    values: parts.flatMap(({ values }) => values),
    fields: new Set(parts.flatMap(({ fields }) => [...fields])),
  });
  function both(): Condition {
    const parts = [comparison()];
    while (peek()?.text === 'and') {
      take('and');
      parts.push(comparison());
    }
    return parts.length === 1 && parts[0] ? parts[0] : joined('and', parts);
  }
  function either(): Condition {
    const parts = [both()];
    while (peek()?.text === 'or') {
      take('or');
      parts.push(both());
    }
    if (parts.length === 1 && parts[0]) return parts[0];
    const all = joined('or', parts);
    if (!rules.modern && all.fields.size > 1)
      throw notImplemented('An OR operator over different fields is not supported in a filter.');
    return all;
  }
  const whole = either();
  if (at < tokens.length) throw fail();
  return ignored ? null : whole;
}
