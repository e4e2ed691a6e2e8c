import type { Kind, Table } from './metadata.ts';
import type { Among, Row, Scalar, Value } from './store.ts';

type Term = { kind: Kind | null; of: (row: Row) => Value };
type Test = (row: Row) => boolean;
/** A condition on rows. `among`: rows that can fulfil it at all, where an index tells. */
type Condition = { test: Test; among: Among | null };

const TOKEN = /\s*(?:([A-Za-z_$][\w$.]*)|(-?\d+(?:\.\d+)?)|'((?:[^']|'')*)'|"((?:[^"]|"")*)"|@([^@]+)@|([(),]))/y;
type Token = { is: 'name' | 'number' | 'text' | 'time' | 'mark'; text: string } | { is: 'end'; text: '' };
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (!found) throw new Error(`Syntax error at ${at}`);
    const [, name, number, single, double, time, mark] = found;
    if (name !== undefined) tokens.push({ is: 'name', text: name });
    else if (number !== undefined) tokens.push({ is: 'number', text: number });
    else if (single !== undefined) tokens.push({ is: 'text', text: single.replaceAll("''", "'") });
    else if (double !== undefined) tokens.push({ is: 'text', text: double.replaceAll('""', '"') });
    else if (time !== undefined) tokens.push({ is: 'time', text: time });
    else tokens.push({ is: 'mark', text: mark ?? '' });
  }
  return [...tokens, { is: 'end', text: '' }];
}
const textKind: Kind = { type: 'A', size: 0, places: 0 };
const fits = (kind: Kind, token: Token): boolean => {
  if (kind.type === 'A') return token.is === 'text';
  if (kind.type === 'D' || kind.type === 'T') return token.is === 'time' && !Number.isNaN(Date.parse(token.text));
  if (kind.type === 'M' && kind.size === 1) return token.is === 'name' && /^(true|false)$/.test(token.text);
  return token.is === 'number';
};
function literal(kind: Kind, token: Token): Scalar {
  if (!fits(kind, token)) throw new Error(`Incorrect type: ${token.text}`);
  if (kind.type === 'D') return token.text.slice(0, 10);
  if (kind.type === 'T') return `${new Date(token.text).toISOString().slice(0, 19)}Z`;
  if (token.is === 'number') return Number(token.text);
  return token.is === 'name' ? token.text === 'true' : token.text;
}
const compare: Readonly<Record<string, (a: Scalar, b: Scalar) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  lt: (a, b) => (a ?? '') < (b ?? ''),
  le: (a, b) => (a ?? '') <= (b ?? ''),
  gt: (a, b) => (a ?? '') > (b ?? ''),
  ge: (a, b) => (a ?? '') >= (b ?? ''),
};
const pattern = (text: string): RegExp =>
  new RegExp(
    `^${text
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('%', '.*')
      .replaceAll('_', '.')}$`,
    's',
  );
/** Of a property with several values any may fulfil the condition. */
const some = (value: Value, test: (each: Scalar) => boolean): boolean =>
  Array.isArray(value) ? value.some((each) => test(each as Scalar)) : test(value as Scalar);
const functions: Readonly<Record<string, (value: Scalar, more: number) => Scalar>> = {
  left: (value, more) => String(value).slice(0, more),
  right: (value, more) => (more === 0 ? '' : String(value).slice(-more)),
  upper: (value) => String(value).toUpperCase(),
  lower: (value) => String(value).toLowerCase(),
};

/** Reads a condition of SData, as `where` has it. Throws in words where it is none, or names what the class does not have. */
export function conditionOf(table: Table, text: string): Condition {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = (): Token => tokens[at] as Token;
  const take = (): Token => tokens[at++] as Token;
  const taken = (word: string): boolean => {
    const { is, text: found } = peek();
    if ((is !== 'name' && is !== 'mark') || found !== word) return false;
    at += 1;
    return true;
  };
  const need = (mark: string): void => {
    if (!taken(mark)) throw new Error(`Syntax error: ${mark} expected before ${peek().text || 'the end'}`);
  };
  function term(): Term & { column: string | null } {
    const { is, text: name } = take();
    if (is !== 'name') throw new Error(`Syntax error: ${name}`);
    const made = functions[name];
    if (made && taken('(')) {
      const inner = term();
      const more = taken(',') ? Number(take().text) : 0;
      need(')');
      const of = (row: Row): Value => {
        const value = inner.of(row);
        return Array.isArray(value) ? value.map((each) => made(each as Scalar, more)) : made(value as Scalar, more);
      };
      return { kind: textKind, of, column: null };
    }
    const column = table.columns.get(name);
    if (!column) throw new Error(`Property ${name} not found in ${table.name}`);
    return { kind: column.kind, of: (row) => row[name] ?? null, column: column.values === 1 ? name : null };
  }
  function comparison(): Condition {
    const left = term();
    const kind = left.kind ?? textKind;
    const operator = take().text;
    const value = (): Scalar => literal(kind, take());
    if (operator === 'in') {
      need('(');
      const values = [value()];
      while (taken(',')) values.push(value());
      need(')');
      return {
        test: (row) => some(left.of(row), (each) => values.includes(each)),
        among: left.column ? { column: left.column, values } : null,
      };
    }
    if (operator === 'between') {
      const [from] = [value(), need('and')];
      const to = value();
      return {
        test: (row) =>
          some(left.of(row), (each) => compare.ge?.(each, from) === true && compare.le?.(each, to) === true),
        among: null,
      };
    }
    if (operator === 'like') {
      if (kind.type !== 'A') throw new Error('like is for text');
      const like = pattern(String(value()));
      return { test: (row) => some(left.of(row), (each) => like.test(String(each))), among: null };
    }
    const than = compare[operator];
    if (!than) throw new Error(`Unknown operator ${operator}`);
    const right = value();
    return {
      test: (row) => some(left.of(row), (each) => than(each, right)),
      among: operator === 'eq' && left.column ? { column: left.column, values: [right] } : null,
    };
  }
  function single(): Condition {
    if (taken('not')) {
      const { test } = single();
      return { test: (row) => !test(row), among: null };
    }
    if (!taken('(')) return comparison();
    const inner = either();
    need(')');
    return inner;
  }
  function both(): Condition {
    let left = single();
    while (taken('and')) {
      const [a, b] = [left, single()];
      left = { test: (row) => a.test(row) && b.test(row), among: a.among ?? b.among };
    }
    return left;
  }
  function either(): Condition {
    let left = both();
    while (taken('or')) {
      const [a, b] = [left, both()];
      const same = a.among && b.among && a.among.column === b.among.column;
      left = {
        test: (row) => a.test(row) || b.test(row),
        among: same && a.among && b.among ? { ...a.among, values: [...a.among.values, ...b.among.values] } : null,
      };
    }
    return left;
  }
  const condition = either();
  if (peek().is !== 'end') throw new Error(`Syntax error at ${peek().text}`);
  return condition;
}
