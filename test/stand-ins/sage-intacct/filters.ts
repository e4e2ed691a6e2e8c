import { daysAfter, isDay, today } from './days.ts';
import { gap, invalid } from './errors.ts';
import type { Field } from './metadata.ts';
import type { Path } from './read.ts';

export type Condition = { operator: string; path: string; value: unknown };
type Test = (row: (nth: number) => boolean) => boolean;

const listed = new Set(['$in', '$notIn', '$between', '$notBetween']);
const operators = new Set([
  '$eq',
  '$ne',
  '$lt',
  '$lte',
  '$gt',
  '$gte',
  '$in',
  '$notIn',
  '$between',
  '$notBetween',
  '$contains',
  '$notContains',
  '$startsWith',
  '$notStartsWith',
  '$endsWith',
  '$notEndsWith',
]);
const isScalar = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** One filter: one operator over one field. */
export function conditionOf(filter: unknown): Condition {
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter))
    throw invalid('A filter must be an object', 'filters');
  const entries = Object.entries(filter);
  const [operator, over] = entries[0] ?? ['', null];
  if (entries.length !== 1 || !operators.has(operator))
    throw invalid(`Invalid filter operator ${operator || '(none)'}`, 'filters');
  const pairs = typeof over === 'object' && over !== null ? Object.entries(over) : [];
  const [path, value] = pairs[0] ?? ['', null];
  if (pairs.length !== 1) throw invalid(`${operator} takes exactly one field`, 'filters');
  if (listed.has(operator) !== Array.isArray(value))
    throw invalid(`Invalid value for ${operator} on ${path}`, 'filters');
  if (Array.isArray(value) ? !value.every(isScalar) || value.length === 0 : !isScalar(value))
    throw invalid(`Invalid value for ${operator} on ${path}`, 'filters');
  if (operator.endsWith('etween') && (value as unknown[]).length !== 2)
    throw invalid(`${operator} takes two values`, 'filters');
  if (value === null && operator !== '$eq' && operator !== '$ne')
    throw invalid(`null is not allowed with ${operator}`, 'filters');
  return { operator, path, value };
}

/** Words for days, which the vendor has beside dates. Weeks, months, quarters and years are a gap of this double. */
const days: Readonly<Record<string, () => string>> = { today, yesterday: () => daysAfter(today(), -1) };
const spans = /^(current|last|prior)(Week|Month|Quarter|Year)$/;
/** A condition whose values have the type of its field. */
export function typed({ field, rest }: Path, condition: Condition): Condition {
  const { path, value } = condition;
  const one = (each: unknown): unknown => {
    if (each === null || rest !== null) return each;
    const wrong = () => invalid(`Invalid value "${String(each)}" for ${path}`, path);
    const text = String(each);
    if (field.kind === 'enum' && !field.choices.includes(text)) throw wrong();
    if (field.kind === 'date') {
      if (spans.test(text)) throw gap(`relative value ${text}`);
      const day = days[text]?.() ?? text;
      if (!isDay(day)) throw wrong();
      return day;
    }
    if (field.kind === 'moment' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)) throw wrong();
    if (isNumber(field) && !/^-?\d+(\.\d+)?$/.test(text)) throw wrong();
    if (field.kind === 'bool' && text !== 'true' && text !== 'false') throw wrong();
    return each;
  };
  return { ...condition, value: Array.isArray(value) ? value.map(one) : one(value) };
}

/** `(1 and 2) or 3`, or `and`, or `or`, over filters that are numbered from 1. */
export function expressionOf(text: string, count: number): Test {
  const all = Array.from({ length: count }, (_, nth) => nth + 1);
  if (text === 'and') return (row) => all.every(row);
  if (text === 'or') return (row) => count === 0 || all.some(row);
  const words = text.match(/\d+|and|or|\(|\)|\S+/g) ?? [];
  let here = 0;
  const wrong = () => invalid(`Invalid filter expression "${text}"`, 'filterExpression');
  function one(): Test {
    const word = words[here];
    here += 1;
    if (word === '(') {
      const inner = either();
      if (words[here] !== ')') throw wrong();
      here += 1;
      return inner;
    }
    const nth = Number(word);
    if (!/^\d+$/.test(word ?? '') || nth < 1 || nth > count) throw wrong();
    return (row) => row(nth);
  }
  function both(): Test {
    const parts = [one()];
    while (words[here] === 'and') {
      here += 1;
      parts.push(one());
    }
    return (row) => parts.every((part) => part(row));
  }
  function either(): Test {
    const parts = [both()];
    while (words[here] === 'or') {
      here += 1;
      parts.push(both());
    }
    return (row) => parts.some((part) => part(row));
  }
  const test = either();
  if (here !== words.length) throw wrong();
  return test;
}

const isNumber = ({ kind }: Field): boolean => kind === 'dec' || kind === 'num' || kind === 'int';
/** Negative, zero or positive, as two values stand to each other. Keys are numbers to the database, although answers have them as text. */
export function order(field: Field, rest: string | null, one: unknown, other: unknown): number {
  const isKey = rest === 'key' || (rest === null && field.path === 'key');
  if (isKey || (rest === null && isNumber(field))) return Number(one) - Number(other);
  if (rest === null && field.kind === 'moment') return Date.parse(String(one)) - Date.parse(String(other));
  const [left, right] = [String(one), String(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}
/** Whether a value of a record meets a condition. Items are found by "ID--NAME" and by their id alone. */
export function meets({ field, rest }: Path, shown: unknown, { operator, value }: Condition, sees: boolean): boolean {
  const isReference = rest !== null;
  const fold = (text: unknown) => (sees || typeof text !== 'string' ? text : text.toLowerCase());
  const mine = fold(shown);
  const same = (other: unknown): boolean => {
    if (mine === null || other === null) return mine === other;
    if (!isReference && isNumber(field)) return Number(mine) === Number(other);
    const text = String(mine);
    return text === String(fold(other)) || (field.named && isReference && text.split('--')[0] === String(fold(other)));
  };
  const compare = (other: unknown) => order(field, rest, mine, fold(other));
  const list = Array.isArray(value) ? value : [value];
  switch (operator) {
    case '$eq':
      return same(value);
    case '$ne':
      return !same(value);
    case '$in':
      return list.some(same);
    case '$notIn':
      return !list.some(same);
  }
  if (mine === null) return false;
  const text = String(mine);
  const wanted = String(fold(value));
  switch (operator) {
    case '$lt':
      return compare(value) < 0;
    case '$lte':
      return compare(value) <= 0;
    case '$gt':
      return compare(value) > 0;
    case '$gte':
      return compare(value) >= 0;
    case '$between':
      return compare(list[0]) >= 0 && compare(list[1]) <= 0;
    case '$notBetween':
      return compare(list[0]) < 0 || compare(list[1]) > 0;
    case '$contains':
      return text.includes(wanted);
    case '$notContains':
      return !text.includes(wanted);
    case '$startsWith':
      return text.startsWith(wanted);
    case '$notStartsWith':
      return !text.startsWith(wanted);
    case '$endsWith':
      return text.endsWith(wanted);
    default:
      return !text.endsWith(wanted);
  }
}
