import type { SRow, Value } from './org.ts';

type Operator = '=' | '!=' | '>' | '>=' | '<' | '<=';
/** `read` gives a field's value, by its path. */
type Test = (read: (path: string) => Value) => boolean;
export type Where = { paths: string[]; fits: (row: SRow, read: (row: SRow, path: string) => Value) => boolean };
export class Malformed extends Error {}

const tokens = /\s*(\(|\)|,|!=|>=|<=|=|>|<|'[^'\\]*'|[\w.:+-]+)/y;
function split(text: string): string[] {
  const found: string[] = [];
  tokens.lastIndex = 0;
  while (tokens.lastIndex < text.trimEnd().length) {
    const token = tokens.exec(text);
    if (!token) throw new Malformed(text);
    found.push(token[1] ?? '');
  }
  return found;
}

/** An id of fifteen characters is the same as its eighteen. */
const sameText = (value: string, wanted: string) =>
  value === wanted || (wanted.length === 15 && value.slice(0, 15) === wanted);
/** `true`, `null`, `'text'`, `2026-11-24`, `2026-11-24T08:00:00Z`: a field is compared as what the literal is. */
function holds(value: Value, operator: Operator, literal: string): boolean {
  const own = value !== null && typeof value === 'object' ? value.double : value;
  if (literal === 'null') return operator === '=' ? own === null : own !== null;
  if (literal === 'true' || literal === 'false') return (own === (literal === 'true')) === (operator === '=');
  if (own === null) return operator === '!=';
  const wanted = literal.startsWith("'") ? literal.slice(1, -1) : literal;
  const text = String(own);
  const isMoment = /^\d{4}-\d{2}-\d{2}T/.test(wanted);
  if (operator === '=') return sameText(text, wanted);
  if (operator === '!=') return !sameText(text, wanted);
  const [left, right] = isMoment ? [Date.parse(text), Date.parse(wanted)] : [text, wanted];
  if (operator === '>') return left > right;
  if (operator === '>=') return left >= right;
  return operator === '<' ? left < right : left <= right;
}

/** Conditions with AND, OR, IN and parentheses. As in SOQL, the two do not mix without parentheses. */
export function parseWhere(text: string): Where {
  const rest = split(text);
  const paths: string[] = [];
  const oneOf = (path: string): Test => {
    const end = rest.indexOf(')');
    const literals = rest.splice(0, end + 1).filter((token) => token !== ',');
    if (end < 2 || literals.shift() !== '(') throw new Malformed(text);
    paths.push(path);
    return (read) => literals.slice(0, -1).some((literal) => holds(read(path), '=', literal));
  };
  const comparison = (): Test => {
    if (rest[1]?.toUpperCase() === 'IN') return oneOf(rest.splice(0, 2)[0] ?? '');
    const [path = '', operator = '', literal = ''] = rest.splice(0, 3);
    if (!/^[A-Za-z_][\w.]*$/.test(path) || !/^(=|!=|>=?|<=?)$/.test(operator) || literal === '')
      throw new Malformed(text);
    paths.push(path);
    return (read) => holds(read(path), operator as Operator, literal);
  };
  const term = (): Test => {
    if (rest[0] !== '(') return comparison();
    rest.shift();
    const inner = expression();
    if (rest.shift() !== ')') throw new Malformed(text);
    return inner;
  };
  function expression(): Test {
    const parts = [term()];
    const joint = rest[0]?.toUpperCase();
    while (joint !== undefined && rest[0]?.toUpperCase() === joint && (joint === 'AND' || joint === 'OR')) {
      rest.shift();
      parts.push(term());
    }
    return (read) => (joint === 'OR' ? parts.some((part) => part(read)) : parts.every((part) => part(read)));
  }
  const whole = expression();
  if (rest.length > 0) throw new Malformed(text);
  return { paths, fits: (row, read) => whole((path) => read(row, path)) };
}
