import { amount } from './amounts.ts';
import { choicesOf } from './enums.ts';
import { bad } from './errors.ts';
import type { Entity, Field } from './metadata.ts';
import { folded, type Value } from './store.ts';

type Literal = { kind: 'text' | 'number' | 'moment' | 'bool' | 'null'; text: string };
export type Condition =
  | { op: 'and' | 'or'; left: Condition; right: Condition }
  | { op: 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'; field: Field; value: Value }
  | { op: 'contains' | 'startswith' | 'endswith'; field: Field; value: string };
type Token =
  | ({ kind: 'word' | 'open' | 'close' | 'comma' } & { text: string })
  | { kind: 'literal'; text: string; literal: Literal };

const patterns: readonly [RegExp, (text: string) => Token][] = [
  [/^'(?:[^']|'')*'/, (text) => literal('text', text.slice(1, -1).replaceAll("''", "'"))],
  [/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?/, (text) => literal('moment', text)],
  [/^-?\d+(?:\.\d+)?/, (text) => literal('number', text)],
  [/^(?:true|false)\b/, (text) => literal('bool', text)],
  [/^null\b/, (text) => literal('null', text)],
  [/^[A-Za-z_][\w.]*/, (text) => ({ kind: 'word', text })],
  [/^\(/, (text) => ({ kind: 'open', text })],
  [/^\)/, (text) => ({ kind: 'close', text })],
  [/^,/, (text) => ({ kind: 'comma', text })],
];
const literal = (kind: Literal['kind'], text: string): Token => ({ kind: 'literal', text, literal: { kind, text } });

function tokensOf(filter: string): Token[] {
  const tokens: Token[] = [];
  let rest = filter.trimStart();
  while (rest !== '') {
    const hit = patterns
      .map(([pattern, make]) => ({ text: pattern.exec(rest)?.[0], make }))
      .find(({ text }) => text !== undefined);
    if (!hit?.text) throw bad(`The query specified in the URI is not valid. Syntax error in '${filter}'.`);
    tokens.push(hit.make(hit.text));
    rest = rest.slice(hit.text.length).trimStart();
  }
  return tokens;
}
const mismatch = (field: Field): Error =>
  bad(`The query specified in the URI is not valid. The value for '${field.name}' is not of its type.`);

function enumValue(field: Field, { kind, text }: Literal): string {
  const choices = choicesOf(field.of);
  const found = /^\d+$/.test(text) ? choices[Number(text)] : choices.find((choice) => choice === text);
  if (kind !== 'text' || found === undefined) throw mismatch(field);
  return found;
}
/** The literal as the field keeps it: texts in quotes, numbers and dates bare, times of day in UTC, enumerations in quotes. */
function valueFor(field: Field, read: Literal): Value {
  if (read.kind === 'null') return null;
  switch (field.kind) {
    case 'text':
      if (read.kind !== 'text') throw mismatch(field);
      return read.text;
    case 'enum':
      return enumValue(field, read);
    case 'bool':
      if (read.kind !== 'bool') throw mismatch(field);
      return read.text === 'true';
    case 'int':
      if (read.kind !== 'number' || read.text.includes('.')) throw mismatch(field);
      return field.size === 64 ? read.text : Number(read.text);
    case 'dec':
      if (read.kind !== 'number') throw mismatch(field);
      return amount(read.text);
    case 'moment':
      if (
        read.kind !== 'moment' ||
        (read.text.includes('T') && !read.text.endsWith('Z')) ||
        Number.isNaN(Date.parse(read.text))
      )
        throw mismatch(field);
      return read.text.includes('T') ? read.text.slice(0, -1) : `${read.text}T00:00:00`;
    default:
      throw bad(`'${field.name}' cannot be used in $filter.`);
  }
}
const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
const functions = ['contains', 'startswith', 'endswith'] as const;

/** The subset of OData that Sage documents: comparisons, `and`, `or`, brackets, and three functions on texts. */
export function parseFilter(filter: string, entity: Entity): Condition {
  const tokens = tokensOf(filter);
  let at = 0;
  const next = (): Token | undefined => tokens[at];
  const syntax = () => bad(`The query specified in the URI is not valid. Syntax error in '${filter}'.`);
  function take(kind: Token['kind']): Token {
    const token = tokens[at];
    if (token?.kind !== kind) throw syntax();
    at += 1;
    return token;
  }
  function field(): Field {
    const { text } = take('word');
    const found = entity.fields.get(text);
    if (!found)
      throw bad(
        `The query specified in the URI is not valid. Could not find a property named '${text}' on type '${entity.name}'.`,
      );
    return found;
  }
  function value(of: Field): Value {
    const token = take('literal');
    if (token.kind !== 'literal') throw syntax();
    return valueFor(of, token.literal);
  }
  function term(): Condition {
    const token = next();
    if (token?.kind === 'open') {
      take('open');
      const inner = either();
      take('close');
      return inner;
    }
    const call = functions.find((name) => name === token?.text);
    if (token?.kind === 'word' && call && tokens[at + 1]?.kind === 'open') {
      at += 2;
      const on = field();
      if (on.kind !== 'text') throw mismatch(on);
      take('comma');
      const wanted = value(on);
      take('close');
      return { op: call, field: on, value: String(wanted) };
    }
    const on = field();
    const { text } = take('word');
    const op = comparisons.find((name) => name === text);
    if (!op) throw syntax();
    return { op, field: on, value: value(on) };
  }
  function joined(word: 'and' | 'or', part: () => Condition): Condition {
    let left = part();
    while (next()?.kind === 'word' && next()?.text === word) {
      at += 1;
      left = { op: word, left, right: part() };
    }
    return left;
  }
  const both = () => joined('and', term);
  const either = (): Condition => joined('or', both);
  const read = either();
  if (at < tokens.length) throw syntax();
  return read;
}
/** Sorts as the database does: null first, texts without case. */
function compared(left: Value, right: Value): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  if (typeof left === 'string' && typeof right === 'string') {
    const [one, other] = [folded(left), folded(right)];
    return one < other ? -1 : one > other ? 1 : 0;
  }
  return left < right ? -1 : left > right ? 1 : 0;
}
/** Ids and moments compare as what they are, not as texts. */
const comparable = (field: Field, value: Value): Value => {
  if (value === null) return null;
  if (field.kind === 'int') return BigInt(value as string | number);
  return field.kind === 'moment' ? String(Date.parse(`${value}Z`)).padStart(16, '0') : value;
};
export const comparedBy = (field: Field, left: Value, right: Value): number =>
  compared(comparable(field, left), comparable(field, right));

export function holds(condition: Condition, cellOf: (field: Field) => Value): boolean {
  if ('left' in condition) {
    const left = holds(condition.left, cellOf);
    return condition.op === 'and' ? left && holds(condition.right, cellOf) : left || holds(condition.right, cellOf);
  }
  const { op, field, value } = condition;
  const found = cellOf(field);
  if (op === 'contains' || op === 'startswith' || op === 'endswith') {
    const [kept, asked] = [String(found ?? '').toLowerCase(), String(value).toLowerCase()];
    if (op === 'contains') return kept.includes(asked);
    return op === 'startswith' ? kept.startsWith(asked) : kept.trimEnd().endsWith(asked);
  }
  if (found === null || value === null) {
    if (op === 'eq') return found === value;
    return op === 'ne' && found !== value;
  }
  const order = comparedBy(field, found, value);
  return { eq: order === 0, ne: order !== 0, gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[op];
}
/** Equalities that every hit must meet: one of them may have an index. */
export function musts(condition: Condition | null): { field: Field; value: Value }[] {
  if (condition?.op === 'and') return [...musts(condition.left), ...musts(condition.right)];
  return condition?.op === 'eq' ? [{ field: condition.field, value: condition.value }] : [];
}
